#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractItemModel>
#include <QHash>
#include <QPointer>
#include <QQuickItem>
#include <QUrl>

#include "qml/Zhixing/Charts/gantt_layout.h"
#include "qml/Zhixing/Charts/gantt_node.h"

namespace zhixing::client {

/// The bars of a Gantt chart, drawn by the scene graph: only what is in sight, whatever the number of tasks. It shows a
/// window of `scrollX`, `scrollY` on a model whose rows have the roles `key`, `startDay`, `dueDay`, `baseStart`, `baseDue`
/// (days since 1970 or nothing), `percent`, `status`, `milestone`, `critical`, `late` and `after` (keys).
/// A bar is dragged by its middle or its ends, or nudged by keys; nothing changes but the picture until `moved` is heard.
class GanttView : public QQuickItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QAbstractItemModel* model READ model WRITE setModel NOTIFY modelChanged FINAL)
    Q_PROPERTY(int firstDay MEMBER firstDay_ NOTIFY windowChanged FINAL)
    Q_PROPERTY(qreal scrollX MEMBER scrollX_ NOTIFY windowChanged FINAL)
    Q_PROPERTY(qreal scrollY MEMBER scrollY_ NOTIFY windowChanged FINAL)
    Q_PROPERTY(qreal dayWidth MEMBER dayWidth_ NOTIFY windowChanged FINAL)
    Q_PROPERTY(qreal rowHeight MEMBER rowHeight_ NOTIFY windowChanged FINAL)
    Q_PROPERTY(int today MEMBER today_ NOTIFY lookChanged FINAL)
    Q_PROPERTY(QList<int> holidays MEMBER holidays_ NOTIFY lookChanged FINAL)
    Q_PROPERTY(QList<int> workdays MEMBER workdays_ NOTIFY lookChanged FINAL)
    /// One colour for each GanttTone, in its order.
    Q_PROPERTY(QVariantList colours MEMBER colours_ NOTIFY lookChanged FINAL)
    Q_PROPERTY(bool editable MEMBER isEditable_ NOTIFY lookChanged FINAL)
    Q_PROPERTY(int currentRow READ currentRow WRITE setCurrentRow NOTIFY currentRowChanged FINAL)
    /// While a bar is on the move: its days as they would be, and where it is drawn.
    Q_PROPERTY(bool moving READ isMoving NOTIFY movingChanged FINAL)
    Q_PROPERTY(int movingStart READ movingStart NOTIFY movingChanged FINAL)
    Q_PROPERTY(int movingEnd READ movingEnd NOTIFY movingChanged FINAL)
    Q_PROPERTY(QRectF movingRect READ movingRect NOTIFY movingChanged FINAL)

public:
    explicit GanttView(QQuickItem* parent = nullptr);

    [[nodiscard]] QAbstractItemModel* model() const { return model_; }
    void setModel(QAbstractItemModel* model);
    [[nodiscard]] int currentRow() const { return layout_.selected; }
    void setCurrentRow(int row);
    [[nodiscard]] bool isMoving() const { return move_.row >= 0; }
    [[nodiscard]] int movingStart() const;
    [[nodiscard]] int movingEnd() const;
    [[nodiscard]] QRectF movingRect() const;

    /// Moves the current bar's begin and end by so many days, in the picture.
    Q_INVOKABLE void nudge(int startBy, int endBy);
    /// Says `moved` for what was dragged or nudged, or puts it back where it was.
    Q_INVOKABLE void finishMove();
    Q_INVOKABLE void cancelMove();
    /// Where a row's bar is in this item; empty without dates.
    Q_INVOKABLE [[nodiscard]] QRectF barRect(int row) const;
    /// The whole chart as a file, `.pdf` or `.png` (GanttPrint); `title` and `note` stand above it. False when it could not
    /// be written.
    Q_INVOKABLE [[nodiscard]] bool printTo(const QUrl& file, int lastDay, const QString& title, const QString& note,
                                           const QString& family) const;

signals:
    void modelChanged();
    void windowChanged();
    void lookChanged();
    void currentRowChanged();
    void movingChanged();
    /// Somebody gave the row's bar other days.
    void moved(const QString& key, int startDay, int endDay);
    void opened(const QString& key);

protected:
    void updatePolish() override;
    QSGNode* updatePaintNode(QSGNode* old, UpdatePaintNodeData* data) override;
    void geometryChange(const QRectF& now, const QRectF& before) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseUngrabEvent() override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void hoverMoveEvent(QHoverEvent* event) override;

private:
    struct Move {
        int row = -1;
        GanttPart part = GanttPart::none;
        qreal fromX = 0;
        GanttBar before;
    };

    [[nodiscard]] GanttWindow view() const;
    void readSoon();
    void readRowsSoon(int first, int last);
    void readBars();
    void readRows(int first, int last);
    void beginMove(int row, GanttPart part, qreal x);
    void shift(qint64 startBy, qint64 endBy);
    void endMove();

    QPointer<QAbstractItemModel> model_;
    GanttLayout layout_;
    std::vector<QString> keys_;
    QHash<QString, int> rowOf_;
    int firstDay_ = 0;
    qreal scrollX_ = 0;
    qreal scrollY_ = 0;
    qreal dayWidth_ = 24;
    qreal rowHeight_ = 36;
    int today_ = 0;
    QList<int> holidays_;
    QList<int> workdays_;
    QVariantList colours_;
    bool isEditable_ = false;
    bool isReadDue_ = false;
    int dirtyFirst_ = 0;  ///< rows to read again; none while first > last
    int dirtyLast_ = -1;
    Move move_;
};

}  // namespace zhixing::client
