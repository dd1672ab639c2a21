#include "qml/Zhixing/Charts/gantt_view.h"

#include <algorithm>
#include <cmath>

#include <QCursor>
#include <QMouseEvent>

#include "qml/Zhixing/Charts/gantt_print.h"

namespace zhixing::client {

namespace {

/// The roles of a model by their names, looked up once a reading.
class Roles {
public:
    explicit Roles(const QAbstractItemModel& model) : model_(model) {
        const QHash<int, QByteArray> names = model.roleNames();
        for (auto name = names.begin(); name != names.end(); ++name) roles_.insert(name.value(), name.key());
    }
    [[nodiscard]] QVariant value(int row, const char* role) const {
        const auto found = roles_.constFind(QByteArray::fromRawData(role, qsizetype(qstrlen(role))));
        return found == roles_.constEnd() ? QVariant() : model_.data(model_.index(row, 0), *found);
    }
    [[nodiscard]] std::optional<qint64> day(int row, const char* role) const {
        const QVariant found = value(row, role);
        return found.isValid() && !found.isNull() ? std::optional(found.toLongLong()) : std::nullopt;
    }

private:
    const QAbstractItemModel& model_;
    QHash<QByteArray, int> roles_;
};

GanttBar readBar(const Roles& roles, int row) {
    GanttBar bar;
    bar.start = roles.day(row, "startDay");
    bar.end = roles.day(row, "dueDay");
    bar.baselineStart = roles.day(row, "baseStart");
    bar.baselineEnd = roles.day(row, "baseDue");
    bar.progress = roles.value(row, "percent").toReal() / 100;
    const QString status = roles.value(row, "status").toString();
    bar.isDone = status == u"done";
    bar.isCancelled = status == u"cancelled";
    bar.isMilestone = roles.value(row, "milestone").toBool();
    bar.isCritical = roles.value(row, "critical").toBool();
    bar.isLate = roles.value(row, "late").toBool();
    return bar;
}

std::vector<qint64> sorted(const QList<int>& days) {
    std::vector<qint64> result(days.begin(), days.end());
    std::sort(result.begin(), result.end());
    return result;
}

}  // namespace

GanttView::GanttView(QQuickItem* parent) : QQuickItem(parent) {
    setFlag(ItemHasContents);
    setAcceptedMouseButtons(Qt::LeftButton);
    setAcceptHoverEvents(true);
    setClip(true);
    connect(this, &GanttView::windowChanged, this, &QQuickItem::update);
    connect(this, &GanttView::lookChanged, this, [this] {
        layout_.calendar = {sorted(holidays_), sorted(workdays_)};
        layout_.today = today_ > 0 ? std::optional<qint64>(today_) : std::nullopt;
        update();
    });
}

void GanttView::setModel(QAbstractItemModel* model) {
    if (model == model_) return;
    if (model_ != nullptr) model_->disconnect(this);
    model_ = model;
    if (model_ != nullptr) {
        for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
            connect(model_, signal, this, &GanttView::readSoon);
        }
        connect(model_, &QAbstractItemModel::rowsMoved, this, &GanttView::readSoon);
        connect(model_, &QAbstractItemModel::dataChanged, this,
                [this](const QModelIndex& first, const QModelIndex& last) { readRowsSoon(first.row(), last.row()); });
        connect(model_, &QAbstractItemModel::modelReset, this, &GanttView::readSoon);
    }
    readSoon();
    emit modelChanged();
}

void GanttView::readSoon() {
    isReadDue_ = true;
    polish();
}

void GanttView::readRowsSoon(int first, int last) {
    dirtyFirst_ = dirtyFirst_ > dirtyLast_ ? first : std::min(dirtyFirst_, first);
    dirtyLast_ = std::max(dirtyLast_, last);
    polish();
}

void GanttView::updatePolish() {
    const bool isAnyDirty = dirtyFirst_ <= dirtyLast_;
    // What was on the move has come to rest, or stands on rows that are no longer the same.
    if ((isReadDue_ || isAnyDirty) && isMoving()) endMove();
    if (isReadDue_) {
        readBars();
    } else if (isAnyDirty) {
        readRows(dirtyFirst_, dirtyLast_);
    }
    isReadDue_ = false;
    dirtyFirst_ = 0;
    dirtyLast_ = -1;
    update();
}

void GanttView::readBars() {
    const int count = model_ != nullptr ? model_->rowCount() : 0;
    layout_.bars.assign(static_cast<std::size_t>(count), {});
    keys_.assign(static_cast<std::size_t>(count), {});
    rowOf_.clear();
    if (model_ == nullptr) return;
    const Roles roles(*model_);
    for (int row = 0; row < count; ++row) {
        keys_[static_cast<std::size_t>(row)] = roles.value(row, "key").toString();
        rowOf_.insert(keys_[static_cast<std::size_t>(row)], row);
    }
    readRows(0, count - 1);
    if (layout_.selected >= count) setCurrentRow(count - 1);
}

void GanttView::readRows(int first, int last) {
    if (model_ == nullptr) return;
    const Roles roles(*model_);
    for (int row = first; row <= std::min(last, static_cast<int>(layout_.bars.size()) - 1); ++row) {
        GanttBar& bar = layout_.bars[static_cast<std::size_t>(row)];
        bar = readBar(roles, row);
        for (const QString& key : roles.value(row, "after").toStringList()) {
            const auto before = rowOf_.constFind(key);
            if (before != rowOf_.constEnd()) bar.after.push_back(*before);
        }
    }
}

void GanttView::setCurrentRow(int row) {
    if (row == layout_.selected) return;
    finishMove();
    layout_.selected = row;
    update();
    emit currentRowChanged();
}

