#include "tests/ui/demo_journey.h"

namespace zhixing::client {

void DemoJourney::open(DemoGateway::Person person, QSize size, const Prepare& prepare) {
    gateway_ = DemoGateway::make(person);
    QVERIFY(gateway_ != nullptr);
    if (prepare) prepare(*gateway_);
    settings_ = std::make_unique<Settings>(nullptr);
    settings_->setLanguage(QStringLiteral("en"));
    app_ = std::make_unique<App>(*gateway_, *settings_);
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
    app_.reset();
    settings_.reset();
    gateway_.reset();
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
