#include "shared/base/limits.h"
#include "shared/model/document.h"
#include "tests/shared/model/model_fixture.h"
#include "tests/support/random_values.h"
#include "tests/support/seed.h"

using namespace zhixing;
using namespace zhixing::test;

namespace {

const RecordType& sample() { return modelCatalog().at("sample"); }

QByteArray jsonOf(Kind kind, const Value& value) {
    std::string out;
    appendJson(out, kind, value);
    return QByteArray::fromStdString(out);
}

QByteArray literal(std::string_view text) {
    std::string out;
    appendJsonString(out, text);
    return QByteArray::fromStdString(out);
}

std::string fieldsOf(const Record& record) {
    std::string out;
    appendFields(out, *record.type, record.fields);
    return out;
}

/// A seed that is new each time and printed, so that a failure can be run again.
SeededRandom freshRandom() {
    const std::uint64_t seed = drawnSeed();
    qInfo("seed %llu", static_cast<unsigned long long>(seed));
    return SeededRandom(seed);
}

}  // namespace

class TestDocument : public QObject {
    Q_OBJECT

private slots:
    void appendJson_everyKind();
    void appendJson_decimal_asFewPlacesAsNeeded_data();
    void appendJson_decimal_asFewPlacesAsNeeded();
    void appendJsonString_escapes_onlyWhatMustBe();
    void appendFields_unsetLeftOut_catalogOrder();
    void appendFieldValues_givenOrder_nullClears();
    void canonicalLine_isExactlyThis();

    void parseFields_ofAppendFields_isEqual();
    void parseFieldValues_ofAppendFieldValues_isEqual();
    void parseDocumentLine_ofCanonicalLine_isEqual();
    void parseFields_truncated_isAnError();
    void parseFields_mutated_isAnErrorOrReadsAgainTheSame();

    void parseFields_namesNothing_isAllUnset();
    void parseJsonValue_ofAField();
    void parseDocumentLine_envelopeKeys_areOptional();
    void parseDocumentLine_assumedType_isKeptOrOverruled();
    void parseDocumentLine_faults_data();
    void parseDocumentLine_faults();
};

