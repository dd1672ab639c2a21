#include <QTest>

#include "client/viewmodels/frame/settings.h"
#include "client/viewmodels/words/words.h"

namespace zhixing::client {

/// What people are told when something does not go as they wanted, and how days and sums are written for them.
class TestSentences : public QObject {
    Q_OBJECT

private slots:
    void failure_ofEveryCode_isASentenceInBothLanguages_data();
    void failure_ofEveryCode_isASentenceInBothLanguages();
    void days_andSums_areWrittenAsEachLanguageDoes_data();
    void days_andSums_areWrittenAsEachLanguageDoes();
};

void TestSentences::failure_ofEveryCode_isASentenceInBothLanguages_data() {
    QTest::addColumn<int>("number");
    for (int i = 0; i <= static_cast<int>(Code::internal); ++i) {
        QTest::newRow(std::string(word(static_cast<Code>(i))).c_str()) << i;
    }
}

void TestSentences::failure_ofEveryCode_isASentenceInBothLanguages() {
    QFETCH(int, number);
    const Error error{static_cast<Code>(number), "for logs only", "amount", 5};
    Settings settings(nullptr);

    settings.setLanguage(QStringLiteral("en"));
    const QString english = words::failure(error);
    settings.setLanguage(QStringLiteral("zh_CN"));
    const QString chinese = words::failure(error);

    QVERIFY2(english.size() > 10 && english.endsWith(u'.'), qPrintable(english));
    QVERIFY2(chinese.endsWith(u'。'), qPrintable(chinese));
    for (const QString& sentence : {english, chinese}) {
        QVERIFY2(!sentence.contains(u'%') && !sentence.contains(u'_'), qPrintable(sentence));
        QVERIFY(!sentence.contains(QStringLiteral("for logs only")));
    }
}

void TestSentences::days_andSums_areWrittenAsEachLanguageDoes_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<QStringList>("written");
    QTest::newRow("simplified") << "zh_CN" << QStringList{"10月16日",       "2024年6月1日", "星期四",
                                                          "10月15日 07:30", "4.6万",        "46,000"};
    QTest::newRow("traditional") << "zh_TW" << QStringList{"10月16日",       "2024年6月1日", "星期四",
                                                           "10月15日 07:30", "4.6萬",        "46,000"};
    QTest::newRow("English") << "en"
                             << QStringList{"16 Oct", "1 Jun 2024", "Thursday", "15 Oct 07:30", "4.6 wan", "46,000"};
}

void TestSentences::days_andSums_areWrittenAsEachLanguageDoes() {
    QFETCH(QString, language);
    QFETCH(QStringList, written);
    const Date today = *Date::parse("2025-10-16");
    Settings settings(nullptr);
    settings.setLanguage(language);
    settings.setInWan(true);

    const QString inWan = words::sum(4'600'000);
    settings.setInWan(false);

    QCOMPARE(
        QStringList({words::day(today, today), words::day(*Date::parse("2024-06-01"), today), words::weekday(today),
                     words::moment(Instant{1'760'484'600'000}, today), inWan, words::sum(4'600'000)}),
        written);
}

}  // namespace zhixing::client

QTEST_MAIN(zhixing::client::TestSentences)
#include "tst_sentences.moc"
