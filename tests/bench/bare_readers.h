#pragma once

#include <QByteArray>
#include <QObject>
#include <QSocketNotifier>
#include <QUrl>
#include <cstdint>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "shared/base/result.h"
#include "tests/bench/stopwatch.h"

namespace zhixing::bench {

/// Thousands of connections with next to nothing behind them: plain sockets that speak just enough of PROTOCOL.md to be
/// welcomed, to pull from the head and to read what comes. They come from several loopback addresses, because a server
/// admits few strangers of one. They live in the event loop of this thread.
class BareReaders final : public QObject {
public:
    BareReaders();
    ~BareReaders() override;

    /// How many of them the limit of open files allows; raises the soft limit to the hard one.
    [[nodiscard]] static std::size_t possible();

    /// From now on there are `count`; those that are not connected connect, at most `together` of them at a time.
    /// Who is turned away tries again as devices do: after a second, then two …, a random part of the last half less.
    void connectAll(const QUrl& server, const QByteArray& token, std::size_t count, std::size_t together);
    /// Hangs up, all of them.
    void leave();

    /// Welcomed, and told by the server that nothing more is to come.
    [[nodiscard]] std::size_t ready() const { return ready_; }
    [[nodiscard]] std::size_t turnedAway() const { return turnedAway_; }

    /// Starts a clock; each reader's first page after it is noted.
    void awaitPage();
    [[nodiscard]] bool haveAllPages() const { return pagesSince_ == ready_; }
    /// Milliseconds from awaitPage() until a reader had the page, all there were.
    [[nodiscard]] const std::vector<double>& pageTimes() const { return pageTimes_; }

private:
    enum class State : std::uint8_t { absent, waiting, connecting, upgrading, greeting, pulling, ready };
    struct Reader {
        int socket = -1;
        State state = State::absent;
        bool hasPage = false;
        int attempts = 0;
        std::string received;  ///< not yet a whole answer or frame
    };

    void beginMore();
    void begin(std::size_t number);
    void proceed();
    void proceed(std::size_t number, std::uint32_t events);
    void lost(std::size_t number);
    void tryAgainLater(std::size_t number);
    [[nodiscard]] bool takeIn(Reader& reader);
    void hear(Reader& reader, std::string_view message);
    void enter(Reader& reader, State state);
    static void say(const Reader& reader, std::uint8_t opcode, std::string_view payload);

    int epoll_;
    std::unique_ptr<QSocketNotifier> notifier_;
    std::vector<Reader> readers_;
    QUrl server_;
    QByteArray token_;
    std::size_t together_ = 1;
    std::size_t next_ = 0;      ///< who has not begun
    std::size_t underWay_ = 0;  ///< between connecting and ready
    std::size_t ready_ = 0;
    std::size_t turnedAway_ = 0;
    std::size_t pagesSince_ = 0;
    std::optional<Stopwatch> watch_;
    std::vector<double> pageTimes_;
    std::minstd_rand random_{1};  // the same pauses in every run
};

}  // namespace zhixing::bench
