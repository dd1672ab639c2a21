#include "sync/authority/authority.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "shared/base/limits.h"
#include "shared/model/document.h"
#include "sync/authority/decider.h"
#include "sync/planted.h"
#include "sync/wire/codec.h"

namespace zhixing::sync {

Authority::Authority(const Catalog& catalog, AuthorityStore& store, Random& random)
    : catalog_(&catalog), store_(&store), random_(&random) {}

Result<Authority> Authority::load(const Catalog& catalog, AuthorityStore& store, Random& random) {
    Authority authority(catalog, store, random);
    ZX_ASSIGN(authority.epoch_, store.epoch());
    ZX_ASSIGN(authority.head_, store.head());
    ZX_ASSIGN(authority.horizon_, store.horizon());
    ZX_ASSIGN(const auto digests, store.digests());
    authority.digests_.insert(digests.begin(), digests.end());
    for (const std::string_view name : Organisation::sources) {
        const auto apply = [&](const Record& record) { authority.organisation_.apply(record); };
        if (const RecordType* type = catalog.find(name)) ZX_TRY(store.forEach(*type, apply));
    }
    authority.committed_ = authority.head_;
    return authority;
}

Result<void> Authority::begin() {
    committed_ = head_;
    return store_->begin();
}

Result<void> Authority::open(ConnectionId connection, const Identity& identity, const Hello& hello, Instant now) {
    if (hello.protocol != protocolVersion) {
        refuse(connection, Code::unsupported_protocol, "this server speaks protocol " + std::to_string(protocolVersion),
               true);
        return {};
    }
    if (sessions_.contains(connection)) {
        refuse(connection, Code::unexpected_message, "hello was said before", true);
        return {};
    }
    if (!organisation_.isActive(identity.person)) {
        refuse(connection, Code::person_disabled, "this person is no longer active", true);
        return {};
    }
    const Counter known = hello.acked + (planted(Bug::outcomesForgottenEarly) ? 3 : 0);
    if (known > 0) ZX_TRY(store_->forgetOutcomes(identity.device, known));

    Session& session = sessions_[connection];
    session.identity = identity;
    session.sight = sightOf(identity.person);
    Welcome welcome;
    welcome.epoch = epoch_;
    welcome.head = head_;
    welcome.now = now;
    welcome.person = identity.person;
    welcome.device = identity.device;
    ZX_ASSIGN(welcome.lastCounter, store_->lastCounter(identity.device));
    welcome.scopes = session.scopes();
    session.isOutdated = retired_.contains(hello.schema);
    if (hello.cursor < horizon_ && !planted(Bug::horizonUntold)) welcome.horizon = horizon_;
    send(connection, welcome);
    if (session.isOutdated)
        refuse(connection, Code::outdated, "this program is too old to be told anything; what it sends is taken",
               false);
    return {};
}

Result<void> Authority::receive(ConnectionId connection, const ClientMessage& message, Instant now) {
    const auto found = sessions_.find(connection);
    if (found == sessions_.end() || std::holds_alternative<Hello>(message)) {
        refuse(connection, Code::unexpected_message, "a connection begins with one hello", true);
        return {};
    }
    Session& session = found->second;
    if (const auto* pushed = std::get_if<Push>(&message)) return push(connection, session, *pushed, now);
    if (session.isOutdated) return {};
    if (const auto* credit = std::get_if<Credit>(&message)) {
        session.credit = std::min(session.credit + credit->pages, static_cast<int>(limits::pageCreditMax));
        return feed(connection, session);
    }
    if (const auto* asked = std::get_if<Fill>(&message)) return fill(connection, session, *asked);
    if (const auto* asked = std::get_if<Inspect>(&message)) return inspect(connection, session, *asked);
    if (const auto* asked = std::get_if<Fetch>(&message)) return fetch(connection, session, *asked);
    if (const auto* asked = std::get_if<AskHistory>(&message)) return tellHistory(connection, session, *asked);
    if (const auto* agreed = std::get_if<Agreed>(&message)) return noteAgreed(session, *agreed, now);
    if (std::holds_alternative<AskDevices>(message)) return tellDevices(connection, session, now);
    const auto& pull = std::get<Pull>(message);
    if (pull.cursor > head_) {
        refuse(connection, Code::wrong_epoch, "this cursor is ahead of the server", false);
        return {};
    }
    session.sent = session.seen = pull.cursor;
    session.credit = std::clamp(pull.credit, 1, static_cast<int>(limits::pageCreditMax));
    session.isPulling = session.owesCaughtUp = true;
    return feed(connection, session);
}

// ---- deciding

Result<void> Authority::push(ConnectionId connection, Session& session, const Push& push, Instant now) {
    const Identity identity = session.identity;
    if (push.acked > 0) ZX_TRY(store_->forgetOutcomes(identity.device, push.acked));
    ZX_ASSIGN(Counter last, store_->lastCounter(identity.device));
    const Counter decided = planted(Bug::skipDedup) ? 0 : last;

    const auto counterOf = [](const auto& item) {
        return std::visit([](const auto& one) { return one.counter; }, item);
    };
    const auto goesOn = [](const auto& item) {
        const auto* operation = std::get_if<Operation>(&item);
        return operation != nullptr && operation->more;
    };
    const std::span<const std::variant<Operation, BadOperation>> all(push.operations);
    Outcomes answer;
    std::vector<Outcome> fresh;
    for (std::size_t i = 0; i < all.size();) {
        const Counter counter = counterOf(all[i]);
        if (counter <= decided) {
            ZX_ASSIGN(auto before, decidedBefore(identity, last, counter));
            answer.outcomes.push_back(before.value_or(Outcome{counter, Verdict::duplicate, 0, head_, {}, {}}));
            ++i;
            continue;
        }
        if (counter != last + 1 && !planted(Bug::skipDedup)) {
            refuse(connection, Code::counter_gap, "operations must follow number " + std::to_string(last), false);
            break;
        }
        std::size_t end = i + 1;
        while (end < all.size() && goesOn(all[end - 1]) && counterOf(all[end]) == counterOf(all[end - 1]) + 1) ++end;
        if (goesOn(all[end - 1])) {
            refuse(connection, Code::malformed, "a group may not be cut", true);
            break;
        }
        if (end - i > limits::groupOperationsMax) {
            refuse(connection, Code::too_many, "too many operations in a group", true);
            break;
        }
        ZX_ASSIGN(auto outcomes, decideGroup(identity, all.subspan(i, end - i), now));
        last = std::max(last, outcomes.back().counter);
        std::move(outcomes.begin(), outcomes.end(), std::back_inserter(fresh));
        i = end;
    }
    if (!fresh.empty()) {
        if (!planted(Bug::outcomesNotKept)) ZX_TRY(store_->keepOutcomes(identity.device, fresh.front().counter, fresh));
        if (!planted(Bug::counterNotKept)) ZX_TRY(store_->setLastCounter(identity.device, last));
        std::move(fresh.begin(), fresh.end(), std::back_inserter(answer.outcomes));
    }
    if (!answer.outcomes.empty()) send(connection, answer);
    session.owesCaughtUp = true;  // the device compares once its own changes have come back to it
    return {};
}

Result<std::optional<Outcome>> Authority::decidedBefore(const Identity& identity, Counter last, Counter counter) {
    if (counter > last) return std::optional<Outcome>();
    return store_->outcome(identity.device, counter);
}

Result<std::vector<Outcome>> Authority::decideGroup(const Identity& identity,
                                                    std::span<const std::variant<Operation, BadOperation>> group,
                                                    Instant now) {
    const Id home = organisation_.homeOf(identity.person).value_or(Id{});
    Decider decider(*catalog_, *store_, organisation_, {identity.person, identity.device, home}, now);
    std::vector<Outcome> outcomes;
    std::optional<std::size_t> culprit;
    for (std::size_t i = 0; i < group.size(); ++i) {
        if (const auto* bad = std::get_if<BadOperation>(&group[i])) {
            outcomes.push_back({bad->counter, Verdict::rejected, 0, 0, {}, bad->error});
        } else {
            ZX_ASSIGN(auto outcome, decider.decide(std::get<Operation>(group[i])));
            outcomes.push_back(std::move(outcome));
        }
        if (outcomes.back().verdict == Verdict::rejected && !culprit) culprit = i;
    }
    if (culprit && planted(Bug::groupHalfApplied)) ZX_TRY(write(decider.staged(), outcomes));
    if (culprit) {  // all or nothing: the others go down with the one that is at fault
        for (std::size_t i = 0; i < outcomes.size(); ++i) {
            if (i == *culprit) continue;
            const Counter counter = outcomes[i].counter;
            outcomes[i] = {counter, Verdict::rejected,
                           0,       0,
                           {},      Error{Code::group_failed, "another part of this change was refused", {}, {}}};
        }
        for (Outcome& outcome : outcomes) outcome.seq = head_;
        return outcomes;
    }
    ZX_TRY(write(decider.staged(), outcomes));
    return outcomes;
}

Result<std::vector<Id>> Authority::change(const Id& actor, std::span<const DirectChange> changes, Instant now) {
    const Id home = organisation_.homeOf(actor).value_or(Id{});
    std::vector<Id> ids;
    for (const DirectChange& change : changes) {
        Operation operation;
        operation.verb = change.verb;
        operation.type = change.type;
        operation.record = change.record ? *change.record : newId(now, *random_);
        operation.at = now;
        operation.place = change.place;
        operation.audience = change.audience;
        for (const FieldValue& value : change.values) operation.changes.push_back({value.field, value.value, {}});

        Decider decider(*catalog_, *store_, organisation_, {actor, Id{}, home}, now);
        ZX_ASSIGN(Outcome outcome, decider.force(operation));
        if (outcome.verdict == Verdict::rejected) return std::move(*outcome.error);
        ZX_TRY(write(decider.staged(), std::span<Outcome>(&outcome, 1)));
        ids.push_back(operation.record);
    }
    return ids;
}

/// Numbers and writes what a group staged; each outcome learns the seq at which its operation is complete.
Result<void> Authority::write(std::vector<StagedChange>& staged, std::span<Outcome> outcomes) {
    auto change = staged.begin();
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        for (; change != staged.end() && change->operation == i; ++change) {
            change->after.seq = change->history.seq = ++head_;
            ZX_TRY(writeOne(*change));
        }
        outcomes[i].seq = head_;
    }
    return {};
}

