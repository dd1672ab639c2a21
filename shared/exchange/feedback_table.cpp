#include "shared/exchange/feedback_table.h"

#include <algorithm>

#include "shared/exchange/csv.h"
#include "shared/exchange/csv_text.h"
#include "shared/model/document.h"

namespace zhixing::exchange {
namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

const Entries& entriesOf(const Record& record, std::string_view field) {
    static const Entries none;
    const Value& value = record.value(field);
    return isSet(value) ? std::get<Entries>(value) : none;
}

bool isAnswers(const Field& field) { return field.kind == Kind::answers; }

/// Personal data without the person's consent is not given away, however it came into the record.
bool mayTell(const Record& feedback, const Field& field) {
    if (!field.isPersonal) return true;
    const Value& consent = feedback.value("consent");
    return isSet(consent) && std::get<bool>(consent);
}

}  // namespace

void FeedbackTable::add(const Record& questionnaire) {
    Edition edition;
    edition.title = questionnaire.string("title");
    edition.number = questionnaire.number("edition");
    const std::string_view named = questionnaire.string("series");
    const std::string series(named.empty() ? std::string_view(edition.title) : named);
    for (const Entry& question : entriesOf(questionnaire, "questions")) {
        edition.columns.emplace(question.key, columnFor(series, edition.number, question));
    }
    editions_.insert_or_assign(questionnaire.id, std::move(edition));
}

std::size_t FeedbackTable::columnFor(const std::string& series, std::int64_t edition, const Entry& question) {
    bool isReworded = false;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        if (columns_[i].series != series || columns_[i].key != question.key) continue;
        if (columns_[i].wording == question.value) return i;
        isReworded = true;
    }
    std::string name = series + '.' + question.key;
    if (isReworded) name += '@' + std::to_string(edition);
    name += ' ' + question.value;
    columns_.push_back({series, question.key, question.value, std::move(name)});
    return columns_.size() - 1;
}

Result<void> FeedbackTable::writeHeader(const RecordType& feedback) {
    std::string row(byteOrderMark);
    row += "id,place,version";
    for (const Field& field : feedback.fields) {
        if (isAnswers(field)) continue;
        row += ',';
        row += field.name;
    }
    row += ",questionnaire_title,edition";
    for (const Column& column : columns_) {
        row += ',';
        appendTextCell(row, column.name);
    }
    row += ",other_answers";
    return writeRow(std::move(row));
}

Result<void> FeedbackTable::write(const Record& feedback) {
    std::string row = feedback.id.text() + ',' + feedback.place.text() + ',' + std::to_string(feedback.version);
    for (std::size_t i = 0; i < feedback.type->fields.size(); ++i) {
        const Field& field = feedback.type->fields[i];
        if (isAnswers(field)) continue;
        row += ',';
        if (mayTell(feedback, field)) appendCell(row, field, feedback.fields[i]);
    }
    appendAnswers(row, feedback);
    return writeRow(std::move(row));
}

void FeedbackTable::appendAnswers(std::string& row, const Record& feedback) const {
    const auto asked = editions_.find(feedback.reference("questionnaire"));
    std::vector<std::string_view> cells(columns_.size());
    Entries others;
    for (const Entry& answer : entriesOf(feedback, "answers")) {
        const bool isKnown = asked != editions_.end() && asked->second.columns.contains(answer.key);
        if (isKnown) {
            cells[asked->second.columns.at(answer.key)] = answer.value;
        } else {
            others.push_back(answer);
        }
    }
    row += ',';
    if (asked != editions_.end()) {
        appendTextCell(row, asked->second.title);
        row += ',' + std::to_string(asked->second.number);
    } else {
        row += ',';
    }
    for (const std::string_view cell : cells) {
        row += ',';
        if (!cell.empty()) appendTextCell(row, cell);
    }
    row += ',';
    if (others.empty()) return;
    std::string json;
    appendJson(json, Kind::answers, Value(std::move(others)));
    appendTextCell(row, json);
}

Result<void> FeedbackTable::writeRow(std::string row) {
    row += "\r\n";
    out_->write(row.data(), static_cast<std::streamsize>(row.size()));
    if (!*out_) return Error{Code::io_failed, "the table cannot be written", {}, {}};
    return {};
}

}  // namespace zhixing::exchange
