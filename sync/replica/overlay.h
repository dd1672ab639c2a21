#pragma once

#include <optional>
#include <span>

#include "sync/replica/store.h"

/// The visible state: the server's record with a device's own unsettled operations on top (LAWS.md, 14).
namespace zhixing::sync {

/// `server` is null when the server does not have the record (yet, or any more, or not for this device). Nothing when there is
/// nothing to show. `author` and `home` complete a record that was added here, as the server will.
[[nodiscard]] std::optional<Record> overlay(const Record* server, std::span<const PendingOperation> pending,
                                            const Id& author, const Id& home);

}  // namespace zhixing::sync