Result<void> Authority::writeOne(StagedChange& change) {
    const Record& after = change.after.record;
    const Scope now = scopeOf(after);
    std::optional<Scope> elsewhere;
    if (change.before) {
        const Record& before = change.before->record;
        if (!before.isDeleted && !planted(Bug::digestNotUpdatedOnEdit))
            digestAt(scopeOf(before)).remove(before.id, before.version);
        if (scopeOf(before) != now) elsewhere = scopeOf(before);
    }
    if (!after.isDeleted) digestAt(now).add(after.id, after.version);
    if (held_) {
        if (after.isDeleted) {
            held_->erase(after.id);
        } else {
            held_->put({after.type, after.id, after.version, now});
        }
    }

    ZX_TRY(store_->put(change.after));
    if (elsewhere && !planted(Bug::departureForgotten))
        ZX_TRY(store_->depart(change.after.seq, *after.type, after.id, after.version, *elsewhere));
    ZX_TRY(store_->append(change.history));
    organisationChanged_ = organisation_.apply(after) || organisationChanged_;

    LiveChange live{change.after.seq, now, elsewhere, {}, {}};
    live.line = after.isDeleted ? goneLine(*after.type, after.id, after.version, Gone::deleted) : canonicalLine(after);
    if (elsewhere) live.goneLine = goneLine(*after.type, after.id, after.version, Gone::left);
    live_.push_back(std::move(live));
    pages_.clear();
    return {};
}

