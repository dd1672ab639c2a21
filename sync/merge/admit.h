#pragma once

#include "shared/base/result.h"
#include "shared/model/access.h"
#include "shared/model/organisation.h"
#include "sync/wire/operation.h"

/// What an operation must satisfy by itself, whoever looks: the device for early feedback, the server for truth.
/// Everything is decided from the catalog and the organisation; merging comes after.
namespace zhixing::sync {

/// The complete record an `add` makes: fallbacks, the given values, place, and what is stamped for the author.
/// `home` is where the author belongs.
[[nodiscard]] Record newRecord(const Operation& add, const Id& author, const Id& home, Instant at);
[[nodiscard]] Result<void> admitAdd(const Actor& actor, const Organisation& organisation, const Operation& add,
                                    const Record& made);

/// Values, writers, states and steps of an edit against the record as it is now. Fields that already hold the new value pass.
[[nodiscard]] Result<void> admitEdit(const Actor& actor, const Organisation& organisation, const Operation& edit,
                                     const Record& current);

/// Puts the record where the edit, or the field that places its type, says.
void replace(Record& record, const Operation& edit);
/// Notes who took a workflow step and when, where the type keeps that. Returns the fields it wrote.
std::vector<std::uint16_t> stampStep(Record& record, const Id& person, Instant at);

}  // namespace zhixing::sync
