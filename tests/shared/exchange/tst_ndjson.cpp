#include <QTest>
#include <sstream>

#include "shared/base/limits.h"
#include "shared/exchange/ndjson.h"
#include "tests/support/sample_catalog.h"

using namespace zhixing;
using namespace zhixing::exchange;
using namespace zhixing::test;

class TestNdjson : public QObject {
    Q_OBJECT

private:
    const Catalog catalog_{{sampleType(), orderType()}};

    struct Taken {
        std::size_t line;
        DocumentLine document;
    };
    Result<std::vector<Taken>> read(const std::string& text, const RecordType* assumed = nullptr) {
        std::istringstream in(text);
        std::vector<Taken> taken;
        ZX_ASSIGN(const std::size_t count,
                  readNdjson(in, catalog_, assumed, [&](std::size_t line, DocumentLine&& document) -> Result<void> {
                      taken.push_back({line, std::move(document)});
                      return {};
                  }));
        if (count != taken.size()) return Error{Code::internal, "miscounted", {}, {}};
        return taken;
    }

private slots:
    void writeThenRead_givesTheRecordBack() {
        const Record record = fullSample(catalog_.at("sample"), 1);
        std::ostringstream out;
        QVERIFY(writeNdjson(out, record).ok());
        QCOMPARE(out.str(), canonicalLine(record) + "\n");

        const auto taken = read(out.str());

        QVERIFY2(taken.ok(), taken.ok() ? "" : taken.error().message.c_str());
        const DocumentLine& document = taken->front().document;
        QVERIFY(document.type == record.type);
        QCOMPARE(*document.id, record.id);
        for (const FieldValue& value : document.values) QVERIFY(value.value == record.fields[value.field]);
        QCOMPARE(document.values.size(), record.fields.size());
    }

    void read_passesOverEmptyLinesMarksAndLineEnds() {
        const auto taken =
            read("\xEF\xBB\xBF{\"type\":\"order\",\"group\":\"a\"}\r\n\n   \n{\"type\":\"order\",\"group\":\"b\"}");

        QVERIFY2(taken.ok(), taken.ok() ? "" : taken.error().message.c_str());
        QCOMPARE(taken->size(), std::size_t{2});
        QCOMPARE((*taken)[0].line, std::size_t{1});
        QCOMPARE((*taken)[1].line, std::size_t{4});
    }

    void read_withAnAssumedType_takesLinesWithoutOne() {
        QCOMPARE(read("{\"group\":\"a\"}\n", &catalog_.at("order"))->front().document.type, &catalog_.at("order"));
        QVERIFY(!read("{\"group\":\"a\"}\n").ok());
    }

    void read_ofABadLine_namesIt_data() {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<int>("code");
        QTest::newRow("no JSON") << QByteArray("{nonsense") << int(Code::malformed);
        QTest::newRow("unknown field") << QByteArray("{\"type\":\"order\",\"colour\":1}") << int(Code::unknown_field);
        QTest::newRow("unknown type") << QByteArray("{\"type\":\"ship\"}") << int(Code::unknown_type);
        QTest::newRow("duplicate key") << QByteArray("{\"type\":\"order\",\"group\":\"a\",\"group\":\"b\"}")
                                       << int(Code::duplicate_key);
        QTest::newRow("not UTF-8") << QByteArray("{\"type\":\"order\",\"group\":\"\xD6\xD0\"}")
                                   << int(Code::bad_encoding);
        QTest::newRow("too long") << QByteArray("{\"type\":\"order\",\"group\":\"") +
                                         QByteArray(int(limits::importLineBytesMax), 'x')
                                  << int(Code::too_large);
    }

    void read_ofABadLine_namesIt() {
        QFETCH(QByteArray, line);
        QFETCH(int, code);

        const auto taken = read("{\"type\":\"order\",\"group\":\"a\"}\n" + line.toStdString() + "\n");

        QVERIFY(!taken.ok());
        QCOMPARE(word(taken.error().code), word(Code(code)));
        QVERIFY2(QByteArray::fromStdString(taken.error().message).startsWith("line 2:"), taken.error().message.c_str());
    }

    void write_toAStreamThatFails_isAnError() {
        std::ostringstream out;
        out.setstate(std::ios::badbit);

        QCOMPARE(writeNdjson(out, fullSample(catalog_.at("sample"), 1)).error().code, Code::io_failed);
    }
};

QTEST_GUILESS_MAIN(TestNdjson)
#include "tst_ndjson.moc"
