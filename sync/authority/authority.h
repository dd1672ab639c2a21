#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <tuple>
#include <unordered_map>
#include <variant>
#include <vector>

#include "shared/base/random.h"
#include "shared/base/result.h"
#include "shared/model/organisation.h"
#include "sync/authority/store.h"
#include "sync/wire/messages.h"

namespace zhixing::sync {

struct StagedChange;

/// Names one open connection, for as long as it is open.
using ConnectionId = std::uint64_t;

/// Who is on a connection, as the server's accounts established it. Nothing a device says about itself is believed.
struct Identity {
    Id person;
    Id device;
};

/// What the authority wants done once its transaction is durable.
struct Delivery {
    ConnectionId to = 0;
    Frame frame;         ///< null: only close
    bool close = false;  ///< close the connection after the frame
};

/// A change made at headquarters' own desk (imports, administration), without a device.
struct DirectChange {
    Verb verb = Verb::add;
    const RecordType* type = nullptr;
    std::optional<Id> record;  ///< adding: a new id is made when not given; existing: the fields are edited
    std::optional<Id> place;
    std::optional<Audience> audience;
    std::vector<FieldValue> values;
};

/// The server's side of sync: decides every operation, numbers every commit and feeds every device, as a step machine.
/// It has no clock, socket or thread. The caller runs
///
///     begin();  receive(…) for as many messages of as many connections as are waiting;  commit();
///
/// and then carries out the deliveries that commit() returns: nothing is acknowledged before it is durable, and many
/// devices share one commit. If any call fails, the store is rolled back and the authority must be loaded anew; the
/// devices will ask again. Live changes go to every connection that is at the head as bytes encoded once per set of scopes.
class Authority {
public:
    /// The catalog, store and random outlive the authority.
    [[nodiscard]] static Result<Authority> load(const Catalog& catalog, AuthorityStore& store, Random& random);

    /// Programs built with one of these catalogs are too old: they are told so, and nothing else; what they send is taken.
    void retire(std::set<std::string> schemas) { retired_ = std::move(schemas); }

    [[nodiscard]] Result<void> begin();
    /// The first message of a connection whose token the caller has checked.
    [[nodiscard]] Result<void> open(ConnectionId connection, const Identity& identity, const Hello& hello, Instant now);
    /// Any later message. A connection that was never opened, or says hello twice, gets `unexpected_message`.
    [[nodiscard]] Result<void> receive(ConnectionId connection, const ClientMessage& message, Instant now);
    /// Applies changes in the name of `actor`, unchecked by access but validated; all or nothing within the transaction.
    [[nodiscard]] Result<std::vector<Id>> change(const Id& actor, std::span<const DirectChange> changes, Instant now);
    /// Forgets history and deletions received before `before` (LAWS.md, 19). A device that has not heard of all of them
    /// is sent away to come back, and compares. At most `linesMax` of the history beyond the last horizon at once, so that
    /// others need not wait long; what was kept of older lines is looked at again each time.
    [[nodiscard]] Result<Compaction> compact(Instant before, Instant now,
                                             Seq linesMax = std::numeric_limits<Seq>::max());
    /// Makes everything since begin() durable and returns what is to be sent.
    [[nodiscard]] Result<std::vector<Delivery>> commit();
    /// Forgets a connection that is gone.
    void close(ConnectionId connection);
    /// Ends every connection of a revoked device or disabled person with a Refusal.
    [[nodiscard]] std::vector<Delivery> revoke(const Id& deviceOrPerson, Code why);

    [[nodiscard]] const Organisation& organisation() const { return organisation_; }
    [[nodiscard]] Seq head() const { return head_; }
    [[nodiscard]] const std::string& epoch() const { return epoch_; }
    [[nodiscard]] Digest digestOf(const ScopeSet& scopes) const;
    /// Some device waits for pages that it has to give credit for first.
    [[nodiscard]] bool isAnyoneBehind() const;

private:
    /// What somebody may see, kept once for all sessions that may see the same: somebody at headquarters sees
    /// thousands of scopes.
    struct Sight {
        ScopeSet scopes;
        std::string key;               ///< scopesKey() of them
        mutable Digest digest{};       ///< of all of them
        mutable std::uint64_t asOf{};  ///< so many changes of digests
    };
    /// A connection's place in the feed. `seen` is how far the authority has looked for it, `sent` how far the device was told.
    struct Session {
        Identity identity;
        std::shared_ptr<const Sight> sight;
        Seq sent = 0;
        Seq seen = 0;
        int credit = 0;
        bool isPulling = false;     ///< has asked for the feed of its present scopes
        bool owesCaughtUp = false;  ///< a Pull or Push is not yet answered to the end
        std::vector<Prefix> asked;  ///< by an Inspect that is answered once the device has been brought to the head
        bool isOutdated = false;    ///< its program is too old to be told anything
        bool isComparing = false;   ///< from an Inspect until both ends are confirmed again

