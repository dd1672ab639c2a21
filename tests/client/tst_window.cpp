#include <QTemporaryDir>
#include <QTest>

#include "client/window.h"

namespace zhixing::client {

class TestWindow : public QObject {
    Q_OBJECT

private slots:
    void opening_onALaptop_isALaptops();
    void opening_onASmallScreen_fitsIntoIt();
    void opening_afterItWasLeft_isAsItWas();
};

void TestWindow::opening_onALaptop_isALaptops() { QCOMPARE(openingSize({1920, 1040}, {}), laptopSize); }

void TestWindow::opening_onASmallScreen_fitsIntoIt() {
    QCOMPARE(openingSize({1366, 728}, {}), QSize(1366, 728));
    QCOMPARE(openingSize({360, 780}, {}), QSize(360, 780));
}

void TestWindow::opening_afterItWasLeft_isAsItWas() {
    const QTemporaryDir folder;
    const auto settings = [&] {
        return Settings(std::make_unique<QSettings>(folder.filePath(QStringLiteral("kept.ini")), QSettings::IniFormat));
    };
    QVERIFY(!settings().windowSize().isValid());

    settings().setWindowSize({1000, 700});

    QCOMPARE(openingSize({1920, 1040}, settings().windowSize()), QSize(1000, 700));
    QCOMPARE(openingSize({800, 600}, settings().windowSize()), QSize(800, 600));
}

}  // namespace zhixing::client

QTEST_MAIN(zhixing::client::TestWindow)
#include "tst_window.moc"
