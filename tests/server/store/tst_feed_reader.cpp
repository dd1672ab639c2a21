#include <algorithm>
#include <map>

#include "tests/server/store/store_fixture.h"

using namespace zhixing;
using namespace zhixing::server;
using sync::FeedEntry;
using sync::Seq;

namespace {

constexpr std::size_t plenty = 1'000'000;

std::vector<FeedEntry> feed(StoreFixture& fixture, ScopeSet scopes, Seq cursor, std::size_t recordsMax, Seq& to) {
    std::sort(scopes.begin(), scopes.end());
    auto entries = fixture.store->feed(scopes, cursor, recordsMax, plenty, to);
    return entries ? std::move(entries).value() : std::vector<FeedEntry>{{-1, entries.error().message}};
}

}  // namespace

class TestFeedReader : public QObject {
    Q_OBJECT

private slots:
    void read_severalScopes_comesInOrderOfSeq();
    void read_otherScopes_areNotSeen();
    void read_inPages_givesTheSameAsAtOnce();
    void read_pageOfBytes_endsEarly();
    void read_recordThatLeft_isGone();
    void read_recordThatLeftToAnotherSeenPlace_isNotGone();
    void read_deletedRecord_isGoneFromWhereverOneReads();
    void read_withinTheTransaction_reachesTheNewestChange();
    void read_randomHistories_matchesASimpleModel();
    void read_hundredsOfScopes_tellsTheSameAsAFew();
    void read_moreThanAWalkMayPassOver_goesOnFromThere();
};

void TestFeedReader::read_severalScopes_comesInOrderOfSeq() {
    StoreFixture fixture;
    const Id a = fixture.random.id();
    const Id b = fixture.random.id();
    QVERIFY(fixture.store->begin().ok());
    std::vector<std::string> expected;
    for (Seq seq = 1; seq <= 40; ++seq) {
        const auto stored = fixture.task(fixture.random.id(), seq % 3 == 0 ? a : b, seq);
        fixture.write(stored);
        expected.push_back(canonicalLine(stored.record));
    }

    Seq to = 0;
    const auto entries = feed(fixture, {{a, Audience::everyone}, {b, Audience::everyone}}, 0, plenty, to);

    QCOMPARE(to, 40);
    QCOMPARE(entries.size(), expected.size());
    for (std::size_t i = 0; i < entries.size(); ++i) {
        QCOMPARE(entries[i].seq, static_cast<Seq>(i + 1));
        QCOMPARE(entries[i].line, expected[i]);
    }
}

void TestFeedReader::read_otherScopes_areNotSeen() {
    StoreFixture fixture;
    const Id a = fixture.random.id();
    QVERIFY(fixture.store->begin().ok());
    fixture.write(fixture.task(fixture.random.id(), a, 1));
    auto secret = fixture.task(fixture.random.id(), a, 2);
    secret.record.audience = Audience::managers;
    fixture.write(secret);
    fixture.write(fixture.task(fixture.random.id(), fixture.random.id(), 3));

    Seq to = 0;
    const auto entries = feed(fixture, {{a, Audience::everyone}}, 0, plenty, to);

    QCOMPARE(entries.size(), 1U);
    QCOMPARE(entries[0].seq, 1);
    QCOMPARE(to, 3);
    QVERIFY(feed(fixture, {}, 0, plenty, to).empty());
    QCOMPARE(to, 3);
}

void TestFeedReader::read_inPages_givesTheSameAsAtOnce() {
    StoreFixture fixture;
    const std::vector<Id> places{fixture.random.id(), fixture.random.id(), fixture.random.id()};
    QVERIFY(fixture.store->begin().ok());
    ScopeSet scopes;
    for (const Id& place : places) scopes.push_back({place, Audience::everyone});
    for (Seq seq = 1; seq <= 200; ++seq)
        fixture.write(fixture.task(fixture.random.id(), fixture.random.pick(places), seq));

    Seq to = 0;
    const auto whole = feed(fixture, scopes, 0, plenty, to);
    std::vector<FeedEntry> pieces;
    for (Seq cursor = 0; cursor < 200; cursor = to) {
        const auto page = feed(fixture, scopes, cursor, 7, to);
        QVERIFY(page.size() <= 7 && to > cursor);
        pieces.insert(pieces.end(), page.begin(), page.end());
    }

    QCOMPARE(pieces.size(), whole.size());
    QVERIFY(std::equal(pieces.begin(), pieces.end(), whole.begin(),
                       [](const FeedEntry& x, const FeedEntry& y) { return x.seq == y.seq && x.line == y.line; }));
}

