#include "shared/base/limits.h"
#include "shared/model/json_values.h"
#include "tests/shared/model/model_fixture.h"

using namespace zhixing;
using namespace zhixing::test;

namespace {

const QByteArray uuid = "0198a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";
const QByteArray other = "0298a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";

Id id(const QByteArray& text) { return *Id::parse(view(text)); }

Result<Record> recordOf(const QByteArray& line) {
    JsonReader reader;
    ZX_ASSIGN(const JsonValue value, reader.read(view(line)));
    return readRecord(modelCatalog(), value);
}

QByteArray lineWith(const QByteArray& more) {
    return R"({"type":"sample","id":")" + uuid + R"(","place":")" + other + R"(","audience":"managers","version":3)" +
           more + "}";
}

}  // namespace

class TestJsonValues : public QObject {
    Q_OBJECT

private slots:
    void readValue_everyKind_data();
    void readValue_everyKind();
    void readValue_sets_areSortedAndDistinct();
    void readValue_null_isUnsetForEveryKind();
    void readValue_wrongJsonType_isRefusedForEveryKind();
    void readFieldValues_anyOrder_keepsTheTexts();
    void readFieldValues_unknownField_isRefused();
    void readFieldValues_notAnObject_isWrongType();
    void readType_missingOrUnknown_isTold();
    void readRecord_canonicalLine_isTheRecord();
    void readRecord_typeLast_isTheSame();
    void readRecord_faults_data();
    void readRecord_faults();
};

void TestJsonValues::readValue_everyKind_data() {
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("expected");  // told, or the value written again

    const auto row = [](const char* field, const QByteArray& json, const QByteArray& expected) {
        QTest::addRow("%s %s", field, json.left(60).constData()) << QByteArray(field) << json << expected;
    };
    row("title", R"("海\u62a5")", "\"海报\"");
    row("colour", R"("blue")", "\"blue\"");  // options are validation's business
    row("count", "-5", "-5");
    row("count", "9007199254740991", "9007199254740991");
    row("count", "9007199254740992", "out_of_range count");
    row("count", "1.5", "wrong_type count");
    row("amount", "300000", "300000");
    row("amount", "3000.0", "wrong_type amount");
    row("amount", "\"300000\"", "wrong_type amount");
    row("amount", "1e5", "wrong_type amount");
    row("ratio", "0.125000", "0.125");
    row("ratio", "-3", "-3");
    row("ratio", "0.1234567", "out_of_range ratio");
    row("day", R"("2025-10-16")", R"("2025-10-16")");
    row("day", R"("2025-02-29")", "wrong_type day");
    row("day", R"("2025-1-1")", "wrong_type day");
    row("moment", "1760000000000", "1760000000000");
    row("flag", "false", "false");
    row("flag", "0", "wrong_type flag");
    row("parent", '"' + uuid + '"', '"' + uuid + '"');
    row("parent", '"' + uuid.toUpper() + '"', '"' + uuid + '"');
    row("parent", R"("nobody")", "bad_reference parent");
    row("links", "[]", "[]");
    row("links", "[1]", "wrong_type links");
    row("tags", R"(["夜间","audit"])", R"(["audit","夜间"])");
    row("tags", R"("audit")", "wrong_type tags");
    row("visits", "7", "7");
    row("spot", "[24.443553,108.939315,15]", "[24.443553,108.939315,15]");
    row("spot", "[-90,180,0]", "[-90,180,0]");
    row("spot", "[24.4,108.9]", "wrong_type spot");
    row("spot", "[24.4,108.9,1,2]", "wrong_type spot");
    row("spot", "[181,0,0]", "out_of_range spot");
    row("spot", "[24.4,108.9,-1]", "out_of_range spot");
    row("spot", "[24.4,108.9,1.5]", "wrong_type spot");
    row("score", "5", "5");
    row("answers", R"({"q2":"是","q1":""})", R"({"q2":"是","q1":""})");
    row("answers", R"({"q1":1})", "wrong_type answers");
    row("answers", R"([])", "wrong_type answers");
    row("steps", R"([["贴海报",true],["拍照",false]])", R"([["贴海报",true],["拍照",false]])");
    row("steps", R"([["a",true],["a",false]])", "duplicate_key steps");
    row("steps", R"([["a"]])", "wrong_type steps");
    row("steps", R"([["a","done"]])", "wrong_type steps");
}

void TestJsonValues::readValue_everyKind() {
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, expected);
    const RecordType& type = modelCatalog().at("sample");
    const Field& described = type.fields[*type.find(view(field))];
    JsonReader reader;

    const auto value = readValue(described, *reader.read(view(json)));

    if (value.ok()) {
        std::string again;
        appendJson(again, described.kind, *value);
        QCOMPARE(QByteArray::fromStdString(again), expected);
    } else {
        QCOMPARE(told(value), expected);
    }
}

void TestJsonValues::readValue_sets_areSortedAndDistinct() {
    const RecordType& type = modelCatalog().at("sample");
    JsonReader reader;

    const auto links = readValue(type.fields[*type.find("links")],
                                 *reader.read(view("[\"" + other + "\",\"" + uuid + "\",\"" + other + "\"]")));
    QVERIFY((*links == Value(IdSet{id(uuid), id(other)})));
    const auto tags = readValue(type.fields[*type.find("tags")], *reader.read(R"(["b","a","b"])"));
    QVERIFY((*tags == Value(TagSet{"a", "b"})));
}

