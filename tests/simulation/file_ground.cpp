#include "tests/simulation/file_ground.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include "server/store/audit.h"
#include "shared/sqlite/columns.h"
#include "shared/sqlite/typed_tables.h"
#include "tests/simulation/damage.h"
#include "tests/simulation/people.h"
#include "tests/support/test_catalog.h"

namespace zhixing::simulation {

namespace fs = std::filesystem;
using test::testCatalog;

namespace {

Result<void> makeServer(const fs::path& directory) {
    fs::create_directories(directory);
    ZX_ASSIGN(auto database, server::createServerDatabase(directory, testCatalog()));
    {
        ZX_ASSIGN(auto transaction, sqlite::Transaction::begin(database));
        ZX_TRY(server::SqliteAuthorityStore::initialise(database, "simulated"));
        ZX_TRY(server::markFounded(database, Instant{1'759'000'000'000}));
        ZX_TRY(transaction.commit());
    }
    ZX_ASSIGN(auto store, server::SqliteAuthorityStore::open(database, testCatalog()));
    return found(*store);
}

Result<void> makeTemplates(const fs::path& directory) {
    ZX_TRY(makeServer(directory / "server"));
    ZX_ASSIGN(auto device, client::SqliteReplicaStore::open(testCatalog(), directory / "device.db"));
    return {};
}

/// In a text, if the type has any; else in the sum beside it.
void changeContent(client::SqliteReplicaStore& store, const sync::Held& row) {
    std::string change = "row_sum = row_sum + 1";
    for (const Field& field : row.type->fields) {
        const std::string name = sqlite::sqlName(field.name);
        if (field.kind == Kind::text) change = name + " = coalesce(" + name + ", '') || '?'";
    }
    const auto changed = sqlite::guarded([&] {
        sqlite::Use update(store.database().prepared("UPDATE " + sqlite::sqlName(row.type->name) + " SET " + change +
                                                     " WHERE id = ?1"));
        sqlite::bindId(*update, 1, row.record);
        update->exec();
    });
    if (!changed) store.rollback();  // the disk itself is failing at this moment
}

}  // namespace

FileGround::FileGround(fs::path directory) : directory_(std::move(directory)) {
    fs::remove_all(directory_);
    if (const auto made = makeTemplates(directory_ / "template"); !made) {
        std::fprintf(stderr, "the simulator cannot prepare its stores: %s\n", made.error().message.c_str());
        std::abort();
    }
}

FileGround::~FileGround() {
    closeAll();
    std::error_code ignored;
    fs::remove_all(directory_, ignored);
}

void FileGround::closeAll() {
    server_.reset();
    database_.reset();
    devices_.clear();
}

void FileGround::lay(std::size_t devices) {
    closeAll();
    fs::remove_all(directory_ / "run");
    fs::create_directories(serverDirectory());
    for (const auto& entry : fs::directory_iterator(directory_ / "template" / "server")) {
        if (entry.path().extension() != ".lock")
            fs::copy_file(entry.path(), serverDirectory() / entry.path().filename());
    }
    devices_.resize(devices);
    for (std::size_t device = 0; device < devices; ++device)
        fs::copy_file(directory_ / "template" / "device.db", deviceFile(device));
    isUnused_.assign(devices, true);
}

Result<sync::AuthorityStore*> FileGround::bootServer() {
    ZX_ASSIGN(auto database, server::openServerDatabase(serverDirectory(), testCatalog()));
    database_.emplace(std::move(database));
    ZX_ASSIGN(server_, server::SqliteAuthorityStore::open(*database_, testCatalog()));
    return server_.get();
}

void FileGround::stopServer(Stop /*how*/, test::SeededRandom& /*random*/) {
    server_.reset();
    database_.reset();
}

void FileGround::backUpServer() {
    fs::remove(directory_ / "run" / "backup.db");
    if (const auto copied = database_->copyTo(directory_ / "run" / "backup.db"); !copied) std::abort();
}

void FileGround::restoreServer(const std::string& epoch) {
    const fs::path data = server::serverFile(serverDirectory());
    for (const char* part : {"", "-wal", "-shm"}) fs::remove(data.string() + part);
    fs::copy_file(directory_ / "run" / "backup.db", data);
    auto restored = server::openServerFile(data, testCatalog());
    if (!restored || !server::writeMeta(*restored, "epoch", epoch)) std::abort();
}

Result<sync::ReplicaStore*> FileGround::bootDevice(std::size_t device, const Catalog& catalog) {
    // An older program makes its own file.
    if (isUnused_[device] && &catalog != &testCatalog()) fs::remove(deviceFile(device));
    isUnused_[device] = false;
    ZX_ASSIGN(devices_[device], client::SqliteReplicaStore::open(catalog, deviceFile(device)));
    return devices_[device].get();
}

void FileGround::stopDevice(std::size_t device, Stop /*how*/, test::SeededRandom& /*random*/) {
    devices_[device].reset();
}

void FileGround::damageDevice(std::size_t device, const Catalog& catalog, test::SeededRandom& random) {
    if (!bootDevice(device, catalog)) return;
    if (const auto changed = damageOne(*devices_[device], random)) changeContent(*devices_[device], *changed);
    devices_[device].reset();
}

std::string FileGround::finding() {
    for (const auto& device : devices_) {
        if (device == nullptr) continue;
        if (const auto whole = device->database().verify(); !whole) return "a device's file: " + whole.error().message;
    }
    if (server_ == nullptr) return {};
    const auto inspected = server::inspectStore(*database_, *server_, testCatalog());
    return inspected.ok() ? std::string() : "I11: the server's store: " + inspected.error().message;
}

std::unique_ptr<Ground> fileGround(fs::path directory) { return std::make_unique<FileGround>(std::move(directory)); }

fs::path defaultDirectory() {
    const fs::path memory("/dev/shm");
    const auto base = fs::is_directory(memory) ? memory : fs::temp_directory_path();
    return base / ("zhixing-simulation-" + std::to_string(::getpid()));
}

}  // namespace zhixing::simulation
