#pragma once

#include <set>
#include <vector>

#include "sync/replica/store.h"

/// Which refused operations belong together. An operation may have been refused only for the sake of another: because they
/// were one group, or because it changes, or refers to, a record whose add was refused.
namespace zhixing::sync {

/// Whether the operation changes one of these records or refers to one.
[[nodiscard]] bool buildsOn(const Operation& operation, const std::set<Id>& records);

struct Family {
    std::vector<TrayItem> members;  ///< the one asked for among them, by counter
    bool isGroup = false;           ///< they were one group; else the others depend on the one asked for
};

/// What is to be sent again together with the tray's item of this counter. Empty when there is none.
[[nodiscard]] Family familyOf(const std::vector<TrayItem>& tray, Counter counter);

}  // namespace zhixing::sync
