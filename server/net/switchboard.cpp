#include "server/net/switchboard.h"

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

void Switchboard::handOut(const Deliveries& deliveries) {
    for (const Receipt& receipt : deliveries.receipts) {
        bytesUnderWay_ -= receipt.bytes;
        if (const auto peer = find(receipt.connection)) peer->decided(receipt.isIntroduced);
    }
    for (const sync::Delivery& delivery : deliveries.frames) {
        if (const auto peer = find(delivery.to)) peer->deliver(delivery.frame, delivery.close);
    }
}

void Switchboard::dismissAll(const Error& why, int retryAfterMs) {
    isStopping_ = true;
    const FrameBytes frame = refusalFrame(why, retryAfterMs);
    const auto everyone = peers_;
    for (const auto& [connection, weak] : everyone) {
        if (const auto peer = weak.lock()) peer->deliver(frame, true);
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

ConnectionNumber Switchboard::join(std::weak_ptr<Peer> peer) {
    peers_.emplace(++lastConnection_, std::move(peer));
    return lastConnection_;
}

void Switchboard::part(ConnectionNumber connection) {
    peers_.erase(connection);
    backend_.closed(connection);
}

bool Switchboard::hasRoom() const { return bytesUnderWay_ <= limits::bytesUnderWayMax; }

std::optional<Error> Switchboard::receive(ConnectionNumber connection, std::string_view message, bool isFirst) {
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
    const auto found = peers_.find(connection);
    return found == peers_.end() ? nullptr : found->second.lock();
}

}  // namespace zhixing::server
