#include <QtTest>

#include "sync/merge/set_merge.h"

using namespace zhixing;
using namespace zhixing::sync;

class TestSetMerge : public QObject {
    Q_OBJECT

private slots:
    void mergeSets_addedHereRemovedThere_doesBoth();
    void mergeSets_bothAddTheSame_hasItOnce();
    void mergeEntries_differentItems_takesBoth();
    void mergeEntries_sameItemSameChange_isNoContest();
    void mergeEntries_sameItemDifferently_isContestedAndKeepsTheServers();
    void mergeEntries_removedThereChangedHere_isContested();
    void mergeEntries_removedHereUnchangedThere_isRemoved();
    void mergeEntries_newItems_comeAfterTheServersOrder();
};

void TestSetMerge::mergeSets_addedHereRemovedThere_doesBoth() {
    QCOMPARE(mergeSets(TagSet{"a", "b"}, TagSet{"b"}, TagSet{"a", "b", "c"}), (TagSet{"b", "c"}));
}

void TestSetMerge::mergeSets_bothAddTheSame_hasItOnce() {
    QCOMPARE(mergeSets(TagSet{}, TagSet{"a"}, TagSet{"a"}), (TagSet{"a"}));
}

void TestSetMerge::mergeEntries_differentItems_takesBoth() {
    const MergedEntries merged =
        mergeEntries({{"到货", ""}, {"布置", ""}}, {{"到货", "done"}, {"布置", ""}}, {{"到货", ""}, {"布置", "done"}});

    QVERIFY(!merged.isContested);
    QCOMPARE(merged.entries, (Entries{{"到货", "done"}, {"布置", "done"}}));
}

void TestSetMerge::mergeEntries_sameItemSameChange_isNoContest() {
    QVERIFY(!mergeEntries({{"到货", ""}}, {{"到货", "done"}}, {{"到货", "done"}}).isContested);
}

void TestSetMerge::mergeEntries_sameItemDifferently_isContestedAndKeepsTheServers() {
    const MergedEntries merged = mergeEntries({{"q1", "一般"}}, {{"q1", "好"}}, {{"q1", "差"}});

    QVERIFY(merged.isContested);
    QCOMPARE(merged.entries, (Entries{{"q1", "好"}}));
}

void TestSetMerge::mergeEntries_removedThereChangedHere_isContested() {
    QVERIFY(mergeEntries({{"q1", "一般"}}, {}, {{"q1", "差"}}).isContested);
}

void TestSetMerge::mergeEntries_removedHereUnchangedThere_isRemoved() {
    const MergedEntries merged = mergeEntries({{"a", ""}, {"b", ""}}, {{"a", ""}, {"b", ""}, {"c", ""}}, {{"b", ""}});

    QVERIFY(!merged.isContested);
    QCOMPARE(merged.entries, (Entries{{"b", ""}, {"c", ""}}));
}

void TestSetMerge::mergeEntries_newItems_comeAfterTheServersOrder() {
    const MergedEntries merged = mergeEntries({}, {{"b", ""}}, {{"a", ""}});

    QCOMPARE(merged.entries, (Entries{{"b", ""}, {"a", ""}}));
}

QTEST_APPLESS_MAIN(TestSetMerge)
#include "tst_set_merge.moc"
