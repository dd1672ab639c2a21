#pragma once

#include <memory>

#include "sync/authority/store.h"
#include "sync/replica/store.h"

/// Stores that fail at a chosen call, as if the process had died there: whoever gets the error drops everything and opens the
/// file again. Made for exhausting the points at which a step can be interrupted.
namespace zhixing::test {

/// Counts calls down to the one that fails. After it, every call fails: a dead process does nothing more.
class CrashPlan {
public:
    /// The `calls`-th call from now fails.
    void arm(int calls) { left_ = calls; }
    void disarm() { left_ = -1; }
    [[nodiscard]] bool isDead() const { return left_ == 0; }
    [[nodiscard]] Result<void> call() {
        if (left_ > 0) --left_;
        if (left_ == 0) return Error{Code::io_failed, "crashed here on purpose", {}, {}};
        return {};
    }

private:
    int left_ = -1;
};

[[nodiscard]] std::unique_ptr<sync::ReplicaStore> crashing(sync::ReplicaStore& store, CrashPlan& plan);
[[nodiscard]] std::unique_ptr<sync::AuthorityStore> crashing(sync::AuthorityStore& store, CrashPlan& plan);

}  // namespace zhixing::test
