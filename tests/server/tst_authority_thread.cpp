#include <QTemporaryDir>
#include <QTest>
#include <condition_variable>
#include <mutex>

#include "server/authority_thread.h"
#include "shared/catalog/catalog.h"
#include "sync/wire/codec.h"

using namespace zhixing;
using namespace zhixing::server;

namespace {

constexpr std::chrono::seconds patience{20};

/// A thread on a new organisation, and everything it delivered.
class Scene {
public:
    Scene() {
        auto desk = Desk::found(directory_.path().toStdString(), ports_, {"组织", "hq", ""});
        auto deliver = [this](Deliveries deliveries) { keep(std::move(deliveries)); };
        thread = std::make_unique<AuthorityThread>(
            std::move(desk).value(), [this] { return reopen(); }, clock_, deliver);
    }
    ~Scene() { thread->stop(); }

    /// Runs the errand and says how it ended.
    Result<void> run(Errand errand, bool isRehearsed = false) {
        std::optional<Result<void>> outcome;
        const auto done = [&](Result<void> result) {
            const std::lock_guard lock(mutex_);
            outcome = std::move(result);
            changed_.notify_all();
        };
        isRehearsed ? thread->runRehearsed(std::move(errand), done) : thread->run(std::move(errand), done);
        std::unique_lock lock(mutex_);
        const bool isDone = changed_.wait_for(lock, patience, [&] { return outcome.has_value(); });
        return isDone ? std::move(*outcome) : Error{Code::timed_out, "nothing happened", {}, {}};
    }
    /// Everything sent to a connection so far, one frame after the other, once it holds `text`.
    std::string sentTo(sync::ConnectionId connection, const std::string& text) {
        std::unique_lock lock(mutex_);
        changed_.wait_for(lock, patience, [&] { return sent_[connection].find(text) != std::string::npos; });
        return sent_[connection];
    }
    bool wasClosed(sync::ConnectionId connection) {
        const std::lock_guard lock(mutex_);
        return closed_.contains(connection);
    }
    bool wasIntroduced(sync::ConnectionId connection) {
        const std::lock_guard lock(mutex_);
        return introduced_.contains(connection);
    }

    /// A new device of the administrator.
    std::string token() {
        std::string made;
        const auto enrolled = run([&](Desk& desk) -> Result<void> {
            ZX_ASSIGN(const auto code, desk.accounts().makeEnrolmentCode(desk.administrator(), desk.now()));
            ZX_ASSIGN(const auto device, desk.accounts().enrol(code, "phone", {}, desk.now()));
            made = device.second;
            return {};
        });
        return enrolled ? made : std::string();
    }
    void hello(sync::ConnectionId connection, const std::string& token) {
        thread->opened(connection, sync::Hello{sync::protocolVersion, "", token, "", 0, 0, ""}, 10);
    }
    /// Adds a campaign of about 50 kB.
    void push(sync::ConnectionId connection, sync::Counter counter) {
        const RecordType& type = catalog().at("campaign");
        sync::Operation add;
        add.counter = counter;
        add.type = &type;
        add.verb = sync::Verb::add;
        add.record = newId(clock_.now(), random_);
        add.at = clock_.now();
        add.changes.push_back({static_cast<std::uint16_t>(*type.find("name")), Value(std::string("大")), {}});
        for (std::uint16_t i = 0; i < type.fields.size(); ++i) {
            if (type.fields[i].kind != Kind::longText || !type.fields[i].states.empty()) continue;
            add.changes.push_back({i, Value(std::string(static_cast<std::size_t>(type.fields[i].most), 'x')), {}});
        }
        thread->received(connection, sync::Push{0, {add}}, 10);
    }

    std::atomic<bool> mayReopen{true};
    std::unique_ptr<AuthorityThread> thread;

private:
    Result<std::unique_ptr<Desk>> reopen() {
        if (!mayReopen) return Error{Code::io_failed, "still broken", {}, {}};
        return Desk::open(directory_.path().toStdString(), ports_);
    }
    void keep(Deliveries deliveries) {
        const std::lock_guard lock(mutex_);
        for (const auto& delivery : deliveries.frames) {
            if (delivery.frame) sent_[delivery.to] += *delivery.frame + '\n';
            if (delivery.close) closed_.insert(delivery.to);
        }
        for (const auto& receipt : deliveries.receipts) {
            if (receipt.isIntroduced) introduced_.insert(receipt.connection);
        }
        changed_.notify_all();
    }

    QTemporaryDir directory_;
    SystemClock clock_;
    SystemRandom random_;
    Desk::Ports ports_{catalog(), clock_, random_};
    std::mutex mutex_;
    std::condition_variable changed_;
    std::map<sync::ConnectionId, std::string> sent_;
    std::set<sync::ConnectionId> closed_;
    std::set<sync::ConnectionId> introduced_;
};

/// The next writes find the disk full, as far as SQLite knows; opening the file anew ends it.
Result<void> fillTheDisk(Desk& desk) { return desk.database().execute("PRAGMA max_page_count = 1"); }

}  // namespace

