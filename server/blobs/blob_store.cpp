#include "server/blobs/blob_store.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cassert>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <system_error>

#include "server/limits.h"
#include "shared/base/blob_receipt.h"
#include "shared/media/media.h"

namespace zhixing::server {

namespace fs = std::filesystem;

namespace {

constexpr mode_t ownerOnly = 0600;

Error failure(const char* what, int reason) {
    const bool isFull = reason == ENOSPC || reason == EDQUOT || reason == EFBIG;
    return {isFull ? Code::disk_full : Code::io_failed,
            std::string("cannot ") + what + ": " + std::generic_category().message(reason),
            {},
            {}};
}
Error failure(const char* what, const std::error_code& reason) { return failure(what, reason.value()); }

/// A descriptor that closes itself.
class File {
public:
    File(const fs::path& path, int flags)
        : descriptor_(::open(path.c_str(), flags | O_CLOEXEC | O_NOFOLLOW, ownerOnly)) {}
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    ~File() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    [[nodiscard]] bool isOpen() const { return descriptor_ >= 0; }
    [[nodiscard]] int descriptor() const { return descriptor_; }

private:
    int descriptor_;
};

Result<void> syncFolder(const fs::path& folder) {
    const File file(folder, O_RDONLY | O_DIRECTORY);
    if (!file.isOpen() || ::fsync(file.descriptor()) != 0) return failure("sync a folder of blobs", errno);
    return {};
}

Result<void> makeFolder(const fs::path& folder) {
    std::error_code failed;
    if (!fs::create_directory(folder, failed)) {
        if (failed) return failure("make a folder for blobs", failed);
        return {};
    }
    return syncFolder(folder.parent_path());
}

Result<std::string> readFile(const fs::path& path, std::int64_t at, std::size_t count) {
    const File file(path, O_RDONLY);
    if (!file.isOpen()) {
        if (errno == ENOENT) return Error{Code::not_found, "there is no such blob", {}, {}};
        return failure("open a blob", errno);
    }
    std::string bytes(count, '\0');
    std::size_t have = 0;
    while (have < count) {
        const ssize_t got = ::pread(file.descriptor(), bytes.data() + have, count - have,
                                    static_cast<off_t>(at) + static_cast<off_t>(have));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return failure("read a blob", errno);
        if (got == 0) break;
        have += static_cast<std::size_t>(got);
    }
    bytes.resize(have);
    return bytes;
}

Result<void> writeAt(int descriptor, std::int64_t offset, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t wrote = ::pwrite(descriptor, bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (wrote < 0 && errno == EINTR) continue;
        if (wrote < 0) return failure("write a blob", errno);
        offset += wrote;
        bytes.remove_prefix(static_cast<std::size_t>(wrote));
    }
    return {};
}

/// The file name's parts; nothing for a name that was not made here.
std::optional<Upload> uploadOf(const Id& owner, const std::string& fileName) {
    const auto dot = fileName.find('.');
    if (dot == std::string::npos || !isBlobName(fileName.substr(0, dot))) return std::nullopt;
    Upload upload{owner, fileName.substr(0, dot), 0};
    const char* end = fileName.data() + fileName.size();
    const auto [read, failed] = std::from_chars(fileName.data() + dot + 1, end, upload.length);
    if (failed != std::errc() || read != end) return std::nullopt;
    return upload;
}

Result<void> look(const Upload& upload, const std::string& bytes) {
    if (static_cast<std::int64_t>(bytes.size()) != upload.length || blobName(bytes) != upload.name) {
        return Error{Code::damaged, "the bytes do not have this hash", "sha256", {}};
    }
    ZX_ASSIGN(const media::Media media, media::inspect(bytes));
    if (!media.isClean) {
        return Error{Code::forbidden, "the file holds more than its picture; leave that out first", "metadata", {}};
    }
    return {};
}

}  // namespace

fs::path BlobStore::pathOf(const std::string& name) const {
    assert(isBlobName(name));
    return root_ / name.substr(0, 2) / name;
}

fs::path BlobStore::pathOf(const Upload& upload) const {
    assert(isBlobName(upload.name));
    return root_ / "staged" / upload.owner.text() / (upload.name + '.' + std::to_string(upload.length));
}

Result<BlobStore> BlobStore::open(const fs::path& directory) {
    const fs::path root = directory / "blobs";
    ZX_TRY(makeFolder(root));
    ZX_TRY(makeFolder(root / "staged"));
    return BlobStore(root);
}

// ---- whole blobs

Result<std::optional<std::int64_t>> BlobStore::sizeOf(const std::string& name) const {
    struct stat found {};
    if (::stat(pathOf(name).c_str(), &found) == 0) return std::optional<std::int64_t>(found.st_size);
    if (errno == ENOENT) return std::optional<std::int64_t>();
    return failure("look for a blob", errno);
}

Result<std::string> BlobStore::read(const std::string& name, std::int64_t at, std::size_t count) const {
    return readFile(pathOf(name), at, count);
}

Result<std::vector<BlobStore::Whole>> BlobStore::wholeIn(int folder) const {
    constexpr std::string_view digits = "0123456789abcdef";
    const auto number = static_cast<std::size_t>(folder);
    const std::string prefix{digits[number / 16], digits[number % 16]};
    std::vector<Whole> found;
    std::error_code failed;
    fs::directory_iterator entries(root_ / prefix, failed);
    if (failed == std::errc::no_such_file_or_directory) return found;
    for (; !failed && entries != fs::directory_iterator(); entries.increment(failed)) {
        std::string name = entries->path().filename().string();
        if (!isBlobName(name) || !name.starts_with(prefix)) continue;
        const auto size = fs::file_size(entries->path(), failed);
        if (failed) break;
        found.push_back({std::move(name), static_cast<std::int64_t>(size)});
    }
    if (failed) return failure("look for blobs", failed);
    return found;
}

Result<void> BlobStore::remove(const std::string& name) {
    std::error_code failed;
    fs::remove(pathOf(name), failed);
    if (failed) return failure("remove a blob", failed);
    return syncFolder(pathOf(name).parent_path());
}

// ---- uploads

Result<std::optional<BlobStore::Staged>> BlobStore::staged(const Id& owner, const std::string& name) const {
    std::error_code failed;
    fs::directory_iterator entries(root_ / "staged" / owner.text(), failed);
    if (failed == std::errc::no_such_file_or_directory) return std::optional<Staged>();
    for (; !failed && entries != fs::directory_iterator(); entries.increment(failed)) {
        const auto upload = uploadOf(owner, entries->path().filename().string());
        if (!upload || upload->name != name) continue;
        const auto size = fs::file_size(entries->path(), failed);
        if (failed) break;
        return std::optional(Staged{*upload, static_cast<std::int64_t>(size)});
    }
    if (failed) return failure("look for an upload", failed);
    return std::optional<Staged>();
}

Result<BlobStore::Share> BlobStore::shareOf(const Id& owner) const {
    Share share;
    std::error_code failed;
    fs::directory_iterator entries(root_ / "staged" / owner.text(), failed);
    if (failed == std::errc::no_such_file_or_directory) return share;
    for (; !failed && entries != fs::directory_iterator(); entries.increment(failed)) {
        const auto upload = uploadOf(owner, entries->path().filename().string());
        if (!upload) continue;
        ++share.uploads;
        share.bytes += upload->length;
    }
    if (failed) return failure("look for uploads", failed);
    return share;
}

Result<void> BlobStore::stage(const Upload& upload) {
    std::error_code failed;
    const auto space = fs::space(root_, failed);
    if (!failed && space.available < limits::blobDiskReserveBytes + static_cast<std::uintmax_t>(upload.length)) {
        return Error{Code::disk_full, "what is left of the disk is for records", {}, {}};
    }
    ZX_ASSIGN(const auto before, staged(upload.owner, upload.name));
    if (before && before->upload.length == upload.length) return {};
    if (before) ZX_TRY(forget(before->upload));
    ZX_TRY(makeFolder(root_ / "staged" / upload.owner.text()));
    const File file(pathOf(upload), O_WRONLY | O_CREAT);
    if (!file.isOpen()) return failure("begin an upload", errno);
    return {};
}

Result<void> BlobStore::append(const Upload& upload, std::int64_t offset, std::string_view bytes) {
    const File file(pathOf(upload), O_WRONLY);
    struct stat found {};
    if (!file.isOpen() || ::fstat(file.descriptor(), &found) != 0) return failure("go on with an upload", errno);
    if (found.st_size != offset || offset + static_cast<std::int64_t>(bytes.size()) > upload.length) {
        return Error{Code::unexpected_message, "the upload goes on elsewhere", "upload-offset", found.st_size};
    }
    return writeAt(file.descriptor(), offset, bytes);
}

Result<std::string> BlobStore::readStaged(const Upload& upload, std::int64_t at) const {
    return readFile(pathOf(upload), at, static_cast<std::size_t>(upload.length - at));
}

Result<void> BlobStore::cutTo(const Upload& upload, std::int64_t offset) {
    if (::truncate(pathOf(upload).c_str(), static_cast<off_t>(offset)) != 0) return failure("cut an upload", errno);
    return {};
}

Result<void> BlobStore::sync(const Upload& upload) {
    const File file(pathOf(upload), O_WRONLY);
    if (!file.isOpen() || ::fdatasync(file.descriptor()) != 0) return failure("sync an upload", errno);
    return {};
}

Result<void> BlobStore::finish(const Upload& upload) {
    ZX_ASSIGN(const std::string bytes, readStaged(upload, 0));
    if (auto looked = look(upload, bytes); !looked) {
        ZX_TRY(forget(upload));
        return looked;
    }
    {
        const File file(pathOf(upload), O_WRONLY);
        if (!file.isOpen() || ::fsync(file.descriptor()) != 0) return failure("sync a blob", errno);
    }
    const fs::path path = pathOf(upload.name);
    ZX_TRY(makeFolder(path.parent_path()));
    std::error_code failed;
    fs::rename(pathOf(upload), path, failed);
    if (failed) return failure("give a blob its name", failed);
    return syncFolder(path.parent_path());
}

Result<void> BlobStore::forget(const Upload& upload) {
    std::error_code failed;
    fs::remove(pathOf(upload), failed);
    if (failed) return failure("forget an upload", failed);
    return {};
}

Result<void> BlobStore::forgetOlderThan(Instant then) {
    std::error_code failed;
    fs::recursive_directory_iterator entries(root_ / "staged", failed);
    for (; !failed && entries != fs::recursive_directory_iterator(); entries.increment(failed)) {
        struct stat found {};
        if (::stat(entries->path().c_str(), &found) != 0 || !S_ISREG(found.st_mode)) continue;
        if (static_cast<std::int64_t>(found.st_mtim.tv_sec) * 1'000 < then.ms) ::unlink(entries->path().c_str());
    }
    if (failed) return failure("look for old uploads", failed);
    return {};
}

}  // namespace zhixing::server
