#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "client/store/sqlite_replica_store.h"
#include "server/store/server_schema.h"
#include "server/store/sqlite_authority_store.h"
#include "tests/simulation/ground.h"

namespace zhixing::simulation {

/// The product's SQLite stores, in a directory of which everything is removed: under `template` the empty stores, under
/// `run` the copies that a run uses.
class FileGround : public Ground {
public:
    explicit FileGround(std::filesystem::path directory);
    ~FileGround() override;

    void lay(std::size_t devices) override;
    Result<sync::AuthorityStore*> bootServer() override;
    void stopServer(Stop how, test::SeededRandom& random) override;
    void backUpServer() override;
    void restoreServer(const std::string& epoch) override;
    Result<sync::ReplicaStore*> bootDevice(std::size_t device, const Catalog& catalog) override;
    void stopDevice(std::size_t device, Stop how, test::SeededRandom& random) override;
    void damageDevice(std::size_t device, const Catalog& catalog, test::SeededRandom& random) override;
    /// I11, and whether the files agree with themselves.
    std::string finding() override;

protected:
    [[nodiscard]] std::filesystem::path serverDirectory() const { return directory_ / "run" / "server"; }
    [[nodiscard]] std::filesystem::path deviceFile(std::size_t device) const {
        return directory_ / "run" / ("device" + std::to_string(device) + ".db");
    }

private:
    void closeAll();

    std::filesystem::path directory_;
    std::optional<sqlite::Database> database_;
    std::unique_ptr<server::SqliteAuthorityStore> server_;
    std::vector<std::unique_ptr<client::SqliteReplicaStore>> devices_;
    std::vector<bool> isUnused_;  ///< no program has opened it yet
};

}  // namespace zhixing::simulation
