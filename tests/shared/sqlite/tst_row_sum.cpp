#include "shared/sqlite/row_sum.h"

#include <QtTest>

#include "shared/sqlite/failure.h"

using namespace zhixing::sqlite;

class TestRowSum : public QObject {
    Q_OBJECT

private:
    SQLite::Database database_{":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};

    std::int64_t sumOf(const std::vector<Summand>& values) {
        return database_.execAndGet("SELECT " + rowSumOf(values)).getInt64();
    }

private slots:
    void initTestCase() { addRowSum(database_); }

    void sum_ofTheSameValues_isTheSameInAnyOrder() {
        QCOMPARE(sumOf({{1, "'a'"}, {2, "7"}, {3, "x'00ff'"}}), sumOf({{3, "x'00ff'"}, {1, "'a'"}, {2, "7"}}));
        QCOMPARE(sumOf({{1, "0.0"}}), sumOf({{1, "-0.0"}}));
    }

    void sum_ofUnsetValues_isAsIfTheyWereNotThere() {
        QCOMPARE(sumOf({{1, "'a'"}, {2, "NULL"}}), sumOf({{1, "'a'"}}));
        QVERIFY(sumOf({{1, "'a'"}, {2, "''"}}) != sumOf({{1, "'a'"}}));
    }

    void sum_ofValuesThatChangedPlaces_differs() {
        QVERIFY(sumOf({{1, "'a'"}, {2, "'b'"}}) != sumOf({{1, "'b'"}, {2, "'a'"}}));
        QVERIFY(sumOf({{1, "1"}}) != sumOf({{1, "1.0"}}));
        QVERIFY(sumOf({{1, "'1'"}}) != sumOf({{1, "x'31'"}}));
    }

    void sum_afterAnySingleBitFlipped_differs() {
        const QByteArray text = QString("补货: 12 桶, 二号楼").toUtf8();
        const auto of = [&](const QByteArray& bytes) {
            return sumOf({{1, "CAST(x'" + bytes.toHex().toStdString() + "' AS TEXT)"}, {2, "5"}});
        };
        const std::int64_t whole = of(text);
        for (int bit = 0; bit < text.size() * 8; ++bit) {
            QByteArray flipped = text;
            flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
            QVERIFY2(of(flipped) != whole, qPrintable(QString::number(bit)));
        }
        for (int bit = 0; bit < 62; ++bit) {
            const std::int64_t flipped = std::int64_t{5} ^ (std::int64_t{1} << bit);
            QVERIFY(sumOf({{1, "'a'"}, {2, std::to_string(flipped)}}) != sumOf({{1, "'a'"}, {2, "5"}}));
        }
    }

    void sum_withoutAKeyForEachValue_isAnError() {
        QVERIFY_EXCEPTION_THROWN(database_.execAndGet("SELECT zx_row_sum(x'0001', 1, 2)"), SQLite::Exception);
        QVERIFY_EXCEPTION_THROWN(database_.execAndGet("SELECT zx_row_sum(NULL, 1)"), SQLite::Exception);
    }
};

QTEST_GUILESS_MAIN(TestRowSum)
#include "tst_row_sum.moc"
