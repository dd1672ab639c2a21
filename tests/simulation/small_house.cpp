#include "tests/simulation/small_house.h"

#include <algorithm>

namespace zhixing::test {

using namespace sync;

SmallHouse::SmallHouse() {
    const std::filesystem::path directory(directory_.path().toStdString());
    database_.emplace(need(server::createServerDatabase(directory, testCatalog())));
    {
        auto transaction = need(sqlite::Transaction::begin(*database_));
        need(server::SqliteAuthorityStore::initialise(*database_, "first"));
        need(server::markFounded(*database_, now));
        need(transaction.commit());
    }
    load();
    change(simulation::founding());
}

void SmallHouse::load() {
    store_ = need(server::SqliteAuthorityStore::open(*database_, testCatalog()));
    authority_.emplace(need(Authority::load(testCatalog(), *store_, random_)));
}

SmallHouse::Device& SmallHouse::device(int inhabitant, const Catalog& catalog) {
    auto device = std::make_unique<Device>();
    const auto number = devices_.size();
    device->who = simulation::inhabitants[static_cast<std::size_t>(inhabitant)];
    device->id = simulation::deviceId(static_cast<int>(number));
    device->file = directory_.filePath(QStringLiteral("device%1.db").arg(number)).toStdString();
    device->catalog = &catalog;
    device->store = need(client::SqliteReplicaStore::open(catalog, device->file));
    device->replica.emplace(need(Replica::load(catalog, *device->store, random_)));
    need(device->replica->enrolled(device->id, simulation::personId(device->who.number),
                                   simulation::nodeId(device->who.node)));
    devices_.push_back(std::move(device));
    return *devices_.back();
}

void SmallHouse::connect(Device& device, int minor) {
    device.connection = nextConnection_++;
    for (const Frame& frame : need(device.replica->connected("token", minor)).send) device.up.push_back(*frame);
}

void SmallHouse::disconnect(Device& device) {
    authority_->close(device.connection);
    device.replica->disconnected();
    device.connection = 0;
    device.up.clear();
    device.down.clear();
}

void SmallHouse::restart(Device& device) {
    if (device.connection != 0) disconnect(device);
    device.replica.emplace(need(Replica::load(*device.catalog, *device.store, random_)));
}

void SmallHouse::install(Device& device, const Catalog& catalog) {
    if (device.connection != 0) disconnect(device);
    device.replica.reset();
    device.store.reset();
    device.catalog = &catalog;
    device.store = need(client::SqliteReplicaStore::open(catalog, device.file));
    restart(device);
}

void SmallHouse::serve() {
    need(authority_->begin());
    for (auto& device : devices_) {
        for (const std::string& bytes : std::exchange(device->up, {})) {
            const auto message = need(decodeClient(testCatalog(), bytes));
            if (const auto* hello = std::get_if<Hello>(&message)) {
                const Identity identity{simulation::personId(device->who.number), device->id};
                need(authority_->open(device->connection, identity, *hello, now));
            } else {
                need(authority_->receive(device->connection, message, now));
            }
        }
    }
    deliver(need(authority_->commit()));
}

void SmallHouse::deliver(const std::vector<Delivery>& deliveries) {
    for (const Delivery& delivery : deliveries) {
        for (auto& device : devices_) {
            if (device->connection == delivery.to && delivery.frame) device->down.push_back(*delivery.frame);
        }
    }
}

std::vector<Id> SmallHouse::change(const std::vector<DirectChange>& changes) {
    need(authority_->begin());
    auto ids = need(authority_->change(simulation::personId(3), changes, now));
    deliver(need(authority_->commit()));
    return ids;
}

std::vector<Id> SmallHouse::stock(int count) {
    std::vector<DirectChange> changes;
    for (int i = 0; i < count; ++i) {
        DirectChange item;
        item.type = &testCatalog().at("item");
        item.place = simulation::nodeId(3);
        item.values = {{static_cast<std::uint16_t>(*item.type->find("title")), "stock " + std::to_string(i)}};
        changes.push_back(item);
    }
    return change(changes);
}

std::size_t SmallHouse::stocked(Device& device) {
    const auto items = all(device, "item");
    return static_cast<std::size_t>(
        std::ranges::count_if(items, [](const Record& item) { return item.string("title").starts_with("stock "); }));
}

Id SmallHouse::grant(int person, int node, std::string_view role) {
    DirectChange grant;
    grant.type = &testCatalog().at("grant");
    const auto of = [&](std::string_view name, Value value) {
        return FieldValue{static_cast<std::uint16_t>(*grant.type->find(name)), std::move(value)};
    };
    grant.values = {of("person", simulation::personId(person)), of("node", simulation::nodeId(node)),
                    of("role", std::string(role))};
    return change({grant}).front();
}

void SmallHouse::withdraw(const Id& grant) {
    DirectChange removal;
    removal.verb = Verb::remove;
    removal.type = &testCatalog().at("grant");
    removal.record = grant;
    change({removal});
}

Compaction SmallHouse::compact(Instant before, Seq linesMax) {
    need(authority_->begin());
    const Compaction done = need(authority_->compact(before, now, linesMax));
    deliver(need(authority_->commit()));
    return done;
}

server::Inspection SmallHouse::inspect() { return need(server::inspectStore(*database_, *store_, testCatalog())); }

void SmallHouse::keepBackup() {
    const std::string file = directory_.filePath("backup").toStdString();
    std::filesystem::create_directories(file);
    need(database_->copyTo(std::filesystem::path(file) / "zhixing.db"));
}

void SmallHouse::restoreBackup() {
    for (auto& device : devices_) {
        if (device->connection != 0) disconnect(*device);
    }
    authority_.reset();
    store_.reset();
    database_.emplace(need(server::openServerDatabase(directory_.filePath("backup").toStdString(), testCatalog())));
    need(server::writeMeta(*database_, "epoch", "second"));
    load();
}

void SmallHouse::hear(Device& device) {
    for (const std::string& bytes : std::exchange(device.down, {})) {
        device.last = need(device.replica->receive(need(decodeServer(*device.catalog, bytes)), now));
        for (const Frame& frame : device.last.send) device.up.push_back(*frame);
    }
}

void SmallHouse::ask(Device& device) {
    for (const Frame& frame : device.replica->askAgreement().send) device.up.push_back(*frame);
}

void SmallHouse::settle() {
    const auto isBusy = [](const auto& device) {
        return device->connection != 0 && (!device->up.empty() || !device->down.empty());
    };
    for (int round = 0; round < 100 && std::any_of(devices_.begin(), devices_.end(), isBusy); ++round) {
        serve();
        for (auto& device : devices_) hear(*device);
    }
}

Id SmallHouse::record(Device& device, Edit edit) {
    ReplicaActions actions;
    const auto ids = need(device.replica->record(std::span(&edit, 1), now, actions));
    if (device.connection != 0) {
        for (const Frame& frame : actions.send) device.up.push_back(*frame);
    }
    return ids.front();
}

Edit SmallHouse::add(std::string_view type, std::vector<std::pair<std::string_view, Value>> values) {
    Edit made = edit(type, Id{}, std::move(values));
    made.verb = Verb::add;
    return made;
}

Edit SmallHouse::edit(std::string_view type, const Id& record, std::vector<std::pair<std::string_view, Value>> values) {
    Edit made;
    made.type = &testCatalog().at(type);
    made.record = record;
    for (auto& [name, value] : values)
        made.values.push_back({static_cast<std::uint16_t>(*made.type->find(name)), std::move(value)});
    return made;
}

std::optional<Record> SmallHouse::row(Device& device, std::string_view type, const Id& record) {
    return need(device.store->find(device.catalog->at(type), record));
}

std::optional<StoredRecord> SmallHouse::held(const Id& record) { return need(store_->find(record)); }

std::vector<Record> SmallHouse::all(Device& device, std::string_view type) {
    std::vector<Record> records;
    for (const Scope& scope : device.replica->state().scopes) {
        for (const auto& [rowType, id] : need(device.store->rowsIn(scope))) {
            if (rowType->name == type) records.push_back(*need(device.store->find(*rowType, id)));
        }
    }
    return records;
}

}  // namespace zhixing::test
