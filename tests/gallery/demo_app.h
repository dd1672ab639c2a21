#pragma once

#include <functional>
#include <memory>

#include "client/viewmodels/app.h"
#include "tests/gallery/demo_gateway.h"

namespace zhixing::client {

/// What tests of view models begin with: the application as one of the demo organisation's people has it, without a server
/// and in English, so that tests can name what it says. A test is one, and makes it anew for each of its slots.
class DemoApp {
protected:
    using Prepare = std::function<void(DemoGateway&)>;

    DemoApp() = default;
    ~DemoApp() = default;

    /// `prepare` runs before the application starts. False when there is no demo organisation; why has been logged.
    [[nodiscard]] bool begin(DemoGateway::Person person, const Prepare& prepare = {});
    /// The program ends and begins again on the same store.
    void restart();
    void end();

    std::unique_ptr<DemoGateway> gateway_;
    std::unique_ptr<Settings> settings_;
    std::unique_ptr<App> app_;
};

}  // namespace zhixing::client
