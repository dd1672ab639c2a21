#include "qml/Zhixing/Controls/icon.h"

#include <QtQml/qqmlinfo.h>
#include <QFile>
#include <QPainter>

namespace zhixing::client {

Icon::Icon(QQuickItem* parent) : QQuickPaintedItem(parent) { setAntialiasing(true); }

void Icon::setName(const QString& name) {
    if (name == name_) return;
    name_ = name;
    polish();
    emit nameChanged();
}

void Icon::setColor(const QColor& color) {
    if (color == color_) return;
    color_ = color;
    polish();
    emit colorChanged();
}

void Icon::setGround(const QColor& ground) {
    if (ground == ground_) return;
    ground_ = ground;
    polish();
    emit groundChanged();
}

void Icon::updatePolish() {
    update();
    if (name_.isEmpty()) return;
    QFile file(QStringLiteral(":/qt/qml/Zhixing/Controls/icons/%1.svg").arg(name_));
    if (!file.open(QIODevice::ReadOnly)) {
        qmlWarning(this) << "no icon is called" << name_;
        return;
    }
    QByteArray svg = file.readAll();
    svg.replace("currentColor", color_.name().toLatin1());
    svg.replace("backgroundColor", ground_.name().toLatin1());
    drawing_.load(svg);
}

void Icon::paint(QPainter* painter) {
    if (name_.isEmpty()) return;
    painter->setRenderHint(QPainter::Antialiasing);
    drawing_.render(painter, boundingRect());
}

}  // namespace zhixing::client
