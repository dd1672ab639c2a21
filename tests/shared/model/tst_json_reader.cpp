#include "shared/base/limits.h"
#include "shared/model/json_reader.h"
#include "tests/shared/model/model_fixture.h"
#include "tests/support/seed.h"
#include "tests/support/seeded_random.h"

using namespace zhixing;
using namespace zhixing::test;

namespace {

/// "ok", or the code and field of what is wrong with `text`.
QByteArray toldOf(const QByteArray& text) {
    JsonReader reader;
    return told(reader.read(view(text)));
}

QByteArray nested(std::size_t depth, char open, char close) {
    const auto count = static_cast<qsizetype>(depth);
    return QByteArray(count, open) + QByteArray(count, close);
}

QByteArray objectOf(std::size_t members) {
    QByteArray text = "{";
    for (std::size_t i = 0; i < members; ++i)
        text += (i == 0 ? "\"" : ",\"") + QByteArray::number(qulonglong(i)) + "\":0";
    return text + "}";
}

QByteArray arrayOf(std::size_t items, const QByteArray& item) {
    QByteArray text = "[";
    for (std::size_t i = 0; i < items; ++i) text += (i == 0 ? "" : ",") + item;
    return text + "]";
}

QByteArray stringOf(std::size_t bytes) { return '"' + QByteArray(static_cast<qsizetype>(bytes), 'a') + '"'; }

QByteArray unescaped(const QByteArray& text) {
    JsonReader reader;
    const auto value = reader.read(view(text));
    if (!value.ok() || value->type() != json::Type::string) return "no string";
    return QByteArray(value->text().data(), static_cast<qsizetype>(value->text().size()));
}

/// What is read, written again in a plain way: proof that the tokens hold all of it.
void write(std::string& out, JsonValue value) {
    switch (value.type()) {
        case json::Type::null:
            out += "null";
            return;
        case json::Type::boolean:
            out += value.boolean() ? "true" : "false";
            return;
        case json::Type::integer:
            out += std::to_string(value.integer());
            return;
        case json::Type::number:
            out += value.text();
            return;
        case json::Type::string:
            out += '"';
            out += value.text();
            out += '"';
            return;
        case json::Type::array:
            out += '[';
            for (const JsonValue item : value.items()) {
                write(out, item);
                out += ';';
            }
            out += ']';
            return;
        case json::Type::object:
            out += '{';
            for (const JsonMember member : value.members()) {
                out += member.key;
                out += '=';
                write(out, member.value);
                out += ';';
            }
            out += '}';
            return;
    }
}

std::string written(const QByteArray& text) {
    JsonReader reader;
    const auto value = reader.read(view(text));
    if (!value.ok()) return "error";
    std::string out;
    write(out, *value);
    return out;
}

}  // namespace

class TestJsonReader : public QObject {
    Q_OBJECT

private slots:
    void read_structure_isKept_data();
    void read_structure_isKept();
    void read_escapes_becomeUtf8_data();
    void read_escapes_becomeUtf8();
    void read_badText_hasACode_data();
    void read_badText_hasACode();
    void read_atEachLimit_isFine_oneBeyondIsNot_data();
    void read_atEachLimit_isFine_oneBeyondIsNot();
    void read_everyPrefix_isAnError();
    void read_mutated_neverCrashes();
    void read_again_forgetsTheFirst();
    void read_afterAFault_isFine();
    void find_member_byKey();
    void readInteger_wantedAndNot_data();
    void readInteger_wantedAndNot();
    void readInteger_outOfRange_saysTheLimit();
    void readDecimal_isExact_data();
    void readDecimal_isExact();
    void readOthers_wrongType_saysTheName();
    void unknownKey_longKey_isNotRepeated();
};

void TestJsonReader::read_structure_isKept_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");

    const auto row = [](const char* text, const char* expected) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(expected);
    };
    row("null", "null");
    row(" true ", "true");
    row("-0", "0");
    row("9223372036854775807", "9223372036854775807");
    row("-9223372036854775808", "-9223372036854775808");
    row("9223372036854775808", "9223372036854775808");
    row("18446744073709551616", "18446744073709551616");
    row("1.50", "1.50");
    row("1e3", "1e3");
    row("[]", "[]");
    row("{}", "{}");
    row("[[],{},[1,[2]],3]", "[[];{};[1;[2;];];3;]");
    row("{\"a\":{\"b\":[1,{\"c\":null}]},\"d\":\"e\"}", "{a={b=[1;{c=null;};];};d=\"e\";}");
    row("\t{ \"a\" :\n1 ,\r\"b\" : [ ] }", "{a=1;b=[];}");
}

