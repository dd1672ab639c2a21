#include "qml/Zhixing/Charts/gantt_layout.h"

#include <algorithm>
#include <cmath>

namespace zhixing::client {

namespace {

constexpr qreal hair = 1;
constexpr qreal edge = 2;
constexpr qreal baselineHeight = 4;
constexpr qreal elbow = 7;  ///< how far a link runs on before it turns
constexpr qreal arrow = 5;
constexpr qreal grip = 7;        ///< how near to an end counts as the end
constexpr qreal shadedFrom = 4;  ///< narrower days are not shaded one by one

GanttShape area(const QRectF& rect, GanttTone tone) {
    return {{rect.topLeft(), rect.topRight(), rect.bottomRight(), rect.bottomLeft()}, tone};
}

QRectF between(qreal x1, qreal y1, qreal x2, qreal y2) { return QRectF(QPointF(x1, y1), QPointF(x2, y2)).normalized(); }

void addFrame(const QRectF& rect, GanttTone tone, std::vector<GanttShape>& shapes) {
    const QRectF outer = rect.adjusted(-edge, -edge, edge, edge);
    shapes.push_back(area({outer.left(), outer.top(), outer.width(), edge}, tone));
    shapes.push_back(area({outer.left(), rect.bottom(), outer.width(), edge}, tone));
    shapes.push_back(area({outer.left(), rect.top(), edge, rect.height()}, tone));
    shapes.push_back(area({rect.right(), rect.top(), edge, rect.height()}, tone));
}

GanttShape diamond(QPointF middle, qreal half, GanttTone tone) {
    return {{QPointF(middle.x(), middle.y() - half), QPointF(middle.x() + half, middle.y()),
             QPointF(middle.x(), middle.y() + half), QPointF(middle.x() - half, middle.y())},
            tone};
}

}  // namespace

bool GanttCalendar::isOff(qint64 day) const {
    if (std::binary_search(holidays.begin(), holidays.end(), day)) return true;
    // 1970-01-01 was a Thursday: 0 is Monday.
    const qint64 weekday = ((day + 3) % 7 + 7) % 7;
    return weekday >= 5 && !std::binary_search(workdays.begin(), workdays.end(), day);
}

std::pair<int, int> GanttLayout::visibleRows(const GanttWindow& window) const {
    const int count = static_cast<int>(bars.size());
    const int first = std::clamp(static_cast<int>(std::floor(window.y / window.rowHeight)), 0, count);
    const int last =
        std::clamp(static_cast<int>(std::ceil((window.y + window.height) / window.rowHeight)), first, count);
    return {first, last};
}

QRectF GanttLayout::barRect(const GanttWindow& window, int row) const {
    if (row < 0 || row >= static_cast<int>(bars.size())) return {};
    const GanttBar& bar = bars[static_cast<std::size_t>(row)];
    if (!bar.isDated()) return {};
    const qreal height = std::round(window.rowHeight * 0.44);
    const qreal left = std::round(window.left(bar.first()));
    const qreal right = std::round(window.left(bar.last() + 1));
    const qreal top = std::round(window.top(row) + (window.rowHeight - height) / 2 - 1);
    return {left, top, std::max<qreal>(right - left, 2), height};
}

std::vector<GanttShape> GanttLayout::shapes(const GanttWindow& window) const {
    Shapes shapes;
    if (window.width <= 0 || window.height <= 0 || window.dayWidth <= 0 || window.rowHeight <= 0) return shapes;
    addDaysOff(window, shapes);
    if (selected >= 0 && selected < static_cast<int>(bars.size())) {
        shapes.push_back(area({0, window.top(selected), window.width, window.rowHeight}, GanttTone::selection));
    }
    const auto [first, last] = visibleRows(window);
    for (int row = first; row < last; ++row) {
        const qreal bottom = std::round(window.top(row) + window.rowHeight) - hair;
        shapes.push_back(area({0, bottom, window.width, hair}, GanttTone::rowLine));
    }
    if (today) {
        const qreal left = std::round(window.left(*today) + window.dayWidth / 2) - edge / 2;
        if (left > -edge && left < window.width) {
            shapes.push_back(area({left, 0, edge, window.height}, GanttTone::today));
        }
    }
    addLinks(window, shapes);
    for (int row = first; row < last; ++row) addRow(window, row, shapes);
    return shapes;
}

void GanttLayout::addDaysOff(const GanttWindow& window, Shapes& shapes) const {
    if (window.dayWidth < shadedFrom) return;
    const auto from = window.firstDay + static_cast<qint64>(std::floor(window.x / window.dayWidth));
    const auto to = window.firstDay + static_cast<qint64>(std::ceil((window.x + window.width) / window.dayWidth));
    for (qint64 day = from; day < to; ++day) {
        if (!calendar.isOff(day)) continue;
        qint64 next = day + 1;
        while (next < to && calendar.isOff(next)) ++next;
        shapes.push_back(area(between(window.left(day), 0, window.left(next), window.height), GanttTone::dayOff));
        day = next;
    }
}

void GanttLayout::addRow(const GanttWindow& window, int row, Shapes& shapes) const {
    const GanttBar& bar = bars[static_cast<std::size_t>(row)];
    const QRectF rect = barRect(window, row);
    if (bar.baselineStart && bar.baselineEnd && *bar.baselineEnd >= *bar.baselineStart) {
        const qreal top = std::round(window.top(row) + window.rowHeight - baselineHeight - 4);
        const qreal left = window.left(*bar.baselineStart);
        const qreal right = window.left(*bar.baselineEnd + 1);
        if (right >= 0 && left <= window.width) {
            shapes.push_back(area(between(left, top, right, top + baselineHeight), GanttTone::baseline));
        }
    }
    if (rect.isEmpty() || rect.right() < -elbow || rect.left() > window.width + elbow) return;
    if (bar.isMilestone) {
        const QPointF middle(rect.right() - std::min(window.dayWidth, rect.width()) / 2, rect.center().y());
        const qreal half = rect.height() / 2 + edge;
        if (rect.width() > window.dayWidth * 1.5) {
            shapes.push_back(area({rect.left(), rect.center().y() - edge, middle.x() - rect.left(), 2 * edge},
                                  bar.isDone ? GanttTone::finished : GanttTone::bar));
        }
        if (bar.isCritical && !bar.isDone) {
            shapes.push_back(diamond(middle, half + edge + hair, GanttTone::critical));
        }
        shapes.push_back(diamond(middle, half,
                                 bar.isLate   ? GanttTone::lateDone
                                 : bar.isDone ? GanttTone::finished
                                              : GanttTone::milestone));
        return;
    }
    addBar(bar, rect, shapes);
}

void GanttLayout::addBar(const GanttBar& bar, const QRectF& rect, Shapes& shapes) const {
    if (bar.isCancelled) {
        shapes.push_back(area({rect.left(), rect.center().y() - edge, rect.width(), 2 * edge}, GanttTone::cancelled));
        return;
    }
    if (bar.isDone) {
        shapes.push_back(area(rect, GanttTone::finished));
        return;
    }
    if (bar.isCritical) addFrame(rect, GanttTone::critical, shapes);
    shapes.push_back(area(rect, bar.isLate ? GanttTone::late : GanttTone::bar));
    const qreal width = std::round(rect.width() * std::clamp<qreal>(bar.progress, 0, 1));
    if (width > 0) {
        shapes.push_back(area({rect.left(), rect.top(), width, rect.height()},
                              bar.isLate ? GanttTone::lateDone : GanttTone::barDone));
    }
    if (bar.isLate) {
        // Colour is never alone: what is late has its last corner turned down.
        const qreal fold = std::min(rect.height() * 0.6, rect.width());
        shapes.push_back({{rect.topRight() - QPointF(fold, 0), rect.topRight(), rect.topRight() + QPointF(0, fold),
                           rect.topRight() + QPointF(0, fold)},
                          GanttTone::lateDone});
    }
}

void GanttLayout::addLinks(const GanttWindow& window, Shapes& shapes) const {
    const auto [first, last] = visibleRows(window);
    for (int to = 0; to < static_cast<int>(bars.size()); ++to) {
        for (const int from : bars[static_cast<std::size_t>(to)].after) {
            if (from < 0 || from >= static_cast<int>(bars.size()) || from == to) continue;
            if (std::max(from, to) < first || std::min(from, to) >= last) continue;
            addLink(window, from, to, shapes);
        }
    }
}

void GanttLayout::addLink(const GanttWindow& window, int from, int to, Shapes& shapes) const {
    const QRectF before = barRect(window, from);
    const QRectF after = barRect(window, to);
    if (before.isEmpty() || after.isEmpty()) return;
    const bool clashes = bars[static_cast<std::size_t>(to)].first() < bars[static_cast<std::size_t>(from)].last();
    const GanttTone tone = clashes ? GanttTone::clash : GanttTone::link;
    const qreal width = clashes ? edge : hair;
    const qreal y1 = std::round(before.center().y());
    const qreal y2 = std::round(after.center().y());
    const qreal x1 = before.right();
    const qreal x2 = after.left() - arrow;
    if (std::min(x1, x2) > window.width + elbow || std::max(x1, x2) < -elbow) return;
    if (!clashes && from != to && after.left() >= x1 - hair && x2 < x1 + elbow) {
        // It begins right after: down into its begin.
        const bool isBelow = to > from;
        const qreal x = std::round(after.left() + std::min(elbow, after.width() / 2));
        const qreal y = isBelow ? after.top() : after.bottom();
        const QPointF end(x + width / 2, y);
        const qreal back = isBelow ? arrow : -arrow;
        shapes.push_back(area(between(x1, y1, x + width, y1 + width), tone));
        shapes.push_back(area(between(x, y1, x + width, y - back), tone));
        shapes.push_back({{end - QPointF(arrow, back), end - QPointF(-arrow, back), end, end}, tone});
        return;
    }
    const qreal turn = x1 + elbow;
    shapes.push_back(area(between(x1, y1, turn, y1 + width), tone));
    if (turn <= x2) {
        shapes.push_back(area(between(turn, y1, turn + width, y2 + width), tone));
        shapes.push_back(area(between(turn, y2, x2, y2 + width), tone));
    } else {
        // Its begin lies further left: around the gap between the rows.
        const qreal middle = std::round(window.top(to) + (y2 > y1 ? 0 : window.rowHeight));
        const qreal back = x2 - elbow;
        shapes.push_back(area(between(turn, y1, turn + width, middle), tone));
        shapes.push_back(area(between(back, middle - width, turn + width, middle), tone));
        shapes.push_back(area(between(back, middle, back + width, y2 + width), tone));
        shapes.push_back(area(between(back, y2, x2, y2 + width), tone));
    }
    const QPointF tip(after.left(), y2 + width / 2);
    shapes.push_back(
        {{tip - QPointF(arrow, arrow), tip, tip - QPointF(arrow, -arrow), tip - QPointF(arrow, -arrow)}, tone});
}

GanttHit GanttLayout::hit(const GanttWindow& window, QPointF point) const {
    GanttHit hit;
    if (window.rowHeight <= 0) return hit;
    const int row = static_cast<int>(std::floor((point.y() + window.y) / window.rowHeight));
    if (row < 0 || row >= static_cast<int>(bars.size())) return hit;
    hit.row = row;
    const QRectF rect = barRect(window, row);
    if (rect.isEmpty()) return hit;
    const bool isMilestone = bars[static_cast<std::size_t>(row)].isMilestone;
    const QRectF reach = rect.adjusted(-grip / 2, -grip, grip / 2 + (isMilestone ? grip : 0), grip);
    if (!reach.contains(point)) return hit;
    hit.part = GanttPart::body;
    // A bar too short for three places to grip is moved as a whole.
    if (isMilestone || rect.width() < 3 * grip) return hit;
    if (point.x() < rect.left() + grip) hit.part = GanttPart::startEdge;
    if (point.x() > rect.right() - grip) hit.part = GanttPart::endEdge;
    return hit;
}

}  // namespace zhixing::client
