#include <QtTest>

#include "sync/merge/text_merge.h"

using namespace zhixing::sync;

class TestTextMerge : public QObject {
    Q_OBJECT

private slots:
    void mergeText_cases_data();
    void mergeText_cases();
    void mergeText_swappedSides_givesTheSame();
    void mergeText_veryLongDifferentTexts_isLeftToAPerson();
    void mergeText_longTextsWithSmallEdits_merges();
};

void TestTextMerge::mergeText_cases_data() {
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("mine");
    QTest::addColumn<QString>("merged");  // null: a person must decide

    QTest::newRow("only mine changed") << "三张图"
                                       << "三张图"
                                       << "三张图和视频"
                                       << "三张图和视频";
    QTest::newRow("only the server changed") << "三张图"
                                             << "五张图"
                                             << "三张图"
                                             << "五张图";
    QTest::newRow("both made the same change") << "三张图"
                                               << "五张图"
                                               << "五张图"
                                               << "五张图";
    QTest::newRow("different characters") << "每篇三张图，带话题"
                                          << "每篇五张图，带话题"
                                          << "每篇三张图，带新话题"
                                          << "每篇五张图，带新话题";
    QTest::newRow("the same character") << "每篇三张图"
                                        << "每篇五张图"
                                        << "每篇六张图" << QString();
    QTest::newRow("adjoining characters") << "甲乙"
                                          << "丙乙"
                                          << "甲丁" << QString();
    QTest::newRow("different words") << "two red boxes"
                                     << "two blue boxes"
                                     << "three red boxes"
                                     << "three blue boxes";
    QTest::newRow("one word is not merged by letters") << "boxes"
                                                       << "foxes"
                                                       << "boxed" << QString();
    QTest::newRow("both append") << "a"
                                 << "a b"
                                 << "a c" << QString();
    QTest::newRow("one at each end") << "中"
                                     << "前中"
                                     << "中后"
                                     << "前中后";
    QTest::newRow("deleted here, edited there") << "甲，乙，丙"
                                                << "甲，丙"
                                                << "甲，乙乙，丙" << QString();
    QTest::newRow("lines") << "早会\n到货\n"
                           << "早会十点\n到货\n"
                           << "早会\n到货完\n"
                           << "早会十点\n到货完\n";
    QTest::newRow("empty base") << ""
                                << "甲"
                                << "乙" << QString();
}

void TestTextMerge::mergeText_cases() {
    QFETCH(QString, base);
    QFETCH(QString, server);
    QFETCH(QString, mine);
    QFETCH(QString, merged);

    const auto result = mergeText(base.toStdString(), server.toStdString(), mine.toStdString());

    QCOMPARE(result.has_value(), !merged.isNull());
    if (result) QCOMPARE(QString::fromStdString(*result), merged);
}

void TestTextMerge::mergeText_swappedSides_givesTheSame() {
    const std::string base = "每篇三张图，带话题";
    const std::string one = "每篇五张图，带话题";
    const std::string other = "每篇三张图，带新话题";

    QCOMPARE(mergeText(base, one, other), mergeText(base, other, one));
}

void TestTextMerge::mergeText_veryLongDifferentTexts_isLeftToAPerson() {
    std::string base, server, mine;
    for (int i = 0; i < 3'000; ++i) {
        base += "甲 ";
        server += "乙 ";
        mine += "丙 ";
    }

    QVERIFY(!mergeText(base, server, mine).has_value());
}

void TestTextMerge::mergeText_longTextsWithSmallEdits_merges() {
    std::string middle;
    for (int i = 0; i < 20'000; ++i) middle += "字";

    QCOMPARE(mergeText("甲" + middle + "乙", "丙" + middle + "乙", "甲" + middle + "丁"),
             std::optional("丙" + middle + "丁"));
}

QTEST_APPLESS_MAIN(TestTextMerge)
#include "tst_text_merge.moc"
