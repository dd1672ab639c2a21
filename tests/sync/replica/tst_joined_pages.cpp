#include <QtTest>

#include "sync/replica/joined_pages.h"
#include "tests/support/test_catalog.h"

using namespace zhixing;
using namespace zhixing::sync;

/// What the replica makes of joined pages is in tst_replica.cpp.
class TestJoinedPages : public QObject {
    Q_OBJECT

private slots:
    void add_nextPage_goesOn();
    void add_recordToldTwice_isThereOnce_asItIsNow();
    void add_recordToldTwiceOnOnePage_isThereOnce();
    void add_pageAfterAGap_isRefused();
    void add_olderPage_isRefused();
    void add_afterAPageThatIsHeld_isRefused();
    void add_moreRecordsThanOneStepTakes_isRefused();
    void add_morePagesThanThereIsCredit_isRefused();

private:
    static Id idOf(int number) { return Id::named(std::to_string(number)); }
    static PageRecord told(int record, Version version, Gone gone = Gone::no) {
        PageRecord entry;
        entry.record = blankRecord(test::testCatalog().at("item"), idOf(record), Id{});
        entry.record.version = version;
        entry.gone = gone;
        return entry;
    }
    static Page page(Seq from, Seq to, std::vector<PageRecord> records) { return {from, to, to, std::move(records)}; }
    static Page manyRecords(Seq from, std::size_t count) {
        Page many = page(from, from + static_cast<Seq>(count), {});
        for (std::size_t i = 0; i < count; ++i) many.records.push_back(told(static_cast<int>(from + i), 1));
        return many;
    }
};

void TestJoinedPages::add_nextPage_goesOn() {
    JoinedPages pages(page(5, 7, {told(1, 1)}), 5);
    Page next = page(7, 9, {told(2, 3)});

    QVERIFY(pages.add(next));

    QCOMPARE(pages.count(), 2);
    QVERIFY((pages.page() == Page{5, 9, 9, {told(1, 1), told(2, 3)}}));
}

void TestJoinedPages::add_recordToldTwice_isThereOnce_asItIsNow() {
    JoinedPages pages(page(0, 2, {told(1, 1), told(2, 1)}), 0);
    Page next = page(2, 4, {told(1, 2, Gone::deleted), told(3, 1)});

    QVERIFY(pages.add(next));

    const std::vector<PageRecord> expected{told(1, 2, Gone::deleted), told(2, 1), told(3, 1)};
    QVERIFY(pages.page().records == expected);
}

void TestJoinedPages::add_recordToldTwiceOnOnePage_isThereOnce() {
    const JoinedPages pages(page(0, 3, {told(1, 1), told(2, 1), told(1, 2)}), 0);

    QCOMPARE(pages.count(), 1);
    QVERIFY((pages.page().records == std::vector<PageRecord>{told(1, 2), told(2, 1)}));
}

void TestJoinedPages::add_pageAfterAGap_isRefused() {
    JoinedPages pages(page(0, 2, {told(1, 1)}), 0);
    Page later = page(3, 4, {told(2, 1)});

    QVERIFY(!pages.add(later));

    QCOMPARE(pages.count(), 1);
    QVERIFY((pages.page() == page(0, 2, {told(1, 1)})));
    QVERIFY((later == page(3, 4, {told(2, 1)})));
}

void TestJoinedPages::add_olderPage_isRefused() {
    JoinedPages pages(page(4, 6, {told(1, 2)}), 4);
    Page older = page(0, 4, {told(1, 1)});

    QVERIFY(!pages.add(older));
    QVERIFY((pages.page().records == std::vector<PageRecord>{told(1, 2)}));
}

void TestJoinedPages::add_afterAPageThatIsHeld_isRefused() {
    JoinedPages repeated(page(4, 6, {told(1, 2)}), 6);  // record 1 may have left since it was first told
    Page next = page(4, 8, {told(2, 1)});

    QVERIFY(!repeated.add(next));

    QVERIFY((next == page(4, 8, {told(2, 1)})));
}

void TestJoinedPages::add_moreRecordsThanOneStepTakes_isRefused() {
    JoinedPages pages(manyRecords(0, JoinedPages::recordsMax - 1), 0);
    Page one = manyRecords(JoinedPages::recordsMax - 1, 1);
    Page oneMore = manyRecords(JoinedPages::recordsMax, 1);

    QVERIFY(pages.add(one));
    QVERIFY(!pages.add(oneMore));
    QCOMPARE(pages.page().records.size(), JoinedPages::recordsMax);
}

void TestJoinedPages::add_morePagesThanThereIsCredit_isRefused() {
    JoinedPages pages(manyRecords(0, 1), 0);
    for (Seq i = 1; i < static_cast<Seq>(limits::pageCreditMax); ++i) {
        Page next = manyRecords(i, 1);
        QVERIFY(pages.add(next));
    }
    Page oneMore = manyRecords(static_cast<Seq>(limits::pageCreditMax), 1);

    QVERIFY(!pages.add(oneMore));
    QCOMPARE(pages.count(), static_cast<int>(limits::pageCreditMax));
}

QTEST_APPLESS_MAIN(TestJoinedPages)
#include "tst_joined_pages.moc"
