#include <QTemporaryDir>
#include <QTest>

#include "shared/base/limits.h"
#include "shared/sqlite/typed_tables.h"
#include "tests/support/sample_catalog.h"

using namespace zhixing;
using namespace zhixing::sqlite;
using namespace zhixing::test;

class TestColumns : public QObject {
    Q_OBJECT

private:
    QTemporaryDir folder_;
    int fileNumber_ = 0;

    Result<Database> freshDatabase() {
        return Database::openWriter(folder_.filePath(QString::number(++fileNumber_)).toStdString(), {0x5A585435, 1});
    }

private slots:
    void columns_arePlainSql() {
        const Catalog catalog({sampleType()});
        auto database = freshDatabase();
        QVERIFY(upgradeTables(*database, catalog).ok());
        TypedTable table(*database, catalog.at("sample"));
        QVERIFY(table.put(fullSample(catalog.at("sample"), 1), false).ok());

        QCOMPARE(*database->text("SELECT day FROM sample"), std::string("2025-10-22"));
        QCOMPARE(*database->text("SELECT typeof(share) || share FROM sample"), std::string("real33.333333"));
        QCOMPARE(*database->number("SELECT amount FROM sample"), 300'050);
        QCOMPARE(*database->number("SELECT is_ready FROM sample"), 1);
        QCOMPARE(*database->number("SELECT length(parent) FROM sample"), 16);
        QCOMPARE(*database->text("SELECT json_extract(tags, '$[0]') FROM sample"), std::string("=危险"));
        QCOMPARE(*database->number("SELECT count(*) FROM sample, json_each(others)"), 2);
    }

    void decimals_atTheirLimits_areExact() {
        const Catalog catalog({sampleType()});
        auto database = freshDatabase();
        QVERIFY(upgradeTables(*database, catalog).ok());
        TypedTable table(*database, catalog.at("sample"));
        Record record = blankRecord(catalog.at("sample"), sampleId(1), sampleId(2));
        constexpr std::int64_t most = limits::decimalUnitsMax * limits::decimalScale;
        for (const std::int64_t scaled :
             {std::int64_t{1}, std::int64_t{-1}, most / 3, most - 1, 1 - most, most, -most}) {
            record.set("share", scaled);
            QVERIFY(table.put(record, false).ok());
            QCOMPARE((*table.find(record.id))->record.number("share"), scaled);
        }
    }

    void find_ofARowThatWasTamperedWith_isDamaged_data() {
        QTest::addColumn<QString>("change");
        QTest::newRow("short id") << "parent = x'0102'";
        QTest::newRow("no date") << "day = '2025-02-30'";
        QTest::newRow("no list") << "tags = '{'";
        QTest::newRow("no audience") << "audience = 9";
        QTest::newRow("decimal out of range") << "share = 1e300";
    }

    void find_ofARowThatWasTamperedWith_isDamaged() {
        QFETCH(QString, change);
        const Catalog catalog({sampleType()});
        auto database = freshDatabase();
        QVERIFY(upgradeTables(*database, catalog).ok());
        TypedTable table(*database, catalog.at("sample"));
        QVERIFY(table.put(fullSample(catalog.at("sample"), 1), false).ok());

        QVERIFY(database->execute("UPDATE sample SET " + change.toStdString()).ok());

        QCOMPARE(table.find(sampleId(1)).error().code, Code::damaged);
    }
};

QTEST_GUILESS_MAIN(TestColumns)
#include "tst_columns.moc"
