#pragma once

#include <array>

#include <QString>

#include "shared/base/time.h"

/// Words of the day on site: incidents, feedback, duty.
namespace zhixing::client::words {

inline constexpr std::array<const char*, 7> incidentKinds = {"crowd",   "equipment", "complaint", "safety",
                                                             "weather", "supply",    "other"};
inline constexpr std::array<const char*, 3> severities = {"low", "medium", "high"};

[[nodiscard]] QString incidentKind(const QString& word);
[[nodiscard]] QString severity(const QString& word);
/// The light that goes with it.
[[nodiscard]] QString severityLight(const QString& word);
[[nodiscard]] QString incidentState(const QString& word);
/// What pressing the button does that leads to `word`.
[[nodiscard]] QString incidentStep(const QString& word);
[[nodiscard]] QString feedbackState(const QString& word);

/// `08:00`.
[[nodiscard]] QString clock(Instant instant);
/// When a reply is due, seen from now: `reply due today 18:00`, `reply 2 days late`.
[[nodiscard]] QString replyDue(Instant due, Instant now);

}  // namespace zhixing::client::words
