#include "tests/simulation/world.h"

#include <algorithm>

#include "sync/planted.h"
#include "sync/wire/codec.h"
#include "tests/simulation/people.h"
#include "tests/support/test_catalog.h"

namespace zhixing::simulation {

using namespace sync;
using test::testCatalog;

namespace {

constexpr int healingRoundsMax = 400;
constexpr std::int64_t yearMs = 365LL * 24 * 3600 * 1000;

std::string shortly(const std::string& frame) { return frame.substr(0, std::min<std::size_t>(frame.size(), 160)); }

}  // namespace

struct World::Host {
    std::optional<sqlite::Database> database;
    std::unique_ptr<server::SqliteAuthorityStore> store;
    std::unique_ptr<AuthorityStore> fragile;
    test::CrashPlan plan;
    std::optional<Authority> authority;
};

struct World::Phone {
    std::size_t number = 0;
    Inhabitant who{};
    Id device;
    std::unique_ptr<client::SqliteReplicaStore> store;
    std::unique_ptr<ReplicaStore> fragile;
    test::CrashPlan plan;
    std::optional<Replica> replica;
    std::int64_t skewMs = 0;
    ConnectionId connection = 0;     ///< 0: offline
    std::deque<std::string> up;      ///< on their way to the server
    std::deque<std::string> down;    ///< on their way to the phone
    std::vector<Counter> wasInTray;  ///< while its person works on it; a crash may come before or after that is done
};

Plan Plan::draw(std::uint64_t seed) {
    test::SeededRandom random(seed ^ 0x5eedU);
    Plan plan;
    plan.seed = seed;
    plan.replicas = 2 + static_cast<int>(random.oneIn(4) ? random.below(7) : random.below(3));
    plan.steps = 80 + static_cast<int>(random.below(160));
    for (bool* fault :
         {&plan.cuts, &plan.duplicates, &plan.reorders, &plan.deviceCrashes, &plan.serverCrashes, &plan.clockJumps}) {
        *fault = !random.oneIn(3);
    }
    return plan;
}

World::World(const Plan& plan, Ground& ground, bool keepsTrace)
    : plan_(plan),
      ground_(&ground),
      keepsTrace_(keepsTrace),
      random_(plan.seed),
      host_(std::make_unique<Host>()),
      ledger_(testCatalog()) {
    ground_->lay();
    for (int i = 0; i < plan_.replicas; ++i) {
        auto phone = std::make_unique<Phone>();
        phone->number = static_cast<std::size_t>(i);
        phone->who = inhabitants[static_cast<std::size_t>(i) % inhabitants.size()];
        phone->device = deviceId(i);
        phone->skewMs = plan_.clockJumps ? random_.between(-60'000, 60'000) : 0;
        phones_.push_back(std::move(phone));
    }
}

World::~World() = default;

Report World::run() {
    bootServer();
    for (auto& phone : phones_) bootPhone(*phone);
    for (int step = 0; step < plan_.steps && !report_.finding; ++step) stepOnce();
    if (!report_.finding) heal();
    if (!report_.finding) judge();
    report_.traceHash = Id(hash_).text();
    report_.edits = ledger_.confirmedCount();
    return report_;
}

void World::note(const std::string& line) {
    const std::string chained(reinterpret_cast<const char*>(hash_.data()), hash_.size());
    hash_ = hash128(chained + line);
    if (keepsTrace_) trace_.push_back(line);
}

void World::found(test::Finding finding) {
    if (!finding || report_.finding) return;
    note("FOUND " + *finding);
    report_.finding = std::move(finding);
}

Instant World::serverNow() const { return Instant{nowMs_}; }
Instant World::deviceNow(const Phone& phone) const { return Instant{nowMs_ + phone.skewMs}; }

// ---- machines

void World::bootServer() {
    host_->plan.disarm();
    auto database = server::openServerDatabase(ground_->serverDirectory(), testCatalog());
    if (!database) return found("the server's store does not open: " + database.error().message);
    host_->database.emplace(std::move(database).value());
    auto store = server::SqliteAuthorityStore::open(*host_->database, testCatalog());
    if (!store) return found("the server's store does not open: " + store.error().message);
    host_->store = std::move(store).value();
    host_->fragile = test::crashing(*host_->store, host_->plan);
    auto authority = Authority::load(testCatalog(), *host_->fragile, random_);
    if (!authority) return found("the authority does not load: " + authority.error().message);
    host_->authority.emplace(std::move(authority).value());
}

void World::crashServer() {
    note("server crashes");
    ++report_.crashes;
    host_->authority.reset();
    host_->fragile.reset();
    host_->store.reset();
    host_->database.reset();
    for (auto& phone : phones_) cut(*phone);
    bootServer();
}

void World::bootPhone(Phone& phone) {
    phone.plan.disarm();
    auto store = client::SqliteReplicaStore::open(testCatalog(), ground_->deviceFile(phone.number));
    if (!store) return found("a device's store does not open: " + store.error().message);
    phone.store = std::move(store).value();
    phone.fragile = test::crashing(*phone.store, phone.plan);
    auto replica = Replica::load(testCatalog(), *phone.fragile, random_);
    if (!replica) return found("a replica does not load: " + replica.error().message);
    phone.replica.emplace(std::move(replica).value());
    if (phone.replica->state().device.isNil()) {
        const auto enrolled = phone.replica->enrolled(phone.device, personId(phone.who.number), nodeId(phone.who.node));
        if (!enrolled) found("a device cannot be enrolled: " + enrolled.error().message);
    }
    if (phone.wasInTray.empty()) return;
    const auto tray = phone.store->tray();
    if (!tray) return found("a tray cannot be read: " + tray.error().message);
    for (const Counter counter : std::exchange(phone.wasInTray, {})) {
        const bool isGone =
            std::none_of(tray->begin(), tray->end(), [&](const TrayItem& item) { return item.counter == counter; });
        if (isGone) ledger_.discarded(phone.device, counter);
    }
}

void World::crashPhone(Phone& phone) {
    note("phone " + std::to_string(phone.number) + " crashes");
    ++report_.crashes;
    cut(phone);
    phone.replica.reset();
    phone.fragile.reset();
    phone.store.reset();
    bootPhone(phone);
}

// ---- network

void World::connect(Phone& phone) {
    phone.connection = nextConnection_++;
    note("phone " + std::to_string(phone.number) + " connects");
    const auto actions = phone.replica->connected("token");
    if (!actions) return found("a replica cannot connect: " + actions.error().message);
    carryOut(phone, *actions);
}

void World::cut(Phone& phone) {
    if (phone.connection == 0) return;
    note("phone " + std::to_string(phone.number) + " is cut off");
    if (host_->authority) host_->authority->close(phone.connection);
    if (phone.replica) phone.replica->disconnected();
    phone.connection = 0;
    phone.up.clear();
    phone.down.clear();
}

/// Repeats a message, or lets two neighbours change places; the first `untouched` stay (a hello comes first).
void World::disturb(std::deque<std::string>& queue, std::size_t untouched) {
    if (queue.size() <= untouched) return;
    const std::size_t at = untouched + random_.below(queue.size() - untouched);
    if (plan_.duplicates && random_.oneIn(20)) {
        note("a message is repeated");
        queue.push_back(queue[at]);
    }
    if (plan_.reorders && random_.oneIn(20) && at + 1 < queue.size()) {
        note("two messages change places");
        std::swap(queue[at], queue[at + 1]);
    }
}

void World::serveSome() {
    if (plan_.serverCrashes && random_.oneIn(25)) host_->plan.arm(static_cast<int>(1 + random_.below(60)));
    if (!host_->authority->begin()) return crashServer();
    for (auto& phone : phones_) {
        const auto many = random_.below(4);
        for (std::uint64_t i = 0; i < many && !phone->up.empty(); ++i) {
            const std::string bytes = std::move(phone->up.front());
            phone->up.pop_front();
            note("server hears " + std::to_string(phone->number) + ": " + shortly(bytes));
            auto message = decodeClient(testCatalog(), bytes);
            if (!message) return found("a device said what nobody understands: " + message.error().message);
            const auto* hello = std::get_if<Hello>(&*message);
            const Identity identity{personId(phone->who.number), phone->device};
            const auto step = hello != nullptr
                                  ? host_->authority->open(phone->connection, identity, *hello, serverNow())
                                  : host_->authority->receive(phone->connection, *message, serverNow());
            if (!step) return crashServer();
        }
    }
    const auto deliveries = host_->authority->commit();
    if (!deliveries) return crashServer();
    carry(*deliveries);
    if (host_->plan.isDead()) crashServer();
}

void World::carry(const std::vector<Delivery>& deliveries) {
    for (const Delivery& delivery : deliveries) {
        const auto phone = std::find_if(phones_.begin(), phones_.end(),
                                        [&](const auto& one) { return one->connection == delivery.to; });
        if (phone == phones_.end()) continue;
        if (delivery.frame) {
            inspect(**phone, *delivery.frame);
            (*phone)->down.push_back(*delivery.frame);
        }
        if (delivery.close) cut(**phone);
    }
}

/// Reads over the shoulder of the server: answers are noted, and nothing may be sent that is not for this person (I6).
void World::inspect(Phone& phone, const std::string& frame) {
    note("server tells " + std::to_string(phone.number) + ": " + shortly(frame));
    auto message = decodeServer(testCatalog(), frame);
    if (!message) return found("the server said what nobody understands: " + message.error().message);
    if (const auto* outcomes = std::get_if<Outcomes>(&*message)) {
        for (const Outcome& outcome : outcomes->outcomes) found(ledger_.decided(phone.device, outcome));
    }
    if (const auto* page = std::get_if<Page>(&*message)) {
        for (const PageRecord& entry : page->records) {
            const Scope scope{entry.record.place, entry.record.audience};
            if (entry.gone == Gone::no && !host_->authority->organisation().sees(personId(phone.who.number), scope)) {
                found("I6: sent to phone " + std::to_string(phone.number) +
                      " what it may not see: " + entry.record.id.text());
            }
        }
    }
}

void World::hearSome(Phone& phone) {
    const auto many = 1 + random_.below(4);
    for (std::uint64_t i = 0; i < many && !phone.down.empty(); ++i) {
        const std::string bytes = std::move(phone.down.front());
        phone.down.pop_front();
        note("phone " + std::to_string(phone.number) + " hears: " + shortly(bytes));
        auto message = decodeServer(testCatalog(), bytes);
        if (!message) return found("a phone heard what nobody understands: " + message.error().message);

        std::vector<std::pair<Outcome, PendingOperation>> answered;  // what is on top of visible rows until now
        if (const auto* outcomes = std::get_if<Outcomes>(&*message)) {
            for (const Outcome& outcome : outcomes->outcomes) {
                const auto pending = phone.store->pending(outcome.counter);
                if (!pending || !*pending || outcome.version == 0) continue;
                const auto beneath = phone.store->shadow((*pending)->operation.record);
                const bool isDeleted = beneath && *beneath && (*beneath)->isDeleted;  // then it may go from the screen
                if (!isDeleted) answered.emplace_back(outcome, **pending);
            }
        }
        const Seq cursor = phone.replica->state().cursor;
        const auto actions = phone.replica->receive(*message, deviceNow(phone));
        if (!actions) return crashPhone(phone);
        if (phone.replica->state().cursor < cursor && std::holds_alternative<Page>(*message))
            found("I7: a cursor went back");
        for (const auto& [outcome, item] : answered) {
            const auto above = phone.store->pendingOf(item.operation.record);  // own later work may show something else
            if (!above || !above->empty() || item.operation.verb == Verb::remove) continue;
            const auto row = phone.store->find(*item.operation.type, item.operation.record);
            const bool isShown = row && *row && (*row)->version >= outcome.version;
            if (!isShown) found("I12: an accepted edit vanished from the screen: " + item.operation.record.text());
        }
        report_.conflicts += static_cast<std::size_t>(actions->conflicts);
        report_.rejected += static_cast<std::size_t>(actions->rejected);
        const bool isAtHead = actions->caughtUp && phone.replica->state().cursor == host_->authority->head();
        carryOut(phone, *actions);
        const auto waiting = phone.store->pendingCount();
        if (isAtHead && waiting && *waiting == 0 && random_.oneIn(3)) {
            found(test::compareRows(*phone.store, *host_->store, phone.replica->state().scopes));
        }
    }
}

void World::carryOut(Phone& phone, const ReplicaActions& actions) {
    if (phone.connection != 0) {
        for (const Frame& frame : actions.send) phone.up.push_back(*frame);
    }
    if (actions.refused) {
        note("phone " + std::to_string(phone.number) +
             " was refused: " + std::string(word(actions.refused->error.code)));
        cut(phone);
    }
}

// ---- people

void World::act(Phone& phone) {
    if (plan_.clockJumps && random_.oneIn(15))
        phone.skewMs += random_.oneIn(4) ? random_.between(-10, 10) * yearMs : random_.between(-5'000, 5'000);
    if (plan_.deviceCrashes && random_.oneIn(25)) phone.plan.arm(static_cast<int>(1 + random_.below(40)));

    const Counter before = phone.replica->state().lastCounter;
    bool isDone = false;
    const auto tray = phone.store->tray();
    if (tray && !tray->empty() && random_.oneIn(4)) {
        const Counter counter = random_.pick(*tray).counter;
        for (const TrayItem& item : *tray) phone.wasInTray.push_back(item.counter);
        const bool isTakenBack = random_.oneIn(2);
        const auto step = isTakenBack ? phone.replica->resend(counter, {}, deviceNow(phone))
                                      : phone.replica->discard(counter, deviceNow(phone));
        isDone = step.ok();
        note(std::string(isTakenBack ? "resends " : "discards ") + std::to_string(counter));
        if (step) {
            if (!isTakenBack) ledger_.discarded(phone.device, counter);
            for (const Counter one : step->takenBack) ledger_.discarded(phone.device, one);
            phone.wasInTray.clear();
            carryOut(phone, *step);
        } else if (!phone.plan.isDead()) {
            phone.wasInTray.clear();
        }
    } else {
        const auto edits = anythingBy(phone.who, *phone.store, phone.replica->state().scopes, random_);
        ReplicaActions actions;
        const auto ids = phone.replica->record(edits, deviceNow(phone), actions);
        isDone = ids.ok();
        note("phone " + std::to_string(phone.number) + (isDone ? " saves" : " is told no"));
        if (isDone) carryOut(phone, actions);
    }
    if (isDone) {
        for (Counter counter = before + 1; counter <= phone.replica->state().lastCounter; ++counter) {
            const auto pending = phone.store->pending(counter);
            if (pending && *pending) {
                ledger_.confirmed(phone.device, (*pending)->operation, seenBy(phone, (*pending)->operation));
                note("  " + (*pending)->line);
            } else {
                found("I1: confirmed, and not in the outbox: " + std::to_string(counter) +
                      (pending ? "" : ": " + pending.error().message));
            }
        }
    }
    if (phone.plan.isDead()) crashPhone(phone);
}

/// The server's version beneath what this phone shows.
Version World::seenBy(const Phone& phone, const Operation& operation) {
    const auto beneath = phone.store->shadow(operation.record);
    if (beneath && *beneath) return (*beneath)->version;
    const auto row = phone.store->find(*operation.type, operation.record);
    return row && *row ? (*row)->version : 0;
}

// ---- the run

void World::stepOnce() {
    nowMs_ += random_.between(1, 5'000);
    Phone& phone = *phones_[random_.below(phones_.size())];
    const auto drawn = random_.below(20);
    if (drawn < 6) {
        act(phone);
    } else if (drawn < 11) {
        serveSome();
    } else if (drawn < 17) {
        if (phone.connection == 0) {
            if (random_.oneIn(2)) connect(phone);
        } else {
            hearSome(phone);
        }
    } else if (drawn == 17) {
        if (plan_.cuts) cut(phone);
    } else if (drawn == 18) {
        disturb(phone.up, 2);
        disturb(phone.down, 1);
    } else if (plan_.deviceCrashes && random_.oneIn(4)) {
        crashPhone(phone);
    } else if (plan_.serverCrashes && random_.oneIn(8)) {
        crashServer();
    }
}

/// Nothing goes wrong any more; everything must settle within a bound (I10).
void World::heal() {
    note("everything heals");
    plan_.cuts = plan_.duplicates = plan_.reorders = plan_.deviceCrashes = plan_.serverCrashes = plan_.clockJumps =
        false;
    host_->plan.disarm();
    crashServer();  // planted bugs and careless stores show when the power comes back
    for (auto& phone : phones_) phone->plan.disarm();
    for (int round = 0; round < healingRoundsMax && !report_.finding; ++round) {
        nowMs_ += 1'000;
        bool isQuiet = true;
        for (auto& phone : phones_) {
            if (phone->connection == 0) connect(*phone);
            while (!phone->down.empty() && !report_.finding) hearSome(*phone);
            if (report_.finding) return;
            const auto quiet = phone->replica->isQuiet();
            if (quiet && *quiet && phone->up.empty() && phone->replica->state().cursor == host_->authority->head())
                continue;
            isQuiet = false;
            if (phone->up.empty() && round % 5 == 4) carryOut(*phone, phone->replica->askAgreement());
        }
        if (isQuiet) return;
        serveSome();
    }
    found("I10: no agreement " + std::to_string(healingRoundsMax) + " rounds after the last fault");
}

void World::judge() {
    std::map<Id, std::set<Counter>> trays;
    for (auto& phone : phones_) {
        found(test::compareRows(*phone->store, *host_->store, phone->replica->state().scopes));
        if (!phone->replica->state().agreed)
            found("I7: phone " + std::to_string(phone->number) + " and the server differ by digest");
        const auto tray = phone->store->tray();
        if (!tray) return found("a tray cannot be read");
        for (const TrayItem& item : *tray) trays[phone->device].insert(item.counter);
    }
    found(ledger_.checkHistory(*host_->store, host_->authority->head()));
    found(ledger_.checkEdits(*host_->store, trays));
}

}  // namespace zhixing::simulation
