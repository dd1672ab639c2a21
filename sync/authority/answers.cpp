#include <algorithm>
#include <iterator>

#include "shared/base/limits.h"
#include "shared/model/document.h"
#include "sync/authority/authority.h"
#include "sync/wire/codec.h"

/// What a device asks beside the feed: records that lie behind its cursor, and where its copy differs from the server's.
namespace zhixing::sync {

Result<void> Authority::fill(ConnectionId connection, const Session& session, const Fill& fill) {
    if (fill.until > head_) {
        refuse(connection, Code::wrong_epoch, "this reaches beyond the server's head", false);
        return {};
    }
    ScopeSet scopes = session.scopes;
    if (fill.scopes) {
        scopes.clear();
        std::ranges::set_intersection(*fill.scopes, session.scopes, std::back_inserter(scopes));
    }
    scopes = populated(scopes);
    Filled filled{fill.number, fill.after, fill.after, fill.until, digestOf(session.scopes).count, {}};
    ZX_ASSIGN(const auto entries, store_->fill(scopes, fill.part, fill.after, fill.until, limits::pageRecordsMax,
                                               limits::fillBytesTarget, filled.to));
    sendLines(connection, filledHead(filled), entries);
    return {};
}

Result<void> Authority::inspect(ConnectionId connection, Session& session, const Inspect& inspect) {
    if (!session.isPulling) {
        refuse(connection, Code::unexpected_message, "only what was pulled can be compared", false);
        return {};
    }
    session.asked = inspect.prefixes;
    session.isComparing = true;
    return feed(connection, session);
}

Result<void> Authority::answerInspect(ConnectionId connection, Session& session) {
    if (!held_) {
        std::vector<Held> held;
        ZX_TRY(store_->forEachHeld([&](const Held& one) { held.push_back(one); }));
        held_.emplace(std::move(held));
    }
    const auto isSeen = [&](const Scope& scope) { return sees(session.scopes, scope); };
    Buckets answer{session.sent, head_, {}};
    for (const Prefix& prefix : session.asked) {
        Bucket bucket{prefix, {}, {}};
        const bool isListed =
            prefix.digits == Prefix::digitsMax || held_->count(prefix, isSeen) <= limits::bucketRecordsMax;
        if (isListed) {
            for (const Held& held : held_->records(prefix, isSeen))
                bucket.records.emplace_back(held.record, held.version);
        } else {
            bucket.children = held_->children(prefix, isSeen);
        }
        answer.buckets.push_back(std::move(bucket));
    }
    send(connection, answer);
    session.sent = head_;
    session.asked.clear();
    return {};
}

/// Records that do not exist and those that this person may not see are left out alike.
Result<void> Authority::fetch(ConnectionId connection, const Session& session, const Fetch& fetch) {
    std::string lines;
    std::size_t count = 0;
    const auto sendPart = [&](bool isLast) {
        deliveries_.push_back({connection, std::make_shared<const std::string>(fetchedHead(isLast) + lines), false});
        lines.clear();
        count = 0;
    };
    for (const Id& id : fetch.records) {
        ZX_ASSIGN(const auto stored, store_->find(id));
        if (!stored || stored->record.isDeleted) continue;
        const Record& record = stored->record;
        if (!sees(session.scopes, scopeOf(record))) continue;
        lines += '\n' + canonicalLine(record);
        ++count;
        if (count == limits::pageRecordsMax || lines.size() >= limits::pageBytesTarget) sendPart(false);
    }
    sendPart(true);
    return {};
}

}  // namespace zhixing::sync
