#include "client/pictures.h"

#include <algorithm>
#include <iterator>

#include <QCoreApplication>
#include <QDir>
#include <QEventLoop>
#include <QQuickItem>
#include <QTimer>

namespace zhixing::client {

namespace {

/// Behind the name of a page: `-on` continues what was left unfinished there, `-end` shows what is below the window's edge.
const QString endMark = QStringLiteral("-end");
const QString onMark = QStringLiteral("-on");

void scrollToEnd(QQuickItem* item) {
    if (!item->isVisible()) return;
    if (item->inherits("QQuickFlickable") && item->property("contentHeight").toReal() > item->height() + 1) {
        item->setProperty("contentY", item->property("contentHeight").toReal() - item->height());
    }
    for (QQuickItem* child : item->childItems()) scrollToEnd(child);
}

/// Some pages show one record: the first of their list.
void openFirst(App& app, const QString& page) {
    const auto first = [](RowModel* rows) { return rows->value(0, QStringLiteral("key")).toString(); };
    if (page == u"task" || page == u"task-end") app.task()->open(first(app.today()->tasks()));
    if (page == u"incidentDetail") app.incident()->open(first(app.incidents()->rows()));
    if (page == u"feedbackDetail") app.feedback()->open(first(app.feedbacks()->rows()));
}

/// What lies over a page: the page beneath, the thing itself, and which record it shows.
struct Over {
    const char* name;
    const char* phonePage;
    const char* laptopPage;  ///< null where a laptop has none
    const char* item;
    const char* first;
    const char* second;
};
constexpr Over overs[] = {
    {"record", "search", "search", "recordSheet", "kpi", "0197a000-0000-7012-8000-000000000011"},
    {"history", "task", "sync", "historySheet", "spend", "0197a000-0000-7033-8000-000000000007"},
    {"export", "planning", "campaigns", "exportSheet", "plan", "F1"},
    {"photo", "task", nullptr, "photoViewer", nullptr, nullptr},
};

const Over* overOf(const QString& page) {
    const auto* found =
        std::find_if(std::begin(overs), std::end(overs), [&](const Over& over) { return page == over.name; });
    return found == std::end(overs) ? nullptr : found;
}

void closeAll(const MainWindow& window) {
    for (QObject* popup : window.window()->findChildren<QObject*>()) {
        if (popup->inherits("QQuickPopup") && popup->property("opened").toBool())
            QMetaObject::invokeMethod(popup, "close");
    }
}

void show(const MainWindow& window, const Over& over) {
    auto* item = window.window()->findChild<QObject*>(QLatin1String(over.item));
    if (item == nullptr) {
        qWarning("nothing here is called %s", over.item);
    } else if (over.first == nullptr) {
        QMetaObject::invokeMethod(item, "show", Q_ARG(int, 0));
    } else {
        QMetaObject::invokeMethod(item, "show", Q_ARG(QString, QLatin1String(over.first)),
                                  Q_ARG(QString, QLatin1String(over.second)));
    }
}

/// Lets bindings, layouts and the short fades come to rest.
void settle() {
    QEventLoop loop;
    QTimer::singleShot(350, &loop, &QEventLoop::quit);
    loop.exec();
}

}  // namespace

QStringList pagesOf(Shape shape) {
    if (shape == Shape::laptop)
        return {"today",  "feedback", "overview", "campaigns", "gantt",    "targets", "budget",  "progress", "raci",
                "voices", "review",   "search",   "sync",      "settings", "record",  "history", "export"};
    return {"today",          "today-end",    "tasks",       "task",      "task-end",       "capture",
            "spend",          "spend-end",    "feedback",    "feedbacks", "feedback-on",    "feedback-on-end",
            "feedbackDetail", "incident",     "incident-on", "incidents", "incidentDetail", "attendance",
            "report",         "spends",       "board",       "me",        "outbox",         "tray",
            "conflicts",      "repairs",      "search",      "storage",   "planning",       "planningTargets",
            "planningBudget", "planningRaci", "record",      "history",   "export",         "photo"};
}

bool isOverAPage(const QString& page) { return page == u"capture" || overOf(page) != nullptr; }

void goTo(MainWindow& window, App& app, const QString& page) {
    closeAll(window);
    const Over* over = overOf(page);
    const bool isPhone = window.window()->width() < laptopSize.width() / 2;
    const QString beneath = over == nullptr ? page : QLatin1String(isPhone ? over->phonePage : over->laptopPage);
    openFirst(app, beneath);
    if (beneath == u"search") app.search()->setText(QStringLiteral("hd"));
    window.show(QString(beneath).remove(endMark).remove(onMark));
    if (page.contains(onMark)) {
        settle();
        app.feedbackForm()->continueDraft();
        app.incidentForm()->continueDraft();
    }
    if (page.endsWith(endMark)) {
        settle();
        scrollToEnd(window.window()->contentItem());
    }
    const bool hasPhoto = over == nullptr || over->first != nullptr || app.task()->photos()->count() > 0;
    if (over != nullptr && hasPhoto) {
        settle();
        show(window, *over);
    }
}

bool takePicture(MainWindow& window, const QString& file) {
    settle();
    return window.window()->grabWindow().save(file);
}

bool takePictures(MainWindow& window, App& app, Settings& settings, Shape shape, const QString& folder,
                  const QStringList& pages) {
    if (!QDir().mkpath(folder)) return false;
    const QString kept[] = {settings.theme(), settings.language()};
    window.window()->resize(shape == Shape::phone ? phoneSize : laptopSize);
    settle();  // into that shape, before it is told where to go
    for (const char* theme : {"light", "dark"}) {
        for (const char* language : {"zh_CN", "en"}) {
            settings.setTheme(QLatin1String(theme));
            settings.setLanguage(QLatin1String(language));
            for (const QString& page : pages) {
                window.show(QStringLiteral("today"));
                goTo(window, app, page);
                const QString name =
                    QStringLiteral("%1/%2-%3-%4-%5.png")
                        .arg(folder, shape == Shape::phone ? u"phone" : u"laptop", theme, language, page);
                if (!takePicture(window, name)) return false;
            }
        }
    }
    settings.setTheme(kept[0]);
    settings.setLanguage(kept[1]);
    return true;
}

}  // namespace zhixing::client
