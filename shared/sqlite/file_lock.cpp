#include "shared/sqlite/file_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace zhixing::sqlite {
namespace {

constexpr mode_t ownerOnly = 0600;

Error failureToOpen(int reason) {
    const std::string why = std::generic_category().message(reason);
    switch (reason) {
        case ENOENT:
        case ENOTDIR:
            return Error{Code::not_found, "no such directory for the lock file", {}, {}};
        case ENOSPC:
        case EDQUOT:
            return Error{Code::disk_full, "cannot make the lock file: " + why, {}, {}};
        default:
            return Error{Code::io_failed, "cannot open the lock file: " + why, {}, {}};
    }
}

}  // namespace

Result<FileLock> FileLock::acquire(const std::filesystem::path& lockFile) {
    const int descriptor = ::open(lockFile.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, ownerOnly);
    if (descriptor < 0) return failureToOpen(errno);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        const int reason = errno;
        ::close(descriptor);
        if (reason == EWOULDBLOCK) return Error{Code::locked, "another program has it open for writing", {}, {}};
        return Error{Code::io_failed, "cannot lock: " + std::generic_category().message(reason), {}, {}};
    }
    return FileLock(descriptor);
}

FileLock::FileLock(FileLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

FileLock& FileLock::operator=(FileLock&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

FileLock::~FileLock() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace zhixing::sqlite
