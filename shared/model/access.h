#pragma once

#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/model/organisation.h"
#include "shared/model/record.h"

namespace zhixing {

/// Who is acting, as the server knows it: roles at the record's place, and the sums that policies set there.
struct Actor {
    Id person;
    std::vector<Role> roles;
    std::map<std::string_view, std::int64_t> sumsFen{};  ///< by the names that limits of the type's workflow give
};
/// The person as an actor at the place that decides about `record` (a node is judged at itself or, when new, at its parent).
[[nodiscard]] Actor actorFor(const Organisation& organisation, const Id& person, const Record& record);

/// May `actor` add `record` (its content with defaults filled in, as its author)? The author and recording time that the
/// server fills in are not held against it; set who decided and when after asking.
[[nodiscard]] Result<void> mayCreate(const Actor& actor, const Record& record);
/// May `actor` change these fields of `current`? Workflow steps are judged by `mayStep`, everything else by the
/// field's writers and states; a field may belong to the state before or after a step taken in the same edit.
[[nodiscard]] Result<void> mayEdit(const Actor& actor, const Record& current, std::span<const FieldValue> changes);
[[nodiscard]] Result<void> mayDelete(const Actor& actor, const Record& current);
/// Is `to` a legal step for `actor` from where `current` is? `bad_transition`, `forbidden`, `self_approval` or, with the
/// amount's field and the limit in fen, `second_approval` when not.
[[nodiscard]] Result<void> mayStep(const Actor& actor, const Record& current, std::string_view to);

/// What a sum asks of whoever takes a step.
struct StepSum {
    std::int64_t limitFen = 0;
    bool isPassed = false;     ///< the record's amount is above the limit
    bool mayTakeMore = false;  ///< the actor may take the step all the same
};
/// Nothing when the step has no limit, or nobody has set it.
[[nodiscard]] std::optional<StepSum> sumOfStep(const Actor& actor, const Record& current, std::string_view to);
/// May `actor` change the signatures in this field from `before` to `after`? Everybody puts down and takes back only
/// themselves, and nobody signs what they recorded.
[[nodiscard]] Result<void> maySign(const Actor& actor, const Record& record, const Field& field, const Value& before,
                                   const Value& after);
/// Whether `actor` is among `who` for this record (by role, as author, or as owner).
[[nodiscard]] bool isAmong(const Actor& actor, const Record& record, Writers who);

}  // namespace zhixing
