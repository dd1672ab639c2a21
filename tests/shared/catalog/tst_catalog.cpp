#include <QtTest>

#include <algorithm>
#include <set>

#include "shared/base/limits.h"
#include "shared/catalog/catalog.h"
#include "shared/model/validation.h"

using namespace zhixing;

Q_DECLARE_METATYPE(const RecordType*)

namespace {

using Words = std::vector<std::string_view>;

/// Names that mean something else on a record's line or in the device's tables.
const std::set<std::string_view> reservedNames = {"type",    "id",   "place",      "audience",
                                                  "version", "gone", "is_pending", "row_sum"};

bool isSnakeCase(std::string_view word) {
    const auto isAllowed = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
    return !word.empty() && word.front() >= 'a' && word.front() <= 'z' && word.back() != '_' &&
           std::all_of(word.begin(), word.end(), isAllowed) && word.find("__") == std::string_view::npos;
}

const Field* fieldOf(const RecordType& type, std::string_view name) {
    const auto position = type.find(name);
    return position ? &type.fields[*position] : nullptr;
}

bool hasField(const RecordType& type, std::string_view name, Kind kind) {
    const Field* field = fieldOf(type, name);
    return field != nullptr && field->kind == kind;
}

bool hasServersField(const RecordType& type, std::string_view name, Kind kind) {
    return hasField(type, name, kind) && fieldOf(type, name)->writers.none();
}

bool hasReference(const RecordType& type, std::string_view name, std::string_view target) {
    return hasField(type, name, Kind::reference) && fieldOf(type, name)->target == target;
}

bool contains(const Words& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// The states that the transitions lead to from the first one.
std::set<std::string_view> reachableStates(const Workflow& workflow, std::string_view start) {
    std::set<std::string_view> states{start};
    for (std::size_t before = 0; before != states.size();) {
        before = states.size();
        for (const Transition& step : workflow.transitions) {
            if (states.contains(step.from)) states.insert(step.to);
        }
    }
    return states;
}

Words requiredOf(std::string_view type) {
    Words names;
    for (const Field& field : catalog().at(type).fields) {
        if (field.isRequired) names.push_back(field.name);
    }
    return names;
}

}  // namespace

/// What must hold for every record type, whatever it is about.
class TestCatalog : public QObject {
    Q_OBJECT

private slots:
    void types_all_areThere();
    void types_numbersAndNames_areUnique();
    void types_required_isWhatProgramsRelyOn();

    void fields_numbersAndNames_areUnique_data() { eachType(); }
    void fields_numbersAndNames_areUnique();
    void fields_names_areSnakeCaseAndFree_data() { eachType(); }
    void fields_names_areSnakeCaseAndFree();
    void fields_limits_areSane_data() { eachType(); }
    void fields_limits_areSane();
    void fields_options_areDistinctWords_data() { eachType(); }
    void fields_options_areDistinctWords();
    void fields_references_nameTypes_data() { eachType(); }
    void fields_references_nameTypes();
    void fields_fallbacks_areValid_data() { eachType(); }
    void fields_fallbacks_areValid();
    void fields_merging_suitsTheKind_data() { eachType(); }
    void fields_merging_suitsTheKind();

