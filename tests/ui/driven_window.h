#pragma once

#include <functional>

#include <QQuickItem>
#include <QQuickWindow>
#include <QString>

namespace zhixing::client {

/// A window as a person sees it: what is shown is found by name or by its words, pressed with the mouse, typed into with
/// the keyboard. Each verb waits until what it is about is shown; false when it did not come.
class DrivenWindow {
public:
    explicit DrivenWindow(QQuickWindow* window) : window_(window) {}

    [[nodiscard]] QQuickItem* shown(const QString& name) const;
    [[nodiscard]] bool isShown(const QString& name) const;
    /// Some text on the page has these words in it.
    [[nodiscard]] bool says(const QString& words) const;
    [[nodiscard]] bool press(const QString& name) const;
    /// Presses the button with this word on it.
    [[nodiscard]] bool pressWord(const QString& word) const;
    /// Presses the row of a list with this title.
    [[nodiscard]] bool pressTitle(const QString& title) const;
    /// Presses a field and types ASCII into it.
    [[nodiscard]] bool type(const QString& name, const QString& text) const;

private:
    [[nodiscard]] bool pressItem(const std::function<QQuickItem*()>& find) const;

    QQuickWindow* window_;
};

}  // namespace zhixing::client
