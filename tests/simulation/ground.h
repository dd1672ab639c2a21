#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>

#include "sync/authority/store.h"
#include "sync/replica/store.h"
#include "tests/support/seeded_random.h"

namespace zhixing::simulation {

enum class Stop : std::uint8_t { killed, unplugged };

/// What the machines of a run stand on: one server's store and the devices' stores. It owns what it boots, until it is
/// stopped or booted again.
class Ground {
public:
    Ground() = default;
    Ground(const Ground&) = delete;
    Ground& operator=(const Ground&) = delete;
    virtual ~Ground() = default;

    /// A founded organisation and empty devices, for the next run.
    virtual void lay(std::size_t devices) = 0;

    [[nodiscard]] virtual Result<sync::AuthorityStore*> bootServer() = 0;
    virtual void stopServer(Stop how, test::SeededRandom& random) = 0;
    /// The catalog is the same as the last time, or newer; it outlives the ground.
    [[nodiscard]] virtual Result<sync::ReplicaStore*> bootDevice(std::size_t device, const Catalog& catalog) = 0;
    virtual void stopDevice(std::size_t device, Stop how, test::SeededRandom& random) = 0;

    /// Copies the server's state, while it is up; and goes back to the copy, under this epoch, while it is down.
    virtual void backUpServer() = 0;
    virtual void restoreServer(const std::string& epoch) = 0;

    /// Changes one row behind the program's back, while it is down: one of those that no own work is on, if there is any.
    /// The catalog is that of the device.
    virtual void damageDevice(std::size_t device, const Catalog& catalog, test::SeededRandom& random) = 0;

    /// A disk is failing at this moment: then a store may refuse to open.
    [[nodiscard]] virtual bool isDiskBad() const { return false; }
    /// Disks do what they should from here on.
    virtual void mendDisks() {}
    /// What is wrong with the stores themselves, when all is quiet; empty when nothing is.
    [[nodiscard]] virtual std::string finding() { return {}; }
};

/// Stores in memory: for many histories.
[[nodiscard]] std::unique_ptr<Ground> memoryGround();
/// The product's SQLite stores, in a directory of which everything is removed.
[[nodiscard]] std::unique_ptr<Ground> fileGround(std::filesystem::path directory);

/// Files live in memory where there is such a place: a history has hundreds of commits.
[[nodiscard]] std::filesystem::path defaultDirectory();

}  // namespace zhixing::simulation
