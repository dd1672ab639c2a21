#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <map>

#include "client/store/schema.h"
#include "client/store/search.h"
#include "client/store/sqlite_replica_store.h"
#include "shared/search/folding.h"
#include "shared/search/record_text.h"
#include "shared/sqlite/columns.h"
#include "tests/support/sample_catalog.h"
#include "tests/support/seeded_random.h"

using namespace zhixing;
using namespace zhixing::client;
using namespace zhixing::test;
using Durability = sync::ReplicaStore::Durability;

namespace {

const Catalog& sampleCatalog() {
    static const Catalog catalog({sampleType(), orderType()});
    return catalog;
}

const RecordType& order() { return sampleCatalog().at("order"); }

/// As a later program might have it: the title is searched no more.
const Catalog& laterCatalog() {
    static const Catalog catalog = [] {
        RecordType sample = sampleType();
        sample.fields.front().isSearched = false;
        return Catalog({sample, orderType()});
    }();
    return catalog;
}

Record orderOf(int number, std::string group) {
    Record record = blankRecord(order(), sampleId(number), sampleId(100));
    record.set("group", std::move(group));
    return record;
}

std::vector<Id> ids(std::initializer_list<int> numbers) {
    std::vector<Id> result;
    for (const int number : numbers) result.push_back(sampleId(number));
    return result;
}

}  // namespace

/// Finding in the device's file: what is visible is found, nothing else, and no trace of it stays when it goes.
class TestSearch : public QObject {
    Q_OBJECT

private:
    QTemporaryDir folder_;
    int fileNumber_ = 0;
    std::filesystem::path path_;
    std::unique_ptr<SqliteReplicaStore> store_;

    void commit(const std::function<void()>& body) {
        QVERIFY(store_->begin(Durability::full).ok());
        body();
        QVERIFY(store_->commit().ok());
    }
    void put(const Record& record) {
        commit([&] { QVERIFY(store_->put(record, false).ok()); });
    }
    std::vector<Id> found(const char* query) {
        const auto result = find(store_->database(), sampleCatalog(), search::Query(query), 10);
        if (!result.ok()) return {Id{}};
        std::vector<Id> all;
        for (const FoundKind& kind : result->kinds) all.insert(all.end(), kind.best.begin(), kind.best.end());
        return all;
    }
    /// Every text in the file.
    std::map<Id, std::string> texts() {
        std::map<Id, std::string> all;
        SQLite::Statement row(store_->database().raw(), "SELECT record, lines FROM zx_text");
        while (row.executeStep()) all[*sqlite::readId(row.getColumn(0))] = row.getColumn(1).getString();
        return all;
    }
    bool isAnywhere(const QByteArray& bytes) {
        bool isFound = false;
        for (const char* part : {"", "-wal", "-shm"}) {
            QFile file(QString::fromStdString(path_.string() + part));
            if (file.open(QIODevice::ReadOnly)) isFound = isFound || file.readAll().contains(bytes);
        }
        return isFound;
    }

private slots:
    void init() {
        path_ = folder_.filePath(QString::number(++fileNumber_) + ".store").toStdString();
        auto opened = SqliteReplicaStore::open(sampleCatalog(), path_);
        QVERIFY(opened.ok());
        store_ = std::move(opened).value();
    }

    void find_everyFieldThatPeopleWrite_findsTheRecord() {
        put(fullSample(sampleCatalog().at("sample"), 1));

        for (const char* query :
             {"红书", "xiaohongshu", "xhs", "KOC", "引号", "危险", "很好", "yanshou", "第一行 种草"})
            QCOMPARE(found(query), ids({1}));
        for (const char* query : {"open", "小绿书", "sample", ""}) QCOMPARE(found(query), std::vector<Id>{});
    }

    void find_afterAnEdit_findsTheNewTextOnly() {
        put(orderOf(1, "重庆银行"));
        put(orderOf(1, "上海商场"));

        QCOMPARE(found("chongqing"), std::vector<Id>{});
        QCOMPARE(found("shangchang"), ids({1}));
    }

    void find_afterARollback_findsWhatWasThere() {
        put(orderOf(1, "重庆银行"));
        QVERIFY(store_->begin(Durability::full).ok());
        QVERIFY(store_->put(orderOf(1, "上海商场"), true).ok());
        QVERIFY(store_->put(orderOf(2, "重庆商场"), true).ok());
        store_->rollback();

        QCOMPARE(found("cq"), ids({1}));
        QCOMPARE(found("商场"), std::vector<Id>{});
    }

