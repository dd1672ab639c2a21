#include "tests/bench/report.h"

#include <fmt/core.h>
#include <stdlib.h>

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>
#include <QThread>
#include <algorithm>
#include <cmath>

namespace zhixing::bench {
namespace {

std::string processorName() {
    QFile file(QStringLiteral("/proc/cpuinfo"));
    if (!file.open(QIODevice::ReadOnly)) return "unknown processor";
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (line.startsWith("model name")) return line.mid(line.indexOf(':') + 1).trimmed().toStdString();
    }
    return "unknown processor";
}

std::string aimOf(const Figure& figure) {
    if (figure.leastRatio > 0) return fmt::format("ratio >= {:.2f}", figure.leastRatio);
    if (figure.mostMs > 0) return fmt::format("< {:.1f} ms", figure.mostMs);
    return "";
}

}  // namespace

Surroundings::Surroundings() : loadBefore_(loadNow()) {}

double Surroundings::loadNow() {
    double load = 0;
    return ::getloadavg(&load, 1) == 1 ? load : -1;
}

std::string Surroundings::machine() const {
    return fmt::format("{} x {}, {}", QThread::idealThreadCount(), processorName(),
                       QSysInfo::prettyProductName().toStdString());
}

double percentile(std::vector<double> times, double share) {
    if (times.empty()) return 0;
    std::sort(times.begin(), times.end());
    const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(times.size())));
    return times[std::clamp<std::size_t>(rank, 1, times.size()) - 1];
}

void printTable(const Report& report, const Surroundings& surroundings) {
    fmt::print("\n{}; load {:.1f} before, {:.1f} after\n\n", surroundings.machine(), surroundings.loadBefore(),
               Surroundings::loadNow());
    constexpr const char* row = "{:<42}{:>10}{:>10}{:>8}  {:<14}{:>12}{:>12}\n";
    fmt::print(row, "", "ours ms", "raw ms", "ratio", "aim", "devices cpu", "server cpu");
    const auto text = [](double number) { return number > 0 ? fmt::format("{:.2f}", number) : std::string(); };
    for (const Figure& figure : report.figures) {
        fmt::print(row, figure.name, text(figure.ours.ms), text(figure.rawMs), text(figure.ratio()), aimOf(figure),
                   text(figure.ours.devicesCpuMs), text(figure.ours.serverCpuMs));
    }
    fmt::print("\nratio = raw / ours: 1.00 is as fast as the work by itself, 0.50 takes twice as long\n");
    if (!report.quantities.empty()) fmt::print("\n");
    for (const Quantity& quantity : report.quantities) {
        const std::string aim = quantity.most >= 0 ? fmt::format("aim: at most {:g}", quantity.most) : std::string();
        fmt::print("{:<62}{:>12.6g} {:<8}{}\n", quantity.name, quantity.value, quantity.unit, aim);
    }
}

Result<void> appendLines(const QString& file, const Report& report, const Surroundings& surroundings) {
    QFile out(file);
    const auto append = [&](QJsonObject line) {
        line.insert(QStringLiteral("machine"), QString::fromStdString(surroundings.machine()));
        line.insert(QStringLiteral("load_before"), surroundings.loadBefore());
        line.insert(QStringLiteral("load_after"), Surroundings::loadNow());
        return out.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n') > 0;
    };
    bool isWritten = out.open(QIODevice::WriteOnly | QIODevice::Append);
    for (const Figure& figure : report.figures) {
        isWritten = isWritten && append({
                                     {QStringLiteral("phase"), QString::fromStdString(figure.phase)},
                                     {QStringLiteral("ms"), figure.ours.ms},
                                     {QStringLiteral("raw_ms"), figure.rawMs},
                                     {QStringLiteral("ratio"), figure.ratio()},
                                     {QStringLiteral("devices_cpu_ms"), figure.ours.devicesCpuMs},
                                     {QStringLiteral("server_cpu_ms"), figure.ours.serverCpuMs},
                                 });
    }
    for (const Quantity& quantity : report.quantities) {
        isWritten = isWritten && append({
                                     {QStringLiteral("phase"), QString::fromStdString(quantity.phase)},
                                     {QStringLiteral("value"), quantity.value},
                                     {QStringLiteral("unit"), QString::fromStdString(quantity.unit)},
                                 });
    }
    if (!isWritten) return Error{Code::io_failed, "the JSON file cannot be written", {}, {}};
    return {};
}

}  // namespace zhixing::bench
