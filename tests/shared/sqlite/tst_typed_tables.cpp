#include <QTemporaryDir>
#include <QTest>

#include "shared/catalog/catalog.h"
#include "shared/sqlite/typed_tables.h"
#include "tests/support/sample_catalog.h"

using namespace zhixing;
using namespace zhixing::sqlite;
using namespace zhixing::test;

namespace {

constexpr Format format{0x5A585432, 1};

/// What a database's tables really are, whatever statements made them.
QStringList shapeOf(Database& database) {
    QStringList shape;
    SQLite::Statement statement(
        database.raw(),
        "SELECT m.name || '.' || c.cid || ' ' || c.name || ' ' || c.type || ' ' || c.\"notnull\" || "
        "' ' || c.pk FROM sqlite_schema m, pragma_table_info(m.name) c WHERE m.type = 'table' "
        "UNION ALL SELECT sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY 1");
    while (statement.executeStep()) shape << QString::fromStdString(statement.getColumn(0).getString());
    return shape;
}

}  // namespace

class TestTypedTables : public QObject {
    Q_OBJECT

private:
    QTemporaryDir folder_;
    int fileNumber_ = 0;

    Result<Database> freshDatabase() {
        return Database::openWriter(folder_.filePath(QString::number(++fileNumber_)).toStdString(), format);
    }

private slots:
    void put_thenFind_givesBackEveryKind() {
        const Catalog catalog({sampleType(), orderType()});
        auto database = freshDatabase();
        QVERIFY(upgradeTables(*database, catalog).ok());
        TypedTable table(*database, catalog.at("sample"));
        const Record record = fullSample(catalog.at("sample"), 1);

        QVERIFY(table.put(record, true).ok());
        const auto found = table.find(record.id);

        QVERIFY(found.ok() && found->has_value());
        QVERIFY((*found)->record == record);
        QVERIFY((*found)->isPending);
    }

    void put_ofUnsetFields_givesBackUnset() {
        const Catalog catalog({sampleType()});
        auto database = freshDatabase();
        QVERIFY(upgradeTables(*database, catalog).ok());
        TypedTable table(*database, catalog.at("sample"));
        Record record = blankRecord(catalog.at("sample"), sampleId(1), sampleId(2));
        for (Value& value : record.fields) value = Value{};

        QVERIFY(table.put(record, false).ok());
        const auto found = table.find(record.id);

        QVERIFY((*found)->record == record);
        QVERIFY(!(*found)->isPending);
    }

    void put_overARow_changesIndexedAndOtherColumnsAlike() {
        const Catalog& all = zhixing::catalog();
        const RecordType& task = all.at("task");
        auto database = freshDatabase();
        QVERIFY(upgradeTables(*database, all).ok());
        TypedTable table(*database, task);
        Record record = blankRecord(task, sampleId(1), sampleId(2));
        record.set("campaign", sampleId(5));
        record.set("title", std::string("海报"));
        QVERIFY(table.add(record, true).ok());
        std::vector<Record> states(4, record);
        states[0].set("title", std::string("海报上墙"));  // no index knows of it
        states[1].set("campaign", sampleId(6));           // one does
        states[2].set("campaign", Value{});
        states[3].place = sampleId(3);

        for (Record& state : states) {
            state.version = record.version + 1;
            QVERIFY(table.put(state, false).ok());

            QVERIFY((*table.find(record.id))->record == state);
            QVERIFY(!(*table.find(record.id))->isPending);
            QCOMPARE((*table.head(record.id))->version, state.version);
            QCOMPARE((*table.head(record.id))->place, state.place);
            QCOMPARE(table.idsIn(state.place, state.audience)->size(), std::size_t{1});
            QVERIFY(database->verify().ok());
        }
        QVERIFY(!table.head(sampleId(9))->has_value());
    }

    void findWhole_ofARowChangedBehindIt_findsNothingUntilItIsPutAgain() {
        const Catalog catalog({sampleType(), orderType()});
        auto database = freshDatabase();
        QVERIFY(upgradeTables(*database, catalog).ok());
        TypedTable table(*database, catalog.at("sample"));
        const Record record = fullSample(catalog.at("sample"), 1);
        QVERIFY(table.put(record, false).ok());
        QVERIFY((*table.findWhole(record.id))->record == record);
        std::vector<std::string> changes{"place = zeroblob(16)", "audience = audience + 1", "version = version + 1"};
        for (const Field& field : catalog.at("sample").fields) changes.push_back(sqlName(field.name) + " = NULL");

        for (const std::string& set : changes) {
            QVERIFY(database->execute("UPDATE sample SET " + set).ok());

            QVERIFY2(!table.findWhole(record.id)->has_value(), set.c_str());
            QVERIFY(table.put(record, false).ok());
            QVERIFY(table.findWhole(record.id)->has_value());
        }
    }

    void findWhole_ofARowWithOwnWork_findsItAsItIs() {
        const Catalog catalog({orderType()});
        auto database = freshDatabase();
        QVERIFY(upgradeTables(*database, catalog).ok());
        TypedTable table(*database, catalog.at("order"));
        const Record record = blankRecord(catalog.at("order"), sampleId(1), sampleId(2));
        QVERIFY(table.put(record, true).ok());

        QVERIFY(database->execute(R"(UPDATE "order" SET "group" = 'b')").ok());

        QCOMPARE((*table.findWhole(record.id))->record.string("group"), std::string_view("b"));
    }

