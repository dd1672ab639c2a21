#include <cstdio>
#include <cstdlib>
#include <vector>

#include "sync/authority/authority.h"
#include "tests/simulation/damage.h"
#include "tests/simulation/ground.h"
#include "tests/simulation/people.h"
#include "tests/support/memory_authority_store.h"
#include "tests/support/memory_replica_store.h"
#include "tests/support/test_catalog.h"

namespace zhixing::simulation {
namespace {

using test::MemoryAuthorityStore;
using test::MemoryReplicaStore;
using test::testCatalog;

MemoryAuthorityStore::Content founded() {
    MemoryAuthorityStore::Content nothing;
    nothing.epoch = "simulated";
    MemoryAuthorityStore store(testCatalog(), std::move(nothing));
    if (const auto done = found(store); !done) {
        std::fprintf(stderr, "the simulated organisation cannot be founded: %s\n", done.error().message.c_str());
        std::abort();
    }
    return store.content();
}

class MemoryGround final : public Ground {
public:
    void lay(std::size_t devices) override {
        server_ = std::make_unique<MemoryAuthorityStore>(testCatalog(), founded_);
        devices_.clear();
        for (std::size_t i = 0; i < devices; ++i)
            devices_.push_back(std::make_unique<MemoryReplicaStore>(testCatalog()));
    }
    Result<sync::AuthorityStore*> bootServer() override { return server_.get(); }
    void stopServer(Stop /*how*/, test::SeededRandom& /*random*/) override { server_->rollback(); }
    void backUpServer() override { backup_ = server_->content(); }
    void restoreServer(const std::string& epoch) override {
        backup_.epoch = epoch;
        server_ = std::make_unique<MemoryAuthorityStore>(testCatalog(), backup_);
    }
    Result<sync::ReplicaStore*> bootDevice(std::size_t device, const Catalog& catalog) override {
        devices_[device]->bringTo(catalog);
        return devices_[device].get();
    }
    void stopDevice(std::size_t device, Stop how, test::SeededRandom& random) override {
        MemoryReplicaStore& store = *devices_[device];
        if (how == Stop::killed) return store.rollback();
        store.cutPower(random.below(store.looseCommits() + 1));
    }
    void damageDevice(std::size_t device, const Catalog& catalog, test::SeededRandom& random) override {
        MemoryReplicaStore& store = *devices_[device];
        store.bringTo(catalog);
        if (const auto changed = damageOne(store, random)) store.damage(changed->record);
    }

private:
    MemoryAuthorityStore::Content founded_ = founded();
    std::unique_ptr<MemoryAuthorityStore> server_;
    MemoryAuthorityStore::Content backup_;
    std::vector<std::unique_ptr<MemoryReplicaStore>> devices_;
};

}  // namespace

std::unique_ptr<Ground> memoryGround() { return std::make_unique<MemoryGround>(); }

}  // namespace zhixing::simulation
