#include <algorithm>
#include <functional>
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
    ScopeSet scopes = session.scopes();
    if (fill.scopes) {
        scopes.clear();
        std::ranges::set_intersection(*fill.scopes, session.scopes(), std::back_inserter(scopes));
    }
    scopes = populated(scopes);
    Filled filled{fill.number, fill.after, fill.after, fill.until, digestOf(*session.sight).count, {}};
    ZX_ASSIGN(const auto entries, store_->fill(scopes, fill.part, fill.after, fill.until, limits::pageRecordsMax,
                                               limits::fillBytesTarget, filled.to));
    deliveries_.push_back({connection, withLines(filledHead(filled), entries), false});
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
    const auto isSeen = [&](const Scope& scope) { return sees(session.scopes(), scope); };
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
        if (!sees(session.scopes(), scopeOf(record))) continue;
        lines += '\n' + canonicalLine(record);
        ++count;
        if (count == limits::pageRecordsMax || lines.size() >= limits::pageBytesTarget) sendPart(false);
    }
    sendPart(true);
    return {};
}

/// Whoever sees a record may know how it came to be so. One that is out of sight has no history, like one that is not.
Result<void> Authority::tellHistory(ConnectionId connection, const Session& session, const AskHistory& asked) {
    History answer{asked.record, 0, asked.before, true, {}};
    ZX_ASSIGN(const auto stored, store_->find(asked.record));
    if (!stored || !sees(session.scopes(), scopeOf(stored->record))) {
        send(connection, answer);
        return {};
    }
    answer.newest = stored->record.version;
    Version version = asked.before == 0 ? answer.newest : std::min(asked.before - 1, answer.newest);
    std::string lines;
    // Looking for what is no longer kept takes time as well, so the steps are bounded and not only the lines.
    for (std::size_t steps = 0; version > 0 && steps < limits::historyLinesMax; --version, ++steps) {
        if (lines.size() >= limits::fillBytesTarget) break;
        ZX_ASSIGN(const auto entry, store_->historyAt(asked.record, version));
        if (entry) lines += '\n' + encodeHistory(*entry);
    }
    answer.isLast = version == 0;
    deliveries_.push_back({connection, std::make_shared<const std::string>(historyHead(answer) + lines), false});
    return {};
}

/// Believed only when it is so: what the device holds is compared with what it should hold. A device that was overtaken by
/// a commit meanwhile will say it again.
Result<void> Authority::noteAgreed(const Session& session, const Agreed& agreed, Instant now) {
    if (agreed.seq != head_ || agreed.digest != digestOf(*session.sight)) return {};
    return store_->noteAgreement({session.identity.device, session.identity.person, now, false});
}

/// The devices of everyone at whose place the asker manages, and their own.
Result<void> Authority::tellDevices(ConnectionId connection, const Session& session, Instant now) {
    const Id& asker = session.identity.person;
    const auto answersFor = [&](const Id& person) {
        if (person == asker) return true;
        const auto home = organisation_.homeOf(person);
        if (!home) return false;
        const std::vector<Role> roles = organisation_.rolesAt(asker, *home);
        return std::ranges::any_of(roles, [](Role role) { return writers::managers.admits(role); });
    };
    std::set<Id> connected;
    for (const auto& [number, other] : sessions_) connected.insert(other.identity.device);
    Devices answer{now, {}};
    ZX_ASSIGN(auto agreements, store_->agreements());
    std::ranges::sort(agreements, std::greater(), &DeviceAgreement::at);
    for (DeviceAgreement& one : agreements) {
        if (answer.devices.size() == limits::devicesListedMax) break;
        if (!answersFor(one.person)) continue;
        one.isConnected = connected.contains(one.device);
        answer.devices.push_back(one);
    }
    send(connection, answer);
    return {};
}

}  // namespace zhixing::sync
