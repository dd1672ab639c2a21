#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/id.h"
#include "shared/base/result.h"
#include "shared/base/time.h"

namespace zhixing::server {

/// An upload under way: whose, of which blob, and how long the blob will be.
struct Upload {
    Id owner;
    std::string name;  ///< isBlobName()
    std::int64_t length = 0;
};

/// The bytes of photos and documents, as files:
///
///     blobs/ab/abcd…                        whole blobs, by name; never changed once they are there
///     blobs/staged/<person>/abcd….<length>  uploads under way; what the file holds is what has arrived
///
/// All names are made here: from an id, from what isBlobName() accepts, and from a number. A whole blob has been hashed,
/// looked into (shared/media) and synced before it gets its name, so a crash leaves a staged file or a whole blob.
/// Failures are `disk_full` or `io_failed` unless said otherwise. Use from the file thread.
class BlobStore {
public:
    struct Staged {
        Upload upload;
        std::int64_t offset = 0;  ///< bytes that have arrived
    };
    struct Share {
        std::int64_t uploads = 0;
        std::int64_t bytes = 0;  ///< as they will be
    };

    /// Makes the folders when they are missing.
    [[nodiscard]] static Result<BlobStore> open(const std::filesystem::path& directory);

    // ---- whole blobs
    /// Nothing when it is not held.
    [[nodiscard]] Result<std::optional<std::int64_t>> sizeOf(const std::string& name) const;
    /// Fewer bytes than asked for only at the blob's end; `not_found`.
    [[nodiscard]] Result<std::string> read(const std::string& name, std::int64_t at, std::size_t count) const;

    /// Whole blobs lie in so many folders, which are looked through one at a time.
    static constexpr int folders = 256;
    struct Whole {
        std::string name;
        std::int64_t byteCount = 0;
    };
    /// Those of one folder, in no order. Other files, which nobody should have put there, are left out.
    [[nodiscard]] Result<std::vector<Whole>> wholeIn(int folder) const;
    /// For ever. Harmless when it is not there.
    [[nodiscard]] Result<void> remove(const std::string& name);

    // ---- uploads
    [[nodiscard]] Result<std::optional<Staged>> staged(const Id& owner, const std::string& name) const;
    /// What is under way of one person.
    [[nodiscard]] Result<Share> shareOf(const Id& owner) const;
    /// Begins; an upload of the same blob under another length is forgotten. `disk_full` also when little is left: the
    /// records come before the photos.
    [[nodiscard]] Result<void> stage(const Upload& upload);
    /// Adds bytes at the end; `unexpected_message` when that is not at `offset`.
    [[nodiscard]] Result<void> append(const Upload& upload, std::int64_t offset, std::string_view bytes);
    [[nodiscard]] Result<std::string> readStaged(const Upload& upload, std::int64_t at) const;
    [[nodiscard]] Result<void> cutTo(const Upload& upload, std::int64_t offset);
    /// What has arrived survives a power cut.
    [[nodiscard]] Result<void> sync(const Upload& upload);
    /// Everything has arrived: looks at it, and gives it its name, durably. What is not what it should be is forgotten:
    /// `damaged` when it does not have the hash, `forbidden` when it tells more than its picture, what media::inspect()
    /// says otherwise.
    [[nodiscard]] Result<void> finish(const Upload& upload);
    [[nodiscard]] Result<void> forget(const Upload& upload);
    /// Forgets uploads that nothing was added to since then.
    [[nodiscard]] Result<void> forgetOlderThan(Instant then);

private:
    explicit BlobStore(std::filesystem::path root) : root_(std::move(root)) {}

    [[nodiscard]] std::filesystem::path pathOf(const std::string& name) const;
    [[nodiscard]] std::filesystem::path pathOf(const Upload& upload) const;

    std::filesystem::path root_;
};

}  // namespace zhixing::server
