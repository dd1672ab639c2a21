#include <QTest>

#include "sync/wire/codec.h"
#include "tests/support/test_catalog.h"
#include "tests/sync/wire/bad_messages.h"
#include "tests/sync/wire/random_messages.h"

using namespace zhixing;
using namespace zhixing::sync;
using namespace zhixing::test;

namespace {

constexpr std::uint64_t seeds = 400;

}  // namespace

/// The lines in which the authority keeps and sends its decisions.
class TestOutcomeLine : public QObject {
    Q_OBJECT

private slots:
    void outcomeLine_anyOutcome_isTheSame();
    void decodeOutcome_badLine_saysWhy_data();
    void decodeOutcome_badLine_saysWhy();
    void decodeOutcome_ofANewerServer_isUnderstoodAsFarAsItGoes();
};

void TestOutcomeLine::outcomeLine_anyOutcome_isTheSame() {
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        const Outcome outcome = RandomMessages(testCatalog(), seed).outcome(static_cast<Counter>(seed));

        const std::string line = encodeOutcome(outcome);
        const Result<Outcome> back = decodeOutcome(line);

        QVERIFY2(back.ok(), qPrintable(QString("seed %1: %2").arg(seed).arg(line.c_str())));
        QVERIFY2(*back == outcome, qPrintable(QString("seed %1: %2").arg(seed).arg(line.c_str())));
    }
}

void TestOutcomeLine::decodeOutcome_badLine_saysWhy_data() {
    addColumns();
    const std::string outcome = R"({"n":1,"result":"applied","version":1,"seq":1})";
    const std::string rejected = R"({"n":1,"result":"rejected","version":1,"seq":1,"code":"forbidden","message":""})";

    row("unknown verdict", with(outcome, "applied", "ignored"), Code::not_an_option);
    row("rejection without code", with(outcome, "applied", "rejected"), Code::required);
    row("conflicts that are no ids", with(outcome, R"("seq":1)", R"("seq":1,"conflicts":["x"])"), Code::bad_reference);
    row("outcome without number", with(outcome, R"("n":1,)", ""), Code::required);
}

void TestOutcomeLine::decodeOutcome_badLine_saysWhy() {
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, code);

    const Result<Outcome> outcome = decodeOutcome(viewOf(bytes));

    QVERIFY(!outcome.ok());
    QCOMPARE(word(outcome.error().code), viewOf(code));
}

void TestOutcomeLine::decodeOutcome_ofANewerServer_isUnderstoodAsFarAsItGoes() {
    const std::string rejected = R"({"n":1,"result":"rejected","version":1,"seq":1,"code":"forbidden","message":""})";

    const auto forAReasonUnknown = decodeOutcome(with(rejected, "forbidden", "tired"));
    const auto withAKeyUnknown = decodeOutcome(with(rejected, R"("seq":1)", R"("seq":1,"mood":{"good":[1]})"));

    QVERIFY(forAReasonUnknown.ok() && withAKeyUnknown.ok());
    QVERIFY(*forAReasonUnknown == decodeOutcome(rejected).value());
    QVERIFY(*withAKeyUnknown == decodeOutcome(rejected).value());
}

QTEST_APPLESS_MAIN(TestOutcomeLine)
#include "tst_outcome_line.moc"
