#include "shared/base/limits.h"
#include "sync/planted.h"
#include "sync/replica/overlay.h"
#include "sync/replica/replica.h"
#include "sync/replica/transaction.h"
#include "sync/wire/codec.h"

/// What a newer server says and this program's catalog does not know: kept, counted, and understood later.
namespace zhixing::sync {
namespace {

constexpr std::size_t stretch = 1'000;  // lines read into memory at a time

}  // namespace

/// A record of a type that the catalog does not know: all of it is kept aside.
Result<void> Replica::takeUnknown(const PageRecord& entry, ReplicaActions& actions, bool takesAny) {
    const Record& incoming = entry.record;
    ZX_ASSIGN(const auto before, store_->foreign(incoming.id));
    if (before && before->held.version >= incoming.version && !(takesAny || state_.isRereading)) return {};
    if (before && before->line == entry.foreign) return {};
    ++actions.pulled;
    if (before) ZX_TRY(count(before->held, false));
    if (entry.gone != Gone::no) {
        if (entry.gone == Gone::left) mustScrub_ = true;
        if (repair_) repair_->comparison.mine().erase(incoming.id);
        return store_->eraseForeign(incoming.id);
    }
    const Held held = heldOf(incoming);
    if (planted(Bug::unknownTypeDropped)) return {};
    ZX_TRY(count(held, true));
    if (repair_) repair_->comparison.mine().put(held);
    return store_->putForeign({held, entry.foreign});
}

/// Beside the row with what is known of a record lies its whole line, when that says more.
Result<void> Replica::keepForeign(const PageRecord& entry, const std::optional<Foreign>& before) {
    const bool wasAlone = before && before->held.type == nullptr;
    if (wasAlone) ZX_TRY(count(before->held, false));
    const bool isKept = entry.gone == Gone::no && !entry.foreign.empty() && !planted(Bug::unknownFieldsDropped);
    if (isKept) return store_->putForeign({heldOf(entry.record), entry.foreign});
    return before ? store_->eraseForeign(entry.record.id) : Result<void>();
}

/// The catalog is another one than the rows were read by, as a rule because the program is newer: what was kept aside is
/// read again. What it says about records does not change by that, so neither do versions and digests.
Result<void> Replica::understandAnew() {
    ZX_ASSIGN(auto transaction, Transaction::begin(*store_, ReplicaStore::Durability::full));
    Id reached;
    while (!planted(Bug::neverUnderstood)) {
        ZX_ASSIGN(const auto some, store_->foreignAfter(reached, stretch));
        for (const Foreign& foreign : some) ZX_TRY(understand(foreign));
        if (some.size() < stretch) break;
        reached = some.back().held.record;
    }
    ZX_TRY(completeOwnAdds());
    state_.schema = catalog_->fingerprint();
    ZX_TRY(store_->setState(state_));
    return transaction.commit();
}

/// What was added here and the server has not told yet gets what the newer catalog says of new records.
Result<void> Replica::completeOwnAdds() {
    ReplicaActions shown;
    const auto complete = [&](const std::vector<OutboxEntry>& some) -> Result<void> {
        for (const OutboxEntry& entry : some) {
            ZX_ASSIGN(const Operation operation, decodeOperation(*catalog_, entry.line));
            if (operation.verb == Verb::add) ZX_TRY(rebase(*entry.type, entry.record, shown));
        }
        return {};
    };
    ZX_ASSIGN(const auto settled, store_->settledUpTo(limits::integerMax));
    ZX_TRY(complete(settled));
    Counter reached = 0;
    for (;;) {
        ZX_ASSIGN(const auto some, store_->unsent(reached, stretch, limits::messageBytesMax));
        if (some.empty()) return {};
        ZX_TRY(complete(some));
        reached = some.back().counter;
    }
}

Result<void> Replica::understand(const Foreign& foreign) {
    const auto read = decodePageRecord(*catalog_, foreign.line);
    if (!read || read->record.type == nullptr) return {};  // not yet
    const Record& record = read->record;
    ZX_ASSIGN(const auto pending, store_->pendingOf(record.id));
    if (pending.empty()) {
        ZX_TRY(store_->put(record, false));
    } else {
        ZX_TRY(store_->putShadow(record));
        const auto shown = overlay(&record, pending, state_.person, state_.home);
        ZX_TRY(shown ? store_->put(*shown, true) : store_->erase(*record.type, record.id));
    }
    if (read->foreign.empty()) return store_->eraseForeign(record.id);
    return store_->putForeign({heldOf(record), foreign.line});
}

}  // namespace zhixing::sync