// ---- feeding

Result<void> Authority::feed(ConnectionId connection, Session& session) {
    while (session.isPulling && session.credit > 0 && session.seen < head_) {
        ZX_ASSIGN(const StoredPage page, storedPage(session));
        session.seen = page.to;
        if (page.frame == nullptr) continue;
        deliveries_.push_back({connection, page.frame, false});
        session.sent = page.to;
        if (!planted(Bug::creditLeak)) --session.credit;
    }
    return confirm(connection, session);
}

/// What the store holds next for a session. After a pause of the network hundreds come back to the same place at once.
Result<Authority::StoredPage> Authority::storedPage(const Session& session) {
    const PlaceInFeed place{session.sight, session.sent, session.seen};
    if (const auto made = pages_.find(place); made != pages_.end()) return made->second;
    StoredPage page{nullptr, session.seen};
    ZX_ASSIGN(const auto entries, store_->feed(populated(session.scopes()), session.seen, limits::pageRecordsMax,
                                               limits::pageBytesTarget, page.to));
    if (!entries.empty()) page.frame = withLines(pageHead(session.sent, page.to, head_), entries);
    pages_.emplace(place, page);
    return page;
}

/// Ends the answer to a Pull or a Push: from here both ends should be equal. Where a device already knows that they are
/// not, it is told what it asked for instead.
Result<void> Authority::confirm(ConnectionId connection, Session& session) {
    if (!session.isPulling || session.seen != head_) return {};
    if (!session.asked.empty()) return answerInspect(connection, session);
    if (!session.owesCaughtUp) return {};
    send(connection, CaughtUp{session.sent, head_, digestOf(*session.sight)});
    session.sent = head_;
    session.owesCaughtUp = session.isComparing = false;
    return {};
}