class TestAuthorityThread : public QObject {
    Q_OBJECT

private slots:
    void hello_goodToken_introduces();
    void hello_badToken_isClosed();
    void storageFailure_duringPush_sendsEveryoneAwayUnacknowledged();
    void storageFailure_thenRecovery_goesOn();
    void storageFailure_lasting_isUnhealthyUntilItEnds();
    void rehearsedErrand_refused_disturbsNobody();
    void stop_withWorkWaiting_finishesIt();
};

void TestAuthorityThread::hello_goodToken_introduces() {
    Scene scene;
    scene.hello(7, scene.token());
    QVERIFY(scene.sentTo(7, "welcome").find(R"({"t":"welcome")") == 0);
    QVERIFY(scene.wasIntroduced(7));
    QVERIFY(!scene.wasClosed(7));
}

void TestAuthorityThread::hello_badToken_isClosed() {
    Scene scene;
    scene.hello(7, "no token");
    QVERIFY(scene.sentTo(7, "refused").find(R"("code":"not_enrolled")") != std::string::npos);
    QVERIFY(scene.wasClosed(7));
    QVERIFY(!scene.wasIntroduced(7));
}

void TestAuthorityThread::storageFailure_duringPush_sendsEveryoneAwayUnacknowledged() {
    Scene scene;
    scene.hello(1, scene.token());
    scene.hello(2, scene.token());
    scene.sentTo(2, "welcome");
    QVERIFY(scene.run(&fillTheDisk).ok());

    scene.push(1, 1);

    const std::string first = scene.sentTo(1, "refused");
    QVERIFY(first.find("outcomes") == std::string::npos);
    QVERIFY(first.find(R"("code":"disk_full")") != std::string::npos);
    QVERIFY(scene.sentTo(2, "refused").find(R"("code":"disk_full")") != std::string::npos);
    QVERIFY(scene.wasClosed(1) && scene.wasClosed(2));
}

void TestAuthorityThread::storageFailure_thenRecovery_goesOn() {
    Scene scene;
    const std::string token = scene.token();
    scene.hello(1, token);
    scene.sentTo(1, "welcome");
    QVERIFY(scene.run(&fillTheDisk).ok());
    scene.push(1, 1);
    scene.sentTo(1, "refused");

    scene.hello(3, token);
    QVERIFY(scene.sentTo(3, "welcome").find(R"("last_counter":0)") != std::string::npos);
    scene.push(3, 1);

    QVERIFY(scene.sentTo(3, "outcomes").find(R"({"n":1,"result":"applied")") != std::string::npos);
    QVERIFY(scene.thread->isHealthy());
}

void TestAuthorityThread::storageFailure_lasting_isUnhealthyUntilItEnds() {
    Scene scene;
    const std::string token = scene.token();
    scene.hello(1, token);
    scene.sentTo(1, "welcome");
    scene.mayReopen = false;
    QVERIFY(scene.run(&fillTheDisk).ok());
    scene.push(1, 1);
    scene.sentTo(1, "refused");

    scene.hello(2, token);
    QVERIFY(scene.sentTo(2, "refused").find("io_failed") != std::string::npos);
    QVERIFY(!scene.thread->isHealthy());
    scene.mayReopen = true;

    scene.hello(3, token);
    QVERIFY(!scene.sentTo(3, "welcome").empty());
    QVERIFY(scene.thread->isHealthy());
}

void TestAuthorityThread::rehearsedErrand_refused_disturbsNobody() {
    Scene scene;
    scene.hello(1, scene.token());
    scene.sentTo(1, "welcome");
    const auto half = [](Desk& desk) -> Result<void> {
        const RecordType& type = desk.catalog().at("campaign");
        const sync::DirectChange change{sync::Verb::add,
                                        &type,
                                        {},
                                        {},
                                        {},
                                        {{static_cast<std::uint16_t>(*type.find("name")), Value(std::string("半"))}}};
        ZX_ASSIGN(const auto made, desk.authority().change(desk.administrator(), std::span(&change, 1), desk.now()));
        return made.empty() ? Result<void>() : Error{Code::forbidden, "and now not", {}, {}};
    };

    QCOMPARE(scene.run(half, true).error().code, Code::forbidden);

    scene.thread->received(1, sync::Pull{0, 4}, 10);
    const std::string sent = scene.sentTo(1, "caught_up");
    QVERIFY(sent.find("半") == std::string::npos);
    QVERIFY(!scene.wasClosed(1));
    QCOMPARE(
        scene.run([](Desk& desk) -> Result<void> { return desk.authority().head() == 4 ? Result<void>() : Error{}; })
            .ok(),
        true);
}

void TestAuthorityThread::stop_withWorkWaiting_finishesIt() {
    Scene scene;
    int done = 0;
    for (int i = 0; i < 1'000; ++i) {
        scene.thread->run([](Desk&) -> Result<void> { return {}; },
                          [&](const Result<void>& result) { done += result.ok() ? 1 : 0; });
    }
    scene.thread->stop();
    QCOMPARE(done, 1'000);
}

QTEST_APPLESS_MAIN(TestAuthorityThread)
#include "tst_authority_thread.moc"
