#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/base/result.h"
#include "sync/replica/edit.h"
#include "sync/wire/settlement_line.h"

/// What a person decides about a conflict, as edits that are recorded as one group: they travel, are merged and make
/// versions like any others. Somebody else may decide the same conflict elsewhere at the same moment; then the laws decide
/// between the two values, and whichever loses becomes a conflict of its own.
namespace zhixing::sync {

struct Decision {
    Choice choice = Choice::kept;
    Value another{};       ///< for `another`
    std::string remark{};  ///< for `both`: both values in the person's words, the comment's text
    Id comment{};          ///< for `both`: the id it gets
};

/// A conflict record as this device holds it, and the record that it is about.
struct Dispute {
    Record conflict;
    const RecordType* type = nullptr;    ///< of the record that it is about
    Id record;                           ///< its id
    std::optional<std::size_t> field{};  ///< position of the contested field; nothing: the operation as a whole lost
    std::optional<Record> target{};      ///< as shown here; nothing when it is deleted, or not for this person any more
    bool isRemoval = false;              ///< what lost, as a whole, was a deletion
    std::optional<SettlementEntry> standing{};  ///< how it is settled at present
};
/// `bad_reference` for a conflict about what this catalog does not know. `target` is for the caller to fill in.
[[nodiscard]] Result<Dispute> readDispute(const Catalog& catalog, const Record& conflict);

/// A value of the contested field as the conflict keeps it: JSON, or nothing for not set.
[[nodiscard]] Result<Value> keptAside(const Dispute& dispute, std::string_view conflictField);

/// `bad_transition` when it is settled already, `not_found` when there is no record to put the value into,
/// `not_an_option` for a choice that means nothing here.
[[nodiscard]] Result<std::vector<Edit>> settling(const Catalog& catalog, const Dispute& dispute,
                                                 const Decision& decision);
/// Puts back what was there before and opens the conflict again. A comment that was added is taken away only if
/// `mayTakeBackComment`; what somebody else said stays.
[[nodiscard]] Result<std::vector<Edit>> reopening(const Catalog& catalog, const Dispute& dispute,
                                                  bool mayTakeBackComment);

}  // namespace zhixing::sync
