#pragma once

#include <memory>
#include <optional>

#include <QSize>
#include <QString>

#include "client/pictures.h"
#include "client/viewmodels/app.h"
#include "client/viewmodels/engine_gateway.h"
#include "client/window.h"

namespace zhixing::client {

/// The product on a store, as main.cpp starts it: with its engine, in English, not online.
struct Product {
    std::unique_ptr<EngineGateway> gateway;
    std::unique_ptr<Settings> settings;
    std::unique_ptr<App> app;
    std::unique_ptr<MainWindow> window;

    /// Without its window. `today` in place of the day it is.
    [[nodiscard]] bool open(const QString& store, std::optional<Date> today = {});
    /// And with it, as soon as it takes keys.
    [[nodiscard]] bool start(const QString& store, QSize size = phoneSize, std::optional<Date> today = {});
};

}  // namespace zhixing::client