void TestJsonValues::readValue_null_isUnsetForEveryKind() {
    JsonReader reader;
    const JsonValue null = *reader.read("null");

    for (const Field& field : modelCatalog().at("sample").fields) {
        const auto value = readValue(field, null);
        QVERIFY(value.ok() && !isSet(*value));
    }
}

void TestJsonValues::readValue_wrongJsonType_isRefusedForEveryKind() {
    // No kind takes an object of objects or an array of booleans.
    for (const char* json : {R"({"a":{}})", "[true]"}) {
        JsonReader reader;
        const JsonValue value = *reader.read(json);
        for (const Field& field : modelCatalog().at("sample").fields) {
            QCOMPARE(told(readValue(field, value)),
                     "wrong_type " + QByteArray(field.name.data(), qsizetype(field.name.size())));
        }
    }
}

void TestJsonValues::readFieldValues_anyOrder_keepsTheTexts() {
    const RecordType& type = modelCatalog().at("sample");
    JsonReader reader;

    const auto values = readFieldValues(type, *reader.read(R"({"score":4,"title":"a","count":null,"note":"b"})"));

    QVERIFY(values.ok());
    QCOMPARE(values->size(), std::size_t{4});
    QCOMPARE(type.fields[(*values)[0].field].name, std::string_view("score"));
    QCOMPARE(type.fields[(*values)[1].field].name, std::string_view("title"));
    QCOMPARE(type.fields[(*values)[2].field].name, std::string_view("count"));
    QCOMPARE(type.fields[(*values)[3].field].name, std::string_view("note"));
    QVERIFY((*values)[1].value == Value(std::string("a")));
    QVERIFY(!isSet((*values)[2].value));
}

void TestJsonValues::readFieldValues_unknownField_isRefused() {
    JsonReader reader;

    QCOMPARE(told(readFieldValues(modelCatalog().at("sample"), *reader.read(R"({"title":"a","titel":"b"})"))),
             QByteArray("unknown_field titel"));
}

void TestJsonValues::readFieldValues_notAnObject_isWrongType() {
    JsonReader reader;

    QCOMPARE(told(readFieldValues(modelCatalog().at("sample"), *reader.read("[]"))), QByteArray("wrong_type"));
}

void TestJsonValues::readType_missingOrUnknown_isTold() {
    JsonReader reader;

    QVERIFY(*readType(modelCatalog(), *reader.read(R"({"id":1,"type":"claim"})")) == &modelCatalog().at("claim"));
    QCOMPARE(told(readType(modelCatalog(), *reader.read(R"({"id":1})"))), QByteArray("required type"));
    QCOMPARE(told(readType(modelCatalog(), *reader.read(R"({"type":"ghost"})"))), QByteArray("unknown_type type"));
    QCOMPARE(told(readType(modelCatalog(), *reader.read(R"({"type":1})"))), QByteArray("wrong_type type"));
}

void TestJsonValues::readRecord_canonicalLine_isTheRecord() {
    const auto record = recordOf(lineWith(R"(,"title":"海报","count":-2)"));

    QVERIFY(record.ok());
    QVERIFY(record->type == &modelCatalog().at("sample"));
    QVERIFY(record->id == id(uuid) && record->place == id(other));
    QVERIFY(record->audience == Audience::managers);
    QCOMPARE(qint64{record->version}, 3);
    QCOMPARE(record->string("title"), std::string_view("海报"));
    QCOMPARE(qint64{record->number("count")}, -2);
    QVERIFY(!isSet(record->value("colour")));  // no fallback: what is not named is unset
}

void TestJsonValues::readRecord_typeLast_isTheSame() {
    const auto record = recordOf(R"({"title":"海报","version":3,"audience":"managers","place":")" + other +
                                 R"(","count":-2,"id":")" + uuid + R"(","type":"sample"})");

    QCOMPARE(told(record), QByteArray("ok"));
    QVERIFY(*record == *recordOf(lineWith(R"(,"title":"海报","count":-2)")));
}

void TestJsonValues::readRecord_faults_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("expected");

    const QByteArray good = lineWith("");
    const auto row = [](const char* name, QByteArray line, const char* expected) {
        QTest::newRow(name) << line << QByteArray(expected);
    };
    row("not an object", "[]", "wrong_type");
    row("no id", QByteArray(good).replace(R"("id":")" + uuid + R"(",)", ""), "required");
    row("no version", QByteArray(good).replace(R"(,"version":3)", ""), "required");
    row("negative version", QByteArray(good).replace(R"("version":3)", R"("version":-1)"), "out_of_range version");
    row("id no UUID", QByteArray(good).replace(uuid, "x"), "bad_reference id");
    row("no such audience", QByteArray(good).replace("managers", "nobody"), "not_an_option audience");
    row("no such type", QByteArray(good).replace("sample", "ghost"), "unknown_type type");
    row("no such field", lineWith(R"(,"colours":1)"), "unknown_field colours");
    row("field twice", lineWith(R"(,"count":1,"count":2)"), "duplicate_key count");
    row("wrong kind", lineWith(R"(,"count":"1")"), "wrong_type count");
}

void TestJsonValues::readRecord_faults() {
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, expected);

    QCOMPARE(told(recordOf(line)), expected);
}

QTEST_APPLESS_MAIN(TestJsonValues)
#include "tst_json_values.moc"
