#include "tests/bench/bare_readers.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <QTimer>
#include <algorithm>
#include <array>
#include <cerrno>
#include <string_view>

#include "shared/catalog/catalog.h"

namespace zhixing::bench {
namespace {

constexpr std::size_t readersPerAddress = 40;
constexpr std::size_t addressesPerNet = 250;
constexpr std::size_t ownFiles = 300;  // what this process has open besides
constexpr int eventsAtOnce = 256;
constexpr double firstPauseMs = 1'000, longestPauseMs = 300'000;

constexpr std::uint8_t text = 1, closing = 8, ping = 9, pong = 10;

sockaddr_in loopback(std::size_t host, std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(static_cast<std::uint32_t>(host));
    address.sin_port = htons(port);
    return address;
}

bool comesFrom(int socket, const sockaddr_in& address) {
    return ::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
}

bool goesTo(int socket, const sockaddr_in& address) {
    const bool isThere = ::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    return isThere || errno == EINPROGRESS;
}

/// The integer after `key` in an envelope; messages of our own server need no more reading than that.
std::string numberAfter(std::string_view message, std::string_view key) {
    const std::size_t at = message.find(key);
    if (at == std::string_view::npos) return "0";
    const std::string_view rest = message.substr(at + key.size());
    return std::string(rest.substr(0, rest.find_first_not_of("0123456789")));
}

struct ServerFrame {
    std::uint8_t opcode = 0;
    std::size_t head = 0, size = 0;  ///< bytes before the payload, bytes of it
};

/// The frame that the bytes begin with, when it is there as a whole. Servers do not mask.
std::optional<ServerFrame> firstFrame(std::string_view bytes) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(bytes[i]); };
    if (bytes.size() < 2) return {};
    const std::size_t shortSize = byte(1) & 0x7FU;
    const std::size_t sizeBytes = shortSize == 126 ? 2 : shortSize == 127 ? 8 : 0;
    ServerFrame frame{static_cast<std::uint8_t>(byte(0) & 0x0FU), 2 + sizeBytes, shortSize};
    if (bytes.size() < frame.head) return {};
    if (sizeBytes > 0) frame.size = 0;
    for (std::size_t i = 0; i < sizeBytes; ++i) frame.size = frame.size << 8U | byte(2 + i);
    if (bytes.size() - frame.head < frame.size) return {};
    return frame;
}

}  // namespace

BareReaders::BareReaders() : epoll_(::epoll_create1(EPOLL_CLOEXEC)) {
    notifier_ = std::make_unique<QSocketNotifier>(epoll_, QSocketNotifier::Read);
    connect(notifier_.get(), &QSocketNotifier::activated, this, [this] { proceed(); });
}

BareReaders::~BareReaders() {
    leave();
    notifier_.reset();
    ::close(epoll_);
}

std::size_t BareReaders::possible() {
    rlimit files{};
    ::getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &files);
    ::getrlimit(RLIMIT_NOFILE, &files);
    return files.rlim_cur > ownFiles ? files.rlim_cur - ownFiles : 0;
}

void BareReaders::connectAll(const QUrl& server, const QByteArray& token, std::size_t count, std::size_t together) {
    server_ = server;
    token_ = token;
    together_ = together;
    readers_.resize(std::max(count, readers_.size()));
    next_ = 0;
    beginMore();
}

void BareReaders::leave() {
    for (Reader& reader : readers_) {
        if (reader.socket >= 0) ::close(reader.socket);
        reader = {};
    }
    ready_ = underWay_ = 0;
}

void BareReaders::awaitPage() {
    for (Reader& reader : readers_) reader.hasPage = false;
    pagesSince_ = 0;
    watch_.emplace();
}

// ---- connecting

void BareReaders::beginMore() {
    for (; next_ < readers_.size() && underWay_ < together_; ++next_) {
        if (readers_[next_].state == State::absent) begin(next_);
    }
}

void BareReaders::begin(std::size_t number) {
    Reader& reader = readers_[number];
    reader.socket = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    reader.state = State::connecting;
    reader.received.clear();
    ++underWay_;
    const std::size_t group = number / readersPerAddress;
    const std::size_t host = INADDR_LOOPBACK + (1 + group / addressesPerNet) * 256 + group % addressesPerNet;
    const auto port = static_cast<std::uint16_t>(server_.port());
    epoll_event interest{};
    interest.events = EPOLLIN | EPOLLOUT | EPOLLET;
    interest.data.u64 = number;
    const bool hasBegun = reader.socket >= 0 && comesFrom(reader.socket, loopback(host, 0)) &&
                          goesTo(reader.socket, loopback(INADDR_LOOPBACK, port));
    if (!hasBegun || ::epoll_ctl(epoll_, EPOLL_CTL_ADD, reader.socket, &interest) != 0) lost(number);
}

void BareReaders::lost(std::size_t number) {
    Reader& reader = readers_[number];
    if (reader.socket >= 0) ::close(reader.socket);
    reader.socket = -1;
    if (reader.state == State::ready) {
        --ready_;
        reader.state = State::absent;
        return;
    }
    --underWay_;
    ++turnedAway_;
    tryAgainLater(number);
}

