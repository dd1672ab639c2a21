#pragma once

#include <utility>

#include "sync/replica/store.h"

namespace zhixing::sync {

/// A store transaction that rolls back unless told to commit.
class Transaction {
public:
    [[nodiscard]] static Result<Transaction> begin(ReplicaStore& store, ReplicaStore::Durability durability) {
        ZX_TRY(store.begin(durability));
        return Transaction(store);
    }
    Transaction(Transaction&& other) noexcept : store_(std::exchange(other.store_, nullptr)) {}
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction() {
        if (store_ != nullptr) store_->rollback();
    }
    [[nodiscard]] Result<void> commit() {
        auto committed = store_->commit();
        if (committed.ok()) store_ = nullptr;
        return committed;
    }

private:
    explicit Transaction(ReplicaStore& store) : store_(&store) {}
    ReplicaStore* store_;
};

}  // namespace zhixing::sync