        [[nodiscard]] const ScopeSet& scopes() const { return sight->scopes; }
    };
    /// A page of the feed, made once for all sessions that stand at the same place.
    struct StoredPage {
        Frame frame;  ///< null: nothing of it is for them
        Seq to = 0;
    };
    /// By sight, `sent` and `seen`. It keeps the sight, so that no other can come to stand at its address.
    using PlaceInFeed = std::tuple<std::shared_ptr<const Sight>, Seq, Seq>;
    /// One record changed since begin(), as every device that may see it will receive it.
    struct LiveChange {
        Seq seq = 0;
        Scope now;
        std::optional<Scope> before;  ///< where it was, if it was elsewhere
        std::string line;             ///< for those who see `now`
        std::string goneLine;         ///< for those who saw only `before`
    };

    Authority(const Catalog& catalog, AuthorityStore& store, Random& random);

    [[nodiscard]] Result<void> push(ConnectionId connection, Session& session, const Push& push, Instant now);
    [[nodiscard]] Result<std::optional<Outcome>> decidedBefore(const Identity& identity, Counter last, Counter counter);
    [[nodiscard]] Result<std::vector<Outcome>> decideGroup(const Identity& identity,
                                                           std::span<const std::variant<Operation, BadOperation>> group,
                                                           Instant now);
    [[nodiscard]] Result<void> write(std::vector<StagedChange>& staged, std::span<Outcome> outcomes);
    [[nodiscard]] Result<void> writeOne(StagedChange& change);
    [[nodiscard]] Result<void> feed(ConnectionId connection, Session& session);
    [[nodiscard]] Result<StoredPage> storedPage(const Session& session);
    [[nodiscard]] std::shared_ptr<const Sight> sightOf(const Id& person);
    [[nodiscard]] Result<void> confirm(ConnectionId connection, Session& session);
    [[nodiscard]] Result<void> fill(ConnectionId connection, const Session& session, const Fill& fill);
    [[nodiscard]] Result<void> inspect(ConnectionId connection, Session& session, const Inspect& inspect);
    [[nodiscard]] Result<void> answerInspect(ConnectionId connection, Session& session);
    [[nodiscard]] Result<void> fetch(ConnectionId connection, const Session& session, const Fetch& fetch);
    [[nodiscard]] Result<void> tellHistory(ConnectionId connection, const Session& session, const AskHistory& asked);
    [[nodiscard]] Result<void> noteAgreed(const Session& session, const Agreed& agreed, Instant now);
    [[nodiscard]] Result<void> tellDevices(ConnectionId connection, const Session& session, Instant now);
    [[nodiscard]] ScopeSet populated(const ScopeSet& scopes) const;
    [[nodiscard]] Result<void> broadcast();
    [[nodiscard]] Result<void> flush();
    void tellScopes();
    [[nodiscard]] Frame livePage(const Session& session) const;
    [[nodiscard]] Digest digestOf(const Sight& sight) const;
    [[nodiscard]] Digest& digestAt(const Scope& scope);
    void send(ConnectionId to, const ServerMessage& message, bool close = false);
    [[nodiscard]] static Frame withLines(std::string head, const std::vector<FeedEntry>& entries);
    void refuse(ConnectionId to, Code code, std::string message, bool fatal);

    const Catalog* catalog_;
    AuthorityStore* store_;
    Random* random_;
    std::string epoch_;
    Seq head_ = 0;
    std::set<std::string> retired_;
    Seq horizon_ = 0;  ///< what was deleted at or before it may be told no more
    Organisation organisation_;
    std::map<Scope, Digest> digests_;
    std::set<Scope> dirtyDigests_;
    std::uint64_t digestChanges_ = 1;
    std::unordered_map<ConnectionId, Session> sessions_;
    std::unordered_map<std::string, std::weak_ptr<const Sight>> sights_;  ///< of the sessions, by key
    std::map<PlaceInFeed, StoredPage> pages_;                             ///< read since begin() or the last change
    std::vector<LiveChange> live_;                                        ///< since begin()
    Seq committed_ = 0;                                                   ///< the head at begin()
    bool organisationChanged_ = false;
    std::optional<HeldIndex> held_;  ///< while somebody compares
    std::vector<Delivery> deliveries_;
};

}  // namespace zhixing::sync
