#include "tests/ui/demo_journey.h"

namespace zhixing::client {

void DemoJourney::open(DemoGateway::Person person, QSize size, const Prepare& prepare) {
    QVERIFY(begin(person, prepare));
    window_ = std::make_unique<MainWindow>(*app_, *settings_);
    QVERIFY(window() != nullptr);
    window()->resize(size);
    window()->requestActivate();
    QVERIFY(QTest::qWaitForWindowActive(window()));
    window()->grabWindow();
    page_ = std::make_unique<DrivenWindow>(window());
}

void DemoJourney::cleanup() {
    page_.reset();
    window_.reset();
    end();
}

void DemoJourney::click(const QString& name) const {
    QVERIFY2(page_->press(name), qPrintable(name + QStringLiteral(" is not shown")));
}

void DemoJourney::click(const QQuickItem& item, QPointF at) const {
    QTest::mouseClick(window(), Qt::LeftButton, {}, item.mapToScene(at).toPoint());
}

void DemoJourney::type(const char* text) const {
    for (const char* letter = text; *letter != 0; ++letter) QTest::keyClick(window(), *letter);
}

}  // namespace zhixing::client
