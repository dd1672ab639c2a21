#pragma once

#include <QtQml/qqmlregistration.h>
#include <QColor>
#include <QQuickPaintedItem>
#include <QSvgRenderer>

namespace zhixing::client {

/// One drawing of our own icon set (`icons/<name>.svg`), in the colour asked for. Painted, not shaded, so that it
/// looks the same with the software renderer and on a graphics card, and sharp at every scale.
class Icon : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString name READ name WRITE setName NOTIFY nameChanged FINAL)
    Q_PROPERTY(QColor color READ color WRITE setColor NOTIFY colorChanged FINAL)
    /// What shows through where a drawing is cut out, such as the tick of a finished task.
    Q_PROPERTY(QColor ground READ ground WRITE setGround NOTIFY groundChanged FINAL)

public:
    explicit Icon(QQuickItem* parent = nullptr);

    [[nodiscard]] const QString& name() const { return name_; }
    void setName(const QString& name);
    [[nodiscard]] QColor color() const { return color_; }
    void setColor(const QColor& color);
    [[nodiscard]] QColor ground() const { return ground_; }
    void setGround(const QColor& ground);

    void paint(QPainter* painter) override;

signals:
    void nameChanged();
    void colorChanged();
    void groundChanged();

protected:
    /// Reads the drawing: once for a frame, whatever of it has changed.
    void updatePolish() override;

private:
    QString name_;
    QColor color_ = Qt::black;
    QColor ground_ = Qt::white;
    QSvgRenderer drawing_;
};

}  // namespace zhixing::client
