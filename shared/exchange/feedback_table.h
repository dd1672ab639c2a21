#pragma once

#include <ostream>
#include <string>
#include <unordered_map>
#include <vector>

#include "shared/base/result.h"
#include "shared/model/record.h"

/// Feedback as a table for spreadsheet programs, with a column for every question that any edition of any questionnaire
/// ever asked. A cell is found by what was asked, never by its position: editions may add, drop, move and reword
/// questions, and every answer still stands under the words it was given to.
namespace zhixing::exchange {

/// First all editions, then the header, then one row per feedback. The stream outlives it.
///
/// A row has `id`, `place`, `version`, the fields of feedback by their catalog names, `questionnaire_title` and
/// `edition`, then the questions. A question's column is called `<series>.<key> <wording>`; where an edition gives the
/// key other words, it gets a column of its own, `<series>.<key>@<edition> <wording>`. Names of columns that exist do
/// not change when further editions come. Several choices have `|` between. Answers whose edition is not known stand in
/// `other_answers`, as JSON. Name and phone stand there only with consent.
class FeedbackTable {
public:
    explicit FeedbackTable(std::ostream& out) : out_(&out) {}

    /// An edition of a questionnaire. Editions of one series are given in their order.
    void add(const Record& questionnaire);
    [[nodiscard]] Result<void> writeHeader(const RecordType& feedback);
    [[nodiscard]] Result<void> write(const Record& feedback);

private:
    struct Column {
        std::string series;
        std::string key;
        std::string wording;
        std::string name;
    };
    struct Edition {
        std::string title;
        std::int64_t number = 0;
        std::unordered_map<std::string, std::size_t> columns;  ///< by question key
    };
    [[nodiscard]] std::size_t columnFor(const std::string& series, std::int64_t edition, const Entry& question);
    void appendAnswers(std::string& row, const Record& feedback) const;
    [[nodiscard]] Result<void> writeRow(std::string row);

    std::ostream* out_;
    std::vector<Column> columns_;
    std::unordered_map<Id, Edition> editions_;
};

}  // namespace zhixing::exchange
