#include <cstdlib>

#include "tests/simulation/people.h"
#include "tests/simulation/world.h"
#include "tests/support/test_catalog.h"

namespace zhixing::simulation {

namespace fs = std::filesystem;
using test::testCatalog;

namespace {

constexpr std::size_t devicesMax = 8;

[[noreturn]] void giveUp(const Error& error) {
    std::fprintf(stderr, "the simulator cannot prepare its stores: %s\n", error.message.c_str());
    std::abort();
}

template <typename T>
T need(Result<T> result) {
    if (!result.ok()) giveUp(result.error());
    return std::move(result).value();
}

void need(Result<void> result) {
    if (!result.ok()) giveUp(result.error());
}

void makeServer(const fs::path& directory) {
    fs::create_directories(directory);
    auto database = need(server::createServerDatabase(directory, testCatalog()));
    test::SeededRandom random(1);
    {
        auto transaction = need(sqlite::Transaction::begin(database));
        need(server::SqliteAuthorityStore::initialise(database, "simulated"));
        need(server::markFounded(database, Instant{1'759'000'000'000}));
        need(transaction.commit());
    }
    auto store = need(server::SqliteAuthorityStore::open(database, testCatalog()));
    auto authority = need(sync::Authority::load(testCatalog(), *store, random));
    need(authority.begin());
    (void)need(authority.change(personId(3), founding(), Instant{1'759'000'000'000}));
    (void)need(authority.commit());
}

void clear(const fs::path& directory) {
    for (const auto& entry : fs::directory_iterator(directory)) fs::remove_all(entry.path());
}

}  // namespace

Ground::Ground(fs::path directory) : directory_(std::move(directory)) {
    fs::remove_all(directory_);
    makeServer(directory_ / "template" / "server");
    (void)need(client::SqliteReplicaStore::open(testCatalog(), directory_ / "template" / "device.db"));
    fs::create_directories(serverDirectory());
}

Ground::~Ground() {
    std::error_code ignored;
    fs::remove_all(directory_, ignored);
}

void Ground::lay() {
    clear(serverDirectory().parent_path());
    fs::create_directories(serverDirectory());
    for (const auto& entry : fs::directory_iterator(directory_ / "template" / "server")) {
        if (entry.path().extension() != ".lock")
            fs::copy_file(entry.path(), serverDirectory() / entry.path().filename());
    }
    for (std::size_t device = 0; device < devicesMax; ++device)
        fs::copy_file(directory_ / "template" / "device.db", deviceFile(device));
}

fs::path Ground::serverDirectory() const { return directory_ / "run" / "server"; }

fs::path Ground::deviceFile(std::size_t device) const {
    return directory_ / "run" / ("device" + std::to_string(device) + ".db");
}

}  // namespace zhixing::simulation
