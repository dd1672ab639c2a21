#include <QtTest>

#include <memory>

#include "shared/base/result.h"

using namespace zhixing;

class TestResult : public QObject {
    Q_OBJECT

private slots:
    void value_ofSuccess_isWhatWasMade();
    void error_ofFailure_isKeptWhole();
    void void_byDefault_isSuccess();
    void value_thatCannotBeCopied_isMovedOut();
    void tryMacro_onFailure_passesItOnAndStops();
    void tryMacro_onSuccess_goesOn();
    void assignMacro_onFailure_passesItOn();
    void assignMacro_twiceInAFunction_declaresBoth();
};

namespace {

Result<int> parsed(bool good) {
    if (!good) {
        return Error{.code = Code::malformed, .field = "amount", .limit = 7};
    }
    return 20;
}

Result<void> checked(bool good) {
    if (!good) {
        return Error{.code = Code::required};
    }
    return {};
}

Result<int> sum(bool firstGood, bool secondGood) {
    ZX_ASSIGN(const int first, parsed(firstGood));
    ZX_ASSIGN(const int second, parsed(secondGood));
    return first + second;
}

Result<void> run(bool good, int& steps) {
    ZX_TRY(checked(good));
    ++steps;
    return {};
}

}  // namespace

void TestResult::value_ofSuccess_isWhatWasMade() {
    const Result<int> result = parsed(true);

    QVERIFY(result.ok());
    QVERIFY(result);
    QCOMPARE(*result, 20);
}

void TestResult::error_ofFailure_isKeptWhole() {
    const Result<int> result = parsed(false);

    QVERIFY(!result);
    QCOMPARE(result.error(), (Error{.code = Code::malformed, .field = "amount", .limit = 7}));
}

void TestResult::void_byDefault_isSuccess() { QVERIFY(Result<void>{}.ok()); }

void TestResult::value_thatCannotBeCopied_isMovedOut() {
    Result<std::unique_ptr<int>> result{std::make_unique<int>(5)};

    const std::unique_ptr<int> owned = std::move(result).value();

    QCOMPARE(*owned, 5);
}

void TestResult::tryMacro_onFailure_passesItOnAndStops() {
    int steps = 0;

    const Result<void> result = run(false, steps);

    QCOMPARE(result.error().code, Code::required);
    QCOMPARE(steps, 0);
}

void TestResult::tryMacro_onSuccess_goesOn() {
    int steps = 0;

    const Result<void> result = run(true, steps);

    QVERIFY(result);
    QCOMPARE(steps, 1);
}

void TestResult::assignMacro_onFailure_passesItOn() {
    QCOMPARE(sum(false, true).error().field, std::string{"amount"});
    QCOMPARE(sum(true, false).error().field, std::string{"amount"});
}

void TestResult::assignMacro_twiceInAFunction_declaresBoth() { QCOMPARE(sum(true, true).value(), 40); }

QTEST_APPLESS_MAIN(TestResult)
#include "tst_result.moc"
