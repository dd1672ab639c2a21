#include <QTemporaryDir>
#include <QTest>

#include "client/store/schema.h"
#include "client/store/sqlite_replica_store.h"
#include "client/store/store_reader.h"
#include "tests/support/sample_catalog.h"

using namespace zhixing;
using namespace zhixing::client;
using namespace zhixing::test;

namespace {

const Catalog& sampleCatalog() {
    static const Catalog catalog({sampleType(), orderType()});
    return catalog;
}

const RecordType& order() { return sampleCatalog().at("order"); }

Record orderOf(int number, const char* group, std::int64_t amount) {
    Record record = blankRecord(order(), sampleId(number), sampleId(100 + number % 2));
    if (group != nullptr) record.set("group", std::string(group));
    record.set("amount", amount);
    return record;
}

std::vector<Id> idsOf(const Result<std::vector<sqlite::Row>>& rows) {
    std::vector<Id> ids;
    if (!rows.ok()) return {Id{}};
    for (const sqlite::Row& row : *rows) ids.push_back(row.record.id);
    return ids;
}

std::vector<Id> ids(std::initializer_list<int> numbers) {
    std::vector<Id> result;
    for (const int number : numbers) result.push_back(sampleId(number));
    return result;
}

}  // namespace

class TestStoreReader : public QObject {
    Q_OBJECT

private:
    QTemporaryDir folder_;
    std::filesystem::path path_;
    std::unique_ptr<SqliteReplicaStore> store_;
    std::optional<sqlite::Database> connection_;
    std::optional<StoreReader> reader_;

private slots:
    void initTestCase() {
        path_ = folder_.filePath("a.store").toStdString();
        auto opened = SqliteReplicaStore::open(sampleCatalog(), path_);
        QVERIFY(opened.ok());
        store_ = std::move(opened).value();
        QVERIFY(store_->begin(sync::ReplicaStore::Durability::full).ok());
        QVERIFY(store_->put(orderOf(1, "b", 300), false).ok());
        QVERIFY(store_->put(orderOf(2, "a", 200), true).ok());
        QVERIFY(store_->put(orderOf(3, "b", -100), false).ok());
        QVERIFY(store_->put(orderOf(4, nullptr, 50), false).ok());
        QVERIFY(store_->put(fullSample(sampleCatalog().at("sample"), 9), false).ok());
        QVERIFY(store_->commit().ok());
        auto connection = openReader(path_, sampleCatalog());
        QVERIFY(connection.ok());
        connection_.emplace(std::move(connection).value());
        reader_.emplace(sampleCatalog(), *connection_);
    }

    void list_withoutConditions_givesAllByIdWithTheirMark() {
        const auto rows = reader_->list({.type = &order()});

        QCOMPARE(idsOf(rows), ids({1, 2, 3, 4}));
        QVERIFY((*rows)[1].isPending);
        QVERIFY(!(*rows)[0].isPending);
    }

    void list_withConditions_givesOnlyThose() {
        QCOMPARE(idsOf(reader_->list({.type = &order(), .where = {{"group", std::string("b")}}})), ids({1, 3}));
        QCOMPARE(idsOf(reader_->list(
                     {.type = &order(), .where = {{"group", std::string("b")}, {"amount", std::int64_t{300}}}})),
                 ids({1}));
        QCOMPARE(idsOf(reader_->list({.type = &order(), .where = {{"group", Value{}}}})), ids({4}));
        QCOMPARE(idsOf(reader_->list({.type = &order(), .where = {{"place", sampleId(100)}}})), ids({2, 4}));
        QCOMPARE(idsOf(reader_->list({.type = &order(), .where = {{"id", sampleId(3)}}})), ids({3}));
    }

    void list_ofEveryKind_findsTheRowByItsValue() {
        const RecordType& sample = sampleCatalog().at("sample");
        const Record record = fullSample(sample, 9);
        for (std::size_t i = 0; i < sample.fields.size(); ++i) {
            const auto rows = reader_->list({.type = &sample, .where = {{sample.fields[i].name, record.fields[i]}}});
            QVERIFY2(idsOf(rows) == ids({9}), sample.fields[i].name.data());
        }
    }

