#include "client/window.h"

#include <QQuickItem>

namespace zhixing::client {

QSize openingSize(QSize screen, QSize left) { return (left.isValid() ? left : laptopSize).boundedTo(screen); }

MainWindow::MainWindow(App& app, Settings& settings, QSize size) {
    engine_.addImportPath(QStringLiteral("qrc:/qt/qml"));
    QVariantMap given{{QStringLiteral("app"), QVariant::fromValue(&app)}};
    if (size.isValid()) {
        given.insert(QStringLiteral("width"), size.width());
        given.insert(QStringLiteral("height"), size.height());
    }
    engine_.setInitialProperties(given);
    engine_.load(QUrl(QStringLiteral("qrc:/qt/qml/Zhixing/Pages/shell/Main.qml")));
    if (!engine_.rootObjects().isEmpty()) window_ = qobject_cast<QQuickWindow*>(engine_.rootObjects().constFirst());
    QObject::connect(&settings, &Settings::languageChanged, &engine_, &QQmlEngine::retranslate);
}

void MainWindow::show(const QString& page) {
    if (auto* shell = window_->findChild<QQuickItem*>(QStringLiteral("shell"))) {
        QMetaObject::invokeMethod(shell, "show", Q_ARG(QString, page));
    }
}

}  // namespace zhixing::client
