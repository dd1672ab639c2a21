#pragma once

#include <QString>
#include <QStringList>

#include "client/window.h"

namespace zhixing::client {

/// Waits until the window shows what was asked of it and saves it. False when the picture could not be written.
[[nodiscard]] bool takePicture(MainWindow& window, const QString& file);

enum class Shape { phone, laptop };

/// Shows a page by one of the names that pagesOf() gives: also with its form filled in, or scrolled to its end.
void goTo(MainWindow& window, App& app, const QString& page);

/// A sheet or a picture over the page it belongs to.
[[nodiscard]] bool isOverAPage(const QString& page);

/// Every page that a shape has, by name.
[[nodiscard]] QStringList pagesOf(Shape shape);

/// These pages of a shape, light and dark, in each language, as PNG files: `phone-light-zh_CN-today.png`.
[[nodiscard]] bool takePictures(MainWindow& window, App& app, Settings& settings, Shape shape, const QString& folder,
                                const QStringList& pages);

}  // namespace zhixing::client
