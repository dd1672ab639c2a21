#include <QtTest>

#include "sync/held_index.h"
#include "tests/support/seeded_random.h"
#include "tests/support/test_catalog.h"

using namespace zhixing;
using namespace zhixing::sync;

class TestHeldIndex : public QObject {
    Q_OBJECT

private slots:
    void prefix_textAndBack_isTheSame();
    void prefix_ofOtherText_isNone();
    void children_ofAnyPrefix_addUpToIt();
    void records_beneathAPrefix_areTheFilteredOnes();
    void put_andErase_keepUpWithANewIndex();

private:
    static bool all(const Scope& /*scope*/) { return true; }
    static std::vector<Held> someRecords(int count) {
        test::SeededRandom random(5);
        std::vector<Held> held;
        for (int i = 0; i < count; ++i) {
            const Audience audience = i % 3 == 0 ? Audience::managers : Audience::everyone;
            held.push_back({&test::testCatalog().at("item"), newId(Instant{i}, random), 1 + i % 5, {Id{}, audience}});
        }
        return held;
    }
};

void TestHeldIndex::prefix_textAndBack_isTheSame() {
    for (const char* text : {"", "0", "f", "3af", "00000000", "fedcba98"}) {
        const auto prefix = Prefix::parse(text);

        QVERIFY(prefix.has_value());
        QCOMPARE(prefix->text(), std::string(text));
        QCOMPARE(prefix->digits, static_cast<int>(qstrlen(text)));
    }
}

void TestHeldIndex::prefix_ofOtherText_isNone() {
    for (const char* text : {"g", "F", " ", "0x", "012345678"}) QVERIFY(!Prefix::parse(text).has_value());
}

void TestHeldIndex::children_ofAnyPrefix_addUpToIt() {
    const HeldIndex index(someRecords(2'000));
    Digest whole;
    for (const Held& held : index.records(Prefix{}, all)) whole.add(held.record, held.version);
    QCOMPARE(whole.count, 2'000);

    std::vector<Prefix> level{Prefix{}};
    for (int digits = 0; digits < 3; ++digits) {
        Digest sum;
        std::vector<Prefix> next;
        for (const Prefix& prefix : level) {
            const auto children = index.children(prefix, all);
            for (unsigned digit = 0; digit < children.size(); ++digit) {
                sum.add(children[digit]);
                next.push_back(prefix.child(digit));
                QCOMPARE(children[digit].count, static_cast<std::int64_t>(index.count(next.back(), all)));
            }
        }
        QCOMPARE(sum, whole);
        level = std::move(next);
    }
}

void TestHeldIndex::records_beneathAPrefix_areTheFilteredOnes() {
    const auto held = someRecords(300);
    const HeldIndex index(held);
    const auto isForManagers = [](const Scope& scope) { return scope.audience == Audience::managers; };

    std::size_t found = 0;
    for (unsigned digit = 0; digit < 16; ++digit) {
        for (const Held& one : index.records(Prefix{}.child(digit), isForManagers)) {
            QCOMPARE(one.scope.audience, Audience::managers);
            ++found;
        }
    }

    QCOMPARE(found, std::size_t{100});
}

void TestHeldIndex::put_andErase_keepUpWithANewIndex() {
    auto held = someRecords(200);
    HeldIndex kept(held);

    held[7].version = 99;
    kept.put(held[7]);
    kept.erase(held[8].record);
    kept.erase(held[8].record);
    Held added = held[8];
    added.record = Id::named("added");
    kept.put(added);
    held[8] = added;

    const HeldIndex fresh(held);
    QCOMPARE(kept.children(Prefix{}, all), fresh.children(Prefix{}, all));
    QCOMPARE(kept.find(added.record)->version, added.version);
    QVERIFY(kept.find(Id::named("nobody")) == nullptr);
}

QTEST_APPLESS_MAIN(TestHeldIndex)
#include "tst_held_index.moc"