    void find_manyOfAKind_namesTheNearestAndNewestAndCountsAll() {
        put(orderOf(1, "开业"));
        for (int i = 2; i <= 20; ++i) put(orderOf(i, "明天开业"));
        put(orderOf(21, "凯夜"));
        put(fullSample(sampleCatalog().at("sample"), 30));

        const auto result = find(store_->database(), sampleCatalog(), search::Query("开业"), 3);
        const auto sound = find(store_->database(), sampleCatalog(), search::Query("kaiye"), 30);

        QCOMPARE(result->kinds.size(), std::size_t{1});
        QCOMPARE(result->kinds.front().best, ids({1, 20, 19}));
        QCOMPARE(result->kinds.front().count, std::size_t{20});
        QCOMPARE(result->count, std::size_t{20});
        QCOMPARE(sound->kinds.front().count, std::size_t{21});
    }

    void find_stopped_saysThatItIsNotWhole() {
        commit([&] {
            for (int i = 0; i < 3'000; ++i) QVERIFY(store_->put(orderOf(i, "开业"), false).ok());
        });

        const auto result = find(store_->database(), sampleCatalog(), search::Query("开业"), 3, [] { return true; });

        QVERIFY(!result->isWhole);
        QVERIFY(result->count < 3'000);
    }

    void texts_afterAnythingHappened_areThoseOfTheVisibleRows() {
        constexpr std::uint64_t seed = 1'016;
        qInfo("seed %llu", static_cast<unsigned long long>(seed));
        SeededRandom random(seed);
        std::map<Id, std::string> expected;
        for (int round = 0; round < 200; ++round) {
            auto next = expected;
            QVERIFY(store_->begin(Durability::atomic).ok());
            for (std::uint64_t step = random.below(8); step > 0; --step) {
                const auto number = static_cast<int>(random.below(12));
                std::string text = random.oneIn(4) ? std::string() : "文字" + std::to_string(random.below(5));
                if (random.oneIn(3)) {
                    QVERIFY(store_->erase(order(), sampleId(number)).ok());
                    next.erase(sampleId(number));
                } else {
                    QVERIFY(store_->put(orderOf(number, text), random.oneIn(2)).ok());
                    next.erase(sampleId(number));
                    if (!text.empty()) next[sampleId(number)] = text;
                }
            }
            if (random.oneIn(4)) {
                store_->rollback();
            } else {
                QVERIFY(store_->commit().ok());
                expected = next;
            }
            QCOMPARE(texts(), expected);
        }
    }

    void erase_andScrub_leaveNoByteOfTheText() {
        const std::string secret = "離開的記錄 77AB";
        const std::string folded = search::folded(secret);
        for (int i = 0; i < 200; ++i) put(orderOf(i, "其他 " + std::to_string(i)));
        put(orderOf(500, secret));
        QVERIFY(isAnywhere(QByteArray::fromStdString(folded)));

        commit([&] { QVERIFY(store_->erase(order(), sampleId(500)).ok()); });
        QVERIFY(store_->scrub().ok());

        QVERIFY(!isAnywhere(QByteArray::fromStdString(secret)));
        QVERIFY(!isAnywhere(QByteArray::fromStdString(folded)));
    }

    void open_withAnotherCatalog_makesTheTextsAnew() {
        put(fullSample(sampleCatalog().at("sample"), 1));
        put(orderOf(2, "小红书"));
        store_.reset();
        auto opened = SqliteReplicaStore::open(laterCatalog(), path_);
        QVERIFY(opened.ok());
        store_ = std::move(opened).value();

        QCOMPARE(found("小红书"), ids({2}));
        QCOMPARE(found("第一行"), ids({1}));
    }

    void open_ofAFileWithoutTexts_makesThem() {
        put(orderOf(1, "重庆银行"));
        QVERIFY(store_->database().execute("DELETE FROM zx_text; DELETE FROM zx_text_form").ok());
        store_.reset();

        auto reader = openReader(path_, sampleCatalog());

        QVERIFY(reader.ok());
        QCOMPARE(find(*reader, sampleCatalog(), search::Query("cqyh"), 3)->count, std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(TestSearch)
#include "tst_search.moc"
