#include "server/blobs/blob_register.h"

#include <algorithm>

#include "server/limits.h"
#include "server/store/columns.h"

namespace zhixing::server {

using sqlite::guarded;
using sqlite::Use;

namespace {

constexpr std::int64_t lifeMs = std::chrono::milliseconds(limits::unnamedBlobLife).count();

}  // namespace

Result<std::vector<BlobRegister::Photo>> BlobRegister::photosOf(const std::string& name) {
    return guarded([&] {
        // Word for word as in the index record_photo_hash; 45 is the type `photo`.
        Use row(desk_->database().prepared(
            "SELECT id, place, audience, json_extract(document, '$.held_at') IS NOT NULL FROM record "
            "WHERE type = 45 AND deleted = 0 AND substr(document, 10, 64) = ? LIMIT ?"));
        bindText(*row, 1, name);
        row->bind(2, limits::photosPerBlobMax);
        std::vector<Photo> photos;
        while (row->executeStep()) {
            const Scope scope{idAt(*row, 1), static_cast<Audience>(row->getColumn(2).getInt())};
            photos.push_back({idAt(*row, 0), scope, row->getColumn(3).getInt() != 0});
        }
        return photos;
    });
}

Result<bool> BlobRegister::mayRead(const Id& person, const std::string& name) {
    ZX_ASSIGN(const bool isUploader, guarded([&] {
                  Use row(desk_->database().prepared("SELECT 1 FROM zx_blob WHERE name = ? AND person = ?"));
                  bindText(*row, 1, name);
                  bindId(*row, 2, person);
                  return row->executeStep();
              }));
    if (isUploader) return true;
    ZX_ASSIGN(const auto photos, photosOf(name));
    const Organisation& organisation = desk_->authority().organisation();
    return std::any_of(photos.begin(), photos.end(),
                       [&](const Photo& photo) { return organisation.sees(person, photo.scope); });
}

Result<std::int64_t> BlobRegister::bytesOf(const Id& person) {
    return guarded([&]() -> std::int64_t {
        Use row(desk_->database().prepared("SELECT coalesce(sum(byte_count), 0) FROM zx_blob WHERE person = ?"));
        bindId(*row, 1, person);
        row->executeStep();
        return row->getColumn(0).getInt64();
    });
}

Result<void> BlobRegister::held(const Id& person, const std::string& name, std::int64_t byteCount) {
    const Instant now = desk_->now();
    ZX_TRY(guarded([&] {
        Use row(
            desk_->database().prepared("INSERT INTO zx_blob (name, person, byte_count, held_at) VALUES (?, ?, ?, ?) "
                                       "ON CONFLICT (name) DO UPDATE SET unnamed_since = NULL"));
        bindText(*row, 1, name);
        bindId(*row, 2, person);
        row->bind(3, byteCount);
        row->bind(4, now.ms);
        row->exec();
    }));
    ZX_ASSIGN(const auto photos, photosOf(name));
    const RecordType& type = desk_->catalog().at("photo");
    std::vector<sync::DirectChange> changes;
    for (const Photo& photo : photos) {
        if (photo.isHeld) continue;
        changes.push_back({sync::Verb::edit, &type, photo.id, {}, {}, {}});
        changes.back().values.push_back({static_cast<std::uint16_t>(*type.find("held_at")), now.ms});
    }
    if (changes.empty()) return {};
    ZX_ASSIGN(const auto ids, desk_->authority().change(desk_->administrator(), changes, now));
    (void)ids;
    return {};
}

Result<bool> BlobRegister::isNamed(const std::string& name) {
    return guarded([&] {
        Use row(desk_->database().prepared(
            "SELECT 1 FROM record WHERE type = 45 AND substr(document, 10, 64) = ? LIMIT 1"));
        bindText(*row, 1, name);
        return row->executeStep();
    });
}

Result<std::optional<Instant>> BlobRegister::unnamedSince(const std::string& name) {
    ZX_ASSIGN(const bool named, isNamed(name));
    const Instant now = desk_->now();
    return guarded([&]() -> std::optional<Instant> {
        std::optional<Instant> noted;
        {
            Use row(desk_->database().prepared("SELECT unnamed_since FROM zx_blob WHERE name = ?"));
            bindText(*row, 1, name);
            if (row->executeStep() && !row->getColumn(0).isNull()) noted = Instant{row->getColumn(0).getInt64()};
        }
        if (named != noted.has_value()) return noted;
        noted = named ? std::nullopt : std::optional(now);
        Use row(desk_->database().prepared("UPDATE zx_blob SET unnamed_since = ? WHERE name = ?"));
        if (noted) {
            row->bind(1, noted->ms);
        } else {
            row->bind(1);
        }
        bindText(*row, 2, name);
        row->exec();
        return noted;
    });
}

Result<std::vector<std::string>> BlobRegister::longUnnamed(const std::vector<BlobStore::Whole>& blobs) {
    const Instant now = desk_->now();
    const Id nobody;
    std::vector<std::string> doomed;
    for (const BlobStore::Whole& blob : blobs) {
        ZX_TRY(guarded([&] {
            Use row(desk_->database().prepared(
                "INSERT OR IGNORE INTO zx_blob (name, person, byte_count, held_at) VALUES (?, ?, ?, ?)"));
            bindText(*row, 1, blob.name);
            bindId(*row, 2, nobody);
            row->bind(3, blob.byteCount);
            row->bind(4, now.ms);
            row->exec();
        }));
        ZX_ASSIGN(const auto since, unnamedSince(blob.name));
        if (since && now.ms - since->ms > lifeMs) doomed.push_back(blob.name);
    }
    return doomed;
}

Result<bool> BlobRegister::letGo(const std::string& name) {
    ZX_ASSIGN(const auto since, unnamedSince(name));
    if (!since || desk_->now().ms - since->ms <= lifeMs) return false;
    return guarded([&] {
        Use row(desk_->database().prepared("DELETE FROM zx_blob WHERE name = ?"));
        bindText(*row, 1, name);
        row->exec();
        return true;
    });
}

Result<std::map<std::string, BlobRegister::Claim>> BlobRegister::claims() {
    return guarded([&] {
        std::map<std::string, Claim> claims;
        {
            Use row(desk_->database().prepared(
                "SELECT substr(document, 10, 64), json_extract(document, '$.held_at') IS NOT NULL FROM record "
                "WHERE type = 45 AND deleted = 0"));
            while (row->executeStep()) {
                Claim& claim = claims[std::string(textAt(*row, 0))];
                claim.isNamed = true;
                claim.isHeld = claim.isHeld || row->getColumn(1).getInt() != 0;
            }
        }
        Use row(desk_->database().prepared("SELECT name FROM zx_blob"));
        while (row->executeStep()) claims[std::string(textAt(*row, 0))].isHeld = true;
        return claims;
    });
}

}  // namespace zhixing::server