    void list_withAnOrder_isSortedAndCut() {
        QCOMPARE(idsOf(reader_->list({.type = &order(), .orderBy = {{"amount", true}}})), ids({1, 2, 4, 3}));
        QCOMPARE(
            idsOf(reader_->list({.type = &order(), .orderBy = {{"group", false}, {"amount", false}}, .countMax = 3})),
            ids({4, 2, 3}));
    }

    void list_ofWhatTheCatalogLacks_isRefused() {
        const auto unknown =
            reader_->list({.type = &order(), .where = {{"x\"; DROP TABLE \"order", std::string("b")}}});
        QCOMPARE(unknown.error().code, Code::unknown_field);
        QCOMPARE(reader_->list({.type = &order(), .orderBy = {{"colour"}}}).error().code, Code::unknown_field);
        QCOMPARE(reader_->list({.type = &order(), .where = {{"group", std::int64_t{1}}}}).error().code,
                 Code::wrong_type);
        QCOMPARE(*reader_->count({.type = &order()}), 4);
    }

    void conditions_useTheDeclaredIndex() {
        SQLite::Statement explain(connection_->raw(),
                                  "EXPLAIN QUERY PLAN SELECT * FROM \"order\" WHERE \"group\" IS ?1 ORDER BY id");
        explain.bind(1, "b");
        QVERIFY(explain.executeStep());
        const auto detail = QString::fromStdString(explain.getColumn(3).getString());
        QVERIFY2(detail.contains("USING INDEX order_by_group"), qPrintable(detail));
    }

    void countAndSum_areOverTheSameRows() {
        const Query b{.type = &order(), .where = {{"group", std::string("b")}}};

        QCOMPARE(*reader_->count(b), 2);
        QCOMPARE(*reader_->sum(b, "amount"), 200);
        QCOMPARE(*reader_->sum({.type = &order(), .where = {{"group", std::string("z")}}}, "amount"), 0);
        QCOMPARE(*reader_->sum({.type = &sampleCatalog().at("sample")}, "share"), 33'333'333);
        QCOMPARE(reader_->sum(b, "group").error().code, Code::wrong_type);
    }

    void find_givesTheRowOrNothing() {
        QVERIFY((*reader_->find(order(), sampleId(1)))->record == orderOf(1, "b", 300));
        QVERIFY(!reader_->find(order(), sampleId(77))->has_value());
    }

    void forEachRecord_goesByTypeNameThenId() {
        std::vector<std::string> seen;
        const auto result = reader_->forEachRecord([&](const Record& record) -> Result<void> {
            seen.push_back(std::string(record.type->name) + std::to_string(record.id.bytes()[15]));
            return {};
        });

        QVERIFY(result.ok());
        QCOMPARE(seen, (std::vector<std::string>{"order1", "order2", "order3", "order4", "sample9"}));
    }

    void forEach_stopsWhereTheVisitorFails() {
        int seen = 0;
        const auto result = reader_->forEach({.type = &order()}, [&](sqlite::Row&&) -> Result<void> {
            if (++seen == 2) return Error{Code::cancelled, "enough", {}, {}};
            return {};
        });

        QCOMPARE(result.error().code, Code::cancelled);
        QCOMPARE(seen, 2);
    }

    void openReader_ofAStoreFromAnOlderCatalog_bringsItUpToDateFirst() {
        const auto path = std::filesystem::path(folder_.filePath("older.store").toStdString());
        QVERIFY(SqliteReplicaStore::open(Catalog({orderType()}), path).ok());

        auto connection = openReader(path, sampleCatalog());

        QVERIFY2(connection.ok(), connection.ok() ? "" : connection.error().message.c_str());
        QCOMPARE(*StoreReader(sampleCatalog(), *connection).count({.type = &sampleCatalog().at("sample")}), 0);
    }
};

QTEST_GUILESS_MAIN(TestStoreReader)
#include "tst_store_reader.moc"
