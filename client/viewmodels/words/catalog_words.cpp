#include <algorithm>
#include <array>
#include <span>
#include <string>

#include <QCoreApplication>

#include "client/viewmodels/words/name_tables.h"
#include "client/viewmodels/words/words.h"

/// What types, fields and choices are called. One line each, by the catalog's own word; `type.word` where one type calls it
/// otherwise than the rest. A test reads the whole catalog and fails when a line is missing, in either language.
namespace zhixing::client::words {
namespace {

// clang-format off
constexpr auto types = std::to_array<Name>({
    {"alert", QT_TRANSLATE_NOOP("Types", "Alert")},
    {"allowance", QT_TRANSLATE_NOOP("Types", "Allowance")},
    {"attendance", QT_TRANSLATE_NOOP("Types", "Attendance")},
    {"booking", QT_TRANSLATE_NOOP("Types", "Booking")},
    {"budget_change", QT_TRANSLATE_NOOP("Types", "Budget change")},
    {"budget_line", QT_TRANSLATE_NOOP("Types", "Budget line")},
    {"calendar_day", QT_TRANSLATE_NOOP("Types", "Calendar day")},
    {"campaign", QT_TRANSLATE_NOOP("Types", "Campaign")},
    {"case", QT_TRANSLATE_NOOP("Types", "Case")},
    {"checklist", QT_TRANSLATE_NOOP("Types", "Checklist")},
    {"comment", QT_TRANSLATE_NOOP("Types", "Comment")},
    {"competitor", QT_TRANSLATE_NOOP("Types", "Competitor")},
    {"conflict", QT_TRANSLATE_NOOP("Types", "Conflict")},
    {"daily_report", QT_TRANSLATE_NOOP("Types", "Daily report")},
    {"decision", QT_TRANSLATE_NOOP("Types", "Decision")},
    {"feedback", QT_TRANSLATE_NOOP("Types", "Feedback")},
    {"grant", QT_TRANSLATE_NOOP("Types", "Permission")},
    {"incident", QT_TRANSLATE_NOOP("Types", "Incident")},
    {"kpi", QT_TRANSLATE_NOOP("Types", "KPI")},
    {"kpi_reading", QT_TRANSLATE_NOOP("Types", "KPI reading")},
    {"material", QT_TRANSLATE_NOOP("Types", "Material")},
    {"material_move", QT_TRANSLATE_NOOP("Types", "Material movement")},
    {"node", QT_TRANSLATE_NOOP("Types", "Place in the organisation")},
    {"objective", QT_TRANSLATE_NOOP("Types", "Objective")},
    {"partner", QT_TRANSLATE_NOOP("Types", "Partner")},
    {"person", QT_TRANSLATE_NOOP("Types", "Person")},
    {"persona", QT_TRANSLATE_NOOP("Types", "Customer profile")},
    {"photo", QT_TRANSLATE_NOOP("Types", "Photo")},
    {"policy", QT_TRANSLATE_NOOP("Types", "Rule setting")},
    {"questionnaire", QT_TRANSLATE_NOOP("Types", "Questionnaire")},
    {"research", QT_TRANSLATE_NOOP("Types", "Research")},
    {"review", QT_TRANSLATE_NOOP("Types", "Review")},
    {"risk", QT_TRANSLATE_NOOP("Types", "Risk")},
    {"spend", QT_TRANSLATE_NOOP("Types", "Spend")},
    {"strategy", QT_TRANSLATE_NOOP("Types", "Strategy")},
    {"task", QT_TRANSLATE_NOOP("Types", "Task")},
    {"template", QT_TRANSLATE_NOOP("Types", "Template")},
});

// clang-format on

const char* find(std::span<const Name> table, std::string_view word) {
    const auto found = std::ranges::lower_bound(table, word, {}, &Name::word);
    return found != table.end() && found->word == word ? found->text : nullptr;
}

QString named(std::span<const Name> table, const char* context, std::string_view type, std::string_view word) {
    const char* text = find(table, std::string(type) + '.' + std::string(word));
    if (text == nullptr) text = find(table, word);
    return text == nullptr ? QString() : QCoreApplication::translate(context, text);
}

}  // namespace

QString recordType(std::string_view name) {
    const QString known = named(types, "Types", {}, name);
    return known.isEmpty() ? QCoreApplication::translate("Types", "Record") : known;
}

QString field(std::string_view name) { return field({}, name); }

QString field(std::string_view type, std::string_view name) {
    const QString known = named(fieldNames(), "Fields", type, name);
    return known.isEmpty() ? QCoreApplication::translate("Fields", "Other details") : known;
}

QString option(std::string_view type, std::string_view word) {
    const QString known = named(optionNames(), "Options", type, word);
    return known.isEmpty() ? QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size())) : known;
}

QString option(std::string_view type, const QString& word, std::string_view unset) {
    const std::string set = word.toStdString();
    return option(type, set.empty() ? unset : std::string_view(set));
}

}  // namespace zhixing::client::words