void TestFeedReader::read_pageOfBytes_endsEarly() {
    StoreFixture fixture;
    const Id a = fixture.random.id();
    QVERIFY(fixture.store->begin().ok());
    for (Seq seq = 1; seq <= 20; ++seq) fixture.write(fixture.task(fixture.random.id(), a, seq));

    Seq to = 0;
    const auto page = fixture.store->feed({{a, Audience::everyone}}, 0, plenty, 600, to);

    QVERIFY(page.ok());
    QVERIFY(page->size() >= 2 && page->size() < 20);
    QCOMPARE(to, static_cast<Seq>(page->size()));
}

void TestFeedReader::read_recordThatLeft_isGone() {
    StoreFixture fixture;
    const Id a = fixture.random.id();
    const Id b = fixture.random.id();
    const Id id = fixture.random.id();
    QVERIFY(fixture.store->begin().ok());
    fixture.write(fixture.task(id, a, 1));
    fixture.write(fixture.task(id, b, 2, 2), Scope{a, Audience::everyone});

    Seq to = 0;
    const auto entries = feed(fixture, {{a, Audience::everyone}}, 1, plenty, to);

    QCOMPARE(entries.size(), 1U);
    QCOMPARE(entries[0].line, sync::goneLine(catalog().at("task"), id, 2, sync::Gone::left));
    QCOMPARE(to, 2);
}

void TestFeedReader::read_recordThatLeftToAnotherSeenPlace_isNotGone() {
    StoreFixture fixture;
    const Id a = fixture.random.id();
    const Id b = fixture.random.id();
    const Id id = fixture.random.id();
    QVERIFY(fixture.store->begin().ok());
    fixture.write(fixture.task(id, a, 1));
    const auto moved = fixture.task(id, b, 2, 2);
    fixture.write(moved, Scope{a, Audience::everyone});

    Seq to = 0;
    const auto entries = feed(fixture, {{a, Audience::everyone}, {b, Audience::everyone}}, 1, plenty, to);

    QCOMPARE(entries.size(), 1U);
    QCOMPARE(entries[0].line, canonicalLine(moved.record));
}

void TestFeedReader::read_deletedRecord_isGoneFromWhereverOneReads() {
    StoreFixture fixture;
    const Id a = fixture.random.id();
    QVERIFY(fixture.store->begin().ok());
    fixture.write(fixture.task(fixture.random.id(), a, 1));
    auto deleted = fixture.task(fixture.random.id(), a, 2, 2);
    deleted.record.isDeleted = true;
    fixture.write(deleted);

    Seq to = 0;
    const auto all = feed(fixture, {{a, Audience::everyone}}, 0, plenty, to);  // by a device that may still hold it
    const auto later = feed(fixture, {{a, Audience::everyone}}, 1, plenty, to);

    QCOMPARE(all.size(), 2U);
    QCOMPARE(later.size(), 1U);
    QCOMPARE(all[1].line, later[0].line);
    QCOMPARE(later[0].line, sync::goneLine(catalog().at("task"), deleted.record.id, 2, sync::Gone::deleted));
}

void TestFeedReader::read_withinTheTransaction_reachesTheNewestChange() {
    StoreFixture fixture;
    const Id a = fixture.random.id();
    QVERIFY(fixture.store->begin().ok());
    QVERIFY(fixture.store->put(fixture.task(fixture.random.id(), a, 1)).ok());  // and the head is not yet written

    Seq to = 0;
    QCOMPARE(feed(fixture, {{a, Audience::everyone}}, 0, plenty, to).size(), 1U);
    QCOMPARE(to, 1);
}

