#include "client/pictures.h"

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

/// Lets bindings, layouts and the short fades come to rest.
void settle() {
    QEventLoop loop;
    QTimer::singleShot(350, &loop, &QEventLoop::quit);
    loop.exec();
}

}  // namespace

QStringList pagesOf(Shape shape) {
    if (shape == Shape::laptop)
        return {"today",    "feedback", "overview", "campaigns", "gantt",  "targets", "budget",
                "progress", "raci",     "voices",   "review",    "search", "sync",    "settings"};
    return {"today",          "today-end",   "tasks",       "task",      "task-end",       "capture",
            "spend",          "spend-end",   "feedback",    "feedbacks", "feedback-on",    "feedback-on-end",
            "feedbackDetail", "incident",    "incident-on", "incidents", "incidentDetail", "attendance",
            "report",         "spends",      "board",       "me",        "outbox",         "tray",
            "conflicts",      "repairs",     "search",      "storage",   "planning",       "planningTargets",
            "planningBudget", "planningRaci"};
}

void goTo(MainWindow& window, App& app, const QString& page) {
    openFirst(app, page);
    if (page == u"search") app.search()->setText(QStringLiteral("hd"));
    window.show(QString(page).remove(endMark).remove(onMark));
    if (page.contains(onMark)) {
        settle();
        app.feedbackForm()->continueDraft();
        app.incidentForm()->continueDraft();
    }
    if (page.endsWith(endMark)) {
        settle();
        scrollToEnd(window.window()->contentItem());
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
                window.show(pages.constFirst());
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
