#include "tests/ui/driven_window.h"

#include <algorithm>

#include <QTest>

namespace zhixing::client {

namespace {

constexpr int waitMsMax = 5000;

using Wanted = std::function<bool(const QQuickItem*)>;

QQuickItem* find(QQuickItem* item, const Wanted& wanted) {
    if (!item->isVisible() || item->opacity() <= 0) return nullptr;
    if (wanted(item)) return item;
    // What was opened last lies above and comes last, but the rows of a list are read from its first.
    QList<QQuickItem*> children = item->childItems();
    const bool isList = item->parentItem() != nullptr && item->parentItem()->inherits("QQuickItemView");
    if (!isList) std::reverse(children.begin(), children.end());
    for (QQuickItem* child : children) {
        if (QQuickItem* found = find(child, wanted)) return found;
    }
    return nullptr;
}

/// Scrolls whatever the item lies in until its middle is in sight.
void bringIntoSight(QQuickItem* item) {
    for (QQuickItem* above = item->parentItem(); above != nullptr; above = above->parentItem()) {
        if (!above->inherits("QQuickFlickable")) continue;
        const qreal middle = item->mapToItem(above, QPointF(0, item->height() / 2)).y();
        const qreal most = above->property("contentHeight").toReal() - above->height();
        if (middle > 0 && middle < above->height() - item->height() / 2) return;
        const qreal y = above->property("contentY").toReal() + middle - above->height() / 2;
        above->setProperty("contentY", std::clamp(y, 0.0, std::max(0.0, most)));
        return;
    }
}

}  // namespace

QQuickItem* DrivenWindow::shown(const QString& name) const {
    return find(window_->contentItem(), [&](const QQuickItem* item) { return item->objectName() == name; });
}

bool DrivenWindow::isShown(const QString& name) const {
    return QTest::qWaitFor([&] { return shown(name) != nullptr; }, waitMsMax);
}

bool DrivenWindow::says(const QString& words) const {
    const auto isSaid = [&] {
        return find(window_->contentItem(), [&](const QQuickItem* item) {
                   return item->inherits("QQuickText") && item->property("text").toString().contains(words);
               }) != nullptr;
    };
    return QTest::qWaitFor(isSaid, waitMsMax);
}

bool DrivenWindow::press(const QString& name) const {
    return pressItem([&] { return shown(name); });
}

bool DrivenWindow::pressWord(const QString& word) const {
    return pressItem([&] {
        return find(window_->contentItem(), [&](const QQuickItem* item) {
            return item->inherits("QQuickAbstractButton") && item->property("text").toString() == word;
        });
    });
}

bool DrivenWindow::pressTitle(const QString& title) const {
    return pressItem([&] {
        return find(window_->contentItem(), [&](const QQuickItem* item) {
            return item->inherits("QQuickAbstractButton") && item->property("title").toString() == title;
        });
    });
}

bool DrivenWindow::pressItem(const std::function<QQuickItem*()>& find) const {
    const auto isReady = [&] {
        const QQuickItem* item = find();
        return item != nullptr && item->isEnabled();
    };
    if (!QTest::qWaitFor(isReady, waitMsMax)) return false;
    window_->grabWindow();  // layouts come to rest
    QQuickItem* item = find();
    bringIntoSight(item);
    window_->grabWindow();
    const QPointF middle = item->mapToScene(QPointF(item->width() / 2, item->height() / 2));
    QTest::mouseClick(window_, Qt::LeftButton, {}, middle.toPoint());
    return true;
}

bool DrivenWindow::type(const QString& name, const QString& text) const {
    if (!press(name)) return false;
    QQuickItem* field = shown(name);
    if (!QTest::qWaitFor([&] { return field->hasActiveFocus(); }, waitMsMax)) return false;
    for (const QChar letter : text) QTest::keyClick(window_, letter.toLatin1());
    return true;
}

}  // namespace zhixing::client
