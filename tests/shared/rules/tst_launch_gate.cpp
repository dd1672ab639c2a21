#include <QtTest>

#include "shared/rules/launch_gate.h"

using namespace zhixing;
using namespace zhixing::rules;

Q_DECLARE_METATYPE(zhixing::rules::Review)
Q_DECLARE_METATYPE(zhixing::rules::Light)

class TestLaunchGate : public QObject {
    Q_OBJECT

private slots:
    void judge_needsAllThree_data();
    void judge_needsAllThree();
    void judge_always_explainsItself();
};

void TestLaunchGate::judge_needsAllThree_data() {
    QTest::addColumn<Review>("legal");
    QTest::addColumn<Review>("data");
    QTest::addColumn<Review>("experience");
    QTest::addColumn<bool>("isOpen");
    QTest::addColumn<Light>("light");

    constexpr auto open = Review::open;
    constexpr auto passed = Review::passed;
    constexpr auto failed = Review::failed;
    QTest::newRow("all passed") << passed << passed << passed << true << Light::green;
    QTest::newRow("nothing reviewed") << open << open << open << false << Light::yellow;
    QTest::newRow("legal to come") << open << passed << passed << false << Light::yellow;
    QTest::newRow("data to come") << passed << open << passed << false << Light::yellow;
    QTest::newRow("experience to come") << passed << passed << open << false << Light::yellow;
    QTest::newRow("legal failed") << failed << passed << passed << false << Light::red;
    QTest::newRow("data failed") << passed << failed << passed << false << Light::red;
    QTest::newRow("experience failed") << passed << passed << failed << false << Light::red;
    QTest::newRow("one failed, one to come") << failed << open << passed << false << Light::red;
}

void TestLaunchGate::judge_needsAllThree() {
    QFETCH(const Review, legal);
    QFETCH(const Review, data);
    QFETCH(const Review, experience);

    const LaunchGate gate = judgeLaunch({.row = {}, .legal = legal, .data = data, .experience = experience}).result;

    QTEST(gate.isOpen, "isOpen");
    QTEST(gate.light, "light");
}

void TestLaunchGate::judge_always_explainsItself() {
    const Id row = Id::named("launch");

    const Explanation because =
        judgeLaunch({.row = row, .legal = Review::passed, .data = Review::failed, .experience = Review::open}).because;

    QCOMPARE(because.rule, std::string_view{"launch_gate"});
    QCOMPARE(because.inputs, (std::vector<Input>{{"legal", Unit::yesNo, 1, row},
                                                 {"data", Unit::yesNo, 0, row},
                                                 {"experience", Unit::yesNo, std::nullopt, row}}));
}

QTEST_APPLESS_MAIN(TestLaunchGate)
#include "tst_launch_gate.moc"
