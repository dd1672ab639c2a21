#include "tests/ui/product.h"

#include <QTest>

namespace zhixing::client {

bool Product::open(const QString& store, std::optional<Date> today) {
    auto opened = EngineGateway::open(store);
    if (!opened) return false;
    gateway = std::move(*opened);
    if (today) gateway->pretend(*today);
    settings = std::make_unique<Settings>(nullptr);
    settings->setLanguage(QStringLiteral("en"));
    app = std::make_unique<App>(*gateway, *settings);
    return true;
}

bool Product::start(const QString& store, QSize size, std::optional<Date> today) {
    if (!open(store, today)) return false;
    window = std::make_unique<MainWindow>(*app, *settings);
    if (window->window() == nullptr) return false;
    window->window()->resize(size);
    window->window()->requestActivate();
    return QTest::qWaitForWindowActive(window->window());
}

}  // namespace zhixing::client
