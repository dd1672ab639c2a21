#include <CLI/CLI.hpp>

#include <cstdio>
#include <memory>

#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QIcon>
#include <QScreen>
#include <QSettings>
#include <QStandardPaths>

#include "client/one_window.h"
#include "client/pictures.h"
#include "client/viewmodels/app.h"
#include "client/viewmodels/engine_gateway.h"
#include "client/viewmodels/words/words.h"
#include "client/window.h"

namespace {

using namespace zhixing;
using namespace zhixing::client;

struct Options {
    std::string store;
    std::string size;
    std::string theme;
    std::string language;
    std::string page;
    std::string today;
    std::string screenshot;
    std::string screenshots;
    std::string link;
    bool offline = false;
};

bool isForPictures(const Options& options) { return !options.screenshot.empty() || !options.screenshots.empty(); }

/// What was said on the command line holds for this run; otherwise what the person chose before.
std::unique_ptr<Settings> makeSettings(const Options& options) {
    const bool isForced = !options.theme.empty() || !options.language.empty();
    auto kept = isForPictures(options) || isForced ? nullptr : std::make_unique<QSettings>();
    auto settings = std::make_unique<Settings>(std::move(kept));
    if (!options.theme.empty()) settings->setTheme(QString::fromStdString(options.theme));
    if (!options.language.empty()) settings->setLanguage(QString::fromStdString(options.language));
    return settings;
}

QString storePath(const Options& options) {
    if (!options.store.empty()) return QString::fromStdString(options.store);
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    QDir().mkpath(folder);
    return folder + QStringLiteral("/zhixing.store");
}

/// Pictures are of a phone where nothing else is said.
QSize windowSize(const Options& options, const Settings& settings) {
    if (options.size == "laptop") return laptopSize;
    if (options.size == "phone" || isForPictures(options)) return phoneSize;
    return openingSize(QGuiApplication::primaryScreen()->availableSize(), settings.windowSize());
}

int run(QGuiApplication& application, const Options& options) {
    const std::unique_ptr<Settings> settings = makeSettings(options);
    const QString path = storePath(options);
    OneWindow only(path);
    if (!isForPictures(options)) {
        if (only.handOver(QString::fromStdString(options.link))) return 0;
        if (!only.listen()) qWarning("a second start will not find this window");
    }
    auto opened = EngineGateway::open(path);
    if (!opened) {
        std::fprintf(stderr, "zhixing: %s\n%s\n", qPrintable(path), qPrintable(words::failure(opened.error())));
        return 1;
    }
    EngineGateway& gateway = **opened;
    if (const auto today = Date::parse(options.today)) gateway.pretend(*today);
    App app(gateway, *settings);
    MainWindow window(app, *settings, windowSize(options, *settings));
    if (window.window() == nullptr) return 1;
    if (!options.page.empty()) window.show(QString::fromStdString(options.page));
    const auto open = [&](const QString& link) {
        if (!link.isEmpty()) app.account()->offerLink(link);
        window.window()->raise();
        window.window()->requestActivate();
    };
    QObject::connect(&only, &OneWindow::asked, window.window(), open);

    if (!options.screenshots.empty()) {
        const QString folder = QString::fromStdString(options.screenshots);
        return takePictures(window, app, *settings, Shape::phone, folder, pagesOf(Shape::phone)) &&
                       takePictures(window, app, *settings, Shape::laptop, folder, pagesOf(Shape::laptop))
                   ? 0
                   : 1;
    }
    if (!options.screenshot.empty()) {
        return takePicture(window, QString::fromStdString(options.screenshot)) ? 0 : 1;
    }
    if (!options.link.empty()) open(QString::fromStdString(options.link));
    gateway.setOnline(!options.offline);
    const int status = application.exec();
    const bool isAsLargeAsItGoes =
        window.window()->windowStates().testAnyFlags(Qt::WindowMaximized | Qt::WindowFullScreen);
    if (options.size.empty() && !isAsLargeAsItGoes) settings->setWindowSize(window.window()->size());
    return status;
}

}  // namespace

int main(int argc, char** argv) {
    Options options;
    CLI::App arguments{"Zhixing: plan at headquarters, act in the field, know what really happened."};
    arguments.add_option("--store", options.store, "the file that holds this device's records; made when missing");
    arguments.add_option("--size", options.size, "the window's size, for this run")
        ->check(CLI::IsMember({"phone", "laptop"}));
    arguments.add_option("--theme", options.theme, "for this run")->check(CLI::IsMember({"light", "dark", "system"}));
    arguments.add_option("--language", options.language, "for this run")
        ->check(CLI::IsMember({"zh_CN", "zh_TW", "en"}));
    arguments.add_option("--page", options.page, "where to begin, such as today, spend, campaigns, review, sync");
    const auto isDay = [](const std::string& text) {
        return Date::parse(text) ? std::string() : text + " is not a day such as 2025-10-16";
    };
    arguments.add_option("--today", options.today, "show the pages as on this day, such as 2025-10-16")->check(isDay);
    arguments.add_option("--screenshot", options.screenshot, "draw the page into this PNG file and end");
    arguments.add_option("--screenshots", options.screenshots, "draw every page into this folder and end");
    arguments.add_option("link", options.link, "zhixing://enrol?…, as the system hands it over");
    arguments.add_flag("--offline", options.offline, "begin with sending turned off");
    try {
        arguments.parse(argc, argv);
    } catch (const CLI::ParseError& wrongUse) {
        return arguments.exit(wrongUse) == 0 ? 0 : 2;
    }

    if (isForPictures(options)) {
        // Pictures need no display, and are the same on every machine.
        if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
        if (!qEnvironmentVariableIsSet("QT_QUICK_BACKEND")) qputenv("QT_QUICK_BACKEND", "software");
    }
    QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("zhixing"));
    QGuiApplication::setOrganizationName(QStringLiteral("zhixing"));
    QGuiApplication::setApplicationVersion(QStringLiteral("0.1.0"));
    return run(application, options);
}
