#include <set>

#include <QTest>

#include "shared/catalog/catalog.h"
#include "tests/gallery/demo_app.h"

namespace zhixing::client {

/// Targets that must add up, budgets that must make sense, responsibilities without gaps, and a campaign made from a
/// template: all of it without a network.
class TestPlanningPages : public QObject, protected DemoApp {
    Q_OBJECT

private:
    [[nodiscard]] static QString value(RowModel& rows, int row, const char* role) {
        return rows.value(row, QLatin1String(role)).toString();
    }
    [[nodiscard]] static int rowOf(RowModel& rows, const char* role, const QString& part) {
        for (int row = 0; row < rows.count(); ++row) {
            if (value(rows, row, role).contains(part)) return row;
        }
        return -1;
    }

private slots:
    void init();
    void cleanup() { end(); }

    void targets_ofTheEvent_areShortByTen();
    void targets_partCorrected_addUp();
    void targets_ofTheLaunch_addUpInBothDimensions();
    void targets_sumRow_cannotBeTyped();
    void targets_partAdded_isIncomplete();
    void budget_ofTheEvent_hasItsContingencyInRange();
    void budget_quantityTimesPrice_isComputed();
    void budget_lineCleared_warnsOfTheContingency();
    void budget_priceTypedWrong_saysHowToWriteIt();
    void budget_frozen_showsWhatChangedSince();
    void sums_inWan_areRoundedAndExportsStayExact();
    void templates_ofEveryKindOfCampaign_areThereAndWhole();
    void raci_gaps_areShown();
    void raci_secondDecider_isAGap_andUndone();
    void raci_ownerTakenAway_isReplacedByADeputy();
    void template_started_isACampaignWithDates();
    void template_withoutName_isRefused();
    void template_keptFromTheEvent_startsTheNext();
};

void TestPlanningPages::init() {
    QVERIFY(begin(DemoGateway::Person::manager, [](DemoGateway& gateway) { gateway.setOnline(false); }));
}

void TestPlanningPages::targets_ofTheEvent_areShortByTen() {
    RowModel& rows = *app_->targets()->rows();
    const int market = rowOf(rows, "key", QStringLiteral("/market"));
    QVERIFY(market >= 0);

    QCOMPARE(value(rows, market, "check"), QStringLiteral("Short 10"));
    QCOMPARE(value(rows, market, "light"), QStringLiteral("red"));
    QCOMPARE(value(rows, rowOf(rows, "key", QStringLiteral("/channel")), "check"), QStringLiteral("Adds up"));
    QCOMPARE(app_->targets()->standing(), QStringLiteral("1 breakdown does not add up"));
}

void TestPlanningPages::targets_partCorrected_addUp() {
    RowModel& rows = *app_->targets()->rows();
    const int part = rowOf(rows, "plainTarget", QStringLiteral("490"));
    QVERIFY(part >= 0);

    QCOMPARE(app_->targets()->edit(value(rows, part, "key"), QStringLiteral("target"), QStringLiteral("500")),
             QString());

    QTRY_COMPARE(app_->targets()->standing(), QStringLiteral("Every breakdown adds up"));
    app_->targets()->undo();
    QTRY_COMPARE(app_->targets()->faultCount(), 1);
}

void TestPlanningPages::targets_ofTheLaunch_addUpInBothDimensions() {
    app_->campaigns()->setCurrentIndex(1);

    RowModel& rows = *app_->targets()->rows();
    QCOMPARE(rows.count(), 8);  // 500 = 200 + 150 + 150 = 300 + 200, and the two sums
    QCOMPARE(value(rows, 1, "check"), QStringLiteral("Adds up"));
    QCOMPARE(value(rows, 2, "share"), QStringLiteral("40%"));
    QCOMPARE(app_->targets()->faultCount(), 0);
}

void TestPlanningPages::targets_sumRow_cannotBeTyped() {
    RowModel& rows = *app_->targets()->rows();
    const QString sum = value(rows, rowOf(rows, "key", QStringLiteral("/market")), "key");

    QVERIFY(!app_->targets()->edit(sum, QStringLiteral("target"), QStringLiteral("1")).isEmpty());
    QCOMPARE(app_->sync()->waiting(), 0);
}

void TestPlanningPages::targets_partAdded_isIncomplete() {
    RowModel& rows = *app_->targets()->rows();
    const int before = rows.count();

    app_->targets()->add(value(rows, rowOf(rows, "key", QStringLiteral("/market")), "key"), QStringLiteral("Suzhou"));

    QTRY_COMPARE(rows.count(), before + 1);
    const int part = rowOf(rows, "plainName", QStringLiteral("Suzhou"));
    QVERIFY(value(rows, part, "check").startsWith(QStringLiteral("Missing: value")));
}

void TestPlanningPages::budget_ofTheEvent_hasItsContingencyInRange() {
    QCOMPARE(app_->budget()->total(), QStringLiteral("46,000"));
    QCOMPARE(app_->budget()->contingency(), QStringLiteral("Contingency 10.87%, within 10% to 15%"));
    QCOMPARE(app_->budget()->contingencyLight(), QStringLiteral("green"));
}

void TestPlanningPages::budget_quantityTimesPrice_isComputed() {
    app_->campaigns()->setCurrentIndex(1);

    RowModel& lines = *app_->budget()->lines();
    QCOMPARE(value(lines, 0, "price"), QStringLiteral("50 × 100"));
    QCOMPARE(value(lines, 0, "check"), QStringLiteral("Off by ￥75,000"));
    QCOMPARE(value(lines, 0, "checkLight"), QStringLiteral("amber"));
    QCOMPARE(value(lines, 2, "check"), QStringLiteral("Agrees"));
}

void TestPlanningPages::budget_lineCleared_warnsOfTheContingency() {
    RowModel& lines = *app_->budget()->lines();

    QCOMPARE(app_->budget()->edit(value(lines, 4, "key"), QStringLiteral("amount"), QStringLiteral("0.1万")),
             QString());

    QTRY_COMPARE(app_->budget()->contingencyLight(), QStringLiteral("amber"));
    QCOMPARE(value(lines, 4, "budget"), QStringLiteral("1,000"));
    app_->budget()->undo();
    QTRY_COMPARE(app_->budget()->total(), QStringLiteral("46,000"));
}

void TestPlanningPages::budget_priceTypedWrong_saysHowToWriteIt() {
    RowModel& lines = *app_->budget()->lines();
    const QString key = value(lines, 3, "key");

    QVERIFY(!app_->budget()->edit(key, QStringLiteral("price"), QStringLiteral("many")).isEmpty());
    QCOMPARE(app_->budget()->edit(key, QStringLiteral("price"), QStringLiteral("20 x 200")), QString());
    QTRY_COMPARE(value(lines, 3, "check"), QStringLiteral("Off by ￥2,000"));
}

void TestPlanningPages::raci_gaps_areShown() {
    RowModel& rows = *app_->raci()->rows();

    QCOMPARE(rows.count(), 18);
    QCOMPARE(value(rows, 5, "gap"), QStringLiteral("No A: nobody decides"));
    QCOMPARE(value(rows, 6, "gap"), QStringLiteral("Several A: who decides?"));
    QCOMPARE(value(rows, 4, "gap"), QStringLiteral("Complete"));
    QVERIFY(app_->raci()->gapCount() >= 2);
}

void TestPlanningPages::raci_secondDecider_isAGap_andUndone() {
    RowModel& rows = *app_->raci()->rows();
    const int gaps = app_->raci()->gapCount();
    const QStringList cells = rows.value(4, QStringLiteral("cells")).toStringList();
    const int free = static_cast<int>(cells.indexOf(QString()));
    QVERIFY(free >= 0);

    app_->raci()->set(4, free, QStringLiteral("A"));
    QTRY_COMPARE(app_->raci()->gapCount(), gaps + 1);

    app_->raci()->undo();
    QTRY_COMPARE(app_->raci()->gapCount(), gaps);
}

void TestPlanningPages::raci_ownerTakenAway_isReplacedByADeputy() {
    RowModel& rows = *app_->raci()->rows();
    const auto cells = [&] { return rows.value(4, QStringLiteral("cells")).toStringList(); };
    const int owner = static_cast<int>(cells().indexOf(QStringLiteral("R")));
    const int free = static_cast<int>(cells().indexOf(QString()));

    app_->raci()->set(4, free, QStringLiteral("R"));
    QTRY_COMPARE(cells()[free], QStringLiteral("R"));
    app_->raci()->set(4, owner, QString());

    QTRY_COMPARE(cells()[owner], QString());
    QCOMPARE(cells()[free], QStringLiteral("R"));
}

void TestPlanningPages::budget_frozen_showsWhatChangedSince() {
    Budget* budget = app_->budget();
    QVERIFY(!budget->isFrozen());
    budget->freeze();
    QTRY_VERIFY(budget->isFrozen());
    QCOMPARE(budget->frozen(), budget->total());
    QCOMPARE(budget->variance(), QStringLiteral("0"));

    QVERIFY(
        budget->edit(value(*budget->lines(), 0, "key"), QStringLiteral("amount"), QStringLiteral("9200")).isEmpty());
    budget->add(QStringLiteral("Umbrellas"));

    QTRY_COMPARE(budget->lines()->count(), 6);
    QTRY_COMPARE(value(*budget->lines(), 0, "variance"), QStringLiteral("+1,200"));
    QCOMPARE(value(*budget->lines(), 0, "frozen"), QStringLiteral("8,000"));
    QCOMPARE(value(*budget->lines(), 5, "variance"), QStringLiteral("New"));
    QCOMPARE(budget->variance(), QStringLiteral("+1,200"));
}

void TestPlanningPages::sums_inWan_areRoundedAndExportsStayExact() {
    QCOMPARE(app_->budget()->total(), QStringLiteral("46,000"));

    app_->settings()->setInWan(true);

    QTRY_COMPARE(value(*app_->budget()->lines(), 0, "budget"), QStringLiteral("0.8 wan"));
    QCOMPARE(app_->budget()->total(), QStringLiteral("4.6 wan"));
    QCOMPARE(value(*app_->budget()->lines(), 0, "plainBudget"), QStringLiteral("8,000"));
    app_->settings()->setInWan(false);
    QTRY_COMPARE(value(*app_->budget()->lines(), 0, "budget"), QStringLiteral("8,000"));
}

void TestPlanningPages::templates_ofEveryKindOfCampaign_areThereAndWhole() {
    Reader reader = *Reader::open(gateway_->storePath());
    std::set<QString> kinds;
    reader.each("SELECT kind, name FROM template WHERE state = 'published'",
                [&](Columns row) { kinds.insert(row.text(0)); });
    const RecordType& type = catalog().at("campaign");
    for (const std::string_view kind : type.fields[*type.find("kind")].options) {
        if (kind == "other") continue;
        QVERIFY2(kinds.contains(QString::fromUtf8(kind.data(), static_cast<qsizetype>(kind.size()))),
                 std::string(kind).c_str());
    }
    // Every line of the youngest three becomes a record.
    for (const char* name : {"存量增长", "跨部门协同", "效果复盘"}) {
        RowModel& templates = *app_->templates()->rows();
        const int row = rowOf(templates, "name", QString::fromUtf8(name));
        QVERIFY(row >= 0);
        QVERIFY(app_->templates()
                    ->start(value(templates, row, "key"), QString::fromUtf8(name) + u'1', QStringLiteral("2025-11-03"))
                    .isEmpty());
        QTRY_COMPARE(app_->campaigns()->name(), QString::fromUtf8(name) + u'1');
        const QString contents = value(templates, row, "contents");
        QTRY_COMPARE(QStringLiteral("%1 tasks · %2 budget lines")
                         .arg(app_->plan()->rows()->count())
                         .arg(app_->budget()->lines()->count()),
                     contents);
        QCOMPARE(app_->plan()->clashCount(), 0);
    }
}

void TestPlanningPages::template_started_isACampaignWithDates() {
    RowModel& templates = *app_->templates()->rows();
    const int row = rowOf(templates, "name", QStringLiteral("品牌宣传"));
    QVERIFY(row >= 0);
    QCOMPARE(value(templates, row, "contents"), QStringLiteral("10 tasks · 5 budget lines"));

    QCOMPARE(
        app_->templates()->start(value(templates, row, "key"), QStringLiteral("Winter"), QStringLiteral("2025-12-20")),
        QString());

    QTRY_COMPARE(app_->campaigns()->name(), QStringLiteral("Winter"));
    QCOMPARE(app_->plan()->rows()->count(), 10);
    QCOMPARE(value(*app_->plan()->rows(), 0, "start"), QStringLiteral("2025-12-05"));
    QCOMPARE(value(*app_->plan()->rows(), 3, "afterWords"), QStringLiteral("3"));
    QCOMPARE(app_->plan()->clashCount(), 0);
    QCOMPARE(app_->budget()->total(), QStringLiteral("46,000"));
    QCOMPARE(app_->budget()->contingencyLight(), QStringLiteral("green"));
    QCOMPARE(app_->targets()->rows()->count(), 1);
}

void TestPlanningPages::template_withoutName_isRefused() {
    const QString key = value(*app_->templates()->rows(), 0, "key");

    QVERIFY(!app_->templates()->start(key, QStringLiteral(" "), QStringLiteral("2025-12-20")).isEmpty());
    QVERIFY(!app_->templates()->start(key, QStringLiteral("Winter"), QStringLiteral("soon")).isEmpty());
    QCOMPARE(app_->sync()->waiting(), 0);
}

void TestPlanningPages::template_keptFromTheEvent_startsTheNext() {
    RowModel& templates = *app_->templates()->rows();
    const QString event = app_->campaigns()->name();

    app_->templates()->keep();
    QTRY_VERIFY(rowOf(templates, "name", event) >= 0);
    const int row = rowOf(templates, "name", event);
    QCOMPARE(value(templates, row, "contents"), QStringLiteral("18 tasks · 5 budget lines"));
    QCOMPARE(
        app_->templates()->start(value(templates, row, "key"), QStringLiteral("Again"), QStringLiteral("2026-10-16")),
        QString());

    QTRY_COMPARE(app_->campaigns()->name(), QStringLiteral("Again"));
    QCOMPARE(app_->plan()->rows()->count(), 18);
    QCOMPARE(value(*app_->plan()->rows(), 0, "start"), QStringLiteral("2026-10-01"));
    QCOMPARE(app_->budget()->total(), QStringLiteral("46,000"));
}

}  // namespace zhixing::client

QTEST_MAIN(zhixing::client::TestPlanningPages)
#include "tst_planning_pages.moc"
