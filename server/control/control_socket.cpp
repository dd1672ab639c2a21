#include "server/control/control_socket.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>

#include "server/control/control_message.h"
#include "server/limits.h"
#include "server/log.h"

namespace zhixing::server {

namespace {

/// A descriptor that closes itself.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    [[nodiscard]] int get() const { return number_; }
    [[nodiscard]] int release() { return std::exchange(number_, -1); }

private:
    int number_;
};

Error failed(const char* what) {
    return Error{Code::io_failed, std::string(what) + ": " + std::generic_category().message(errno), {}, {}};
}

/// Nothing when the path is longer than a socket's may be.
std::optional<sockaddr_un> addressOf(const std::filesystem::path& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string text = path.string();
    if (text.size() >= sizeof address.sun_path) return std::nullopt;
    std::memcpy(address.sun_path, text.c_str(), text.size() + 1);
    return address;
}

/// Neither side waits for ever for the other to send or take some bytes. Zero: the answer may take its time.
void limitWaiting(int socket, int option, std::chrono::seconds time) {
    const timeval limit{time.count(), 0};
    ::setsockopt(socket, SOL_SOCKET, option, &limit, sizeof limit);
}

bool sendAll(int socket, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR) continue;
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

bool sendBlock(int socket, std::string_view bytes) {
    std::array<char, 8> length{};
    for (std::size_t i = 0; i < length.size(); ++i) {
        length[i] =
            static_cast<char>((static_cast<std::uint64_t>(bytes.size()) >> (8 * (length.size() - 1 - i))) & 0xffU);
    }
    return sendAll(socket, {length.data(), length.size()}) && sendAll(socket, bytes);
}

bool receiveAll(int socket, char* out, std::size_t size) {
    for (std::size_t read = 0; read < size;) {
        const ssize_t got = ::recv(socket, out + read, size - read, 0);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return false;
        read += static_cast<std::size_t>(got);
    }
    return true;
}

std::optional<std::string> receiveBlock(int socket, std::size_t bytesMax) {
    std::array<char, 8> head{};
    if (!receiveAll(socket, head.data(), head.size())) return std::nullopt;
    std::uint64_t length = 0;
    for (char c : head) length = (length << 8U) | static_cast<unsigned char>(c);
    if (length > bytesMax) return std::nullopt;
    std::string bytes(length, '\0');
    if (!receiveAll(socket, bytes.data(), bytes.size())) return std::nullopt;
    return bytes;
}

}  // namespace

std::filesystem::path controlSocketIn(const std::filesystem::path& directory) { return directory / "control.sock"; }

Result<std::unique_ptr<ControlServer>> ControlServer::listen(const std::filesystem::path& directory, Handle handle) {
    const auto path = controlSocketIn(directory);
    const auto address = addressOf(path);
    if (!address) return Error{Code::too_long, path.string() + ": the path is too long for a socket", {}, {}};
    Descriptor listener(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    Descriptor stopper(::eventfd(0, EFD_CLOEXEC));
    if (listener.get() < 0 || stopper.get() < 0) return failed("cannot make the control socket");

    ::unlink(path.c_str());
    const mode_t before = ::umask(0177);
    const int bound = ::bind(listener.get(), reinterpret_cast<const sockaddr*>(&*address), sizeof *address);
    ::umask(before);
    if (bound != 0 || ::listen(listener.get(), 16) != 0) return failed("cannot listen on the control socket");
    return std::unique_ptr<ControlServer>(
        new ControlServer(path, listener.release(), stopper.release(), std::move(handle)));
}

ControlServer::ControlServer(std::filesystem::path path, int listener, int stopper, Handle handle)
    : path_(std::move(path)), listener_(listener), stopper_(stopper), handle_(std::move(handle)), thread_([this] {
          serve();
      }) {}

ControlServer::~ControlServer() {
    const std::uint64_t one = 1;
    while (::write(stopper_, &one, sizeof one) < 0 && errno == EINTR) {
    }
    thread_.join();
    ::close(listener_);
    ::close(stopper_);
    ::unlink(path_.c_str());
}

void ControlServer::serve() {
    for (;;) {
        std::array<pollfd, 2> watched{{{listener_, POLLIN, 0}, {stopper_, POLLIN, 0}}};
        if (::poll(watched.data(), watched.size(), -1) < 0 && errno != EINTR) return;
        if (watched[1].revents != 0) return;
        if (watched[0].revents == 0) continue;
        const Descriptor connection(::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC));
        if (connection.get() >= 0) answer(connection.get());
    }
}

void ControlServer::answer(int connection) const {
    limitWaiting(connection, SO_RCVTIMEO, limits::controlTimeMax);
    limitWaiting(connection, SO_SNDTIMEO, limits::controlTimeMax);
    const auto request = receiveBlock(connection, limits::controlRequestBytesMax);
    auto input = request ? receiveBlock(connection, limits::importFileBytesMax) : std::nullopt;
    if (!input) return;
    auto command = decodeCommand(*request);
    if (!command) return;
    command->input = std::move(*input);
    log::info("command", {{"name", std::string_view(command->name)}});
    const Result<Report> outcome = handle_(std::move(command).value());
    const Report report = outcome ? *outcome : Report{};
    (void)(sendBlock(connection, encodeStatus(outcome)) && sendBlock(connection, report.output) &&
           sendBlock(connection, report.notes));
}

std::optional<Result<Report>> askServer(const std::filesystem::path& directory, const Command& command) {
    const auto address = addressOf(controlSocketIn(directory));
    if (!address) return std::nullopt;
    const Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (::connect(socket.get(), reinterpret_cast<const sockaddr*>(&*address), sizeof *address) != 0)
        return std::nullopt;

    limitWaiting(socket.get(), SO_SNDTIMEO, limits::controlTimeMax);
    const Error broken{Code::unreachable, "the running server did not answer", {}, {}};
    if (!sendBlock(socket.get(), encodeCommand(command)) || !sendBlock(socket.get(), command.input)) return broken;
    constexpr std::size_t anyLength = SIZE_MAX;
    const auto status = receiveBlock(socket.get(), limits::controlRequestBytesMax);
    auto output = status ? receiveBlock(socket.get(), anyLength) : std::nullopt;
    auto notes = output ? receiveBlock(socket.get(), anyLength) : std::nullopt;
    if (!notes) return broken;
    if (const auto done = decodeStatus(*status); !done) return done.error();
    return Report{std::move(*output), std::move(*notes)};
}

}  // namespace zhixing::server
