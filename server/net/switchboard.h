#pragma once

#include <map>
#include <unordered_map>
#include <utility>
#include <vector>

#include "server/net/backend.h"
#include "server/net/connection.h"
#include "server/net/doorkeeper.h"
#include "sync/wire/packer.h"

namespace zhixing::server {

/// Everybody who is connected: reads what they say for the backend, and hands out what it answers. Use from the
/// network's thread. The backend and catalog outlive it. Behind it messages are JSON; here they are packed for those who
/// asked for that, a frame that goes to many only once.
class Switchboard final : public Reception {
public:
    Switchboard(Backend& backend, const Catalog& catalog);

    /// Whether the newcomer may stay; see Doorkeeper.
    [[nodiscard]] bool admit(const std::string& neighbourhood) { return doorkeeper_.admit(neighbourhood); }
    void handOut(const Deliveries& deliveries);
    /// Everyone is told why and closed; newcomers are turned away.
    void dismissAll(const Error& why, int retryAfterMs);
    [[nodiscard]] std::size_t connections() const { return doorkeeper_.connections(); }

    void introduce(const std::string& neighbourhood) override { doorkeeper_.introduce(neighbourhood); }
    void leave(const std::string& neighbourhood, bool wasIntroduced) override {
        doorkeeper_.leave(neighbourhood, wasIntroduced);
    }
    [[nodiscard]] HttpAnswer health() const override;
    void enrol(std::string_view body, const std::string& neighbourhood,
               std::function<void(HttpAnswer)> answer) override;
    [[nodiscard]] std::shared_ptr<StreamedRequest> stream(RequestHead head) override {
        return backend_.stream(std::move(head));
    }
    [[nodiscard]] bool isStopping() const override { return isStopping_; }
    [[nodiscard]] std::string chooseSubProtocol(const std::vector<std::string>& offered) const override;
    [[nodiscard]] ConnectionNumber join(std::weak_ptr<Peer> peer, std::string_view subProtocol) override;
    void part(ConnectionNumber connection) override;
    [[nodiscard]] bool hasRoom() const override;
    [[nodiscard]] std::optional<Error> receive(ConnectionNumber connection, std::string_view message,
                                               bool isFirst) override;
    [[nodiscard]] FrameBytes refusal(const Error& error) const override;

private:
    struct Line {
        std::weak_ptr<Peer> peer;
        sync::Packer* packer = nullptr;  // null: as JSON
    };
    /// Frames as they were packed already, while one batch is handed out.
    using Packed = std::map<std::pair<const sync::Packer*, const std::string*>, FrameBytes>;

    [[nodiscard]] std::shared_ptr<Peer> find(ConnectionNumber connection) const;
    [[nodiscard]] FrameBytes written(const Line& line, const FrameBytes& frame, Packed& packed) const;

    Backend& backend_;
    const Catalog& catalog_;
    Doorkeeper doorkeeper_;
    std::map<std::string, sync::Packer, std::less<>> packers_;  // by sub-protocol; those that pack
    std::unordered_map<ConnectionNumber, Line> lines_;
    ConnectionNumber lastConnection_ = 0;
    std::size_t bytesUnderWay_ = 0;  // received and not yet decided
    bool isStopping_ = false;
};

}  // namespace zhixing::server
