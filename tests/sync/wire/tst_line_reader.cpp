#include <QTest>

#include "sync/wire/line_reader.h"

using namespace zhixing;
using namespace zhixing::sync;

namespace {

/// What asking gave: "ok", or the error's code and what it is about.
template <typename T>
std::string answer(const Result<T>& result) {
    if (result.ok()) return "ok";
    return std::string(word(result.error().code)) + ' ' + result.error().field;
}

std::vector<std::string> linesOf(std::string_view message) {
    std::vector<std::string> all;
    for (MessageLines lines(message); const auto line = lines.next();) all.emplace_back(*line);
    return all;
}

}  // namespace

/// How the codec takes lines apart.
class TestLineReader : public QObject {
    Q_OBJECT

private slots:
    void of_whatIsNoObject_isAnError();
    void need_keysInAnyOrder_findsThem();
    void need_missingOrOfAnotherKind_saysWhich();
    void number_outsideItsBounds_isAnError();
    void nothingElse_keyNobodyAskedFor_isNamed();
    void lines_ofAMessage_comeOneByOne();
};

void TestLineReader::of_whatIsNoObject_isAnError() {
    JsonReader reader;

    for (const std::string_view text : {"[]", "1", "\"a\"", "null", "true"}) {
        QCOMPARE(answer(LineReader::of(*reader.read(text))), std::string("wrong_type "));
    }
}

void TestLineReader::need_keysInAnyOrder_findsThem() {
    JsonReader reader;
    auto line = LineReader::of(*reader.read(R"({"b":true,"a":"x","id":"0190a1b2-c3d4-7000-8000-000000000002","n":5})"));

    QCOMPARE(*line->number("n"), std::int64_t{5});
    QCOMPARE(*line->string("a"), std::string("x"));
    QCOMPARE(*line->flag("b"), true);
    QCOMPARE(line->id("id")->text(), std::string("0190a1b2-c3d4-7000-8000-000000000002"));
    QVERIFY(!line->find("c"));
    QVERIFY(line->nothingElse().ok());
}

void TestLineReader::need_missingOrOfAnotherKind_saysWhich() {
    JsonReader reader;
    auto line = LineReader::of(*reader.read(R"({"a":1,"b":null})"));

    QCOMPARE(answer(line->need("c")), std::string("required c"));
    QCOMPARE(answer(line->text("a")), std::string("wrong_type a"));
    QCOMPARE(answer(line->flag("b")), std::string("wrong_type b"));
}

void TestLineReader::number_outsideItsBounds_isAnError() {
    JsonReader reader;
    const JsonValue root = *reader.read(R"({"a":3})");

    QCOMPARE(answer(LineReader::of(root)->number("a", 3, 3)), std::string("ok"));
    QCOMPARE(answer(LineReader::of(root)->number("a", 4, 5)), std::string("out_of_range a"));
    QCOMPARE(answer(LineReader::of(root)->number("a", 1, 2)), std::string("out_of_range a"));
}

void TestLineReader::nothingElse_keyNobodyAskedFor_isNamed() {
    JsonReader reader;
    auto line = LineReader::of(*reader.read(R"({"a":1,"colour":2,"b":3})"));

    QVERIFY(line->find("a") && line->find("b"));

    QCOMPARE(answer(line->nothingElse()), std::string("unknown_field colour"));
}

void TestLineReader::lines_ofAMessage_comeOneByOne() {
    QCOMPARE(linesOf("a"), std::vector<std::string>{"a"});
    QCOMPARE(linesOf("a\nb"), (std::vector<std::string>{"a", "b"}));
    QCOMPARE(linesOf(""), std::vector<std::string>{""});
    QCOMPARE(linesOf("a\n\n"), (std::vector<std::string>{"a", "", ""}));

    MessageLines lines("a\nb");
    QVERIFY(lines.next().has_value());
    QCOMPARE(answer(lines.nothingElse()), std::string("too_many "));
    QVERIFY(lines.next().has_value());
    QCOMPARE(answer(lines.nothingElse()), std::string("ok"));
}

QTEST_APPLESS_MAIN(TestLineReader)
#include "tst_line_reader.moc"
