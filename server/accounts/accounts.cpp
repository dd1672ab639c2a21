#include "server/accounts/accounts.h"

#include <array>

#include "server/limits.h"
#include "server/store/columns.h"
#include "shared/base/hash.h"
#include "shared/base/text.h"

namespace zhixing::server {

namespace {

using sqlite::guarded;
using sqlite::Use;

constexpr std::size_t codeCharacters = 32;  // of 5 bits each: 160 bits
constexpr std::size_t codeGroup = 4;
constexpr std::size_t tokenBytes = 32;
constexpr std::int64_t seenEveryMs = 60 * 60 * 1000;  // so that a hello rarely has to write
constexpr std::int64_t usedCodesKeptMs = 24LL * 60 * 60 * 1000;

Error refusal(Code code, const char* why) { return Error{code, why, {}, {}}; }

/// Without letters that look like digits (Crockford's base 32), in groups, so that a code can be read out.
std::string writeCode(Random& random) {
    static constexpr char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    std::array<std::uint8_t, codeCharacters> bytes{};
    random.fill(bytes.data(), bytes.size());
    std::string code;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i > 0 && i % codeGroup == 0) code += '-';
        code += alphabet[bytes[i] & 31U];
    }
    return code;
}

void bindHash(SQLite::Statement& statement, int index, const Hash256& hash) {
    bindBlob(statement, index, hash.data(), hash.size());
}

Login loginAt(const SQLite::Statement& row) {
    return {idAt(row, 0), row.getColumn(1).getString(), row.getColumn(2).getString(), row.getColumn(3).getInt() != 0};
}

}  // namespace

// ---- logins

Result<void> Accounts::addLogin(const Id& person, const std::string& login, const std::string& passwordHash,
                                Instant now) {
    if (!isCleanUtf8(login) || login.empty() || trimmed(login).size() != login.size() ||
        codePoints(login) > limits::loginCodePointsMax) {
        return Error{Code::out_of_range, "a login has 1 to 64 characters and no space at its ends", "login", {}};
    }
    ZX_ASSIGN(const auto same, findLogin(login));
    if (same) return Error{Code::already_exists, "the login is taken", "login", {}};
    ZX_ASSIGN(const auto other, loginOf(person));
    if (other) return Error{Code::already_exists, "the person has a login", "person", {}};
    return guarded([&] {
        Use row(database_->prepared(
            "INSERT INTO zx_login (person, login, password, is_disabled, made_at) VALUES (?, ?, ?, 0, ?)"));
        bindId(*row, 1, person);
        bindText(*row, 2, login);
        bindText(*row, 3, passwordHash);
        row->bind(4, now.ms);
        row->exec();
    });
}

Result<std::optional<Login>> Accounts::findLogin(const std::string& login) {
    return guarded([&]() -> std::optional<Login> {
        Use row(database_->prepared("SELECT person, login, password, is_disabled FROM zx_login WHERE login = ?"));
        bindText(*row, 1, login);
        if (!row->executeStep()) return std::nullopt;
        return loginAt(*row);
    });
}

Result<std::optional<Login>> Accounts::loginOf(const Id& person) {
    return guarded([&]() -> std::optional<Login> {
        Use row(database_->prepared("SELECT person, login, password, is_disabled FROM zx_login WHERE person = ?"));
        bindId(*row, 1, person);
        if (!row->executeStep()) return std::nullopt;
        return loginAt(*row);
    });
}

Result<void> Accounts::setPassword(const Id& person, const std::string& passwordHash) {
    return guarded([&] {
        Use row(database_->prepared("UPDATE zx_login SET password = ? WHERE person = ?"));
        bindText(*row, 1, passwordHash);
        bindId(*row, 2, person);
        row->exec();
    });
}

Result<void> Accounts::disable(const Id& person) {
    return guarded([&] {
        Use row(database_->prepared("UPDATE zx_login SET is_disabled = 1 WHERE person = ?"));
        bindId(*row, 1, person);
        row->exec();
    });
}

// ---- enrolment

Result<std::string> Accounts::makeEnrolmentCode(const Id& person, Instant now) {
    const std::string code = writeCode(*random_);
    const Hash256 hash = hash256(code);
    ZX_TRY(guarded([&] {
        Use old(database_->prepared("DELETE FROM zx_enrolment WHERE expires_at < ?"));
        old->bind(1, now.ms - usedCodesKeptMs);
        old->exec();
        Use row(
            database_->prepared("INSERT INTO zx_enrolment (code, person, expires_at, is_used) VALUES (?, ?, ?, 0)"));
        bindHash(*row, 1, hash);
        bindId(*row, 2, person);
        row->bind(3, now.ms + std::chrono::milliseconds(limits::enrolmentCodeLife).count());
        row->exec();
    }));
    return code;
}