void TestJsonReader::read_structure_isKept() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);

    QCOMPARE(QByteArray::fromStdString(written(text)), expected);
}

void TestJsonReader::read_escapes_becomeUtf8_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");

    QTest::newRow("short ones") << QByteArray(R"("\"\\\/\b\f\n\r\t")") << QByteArray("\"\\/\b\f\n\r\t");
    QTest::newRow("one byte") << QByteArray(R"("\u0041")") << QByteArray("A");
    QTest::newRow("two bytes") << QByteArray(R"("\u00e9")") << QByteArray("é");
    QTest::newRow("three bytes") << QByteArray(R"("\u77E5\u884c")") << QByteArray("知行");
    QTest::newRow("a pair") << QByteArray(R"("\ud83d\udcf7")") << QByteArray("\xf0\x9f\x93\xb7");
    QTest::newRow("raw") << QByteArray("\"知 \xf0\x9f\x93\xb7 \x7f\"") << QByteArray("知 \xf0\x9f\x93\xb7 \x7f");
    QTest::newRow("empty") << QByteArray("\"\"") << QByteArray("");
}

void TestJsonReader::read_escapes_becomeUtf8() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);

    QCOMPARE(unescaped(text), expected);
}

void TestJsonReader::read_badText_hasACode_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");

    const auto row = [](const char* name, const QByteArray& text, const char* expected) {
        QTest::newRow(name) << text << QByteArray(expected);
    };
    row("nothing", "", "malformed");
    row("white space", "  ", "malformed");
    row("a word", "nul", "malformed");
    row("capitals", "True", "malformed");
    row("NaN", "NaN", "malformed");
    row("Infinity", "-Infinity", "malformed");
    row("plus sign", "+1", "malformed");
    row("leading zero", "01", "malformed");
    row("no digits before the point", ".5", "malformed");
    row("no digits after the point", "1.", "malformed");
    row("no exponent", "1e", "malformed");
    row("hexadecimal", "0x10", "malformed");
    row("too great for a double", "1e400", "out_of_range");
    row("single quotes", "'a'", "malformed");
    row("unquoted key", "{a:1}", "malformed");
    row("key without value", "{\"a\"}", "malformed");
    row("number as key", "{1:1}", "malformed");
    row("comma at the end of an object", "{\"a\":1,}", "malformed");
    row("comma at the end of an array", "[1,]", "malformed");
    row("two values", "1 2", "malformed");
    row("text behind", "{}x", "malformed");
    row("comment", "/* a */ 1", "malformed");
    row("wrong bracket", "[1}", "malformed");
    row("raw line break in a string", "\"a\nb\"", "malformed");
    row("raw control character", "\"a\x01\"", "malformed");
    row("unknown escape", R"("\x41")", "malformed");
    row("half an escape", R"("\u00g0")", "malformed");
    row("raw NUL", QByteArray("\"a\0b\"", 5), "bad_encoding");
    row("NUL behind", QByteArray("{}\0{", 4), "bad_encoding");
    row("escaped NUL", R"("a\u0000b")", "bad_encoding");
    row("escaped NUL in a key", R"({"a\u0000b":1})", "bad_encoding");
    row("half a pair", R"("\ud83d")", "bad_encoding");
    row("half a pair and a letter", R"("\ud83da")", "bad_encoding");
    row("the second half alone", R"("\udcf7")", "bad_encoding");
    row("stray continuation byte", "\"\x80\"", "bad_encoding");
    row("overlong slash", "\"\xc0\xaf\"", "bad_encoding");
    row("surrogate in UTF-8", "\"\xed\xa0\xbd\"", "bad_encoding");
    row("beyond U+10FFFF", "\"\xf4\x90\x80\x80\"", "bad_encoding");
    row("cut character", "\"\xe7\x9f\"", "bad_encoding");
    row("bad UTF-8 in a key", "{\"\xff\":1}", "bad_encoding");
    row("key twice", R"({"a":1,"b":2,"a":1})", "duplicate_key a");
    row("key twice, once escaped", R"({"a":1,"\u0061":2})", "duplicate_key a");
    row("key twice, deep inside", R"({"x":[{"y":{"a":1,"a":2}}]})", "duplicate_key a");
    row("key twice, empty", R"({"":1,"":2})", "duplicate_key");
}

