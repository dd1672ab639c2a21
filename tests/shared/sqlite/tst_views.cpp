#include <QTemporaryDir>
#include <QTest>

#include "shared/catalog/catalog.h"
#include "shared/model/document.h"
#include "shared/sqlite/columns.h"
#include "shared/sqlite/views.h"
#include "tests/support/sample_catalog.h"

using namespace zhixing;
using namespace zhixing::sqlite;
using namespace zhixing::test;

namespace {

constexpr const char* recordTable =
    "CREATE TABLE record(id BLOB PRIMARY KEY, type INTEGER, place BLOB, audience INTEGER, version INTEGER, seq "
    "INTEGER, "
    "deleted INTEGER, document TEXT, field_versions BLOB)";

void insert(Database& database, const Record& record, const std::string& document) {
    SQLite::Statement statement(database.raw(), "INSERT INTO record VALUES(?1, ?2, ?3, ?4, ?5, 77, ?6, ?7, x'')");
    bindId(statement, 1, record.id);
    statement.bind(2, static_cast<int>(record.type->id));
    bindId(statement, 3, record.place);
    statement.bind(4, static_cast<int>(record.audience));
    statement.bind(5, record.version);
    statement.bind(6, record.isDeleted ? 1 : 0);
    statement.bind(7, document);
    statement.exec();
}

/// Headquarters' own tool: a connection with SQLite's defaults.
SQLite::Database foreignTool(const Database& database) { return SQLite::Database(database.path().string()); }

}  // namespace

class TestViews : public QObject {
    Q_OBJECT

private:
    QTemporaryDir folder_;
    int fileNumber_ = 0;

    Result<Database> serverDatabase() {
        auto database =
            Database::openWriter(folder_.filePath(QString::number(++fileNumber_)).toStdString(), {0x5A585434, 1});
        if (database.ok()) {
            if (auto made = database->execute(recordTable); !made.ok()) return made.error();
        }
        return database;
    }

private slots:
    void views_showTheDocumentsAsPlainColumns() {
        const Catalog catalog({sampleType(), orderType()});
        auto database = serverDatabase();
        QVERIFY(remakeViews(*database, catalog).ok());
        const Record record = fullSample(catalog.at("sample"), 5);
        insert(*database, record, canonicalLine(record));

        auto visitor = foreignTool(*database);
        const auto one = [&](const char* column) {
            return QString::fromStdString(
                visitor.execAndGet("SELECT " + std::string(column) + " FROM sample").getString());
        };

        QCOMPARE(one("id"), QString::fromStdString(record.id.text()));
        QCOMPARE(one("place"), QString::fromStdString(record.place.text()));
        QCOMPARE(one("audience"), "managers");
        QCOMPARE(one("version"), "3");
        QCOMPARE(one("seq"), "77");
        QCOMPARE(one("title"), "小红书KOC种草");
        QCOMPARE(one("amount"), "300050");
        QCOMPARE(one("day"), "2025-10-22");
        QCOMPARE(one("is_ready"), "1");
        QCOMPARE(one("parent"), QString::fromStdString(sampleId(7).text()));
        QCOMPARE(one("share"), "33.333333");
        QCOMPARE(one("count(*) FILTER (WHERE amount > 300000 AND status = 'done')"), "1");
        QCOMPARE(visitor.execAndGet("SELECT count(*) FROM \"order\"").getInt(), 0);
    }

    void views_leaveDeletedRecordsOut() {
        const Catalog catalog({orderType()});
        auto database = serverDatabase();
        QVERIFY(remakeViews(*database, catalog).ok());
        Record record = blankRecord(catalog.at("order"), sampleId(1), sampleId(2));
        record.isDeleted = true;
        insert(*database, record, canonicalLine(record));

        QCOMPARE(foreignTool(*database).execAndGet("SELECT count(*) FROM \"order\"").getInt(), 0);
    }

    void remakeViews_withANewerCatalog_replacesThem() {
        auto database = serverDatabase();
        QVERIFY(remakeViews(*database, Catalog({orderType()})).ok());

        QVERIFY(remakeViews(*database, Catalog({sampleType()})).ok());

        QCOMPARE(*database->text("SELECT group_concat(name) FROM sqlite_schema WHERE type = 'view'"),
                 std::string("sample"));
    }

    void remakeViews_ofTheProductsCatalog_makesEveryTypeReadable() {
        auto database = serverDatabase();
        QVERIFY(remakeViews(*database, catalog()).ok());

        auto visitor = foreignTool(*database);
        for (const RecordType& type : catalog().types()) {
            const Record record = blankRecord(type, sampleId(type.id), sampleId(1));
            insert(*database, record, canonicalLine(record));
            const auto row = visitor.execAndGet("SELECT id FROM \"" + std::string(type.name) + "\"").getString();
            QCOMPARE(row, record.id.text());
        }
    }
};

QTEST_GUILESS_MAIN(TestViews)
#include "tst_views.moc"
