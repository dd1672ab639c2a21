#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "server/accounts/accounts.h"
#include "server/store/sqlite_authority_store.h"
#include "shared/base/random.h"
#include "sync/authority/authority.h"

namespace zhixing::server {

class Desk;

/// Work at the desk, within a transaction. An Error undoes it.
using Errand = std::function<Result<void>(Desk&)>;

/// The one place where an organisation's data is changed: one database connection with the authority, the store and the
/// accounts on it. In a running server the authority's thread owns it; without one, a command opens it for itself.
class Desk {
public:
    struct Ports {
        const Catalog& catalog;
        const Clock& clock;
        Random& random;
    };
    /// What an organisation begins with.
    struct Founding {
        std::string organisation;
        std::string login;
        std::string passwordHash;
    };

    [[nodiscard]] static Result<std::unique_ptr<Desk>> open(const std::filesystem::path& directory, const Ports& ports);
    /// A new organisation: its headquarters and an administrator.
    [[nodiscard]] static Result<std::unique_ptr<Desk>> found(const std::filesystem::path& directory, const Ports& ports,
                                                             const Founding& founding);

    /// Runs the errand in a transaction of its own; durable when this returns.
    [[nodiscard]] Result<void> perform(const Errand& errand);
    /// Runs the errand and undoes it, with an authority of its own: says whether perform() would fail, and the real
    /// authority with everybody who is connected to it notices nothing.
    [[nodiscard]] Result<void> rehearse(const Errand& errand);

    [[nodiscard]] const Catalog& catalog() const { return ports_.catalog; }
    [[nodiscard]] Instant now() const { return ports_.clock.now(); }
    [[nodiscard]] Random& random() { return ports_.random; }
    [[nodiscard]] sqlite::Database& database() { return database_; }
    [[nodiscard]] SqliteAuthorityStore& store() { return *store_; }
    [[nodiscard]] Accounts& accounts() { return accounts_; }
    [[nodiscard]] sync::Authority& authority() { return *authority_; }

    /// In whose name the server itself changes records, and the node that is the root of all.
    [[nodiscard]] const Id& administrator() const { return administrator_; }
    [[nodiscard]] const Id& headquarters() const { return headquarters_; }
    [[nodiscard]] Result<std::string> organisationName();

    /// Where it is noted which catalogs are those of programs that are too old, by fingerprint, with blanks between them.
    static constexpr const char* retiredKey = "retired";
    /// Tells the authority what is noted there.
    [[nodiscard]] Result<void> retire();

    /// What an errand wants sent beside what the authority says; taken when the transaction is durable.
    std::vector<sync::Delivery> farewells;

private:
    Desk(sqlite::Database database, const Ports& ports);

    [[nodiscard]] Result<void> load();
    [[nodiscard]] Result<void> layFoundation(const Founding& founding);

    Ports ports_;
    sqlite::Database database_;
    std::unique_ptr<SqliteAuthorityStore> store_;
    Accounts accounts_;
    std::unique_ptr<sync::Authority> authority_;
    Id administrator_;
    Id headquarters_;
};

/// The headquarters node has the same id in every organisation, so that data files can name it as a parent.
[[nodiscard]] Id headquartersId();

}  // namespace zhixing::server