/// Sends what this transaction changed to everyone who was at the head before it; the others have it ahead of them.
Result<void> Authority::broadcast() {
    std::map<std::pair<const Sight*, Seq>, Frame> pages;  // by sight and starting point: made once, shared by many
    for (auto& [connection, session] : sessions_) {
        if (!session.isPulling || session.seen < committed_) continue;
        if (session.seen == head_ || session.credit <= 0 || live_.size() > limits::pageRecordsMax) {
            ZX_TRY(feed(connection, session));
            continue;
        }
        const std::pair key(session.sight.get(), session.sent);
        auto made = pages.find(key);
        if (made == pages.end()) made = pages.emplace(key, livePage(session)).first;
        const Frame& page = made->second;
        if (page != nullptr && page->size() > limits::messageBytesMax) {
            ZX_TRY(feed(connection, session));
            continue;
        }
        session.seen = head_;
        if (page != nullptr) {
            deliveries_.push_back({connection, page, false});
            session.sent = head_;
            --session.credit;
        }
        ZX_TRY(confirm(connection, session));
    }
    return {};
}

/// Null when nothing of it is for this session.
Frame Authority::livePage(const Session& session) const {
    std::string page = pageHead(session.sent, head_, head_);
    bool isEmpty = true;
    for (const LiveChange& change : live_) {
        if (planted(Bug::liveDeletionForgotten) && change.line.find("\"gone\":") != std::string::npos) continue;
        const bool seesNow = planted(Bug::ignoreScopeOnLivePush) || sees(session.scopes(), change.now);
        const bool sawBefore = change.before && sees(session.scopes(), *change.before);
        if (!seesNow && !sawBefore) continue;
        page += '\n';
        page += seesNow ? change.line : change.goneLine;
        isEmpty = false;
    }
    return isEmpty ? nullptr : std::make_shared<const std::string>(std::move(page));
}

/// Whoever may now see something else is told, and asks anew from where it stands.
void Authority::tellScopes() {
    for (auto& [connection, session] : sessions_) {
        if (!organisation_.isActive(session.identity.person)) {
            refuse(connection, Code::person_disabled, "this person is no longer active", true);
            session.isPulling = false;
            continue;
        }
        auto sight = sightOf(session.identity.person);
        if (sight == session.sight) continue;
        session.sight = std::move(sight);
        session.isPulling = session.owesCaughtUp = session.isComparing = false;
        session.asked.clear();
        send(connection, ScopesChanged{session.scopes()});
    }
}

