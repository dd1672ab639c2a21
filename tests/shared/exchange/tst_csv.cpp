#include <QTest>
#include <sstream>

#include "shared/exchange/csv.h"
#include "tests/support/sample_catalog.h"

using namespace zhixing;
using namespace zhixing::exchange;
using namespace zhixing::test;

namespace {

std::string tableOf(const RecordType& type, const std::vector<Record>& records) {
    std::ostringstream out;
    CsvWriter writer(out, type);
    if (!writer.writeHeader().ok()) return "failed";
    for (const Record& record : records) {
        if (!writer.write(record).ok()) return "failed";
    }
    return out.str();
}

Result<std::vector<DocumentLine>> documentsOf(const RecordType& type, const std::string& text) {
    std::istringstream in(text);
    std::vector<DocumentLine> documents;
    ZX_TRY(readCsv(in, type, [&](std::size_t, DocumentLine&& document) -> Result<void> {
        documents.push_back(std::move(document));
        return {};
    }));
    return documents;
}

Value valueIn(const DocumentLine& document, std::string_view field) {
    for (const FieldValue& value : document.values) {
        if (document.type->fields[value.field].name == field) return value.value;
    }
    return {};
}

}  // namespace

class TestCsv : public QObject {
    Q_OBJECT

private:
    const Catalog catalog_{{sampleType(), orderType()}};
    const RecordType& sample_ = catalog_.at("sample");
    const RecordType& order_ = catalog_.at("order");

private slots:
    void write_looksAsSpreadsheetsExpect() {
        Record record = blankRecord(order_, sampleId(1), sampleId(2));
        record.version = 4;
        record.set("group", std::string("=HYPERLINK(\"x\")"));
        record.set("amount", std::int64_t{-300'050});

        const std::string table = tableOf(order_, {record});

        QCOMPARE(table, "\xEF\xBB\xBFid,place,audience,version,group,amount_yuan\r\n" + sampleId(1).text() + "," +
                            sampleId(2).text() + ",everyone,4,\"'=HYPERLINK(\"\"x\"\")\",-3000.50\r\n");
    }

    void writeThenRead_givesEveryValueBack() {
        const Record record = fullSample(sample_, 1);

        const auto documents = documentsOf(sample_, tableOf(sample_, {record, fullSample(sample_, 2)}));

        QVERIFY2(documents.ok(), documents.ok() ? "" : documents.error().message.c_str());
        QCOMPARE(documents->size(), std::size_t{2});
        const DocumentLine& document = documents->front();
        QVERIFY(document.type == &sample_);
        QCOMPARE(*document.id, record.id);
        QCOMPARE(*document.place, record.place);
        QVERIFY(*document.audience == record.audience);
        QCOMPARE(document.values.size(), sample_.fields.size());
        for (const FieldValue& value : document.values) {
            QVERIFY2(value.value == record.fields[value.field], sample_.fields[value.field].name.data());
        }
    }

    void read_ofFewerColumnsAndEmptyCells_givesOnlyWhatIsThere() {
        const auto documents = documentsOf(order_, "amount_yuan,group\n,a\n5万,\n");

        QVERIFY(documents.ok());
        QCOMPARE(documents->size(), std::size_t{2});
        QVERIFY(!(*documents)[0].id);
        QCOMPARE((*documents)[0].values.size(), std::size_t{1});
        QVERIFY(valueIn((*documents)[0], "group") == Value(std::string("a")));
        QVERIFY(valueIn((*documents)[1], "amount") == Value(std::int64_t{50'000'00}));
    }

    void read_takesFenYuanDatesAndBooleansAsPeopleHaveThem_data() {
        QTest::addColumn<QByteArray>("column");
        QTest::addColumn<QByteArray>("cell");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<qint64>("expected");
        QTest::newRow("fen") << QByteArray("amount") << QByteArray("300050") << QByteArray("amount") << qint64{300'050};
        QTest::newRow("yuan") << QByteArray("amount_yuan") << QByteArray("\"￥3,000.50\"") << QByteArray("amount")
                              << qint64{300'050};
        QTest::newRow("date") << QByteArray("day") << QByteArray("2025-10-22") << QByteArray("day") << qint64{20'383};
        QTest::newRow("date of a spreadsheet")
            << QByteArray("day") << QByteArray("2025/10/22") << QByteArray("day") << qint64{20'383};
        QTest::newRow("short date") << QByteArray("day") << QByteArray("2025/6/1") << QByteArray("day")
                                    << qint64{20'240};
        QTest::newRow("TRUE") << QByteArray("is_ready") << QByteArray("TRUE") << QByteArray("is_ready") << qint64{1};
        QTest::newRow("decimal") << QByteArray("share") << QByteArray("0.25") << QByteArray("share") << qint64{250'000};
        QTest::newRow("blanks around") << QByteArray("number") << QByteArray(" -42 ") << QByteArray("number")
                                       << qint64{-42};
    }

    void read_takesFenYuanDatesAndBooleansAsPeopleHaveThem() {
        QFETCH(QByteArray, column);
        QFETCH(QByteArray, cell);
        QFETCH(QByteArray, field);
        QFETCH(qint64, expected);

        const auto documents = documentsOf(sample_, (column + "\n" + cell + "\n").toStdString());

        QVERIFY2(documents.ok(), documents.ok() ? "" : documents.error().message.c_str());
        const Value value = valueIn(documents->front(), field.toStdString());
        const auto number =
            std::holds_alternative<bool>(value) ? std::int64_t{std::get<bool>(value)} : std::get<std::int64_t>(value);
        QCOMPARE(number, expected);
    }

    void read_ofABadTable_namesTheLineAndTheFault_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("nothing") << QByteArray("") << int(Code::malformed) << QByteArray("");
        QTest::newRow("unknown column") << QByteArray("colour\nx\n") << int(Code::unknown_field)
                                        << QByteArray("line 1:");
        QTest::newRow("column twice") << QByteArray("title,title\na,b\n") << int(Code::duplicate_key)
                                      << QByteArray("line 1:");
        QTest::newRow("fen and yuan") << QByteArray("amount,amount_yuan\n1,1\n") << int(Code::duplicate_key)
                                      << QByteArray("line 1:");
        QTest::newRow("yuan of no money")
            << QByteArray("title_yuan\n1\n") << int(Code::unknown_field) << QByteArray("line 1:");
        QTest::newRow("short row") << QByteArray("title,note\na,b\na\n") << int(Code::malformed)
                                   << QByteArray("line 3:");
        QTest::newRow("long row") << QByteArray("title\na\nb,c\n") << int(Code::malformed) << QByteArray("line 3:");
        QTest::newRow("no id") << QByteArray("id\nx\n") << int(Code::wrong_type) << QByteArray("line 2:");
        QTest::newRow("no audience") << QByteArray("audience\nfriends\n") << int(Code::not_an_option)
                                     << QByteArray("line 2:");
        QTest::newRow("no number") << QByteArray("number\n\"1,5\"\n") << int(Code::malformed) << QByteArray("line 2:");
        QTest::newRow("no boolean") << QByteArray("is_ready\n1\n") << int(Code::wrong_type) << QByteArray("line 2:");
        QTest::newRow("no moment") << QByteArray("moment\nyesterday\n") << int(Code::wrong_type)
                                   << QByteArray("line 2:");
        QTest::newRow("no date") << QByteArray("day\n2025-02-30\n") << int(Code::wrong_type) << QByteArray("line 2:");
    }

    void read_ofABadTable_namesTheLineAndTheFault() {
        QFETCH(QByteArray, text);
        QFETCH(int, code);
        QFETCH(QByteArray, line);

        const auto documents = documentsOf(sample_, text.toStdString());

        QVERIFY(!documents.ok());
        QCOMPARE(word(documents.error().code), word(Code(code)));
        QVERIFY2(QByteArray::fromStdString(documents.error().message).startsWith(line),
                 documents.error().message.c_str());
    }

    void read_stopsWhereTheTakerFails() {
        std::istringstream in("title\na\nb\nc\n");
        int taken = 0;

        const auto result = readCsv(in, sample_, [&](std::size_t, DocumentLine&&) -> Result<void> {
            if (++taken == 2) return Error{Code::forbidden, "no more", {}, {}};
            return {};
        });

        QCOMPARE(result.error().code, Code::forbidden);
        QCOMPARE(QString::fromStdString(result.error().message), "line 3: no more");
        QCOMPARE(taken, 2);
    }

    void write_toAStreamThatFails_isAnError() {
        std::ostringstream out;
        out.setstate(std::ios::badbit);

        QCOMPARE(CsvWriter(out, order_).writeHeader().error().code, Code::io_failed);
    }
};

QTEST_GUILESS_MAIN(TestCsv)
#include "tst_csv.moc"
