#include <QtTest>

#include "shared/rules/budget_figures.h"

using namespace zhixing;
using namespace zhixing::rules;

Q_DECLARE_METATYPE(zhixing::rules::Fit)

class TestBudgetFigures : public QObject {
    Q_OBJECT

private slots:
    void figures_ofTheEventsLines_sumToItsTotal();
    void figures_ofOneLine_leaveWhatIsNeitherApprovedNorPending();
    void figures_pendingBeyondTheBudget_areOverspent();
    void figures_withoutABudget_haveADashForAShare();
    void figures_always_listTheirRows();
    void contingency_ofTheEvent_fits();
    void contingency_atEachEnd_data();
    void contingency_atEachEnd();
    void contingency_withoutABudget_isUnknown();
    void price_fiftyNotesAtAHundred_differsByTheRest();
    void price_thatMultiplies_agrees();
    void price_withAPartMissing_isNotJudged();
    void price_fractionOfAFen_isRounded();
    void price_always_explainsItself();
};

namespace {

constexpr Money yuan(std::int64_t whole) { return {whole * 100}; }

LinePrice linePrice(std::int64_t amount, std::int64_t quantity, std::int64_t unitPrice) {
    return {.row = {}, .amount = yuan(amount), .quantity = quantity * 1'000'000, .unitPrice = yuan(unitPrice)};
}

}  // namespace