Result<Login> Accounts::checkEnrolmentCode(const std::string& code, Instant now) {
    return guarded([&]() -> Result<Login> {
        const Hash256 hash = hash256(code);
        Use row(
            database_->prepared("SELECT l.person, l.login, l.password, l.is_disabled, e.expires_at, e.is_used "
                                "FROM zx_enrolment e JOIN zx_login l ON l.person = e.person WHERE e.code = ?"));
        bindHash(*row, 1, hash);
        if (!row->executeStep()) return refusal(Code::bad_enrolment_code, "the enrolment code is not known");
        if (row->getColumn(5).getInt() != 0) return refusal(Code::enrolment_used, "the enrolment code was used before");
        if (row->getColumn(4).getInt64() < now.ms)
            return refusal(Code::bad_enrolment_code, "the enrolment code is too old");
        Login login = loginAt(*row);
        if (login.isDisabled) return refusal(Code::person_disabled, "this person may not enrol devices");
        return login;
    });
}

Result<std::pair<Id, std::string>> Accounts::enrol(const std::string& code, const std::string& deviceName,
                                                   const std::optional<Id>& previous, Instant now) {
    ZX_ASSIGN(const Login login, checkEnrolmentCode(code, now));
    ZX_ASSIGN(const bool isKnown, previous ? belongsTo(*previous, login.person) : Result<bool>(false));
    const Id device = isKnown ? *previous : newId(now, *random_);
    std::array<std::uint8_t, tokenBytes> secret{};
    random_->fill(secret.data(), secret.size());
    std::string token = toHex(secret.data(), secret.size());
    const Hash256 tokenHash = hash256(token);
    const Hash256 codeHash = hash256(code);
    ZX_TRY(guarded([&] {
        Use used(database_->prepared("UPDATE zx_enrolment SET is_used = 1 WHERE code = ?"));
        bindHash(*used, 1, codeHash);
        used->exec();
        Use row(
            database_->prepared("INSERT INTO zx_device (id, person, name, token, enrolled_at, seen_at, is_revoked) "
                                "VALUES (?, ?, ?, ?, ?, ?, 0) ON CONFLICT (id) DO UPDATE SET name = excluded.name, "
                                "token = excluded.token, enrolled_at = excluded.enrolled_at, "
                                "seen_at = excluded.seen_at, is_revoked = 0"));
        bindId(*row, 1, device);
        bindId(*row, 2, login.person);
        bindText(*row, 3, deviceName);
        bindHash(*row, 4, tokenHash);
        row->bind(5, now.ms);
        row->bind(6, now.ms);
        row->exec();
    }));
    return std::pair(device, std::move(token));
}

// ---- devices

Result<bool> Accounts::belongsTo(const Id& device, const Id& person) {
    return guarded([&]() -> Result<bool> {
        Use row(database_->prepared("SELECT 1 FROM zx_device WHERE id = ? AND person = ?"));
        bindId(*row, 1, device);
        bindId(*row, 2, person);
        return row->executeStep();
    });
}

Result<sync::Identity> Accounts::authenticate(const std::string& token, Instant now) {
    return guarded([&]() -> Result<sync::Identity> {
        const Hash256 hash = hash256(token);
        Use row(
            database_->prepared("SELECT d.id, d.person, d.seen_at, d.is_revoked, l.is_disabled FROM zx_device d "
                                "JOIN zx_login l ON l.person = d.person WHERE d.token = ?"));
        bindHash(*row, 1, hash);
        if (!row->executeStep()) return refusal(Code::not_enrolled, "this device is not enrolled here");
        const sync::Identity identity{idAt(*row, 1), idAt(*row, 0)};
        const std::int64_t silentMs = now.ms - row->getColumn(2).getInt64();
        if (row->getColumn(3).getInt() != 0) return refusal(Code::device_revoked, "this device was revoked");
        if (row->getColumn(4).getInt() != 0) return refusal(Code::person_disabled, "this person is no longer active");
        if (silentMs > std::chrono::milliseconds(limits::tokenIdleLife).count()) {
            return refusal(Code::token_expired, "this device was away for too long; enrol it again");
        }
        if (silentMs >= seenEveryMs) {
            Use seen(database_->prepared("UPDATE zx_device SET seen_at = ? WHERE id = ?"));
            seen->bind(1, now.ms);
            bindId(*seen, 2, identity.device);
            seen->exec();
        }
        return identity;
    });
}

Result<std::vector<Device>> Accounts::devices() {
    return guarded([&] {
        std::vector<Device> all;
        Use row(database_->prepared(
            "SELECT d.id, d.person, l.login, d.name, d.enrolled_at, d.seen_at, d.is_revoked FROM zx_device d "
            "JOIN zx_login l ON l.person = d.person ORDER BY d.enrolled_at, d.id"));
        while (row->executeStep()) {
            all.push_back({idAt(*row, 0), idAt(*row, 1), row->getColumn(2).getString(), row->getColumn(3).getString(),
                           Instant{row->getColumn(4).getInt64()}, Instant{row->getColumn(5).getInt64()},
                           row->getColumn(6).getInt() != 0});
        }
        return all;
    });
}

Result<void> Accounts::revoke(const Id& device) {
    return guarded([&]() -> Result<void> {
        Use row(database_->prepared("UPDATE zx_device SET is_revoked = 1 WHERE id = ?"));
        bindId(*row, 1, device);
        if (row->exec() == 0) return refusal(Code::not_found, "there is no such device");
        return {};
    });
}

}  // namespace zhixing::server
