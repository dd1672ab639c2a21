#include <QTest>

#include "sync/wire/words.h"

using namespace zhixing::sync;

/// Words travel, numbers do not: each has one word, and the word leads back to it.
class TestWords : public QObject {
    Q_OBJECT

private slots:
    void verb_toWordAndBack_isTheSame();
    void verdict_toWordAndBack_isTheSame();
    void gone_toWordAndBack_isTheSame();
    void fromWord_ofNoWord_isNothing();
};

void TestWords::verb_toWordAndBack_isTheSame() {
    for (const Verb verb : {Verb::add, Verb::edit, Verb::remove, Verb::revive}) {
        QVERIFY(verbFromWord(word(verb)) == verb);
    }
    QCOMPARE(word(Verb::remove), "delete");
}

void TestWords::verdict_toWordAndBack_isTheSame() {
    for (const Verdict verdict :
         {Verdict::applied, Verdict::merged, Verdict::conflict, Verdict::rejected, Verdict::duplicate}) {
        QVERIFY(verdictFromWord(word(verdict)) == verdict);
    }
    QCOMPARE(word(Verdict::duplicate), "duplicate");
}

void TestWords::gone_toWordAndBack_isTheSame() {
    QVERIFY(goneFromWord(word(Gone::deleted)) == Gone::deleted);
    QVERIFY(goneFromWord(word(Gone::left)) == Gone::left);
    QVERIFY(!goneFromWord(word(Gone::no)));  // a record that is here has a line of its own
}

void TestWords::fromWord_ofNoWord_isNothing() {
    for (const std::string_view text : {"", "Add", "add ", "remove", "paint"}) {
        QVERIFY(!verbFromWord(text));
        QVERIFY(!verdictFromWord(text));
        QVERIFY(!goneFromWord(text));
    }
}

QTEST_APPLESS_MAIN(TestWords)
#include "tst_words.moc"
