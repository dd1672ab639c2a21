#include <algorithm>
#include <utility>

#include "shared/model/document.h"
#include "sync/wire/codec.h"
#include "tests/simulation/machines.h"
#include "tests/simulation/world.h"
#include "tests/support/test_catalog.h"

/// What people do in a run: at their devices, and at headquarters' desk.
namespace zhixing::simulation {

using namespace sync;
using test::testCatalog;

namespace {

/// What an older program can say of these: it knows fewer types and fields.
std::vector<Edit> sayable(const Catalog& catalog, const std::vector<Edit>& edits) {
    std::vector<Edit> said;
    for (const Edit& edit : edits) {
        const RecordType* type = catalog.find(edit.type->name);
        if (type == nullptr) continue;
        Edit one = edit;
        one.type = type;
        one.values.clear();
        for (const FieldValue& value : edit.values) {
            const auto position = type->find(edit.type->fields[value.field].name);
            if (position) one.values.push_back({static_cast<std::uint16_t>(*position), value.value});
        }
        said.push_back(std::move(one));
    }
    return said;
}

}  // namespace

void World::act(Phone& phone) {
    if (!bootPhone(phone)) return;
    const Counter before = phone.replica->state().lastCounter;
    const auto tray = phone.store->tray();
    const auto conflicts = visible(*phone.store, phone.replica->state().scopes, "conflict");
    bool isDone = false;
    if (tray && !tray->empty() && random_.oneIn(4)) {
        isDone = workOnTray(phone, *tray);
    } else if (!conflicts.empty() && random_.oneIn(5)) {
        isDone = resolve(phone, random_.pick(conflicts));
    } else {
        isDone = record(phone);
    }
    if (isDone) confirm(phone, before);
    if (phone.plan.isDead()) return stopPhone(phone, Stop::killed);
    if (!isDone && ground_->isDiskBad()) stopPhone(phone, Stop::killed);
}

bool World::record(Phone& phone) {
    auto edits = anythingBy(phone.who, *phone.store, phone.replica->state().scopes, plan_.taste, random_);
    if (!removed_.empty() && random_.oneIn(20)) edits = {revived(random_.pick(removed_))};
    if (phone.versionsAgo > 0) edits = sayable(phone.catalog(), edits);
    if (edits.empty()) return false;
    ReplicaActions actions;
    const auto ids = phone.replica->record(edits, deviceNow(phone), actions);
    note(phone.name() + (ids.ok() ? " saves" : " is told no"));
    if (!ids) return false;
    for (const Edit& edit : edits) {
        if (edit.verb == Verb::remove) removed_.push_back(edit.record);
    }
    carryOut(phone, actions);
    return true;
}

/// Sends a refused edit again, throws it away, or gets back what was thrown away.
bool World::workOnTray(Phone& phone, const std::vector<TrayItem>& tray) {
    const Counter counter = random_.pick(tray).counter;
    for (const TrayItem& item : tray) phone.wasInTray.push_back(item.counter);
    const bool isResent = random_.oneIn(2);
    note(phone.name() + (isResent ? " resends " : " discards ") + std::to_string(counter));
    const auto step = isResent ? phone.replica->resend(counter, {}, deviceNow(phone))
                               : phone.replica->discard(counter, deviceNow(phone));
    if (step) {
        if (!isResent) ledger_.discarded(phone.device, counter);
        for (const Counter one : step->takenBack) ledger_.discarded(phone.device, one);
        carryOut(phone, *step);
    }
    const bool isUndecided = !step && (phone.plan.isDead() || ground_->isDiskBad());
    if (!isUndecided) phone.wasInTray.clear();
    return step.ok();
}

bool World::resolve(Phone& phone, const Record& conflict) {
    const RecordType* type = testCatalog().find(conflict.string("record_type"));
    const auto position = type != nullptr ? type->find(conflict.string("field")) : std::nullopt;
    if (!position) return false;
    const Field& field = type->fields[*position];
    const auto lost = parseJsonValue(field, conflict.string("lost_value"));
    const Value chosen = lost && random_.oneIn(2) ? *lost : anyValue(field, plan_.taste, random_);
    note(phone.name() + " settles " + conflict.id.text());
    const auto step = phone.replica->settle(conflict.id, {Choice::another, chosen, {}, {}}, deviceNow(phone));
    if (step) carryOut(phone, *step);
    return step.ok();
}

/// The person was told "saved": from here on it may not be lost.
void World::confirm(Phone& phone, Counter before) {
    for (Counter counter = before + 1; counter <= phone.replica->state().lastCounter; ++counter) {
        const auto pending = phone.store->pending(counter);
        if (pending && *pending) {
            const auto meant = decodeOperation(testCatalog(), (*pending)->line);
            if (!meant) return found("an older program's work is not understood: " + (*pending)->line);
            ledger_.confirmed(phone.device, *meant, seenBy(phone, (*pending)->operation));
            note("  " + (*pending)->line);
        } else if (!ground_->isDiskBad()) {
            found("I1: confirmed, and not in the outbox: " + std::to_string(counter) +
                  (pending ? "" : ": " + pending.error().message));
        }
    }
}

/// After a crash: what is gone from the tray was meant to be.
void World::rememberTray(Phone& phone) {
    if (phone.wasInTray.empty()) return;
    const auto tray = phone.store->tray();
    if (!tray) return found("a tray cannot be read: " + tray.error().message);
    for (const Counter counter : std::exchange(phone.wasInTray, {})) {
        const bool isGone = std::ranges::find(*tray, counter, &TrayItem::counter) == tray->end();
        if (isGone) ledger_.discarded(phone.device, counter);
    }
}

/// The server's version beneath what this phone shows.
Version World::seenBy(const Phone& phone, const Operation& operation) {
    const auto beneath = phone.store->shadow(operation.record);
    if (beneath && *beneath) return (*beneath)->version;
    const auto row = phone.store->find(*operation.type, operation.record);
    return row && *row ? (*row)->version : 0;
}

void World::decideAtDesk() {
    if (!bootServer()) return;
    const auto change = anythingAtDesk(*host_->store, plan_.taste, random_);
    if (!change) return;
    note("the desk changes " + std::string(change->type->name) + ' ' + (change->record ? change->record->text() : ""));
    if (!host_->authority->begin()) return stopServer(Stop::killed);
    const auto done = host_->authority->change(personId(3), std::span(&*change, 1), serverNow());
    finishAtDesk(done ? Result<void>() : Result<void>(done.error()));
}

void World::compactHistory(Instant before) {
    if (!bootServer()) return;
    note("the server compacts its history");
    ledger_.archive(*host_->store);
    if (!host_->authority->begin()) return stopServer(Stop::killed);
    const auto done = host_->authority->compact(before, serverNow());
    finishAtDesk(done ? Result<void>() : Result<void>(done.error()));
}

void World::backUp() {
    if (!bootServer()) return;
    note("the server is backed up");
    ground_->backUpServer();
    ++backups_;
}

/// What was decided since is undecided again, and what headquarters did since has never been.
void World::restore() {
    if (backups_ == 0) return;
    stopServer(Stop::killed);
    note("the server goes back");
    ground_->restoreServer("restored " + std::to_string(++restores_));
    if (bootServer()) ledger_.wentBack(*host_->store);
}

void World::finishAtDesk(const Result<void>& done) {
    if (!done && !host_->plan.isDead() && !ground_->isDiskBad()) found("the desk is refused: " + done.error().message);
    const auto deliveries = done ? host_->authority->commit() : Result<std::vector<Delivery>>(done.error());
    if (!deliveries) return stopServer(Stop::killed);
    carry(*deliveries);
    if (host_->plan.isDead()) stopServer(Stop::killed);
}

}  // namespace zhixing::simulation
