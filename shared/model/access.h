#pragma once

#include <span>
#include <vector>

#include "shared/base/result.h"
#include "shared/model/organisation.h"
#include "shared/model/record.h"

namespace zhixing {

/// Who is acting, as the server knows it: roles at the record's place.
struct Actor {
    Id person;
    std::vector<Role> roles;
};

/// May `actor` add `record` (its content with defaults filled in, as its author)? The author and recording time that the
/// server fills in are not held against it; set who decided and when after asking.
[[nodiscard]] Result<void> mayCreate(const Actor& actor, const Record& record);
/// May `actor` change these fields of `current`? Workflow steps are judged by `mayStep`, everything else by the
/// field's writers and states; a field may belong to the state before or after a step taken in the same edit.
[[nodiscard]] Result<void> mayEdit(const Actor& actor, const Record& current, std::span<const FieldValue> changes);
[[nodiscard]] Result<void> mayDelete(const Actor& actor, const Record& current);
/// Is `to` a legal step for `actor` from where `current` is? `bad_transition`, `forbidden` or `self_approval` when not.
[[nodiscard]] Result<void> mayStep(const Actor& actor, const Record& current, std::string_view to);
/// Whether `actor` is among `who` for this record (by role, as author, or as owner).
[[nodiscard]] bool isAmong(const Actor& actor, const Record& record, Writers who);

}  // namespace zhixing
