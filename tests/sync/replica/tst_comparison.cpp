#include <QtTest>

#include "shared/base/limits.h"
#include "sync/replica/comparison.h"
#include "sync/wire/codec.h"
#include "tests/support/seeded_random.h"
#include "tests/support/test_catalog.h"

using namespace zhixing;
using namespace zhixing::sync;

/// Two copies, and what it takes to find where they differ. The server's answers are made as answers.cpp makes them;
/// tst_repairing.cpp lets both real ends talk.
class TestComparison : public QObject {
    Q_OBJECT

private slots:
    void take_oneWrongRowAmongAHundredThousand_needsFewQuestionsAndBytes_data();
    void take_oneWrongRowAmongAHundredThousand_needsFewQuestionsAndBytes();
    void take_manyDifferences_findsEveryOne();
    void take_answerToNoQuestion_isPassedOver();
    void next_ofEqualCopies_endsAfterOneQuestion();

private:
    struct Found {
        std::vector<Id> wanted;
        std::vector<Held> extra;
        int questions = 0;
        std::size_t bytes = 0;
    };
    static bool all(const Scope& /*scope*/) { return true; }
    static std::vector<Held> records(int count) {
        test::SeededRandom random(11);
        std::vector<Held> held;
        for (int i = 0; i < count; ++i)
            held.push_back({&test::testCatalog().at("item"), newId(Instant{i}, random), 1, {}});
        return held;
    }
    static Buckets answer(const HeldIndex& server, const Inspect& question) {
        Buckets answer;
        for (const Prefix& prefix : question.prefixes) {
            Bucket bucket{prefix, {}, {}};
            if (server.count(prefix, all) > limits::bucketRecordsMax) {
                bucket.children = server.children(prefix, all);
            } else {
                for (const Held& held : server.records(prefix, all))
                    bucket.records.emplace_back(held.record, held.version);
            }
            answer.buckets.push_back(std::move(bucket));
        }
        return answer;
    }
    static Found compare(std::vector<Held> device, std::vector<Held> held) {
        const HeldIndex server(std::move(held));
        Comparison comparison{HeldIndex(std::move(device))};
        Found found;
        while (const auto question = comparison.next()) {
            const Buckets said = answer(server, *question);
            ++found.questions;
            found.bytes += encode(ClientMessage(*question)).size() + encode(ServerMessage(said)).size();
            auto differences = comparison.take(said);
            found.wanted.insert(found.wanted.end(), differences.wanted.begin(), differences.wanted.end());
            found.extra.insert(found.extra.end(), differences.extra.begin(), differences.extra.end());
        }
        return found;
    }
};

void TestComparison::take_oneWrongRowAmongAHundredThousand_needsFewQuestionsAndBytes_data() {
    QTest::addColumn<QString>("fault");
    for (const char* fault : {"missing", "older", "newer", "extra"}) QTest::newRow(fault) << QString(fault);
}

void TestComparison::take_oneWrongRowAmongAHundredThousand_needsFewQuestionsAndBytes() {
    QFETCH(const QString, fault);
    auto server = records(100'000);
    auto device = server;
    const Held wrong = server[51'234];
    if (fault == "missing") device.erase(device.begin() + 51'234);
    if (fault == "older") server[51'234].version = 2;
    if (fault == "newer") device[51'234].version = 2;
    if (fault == "extra") server.erase(server.begin() + 51'234);

    const Found found = compare(device, server);

    QCOMPARE(found.wanted.size() + found.extra.size(), std::size_t{1});
    QCOMPARE(fault == "extra" ? found.extra.front().record : found.wanted.front(), wrong.record);
    // To fetch it and to be told that all is well takes one round trip each: six in all.
    QVERIFY2(found.questions <= 4, qPrintable(QString::number(found.questions)));
    QVERIFY2(found.bytes <= 16 * 1024, qPrintable(QString::number(found.bytes)));
}

void TestComparison::take_manyDifferences_findsEveryOne() {
    const auto all = records(5'000);
    std::vector<Held> device;
    std::vector<Held> server;
    std::size_t wanted = 0;
    std::size_t extra = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i % 3 != 0) device.push_back(all[i]);
        if (i % 5 != 0) server.push_back(all[i]);
        if (i % 3 == 0 && i % 5 != 0) ++wanted;
        if (i % 3 != 0 && i % 5 == 0) ++extra;
    }

    const Found found = compare(device, server);

    QCOMPARE(found.wanted.size(), wanted);
    QCOMPARE(found.extra.size(), extra);
}

void TestComparison::take_answerToNoQuestion_isPassedOver() {
    Comparison comparison{HeldIndex(records(10))};
    Bucket bucket{Prefix{}, {}, {}};

    const auto early = comparison.take(Buckets{0, 0, {bucket}});
    QVERIFY(early.extra.empty());
    QVERIFY(comparison.next().has_value());
    const auto asked = comparison.take(Buckets{0, 0, {bucket}});
    const auto again = comparison.take(Buckets{0, 0, {bucket}});

    QCOMPARE(asked.extra.size(), std::size_t{10});
    QVERIFY(again.extra.empty());
}

void TestComparison::next_ofEqualCopies_endsAfterOneQuestion() {
    const auto held = records(1'000);

    const Found found = compare(held, held);

    QCOMPARE(found.questions, 1);
    QVERIFY(found.wanted.empty() && found.extra.empty());
}

QTEST_APPLESS_MAIN(TestComparison)
#include "tst_comparison.moc"
