#pragma once

#include <memory>

#include <QQuickItem>
#include <QTest>

#include "client/pictures.h"
#include "client/viewmodels/app.h"
#include "client/window.h"
#include "tests/gallery/demo_gateway.h"

namespace zhixing::client {

/// The real window on the demo organisation, driven by mouse and keyboard.
class DemoWindow {
public:
    /// Null when it could not be opened. English, so that tests can name what they see.
    [[nodiscard]] static std::unique_ptr<DemoWindow> open(DemoGateway::Person person, QSize size) {
        auto driven = std::make_unique<DemoWindow>();
        driven->gateway = DemoGateway::make(person);
        if (driven->gateway == nullptr) return nullptr;
        driven->settings.setLanguage(QStringLiteral("en"));
        driven->app = std::make_unique<App>(*driven->gateway, driven->settings);
        driven->main = std::make_unique<MainWindow>(*driven->app, driven->settings);
        if (driven->window() == nullptr) return nullptr;
        driven->window()->resize(size);
        driven->window()->requestActivate();
        if (!QTest::qWaitForWindowActive(driven->window())) return nullptr;
        driven->window()->grabWindow();
        return driven;
    }

    [[nodiscard]] QQuickWindow* window() const { return main->window(); }
    /// The visible item of that name, or null.
    [[nodiscard]] QQuickItem* shown(const QString& name) const { return find(window()->contentItem(), name); }
    void click(const QQuickItem& item, QPointF at) const {
        QTest::mouseClick(window(), Qt::LeftButton, {}, item.mapToScene(at).toPoint());
    }
    /// Presses what is called so, in its middle; fails the test when it is not there.
    void click(const QString& name) const {
        QTRY_VERIFY2(shown(name) != nullptr, qPrintable(name + QStringLiteral(" is not shown")));
        window()->grabWindow();
        const QQuickItem& item = *shown(name);
        click(item, {item.width() / 2, item.height() / 2});
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const { QTest::keyClick(window(), key, modifiers); }
    void type(const char* text) const {
        for (const char* letter = text; *letter != 0; ++letter) QTest::keyClick(window(), *letter);
    }

    std::unique_ptr<DemoGateway> gateway;
    Settings settings{nullptr};
    std::unique_ptr<App> app;
    std::unique_ptr<MainWindow> main;

private:
    [[nodiscard]] static QQuickItem* find(QQuickItem* item, const QString& name) {
        if (!item->isVisible()) return nullptr;
        if (item->objectName() == name) return item;
        for (QQuickItem* child : item->childItems()) {
            if (QQuickItem* found = find(child, name)) return found;
        }
        return nullptr;
    }
};

}  // namespace zhixing::client