void BareReaders::tryAgainLater(std::size_t number) {
    Reader& reader = readers_[number];
    reader.state = State::waiting;
    const double whole =
        std::min(firstPauseMs * static_cast<double>(1 << std::min(reader.attempts++, 9)), longestPauseMs);
    const double share = std::uniform_real_distribution<double>(0.5, 1)(random_);
    QTimer::singleShot(static_cast<int>(whole * share), Qt::PreciseTimer, this, [this, number] {
        if (number < readers_.size() && readers_[number].state == State::waiting) begin(number);
    });
}

// ---- reading

void BareReaders::proceed() {
    std::array<epoll_event, eventsAtOnce> events{};
    const int count = ::epoll_wait(epoll_, events.data(), eventsAtOnce, 0);
    for (int i = 0; i < count; ++i) {
        const epoll_event& event = events[static_cast<std::size_t>(i)];
        proceed(event.data.u64, event.events);
    }
    beginMore();
}

void BareReaders::proceed(std::size_t number, std::uint32_t events) {
    Reader& reader = readers_[number];
    if (reader.socket < 0) return;
    if (reader.state == State::connecting && (events & EPOLLOUT) != 0) {
        const std::string request =
            "GET /sync HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            "Sec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\r\nSec-WebSocket-Version: 13\r\n"
            "Sec-WebSocket-Protocol: zhixing.sync.1\r\n\r\n";
        (void)::send(reader.socket, request.data(), request.size(), MSG_NOSIGNAL);
        reader.state = State::upgrading;
    }
    if ((events & (EPOLLIN | EPOLLHUP | EPOLLERR)) != 0 && !takeIn(reader)) lost(number);
}

/// Everything there is to read; false when the other end is gone.
bool BareReaders::takeIn(Reader& reader) {
    std::array<char, 16 * 1024> room{};
    ssize_t count = 0;
    while ((count = ::recv(reader.socket, room.data(), room.size(), 0)) > 0) {
        reader.received.append(room.data(), static_cast<std::size_t>(count));
    }
    const bool isGone = count == 0 || (errno != EAGAIN && errno != EINTR);
    if (reader.state == State::upgrading) {
        const std::size_t end = reader.received.find("\r\n\r\n");
        if (end == std::string::npos) return !isGone;
        if (reader.received.compare(0, 12, "HTTP/1.1 101") != 0) return false;
        reader.received.erase(0, end + 4);
        enter(reader, State::greeting);
    }
    while (const auto frame = firstFrame(reader.received)) {
        const std::string payload = reader.received.substr(frame->head, frame->size);
        reader.received.erase(0, frame->head + frame->size);
        if (frame->opcode == closing) return false;
        if (frame->opcode == ping) say(reader, pong, payload);
        if (frame->opcode == text) hear(reader, payload);
    }
    return !isGone;
}

void BareReaders::enter(Reader& reader, State state) {
    reader.state = state;
    if (state == State::greeting) {
        say(reader, text,
            R"({"t":"hello","protocol":1,"schema":")" + catalog().fingerprint() + R"(","token":")" +
                token_.toStdString() + R"(","epoch":"","cursor":0,"acked":0,"scopes":""})");
    } else if (state == State::ready) {
        reader.attempts = 0;
        reader.received.shrink_to_fit();
        --underWay_;
        ++ready_;
    }
}

void BareReaders::hear(Reader& reader, std::string_view message) {
    const auto is = [&](std::string_view name) { return message.starts_with("{\"t\":\"" + std::string(name) + "\""); };
    if (reader.state == State::greeting && is("welcome")) {
        say(reader, text, R"({"t":"pull","cursor":)" + numberAfter(message, R"("head":)") + R"(,"credit":8})");
        enter(reader, State::pulling);
    } else if (reader.state == State::pulling && is("caught_up")) {
        enter(reader, State::ready);
    } else if (reader.state == State::ready && is("page")) {
        if (watch_ && !reader.hasPage) {
            pageTimes_.push_back(watch_->ms());
            ++pagesSince_;
        }
        reader.hasPage = true;
        say(reader, text, R"({"t":"credit","pages":1})");
    }
}

/// A client's frame is masked; a mask of zeros changes nothing.
void BareReaders::say(const Reader& reader, std::uint8_t opcode, std::string_view payload) {
    std::string frame(1, static_cast<char>(0x80U | opcode));
    if (payload.size() < 126) {
        frame += static_cast<char>(0x80U | payload.size());
    } else {
        frame += static_cast<char>(0x80U | 126U);
        frame += static_cast<char>(payload.size() >> 8U);
        frame += static_cast<char>(payload.size() & 0xFFU);
    }
    frame.append(4, '\0');
    frame += payload;
    (void)::send(reader.socket, frame.data(), frame.size(), MSG_NOSIGNAL);
}

}  // namespace zhixing::bench
