#include <QQuickItem>
#include <QTest>

#include "tests/gallery/component_pages.h"

namespace zhixing::client {

namespace {

/// Something else than the paper is there.
bool isDrawnOn(const QImage& picture) {
    const QRgb paper = picture.pixel(0, 0);
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            if (picture.pixel(x, y) != paper) return true;
        }
    }
    return false;
}

}  // namespace

/// Every component's page can be shown, for fingers and for a mouse, light and dark, and has nothing to complain about.
class TestComponents : public QObject {
    Q_OBJECT

private slots:
    void names_always_includeWhatPagesAreMadeOf();
    void page_inEachLook_showsItsComponentWithoutComplaint_data();
    void page_inEachLook_showsItsComponentWithoutComplaint();
};

void TestComponents::names_always_includeWhatPagesAreMadeOf() {
    const QStringList names = component_pages::names();

    for (const char* name : {"Button", "DataTable", "PhotoTile", "GanttPane", "FigureCard"})
        QVERIFY2(names.contains(QLatin1String(name)), name);
}

void TestComponents::page_inEachLook_showsItsComponentWithoutComplaint_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<bool>("touch");
    for (const QString& name : component_pages::names()) {
        QTest::addRow("%s, light, phone", qPrintable(name)) << name << false << true;
        QTest::addRow("%s, dark, laptop", qPrintable(name)) << name << true << false;
    }
}

void TestComponents::page_inEachLook_showsItsComponentWithoutComplaint() {
    QFETCH(QString, name);
    QFETCH(bool, dark);
    QFETCH(bool, touch);
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));

    const auto view = component_pages::shown(name, {dark, touch, 1});

    QVERIFY2(view->errors().isEmpty(), qPrintable(view->errors().value(0).toString()));
    QVERIFY(view->rootObject() != nullptr);
    QTRY_VERIFY(isDrawnOn(view->grabWindow()));
}

}  // namespace zhixing::client

QTEST_MAIN(zhixing::client::TestComponents)
#include "tst_components.moc"
