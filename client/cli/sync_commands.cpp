#include <termios.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <optional>

#include <QCoreApplication>
#include <QTimer>

#include "client/cli/commands.h"
#include "client/cli/output.h"
#include "client/cli/store_file.h"
#include "client/net/sync_engine.h"
#include "sync/wire/line_writer.h"

namespace zhixing::client::cli {
namespace {

constexpr double onceSecondsMax = 30;

/// Qt's event loop for the commands that talk to a server; the others start without it.
class EventLoop {
public:
    /// Begins with `begin` and goes on until end().
    Result<void> run(const std::function<void()>& begin) {
        QTimer::singleShot(0, &application_, begin);
        QCoreApplication::exec();
        return outcome_;
    }
    void end(Result<void> outcome) {
        outcome_ = std::move(outcome);
        QCoreApplication::quit();
    }

private:
    int count_ = 1;
    char name_[12] = "zhixing-cli";
    char* arguments_[2] = {name_, nullptr};
    QCoreApplication application_{count_, arguments_};
    Result<void> outcome_;
};

Result<void> open(SyncEngine& engine) {
    return whenUnlocked([&] { return engine.open(); });
}

// ---- enrol

/// Typing a password shows nothing.
class EchoOff {
public:
    EchoOff() {
        isTerminal_ = ::tcgetattr(STDIN_FILENO, &before_) == 0;
        if (!isTerminal_) return;
        termios silent = before_;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
        std::cerr << "password: ";
    }
    EchoOff(const EchoOff&) = delete;
    EchoOff& operator=(const EchoOff&) = delete;
    ~EchoOff() {
        if (!isTerminal_) return;
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
        std::cerr << '\n';
    }

private:
    termios before_{};
    bool isTerminal_ = false;
};

std::string readPassword() {
    if (const char* given = std::getenv("ZHIXING_PASSWORD")) return given;
    const EchoOff quiet;
    std::string password;
    std::getline(std::cin, password);
    return password;
}

std::string enrolledLine(const SyncStatus& status, const Id& device) {
    std::string line;
    sync::LineWriter(line)
        .id("device", device)
        .id("person", status.person)
        .id("home", status.home)
        .text("server", status.server.toStdString())
        .end();
    return line;
}

// ---- sync

/// Follows an engine until both ends agree, or for as long as it is told to, and prints what happened.
class Follower {
public:
    Follower(SyncEngine& engine, EventLoop& loop, const Arguments& arguments)
        : engine_(engine), loop_(loop), isFollowing_(arguments.follow) {
        QObject::connect(&engine, &SyncEngine::stepped, &engine, [this] { look(); });
        deadline_.setSingleShot(true);
        QObject::connect(&deadline_, &QTimer::timeout, &engine, [this] { giveUp(); });
        if (arguments.timeoutSeconds || !isFollowing_) {
            deadline_.start(static_cast<int>(arguments.timeoutSeconds.value_or(onceSecondsMax) * 1'000));
        }
    }

private:
    [[nodiscard]] bool agrees() const { return engine_.isQuiet() && engine_.status().agreed; }

    void look() {
        if (isOver_) return;
        const bool isRefused = engine_.status().link == SyncStatus::Link::refused;
        if (isFollowing_) printChanges();
        if (isRefused) return end(reason());
        if (!isFollowing_ && engine_.isQuiet() && engine_.uploader().isIdle())
            end(agrees() ? photos() : disagreement());
    }

    void giveUp() {
        if (isOver_) return;
        const bool isDone = agrees() && engine_.uploader().isIdle();
        end(isDone ? photos() : reason());
    }

    void end(Result<void> outcome) {
        isOver_ = true;
        // Whoever was reached has a standing worth telling, also when it is not what was hoped for.
        if (!isFollowing_ && engine_.status().heardAt.ms > 0) print();
        loop_.end(std::move(outcome));
    }

    /// Rows agree; so it is the photos that decide how it went.
    [[nodiscard]] Result<void> photos() const {
        if (engine_.uploader().trouble()) return *engine_.uploader().trouble();
        return {};
    }
    [[nodiscard]] Error reason() const {
        if (engine_.lastError()) return *engine_.lastError();
        if (engine_.uploader().trouble()) return *engine_.uploader().trouble();
        return {Code::timed_out,
                "no agreement in time; " + std::to_string(engine_.status().waiting) + " edits are still waiting here",
                {},
                {}};
    }
    [[nodiscard]] static Error disagreement() {
        return {Code::damaged, "this device does not hold what the server holds for it", {}, {}};
    }

    void printChanges() {
        const auto& now = engine_.counts();
        const bool hasMoved = now.pushed != told_.pushed || now.pulled != told_.pulled ||
                              now.conflicts != told_.conflicts || now.rejected != told_.rejected ||
                              engine_.uploader().heldCount() != toldPhotos_;
        if (hasMoved || agrees() != toldAgreement_) print();
        if (engine_.lastError() && engine_.lastError() != toldError_) explain(*engine_.lastError());
        toldError_ = engine_.lastError();
    }

    /// What happened since the last line.
    void print() {
        const auto& now = engine_.counts();
        toldAgreement_ = agrees();
        std::string line;
        sync::LineWriter(line)
            .number("pushed", now.pushed - told_.pushed)
            .number("pulled", now.pulled - told_.pulled)
            .number("conflicts", now.conflicts - told_.conflicts)
            .number("rejected", now.rejected - told_.rejected)
            .number("photos", engine_.uploader().heldCount() - toldPhotos_)
            .flag("agreed", toldAgreement_)
            .number("seq", engine_.status().cursor)
            .end();
        told_ = now;
        toldPhotos_ = engine_.uploader().heldCount();
        printLine(line);
        // Nobody reads any more: nothing is lost, but there is nobody to go on for.
        if (auto printed = flushOutput(); !printed) loop_.end(printed);
    }

    SyncEngine& engine_;
    EventLoop& loop_;
    bool isFollowing_;
    QTimer deadline_;
    SyncEngine::Counts told_;
    int toldPhotos_ = 0;
    bool toldAgreement_ = false;
    std::optional<Error> toldError_;
    bool isOver_ = false;
};

}  // namespace

Result<void> enrol(const Arguments& arguments) {
    const QString link = QString::fromStdString(arguments.link);
    // A wrong link leaves no empty store behind.
    ZX_TRY(EnrolmentLink::parse(link));
    const std::string password = readPassword();
    EventLoop loop;
    SyncEngine engine(QString::fromStdString(arguments.store));
    ZX_TRY(open(engine));
    ZX_TRY(loop.run([&] {
        engine.enrol(link, QString::fromStdString(password), QString::fromStdString(arguments.authorityFile),
                     [&](const Result<void>& done) { loop.end(done); });
    }));
    printLine(enrolledLine(engine.status(), engine.device().replica().state().device));
    return {};
}

Result<void> sync(const Arguments& arguments) {
    EventLoop loop;
    SyncEngine engine(QString::fromStdString(arguments.store));
    ZX_TRY(open(engine));
    if (!engine.status().isEnrolled) return notEnrolled();
    Follower follower(engine, loop, arguments);
    return loop.run([&] { engine.setOnline(true); });
}

}  // namespace zhixing::client::cli