void TestJsonReader::read_badText_hasACode() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);

    QCOMPARE(toldOf(text), expected);
}

void TestJsonReader::read_atEachLimit_isFine_oneBeyondIsNot_data() {
    QTest::addColumn<QByteArray>("atLimit");
    QTest::addColumn<QByteArray>("beyond");
    QTest::addColumn<QByteArray>("expected");

    const auto row = [](const char* name, const QByteArray& atLimit, const QByteArray& beyond, const char* expected) {
        QTest::newRow(name) << atLimit << beyond << QByteArray(expected);
    };
    using namespace limits;
    row("depth of arrays", nested(jsonDepthMax, '[', ']'), nested(jsonDepthMax + 1, '[', ']'), "too_deep");
    row("depth, unclosed", nested(jsonDepthMax, '[', ']'), QByteArray(100'000, '['), "too_deep");
    row("members", objectOf(jsonMembersMax), objectOf(jsonMembersMax + 1), "too_many");
    row("items", arrayOf(arrayItemsMax, "1"), arrayOf(arrayItemsMax + 1, "1"), "too_many");
    row("items that are arrays", arrayOf(arrayItemsMax, "[]"), arrayOf(arrayItemsMax + 1, "[]"), "too_many");
    row("string", stringOf(stringBytesMax), stringOf(stringBytesMax + 1), "too_long");
    row("key", "{" + stringOf(stringBytesMax) + ":1}", "{" + stringOf(stringBytesMax + 1) + ":1}", "too_long");
    row("text", QByteArray(messageBytesMax - 1, ' ') + "1", QByteArray(messageBytesMax, ' ') + "1", "too_large");
}

void TestJsonReader::read_atEachLimit_isFine_oneBeyondIsNot() {
    QFETCH(QByteArray, atLimit);
    QFETCH(QByteArray, beyond);
    QFETCH(QByteArray, expected);

    QCOMPARE(toldOf(atLimit), QByteArray("ok"));
    QCOMPARE(toldOf(beyond), expected);
}

void TestJsonReader::read_everyPrefix_isAnError() {
    const QByteArray text = R"({"a":[1,-2.5e+3,"知\n\ud83d\udcf7",true,null],"b":{"c":{}}})";
    QCOMPARE(toldOf(text), QByteArray("ok"));

    for (qsizetype length = 0; length < text.size(); ++length) {
        QVERIFY2(toldOf(text.first(length)) != "ok", qPrintable(QString::number(length)));
    }
}

void TestJsonReader::read_mutated_neverCrashes() {
    const std::uint64_t seed = drawnSeed();
    qInfo("seed %llu", static_cast<unsigned long long>(seed));
    SeededRandom random(seed);
    const QByteArray text = R"({"a":[1,-2.5e+3,"知\n\ud83d\udcf7",true,null],"b":{"c":{}},"d":"x"})";
    static const std::string alphabet = "{}[]\",:\\u0123456789eE+-.tfn \xe7\x9f\xff\x01";

    int stillFine = 0;
    for (int i = 0; i < 20'000; ++i) {
        QByteArray mutated = text;
        for (std::uint64_t changes = 1 + random.below(3); changes > 0; --changes) {
            const auto at = static_cast<qsizetype>(random.below(static_cast<std::uint64_t>(mutated.size())));
            const char c = alphabet[random.below(alphabet.size())];
            switch (random.below(3)) {
                case 0:
                    mutated[at] = c;
                    break;
                case 1:
                    mutated.insert(at, c);
                    break;
                default:
                    mutated.remove(at, 1);
            }
        }
        stillFine += written(mutated) != "error" ? 1 : 0;
    }
    QVERIFY(stillFine > 0 && stillFine < 20'000);
}

void TestJsonReader::read_again_forgetsTheFirst() {
    JsonReader reader;
    QVERIFY(reader.read(R"({"a":"first","b":[1,2,3]})").ok());

    const auto second = reader.read(R"(["second"])");

    QVERIFY(second.ok());
    QCOMPARE(second->size(), std::size_t{1});
    QCOMPARE((*second->items().begin()).text(), std::string_view("second"));
}

void TestJsonReader::read_afterAFault_isFine() {
    JsonReader reader;
    QVERIFY(!reader.read(R"({"a":[1,)").ok());

    const auto second = reader.read(R"({"a":1})");

    QVERIFY(second.ok());
    QVERIFY(second->find("a").has_value());
}

void TestJsonReader::find_member_byKey() {
    JsonReader reader;
    const auto object = reader.read(R"({"a":[1,2],"type":"task","b":{"type":"other"}})");
    QVERIFY(object.ok());

    QCOMPARE(object->find("type")->text(), std::string_view("task"));
    QCOMPARE(object->find("b")->find("type")->text(), std::string_view("other"));
    QVERIFY(!object->find("c").has_value());
    QVERIFY(!object->find("").has_value());
}

void TestJsonReader::readInteger_wantedAndNot_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");

    const auto row = [](const char* text, const char* expected) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(expected);
    };
    row("0", "ok");
    row("100", "ok");
    row("-100", "ok");
    row("101", "out_of_range n");
    row("-101", "out_of_range n");
    row("9223372036854775808", "out_of_range n");
    row("-9223372036854775809", "out_of_range n");
    row("99999999999999999999999999", "out_of_range n");
    row("1.0", "wrong_type n");
    row("1e1", "wrong_type n");
    row("\"1\"", "wrong_type n");
    row("true", "wrong_type n");
    row("null", "wrong_type n");
    row("[1]", "wrong_type n");
}

void TestJsonReader::readInteger_wantedAndNot() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    JsonReader reader;

    QCOMPARE(told(readInteger(*reader.read(view(text)), "n", -100, 100)), expected);
}

void TestJsonReader::readInteger_outOfRange_saysTheLimit() {
    JsonReader reader;

    QVERIFY(readInteger(*reader.read("101"), "n", -5, 100).error().limit == 100);
    QVERIFY(readInteger(*reader.read("-6"), "n", -5, 100).error().limit == -5);
    QVERIFY(readInteger(*reader.read("-99999999999999999999"), "n", -5, 100).error().limit == -5);
}

void TestJsonReader::readDecimal_isExact_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");

    static_assert(limits::decimalUnitsMax == 8'000'000'000);
    const auto row = [](const char* text, const char* expected) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(expected);
    };
    row("0", "0");
    row("-0.0", "0");
    row("0e999", "0");
    row("3", "3000000");
    row("-3.5", "-3500000");
    row("0.1", "100000");
    row("0.000001", "1");
    row("1e-6", "1");
    row("1E-06", "1");
    row("1.50000000000", "1500000");
    row("12.5e2", "1250000000");
    row("1.25e+2", "125000000");
    row("39.908722", "39908722");
    row("8000000000", "8000000000000000");
    row("-8000000000.0", "-8000000000000000");
    row("8000000000.000001", "out_of_range d");
    row("8000000001", "out_of_range d");
    row("1e300", "out_of_range d");
    row("99999999999999999999", "out_of_range d");
    row("0.0000001", "out_of_range d");
    row("1e-300", "out_of_range d");
    row("\"1.5\"", "wrong_type d");
    row("null", "wrong_type d");
}