GanttWindow GanttView::view() const {
    return {firstDay_, scrollX_, scrollY_, width(), height(), dayWidth_, rowHeight_};
}

QSGNode* GanttView::updatePaintNode(QSGNode* old, UpdatePaintNodeData*) {
    auto* node = static_cast<GanttNode*>(old);
    if (node == nullptr) node = GanttNode::make(*window());
    GanttColours colours;
    for (qsizetype i = 0; i < std::min<qsizetype>(colours_.size(), ganttToneCount); ++i) {
        colours[static_cast<std::size_t>(i)] = colours_[i].value<QColor>();
    }
    node->show(layout_.shapes(view()), colours, QRectF(0, 0, width(), height()));
    return node;
}

void GanttView::geometryChange(const QRectF& now, const QRectF& before) {
    QQuickItem::geometryChange(now, before);
    update();
}

int GanttView::movingStart() const {
    return isMoving() ? static_cast<int>(layout_.bars[static_cast<std::size_t>(move_.row)].first()) : 0;
}

int GanttView::movingEnd() const {
    return isMoving() ? static_cast<int>(layout_.bars[static_cast<std::size_t>(move_.row)].last()) : 0;
}

QRectF GanttView::movingRect() const { return barRect(move_.row); }

QRectF GanttView::barRect(int row) const { return layout_.barRect(view(), row); }

bool GanttView::printTo(const QUrl& file, int lastDay, const QString& title, const QString& note,
                        const QString& family) const {
    if (model_ == nullptr || lastDay < firstDay_) return false;
    GanttPrint paper{layout_, firstDay_, lastDay, {}, title, note, family};
    paper.layout.selected = -1;
    const Roles roles(*model_);
    for (int row = 0; row < model_->rowCount(); ++row) {
        paper.names.append(roles.value(row, "number").toString() + QStringLiteral("  ") +
                           roles.value(row, "title").toString());
    }
    return paper.write(file.toLocalFile());
}

void GanttView::beginMove(int row, GanttPart part, qreal x) {
    move_ = {row, part, x, layout_.bars[static_cast<std::size_t>(row)]};
}

void GanttView::shift(qint64 startBy, qint64 endBy) {
    GanttBar& bar = layout_.bars[static_cast<std::size_t>(move_.row)];
    qint64 start = move_.before.first() + startBy;
    qint64 end = move_.before.last() + endBy;
    // An end that is pulled past the other stops there.
    if (startBy != endBy && start > end) (startBy != 0 ? start : end) = startBy != 0 ? end : start;
    bar.start = start;
    bar.end = end;
    update();
    emit movingChanged();
}

void GanttView::endMove() {
    move_ = {};
    update();
    emit movingChanged();
}

void GanttView::nudge(int startBy, int endBy) {
    const int row = layout_.selected;
    if (!isEditable_ || row < 0 || row >= static_cast<int>(layout_.bars.size())) return;
    if (!layout_.bars[static_cast<std::size_t>(row)].isDated()) return;
    if (move_.row != row) {
        finishMove();
        beginMove(row, GanttPart::none, 0);
    }
    const GanttBar& bar = layout_.bars[static_cast<std::size_t>(row)];
    shift(bar.first() - move_.before.first() + startBy, bar.last() - move_.before.last() + endBy);
}

void GanttView::finishMove() {
    if (!isMoving()) return;
    const int start = movingStart();
    const int end = movingEnd();
    const QString key = keys_[static_cast<std::size_t>(move_.row)];
    const bool isSame = start == move_.before.first() && end == move_.before.last();
    // The picture keeps the new days until the rows say so themselves.
    if (isSame) layout_.bars[static_cast<std::size_t>(move_.row)] = move_.before;
    endMove();
    if (!isSame) emit moved(key, start, end);
}

void GanttView::cancelMove() {
    if (!isMoving()) return;
    layout_.bars[static_cast<std::size_t>(move_.row)] = move_.before;
    endMove();
}

void GanttView::mousePressEvent(QMouseEvent* event) {
    forceActiveFocus(Qt::MouseFocusReason);
    const GanttHit hit = layout_.hit(view(), event->position());
    finishMove();
    if (hit.row >= 0) setCurrentRow(hit.row);
    if (hit.part == GanttPart::none || !isEditable_) {
        event->ignore();  // the flickable beneath scrolls
        return;
    }
    setKeepMouseGrab(true);
    beginMove(hit.row, hit.part, event->position().x());
}

void GanttView::mouseMoveEvent(QMouseEvent* event) {
    if (!isMoving() || dayWidth_ <= 0) return;
    const auto by = static_cast<qint64>(std::lround((event->position().x() - move_.fromX) / dayWidth_));
    shift(move_.part == GanttPart::endEdge ? 0 : by, move_.part == GanttPart::startEdge ? 0 : by);
}

void GanttView::mouseReleaseEvent(QMouseEvent*) {
    setKeepMouseGrab(false);
    finishMove();
}

void GanttView::mouseUngrabEvent() {
    setKeepMouseGrab(false);
    if (isMoving() && move_.part != GanttPart::none) cancelMove();
}

void GanttView::mouseDoubleClickEvent(QMouseEvent* event) {
    const GanttHit hit = layout_.hit(view(), event->position());
    cancelMove();
    if (hit.row >= 0) emit opened(keys_[static_cast<std::size_t>(hit.row)]);
}

void GanttView::hoverMoveEvent(QHoverEvent* event) {
    const GanttPart part = isEditable_ ? layout_.hit(view(), event->position()).part : GanttPart::none;
    if (part == GanttPart::none) {
        unsetCursor();
    } else {
        setCursor(part == GanttPart::body ? Qt::OpenHandCursor : Qt::SizeHorCursor);
    }
}

}  // namespace zhixing::client
