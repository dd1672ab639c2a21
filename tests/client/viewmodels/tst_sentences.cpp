#include <QTest>

#include "client/viewmodels/settings.h"
#include "client/viewmodels/words.h"

namespace zhixing::client {

/// What people are told when something does not go as they wanted.
class TestSentences : public QObject {
    Q_OBJECT

private slots:
    void failure_ofEveryCode_isASentenceInBothLanguages_data();
    void failure_ofEveryCode_isASentenceInBothLanguages();
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

}  // namespace zhixing::client

QTEST_MAIN(zhixing::client::TestSentences)
#include "tst_sentences.moc"
