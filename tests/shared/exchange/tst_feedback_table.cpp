#include <QTest>
#include <algorithm>
#include <sstream>

#include "shared/catalog/catalog.h"
#include "shared/exchange/csv_text.h"
#include "shared/exchange/feedback_table.h"

using namespace zhixing;
using namespace zhixing::exchange;

namespace {

Record edition(std::int64_t number, const Entries& questions, const char* series = "satisfaction") {
    Record record =
        blankRecord(catalog().at("questionnaire"), Id::named(std::string(series) + std::to_string(number)), {});
    record.set("title", Value(std::string("How was it?")));
    record.set("series", Value(std::string(series)));
    record.set("edition", Value(number));
    record.set("questions", Value(questions));
    return record;
}

Record answered(const Record& questionnaire, const Entries& answers) {
    Record record =
        blankRecord(catalog().at("feedback"), Id::named(answers.empty() ? "none" : answers.front().value), {});
    record.set("questionnaire", Value(questionnaire.id));
    record.set("answers", Value(answers));
    return record;
}

using Rows = std::vector<std::vector<std::string>>;

Rows tableOf(const std::vector<Record>& editions, const std::vector<Record>& records) {
    std::stringstream text;
    FeedbackTable table(text);
    for (const Record& each : editions) table.add(each);
    if (!table.writeHeader(catalog().at("feedback")).ok()) return {};
    for (const Record& record : records) {
        if (!table.write(record).ok()) return {};
    }
    CsvRows rows(text);
    Rows read;
    std::vector<std::string> cells;
    for (;;) {
        const auto more = rows.next(cells);
        if (!more.ok() || !*more) return read;
        read.push_back(cells);
    }
}

/// The cell of a row under a column whose name begins so; "no such column" when there is none.
std::string cell(const Rows& rows, std::size_t row, std::string_view column) {
    for (std::size_t i = 0; i < rows.front().size(); ++i) {
        if (rows.front()[i].starts_with(column)) return rows[row][i];
    }
    return "no such column";
}

}  // namespace

/// The export is the union of all editions of a questionnaire, whatever they added, dropped, moved or reworded.
class TestFeedbackTable : public QObject {
    Q_OBJECT

private slots:
    void editions_thatAddAndDropQuestions_shareTheirColumns();
    void editions_thatMoveQuestions_keepEachAnswerUnderItsQuestion();
    void editions_thatReword_getAColumnOfTheirOwn();
    void editions_more_doNotRenameColumns();
    void series_withTheSameKeys_standApart();
    void answers_ofAnUnknownEdition_areKept();
    void answers_likeFormulas_areHarmless();
    void person_withoutConsent_isNotNamed();
    void row_hasAsManyCellsAsTheHeader();
};

void TestFeedbackTable::editions_thatAddAndDropQuestions_shareTheirColumns() {
    const Record first = edition(1, {{"q1", "Satisfied?"}, {"q2", "From where?"}});
    const Record second = edition(2, {{"q1", "Satisfied?"}, {"q3", "What next?"}});

    const Rows rows = tableOf({first, second}, {answered(first, {{"q1", "4"}, {"q2", "friends"}}),
                                                answered(second, {{"q1", "5"}, {"q3", "music|food"}})});

    QCOMPARE(rows.size(), std::size_t{3});
    QCOMPARE(cell(rows, 1, "satisfaction.q1"), std::string("4"));
    QCOMPARE(cell(rows, 1, "satisfaction.q2"), std::string("friends"));
    QCOMPARE(cell(rows, 1, "satisfaction.q3"), std::string());
    QCOMPARE(cell(rows, 1, "edition"), std::string("1"));
    QCOMPARE(cell(rows, 2, "satisfaction.q1"), std::string("5"));
    QCOMPARE(cell(rows, 2, "satisfaction.q2"), std::string());
    QCOMPARE(cell(rows, 2, "satisfaction.q3"), std::string("music|food"));
    QCOMPARE(cell(rows, 2, "edition"), std::string("2"));
}