    void type_specialFields_areOfTheRightKind_data() { eachType(); }
    void type_specialFields_areOfTheRightKind();
    void type_workflow_isSound_data() { eachType(); }
    void type_workflow_isSound();
    void type_uniqueKeys_areMarkedByTheServer_data() { eachType(); }
    void type_uniqueKeys_areMarkedByTheServer();
    void type_indices_nameFields_data() { eachType(); }
    void type_indices_nameFields();
    void type_longestTexts_fitIntoARecord_data() { eachType(); }
    void type_longestTexts_fitIntoARecord();

private:
    static void eachType() {
        QTest::addColumn<const RecordType*>("type");
        for (const RecordType& each : catalog().types()) QTest::newRow(std::string(each.name).c_str()) << &each;
    }
};

void TestCatalog::types_all_areThere() {
    const Words expected = {
        "node",        "person",        "grant",         "partner",       "calendar_day",           // organisation
        "campaign",    "objective",     "kpi",           "kpi_reading",   "strategy",               // plan
        "task",        "checklist",     "material",      "material_move", "booking",                //
        "research",    "persona",       "competitor",                                               //
        "budget_line", "allowance",     "budget_change", "spend",                                   // money
        "feedback",    "questionnaire", "incident",      "attendance",    "daily_report", "photo",  // field
        "policy",      "alert",         "risk",          "review",        "decision",     "conflict",
        "comment",              // control
        "template",    "case",  // library
    };

    Words actual;
    for (const RecordType& type : catalog().types()) actual.push_back(type.name);

    QCOMPARE(actual, expected);
}

void TestCatalog::types_numbersAndNames_areUnique() {
    std::set<std::uint16_t> numbers;
    std::set<std::string_view> names;
    for (const RecordType& type : catalog().types()) {
        QVERIFY2(type.id > 0 && numbers.insert(type.id).second, type.name.data());
        QVERIFY2(isSnakeCase(type.name) && names.insert(type.name).second, type.name.data());
    }
}

void TestCatalog::types_required_isWhatProgramsRelyOn() {
    QCOMPARE(requiredOf("campaign"), (Words{"name"}));
    QCOMPARE(requiredOf("task"), (Words{"campaign", "title"}));
    QCOMPARE(requiredOf("spend"), (Words{"budget_line", "amount"}));
    QCOMPARE(requiredOf("budget_line"), Words{});
    QCOMPARE(requiredOf("feedback"), Words{});
    QCOMPARE(requiredOf("daily_report"), Words{});
    QCOMPARE(fieldOf(catalog().at("task"), "status")->options,
             (Words{"not_started", "in_progress", "done", "cancelled"}));
}

void TestCatalog::fields_numbersAndNames_areUnique() {
    QFETCH(const RecordType*, type);
    std::set<std::string_view> names;
    std::uint16_t previous = 0;

    for (const Field& field : type->fields) {
        QVERIFY2(field.id > previous, field.name.data());
        QVERIFY2(names.insert(field.name).second, field.name.data());
        previous = field.id;
    }
    QVERIFY(!names.empty());
}

void TestCatalog::fields_names_areSnakeCaseAndFree() {
    QFETCH(const RecordType*, type);

    for (const Field& field : type->fields) {
        QVERIFY2(isSnakeCase(field.name), field.name.data());
        QVERIFY2(!reservedNames.contains(field.name), field.name.data());
        QVERIFY2(!field.name.starts_with("zx_"), field.name.data());
    }
}

void TestCatalog::fields_limits_areSane() {
    QFETCH(const RecordType*, type);

    for (const Field& field : type->fields) {
        const char* name = field.name.data();
        switch (field.kind) {
            case Kind::text:
                QVERIFY2(field.least == 0 && field.most >= 3 && field.most <= 500, name);
                break;
            case Kind::longText:
                QVERIFY2(field.least == 0 && field.most >= 500, name);
                QVERIFY2(field.most <= std::int64_t{limits::stringBytesMax}, name);
                break;
            case Kind::references:
            case Kind::tags:
            case Kind::answers:
            case Kind::checklist:
                QVERIFY2(field.least == 0 && field.most >= 1 && field.most <= 200, name);
                break;
            case Kind::money:
                QVERIFY2(field.most == limits::moneyFenMax && (field.least == 0 || field.least == -field.most), name);
                break;
            case Kind::rating:
                QVERIFY2(field.least == 1 && field.most == 5, name);
                break;
            case Kind::integer:
                QVERIFY2(field.least < field.most && field.most <= 1'000'000'000, name);
                break;
            case Kind::decimal:
            case Kind::date:
            case Kind::instant:
            case Kind::counter:
                QVERIFY2(field.least < field.most && field.most <= limits::integerMax, name);
                break;
            case Kind::option:
            case Kind::boolean:
            case Kind::reference:
            case Kind::place:
                break;
        }
    }
}

void TestCatalog::fields_options_areDistinctWords() {
    QFETCH(const RecordType*, type);

    for (const Field& field : type->fields) {
        QCOMPARE(!field.options.empty(), field.kind == Kind::option);
        std::set<std::string_view> words;
        for (const std::string_view word : field.options) {
            QVERIFY2(isSnakeCase(word), word.data());
            QVERIFY2(words.insert(word).second, word.data());
        }
        QVERIFY2(field.options.empty() || words.size() >= 2, field.name.data());
    }
}

void TestCatalog::fields_references_nameTypes() {
    QFETCH(const RecordType*, type);

    for (const Field& field : type->fields) {
        const bool refers = field.kind == Kind::reference || field.kind == Kind::references;
        QCOMPARE(!field.target.empty(), refers);
        QVERIFY2(!refers || catalog().find(field.target) != nullptr, field.name.data());
    }
}

void TestCatalog::fields_fallbacks_areValid() {
    QFETCH(const RecordType*, type);

    for (const Field& field : type->fields) {
        QVERIFY2(validateValue(field, field.fallback).ok(), field.name.data());
        QVERIFY2(!field.isRequired || !isSet(field.fallback), field.name.data());
    }
}

void TestCatalog::fields_merging_suitsTheKind() {
    QFETCH(const RecordType*, type);

    for (const Field& field : type->fields) {
        const char* name = field.name.data();
        const bool isSetKind = field.kind == Kind::references || field.kind == Kind::tags;
        const bool isText = field.kind == Kind::text || field.kind == Kind::longText;
        QVERIFY2(field.kind != Kind::money || field.merge == Merge::review, name);
        QCOMPARE(field.merge == Merge::counter, field.kind == Kind::counter);
        QCOMPARE(field.merge == Merge::set, isSetKind);
        QVERIFY2(field.merge != Merge::append || isText, name);
        QVERIFY2(field.merge != Merge::text || isText, name);
        const bool isState = type->workflow && type->workflow->field == field.name;
        QCOMPARE(field.merge == Merge::workflow, isState);
    }
}

void TestCatalog::type_specialFields_areOfTheRightKind() {
    QFETCH(const RecordType*, type);

    QVERIFY(type->author.empty() || hasServersField(*type, type->author, Kind::reference));
    QVERIFY(type->author.empty() || hasReference(*type, type->author, "person"));
    QVERIFY(type->recordedAt.empty() || hasServersField(*type, type->recordedAt, Kind::instant));
    QVERIFY(type->owner.empty() || hasReference(*type, type->owner, "person"));
    QVERIFY(type->placedBy.empty() || type->placedBy == "id" || hasReference(*type, type->placedBy, "node"));
    for (const Field& field : type->fields) {
        QVERIFY2(!field.writers.admitsAuthor() || !type->author.empty(), field.name.data());
        QVERIFY2(!field.writers.admitsOwner() || !type->owner.empty(), field.name.data());
    }
}

void TestCatalog::type_workflow_isSound() {
    QFETCH(const RecordType*, type);
    for (const Field& field : type->fields) QVERIFY2(field.states.empty() || type->workflow, field.name.data());
    if (!type->workflow) return;
    const Workflow& workflow = *type->workflow;

    const Field* state = fieldOf(*type, workflow.field);
    QVERIFY(state != nullptr && state->kind == Kind::option && isSet(state->fallback));

    std::set<std::pair<std::string_view, std::string_view>> steps;
    for (const Transition& step : workflow.transitions) {
        QVERIFY2(contains(state->options, step.from) && contains(state->options, step.to), step.to.data());
        QVERIFY2(step.from != step.to && !step.who.none(), step.to.data());
        QVERIFY2(steps.emplace(step.from, step.to).second, step.to.data());
        QVERIFY2(!step.notByAuthor || !type->author.empty(), step.to.data());
        QVERIFY2(!step.who.admitsAuthor() || !type->author.empty(), step.to.data());
        if (step.limit) {
            const Field* amount = fieldOf(*type, step.limit->amount);
            QVERIFY2(amount != nullptr && amount->kind == Kind::money && amount->isRequired, step.to.data());
            // Whoever takes the step sees the sum as it is: only somebody else may change it.
            QVERIFY2(step.notByAuthor && amount->writers == writers::author, step.to.data());
            QVERIFY2(!step.limit->policy.empty() && !step.limit->beyond.none(), step.to.data());
        }
        QVERIFY2(!step.who.admitsOwner() || !type->owner.empty(), step.to.data());
    }
    QCOMPARE(reachableStates(workflow, state->options.front()).size(), state->options.size());

    for (const Field& field : type->fields) {
        for (const std::string_view each : field.states) QVERIFY2(contains(state->options, each), field.name.data());
    }
    QCOMPARE(workflow.decidedBy.empty(), workflow.decidedAt.empty());
    QVERIFY(workflow.decidedBy.empty() || hasServersField(*type, workflow.decidedBy, Kind::reference));
    QVERIFY(workflow.decidedAt.empty() || hasServersField(*type, workflow.decidedAt, Kind::instant));
}

void TestCatalog::type_uniqueKeys_areMarkedByTheServer() {
    QFETCH(const RecordType*, type);

    for (const UniqueKey& key : type->uniqueKeys) {
        QVERIFY(!key.fields.empty());
        for (const std::string_view name : key.fields) QVERIFY2(fieldOf(*type, name) != nullptr, name.data());
        QVERIFY2(hasServersField(*type, key.mark, Kind::boolean), key.mark.data());
    }
}

void TestCatalog::type_indices_nameFields() {
    QFETCH(const RecordType*, type);

    for (const auto& index : type->indices) {
        QVERIFY(!index.empty());
        for (const std::string_view name : index) {
            // Every record has a place, which is no field.
            QVERIFY2(name == "place" || fieldOf(*type, name) != nullptr, name.data());
        }
    }
}

void TestCatalog::type_longestTexts_fitIntoARecord() {
    QFETCH(const RecordType*, type);
    constexpr std::int64_t bytesOfAChineseCharacter = 3;

    std::int64_t characters = 0;
    for (const Field& field : type->fields) {
        // The values of a conflict come from one field of another record, which had its own limit in bytes.
        const bool isText = field.kind == Kind::text || field.kind == Kind::longText;
        if (isText && type->name != "conflict") characters += field.most;
    }

    QVERIFY(characters * bytesOfAChineseCharacter < std::int64_t{limits::recordBytesMax});
}

QTEST_APPLESS_MAIN(TestCatalog)
#include "tst_catalog.moc"
