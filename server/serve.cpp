#include "server/serve.h"

#include <future>

#include "server/accounts/enrolment.h"
#include "server/authority_thread.h"
#include "server/blobs/blob_service.h"
#include "server/commands/command.h"
#include "server/commands/directory_lock.h"
#include "server/control/control_socket.h"
#include "server/housekeeper.h"
#include "server/limits.h"
#include "server/log.h"
#include "server/store/server_schema.h"
#include "server/workers.h"

namespace zhixing::server {

namespace {

/// Joins the network to those who decide.
class Switch final : public Backend {
public:
    Switch(AuthorityThread& authority, Enrolment& enrolment, BlobService& blobs)
        : authority_(authority), enrolment_(enrolment), blobs_(blobs) {}

    void opened(sync::ConnectionId connection, sync::Hello hello, std::size_t bytes) override {
        authority_.opened(connection, std::move(hello), bytes);
    }
    void received(sync::ConnectionId connection, sync::ClientMessage message, std::size_t bytes) override {
        authority_.received(connection, std::move(message), bytes);
    }
    void closed(sync::ConnectionId connection) override { authority_.closed(connection); }
    void enrol(EnrolRequest request, std::function<void(EnrolOutcome)> answer) override {
        enrolment_.begin(std::move(request), std::move(answer));
    }
    [[nodiscard]] std::shared_ptr<StreamedRequest> stream(RequestHead head) override { return blobs_.answer(head); }
    [[nodiscard]] bool isHealthy() const override { return authority_.isHealthy(); }

private:
    AuthorityThread& authority_;
    Enrolment& enrolment_;
    BlobService& blobs_;
};

/// Carries a command out in the authority's thread and waits for it. What a command refuses is its answer; only one
/// that may be refused half-way is rehearsed.
Result<Report> carryOut(AuthorityThread& authority, Command command) {
    struct Job {
        Command command;
        Result<Report> outcome = Report{};
        std::promise<Result<void>> done;
    };
    const auto job = std::make_shared<Job>();
    job->command = std::move(command);
    const bool mayBeUndone = isRehearsed(job->command);
    const auto errand = [job, mayBeUndone](Desk& desk) -> Result<void> {
        job->outcome = perform(desk, job->command);
        if (mayBeUndone && !job->outcome) return job->outcome.error();
        return {};
    };
    const auto done = [job](Result<void> result) { job->done.set_value(std::move(result)); };
    auto finished = job->done.get_future();
    if (mayBeUndone) {
        authority.runRehearsed(errand, done);
    } else {
        authority.run(errand, done);
    }
    if (auto result = finished.get(); !result) return std::move(result).error();
    return std::move(job->outcome);
}

}  // namespace

Result<void> serve(const std::filesystem::path& directory, const ServeOptions& options, const Desk::Ports& ports,
                   const std::function<void(const std::string& url)>& announce) {
    ZX_ASSIGN(const auto lock, lockDirectory(directory));
    const auto open = [directory, ports] { return Desk::open(directory, ports); };
    ZX_ASSIGN(auto desk, open());
    ZX_ASSIGN(const auto network, Network::listen(options.listen));
    const std::string url = network->url();
    ZX_TRY(desk->perform([&](Desk& opened) { return writeMeta(opened.database(), "url", url); }));

    Workers hashers(limits::hashesAtOnceMax, limits::hashesWaitingMax);
    AuthorityThread authority(std::move(desk), open, ports.clock,
                              [&](Deliveries deliveries) { network->deliver(std::move(deliveries)); });
    Enrolment enrolment(authority, hashers, ports.clock);
    ZX_ASSIGN(const auto blobs, BlobService::open({directory, options.blobQuotaBytes}, authority, ports.clock));
    Switch backend(authority, enrolment, *blobs);
    const auto onAuthority = [&](const Command& command) { return carryOut(authority, command); };
    const auto carryOutAll = [&](Command command) {
        const bool isCompacting = command.name == "compact";
        auto report = performAll(std::move(command), onAuthority);
        if (report && isCompacting) blobs->tidy();
        return report;
    };
    ZX_ASSIGN(auto control, ControlServer::listen(directory, carryOutAll));
    Housekeeper housekeeper(options.housekeeping, authority, blobs, ports.clock);
    log::info("listening", {{"url", std::string_view(url)}});
    announce(url);
    network->run(backend, ports.catalog);
    // Whoever asks ends before the one who answers.
    control.reset();
    housekeeper.stop();
    hashers.stop();
    blobs->stop();
    authority.stop();
    log::info("stopped");
    return {};
}

}  // namespace zhixing::server
