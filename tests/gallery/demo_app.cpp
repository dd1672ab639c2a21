#include "tests/gallery/demo_app.h"

namespace zhixing::client {

bool DemoApp::begin(DemoGateway::Person person, const Prepare& prepare) {
    gateway_ = DemoGateway::make(person);
    if (gateway_ == nullptr) return false;
    if (prepare) prepare(*gateway_);
    settings_ = std::make_unique<Settings>(nullptr);
    settings_->setLanguage(QStringLiteral("en"));
    restart();
    return true;
}

void DemoApp::restart() {
    app_.reset();
    app_ = std::make_unique<App>(*gateway_, *settings_);
}

void DemoApp::end() {
    app_.reset();
    settings_.reset();
    gateway_.reset();
}

}  // namespace zhixing::client
