#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/base/random.h"
#include "shared/base/result.h"
#include "shared/base/time.h"
#include "shared/sqlite/database.h"
#include "sync/authority/authority.h"

namespace zhixing::server {

/// A person's way in. The password's hash is empty until the first enrolment sets it.
struct Login {
    Id person;
    std::string login;
    std::string passwordHash;
    bool isDisabled = false;
};

struct Device {
    Id id;
    Id person;
    std::string login;
    std::string name;
    Instant enrolledAt;
    Instant seenAt;
    bool isRevoked = false;
};

/// Whether authenticate() refused, rather than failed to look.
[[nodiscard]] inline bool isTokenRefused(Code code) {
    return code == Code::not_enrolled || code == Code::device_revoked || code == Code::person_disabled ||
           code == Code::token_expired;
}

/// Who may come in: logins, one-time enrolment codes and devices, in the same database as the records. Secrets are
/// stored as hashes only: passwords by argon2id (password.h), codes and tokens, which are long and random, by BLAKE2b.
/// Changes become durable with the transaction they are made in. Use from the authority's thread.
class Accounts {
public:
    /// Both outlive the accounts.
    Accounts(sqlite::Database& database, Random& random) : database_(&database), random_(&random) {}

    /// `already_exists` when the login or the person is taken.
    [[nodiscard]] Result<void> addLogin(const Id& person, const std::string& login, const std::string& passwordHash,
                                        Instant now);
    [[nodiscard]] Result<std::optional<Login>> findLogin(const std::string& login);
    [[nodiscard]] Result<std::optional<Login>> loginOf(const Id& person);
    [[nodiscard]] Result<void> setPassword(const Id& person, const std::string& passwordHash);
    [[nodiscard]] Result<void> disable(const Id& person);

    /// A new code for the person; earlier ones stay good until their time is over.
    [[nodiscard]] Result<std::string> makeEnrolmentCode(const Id& person, Instant now);
    /// Whose code it is: `bad_enrolment_code` when unknown or too old, `enrolment_used`, `person_disabled`.
    [[nodiscard]] Result<Login> checkEnrolmentCode(const std::string& code, Instant now);
    /// Uses the code up and makes the device; returns its token, which is stored nowhere. A person's device that was
    /// enrolled before (`previous`) stays the same device with a new token, revoked or not: its operations are
    /// numbered, and those still waiting on it must go on from where they were.
    [[nodiscard]] Result<std::pair<Id, std::string>> enrol(const std::string& code, const std::string& deviceName,
                                                           const std::optional<Id>& previous, Instant now);

    /// Whose token it is: `not_enrolled`, `device_revoked`, `person_disabled`, `token_expired`.
    [[nodiscard]] Result<sync::Identity> authenticate(const std::string& token, Instant now);
    [[nodiscard]] Result<std::vector<Device>> devices();
    /// `not_found` when there is no such device.
    [[nodiscard]] Result<void> revoke(const Id& device);

private:
    [[nodiscard]] Result<bool> belongsTo(const Id& device, const Id& person);
    sqlite::Database* database_;
    Random* random_;
};

}  // namespace zhixing::server
