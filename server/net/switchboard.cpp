#include "server/net/switchboard.h"

#include <algorithm>

#include "server/limits.h"
#include "sync/wire/codec.h"

namespace zhixing::server {

static_assert(std::is_same_v<ConnectionNumber, sync::ConnectionId>);
static_assert(std::is_same_v<FrameBytes, sync::Frame>);

namespace {

FrameBytes refusalFrame(const Error& error, int retryAfterMs) {
    const sync::ServerMessage refusal = sync::Refusal{error, true, retryAfterMs};
    return std::make_shared<const std::string>(sync::encode(refusal));
}

HttpAnswer httpAnswer(const Error& error, std::int64_t retryAfterMs = 0) {
    HttpAnswer answer;
    answer.status = httpStatusOf(error.code);
    answer.body = bodyOf(error);
    answer.retryAfterMs = retryAfterMs;
    return answer;
}

}  // namespace

Switchboard::Switchboard(Backend& backend, const Catalog& catalog) : backend_(backend), catalog_(catalog) {
    for (std::string& name : sync::offeredSubProtocols(catalog)) {
        const auto dialect = sync::dialectOf(catalog, name).value_or(sync::Dialect{});
        if (dialect.coding == sync::Coding::json) continue;
        packers_.try_emplace(std::move(name), catalog, dialect);
    }
}

void Switchboard::handOut(const Deliveries& deliveries) {
    for (const Receipt& receipt : deliveries.receipts) {
        bytesUnderWay_ -= receipt.bytes;
        if (const auto peer = find(receipt.connection)) peer->decided(receipt.isIntroduced);
    }
    Packed packed;
    for (const sync::Delivery& delivery : deliveries.frames) {
        const auto found = lines_.find(delivery.to);
        if (found == lines_.end()) continue;
        if (const auto peer = found->second.peer.lock())
            peer->deliver(written(found->second, delivery.frame, packed), delivery.close);
    }
}

FrameBytes Switchboard::written(const Line& line, const FrameBytes& frame, Packed& packed) const {
    if (line.packer == nullptr || frame == nullptr) return frame;
    FrameBytes& bytes = packed[{line.packer, frame.get()}];
    if (bytes == nullptr) bytes = std::make_shared<const std::string>(line.packer->pack(*frame));
    return bytes;
}

void Switchboard::dismissAll(const Error& why, int retryAfterMs) {
    isStopping_ = true;
    const FrameBytes frame = refusalFrame(why, retryAfterMs);
    const auto everyone = lines_;
    for (const auto& [connection, line] : everyone) {
        if (const auto peer = line.peer.lock()) peer->deliver(frame, true);
    }
}

HttpAnswer Switchboard::health() const {
    if (backend_.isHealthy()) return {200, R"({"status":"ok","protocol":1})"};
    return {503, R"({"status":"failing","protocol":1})"};
}

void Switchboard::enrol(std::string_view body, const std::string& neighbourhood,
                        std::function<void(HttpAnswer)> answer) {
    auto request = parseEnrolRequest(body);
    if (!request) return answer(httpAnswer(request.error()));
    request->address = neighbourhood;
    backend_.enrol(std::move(request).value(), [answer = std::move(answer)](const Backend::EnrolOutcome& outcome) {
        if (const auto* admitted = std::get_if<EnrolAnswer>(&outcome)) return answer({200, bodyOf(*admitted)});
        const auto& refusal = std::get<EnrolRefusal>(outcome);
        answer(httpAnswer(refusal.error, refusal.retryAfterMs));
    });
}

std::string Switchboard::chooseSubProtocol(const std::vector<std::string>& offered) const {
    for (const std::string& ours : sync::offeredSubProtocols(catalog_)) {
        if (std::find(offered.begin(), offered.end(), ours) != offered.end()) return ours;
    }
    return {};
}

ConnectionNumber Switchboard::join(std::weak_ptr<Peer> peer, std::string_view subProtocol) {
    Line line{std::move(peer), nullptr};
    if (const auto packer = packers_.find(subProtocol); packer != packers_.end()) line.packer = &packer->second;
    lines_.emplace(++lastConnection_, std::move(line));
    return lastConnection_;
}

void Switchboard::part(ConnectionNumber connection) {
    lines_.erase(connection);
    backend_.closed(connection);
}

bool Switchboard::hasRoom() const { return bytesUnderWay_ <= limits::bytesUnderWayMax; }

std::optional<Error> Switchboard::receive(ConnectionNumber connection, std::string_view message, bool isFirst) {
    const auto found = lines_.find(connection);
    std::string unpacked;
    if (found != lines_.end() && found->second.packer != nullptr) {
        auto read = found->second.packer->unpack(message);
        if (!read) return read.error();
        unpacked = std::move(read).value();
        message = unpacked;
    }
    auto decoded = sync::decodeClient(catalog_, message);
    if (!decoded) return decoded.error();
    auto* hello = std::get_if<sync::Hello>(&*decoded);
    if (isFirst && hello == nullptr) return Error{Code::unexpected_message, "the first message is hello", {}, {}};

    bytesUnderWay_ += message.size();
    if (isFirst) {
        backend_.opened(connection, std::move(*hello), message.size());
    } else {
        backend_.received(connection, std::move(decoded).value(), message.size());
    }
    return std::nullopt;
}

FrameBytes Switchboard::refusal(const Error& error) const { return refusalFrame(error, 0); }

std::shared_ptr<Peer> Switchboard::find(ConnectionNumber connection) const {
    const auto found = lines_.find(connection);
    return found == lines_.end() ? nullptr : found->second.peer.lock();
}

}  // namespace zhixing::server