    void upgrade_ofATableWithoutSums_givesEachRowOne() {
        const Catalog catalog({orderType()});
        auto database = freshDatabase();
        QVERIFY(upgradeTables(*database, catalog).ok());
        const Record record = blankRecord(catalog.at("order"), sampleId(1), sampleId(2));
        QVERIFY(TypedTable(*database, catalog.at("order")).put(record, false).ok());
        QVERIFY(database->execute(R"(ALTER TABLE "order" DROP COLUMN row_sum)").ok());

        QVERIFY(upgradeTables(*database, catalog).ok());

        QVERIFY(TypedTable(*database, catalog.at("order")).findWhole(sampleId(1))->has_value());
        QCOMPARE(*database->number(R"(SELECT count(row_sum) FROM "order")"), 1);
    }

    void put_twice_replaces() {
        const Catalog catalog({orderType()});
        auto database = freshDatabase();
        QVERIFY(upgradeTables(*database, catalog).ok());
        TypedTable table(*database, catalog.at("order"));
        Record record = blankRecord(catalog.at("order"), sampleId(1), sampleId(2));
        record.set("group", std::string("a"));
        QVERIFY(table.put(record, true).ok());

        record.set("group", Value{});
        record.version = 9;
        record.place = sampleId(3);
        QVERIFY(table.put(record, false).ok());

        const auto found = table.find(record.id);
        QVERIFY((*found)->record == record);
        QVERIFY(!(*found)->isPending);
        QCOMPARE(*database->number("SELECT count(*) FROM \"order\""), 1);
    }

    void erase_removesTheRowAndRepeatingItIsHarmless() {
        const Catalog catalog({orderType()});
        auto database = freshDatabase();
        QVERIFY(upgradeTables(*database, catalog).ok());
        TypedTable table(*database, catalog.at("order"));
        QVERIFY(table.put(blankRecord(catalog.at("order"), sampleId(1), sampleId(2)), false).ok());

        QVERIFY(table.erase(sampleId(1)).ok());
        QVERIFY(table.erase(sampleId(1)).ok());

        QVERIFY(!table.find(sampleId(1))->has_value());
    }

    void idsIn_givesThoseOfThatPlaceAndAudienceOnly() {
        const Catalog catalog({orderType()});
        auto database = freshDatabase();
        QVERIFY(upgradeTables(*database, catalog).ok());
        TypedTable table(*database, catalog.at("order"));
        for (int i = 0; i < 6; ++i) {
            Record record = blankRecord(catalog.at("order"), sampleId(i), sampleId(100 + i % 2));
            record.audience = i < 4 ? Audience::everyone : Audience::managers;
            QVERIFY(table.put(record, false).ok());
        }

        const auto ids = table.idsIn(sampleId(100), Audience::everyone);

        QCOMPARE(*ids, (std::vector<Id>{sampleId(0), sampleId(2)}));
    }

    void tables_areStrict() {
        const Catalog catalog({sampleType()});
        auto database = freshDatabase();
        QVERIFY(upgradeTables(*database, catalog).ok());
        TypedTable table(*database, catalog.at("sample"));
        QVERIFY(table.put(fullSample(catalog.at("sample"), 1), false).ok());

        QVERIFY(!database->execute("UPDATE sample SET amount = 'much'").ok());
        QVERIFY(!database->execute("UPDATE sample SET parent = 'text'").ok());
    }

    void upgradeTables_fromAnOlderCatalog_equalsFresh() {
        RecordType older = sampleType();
        older.fields.resize(5);
        older.indices = {{"title"}};
        const Catalog oldCatalog({older});
        const Catalog newCatalog({sampleType(), orderType()});
        auto upgraded = freshDatabase();
        auto fresh = freshDatabase();
        QVERIFY(upgradeTables(*upgraded, oldCatalog).ok());
        Record record = blankRecord(oldCatalog.at("sample"), sampleId(1), sampleId(2));
        record.set("title", std::string("kept"));
        QVERIFY(TypedTable(*upgraded, oldCatalog.at("sample")).put(record, false).ok());

        QVERIFY(upgradeTables(*upgraded, newCatalog).ok());
        QVERIFY(upgradeTables(*fresh, newCatalog).ok());

        QVERIFY(shapeOf(*upgraded) != QStringList{});
        QCOMPARE(shapeOf(*upgraded), shapeOf(*fresh));
        const auto found = TypedTable(*upgraded, newCatalog.at("sample")).find(sampleId(1));
        QCOMPARE((*found)->record.string("title"), std::string_view("kept"));
        QVERIFY(!isSet((*found)->record.value("items")));
    }

    void upgradeTables_ofAFileFromANewerCatalog_isRefused() {
        RecordType older = sampleType();
        older.fields.resize(5);
        older.indices = {};
        auto database = freshDatabase();
        QVERIFY(upgradeTables(*database, Catalog({sampleType()})).ok());

        const auto result = upgradeTables(*database, Catalog({older}));

        QCOMPARE(result.error().code, Code::newer_format);
    }

    void upgradeTables_whenAFieldHasAnotherKindNow_isRefused() {
        RecordType changed = orderType();
        changed.fields[1] = field::text(2, "amount");
        auto database = freshDatabase();
        QVERIFY(upgradeTables(*database, Catalog({orderType()})).ok());

        QVERIFY(!upgradeTables(*database, Catalog({changed})).ok());
    }

    void upgradeTables_ofTheProductsCatalog_makesEveryTypeUsable() {
        auto database = freshDatabase();
        QVERIFY(upgradeTables(*database, catalog()).ok());

        for (const RecordType& type : catalog().types()) {
            const Record record = blankRecord(type, sampleId(type.id), sampleId(1));
            TypedTable table(*database, type);
            QVERIFY2(table.put(record, false).ok(), type.name.data());
            QVERIFY2((*table.find(record.id))->record == record, type.name.data());
        }
    }
};

QTEST_GUILESS_MAIN(TestTypedTables)
#include "tst_typed_tables.moc"
