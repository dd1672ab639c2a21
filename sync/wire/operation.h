#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/base/error.h"
#include "shared/base/time.h"
#include "shared/model/record.h"

namespace zhixing::sync {

/// Numbers a device's operations: 1, 2, 3 … without gaps.
using Counter = std::int64_t;
/// Numbers the commits of an organisation: each changed record takes the next, in commit order, without gaps.
using Seq = std::int64_t;

enum class Verb : std::uint8_t { add, edit, remove, revive };

/// One field of an edit: what it becomes and what the person saw before.
struct FieldChange {
    std::uint16_t field = 0;  ///< position in RecordType::fields
    Value value;
    Value base;
    friend bool operator==(const FieldChange&, const FieldChange&) = default;
};

/// What a person did to one record, as it will be sent; immutable once recorded.
struct Operation {
    Counter counter = 0;
    Verb verb = Verb::edit;
    const RecordType* type = nullptr;
    Id record;
    Version base = 0;         ///< the record's version that the person saw; 0 when adding
    Instant at;               ///< device time corrected by the measured offset
    std::optional<Id> place;  ///< adding: where it belongs; editing: where it moves
    std::optional<Audience> audience;
    std::vector<FieldChange> changes;  ///< bases are unset when adding
    bool more = false;                 ///< the next operation belongs to the same all-or-nothing group
    friend bool operator==(const Operation&, const Operation&) = default;
};

enum class Verdict : std::uint8_t {
    applied,    ///< taken as it was said
    merged,     ///< taken together with somebody else's change
    conflict,   ///< something was not taken; the losing values are kept in conflict records
    rejected,   ///< not taken at all; `error` says why
    duplicate,  ///< was decided before and its outcome is no longer kept
};
[[nodiscard]] std::string_view word(Verdict verdict);

/// The authority's answer to one operation.
struct Outcome {
    Counter counter = 0;
    Verdict verdict = Verdict::applied;
    Version version = 0;         ///< the record's version after the decision
    Seq seq = 0;                 ///< the device may forget the operation once its cursor has reached this
    std::vector<Id> conflicts;   ///< conflict records made
    std::optional<Error> error;  ///< for `rejected`
    friend bool operator==(const Outcome&, const Outcome&) = default;
};

}  // namespace zhixing::sync
