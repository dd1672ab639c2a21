#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "shared/base/limits.h"
#include "shared/model/json_reader.h"
#include "tests/shared/model/model_fixture.h"
#include "tests/support/seed.h"
#include "tests/support/seeded_random.h"

using namespace zhixing;
using namespace zhixing::test;

namespace {

/// What another library makes of the same text; nothing when it refuses it.
std::optional<nlohmann::json> asOthersRead(const std::string& text) {
    auto read = nlohmann::json::parse(text, nullptr, false);
    if (read.is_discarded()) return std::nullopt;
    return read;
}

/// Whether a number in it is where doubles end, between 10^308 and 10^309: there we are not exact.
bool isAtTheEdge(const std::string& text) {
    const char* at = text.c_str();
    while (at < text.c_str() + text.size()) {
        char* end = nullptr;
        const long double size = std::abs(std::strtold(at, &end));
        if (size >= 1e308L && size < 1e309L) return true;
        at = std::max(static_cast<const char*>(end), at + 1);
    }
    return false;
}

/// A tape as that library's value. Numbers that no int64 holds are read by it, from the characters kept here.
nlohmann::json asValue(JsonValue value) {
    switch (value.type()) {
        case json::Type::null:
            return nullptr;
        case json::Type::boolean:
            return value.boolean();
        case json::Type::integer:
            return value.integer();
        case json::Type::number:
            return nlohmann::json::parse(value.text());
        case json::Type::string:
            return std::string(value.text());
        case json::Type::array: {
            auto items = nlohmann::json::array();
            for (const JsonValue item : value.items()) items.push_back(asValue(item));
            return items;
        }
        case json::Type::object: {
            auto members = nlohmann::json::object();
            for (const JsonMember member : value.members()) members[std::string(member.key)] = asValue(member.value);
            return members;
        }
    }
    return nullptr;
}

/// Some JSON of everything there is, not deeper than `depth` more.
std::string someJson(SeededRandom& random, int depth) {
    static const std::vector<std::string> leaves = {"0",
                                                    "-0",
                                                    "17",
                                                    "-9223372036854775808",
                                                    "9223372036854775808",
                                                    "1.5",
                                                    "-2.50E+3",
                                                    "1e308",
                                                    "0.1e-5",
                                                    "true",
                                                    "false",
                                                    "null",
                                                    "\"\"",
                                                    R"("\ud83d\udcf7")",
                                                    "\"知\"",
                                                    "\"\x7f\"",
                                                    R"("\"\\\/\b\f\n\r\t\u00e9")",
                                                    "\"a long text that is plain\""};
    const std::string space(random.below(2), ' ');
    const std::uint64_t kind = depth > 0 ? random.below(3) : 0;
    if (kind == 0) return space + leaves[random.below(leaves.size())] + space;
    std::string text = kind == 1 ? "[" : "{";
    for (std::uint64_t i = 0, count = random.below(4); i < count; ++i) {
        if (i > 0) text += ',';
        if (kind == 2) text += "\"k" + std::to_string(i) + "\":";
        text += someJson(random, depth - 1);
    }
    return space + text + (kind == 1 ? "]" : "}") + space;
}

void spoil(SeededRandom& random, std::string& text) {
    static const std::string alphabet = "{}[]\",:\\u0123456789eE+-.tfn \xe7\x9f\xff\x01";
    const std::size_t at = random.below(text.size());
    const char c = alphabet[random.below(alphabet.size())];
    switch (random.below(3)) {
        case 0:
            text[at] = c;
            return;
        case 1:
            text.insert(at, 1, c);
            return;
        default:
            text.erase(at, 1);
    }
}

}  // namespace

/// The tape is judged by a library that shares no code with it; what a tape looks like to readers is TestJsonReader's.
class TestJsonTape : public QObject {
    Q_OBJECT

private slots:
    void lay_anything_isWhatAnotherLibraryReads_data();
    void lay_anything_isWhatAnotherLibraryReads();
    void lay_farNumbers_areJudgedByTheirSize_data();
    void lay_farNumbers_areJudgedByTheirSize();
    void lay_again_usesTheSameMemory();
};

void TestJsonTape::lay_anything_isWhatAnotherLibraryReads_data() {
    QTest::addColumn<std::uint64_t>("seed");

    QTest::newRow("drawn") << drawnSeed();
    QTest::newRow("kept") << std::uint64_t{2'632'597'315};
}

void TestJsonTape::lay_anything_isWhatAnotherLibraryReads() {
    QFETCH(const std::uint64_t, seed);
    qInfo("seed %llu", static_cast<unsigned long long>(seed));
    SeededRandom random(seed);
    int taken = 0;
    int refused = 0;
    for (int i = 0; i < 20'000; ++i) {
        std::string text = someJson(random, 4);
        for (std::uint64_t changes = random.below(3); changes > 0 && !text.empty(); --changes) spoil(random, text);
        JsonReader reader;
        const auto ours = reader.read(text);
        const auto others = asOthersRead(text);
        if (ours.ok()) {
            ++taken;
            QVERIFY2(others ? *others == asValue(*ours) : isAtTheEdge(text), text.c_str());
        } else {
            ++refused;
            // Beyond the grammar we refuse two things that the other takes.
            const Code code = ours.error().code;
            const bool isNarrower = code == Code::duplicate_key || text.find("\\u0000") != std::string::npos;
            QVERIFY2(!others || isNarrower, (text + ": " + ours.error().message).c_str());
        }
    }
    QVERIFY(taken > 1'000 && refused > 1'000);
}

void TestJsonTape::lay_farNumbers_areJudgedByTheirSize_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");

    const auto row = [](const char* name, const QByteArray& text, const char* expected) {
        QTest::newRow(name) << text << QByteArray(expected);
    };
    const QByteArray zeros(400, '0');
    row("308", "1e308", "ok");
    row("309", "-1e309", "out_of_range");
    row("309, written otherwise", "0.001E+312", "out_of_range");
    row("308, written otherwise", "0.001e311", "ok");
    row("many digits", "1" + zeros, "out_of_range");
    row("many digits and a small exponent", "1" + zeros + "e-100", "ok");
    row("many places", "0." + zeros + "1", "ok");
    row("an exponent that no int holds", "1e99999999999999999999", "out_of_range");
    row("the same below 0", "1e-99999999999999999999", "ok");
    row("nothing, far away", "0.0e99999999999999999999", "ok");
}

void TestJsonTape::lay_farNumbers_areJudgedByTheirSize() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    json::Tape tape;

    QCOMPARE(told(json::lay(view(text), tape)), expected);
}

void TestJsonTape::lay_again_usesTheSameMemory() {
    json::Tape tape;
    QVERIFY(json::lay(R"({"a":["first",1.5],"b":true})", tape).ok());
    const void* const tokens = tape.tokens.data();
    const void* const bytes = tape.bytes.data();

    QVERIFY(json::lay(R"({"b":["next",2.5],"a":null})", tape).ok());

    QCOMPARE(static_cast<const void*>(tape.tokens.data()), tokens);
    QCOMPARE(static_cast<const void*>(tape.bytes.data()), bytes);
    QCOMPARE(tape.bytes, std::string("bnext2.5a"));
}

QTEST_APPLESS_MAIN(TestJsonTape)
#include "tst_json_tape.moc"
