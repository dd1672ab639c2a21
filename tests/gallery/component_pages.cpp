#include "tests/gallery/component_pages.h"

#include <QDir>
#include <QEventLoop>
#include <QQmlEngine>
#include <QTimer>

namespace zhixing::client::component_pages {

namespace {

const QString pageEnd = QStringLiteral("Page.qml");

QDir pages() { return QDir(QStringLiteral(ZHIXING_COMPONENT_PAGES)); }

}  // namespace

QStringList names() {
    QStringList names;
    for (QString file : pages().entryList({QStringLiteral("*") + pageEnd}, QDir::Files, QDir::Name)) {
        names.append(file.chopped(pageEnd.size()));
    }
    return names;
}

std::unique_ptr<QQuickView> shown(const QString& name, const Look& look) {
    auto view = std::make_unique<QQuickView>();
    view->engine()->addImportPath(QStringLiteral("qrc:/qt/qml"));
    view->setInitialProperties({{QStringLiteral("page"), QUrl::fromLocalFile(pages().filePath(name + pageEnd))},
                                {QStringLiteral("dark"), look.dark},
                                {QStringLiteral("touch"), look.touch},
                                {QStringLiteral("textScale"), look.textScale}});
    view->setSource(QUrl::fromLocalFile(pages().filePath(QStringLiteral("Shelf.qml"))));
    view->show();
    return view;
}

bool draw(const QString& folder, double textScale) {
    const QDir out(folder + QStringLiteral("/components"));
    if (!out.mkpath(QStringLiteral("."))) return false;
    for (const QString& name : names()) {
        for (const bool dark : {false, true}) {
            const auto view = shown(name, {dark, true, textScale});
            QEventLoop loop;
            QTimer::singleShot(200, &loop, &QEventLoop::quit);  // short fades come to rest
            loop.exec();
            const QString file = QStringLiteral("%1-%2.png").arg(name, dark ? u"dark" : u"light");
            if (!view->grabWindow().save(out.filePath(file))) return false;
        }
    }
    return true;
}

}  // namespace zhixing::client::component_pages