Result<std::vector<Delivery>> Authority::commit() {
    if (organisationChanged_) tellScopes();
    // Also when nothing changed: whoever pushed something that changes nothing is owed the end of the answer.
    ZX_TRY(broadcast());
    if (head_ != committed_) ZX_TRY(flush());
    ZX_TRY(store_->commit());
    live_.clear();
    pages_.clear();
    organisationChanged_ = false;
    committed_ = head_;
    const auto isComparing = [](const auto& entry) { return entry.second.isComparing; };
    if (held_ && std::ranges::none_of(sessions_, isComparing)) held_.reset();
    return std::exchange(deliveries_, {});
}

Result<void> Authority::flush() {
    for (const Scope& scope : dirtyDigests_)
        if (!planted(Bug::digestsNotKept)) ZX_TRY(store_->putDigest(scope, digests_[scope]));
    dirtyDigests_.clear();
    return planted(Bug::headNotKept) ? Result<void>() : store_->setHead(head_);
}

/// Sights that nobody has any more are forgotten here: their number is bounded by the sessions'.
std::shared_ptr<const Authority::Sight> Authority::sightOf(const Id& person) {
    ScopeSet scopes = organisation_.scopesOf(person);
    scopes.shrink_to_fit();
    std::string key = scopesKey(scopes);
    std::weak_ptr<const Sight>& kept = sights_[key];
    if (auto sight = kept.lock()) return sight;
    const auto sight = std::make_shared<const Sight>(Sight{std::move(scopes), std::move(key), {}, 0});
    kept = sight;
    if (sights_.size() > 2 * sessions_.size() + 16)
        std::erase_if(sights_, [](const auto& entry) { return entry.second.expired(); });
    return sight;
}

bool Authority::isAnyoneBehind() const {
    return std::ranges::any_of(
        sessions_, [this](const auto& entry) { return entry.second.isPulling && entry.second.seen < head_; });
}

void Authority::close(ConnectionId connection) { sessions_.erase(connection); }

std::vector<Delivery> Authority::revoke(const Id& deviceOrPerson, Code why) {
    std::vector<Delivery> ended;
    for (const auto& [connection, session] : sessions_) {
        if (session.identity.device != deviceOrPerson && session.identity.person != deviceOrPerson) continue;
        const Refusal refusal{{why, "access was withdrawn", {}, {}}, true, 0};
        ended.push_back({connection, std::make_shared<const std::string>(encode(ServerMessage(refusal))), true});
    }
    for (const Delivery& delivery : ended) sessions_.erase(delivery.to);
    return ended;
}

/// Scopes that never held a record need not be looked through.
ScopeSet Authority::populated(const ScopeSet& scopes) const {
    ScopeSet populated;
    for (const Scope& scope : scopes) {
        if (digests_.contains(scope)) populated.push_back(scope);
    }
    return populated;
}

Digest Authority::digestOf(const ScopeSet& scopes) const {
    Digest total;
    for (const Scope& scope : scopes) {
        if (const auto found = digests_.find(scope); found != digests_.end()) total.add(found->second);
    }
    return total;
}

/// Added up once for all who see the same, until something changes.
Digest Authority::digestOf(const Sight& sight) const {
    if (sight.asOf != digestChanges_) {
        sight.digest = digestOf(sight.scopes);
        sight.asOf = digestChanges_;
    }
    return sight.digest;
}

/// For changing it.
Digest& Authority::digestAt(const Scope& scope) {
    ++digestChanges_;
    dirtyDigests_.insert(scope);
    return digests_[scope];
}

void Authority::send(ConnectionId to, const ServerMessage& message, bool close) {
    deliveries_.push_back({to, std::make_shared<const std::string>(encode(message)), close});
}

/// A message whose lines after the first were made before.
Frame Authority::withLines(std::string head, const std::vector<FeedEntry>& entries) {
    for (const FeedEntry& entry : entries) {
        head += '\n';
        head += entry.line;
    }
    return std::make_shared<const std::string>(std::move(head));
}

void Authority::refuse(ConnectionId to, Code code, std::string message, bool fatal) {
    send(to, Refusal{{code, std::move(message), {}, {}}, fatal, 0}, fatal);
    if (fatal) {
        // A connection that was refused for good says nothing more; its session ends when the caller closes it.
        if (const auto found = sessions_.find(to); found != sessions_.end()) found->second.isPulling = false;
    }
}

}  // namespace zhixing::sync
