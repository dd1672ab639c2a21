#pragma once

#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QSize>

#include "client/viewmodels/app.h"

namespace zhixing::client {

inline constexpr QSize phoneSize{390, 844};
inline constexpr QSize laptopSize{1440, 900};

/// How large the window opens where there is room of `screen`: as it was left, otherwise as on a laptop.
[[nodiscard]] QSize openingSize(QSize screen, QSize left);

/// The application's window on a set of view models, the same for the product, the pictures and the tests.
class MainWindow {
public:
    /// Everything given outlives it. Without a size it is as large as Main.qml says; with one, nothing is made for another.
    MainWindow(App& app, Settings& settings, QSize size = {});

    /// Null when the QML could not be loaded; what was wrong has been logged.
    [[nodiscard]] QQuickWindow* window() const { return window_; }
    /// Goes to a page by its name, as Shell.qml knows them.
    void show(const QString& page);

private:
    QQmlApplicationEngine engine_;
    QQuickWindow* window_ = nullptr;
};

}  // namespace zhixing::client