void TestJsonReader::readDecimal_isExact() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    JsonReader reader;

    const auto decimal = readDecimal(*reader.read(view(text)), "d");

    QCOMPARE(decimal.ok() ? QByteArray::number(qint64{*decimal}) : told(decimal), expected);
}

void TestJsonReader::readOthers_wrongType_saysTheName() {
    JsonReader reader;
    const JsonValue number = *reader.read("1");

    QCOMPARE(told(readObject(number, "x")), QByteArray("wrong_type x"));
    QCOMPARE(told(readArray(number, "x")), QByteArray("wrong_type x"));
    QCOMPARE(told(readText(number, "x")), QByteArray("wrong_type x"));
    QCOMPARE(told(readBoolean(number, "x")), QByteArray("wrong_type x"));
    QCOMPARE(told(readId(number, "x")), QByteArray("wrong_type x"));
    QCOMPARE(told(readId(*reader.read("\"x\""), "x")), QByteArray("bad_reference x"));
}

void TestJsonReader::unknownKey_longKey_isNotRepeated() {
    QCOMPARE(told(Result<void>(unknownKey("colour"))), QByteArray("unknown_field colour"));
    QVERIFY(unknownKey(std::string(10'000, 'a')).field.size() < 100);
}

QTEST_APPLESS_MAIN(TestJsonReader)
#include "tst_json_reader.moc"