/// Records are added, moved and deleted at random; a device that follows in pages of random size must hold what a map
/// says.
void TestFeedReader::read_randomHistories_matchesASimpleModel() {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        StoreFixture fixture;
        test::SeededRandom random(seed);
        const std::vector<Id> places{random.id(), random.id(), random.id(), random.id()};
        ScopeSet scopes{{places[0], Audience::everyone}, {places[1], Audience::everyone}};
        std::sort(scopes.begin(), scopes.end());
        std::map<Id, sync::StoredRecord> records;
        std::map<Id, std::string> held;
        Seq cursor = 0;
        QVERIFY(fixture.store->begin().ok());
        for (Seq seq = 1; seq <= 150; ++seq) {
            if (records.empty() || random.oneIn(3)) {
                const auto added = fixture.task(random.id(), random.pick(places), seq);
                fixture.write(added);
                records.emplace(added.record.id, added);
            } else {
                auto chosen = records.begin();
                std::advance(chosen, static_cast<std::ptrdiff_t>(random.below(records.size())));
                const Scope before{chosen->second.record.place, Audience::everyone};
                auto next = fixture.task(chosen->first, random.oneIn(2) ? random.pick(places) : before.place, seq,
                                         chosen->second.record.version + 1);
                next.record.isDeleted = random.oneIn(5);
                const bool moves = next.record.place != before.place;
                fixture.write(next, moves ? std::optional(before) : std::nullopt);
                chosen->second = next;
            }
            if (!random.oneIn(4)) continue;
            Seq to = 0;
            for (const FeedEntry& entry : feed(fixture, scopes, cursor, 1 + random.below(9), to)) {
                const auto id = Id::parse(entry.line.substr(entry.line.find("\"id\":\"") + 6, 36));
                QVERIFY(id.has_value());
                if (entry.line.find("\"gone\"") != std::string::npos) {
                    held.erase(*id);
                } else {
                    held[*id] = entry.line;
                }
            }
            cursor = to;
        }
        Seq to = cursor;
        for (const FeedEntry& entry : feed(fixture, scopes, cursor, plenty, to)) {
            const auto id = Id::parse(entry.line.substr(entry.line.find("\"id\":\"") + 6, 36));
            if (entry.line.find("\"gone\"") != std::string::npos) {
                held.erase(*id);
            } else {
                held[*id] = entry.line;
            }
        }

        std::map<Id, std::string> expected;
        for (const auto& [id, stored] : records) {
            const bool isSeen =
                std::binary_search(scopes.begin(), scopes.end(), Scope{stored.record.place, Audience::everyone});
            if (isSeen && !stored.record.isDeleted) expected[id] = canonicalLine(stored.record);
        }
        QVERIFY2(held == expected, qPrintable(QStringLiteral("seed %1").arg(seed)));
    }
}

/// Whoever sees hundreds of places is told the same, by another way, as somebody who sees just those with records.
void TestFeedReader::read_hundredsOfScopes_tellsTheSameAsAFew() {
    StoreFixture fixture;
    test::SeededRandom random(11);
    const std::vector<Id> places{random.id(), random.id(), random.id()};
    const ScopeSet few{{places[0], Audience::everyone}, {places[1], Audience::everyone}};
    ScopeSet many = few;
    for (int i = 0; i < 400; ++i) many.push_back({random.id(), Audience::everyone});
    std::vector<sync::StoredRecord> records;
    QVERIFY(fixture.store->begin().ok());
    for (Seq seq = 1; seq <= 300; ++seq) {
        if (records.size() < 40 || random.oneIn(3)) {
            records.push_back(fixture.task(random.id(), random.pick(places), seq));
            fixture.write(records.back());
            continue;
        }
        sync::StoredRecord& chosen = records[random.below(records.size())];
        const Scope before{chosen.record.place, Audience::everyone};
        chosen = fixture.task(chosen.record.id, random.pick(places), seq, chosen.record.version + 1);
        const bool moves = chosen.record.place != before.place;
        fixture.write(chosen, moves ? std::optional(before) : std::nullopt);
    }

    for (const std::size_t atOnce : {std::size_t{1}, std::size_t{7}, plenty}) {
        Seq to = 0;
        const auto whole = feed(fixture, few, 0, plenty, to);
        std::vector<FeedEntry> pieces;
        for (Seq cursor = 0; cursor < 300; cursor = to) {
            const auto page = feed(fixture, many, cursor, atOnce, to);
            QVERIFY(to > cursor);
            pieces.insert(pieces.end(), page.begin(), page.end());
        }
        QCOMPARE(pieces.size(), whole.size());
        QVERIFY(std::equal(pieces.begin(), pieces.end(), whole.begin(),
                           [](const FeedEntry& x, const FeedEntry& y) { return x.seq == y.seq && x.line == y.line; }));
    }
}

void TestFeedReader::read_moreThanAWalkMayPassOver_goesOnFromThere() {
    StoreFixture fixture;
    const Id here = fixture.random.id();
    const Id elsewhere = fixture.random.id();
    ScopeSet scopes{{here, Audience::everyone}};
    for (int i = 0; i < 400; ++i) scopes.push_back({fixture.random.id(), Audience::everyone});
    constexpr Seq last = 25'000;
    QVERIFY(fixture.store->begin().ok());
    for (Seq seq = 1; seq < last; ++seq)
        QVERIFY(fixture.store->put(fixture.task(fixture.random.id(), elsewhere, seq)).ok());
    fixture.write(fixture.task(fixture.random.id(), here, last));

    std::vector<FeedEntry> told;
    int pages = 0;
    for (Seq cursor = 0, to = 0; cursor < last; cursor = to, ++pages) {
        for (FeedEntry& entry : feed(fixture, scopes, cursor, plenty, to)) told.push_back(std::move(entry));
        QVERIFY(to > cursor);
    }

    QCOMPARE(told.size(), 1U);
    QCOMPARE(told[0].seq, last);
    QVERIFY(pages > 1);
}

QTEST_APPLESS_MAIN(TestFeedReader)
#include "tst_feed_reader.moc"
