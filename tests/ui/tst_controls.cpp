#include <QQmlEngine>
#include <QtQuickTest>

/// Runs the Qt Quick Tests beside this file (tst_*.qml) with our QML modules.
class Setup : public QObject {
    Q_OBJECT

public slots:
    void qmlEngineAvailable(QQmlEngine* engine) { engine->addImportPath(QStringLiteral("qrc:/qt/qml")); }
};

QUICK_TEST_MAIN_WITH_SETUP(controls, Setup)
#include "tst_controls.moc"