void TestDocument::appendJson_everyKind() {
    const Id id = *Id::parse("0198a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b");
    const QByteArray quoted = "\"0198a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b\"";

    QCOMPARE(jsonOf(Kind::text, {}), QByteArray("null"));
    QCOMPARE(jsonOf(Kind::text, "知行"), QByteArray("\"知行\""));
    QCOMPARE(jsonOf(Kind::longText, "a\nb"), QByteArray(R"("a\nb")"));
    QCOMPARE(jsonOf(Kind::option, "in_progress"), QByteArray(R"("in_progress")"));
    QCOMPARE(jsonOf(Kind::integer, -limits::integerMax), QByteArray("-9007199254740991"));
    QCOMPARE(jsonOf(Kind::money, std::int64_t{300'000}), QByteArray("300000"));
    QCOMPARE(jsonOf(Kind::date, std::int64_t{20'377}), QByteArray(R"("2025-10-16")"));
    QCOMPARE(jsonOf(Kind::instant, std::int64_t{1'760'000'000'000}), QByteArray("1760000000000"));
    QCOMPARE(jsonOf(Kind::boolean, true), QByteArray("true"));
    QCOMPARE(jsonOf(Kind::boolean, false), QByteArray("false"));
    QCOMPARE(jsonOf(Kind::reference, id), quoted);
    QCOMPARE(jsonOf(Kind::references, IdSet{}), QByteArray("[]"));
    QCOMPARE(jsonOf(Kind::references, IdSet{id, id}), "[" + quoted + "," + quoted + "]");
    QCOMPARE(jsonOf(Kind::tags, TagSet{"a\"", "夜间"}), QByteArray(R"(["a\"","夜间"])"));
    QCOMPARE(jsonOf(Kind::counter, std::int64_t{0}), QByteArray("0"));
    QCOMPARE(jsonOf(Kind::place, Place{24'443'553, -108'900'000, 15}), QByteArray("[24.443553,-108.9,15]"));
    QCOMPARE(jsonOf(Kind::rating, std::int64_t{5}), QByteArray("5"));
    QCOMPARE(jsonOf(Kind::answers, Entries{}), QByteArray("{}"));
    QCOMPARE(jsonOf(Kind::answers, Entries{{"q1", "是"}, {"q\"2", ""}}), QByteArray(R"({"q1":"是","q\"2":""})"));
    QCOMPARE(jsonOf(Kind::checklist, Entries{{"贴", "done"}, {"拍", ""}}), QByteArray(R"([["贴",true],["拍",false]])"));
}

void TestDocument::appendJson_decimal_asFewPlacesAsNeeded_data() {
    QTest::addColumn<qint64>("scaled");
    QTest::addColumn<QByteArray>("json");

    const auto row = [](qint64 scaled, const char* json) { QTest::newRow(json) << scaled << QByteArray(json); };
    row(0, "0");
    row(1, "0.000001");
    row(-1, "-0.000001");
    row(100'000, "0.1");
    row(1'000'000, "1");
    row(-1'500'000, "-1.5");
    row(1'000'010, "1.00001");
    row(limits::decimalUnitsMax * limits::decimalScale, "8000000000");
    row(-limits::decimalUnitsMax * limits::decimalScale + 1, "-7999999999.999999");
}

void TestDocument::appendJson_decimal_asFewPlacesAsNeeded() {
    QFETCH(qint64, scaled);
    QFETCH(QByteArray, json);

    QCOMPARE(jsonOf(Kind::decimal, std::int64_t{scaled}), json);
}

void TestDocument::appendJsonString_escapes_onlyWhatMustBe() {
    QCOMPARE(literal(""), QByteArray("\"\""));
    QCOMPARE(literal("\"\\\b\f\n\r\t"), QByteArray(R"("\"\\\b\f\n\r\t")"));
    QCOMPARE(literal("\x01\x1f"), QByteArray(R"("\u0001\u001f")"));
    QCOMPARE(literal("/ \x7f é 知 \xf0\x9f\x93\xb7 <>&'"), QByteArray("\"/ \x7f é 知 \xf0\x9f\x93\xb7 <>&'\""));
    QCOMPARE(literal("plain\"plain\\"), QByteArray(R"("plain\"plain\\")"));
}

void TestDocument::appendFields_unsetLeftOut_catalogOrder() {
    Record record = blankRecord(sample(), idOf(1), idOf(2));
    QCOMPARE(QByteArray::fromStdString(fieldsOf(record)), QByteArray(R"({"colour":"red","flag":false,"visits":0})"));

    record.fields.assign(record.fields.size(), {});
    QCOMPARE(QByteArray::fromStdString(fieldsOf(record)), QByteArray("{}"));

    record.set("score", std::int64_t{4});
    record.set("title", std::string("海报"));
    QCOMPARE(QByteArray::fromStdString(fieldsOf(record)), QByteArray(R"({"title":"海报","score":4})"));
}

void TestDocument::appendFieldValues_givenOrder_nullClears() {
    const std::vector<FieldValue> values = {{static_cast<std::uint16_t>(*sample().find("score")), {}},
                                            {static_cast<std::uint16_t>(*sample().find("title")), "a"}};
    std::string out;

    appendFieldValues(out, sample(), values);

    QCOMPARE(QByteArray::fromStdString(out), QByteArray(R"({"score":null,"title":"a"})"));
}

void TestDocument::canonicalLine_isExactlyThis() {
    Record record = blankRecord(sample(), *Id::parse("0198a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b"),
                                *Id::parse("0298a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b"));
    record.version = 3;
    record.audience = Audience::headquarters;
    record.set("title", std::string("海报"));

    QCOMPARE(QByteArray::fromStdString(canonicalLine(record)),
             QByteArray(R"({"type":"sample","id":"0198a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b",)"
                        R"("place":"0298a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","audience":"headquarters","version":3,)"
                        R"("title":"海报","colour":"red","flag":false,"visits":0})"));
}

void TestDocument::parseFields_ofAppendFields_isEqual() {
    SeededRandom random = freshRandom();

    for (int i = 0; i < 2'000; ++i) {
        const Record record = randomRecord(random, sample());
        const std::string json = fieldsOf(record);

        const auto fields = parseFields(sample(), json);

        QVERIFY2(fields.ok(), json.c_str());
        QVERIFY2(*fields == record.fields, json.c_str());
    }
}

void TestDocument::parseFieldValues_ofAppendFieldValues_isEqual() {
    SeededRandom random = freshRandom();

    for (int i = 0; i < 500; ++i) {
        // Some of the fields, from the last to the first; what is unset is a field that is cleared.
        const Record record = randomRecord(random, sample());
        std::vector<FieldValue> values;
        for (std::size_t at = record.fields.size(); at-- > 0;) {
            if (random.oneIn(2)) values.push_back({static_cast<std::uint16_t>(at), record.fields[at]});
        }
        std::string json;
        appendFieldValues(json, sample(), values);

        const auto read = parseFieldValues(sample(), json);

        QVERIFY2(read.ok(), json.c_str());
        QVERIFY2(*read == values, json.c_str());
    }
}

void TestDocument::parseDocumentLine_ofCanonicalLine_isEqual() {
    SeededRandom random = freshRandom();

    for (int i = 0; i < 500; ++i) {
        const Record record = randomRecord(random, sample());

        const auto line = parseDocumentLine(modelCatalog(), nullptr, canonicalLine(record));

        QVERIFY(line.ok());
        QVERIFY(line->type == record.type);
        QVERIFY(line->id == record.id && line->place == record.place && line->audience == record.audience);
        Fields fields(sample().fields.size());
        for (const FieldValue& value : line->values) fields[value.field] = value.value;
        QVERIFY(fields == record.fields);
    }
}

void TestDocument::parseFields_truncated_isAnError() {
    SeededRandom random = freshRandom();
    const std::string json = fieldsOf(randomRecord(random, sample()));

    for (std::size_t length = 0; length < json.size(); ++length) {
        QVERIFY2(!parseFields(sample(), json.substr(0, length)).ok(), json.c_str());
    }
}

void TestDocument::parseFields_mutated_isAnErrorOrReadsAgainTheSame() {
    SeededRandom random = freshRandom();
    constexpr int rounds = 20'000;
    std::string json;
    int errors = 0;

    for (int i = 0; i < rounds; ++i) {
        if (i % 100 == 0) json = fieldsOf(randomRecord(random, sample()));
        std::string mutated = json;
        for (std::uint64_t changes = 1 + random.below(3); changes > 0; --changes) {
            mutated[random.below(mutated.size())] = static_cast<char>(random.below(256));
        }
        const auto fields = parseFields(sample(), mutated);
        if (!fields.ok()) {
            QVERIFY(!fields.error().message.empty());
            ++errors;
            continue;
        }
        Record record = blankRecord(sample(), idOf(1), idOf(2));
        record.fields = *fields;
        QVERIFY(parseFields(sample(), fieldsOf(record)).ok());
        QVERIFY(*parseFields(sample(), fieldsOf(record)) == *fields);
    }

    QVERIFY(errors > rounds / 4 && errors < rounds);
}

void TestDocument::parseFields_namesNothing_isAllUnset() {
    const auto fields = parseFields(sample(), "{}");

    QVERIFY(fields.ok());
    QCOMPARE(fields->size(), sample().fields.size());
    for (const Value& value : *fields) QVERIFY(!isSet(value));
}

void TestDocument::parseJsonValue_ofAField() {
    const Field& amount = sample().fields[*sample().find("amount")];

    QVERIFY(*parseJsonValue(amount, "300000") == Value(std::int64_t{300'000}));
    QVERIFY(*parseJsonValue(amount, " null ") == Value());
    QCOMPARE(told(parseJsonValue(amount, "\"3000\"")), QByteArray("wrong_type amount"));
    QCOMPARE(told(parseJsonValue(amount, "3000 元")), QByteArray("malformed"));
    QCOMPARE(told(parseJsonValue(amount, "")), QByteArray("malformed"));
}

void TestDocument::parseDocumentLine_envelopeKeys_areOptional() {
    const auto line = parseDocumentLine(modelCatalog(), nullptr, R"({"title":"海报","type":"sample"})");

    QVERIFY(line.ok());
    QVERIFY(line->type == &sample());
    QVERIFY(!line->id.has_value() && !line->place.has_value() && !line->audience.has_value());
    QCOMPARE(line->values.size(), std::size_t{1});
}

void TestDocument::parseDocumentLine_assumedType_isKeptOrOverruled() {
    const auto unnamed = parseDocumentLine(modelCatalog(), &sample(), R"({"title":"海报","version":"whatever"})");
    QVERIFY(unnamed.ok());
    QVERIFY(unnamed->type == nullptr);
    QCOMPARE(unnamed->values.size(), std::size_t{1});

    const auto named = parseDocumentLine(modelCatalog(), &sample(), R"({"amount":1,"number":"a","type":"claim"})");
    QVERIFY(named.ok());
    QVERIFY(named->type == &modelCatalog().at("claim"));
}

void TestDocument::parseDocumentLine_faults_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("expected");

    const auto row = [](const char* line, const char* expected) {
        QTest::newRow(line) << QByteArray(line) << QByteArray(expected);
    };
    row(R"({"title":"a"})", "required type");
    row(R"({"type":"ghost"})", "unknown_type type");
    row(R"({"type":null})", "wrong_type type");
    row(R"({"type":"sample","id":"1"})", "bad_reference id");
    row(R"({"type":"sample","place":7})", "wrong_type place");
    row(R"({"type":"sample","audience":"all"})", "not_an_option audience");
    row(R"({"type":"sample","gone":"deleted"})", "unknown_field gone");
    row(R"({"type":"sample","count":1,"count":1})", "duplicate_key count");
    row(R"(["sample"])", "wrong_type");
    row(R"({"type":"sample")", "malformed");
}

void TestDocument::parseDocumentLine_faults() {
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, expected);

    QCOMPARE(told(parseDocumentLine(modelCatalog(), nullptr, view(line))), expected);
}

QTEST_APPLESS_MAIN(TestDocument)
#include "tst_document.moc"
