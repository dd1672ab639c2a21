#include <QtTest>

#include "shared/rules/policy.h"

using namespace zhixing;
using namespace zhixing::rules;

class TestPolicy : public QObject {
    Q_OBJECT

private slots:
    void splits_asShipped_areWhole();
    void splits_asShipped_divideAsTheMethodSays();
    void split_withAPointMissing_isNotWhole();
    void thresholds_asShipped_areInOrder();
};

void TestPolicy::splits_asShipped_areWhole() {
    QVERIFY(splits::channelMaturity().isWhole());
    QVERIFY(splits::baseAndFlexible().isWhole());
    QVERIFY(splits::onlineAndChannel().isWhole());
}

void TestPolicy::splits_asShipped_divideAsTheMethodSays() {
    const auto shares = [](const SplitTemplate& split) {
        std::vector<Rate> out;
        for (const SplitTemplate::Part& part : split.parts) out.push_back(part.share);
        return out;
    };

    QCOMPARE(shares(splits::channelMaturity()), (std::vector{percent(70), percent(20), percent(10)}));
    QCOMPARE(shares(splits::baseAndFlexible()), (std::vector{percent(80), percent(20)}));
    QCOMPARE(shares(splits::onlineAndChannel()), (std::vector{percent(60), percent(30), percent(10)}));
}

void TestPolicy::split_withAPointMissing_isNotWhole() {
    SplitTemplate split = splits::channelMaturity();

    split.parts.back().share = percent(9);

    QVERIFY(!split.isWhole());
    QVERIFY(!SplitTemplate{}.isWhole());
}

void TestPolicy::thresholds_asShipped_areInOrder() {
    const Policy policy;

    QVERIFY(policy.yellowFrom < policy.redAbove);
    QVERIFY(policy.returnToStop < policy.returnToGrow);
    QVERIFY(policy.contingencyLeast < policy.contingencyMost);
    QCOMPARE(policy.version, 0);
}

QTEST_APPLESS_MAIN(TestPolicy)
#include "tst_policy.moc"
