#include "client/store/draft_store.h"

#include "shared/base/limits.h"

namespace zhixing::client {
namespace {

DraftStore::Draft readDraft(const SQLite::Statement& statement) {
    return {statement.getColumn(0).getString(), statement.getColumn(1).getString(),
            Instant{statement.getColumn(2).getInt64()}};
}

}  // namespace

Result<void> DraftStore::save(const Draft& draft) {
    if (draft.key.size() + draft.body.size() > limits::recordBytesMax) {
        return Error{Code::too_large, "the draft is too large", {}, limits::recordBytesMax};
    }
    // A draft is a convenience that follows the typing: it should survive the app being killed, not cost an fsync a key.
    ZX_TRY(database_->setDurability(sqlite::Durability::atomic));
    ZX_ASSIGN(auto transaction, sqlite::Transaction::begin(*database_));
    ZX_ASSIGN(const std::int64_t others, sqlite::guarded([&] {
                  sqlite::Use counted(database_->prepared("SELECT count(*) FROM zx_draft WHERE key <> ?1"));
                  counted->bindNoCopy(1, draft.key);
                  counted->executeStep();
                  return counted->getColumn(0).getInt64();
              }));
    if (others >= draftsMax) return Error{Code::too_many, "too many drafts are kept", {}, draftsMax};
    ZX_TRY(sqlite::guarded([&] {
        sqlite::Use saved(
            database_->prepared("INSERT OR REPLACE INTO zx_draft(key, body, saved_at) VALUES(?1, ?2, ?3)"));
        saved->bindNoCopy(1, draft.key);
        saved->bindNoCopy(2, draft.body);
        saved->bind(3, draft.savedAt.ms);
        saved->exec();
    }));
    return transaction.commit();
}

Result<std::optional<DraftStore::Draft>> DraftStore::find(const std::string& key) {
    return sqlite::guarded([&]() -> std::optional<Draft> {
        sqlite::Use found(database_->prepared("SELECT key, body, saved_at FROM zx_draft WHERE key = ?1"));
        found->bindNoCopy(1, key);
        if (!found->executeStep()) return std::nullopt;
        return readDraft(*found);
    });
}

Result<std::vector<DraftStore::Draft>> DraftStore::all() {
    return sqlite::guarded([&] {
        sqlite::Use listed(database_->prepared("SELECT key, body, saved_at FROM zx_draft ORDER BY saved_at DESC, key"));
        std::vector<Draft> drafts;
        while (listed->executeStep()) drafts.push_back(readDraft(*listed));
        return drafts;
    });
}

Result<void> DraftStore::discard(const std::string& key) {
    ZX_TRY(database_->setDurability(sqlite::Durability::atomic));
    ZX_ASSIGN(auto transaction, sqlite::Transaction::begin(*database_));
    ZX_TRY(sqlite::guarded([&] {
        sqlite::Use erased(database_->prepared("DELETE FROM zx_draft WHERE key = ?1"));
        erased->bindNoCopy(1, key);
        erased->exec();
    }));
    return transaction.commit();
}

}  // namespace zhixing::client
