#include <QtTest>

#include "sync/digest.h"
#include "tests/support/seeded_random.h"

using namespace zhixing;
using namespace zhixing::sync;

class TestDigest : public QObject {
    Q_OBJECT

private slots:
    void add_knownRecord_hasThePublishedSum();
    void add_inAnyOrder_isTheSame();
    void remove_afterAdd_isAsBefore();
    void add_ofDigests_isTheDigestOfAll();
    void add_anotherVersion_differs();
};

// PROTOCOL.md defines the sum; a client in another language computes the same (Python: hashlib.blake2b(…, digest_size=16)).
void TestDigest::add_knownRecord_hasThePublishedSum() {
    Digest digest;
    digest.add(*Id::parse("0197a000-0000-7000-8000-000000000001"), 3);

    QCOMPARE(digest.count, 1);
    QCOMPARE(digest.sumText(), std::string("c1fa8639f4c7474f540f96c6632085fb"));
}

void TestDigest::add_inAnyOrder_isTheSame() {
    test::SeededRandom random(7);
    std::vector<Id> ids;
    for (int i = 0; i < 100; ++i) ids.push_back(newId(Instant{i}, random));
    Digest forwards, backwards;

    for (std::size_t i = 0; i < ids.size(); ++i) forwards.add(ids[i], static_cast<Version>(i));
    for (std::size_t i = ids.size(); i-- > 0;) backwards.add(ids[i], static_cast<Version>(i));

    QCOMPARE(forwards, backwards);
}

void TestDigest::remove_afterAdd_isAsBefore() {
    test::SeededRandom random(8);
    Digest digest;
    digest.add(newId(Instant{1}, random), 1);
    const Digest before = digest;
    for (int i = 0; i < 1'000; ++i) {
        const Id id = newId(Instant{i}, random);
        digest.add(id, i);
        digest.remove(id, i);
        QCOMPARE(digest, before);
    }
}

void TestDigest::add_ofDigests_isTheDigestOfAll() {
    test::SeededRandom random(9);
    Digest one, other, both;
    for (int i = 0; i < 1'000; ++i) {
        const Id id = newId(Instant{i}, random);
        (i % 2 == 0 ? one : other).add(id, i);
        both.add(id, i);
    }
    one.add(other);

    QCOMPARE(one, both);
}

void TestDigest::add_anotherVersion_differs() {
    test::SeededRandom random(10);
    const Id id = newId(Instant{1}, random);
    Digest one, other;
    one.add(id, 1);
    other.add(id, 2);

    QVERIFY(one != other);
}

QTEST_APPLESS_MAIN(TestDigest)
#include "tst_digest.moc"
