#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include <QPointF>
#include <QRectF>

namespace zhixing::client {

/// One row of a Gantt chart. Days are whole, counted from 1970-01-01, and a bar covers its last day too.
struct GanttBar {
    std::optional<qint64> start;
    std::optional<qint64> end;
    std::optional<qint64> baselineStart;
    std::optional<qint64> baselineEnd;
    qreal progress = 0;  ///< 0 to 1
    bool isMilestone = false;
    bool isCritical = false;
    bool isLate = false;
    bool isDone = false;
    bool isCancelled = false;
    std::vector<int> after;  ///< rows it waits for

    /// The days drawn: one of two is enough, and a bar is never shorter than a day.
    [[nodiscard]] bool isDated() const { return start || end; }
    [[nodiscard]] qint64 first() const { return start ? *start : *end; }
    [[nodiscard]] qint64 last() const { return std::max(first(), end ? *end : *start); }
};

/// What of the chart is looked at: `x` and `y` are how far it is scrolled, in pixels from `firstDay` and the first row.
struct GanttWindow {
    qint64 firstDay = 0;
    qreal x = 0;
    qreal y = 0;
    qreal width = 0;
    qreal height = 0;
    qreal dayWidth = 24;
    qreal rowHeight = 36;

    [[nodiscard]] qreal left(qint64 day) const { return static_cast<qreal>(day - firstDay) * dayWidth - x; }
    [[nodiscard]] qreal top(int row) const { return row * rowHeight - y; }
};

/// The days people do not work on, beside weekends, and the weekend days on which they do. Both sorted.
struct GanttCalendar {
    std::vector<qint64> holidays;
    std::vector<qint64> workdays;

    [[nodiscard]] bool isOff(qint64 day) const;
};

/// Everything is drawn as four-cornered areas of one tone each, in this order of tones for the window to colour.
enum class GanttTone : std::uint8_t {
    dayOff,
    rowLine,
    selection,
    today,
    baseline,
    bar,      ///< what is left of it
    barDone,  ///< how far it is
    finished,
    late,
    lateDone,
    cancelled,
    critical,  ///< the edge around what delays the end
    milestone,
    link,
    clash,  ///< a link whose task begins too early
};
inline constexpr int ganttToneCount = 15;

struct GanttShape {
    std::array<QPointF, 4> corners;  ///< clockwise; a triangle repeats its last
    GanttTone tone = GanttTone::bar;
};

enum class GanttPart : std::uint8_t { none, body, startEdge, endEdge };

struct GanttHit {
    int row = -1;
    GanttPart part = GanttPart::none;
};

/// Where everything in a Gantt chart is. Knows no item, no colour and no text; costs what is visible, not what there is
/// (links are looked through once, by row).
class GanttLayout {
public:
    std::vector<GanttBar> bars;
    GanttCalendar calendar;
    std::optional<qint64> today;
    int selected = -1;

    [[nodiscard]] std::vector<GanttShape> shapes(const GanttWindow& window) const;
    /// What lies under a point of the window. `row` is told even where there is no bar.
    [[nodiscard]] GanttHit hit(const GanttWindow& window, QPointF point) const;
    /// The bar of a row in the window; empty without dates.
    [[nodiscard]] QRectF barRect(const GanttWindow& window, int row) const;

private:
    using Shapes = std::vector<GanttShape>;
    [[nodiscard]] std::pair<int, int> visibleRows(const GanttWindow& window) const;
    void addDaysOff(const GanttWindow& window, Shapes& shapes) const;
    void addRow(const GanttWindow& window, int row, Shapes& shapes) const;
    void addBar(const GanttBar& bar, const QRectF& rect, Shapes& shapes) const;
    void addLinks(const GanttWindow& window, Shapes& shapes) const;
    void addLink(const GanttWindow& window, int from, int to, Shapes& shapes) const;
};

}  // namespace zhixing::client
