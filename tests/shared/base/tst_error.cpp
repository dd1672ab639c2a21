#include <QtTest>

#include <set>

#include "shared/base/error.h"

using namespace zhixing;

class TestError : public QObject {
    Q_OBJECT

private slots:
    void word_ofEveryCode_leadsBackToIt();
    void word_ofEveryCode_isItsOwn();
    void codeFromWord_unknown_isNone();
};

namespace {

std::vector<Code> everyCode() {
    std::vector<Code> codes;
    for (int i = 0; i <= static_cast<int>(Code::internal); ++i) {
        codes.push_back(static_cast<Code>(i));
    }
    return codes;
}

}  // namespace

void TestError::word_ofEveryCode_leadsBackToIt() {
    for (const Code code : everyCode()) {
        QCOMPARE(codeFromWord(word(code)), std::optional{code});
    }
}

void TestError::word_ofEveryCode_isItsOwn() {
    std::set<std::string_view> words;

    for (const Code code : everyCode()) {
        words.insert(word(code));
    }

    QCOMPARE(words.size(), everyCode().size());
    QVERIFY(!words.contains(""));
}

void TestError::codeFromWord_unknown_isNone() {
    QCOMPARE(codeFromWord("no_such_code"), std::nullopt);
    QCOMPARE(codeFromWord(""), std::nullopt);
    QCOMPARE(codeFromWord("Forbidden"), std::nullopt);
}

QTEST_APPLESS_MAIN(TestError)
#include "tst_error.moc"
