#include <QTemporaryDir>
#include <QTest>
#include <array>

#include "shared/sqlite/migrations.h"
#include "shared/sqlite/typed_tables.h"
#include "tests/support/sample_catalog.h"

using namespace zhixing;
using namespace zhixing::sqlite;
using namespace zhixing::test;

namespace {

constexpr std::int32_t applicationId = 0x5A585433;
constexpr std::array<Migration, 3> history{{
    {1, "CREATE TABLE zx_a(x INTEGER); INSERT INTO zx_a VALUES(1)"},
    {2, "ALTER TABLE zx_a ADD COLUMN y TEXT"},
    {3, "CREATE TABLE zx_b(z INTEGER); UPDATE zx_a SET y = 'three'"},
}};

int stepsRun = 0;

Result<void> countedStep(Database& database, const Catalog& catalog) {
    ++stepsRun;
    return upgradeTables(database, catalog);
}

Result<void> failingStep(Database& database, const Catalog& catalog) {
    ZX_TRY(upgradeTables(database, catalog));
    return Error{Code::disk_full, "as if", {}, {}};
}

std::string schemaOf(Database& database) {
    return *database.text("SELECT group_concat(sql, ';') FROM (SELECT sql FROM sqlite_schema ORDER BY name)");
}

}  // namespace

class TestMigrations : public QObject {
    Q_OBJECT

private:
    QTemporaryDir folder_;
    int fileNumber_ = 0;

    Result<Database> freshDatabase() {
        return Database::openWriter(folder_.filePath(QString::number(++fileNumber_)).toStdString(), {applicationId, 3});
    }

private slots:
    void init() { stepsRun = 0; }

    void bringUpToDate_fromEveryOlderVersion_equalsFresh_data() {
        QTest::addColumn<int>("from");
        QTest::newRow("1") << 1;
        QTest::newRow("2") << 2;
        QTest::newRow("3") << 3;
    }

    void bringUpToDate_fromEveryOlderVersion_equalsFresh() {
        QFETCH(int, from);
        RecordType olderType = sampleType();
        olderType.fields.resize(4);
        olderType.indices = {};
        const Catalog older({olderType});
        const Catalog newer({sampleType(), orderType()});
        auto migrated = freshDatabase();
        auto fresh = freshDatabase();
        const auto known = std::span(history).first(static_cast<std::size_t>(from));
        QVERIFY(bringUpToDate(*migrated, known, older, countedStep).ok());

        QVERIFY(bringUpToDate(*migrated, history, newer, countedStep).ok());
        QVERIFY(bringUpToDate(*fresh, history, newer, countedStep).ok());

        QCOMPARE(*migrated->number("PRAGMA user_version"), 3);
        QCOMPARE(*migrated->text("SELECT y FROM zx_a"), std::string("three"));
        QCOMPARE(schemaOf(*migrated), schemaOf(*fresh));
    }

    void bringUpToDate_whenNothingChanged_doesNotWrite() {
        const Catalog catalog({orderType()});
        auto database = freshDatabase();
        QVERIFY(bringUpToDate(*database, history, catalog, countedStep).ok());
        const int changes = database->raw().getTotalChanges();
        const auto schemaVersion = *database->number("PRAGMA schema_version");
        QCOMPARE(*isUpToDate(*database, history, catalog), true);

        QVERIFY(bringUpToDate(*database, history, catalog, countedStep).ok());

        QCOMPARE(stepsRun, 1);
        QCOMPARE(database->raw().getTotalChanges(), changes);
        QCOMPARE(*database->number("PRAGMA schema_version"), schemaVersion);
    }

    void bringUpToDate_whenOnlyTheCatalogChanged_runsItsStep() {
        auto database = freshDatabase();
        QVERIFY(bringUpToDate(*database, history, Catalog({orderType()}), countedStep).ok());
        const Catalog changed({orderType(), sampleType()});
        QCOMPARE(*isUpToDate(*database, history, changed), false);

        QVERIFY(bringUpToDate(*database, history, changed, countedStep).ok());

        QCOMPARE(stepsRun, 2);
        QVERIFY(database->raw().tableExists("sample"));
    }

    void bringUpToDate_failingAnywhere_leavesTheOldFile_data() {
        QTest::addColumn<bool>("inTheCatalogStep");
        QTest::newRow("in a migration") << false;
        QTest::newRow("in the catalog step") << true;
    }

    void bringUpToDate_failingAnywhere_leavesTheOldFile() {
        QFETCH(bool, inTheCatalogStep);
        const Catalog older({orderType()});
        const Catalog newer({orderType(), sampleType()});
        auto database = freshDatabase();
        QVERIFY(bringUpToDate(*database, std::span(history).first(1), older, countedStep).ok());
        const std::string before = schemaOf(*database);
        auto broken = history;
        if (!inTheCatalogStep) broken[2].statements = "CREATE TABLE zx_b(z INTEGER); SELECT nonsense";

        const auto result = bringUpToDate(*database, broken, newer, inTheCatalogStep ? failingStep : countedStep);

        QVERIFY(!result.ok());
        QCOMPARE(schemaOf(*database), before);
        QCOMPARE(*database->number("PRAGMA user_version"), 1);
        QVERIFY(bringUpToDate(*database, history, newer, countedStep).ok());
    }
};

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
