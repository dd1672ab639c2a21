#pragma once

#include <string_view>

#include <QString>

#include "shared/base/error.h"
#include "shared/base/money.h"
#include "shared/base/result.h"
#include "shared/base/time.h"
#include "shared/model/record.h"

/// The sentences and words people read, made from codes, dates and amounts in the language of the moment.
namespace zhixing::client::words {

[[nodiscard]] QString yuan(std::int64_t fen);
/// A sum or a budget, for reading: in yuan, or where the person asked for it in units of ten thousand (`4.6万`, rounded half away
/// from zero to two places). What somebody types, decides on or must find on a receipt is always yuan().
[[nodiscard]] QString sum(std::int64_t fen);
/// In which of the two; Settings says so, for the whole program, as with the language.
void showSumsInWan(bool inWan);
/// `10月16日`, with the year when it is not this one.
[[nodiscard]] QString day(Date date, Date today);
/// `今天`, `明天`, `昨天`, else day().
[[nodiscard]] QString nearDay(Date date, Date today);
/// `312 B`, `1.4 KB`.
[[nodiscard]] QString bytes(qint64 count);
[[nodiscard]] QString isoDay(Date date);
[[nodiscard]] QString weekday(Date date);
/// `10:32` today, else with the day.
[[nodiscard]] QString moment(Instant instant, Date today);
/// `10:32:15`.
[[nodiscard]] QString secondOf(Instant instant);
/// When something is due, seen from today: `今天 18:00 前`, `逾期 3 天`.
[[nodiscard]] QString due(Date date, const QString& time, Date today, bool isOpen);

[[nodiscard]] QString taskStatus(const QString& word);
/// What pressing the button does that leads to `word`.
[[nodiscard]] QString taskStep(const QString& word);
[[nodiscard]] QString spendState(const QString& word);
[[nodiscard]] QString campaignState(const QString& word);
[[nodiscard]] QString costCategory(const QString& word);
/// What a budget line is called: its category and its item, once when they are the same.
[[nodiscard]] QString lineName(const QString& category, const QString& item);
[[nodiscard]] QString feedbackKind(const QString& word);
[[nodiscard]] QString role(const QString& word);
[[nodiscard]] QString recordType(std::string_view name);
/// A field's name for people; where only the field's own name is known, what most types mean by it.
[[nodiscard]] QString field(std::string_view name);
[[nodiscard]] QString field(std::string_view type, std::string_view name);
/// What a choice is called: a state, a kind, a role.
[[nodiscard]] QString option(std::string_view type, std::string_view word);
/// The same for one that may not be set, which counts as `unset`.
[[nodiscard]] QString option(std::string_view type, const QString& word, std::string_view unset);
/// A field's value, short enough for a list.
[[nodiscard]] QString value(const Field& field, const Value& value, Date today);

/// The other way round: what somebody typed as a field's value. `malformed` or `out_of_range` when it is none.
[[nodiscard]] Result<Value> typed(const Field& field, const QString& text);
/// A decimal, six places at most, without trailing zeros: `200`, `92.5`.
[[nodiscard]] QString decimal(std::int64_t millionths);

/// What happened, that the data are safe, and what to do.
[[nodiscard]] QString failure(const Error& error);
/// Why headquarters did not take an edit.
[[nodiscard]] QString refusal(const Error& error);

}  // namespace zhixing::client::words
