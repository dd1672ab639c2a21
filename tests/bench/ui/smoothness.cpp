#include "tests/bench/ui/smoothness.h"

#include <algorithm>
#include <chrono>
#include <ctime>

#include <QEventLoop>
#include <QFile>
#include <QQuickItem>
#include <QTimer>

#include "client/pictures.h"
#include "client/store/schema.h"
#include "client/store/search.h"
#include "client/viewmodels/engine_gateway.h"
#include "client/window.h"
#include "shared/catalog/catalog.h"

namespace zhixing::bench {
namespace {

using namespace zhixing::client;

constexpr int frameCount = 300;
constexpr int flickStep = 45;  // pixels a frame: a quick thumb
constexpr int saveCount = 200;
constexpr int patienceMs = 5'000;  // for what should come at once

double peakMemoryMB() {
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly)) return 0;
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (line.startsWith("VmHWM:")) return line.simplified().split(' ').value(1).toDouble() / 1024;
    }
    return 0;
}

/// Of the processor, since this process began.
double processorMs() { return 1'000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

/// Runs the event loop until the window has drawn once more.
void awaitFrame(QQuickWindow& window) {
    QEventLoop loop;
    const auto drawn = QObject::connect(&window, &QQuickWindow::frameSwapped, &loop, &QEventLoop::quit);
    QTimer::singleShot(patienceMs, &loop, &QEventLoop::quit);
    window.update();
    loop.exec();
    QObject::disconnect(drawn);
}

/// Moves the list by a step a frame. A frame's work is the making of what comes into view, and its drawing.
std::vector<double> flick(MainWindow& window) {
    window.show(QStringLiteral("tasks"));
    awaitFrame(*window.window());
    auto* list = window.window()->findChild<QQuickItem*>(QStringLiteral("taskList"));
    if (list == nullptr) return {};
    double began = 0;
    double drawn = 0;
    const auto start =
        QObject::connect(window.window(), &QQuickWindow::afterAnimating, list, [&] { began = steadyMs(); });
    const auto end =
        QObject::connect(window.window(), &QQuickWindow::frameSwapped, list, [&] { drawn += steadyMs() - began; });
    std::vector<double> frames;
    for (int i = 0; i < frameCount; ++i) {
        drawn = 0;
        const double before = steadyMs();
        list->setProperty("contentY", list->property("contentY").toReal() + flickStep);
        const double moved = steadyMs() - before;
        awaitFrame(*window.window());
        frames.push_back(moved + drawn);
    }
    QObject::disconnect(start);
    QObject::disconnect(end);
    return frames;
}

void save(MainWindow& window, App& app, const Gateway& gateway, Smoothness& result) {
    window.show(QStringLiteral("spend"));
    awaitFrame(*window.window());
    SpendForm& form = *app.spendForm();
    for (int i = 0; i < saveCount; ++i) {
        form.setAmount(QString::number(100 + i));
        form.setLine(form.lines()->value(0, QStringLiteral("key")).toString());
        form.setNote(QStringLiteral("测量用的支出 %1").arg(i));
        QEventLoop loop;
        double saidAt = 0;
        const QObject here;
        QObject::connect(&app, &App::said, &here, [&] { saidAt = steadyMs(); });
        // Behind everybody who reads these rows again; nobody records the next spend before that.
        QObject::connect(&gateway, &Gateway::rowsChanged, &here,
                         [&] { QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection); });
        const double before = steadyMs();
        if (!form.save()) return;
        result.blocksMs.push_back(steadyMs() - before);
        QTimer::singleShot(patienceMs, &loop, &QEventLoop::quit);
        loop.exec();
        if (saidAt == 0) return;
        result.savesMs.push_back(saidAt - before);
        result.readingsMs.push_back(steadyMs() - saidAt);
    }
}

}  // namespace

double steadyMs() {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

Result<StartTime> measureLaptopStart(const QString& store, double startedAtMs) {
    Settings settings(nullptr);
    ZX_ASSIGN(const auto gateway, EngineGateway::open(store));
    gateway->pretend(*Date::parse("2025-10-16"));
    App app(*gateway, settings);
    MainWindow window(app, settings, laptopSize);
    if (window.window() == nullptr) return Error{Code::not_found, "the window could not be made", {}, {}};
    awaitFrame(*window.window());
    if (app.campaigns()->rows()->count() == 0)
        return Error{Code::not_found, "the first page shows no campaign", {}, {}};
    return StartTime{steadyMs() - startedAtMs, processorMs()};
}

Result<Smoothness> measureSmoothness(const QString& store, double startedAtMs) {
    Smoothness result;
    Settings settings(nullptr);
    ZX_ASSIGN(const auto gateway, EngineGateway::open(store));
    gateway->pretend(*Date::parse("2025-10-16"));
    App app(*gateway, settings);
    MainWindow window(app, settings);
    if (window.window() == nullptr) return Error{Code::not_found, "the window could not be made", {}, {}};
    awaitFrame(*window.window());
    if (app.today()->tasks()->count() == 0) return Error{Code::not_found, "the first page shows no task", {}, {}};
    result.start = {steadyMs() - startedAtMs, processorMs()};
    result.framesMs = flick(window);
    save(window, app, *gateway, result);
    result.memoryMB = peakMemoryMB();
    return result;
}

Result<std::vector<SearchTime>> measureSearch(const QString& store) {
    constexpr std::size_t rounds = 7;
    ZX_ASSIGN(auto reader, openReader(store.toStdString(), catalog()));
    std::vector<SearchTime> times;
    // Each way of looking, and the worst: what nearly every text has, what none has, one character, one letter, two words.
    for (const char* text : {"签到", "第99999号", "重慶", "現場簽到", "qiandao", "qd", "paiduishijian", "pdsj", "a",
                             "s", "1", "第", "号", "x0", "没有这样的字", "zhuangzhuang", "第 号", "s s d d"}) {
        std::vector<double> all;
        std::size_t count = 0;
        const std::clock_t cpuBefore = std::clock();
        for (std::size_t i = 0; i < rounds; ++i) {
            const double before = steadyMs();
            ZX_ASSIGN(const Found found, find(reader, catalog(), search::Query(text), 20));
            all.push_back(steadyMs() - before);
            count = found.count;
        }
        std::nth_element(all.begin(), all.begin() + rounds / 2, all.end());
        const double cpuMs = 1'000.0 * static_cast<double>(std::clock() - cpuBefore) / CLOCKS_PER_SEC / rounds;
        times.push_back({QString::fromUtf8(text), all[rounds / 2], cpuMs, count});
    }
    return times;
}

}  // namespace zhixing::bench