void TestFeedbackTable::editions_thatMoveQuestions_keepEachAnswerUnderItsQuestion() {
    const Record first = edition(1, {{"q1", "Satisfied?"}, {"q2", "From where?"}});
    const Record second = edition(2, {{"q2", "From where?"}, {"q1", "Satisfied?"}});

    const Rows rows = tableOf({first, second}, {answered(second, {{"q2", "street"}, {"q1", "3"}})});

    QCOMPARE(cell(rows, 1, "satisfaction.q1"), std::string("3"));
    QCOMPARE(cell(rows, 1, "satisfaction.q2"), std::string("street"));
}

void TestFeedbackTable::editions_thatReword_getAColumnOfTheirOwn() {
    const Record first = edition(1, {{"q1", "Satisfied?"}});
    const Record second = edition(2, {{"q1", "How many came along?"}});

    const Rows rows = tableOf({first, second}, {answered(first, {{"q1", "4"}}), answered(second, {{"q1", "7"}})});

    QCOMPARE(cell(rows, 1, "satisfaction.q1 Satisfied?"), std::string("4"));
    QCOMPARE(cell(rows, 1, "satisfaction.q1@2"), std::string());
    QCOMPARE(cell(rows, 2, "satisfaction.q1 Satisfied?"), std::string());
    QCOMPARE(cell(rows, 2, "satisfaction.q1@2 How many came along?"), std::string("7"));
}

void TestFeedbackTable::editions_more_doNotRenameColumns() {
    const Record first = edition(1, {{"q1", "Satisfied?"}});
    const Record second = edition(2, {{"q1", "How many came along?"}});

    const Rows before = tableOf({first}, {});
    const Rows after = tableOf({first, second}, {});

    for (const std::string& name : before.front()) {
        const auto found = std::find(after.front().begin(), after.front().end(), name);
        QVERIFY2(found != after.front().end(), name.c_str());
    }
}

void TestFeedbackTable::series_withTheSameKeys_standApart() {
    const Record one = edition(1, {{"q1", "Satisfied?"}});
    const Record other = edition(1, {{"q1", "Satisfied?"}}, "parking");

    const Rows rows = tableOf({one, other}, {answered(other, {{"q1", "2"}})});

    QCOMPARE(cell(rows, 1, "satisfaction.q1"), std::string());
    QCOMPARE(cell(rows, 1, "parking.q1"), std::string("2"));
}

void TestFeedbackTable::answers_ofAnUnknownEdition_areKept() {
    const Record unknown = edition(9, {{"q1", "Satisfied?"}});

    const Rows rows = tableOf({edition(1, {{"q1", "Satisfied?"}})}, {answered(unknown, {{"q1", "5"}})});

    QCOMPARE(cell(rows, 1, "satisfaction.q1"), std::string());
    QCOMPARE(cell(rows, 1, "other_answers"), std::string(R"({"q1":"5"})"));
}

void TestFeedbackTable::answers_likeFormulas_areHarmless() {
    const Record first = edition(1, {{"q1", "Anything else?"}});

    const Rows rows = tableOf({first}, {answered(first, {{"q1", "=HYPERLINK(\"http://x\")"}})});

    QVERIFY(cell(rows, 1, "satisfaction.q1").starts_with("'="));
}

void TestFeedbackTable::person_withoutConsent_isNotNamed() {
    const Record first = edition(1, {{"q1", "Satisfied?"}});
    Record silent = answered(first, {{"q1", "4"}});
    silent.set("respondent_name", Value(std::string("Zhou")));
    silent.set("respondent_phone", Value(std::string("13800000000")));
    Record open = silent;
    open.set("consent", Value(true));

    const Rows rows = tableOf({first}, {silent, open});

    QCOMPARE(cell(rows, 1, "respondent_name"), std::string());
    QCOMPARE(cell(rows, 1, "respondent_phone"), std::string());
    QCOMPARE(cell(rows, 2, "respondent_name"), std::string("Zhou"));
}

void TestFeedbackTable::row_hasAsManyCellsAsTheHeader() {
    const Record first = edition(1, {{"q1", "Satisfied?"}, {"q2", "From where?"}});

    const Rows rows = tableOf({first}, {answered(first, {}), answered(edition(9, {}), {{"q1", "5"}})});

    QCOMPARE(rows.size(), std::size_t{3});
    for (const auto& row : rows) QCOMPARE(row.size(), rows.front().size());
}

QTEST_APPLESS_MAIN(TestFeedbackTable)
#include "tst_feedback_table.moc"
