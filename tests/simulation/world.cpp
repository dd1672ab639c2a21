#include "tests/simulation/world.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

#include "sync/planted.h"
#include "sync/wire/codec.h"
#include "tests/simulation/machines.h"
#include "tests/simulation/people.h"
#include "tests/simulation/understanding.h"
#include "tests/support/test_catalog.h"

/// The course of a run, the machines and the network between them. The people are in world_people.cpp.
namespace zhixing::simulation {

using namespace sync;
using test::testCatalog;

namespace {

constexpr int healingRoundsMax = 400;
constexpr std::int64_t yearMs = 365LL * 24 * 3600 * 1000;

std::span<const PageRecord> entriesOf(const ServerMessage& message) {
    if (const auto* page = std::get_if<Page>(&message)) return page->records;
    if (const auto* filled = std::get_if<Filled>(&message)) return filled->records;
    if (const auto* fetched = std::get_if<Fetched>(&message)) return fetched->records;
    return {};
}

}  // namespace

World::World(const Plan& plan, Script script, Ground& ground, bool keepsTrace)
    : plan_(plan),
      script_(std::move(script)),
      ground_(&ground),
      keepsTrace_(keepsTrace),
      random_(plan.seed),
      host_(std::make_unique<Host>()),
      ledger_(testCatalog()) {
    ground_->lay(static_cast<std::size_t>(plan_.replicas));
    for (int i = 0; i < plan_.replicas; ++i) {
        if (!plan_.only.empty() && std::ranges::find(plan_.only, i) == plan_.only.end()) continue;
        auto phone = std::make_unique<Phone>();
        phone->number = static_cast<std::size_t>(i);
        phone->who = inhabitants[static_cast<std::size_t>(i) % inhabitants.size()];
        phone->device = deviceId(i);
        if (plan_.hasOldPrograms)
            phone->versionsAgo =
                static_cast<int>(test::SeededRandom(plan_.seed + phone->number).below(test::olderCatalogs + 1));
        phones_.push_back(std::move(phone));
    }
}

World::~World() = default;

Report World::run() {
    if (plan_.failServerAt > 0) host_->plan.arm(plan_.failServerAt);
    bootServer();
    if (plan_.failDeviceAt > 0) phones_.front()->plan.arm(plan_.failDeviceAt);
    for (auto& phone : phones_) bootPhone(*phone);
    for (const Step& step : script_) {
        if (report_.finding) break;
        stepOnce(step);
    }
    if (!report_.finding) heal();
    const bool hasMonths = plan_.weights[static_cast<std::size_t>(Doing::compact)] > 0;
    if (!report_.finding && hasMonths)
        compactHistory(Instant{nowMs_ + 1});  // nothing may hang on what can be forgotten
    if (!report_.finding) judge();
    report_.traceHash = hash_;
    report_.edits = ledger_.confirmedCount();
    return report_;
}

void World::note(std::string_view line) {
    for (const char c : line) hash_ = (hash_ ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    if (keepsTrace_) trace_.emplace_back(line);
}

void World::found(test::Finding finding) {
    if (!finding || report_.finding || plan_.expectsLosses) return;
    note("FOUND " + *finding);
    report_.finding = std::move(finding);
}

Instant World::serverNow() const { return Instant{nowMs_}; }
Instant World::deviceNow(const Phone& phone) const { return Instant{nowMs_ + phone.skewMs}; }

// ---- machines

/// Whether the server is up.
bool World::bootServer() {
    if (host_->authority) return true;
    const auto store = ground_->bootServer();
    if (store) {
        host_->store = *store;
        host_->fragile = test::crashing(**store, host_->plan);
        auto authority = Authority::load(testCatalog(), *host_->fragile, random_);
        if (authority) {
            host_->authority.emplace(std::move(authority).value());
            return true;
        }
    }
    const bool isExcused = ground_->isDiskBad() || host_->plan.isDead();
    if (!isExcused) found("the server does not start" + (store ? std::string() : ": " + store.error().message));
    stopServer(Stop::killed);
    return false;
}

void World::stopServer(Stop how) {
    note(how == Stop::killed ? "the server dies" : "the server loses power");
    ++report_.crashes;
    if (host_->plan.isDead()) report_.hasFailed = true;
    host_->plan.disarm();
    host_->authority.reset();
    host_->fragile.reset();
    ground_->stopServer(how, random_);
    host_->store = nullptr;
    for (auto& phone : phones_) cut(*phone);
}

/// Whether the device is up.
bool World::bootPhone(Phone& phone) {
    if (phone.replica) return true;
    if (phone.isBroken) return false;
    const auto store = ground_->bootDevice(phone.number, phone.catalog());
    std::string reason = store ? std::string() : store.error().message;
    if (store) {
        phone.store = *store;
        phone.fragile = test::crashing(**store, phone.plan);
        auto replica = Replica::load(phone.catalog(), *phone.fragile, random_);
        if (replica) {
            phone.replica.emplace(std::move(replica).value());
            const bool isNew = phone.replica->state().device.isNil();
            const auto enrolled =
                isNew ? phone.replica->enrolled(phone.device, personId(phone.who.number), nodeId(phone.who.node))
                      : Result<void>();
            if (enrolled) {
                rememberTray(phone);
                return true;
            }
            reason = enrolled.error().message;
        } else {
            reason = replica.error().message;
        }
    }
    const bool isExcused = ground_->isDiskBad() || phone.plan.isDead();
    if (!isExcused) found("a device does not start: " + reason);
    if (!isExcused && plan_.expectsLosses) {
        phone.isBroken = true;
        ++report_.refusedFiles;
    }
    stopPhone(phone, Stop::killed);
    return false;
}

void World::stopPhone(Phone& phone, Stop how) {
    note(phone.name() + (how == Stop::killed ? " dies" : " loses power"));
    ++report_.crashes;
    if (phone.plan.isDead()) report_.hasFailed = true;
    phone.plan.disarm();
    cut(phone);
    phone.replica.reset();
    phone.fragile.reset();
    ground_->stopDevice(phone.number, how, random_);
    phone.store = nullptr;
}

/// The program is stopped properly, and the next one finds what it left.
void World::install(Phone& phone, int versionsAgo) {
    if (phone.versionsAgo == versionsAgo) return;
    note(phone.name() + " gets a newer program");
    cut(phone);
    phone.replica.reset();
    phone.fragile.reset();
    ground_->stopDevice(phone.number, Stop::killed, random_);
    phone.store = nullptr;
    phone.versionsAgo = versionsAgo;
}

void World::damage(Phone& phone) {
    stopPhone(phone, Stop::killed);
    note("a row of " + phone.name() + " is damaged");
    ground_->damageDevice(phone.number, phone.catalog(), random_);
    phone.wasDamaged = true;
}

// ---- network

void World::connect(Phone& phone) {
    phone.connection = nextConnection_++;
    phone.flow = {};
    note(phone.name() + " connects");
    const auto actions = phone.replica->connected("token");
    if (!actions) return found("a replica cannot connect: " + actions.error().message);
    carryOut(phone, *actions);
}

void World::cut(Phone& phone) {
    if (phone.connection == 0) return;
    note(phone.name() + " is cut off");
    if (host_->authority) host_->authority->close(phone.connection);
    if (phone.replica) phone.replica->disconnected();
    phone.connection = 0;
    phone.up.clear();
    phone.down.clear();
}

/// One message arrives twice. A hello comes first and once: no proxy says it again. What the person may see is said again
/// only while it is the newest: it has no number that would tell a device that it was replaced.
void World::repeat(Phone& phone) {
    if (phone.up.size() > 1) phone.up.push_back(phone.up[1 + random_.below(phone.up.size() - 1)]);
    if (phone.down.size() < 2) return;
    const Mail mail = phone.down[1 + random_.below(phone.down.size() - 1)];
    const auto saysScopes = [](const Mail& one) { return std::holds_alternative<ScopesChanged>(*one.message); };
    const auto newest = std::find_if(phone.down.rbegin(), phone.down.rend(), saysScopes);
    if (!saysScopes(mail) || mail.message == newest->message) phone.down.push_back(mail);
}

void World::serveSome() {
    if (!bootServer()) return;
    if (!host_->authority->begin()) return stopServer(Stop::killed);
    for (auto& phone : phones_) {
        for (auto many = random_.below(4); many > 0 && !phone->up.empty(); --many) {
            const std::string bytes = std::move(phone->up.front());
            phone->up.pop_front();
            if (!serve(*phone, bytes)) return stopServer(Stop::killed);
            if (report_.finding) return;
        }
    }
    const auto deliveries = host_->authority->commit();
    if (!deliveries) return stopServer(Stop::killed);
    carry(*deliveries);
    if (host_->plan.isDead()) stopServer(Stop::killed);
}

bool World::serve(Phone& phone, const std::string& bytes) {
    note("server hears " + phone.name() + ": " + shortly(bytes));
    auto message = decodeClient(testCatalog(), bytes);
    if (!message) {
        found("a device said what nobody understands: " + message.error().message);
        return true;
    }
    phone.flow.heard(*message);
    if (const auto* hello = std::get_if<Hello>(&*message)) {
        const Identity identity{personId(phone.who.number), phone.device};
        return host_->authority->open(phone.connection, identity, *hello, serverNow()).ok();
    }
    return host_->authority->receive(phone.connection, *message, serverNow()).ok();
}

void World::carry(const std::vector<Delivery>& deliveries) {
    for (const Delivery& delivery : deliveries) {
        const auto phone = std::find_if(phones_.begin(), phones_.end(),
                                        [&](const auto& one) { return one->connection == delivery.to; });
        if (phone == phones_.end()) continue;
        if (delivery.frame) tell(**phone, delivery.frame);
        if (delivery.close) cut(**phone);
    }
}

/// Reads over the server's shoulder: what is sent must be for this person, within the credit given, and the same as before.
void World::tell(Phone& phone, const Frame& frame) {
    note("server tells " + phone.name() + ": " + shortly(*frame));
    const auto message = understood(frame);
    if (!message) return found("the server said what nobody understands: " + message.error().message);
    if (const auto* outcomes = std::get_if<Outcomes>(message->get())) {
        for (const Outcome& outcome : outcomes->outcomes) found(ledger_.decided(phone.device, outcome));
    }
    found(test::checkAudience(**message, host_->authority->organisation(), personId(phone.who.number)));
    found(phone.flow.told(**message));
    if (phone.versionsAgo == 0) return phone.down.push_back({frame, *message});
    auto known = decodeServer(phone.catalog(), *frame);
    if (!known) return found("an older program does not understand the server: " + known.error().message);
    phone.down.push_back({frame, std::make_shared<const ServerMessage>(std::move(known).value())});
}

void World::hearSome(Phone& phone) {
    for (auto many = 1 + random_.below(4); many > 0 && !phone.down.empty(); --many) {
        const Mail mail = std::move(phone.down.front());
        phone.down.pop_front();
        if (!hear(phone, mail)) return stopPhone(phone, Stop::killed);
        if (report_.finding) return;
    }
}

/// Pages that have arrived by now are sometimes taken in at once, as the application does.
JoinedPages World::together(Phone& phone, Page first) {
    JoinedPages pages(std::move(first), phone.replica->state().cursor);
    while (!phone.down.empty() && random_.oneIn(2)) {
        const auto* next = std::get_if<Page>(phone.down.front().message.get());
        if (next == nullptr) break;
        Page copy = *next;
        if (!pages.add(copy)) break;
        note(phone.name() + " hears with it: " + shortly(*phone.down.front().frame));
        phone.down.pop_front();
    }
    return pages;
}

/// Whether the device lived through it.
bool World::hear(Phone& phone, const Mail& mail) {
    note(phone.name() + " hears: " + shortly(*mail.frame));
    std::vector<std::pair<Outcome, PendingOperation>> answered;  // what is on the screen and accepted
    if (const auto* outcomes = std::get_if<Outcomes>(mail.message.get())) {
        for (const Outcome& outcome : outcomes->outcomes) {
            const auto pending = phone.store->pending(outcome.counter);
            if (!pending || !*pending || outcome.version == 0) continue;
            const Operation& operation = (*pending)->operation;
            const auto row = phone.store->find(*operation.type, operation.record);
            const auto beneath = phone.store->shadow(operation.record);
            const bool mayGo = beneath && *beneath && (*beneath)->isDeleted;
            if (row && *row && !mayGo) answered.emplace_back(outcome, **pending);
        }
    }
    const Seq cursor = phone.replica->state().cursor;
    const std::set<Id> heldBefore = heldBy(phone);
    std::optional<JoinedPages> pages;
    if (const auto* page = std::get_if<Page>(mail.message.get())) pages = together(phone, *page);
    const auto actions =
        pages ? phone.replica->receive(*pages) : phone.replica->receive(*mail.message, deviceNow(phone));
    if (!actions) return false;
    noteLeaving(phone, pages ? ServerMessage(pages->page()) : *mail.message, heldBefore);
    if (phone.replica->state().cursor < cursor && pages) found("I7: a cursor went back");
    for (const auto& [outcome, item] : answered) {
        const auto above = phone.store->pendingOf(item.operation.record);  // own later work may show something else
        if (!above || !above->empty() || item.operation.verb == Verb::remove) continue;
        const auto row = phone.store->find(*item.operation.type, item.operation.record);
        const bool isShown = row && *row && (*row)->version >= outcome.version;
        if (!isShown) found("I12: an accepted edit vanished from the screen: " + item.operation.record.text());
    }
    report_.conflicts += static_cast<std::size_t>(actions->conflicts);
    report_.rejected += static_cast<std::size_t>(actions->rejected);
    const bool isAtHead =
        actions->caughtUp && host_->authority && phone.replica->state().cursor == host_->authority->head();
    carryOut(phone, *actions);
    const auto waiting = phone.store->pendingCount();
    if (waiting && *waiting > 0 && random_.oneIn(4)) found(test::checkOnTop(*phone.store));
    const ReplicaState& state = phone.replica->state();
    const bool isWhole =
        phone.versionsAgo == 0 && !state.missedDeletions && !state.isRereading && (state.agreed || !phone.wasDamaged);
    if (isAtHead && waiting && *waiting == 0 && random_.oneIn(8) && isWhole)
        found(test::compareRows(*phone.store, *host_->store, state.scopes));
    return true;
}

/// What a device may no longer see it forgets, with what it remembered of it for a server that goes back. Entries say so;
/// otherwise it lost a scope, or comparing found what the server has not. Own work may still lie on top of it.
void World::noteLeaving(const Phone& phone, const ServerMessage& message, const std::set<Id>& heldBefore) {
    std::set<Id> gone;
    const std::set<Id> heldNow = heldBy(phone);
    std::ranges::set_difference(heldBefore, heldNow, std::inserter(gone, gone.end()));
    for (const PageRecord& entry : entriesOf(message)) {
        if (entry.gone == Gone::left) gone.insert(entry.record.id);
        if (entry.gone == Gone::deleted) gone.erase(entry.record.id);
    }
    for (const Id& id : gone) ledger_.left(phone.device, id);
}

/// What the server is known to have; nothing while it has no past to go back to.
std::set<Id> World::heldBy(const Phone& phone) const {
    std::set<Id> held;
    if (backups_ == 0) return held;
    const auto listed = phone.store->forEachHeld([&](const Held& one) { held.insert(one.record); });
    return listed ? held : std::set<Id>();
}

void World::carryOut(Phone& phone, const ReplicaActions& actions) {
    if (phone.connection != 0) {
        for (const Frame& frame : actions.send) phone.up.push_back(*frame);
    }
    if (actions.refused) {
        note(phone.name() + " was refused: " + std::string(word(actions.refused->error.code)));
        cut(phone);
    }
}

// ---- the run

void World::stepOnce(const Step& step) {
    random_ = test::SeededRandom(step.seed);
    nowMs_ += random_.between(1, 5'000);
    const auto named = std::ranges::find(phones_, static_cast<std::size_t>(step.device),
                                         [](const auto& phone) { return phone->number; });
    if (named == phones_.end()) return;
    Phone& phone = **named;
    switch (step.doing) {
        case Doing::act:
            return act(phone);
        case Doing::serve:
            return serveSome();
        case Doing::hear:
            if (!bootPhone(phone)) return;
            return phone.connection == 0 ? connect(phone) : hearSome(phone);
        case Doing::decide:
            return decideAtDesk();
        case Doing::ask:
            if (phone.replica && phone.connection != 0) carryOut(phone, phone.replica->askAgreement());
            return;
        case Doing::cut:
            return cut(phone);
        case Doing::repeat:
            return repeat(phone);
        case Doing::kill:
            return stopPhone(phone, Stop::killed);
        case Doing::unplug:
            return stopPhone(phone, Stop::unplugged);
        case Doing::trip:
            return phone.plan.arm(static_cast<int>(1 + random_.below(40)));
        case Doing::killServer:
            return stopServer(Stop::killed);
        case Doing::unplugServer:
            return stopServer(Stop::unplugged);
        case Doing::tripServer:
            return host_->plan.arm(static_cast<int>(1 + random_.below(60)));
        case Doing::install:
            return install(phone, std::max(0, phone.versionsAgo - 1));
        case Doing::compact:
            return compactHistory(Instant{nowMs_ - random_.between(0, 200'000)});
        case Doing::backUp:
            return backUp();
        case Doing::restore:
            return restore();
        case Doing::damage:
            return damage(phone);
        case Doing::jumpClock:
            phone.skewMs += random_.oneIn(4) ? random_.between(-10, 10) * yearMs : random_.between(-5'000, 5'000);
            return;
    }
}

/// Nothing goes wrong any more; everything must settle within a bound (I10).
void World::heal() {
    note("everything heals");
    random_ = test::SeededRandom(plan_.seed + 1);
    ground_->mendDisks();
    host_->plan.disarm();
    for (auto& phone : phones_) {
        phone->plan.disarm();
        install(*phone, 0);
    }
    stopServer(Stop::unplugged);  // planted bugs and careless stores show when the power comes back
    for (int round = 0; round < healingRoundsMax && !report_.finding; ++round) {
        nowMs_ += 1'000;
        for (auto& phone : phones_) {
            if (!bootPhone(*phone)) continue;
            if (phone->connection == 0) connect(*phone);
            while (!phone->down.empty() && !report_.finding) hearSome(*phone);
            if (report_.finding) return;
            const bool isIdle = phone->up.empty() && round % 5 == 4;
            if (isIdle && phone->replica && !phone->isQuiet(*host_)) carryOut(*phone, phone->replica->askAgreement());
        }
        if (host_->authority && isQuiet()) return;
        serveSome();
    }
    found("I10: no agreement " + std::to_string(healingRoundsMax) + " rounds after the last fault");
}

bool World::isQuiet() {
    return std::all_of(phones_.begin(), phones_.end(), [&](const auto& phone) { return phone->isQuiet(*host_); });
}

/// Where disks lie, all that is asked is that nobody says "equal" who is not.
void World::judgeClaims() {
    for (auto& phone : phones_) {
        if (!phone->replica || !phone->isQuiet(*host_) || !phone->replica->state().agreed) continue;
        auto finding = test::compareRows(*phone->store, *host_->store, phone->replica->state().scopes);
        if (finding) report_.finding = "I7: a false claim of agreement: " + *finding;
    }
    if (host_->store != nullptr && ledger_.checkEdits(*host_->store, {})) ++report_.lostEdits;
}

void World::judge() {
    if (plan_.expectsLosses) return judgeClaims();
    const Bug planted = std::exchange(plantedBug, Bug::none);  // the judge makes no mistakes
    std::map<Id, std::set<Counter>> trays;
    for (auto& phone : phones_) {
        found(test::compareRows(*phone->store, *host_->store, phone->replica->state().scopes));
        if (!phone->replica->state().agreed) found("I7: " + phone->name() + " and the server differ by digest");
        const auto incidents = phone->store->incidents();
        const bool mayBe = restores_ > 0 || phone->wasDamaged;
        if (!incidents || (!mayBe && !incidents->empty())) found("I7: " + phone->name() + " had to be repaired");
        const auto tray = phone->store->tray();
        if (!tray) return found("a tray cannot be read");
        for (const TrayItem& item : *tray) trays[phone->device].insert(item.counter);
    }
    found(test::checkUniqueKeys(*host_->store, testCatalog()));
    found(test::checkDisputes(*host_->store, testCatalog()));
    found(ledger_.checkHistory(*host_->store, host_->authority->head()));
    found(ledger_.checkEdits(*host_->store, trays));
    if (std::string wrong = ground_->finding(); !wrong.empty()) found(std::move(wrong));
    plantedBug = planted;
}

}  // namespace zhixing::simulation
