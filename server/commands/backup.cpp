#include "server/commands/backup.h"

#include "server/commands/directory_lock.h"
#include "server/store/audit.h"
#include "server/store/server_schema.h"
#include "shared/model/document.h"

namespace zhixing::server {

namespace {

std::string quoted(const std::filesystem::path& path) {
    std::string text;
    appendJsonString(text, path.string());
    return text;
}

/// Moves what is there out of the way, without trusting that it can still be read.
Result<std::filesystem::path> setAside(const std::filesystem::path& data, Instant now) {
    std::error_code failed;
    if (!std::filesystem::exists(data, failed)) return std::filesystem::path();
    const std::filesystem::path aside = data.string() + ".before-" + std::to_string(now.ms);
    for (const char* part : {"-wal", "-shm", ""}) {
        if (!std::filesystem::exists(data.string() + part, failed)) continue;
        std::filesystem::rename(data.string() + part, aside.string() + part, failed);
        if (failed) return Error{Code::io_failed, data.string() + part + ": " + failed.message(), {}, {}};
    }
    return aside;
}

/// The copy as it will be opened later: complete, in order, and the beginning of another history.
Result<Inspection> prepare(const std::filesystem::path& copy, const Desk::Ports& ports) {
    ZX_ASSIGN(auto database, openServerFile(copy, ports.catalog));
    ZX_ASSIGN(const auto store, SqliteAuthorityStore::open(database, ports.catalog));
    ZX_ASSIGN(const Inspection seen, inspectStore(database, *store, ports.catalog));
    ZX_ASSIGN(auto transaction, sqlite::Transaction::begin(database));
    ZX_TRY(writeMeta(database, "epoch", newId(ports.clock.now(), ports.random).text()));
    // Devices will send again what named them; until then nobody can say for how long nothing did.
    ZX_TRY(database.execute("UPDATE zx_blob SET unnamed_since = NULL"));
    ZX_TRY(transaction.commit());
    return seen;
}

}  // namespace

Result<Report> backUp(const std::filesystem::path& directory, const std::filesystem::path& file) {
    ZX_ASSIGN(auto database, sqlite::Database::openReader(serverFile(directory), serverFormat()));
    ZX_TRY(database.copyTo(file));
    return Report{R"({"backup":)" + quoted(file) + "}\n", {}};
}

Result<Report> restore(const std::filesystem::path& directory, const std::filesystem::path& file,
                       const Desk::Ports& ports) {
    std::error_code failed;
    if (!std::filesystem::exists(file, failed)) return Error{Code::not_found, "there is no " + file.string(), {}, {}};
    std::filesystem::create_directories(directory, failed);
    ZX_ASSIGN(const auto lock, lockDirectory(directory));

    const std::filesystem::path data = serverFile(directory);
    const std::filesystem::path copy = data.string() + ".restoring";
    std::filesystem::remove(copy, failed);
    {
        ZX_ASSIGN(auto backup, sqlite::Database::openReader(file, serverFormat()));
        ZX_TRY(backup.copyTo(copy));
    }
    ZX_ASSIGN(const Inspection seen, prepare(copy, ports));
    ZX_ASSIGN(const auto aside, setAside(data, ports.clock.now()));
    std::filesystem::rename(copy, data, failed);
    if (failed) return Error{Code::io_failed, data.string() + ": " + failed.message(), {}, {}};
    std::string output = R"({"restored":)" + quoted(file) + R"(,"records":)" + std::to_string(seen.records) +
                         R"(,"head":)" + std::to_string(seen.head);
    if (!aside.empty()) output += R"(,"kept":)" + quoted(aside);
    return Report{output + "}\n", "Devices send again what this copy does not know, as they connect.\n"};
}

}  // namespace zhixing::server
