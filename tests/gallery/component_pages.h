#pragma once

#include <memory>

#include <QQuickView>
#include <QStringList>

/// The components' own pages: each control and chart in all its states, without view models.
namespace zhixing::client::component_pages {

/// How a page is looked at.
struct Look {
    bool dark = false;
    bool touch = true;
    double textScale = 1;
};

/// The components that have a page, by the name of their type.
[[nodiscard]] QStringList names();

/// A component's page in a window of its own, shown. Its errors(), when it has any, say what is wrong with it.
[[nodiscard]] std::unique_ptr<QQuickView> shown(const QString& name, const Look& look);

/// Every page, light and dark, as `components/Button-light.png`; false when one could not be drawn.
[[nodiscard]] bool draw(const QString& folder, double textScale);

}  // namespace zhixing::client::component_pages
