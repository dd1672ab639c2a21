#pragma once

#include <memory>

#include <QObject>
#include <QTest>

#include "client/pictures.h"
#include "client/window.h"
#include "tests/gallery/demo_app.h"
#include "tests/ui/driven_window.h"

namespace zhixing::client {

/// What tests of people's ways begin with: the real window on the demo organisation, without a server, driven by mouse and
/// keyboard. Each test opens a window of its own; it is in English, so that tests can name what they see.
class DemoJourney : public QObject, protected DemoApp {
    Q_OBJECT

protected:
    /// Fails the test when the window does not come. `prepare` runs before the application starts.
    void open(DemoGateway::Person person, QSize size, const Prepare& prepare = {});

    [[nodiscard]] QQuickWindow* window() const { return window_->window(); }
    /// What is shown under this name now, or null.
    [[nodiscard]] QQuickItem* shown(const QString& name) const { return page_->shown(name); }
    /// Presses what is called so, in its middle; fails the test when it does not come.
    void click(const QString& name) const;
    void click(const QQuickItem& item, QPointF at) const;
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const { QTest::keyClick(window(), key, modifiers); }
    void type(const char* text) const;

    std::unique_ptr<MainWindow> window_;
    std::unique_ptr<DrivenWindow> page_;

private slots:
    void cleanup();
};

}  // namespace zhixing::client
