#include <QTest>

#include "qml/Zhixing/Charts/gantt_layout.h"

namespace zhixing::client {

/// Where bars, links and shading are, and what lies under the pointer. A day is 20 wide and a row 40 high; day 20377 is
/// Thursday, 16 October 2025.
class TestGanttLayout : public QObject {
    Q_OBJECT

private:
    static constexpr qint64 thursday = 20377;

    GanttLayout layout_;
    GanttWindow window_;

    static GanttBar bar(qint64 from, qint64 to);
    [[nodiscard]] int count(GanttTone tone) const;
    [[nodiscard]] QRectF first(GanttTone tone) const;

private slots:
    void init();

    void bar_ofThreeDays_coversItsLastDay();
    void bar_withOneDate_isADay();
    void bar_withoutDates_isNotDrawn();
    void baseline_differs_isAThinBarBeneath();
    void milestone_isADiamondOnItsDay();
    void late_isMarkedByMoreThanColour();
    void weekend_isShaded_andAMakeUpDayIsNot();
    void today_outOfSight_isNotDrawn();
    void link_toALaterTask_runsForward();
    void link_toAnEarlierTask_isAClash();
    void hit_middleAndEnds_areTold();
    void hit_shortBar_isMovedAsAWhole();
    void shapes_ofTenThousandRows_areThoseInSight();
};

GanttBar TestGanttLayout::bar(qint64 from, qint64 to) {
    GanttBar bar;
    bar.start = from;
    bar.end = to;
    return bar;
}

int TestGanttLayout::count(GanttTone tone) const {
    const auto shapes = layout_.shapes(window_);
    return static_cast<int>(
        std::count_if(shapes.begin(), shapes.end(), [tone](const GanttShape& shape) { return shape.tone == tone; }));
}

QRectF TestGanttLayout::first(GanttTone tone) const {
    for (const GanttShape& shape : layout_.shapes(window_)) {
        if (shape.tone == tone) return {shape.corners[0], shape.corners[2]};
    }
    return {};
}

void TestGanttLayout::init() {
    layout_ = {};
    window_ = {thursday - 3, 0, 0, 400, 200, 20, 40};
}

void TestGanttLayout::bar_ofThreeDays_coversItsLastDay() {
    layout_.bars = {bar(thursday, thursday + 2)};

    const QRectF rect = first(GanttTone::bar);

    QCOMPARE(rect.left(), 60.0);
    QCOMPARE(rect.width(), 60.0);
    QVERIFY(rect.top() > 0 && rect.bottom() < 40);
}

void TestGanttLayout::bar_withOneDate_isADay() {
    layout_.bars = {GanttBar{}};
    layout_.bars[0].end = thursday;

    QCOMPARE(first(GanttTone::bar).width(), 20.0);
}

void TestGanttLayout::bar_withoutDates_isNotDrawn() {
    layout_.bars = {GanttBar{}};

    QCOMPARE(count(GanttTone::bar), 0);
    QCOMPARE(count(GanttTone::rowLine), 1);
}

void TestGanttLayout::baseline_differs_isAThinBarBeneath() {
    layout_.bars = {bar(thursday, thursday + 2)};
    layout_.bars[0].baselineStart = thursday - 2;
    layout_.bars[0].baselineEnd = thursday - 1;

    const QRectF rect = first(GanttTone::baseline);

    QCOMPARE(rect.left(), 20.0);
    QCOMPARE(rect.width(), 40.0);
    QVERIFY(rect.height() <= 5);
    QVERIFY(rect.top() >= first(GanttTone::bar).bottom());
}

void TestGanttLayout::milestone_isADiamondOnItsDay() {
    layout_.bars = {bar(thursday, thursday)};
    layout_.bars[0].isMilestone = true;

    QCOMPARE(count(GanttTone::milestone), 1);
    QCOMPARE(count(GanttTone::bar), 0);
    const auto shapes = layout_.shapes(window_);
    QCOMPARE(shapes.back().corners[0].x(), 70.0);  // its tip, in the middle of the day
}

void TestGanttLayout::late_isMarkedByMoreThanColour() {
    layout_.bars = {bar(thursday - 3, thursday - 1)};
    layout_.bars[0].isLate = true;

    QCOMPARE(count(GanttTone::late), 1);
    QCOMPARE(count(GanttTone::lateDone), 1);
}

void TestGanttLayout::weekend_isShaded_andAMakeUpDayIsNot() {
    QCOMPARE(first(GanttTone::dayOff), QRectF(100, 0, 40, 200));

    layout_.calendar.workdays = {thursday + 2};
    QCOMPARE(first(GanttTone::dayOff), QRectF(120, 0, 20, 200));

    layout_.calendar.holidays = {thursday - 3};
    QCOMPARE(first(GanttTone::dayOff), QRectF(0, 0, 20, 200));
}

void TestGanttLayout::today_outOfSight_isNotDrawn() {
    layout_.today = thursday;
    QCOMPARE(count(GanttTone::today), 1);

    window_.x = 2000;
    QCOMPARE(count(GanttTone::today), 0);
}

void TestGanttLayout::link_toALaterTask_runsForward() {
    layout_.bars = {bar(thursday - 2, thursday - 1), bar(thursday + 1, thursday + 2)};
    layout_.bars[1].after = {0};

    QCOMPARE(count(GanttTone::link), 4);  // out, down, on, and the tip
    QCOMPARE(count(GanttTone::clash), 0);
}

void TestGanttLayout::link_toAnEarlierTask_isAClash() {
    layout_.bars = {bar(thursday, thursday + 3), bar(thursday + 1, thursday + 2)};
    layout_.bars[1].after = {0, 7, -1, 1};  // rows that are not there, and itself, are passed over

    QCOMPARE(count(GanttTone::link), 0);
    QCOMPARE(count(GanttTone::clash), 6);
}

void TestGanttLayout::hit_middleAndEnds_areTold() {
    layout_.bars = {bar(thursday, thursday + 2)};  // 60 to 120

    QVERIFY(layout_.hit(window_, {90, 20}).part == GanttPart::body);
    QVERIFY(layout_.hit(window_, {61, 20}).part == GanttPart::startEdge);
    QVERIFY(layout_.hit(window_, {118, 20}).part == GanttPart::endEdge);
    QVERIFY(layout_.hit(window_, {200, 20}).part == GanttPart::none);
    QCOMPARE(layout_.hit(window_, {200, 20}).row, 0);
    QCOMPARE(layout_.hit(window_, {90, 60}).row, -1);
}

void TestGanttLayout::hit_shortBar_isMovedAsAWhole() {
    layout_.bars = {bar(thursday, thursday)};

    QVERIFY(layout_.hit(window_, {61, 20}).part == GanttPart::body);
}

void TestGanttLayout::shapes_ofTenThousandRows_areThoseInSight() {
    for (int row = 0; row < 10'000; ++row) {
        layout_.bars.push_back(bar(thursday + row % 5, thursday + row % 5 + 2));
        if (row > 0) layout_.bars.back().after = {row - 1};
    }
    window_.y = 200'000;

    QVERIFY(layout_.shapes(window_).size() < 100);
}

}  // namespace zhixing::client

QTEST_APPLESS_MAIN(zhixing::client::TestGanttLayout)
#include "tst_gantt_layout.moc"
