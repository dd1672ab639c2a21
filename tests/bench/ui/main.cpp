#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>

#include <QGuiApplication>
#include <QProcess>
#include <QTemporaryDir>

#include "tests/bench/ui/crowd.h"
#include "tests/bench/ui/smoothness.h"

/// zhixing-ui-bench: what people wait for, with a full device, on the software renderer. It prints figures beside what
/// we aim for and judges nothing: a busy machine is slower.
namespace {

using namespace zhixing;
using namespace zhixing::bench;

double percentile(std::vector<double> times, double share) {
    if (times.empty()) return 0;
    std::sort(times.begin(), times.end());
    return times[std::min(times.size() - 1, static_cast<std::size_t>(share * static_cast<double>(times.size())))];
}

void line(const char* what, double value, const char* unit, double most) {
    std::printf("%-62s %9.1f %-3s aim %g\n", what, value, unit, most);
}

int explain(const Error& error) {
    std::fprintf(stderr, "zhixing-ui-bench: %s\n", error.message.c_str());
    return 1;
}

/// In a process of its own, so that its start is the start of the application; so is measureLaptop().
int measureHere(const QString& store, double startedAtMs) {
    const auto measured = measureSmoothness(store, startedAtMs);
    if (!measured) return explain(measured.error());
    line("start to the first frame with the day's tasks", measured->start.ms, "ms", 1'000);
    line("  of it, the processor's time", measured->start.cpuMs, "ms", 1'000);
    line("list flick, our own work a frame, median", percentile(measured->framesMs, 0.5), "ms", 16);
    line("list flick, our own work a frame, p99", percentile(measured->framesMs, 0.99), "ms", 16);
    line("list flick, longest frame", percentile(measured->framesMs, 1), "ms", 16);
    line("saving a form, interface busy, p99", percentile(measured->blocksMs, 0.99), "ms", 10);
    line("saving a form, until durable, median", percentile(measured->savesMs, 0.5), "ms", 10);
    line("saving a form, until durable, p99", percentile(measured->savesMs, 0.99), "ms", 10);
    line("after it, reading the rows again, median", percentile(measured->readingsMs, 0.5), "ms", 16);
    line("after it, reading the rows again, p99", percentile(measured->readingsMs, 0.99), "ms", 16);
    line("memory at its most", measured->memoryMB, "MB", 250);
    return 0;
}

int measureLaptop(const QString& store, double startedAtMs) {
    const auto started = measureLaptopStart(store, startedAtMs);
    if (!started) return explain(started.error());
    line("laptop, start to the first frame with the campaigns", started->ms, "ms", 1'000);
    line("  of it, the processor's time", started->cpuMs, "ms", 1'000);
    return 0;
}

int measureAll(std::size_t records, const QString& program) {
    const QTemporaryDir folder;
    const QString store = folder.filePath(QStringLiteral("crowd.store"));
    if (const auto made = makeCrowdedStore(store.toStdString(), records); !made) return explain(made.error());
    std::printf("%zu records on the device, software renderer, off screen\n", records);
    const auto searched = measureSearch(store);
    if (!searched) return explain(searched.error());
    for (const SearchTime& time : *searched) {
        const QString what = QStringLiteral("search %1 (%2 found), median").arg(time.query).arg(time.count);
        line(qPrintable(what), time.ms, "ms", 50);
        line("  of it, the processor's time", time.cpuMs, "ms", 50);
    }
    std::fflush(stdout);
    const auto inItsOwnProcess = [&](const QStringList& more) {
        const QString startedAt = QString::number(steadyMs(), 'f', 3);
        return QProcess::execute(
            program, QStringList{QStringLiteral("--here"), store, QStringLiteral("--started"), startedAt} + more);
    };
    const int laptop = inItsOwnProcess({QStringLiteral("--laptop")});
    return laptop != 0 ? laptop : inItsOwnProcess({});
}

}  // namespace

int main(int argc, char** argv) {
    std::size_t records = 100'000;
    std::string here;
    double startedAtMs = 0;
    bool isLaptop = false;
    CLI::App arguments{"Measures start, lists, saving, search and memory of the application on a full device."};
    arguments.add_option("--records", records, "on the device");
    arguments.add_option("--here", here, "measure on this store, in this process");
    arguments.add_option("--started", startedAtMs, "when this process was started, by the steady clock");
    arguments.add_flag("--laptop", isLaptop, "measure the start of a laptop there");
    try {
        arguments.parse(argc, argv);
    } catch (const CLI::ParseError& wrongUse) {
        return arguments.exit(wrongUse) == 0 ? 0 : 2;
    }
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
    QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationVersion(QStringLiteral("0.1.0"));
    if (here.empty()) return measureAll(records, QString::fromUtf8(argv[0]));
    const QString store = QString::fromStdString(here);
    return isLaptop ? measureLaptop(store, startedAtMs) : measureHere(store, startedAtMs);
}
