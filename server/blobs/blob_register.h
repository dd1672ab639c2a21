#pragma once

#include <map>
#include <string>
#include <vector>

#include "server/blobs/blob_store.h"
#include "server/desk.h"

namespace zhixing::server {

/// Who brought which blob, and which photos name it: the part of blobs that the database knows. Everything is done
/// within the transaction of an errand. Use from the authority's thread.
class BlobRegister {
public:
    explicit BlobRegister(Desk& desk) : desk_(&desk) {}

    /// Whether the person brought the blob, or may see a photo that names it.
    [[nodiscard]] Result<bool> mayRead(const Id& person, const std::string& name);
    /// Of all blobs the person brought.
    [[nodiscard]] Result<std::int64_t> bytesOf(const Id& person);
    /// The blob is held: remembers who brought it, if nobody did before, and tells every photo that names it.
    [[nodiscard]] Result<void> held(const Id& person, const std::string& name, std::int64_t byteCount);

    // ---- blobs that no record names any more
    // A receipt lets a phone free its original, so a blob outlives everything that may still want it: a record that was
    // deleted, until that is forgotten; a record that comes late, for unnamedBlobLife from the day nobody named it.

    /// Notes of these blobs whether a record names them, and since when none does. Returns those that none has named for
    /// long enough. One that was not known (it was brought back with a backup) begins its time now.
    [[nodiscard]] Result<std::vector<std::string>> longUnnamed(const std::vector<BlobStore::Whole>& blobs);
    /// Forgets the blob, unless it was named or brought again meanwhile; then false, and it must stay.
    [[nodiscard]] Result<bool> letGo(const std::string& name);

    // ---- for checking

    struct Claim {
        bool isNamed = false;  ///< by a live photo
        bool isHeld = false;   ///< somebody has been told that it is here
    };
    /// What the database says of blobs, by name.
    [[nodiscard]] Result<std::map<std::string, Claim>> claims();

private:
    struct Photo {
        Id id;
        Scope scope;
        bool isHeld = false;
    };
    [[nodiscard]] Result<std::vector<Photo>> photosOf(const std::string& name);
    /// Whether any record names it, were it deleted and not forgotten yet.
    [[nodiscard]] Result<bool> isNamed(const std::string& name);
    /// Since when no record names it, after noting whether one does.
    [[nodiscard]] Result<std::optional<Instant>> unnamedSince(const std::string& name);

    Desk* desk_;
};

}  // namespace zhixing::server