void TestBudgetFigures::figures_ofTheEventsLines_sumToItsTotal() {
    std::vector<BudgetLine> lines;
    for (const std::int64_t amount : {8'000, 15'000, 12'000, 6'000, 5'000}) {
        lines.push_back({.row = {}, .budget = yuan(amount), .approved = yuan(1'000), .pending = yuan(150)});
    }

    const BudgetFigures total = budgetFigures(lines).result;

    QCOMPARE(total.budget, yuan(46'000));
    QCOMPARE(total.approved, yuan(5'000));
    QCOMPARE(total.pending, yuan(750));
    QCOMPARE(total.remaining, yuan(40'250));
    QCOMPARE(percentText(total.share, 1), std::string{"12.5%"});
}

void TestBudgetFigures::figures_ofOneLine_leaveWhatIsNeitherApprovedNorPending() {
    const std::vector<BudgetLine> line{
        {.row = {}, .budget = yuan(80'000), .approved = yuan(30'000), .pending = yuan(10'000)}};

    const BudgetFigures figures = budgetFigures(line).result;

    QCOMPARE(figures.remaining, yuan(40'000));
    QCOMPARE(percentText(figures.share), std::string{"50%"});
    QVERIFY(!figures.isOverspent());
}

void TestBudgetFigures::figures_pendingBeyondTheBudget_areOverspent() {
    const std::vector<BudgetLine> exact{{.row = {}, .budget = yuan(100), .approved = yuan(60), .pending = yuan(40)}};
    const std::vector<BudgetLine> over{{.row = {}, .budget = yuan(100), .approved = yuan(60), .pending = Money{40'01}}};

    QVERIFY(!budgetFigures(exact).result.isOverspent());
    QVERIFY(budgetFigures(over).result.isOverspent());
    QCOMPARE(budgetFigures(over).result.remaining, Money{-1});
}

void TestBudgetFigures::figures_withoutABudget_haveADashForAShare() {
    const std::vector<BudgetLine> line{{.row = {}, .budget = {}, .approved = yuan(5), .pending = {}}};

    QCOMPARE(percentText(budgetFigures(line).result.share), std::string{"-"});
    QCOMPARE(budgetFigures({}).result.remaining, Money{});
}

void TestBudgetFigures::figures_always_listTheirRows() {
    const Id row = Id::named("venue");
    const std::vector<BudgetLine> line{{.row = row, .budget = yuan(3), .approved = yuan(2), .pending = yuan(1)}};

    const Explanation because = budgetFigures(line).because;

    QCOMPARE(because.rule, std::string_view{"budget_figures"});
    QCOMPARE(because.inputs, (std::vector<Input>{{"budget", Unit::fen, 300, row},
                                                 {"approved", Unit::fen, 200, row},
                                                 {"pending", Unit::fen, 100, row}}));
}

void TestBudgetFigures::contingency_ofTheEvent_fits() {
    const Contingency contingency = checkContingency(yuan(5'000), yuan(46'000), Policy{}).result;

    QCOMPARE(percentText(contingency.share, 2), std::string{"10.87%"});
    QCOMPARE(contingency.fit, Fit::fits);
}

void TestBudgetFigures::contingency_atEachEnd_data() {
    QTest::addColumn<qint64>("fen");
    QTest::addColumn<Fit>("fit");

    QTest::newRow("a fen under 10 %") << 99'999LL << Fit::tooLittle;
    QTest::newRow("10 %") << 100'000LL << Fit::fits;
    QTest::newRow("15 %") << 150'000LL << Fit::fits;
    QTest::newRow("a fen over 15 %") << 150'001LL << Fit::tooMuch;
    QTest::newRow("none") << 0LL << Fit::tooLittle;
}

void TestBudgetFigures::contingency_atEachEnd() {
    QFETCH(const qint64, fen);

    const Fit fit = checkContingency(Money{fen}, yuan(10'000), Policy{}).result.fit;

    QTEST(fit, "fit");
}

void TestBudgetFigures::contingency_withoutABudget_isUnknown() {
    const auto checked = checkContingency(yuan(5'000), Money{}, Policy{.version = 3});

    QCOMPARE(checked.result.fit, Fit::unknown);
    QCOMPARE(checked.result.share, std::nullopt);
    QCOMPARE(checked.because.policyVersion, 3);
}

void TestBudgetFigures::price_fiftyNotesAtAHundred_differsByTheRest() {
    const PriceCheck check = checkPrice(linePrice(80'000, 50, 100)).result;

    QCOMPARE(check.computed, std::optional{yuan(5'000)});
    QCOMPARE(check.difference, yuan(75'000));
    QVERIFY(!check.agrees());
}

void TestBudgetFigures::price_thatMultiplies_agrees() {
    QVERIFY(checkPrice(linePrice(15'000, 1'000, 15)).result.agrees());
    QVERIFY(checkPrice(linePrice(6'000, 10 * 3, 200)).result.agrees());
    QVERIFY(!checkPrice(linePrice(30'000, 3, 5'000)).result.agrees());
}

void TestBudgetFigures::price_withAPartMissing_isNotJudged() {
    LinePrice noPrice = linePrice(80'000, 50, 100);
    noPrice.unitPrice.reset();
    LinePrice noQuantity = linePrice(80'000, 50, 100);
    noQuantity.quantity.reset();

    for (const LinePrice& line : {noPrice, noQuantity}) {
        QCOMPARE(checkPrice(line).result.computed, std::nullopt);
        QVERIFY(checkPrice(line).result.agrees());
    }
}

void TestBudgetFigures::price_fractionOfAFen_isRounded() {
    // A third of a metre at 1.00: 33.3333 fen.
    const LinePrice line{.row = {}, .amount = Money{33}, .quantity = 333'333, .unitPrice = Money{100}};

    QVERIFY(checkPrice(line).result.agrees());
}

void TestBudgetFigures::price_always_explainsItself() {
    LinePrice line = linePrice(80'000, 50, 100);
    line.row = Id::named("notes");

    const Explanation because = checkPrice(line).because;

    QCOMPARE(because.rule, std::string_view{"line_price"});
    QCOMPARE(because.inputs, (std::vector<Input>{{"amount", Unit::fen, 80'000'00, line.row},
                                                 {"quantity", Unit::decimal, 50'000'000, line.row},
                                                 {"unit_price", Unit::fen, 100'00, line.row}}));
}

QTEST_APPLESS_MAIN(TestBudgetFigures)
#include "tst_budget_figures.moc"
