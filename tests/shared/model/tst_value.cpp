#include <set>

#include "tests/shared/model/model_fixture.h"

using namespace zhixing;

class TestValue : public QObject {
    Q_OBJECT

private slots:
    void word_ofEveryKind_isItsOwn();
    void holds_unset_everyKindMay();
    void holds_alternative_onlyTheKindsOwn();
};

namespace {

constexpr int kinds = static_cast<int>(Kind::checklist) + 1;

}

void TestValue::word_ofEveryKind_isItsOwn() {
    std::set<std::string_view> words;
    for (int i = 0; i < kinds; ++i) words.insert(word(static_cast<Kind>(i)));

    QCOMPARE(static_cast<int>(words.size()), kinds);
    QCOMPARE(word(Kind::longText), std::string_view("long_text"));
    QCOMPARE(word(Kind::checklist), std::string_view("checklist"));
}

void TestValue::holds_unset_everyKindMay() {
    for (int i = 0; i < kinds; ++i) QVERIFY(holds(Value(), static_cast<Kind>(i)));

    QVERIFY(!isSet(Value()));
    QVERIFY(isSet(Value(false)));
    QVERIFY(isSet(Value(std::string())));
}

void TestValue::holds_alternative_onlyTheKindsOwn() {
    struct Row {
        Value value;
        std::set<Kind> admitting;
    };
    const std::vector<Row> rows = {
        {true, {Kind::boolean}},
        {std::int64_t{1},
         {Kind::integer, Kind::decimal, Kind::money, Kind::date, Kind::instant, Kind::counter, Kind::rating}},
        {std::string("a"), {Kind::text, Kind::longText, Kind::option}},
        {Id(), {Kind::reference}},
        {IdSet(), {Kind::references}},
        {TagSet(), {Kind::tags}},
        {Place(), {Kind::place}},
        {Entries(), {Kind::answers, Kind::checklist}},
    };

    for (const Row& row : rows) {
        for (int i = 0; i < kinds; ++i) {
            QCOMPARE(holds(row.value, static_cast<Kind>(i)), row.admitting.contains(static_cast<Kind>(i)));
        }
    }
}

QTEST_APPLESS_MAIN(TestValue)
#include "tst_value.moc"
