#include "shared/base/limits.h"
#include "shared/model/validation.h"
#include "tests/shared/model/model_fixture.h"
#include "tests/support/random_values.h"
#include "tests/support/seed.h"

using namespace zhixing;
using namespace zhixing::test;

namespace {

/// The value of a field is checked by what validateValue says about it.
struct Case {
    const char* name;
    const char* field;
    Value value;
    const char* told;
    std::int64_t limit = -1;  ///< -1: the error names no limit
};

std::string repeated(std::string_view text, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += text;
    return out;
}

IdSet ids(int count) {
    IdSet set;
    for (int i = 0; i < count; ++i) set.push_back(idOf(i));
    makeSet(set);
    return set;
}

TagSet tags(int count) {
    TagSet set;
    for (int i = 0; i < count; ++i) set.push_back("tag" + std::to_string(i));
    makeSet(set);
    return set;
}

Entries entries(int count) {
    Entries list;
    for (int i = 0; i < count; ++i) list.push_back({"item" + std::to_string(i), "done"});
    return list;
}

Value number(std::int64_t value) { return value; }
Value text(std::string value) { return value; }

std::vector<Case> cases() {
    const IdSet unsorted = {*ids(2).rbegin(), *ids(2).begin()};
    return {
        {"text at the limit, in code points", "title", text(repeated("知", 10)), "ok"},
        {"text beyond the limit", "title", text(repeated("知", 11)), "too_long title", 10},
        {"empty text", "title", text(""), "ok"},
        {"text of another kind", "title", number(1), "wrong_type title"},
        {"text not UTF-8", "title", text("\xff"), "bad_encoding title"},
        {"text with NUL", "title", text(std::string("a\0b", 3)), "bad_encoding title"},
        {"text of two lines", "title", text("a\nb"), "malformed title"},
        {"long text of two lines", "note", text("a\nb"), "ok"},
        {"long text beyond the limit", "note", text(repeated("a", 101)), "too_long note", 100},
        {"declared option", "colour", text("green"), "ok"},
        {"unknown option", "colour", text("blue"), "not_an_option colour"},
        {"option in capitals", "colour", text("Green"), "not_an_option colour"},
        {"integer at the least", "count", number(-5), "ok"},
        {"integer below the least", "count", number(-6), "out_of_range count", -5},
        {"integer at the most", "count", number(5), "ok"},
        {"integer beyond the most", "count", number(6), "out_of_range count", 5},
        {"money none", "amount", number(0), "ok"},
        {"money below zero", "amount", number(-1), "out_of_range amount", 0},
        {"money at the most", "amount", number(limits::moneyFenMax), "ok"},
        {"money beyond", "amount", number(limits::moneyFenMax + 1), "out_of_range amount", limits::moneyFenMax},
        {"date of the year 9999", "day", number(2'932'896), "ok"},
        {"date of the year 10000", "day", number(2'932'897), "out_of_range day", 2'932'896},
        {"rating 1", "score", number(1), "ok"},
        {"rating 0", "score", number(0), "out_of_range score", 1},
        {"rating 6", "score", number(6), "out_of_range score", 5},
        {"boolean", "flag", true, "ok"},
        {"number for boolean", "flag", number(1), "wrong_type flag"},
        {"reference", "parent", idOf(1), "ok"},
        {"nil reference", "parent", Id(), "bad_reference parent"},
        {"references at the most", "links", ids(200), "ok"},
        {"references beyond", "links", ids(201), "too_many links", 200},
        {"references unsorted", "links", unsorted, "malformed links"},
        {"references repeated", "links", IdSet{idOf(1), idOf(1)}, "malformed links"},
        {"nil among references", "links", IdSet{Id(), idOf(1)}, "bad_reference links"},
        {"tags at the most", "tags", tags(50), "ok"},
        {"tags beyond", "tags", tags(51), "too_many tags", 50},
        {"tag at the limit", "tags", TagSet{repeated("签", 40)}, "ok"},
        {"tag too long", "tags", TagSet{repeated("签", 41)}, "too_long tags", 40},
        {"empty tag", "tags", TagSet{" "}, "required tags"},
        {"tags unsorted", "tags", TagSet{"b", "a"}, "malformed tags"},
        {"place at the corner", "spot", Place{90'000'000, -180'000'000, 0}, "ok"},
        {"place north of the pole", "spot", Place{90'000'001, 0, 0}, "out_of_range spot", 90'000'000},
        {"place beyond the date line", "spot", Place{0, -180'000'001, 0}, "out_of_range spot", -180'000'000},
        {"place of negative accuracy", "spot", Place{0, 0, -1}, "out_of_range spot", 0},
        {"answers at the most", "answers", entries(200), "ok"},
        {"answers beyond", "answers", entries(201), "too_many answers", 200},
        {"answer to nothing", "answers", Entries{{"", "yes"}}, "required answers"},
        {"answer twice", "answers", Entries{{"q1", "yes"}, {"q2", ""}, {"q1", "no"}}, "duplicate_key answers"},
        {"answer too long", "answers", Entries{{"q1", repeated("a", 2'001)}}, "too_long answers", 2'000},
        {"item open and done", "steps", Entries{{"a", ""}, {"b", "done"}}, "ok"},
        {"item half done", "steps", Entries{{"a", "half"}}, "not_an_option steps"},
    };
}

Record soundRecord() {
    Record record = blankRecord(modelCatalog().at("sample"), idOf(1), idOf(2));
    record.set("title", std::string("海报"));
    return record;
}

}  // namespace

class TestValidation : public QObject {
    Q_OBJECT

private slots:
    void validateValue_cases_data();
    void validateValue_cases();
    void validateValue_unset_isFineForEveryField();
    void validateValue_anyGeneratedValue_isFine();
    void validateRecord_sound_isFine();
    void validateRecord_requiredMissing_saysWhich();
    void validateRecord_requiredOnlyBlank_isMissing();
    void validateRecord_tooLargeAltogether_isRefused();
    void faultsOf_twoFaults_tellsBoth();
};

void TestValidation::validateValue_cases_data() {
    QTest::addColumn<int>("index");
    int index = 0;
    for (const Case& row : cases()) QTest::newRow(row.name) << index++;
}

void TestValidation::validateValue_cases() {
    QFETCH(int, index);
    const Case row = cases()[static_cast<std::size_t>(index)];
    const RecordType& type = modelCatalog().at("sample");

    const auto checked = validateValue(type.fields[*type.find(row.field)], row.value);

    QCOMPARE(told(checked), QByteArray(row.told));
    if (!checked.ok()) {
        QCOMPARE(qint64{checked.error().limit.value_or(-1)}, qint64{row.limit});
    }
}

void TestValidation::validateValue_unset_isFineForEveryField() {
    for (const Field& field : modelCatalog().at("sample").fields) QVERIFY(validateValue(field, Value()).ok());
}

void TestValidation::validateValue_anyGeneratedValue_isFine() {
    const std::uint64_t seed = drawnSeed();
    qInfo("seed %llu", static_cast<unsigned long long>(seed));
    SeededRandom random(seed);

    for (int i = 0; i < 500; ++i) {
        const Record record = randomRecord(random, modelCatalog().at("sample"));
        QCOMPARE(told(validateRecord(record)), QByteArray("ok"));
    }
}

void TestValidation::validateRecord_sound_isFine() { QCOMPARE(told(validateRecord(soundRecord())), QByteArray("ok")); }

void TestValidation::validateRecord_requiredMissing_saysWhich() {
    Record record = soundRecord();
    record.set("title", {});

    QCOMPARE(told(validateRecord(record)), QByteArray("required title"));
}

void TestValidation::validateRecord_requiredOnlyBlank_isMissing() {
    Record record = soundRecord();
    record.set("title", std::string(" \xe3\x80\x80 "));

    QCOMPARE(told(validateRecord(record)), QByteArray("required title"));
}

void TestValidation::validateRecord_tooLargeAltogether_isRefused() {
    // Each part is within its limit: together they pass what a page has room for.
    Record record = soundRecord();
    Entries answers;
    for (int i = 0; i < 200; ++i) answers.push_back({"item" + std::to_string(i), repeated("a", 2'000)});
    record.set("answers", answers);

    const auto checked = validateRecord(record);

    QCOMPARE(told(checked), QByteArray("too_large"));
    QCOMPARE(qint64{*checked.error().limit}, qint64{limits::recordBytesMax});
    QCOMPARE(faultsOf(record).size(), std::size_t{1});
}

void TestValidation::faultsOf_twoFaults_tellsBoth() {
    Record record = soundRecord();
    record.set("title", {});
    record.set("score", std::int64_t{9});

    const std::vector<Error> faults = faultsOf(record);

    QCOMPARE(faults.size(), std::size_t{2});
    QVERIFY(faults[0].code == Code::required && faults[0].field == "title");
    QVERIFY(faults[1].code == Code::out_of_range && faults[1].field == "score");
    QVERIFY(faultsOf(soundRecord()).empty());
}

QTEST_APPLESS_MAIN(TestValidation)
#include "tst_validation.moc"
