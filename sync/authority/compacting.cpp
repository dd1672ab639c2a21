#include <algorithm>
#include <set>

#include "sync/authority/authority.h"
#include "sync/planted.h"

/// Letting go of what is long past, so that a server does not grow with every edit that was ever made.
namespace zhixing::sync {

/// The people and places of the organisation stay, because records name them; so does what an open conflict is about,
/// which a person may still want back.
Result<Compaction> Authority::compact(Instant before, Instant now, Seq linesMax) {
    std::set<Id> disputed;
    const auto note = [&](const Record& conflict) {
        if (conflict.string("state") == "settled") return;
        if (const auto record = Id::parse(conflict.string("record_id"))) disputed.insert(*record);
    };
    ZX_TRY(store_->forEach(catalog_->at("conflict"), note));
    const auto keeps = [&](const RecordType& type, const Id& record) {
        if (planted(Bug::disputedForgotten)) return false;
        return std::ranges::find(Organisation::types, type.name) != Organisation::types.end() ||
               disputed.contains(record);
    };
    ZX_ASSIGN(const Seq all, store_->lastBefore(before));
    const Seq horizon = all - horizon_ > linesMax ? horizon_ + linesMax : all;
    ZX_ASSIGN(Compaction done, store_->compact(horizon, now, keeps));
    done.isMore = horizon < all;
    horizon_ = done.horizon;
    // Whoever has not heard of all that was forgotten, or asks from before it next, must be told where the horizon is.
    for (auto& [connection, session] : sessions_) {
        if (session.isPulling && session.seen >= horizon_) continue;
        refuse(connection, Code::busy, "the server has compacted its history; come back", true);
    }
    return done;
}

}  // namespace zhixing::sync
