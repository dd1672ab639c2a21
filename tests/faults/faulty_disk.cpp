#include "tests/faults/faulty_disk.h"

#include <sqlite3.h>

#include <algorithm>
#include <cassert>
#include <cstring>
#include <fstream>
#include <optional>

namespace zhixing::test {

/// What is known of one file.
struct FaultyDisk::File {
    struct Change {
        std::size_t offset = 0;  ///< truncating: the new size
        std::string bytes;
        bool isTruncation = false;
    };
    std::string synced;
    std::vector<Change> loose;  ///< since the last sync
    bool isRemoved = false;
    /// Set between stop() and restart(): what the file will hold, and no call has an effect on it.
    bool isStopped = false;
    std::optional<std::string> afterwards;

    static void apply(std::string& content, const Change& change) {
        if (change.isTruncation) return content.resize(change.offset);
        content.resize(std::max(content.size(), change.offset + change.bytes.size()));
        content.replace(change.offset, change.bytes.size(), change.bytes);
    }
    void sync() {
        for (const Change& change : loose) apply(synced, change);
        loose.clear();
    }
    /// Each sector of each loose write arrived or did not; an old one may overtake a new one.
    [[nodiscard]] std::string torn(SeededRandom& random) const {
        const std::size_t sector = random.oneIn(2) ? 512 : 4096;
        const std::uint64_t kept = random.below(5);  // of four: none, few, half, many, all
        std::string content = synced;
        for (const Change& change : loose) {
            if (change.isTruncation) {
                if (random.below(4) < kept) apply(content, change);
                continue;
            }
            for (std::size_t at = 0; at < change.bytes.size();) {
                const std::size_t end = ((change.offset + at) / sector + 1) * sector - change.offset;
                const std::size_t size = std::min(end, change.bytes.size()) - at;
                if (random.below(4) < kept) apply(content, {change.offset + at, change.bytes.substr(at, size), false});
                at += size;
            }
        }
        return content;
    }
};

namespace {

/// SQLite's handle of an open file, with the real one right behind it.
struct Handle {
    sqlite3_file base;
    FaultyDisk* disk;
    FaultyDisk::File* file;  ///< null for what is not kept: temporary files
    const std::string* path;

    [[nodiscard]] sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

Handle& handleOf(sqlite3_file* file) { return *reinterpret_cast<Handle*>(file); }

std::string contentOf(sqlite3_file* real) {
    sqlite3_int64 size = 0;
    if (real->pMethods->xFileSize(real, &size) != SQLITE_OK || size == 0) return {};
    std::string content(static_cast<std::size_t>(size), '\0');
    if (real->pMethods->xRead(real, content.data(), static_cast<int>(size), 0) != SQLITE_OK) return {};
    return content;
}

bool begins(const std::string& path, const std::string& prefix) { return path.compare(0, prefix.size(), prefix) == 0; }

}  // namespace

/// What SQLite calls.
struct FaultyDisk::Calls {
    static int failure(Handle& handle, int code) {
        if (handle.file == nullptr) return SQLITE_OK;
        return handle.file->isStopped ? SQLITE_IOERR : handle.disk->fails(*handle.path, code);
    }
    static int close(sqlite3_file* file) { return handleOf(file).real()->pMethods->xClose(handleOf(file).real()); }
    static int read(sqlite3_file* file, void* out, int size, sqlite3_int64 offset) {
        Handle& handle = handleOf(file);
        if (const int failed = failure(handle, SQLITE_IOERR_READ)) return failed;
        return handle.real()->pMethods->xRead(handle.real(), out, size, offset);
    }
    static int write(sqlite3_file* file, const void* in, int size, sqlite3_int64 offset) {
        Handle& handle = handleOf(file);
        if (const int failed = failure(handle, SQLITE_IOERR_WRITE)) return failed;
        if (handle.file != nullptr) {
            handle.file->loose.push_back({static_cast<std::size_t>(offset),
                                          std::string(static_cast<const char*>(in), static_cast<std::size_t>(size)),
                                          false});
        }
        return handle.real()->pMethods->xWrite(handle.real(), in, size, offset);
    }
    static int truncate(sqlite3_file* file, sqlite3_int64 size) {
        Handle& handle = handleOf(file);
        if (const int failed = failure(handle, SQLITE_IOERR_TRUNCATE)) return failed;
        if (handle.file != nullptr) handle.file->loose.push_back({static_cast<std::size_t>(size), {}, true});
        return handle.real()->pMethods->xTruncate(handle.real(), size);
    }
    static int sync(sqlite3_file* file, int /*flags*/) {
        Handle& handle = handleOf(file);
        if (const int failed = failure(handle, SQLITE_IOERR_FSYNC)) return failed;
        const std::string& lie = handle.disk->lie_;
        const bool isLie = handle.file != nullptr && !lie.empty() && begins(*handle.path, lie);
        if (handle.file != nullptr && !isLie) handle.file->sync();
        return SQLITE_OK;
    }
    static int fileSize(sqlite3_file* file, sqlite3_int64* size) {
        return handleOf(file).real()->pMethods->xFileSize(handleOf(file).real(), size);
    }
    static int lock(sqlite3_file* file, int level) {
        Handle& handle = handleOf(file);
        if (const int failed = failure(handle, SQLITE_IOERR_LOCK)) return failed;
        return handle.real()->pMethods->xLock(handle.real(), level);
    }
    static int unlock(sqlite3_file* file, int level) {
        return handleOf(file).real()->pMethods->xUnlock(handleOf(file).real(), level);
    }
    static int checkReservedLock(sqlite3_file* file, int* isReserved) {
        return handleOf(file).real()->pMethods->xCheckReservedLock(handleOf(file).real(), isReserved);
    }
    static int control(sqlite3_file* file, int what, void* argument) {
        return handleOf(file).real()->pMethods->xFileControl(handleOf(file).real(), what, argument);
    }
    static int sectorSize(sqlite3_file* file) {
        return handleOf(file).real()->pMethods->xSectorSize(handleOf(file).real());
    }
    static int characteristics(sqlite3_file* file) {
        return handleOf(file).real()->pMethods->xDeviceCharacteristics(handleOf(file).real());
    }
    static int shmMap(sqlite3_file* file, int region, int size, int isExtending, void volatile** at) {
        return handleOf(file).real()->pMethods->xShmMap(handleOf(file).real(), region, size, isExtending, at);
    }
    static int shmLock(sqlite3_file* file, int offset, int count, int flags) {
        return handleOf(file).real()->pMethods->xShmLock(handleOf(file).real(), offset, count, flags);
    }
    static void shmBarrier(sqlite3_file* file) { handleOf(file).real()->pMethods->xShmBarrier(handleOf(file).real()); }
    static int shmUnmap(sqlite3_file* file, int isDeleting) {
        return handleOf(file).real()->pMethods->xShmUnmap(handleOf(file).real(), isDeleting);
    }
    static const sqlite3_io_methods methods;

    static FaultyDisk& diskOf(sqlite3_vfs* vfs) { return *static_cast<FaultyDisk*>(vfs->pAppData); }

    static int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* outFlags) {
        FaultyDisk& disk = diskOf(vfs);
        Handle& handle = handleOf(file);
        handle = Handle{{nullptr}, &disk, nullptr, nullptr};
        constexpr int kept = SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL;
        const bool isKept = name != nullptr && (flags & kept) != 0;
        if (isKept) {
            if (const int failed = disk.fails(name, SQLITE_CANTOPEN)) return failed;
        }
        const int opened = disk.real_->xOpen(disk.real_, name, handle.real(), flags, outFlags);
        if (opened != SQLITE_OK) return opened;
        if (isKept) {
            const auto [entry, isNew] = disk.files_.try_emplace(name);
            if (isNew || entry->second.isRemoved) {
                entry->second = File{};
                entry->second.synced = contentOf(handle.real());
            }
            handle.file = &entry->second;
            handle.path = &entry->first;
        }
        handle.base.pMethods = &methods;
        return SQLITE_OK;
    }
    static int remove(sqlite3_vfs* vfs, const char* name, int syncDirectory) {
        FaultyDisk& disk = diskOf(vfs);
        const auto known = disk.files_.find(name);
        if (known != disk.files_.end()) {
            if (known->second.isStopped) return SQLITE_IOERR;
            if (const int failed = disk.fails(name, SQLITE_IOERR_DELETE)) return failed;
            known->second.isRemoved = true;
        }
        return disk.real_->xDelete(disk.real_, name, syncDirectory);
    }
    static int access(sqlite3_vfs* vfs, const char* name, int flags, int* result) {
        return diskOf(vfs).real_->xAccess(diskOf(vfs).real_, name, flags, result);
    }
    static int fullPath(sqlite3_vfs* vfs, const char* name, int size, char* out) {
        return diskOf(vfs).real_->xFullPathname(diskOf(vfs).real_, name, size, out);
    }
};

const sqlite3_io_methods FaultyDisk::Calls::methods{
    2,
    close,
    read,
    write,
    truncate,
    sync,
    fileSize,
    lock,
    unlock,
    checkReservedLock,
    control,
    sectorSize,
    characteristics,
    shmMap,
    shmLock,
    shmBarrier,
    shmUnmap,
    nullptr,
    nullptr,
};

FaultyDisk::FaultyDisk() : real_(sqlite3_vfs_find(nullptr)), vfs_(std::make_unique<sqlite3_vfs>(*real_)) {
    assert(std::string(real_->zName) != "faulty");
    vfs_->pNext = nullptr;
    vfs_->zName = "faulty";
    vfs_->pAppData = this;
    vfs_->szOsFile = static_cast<int>(sizeof(Handle)) + real_->szOsFile;
    vfs_->xOpen = Calls::open;
    vfs_->xDelete = Calls::remove;
    vfs_->xAccess = Calls::access;
    vfs_->xFullPathname = Calls::fullPath;
    sqlite3_vfs_register(vfs_.get(), 1);
}

FaultyDisk::~FaultyDisk() {
    sqlite3_vfs_unregister(vfs_.get());
    sqlite3_vfs_register(real_, 1);
}

void FaultyDisk::plan(Fault fault) {
    fault_ = std::move(fault);
    isPlanned_ = true;
    calls_ = failures_ = 0;
    hasCome_ = false;
}

void FaultyDisk::mend() {
    isPlanned_ = false;
    failures_ = 0;
}

void FaultyDisk::excuse() {
    if (!fault_.isForEver) failures_ = 0;
}

int FaultyDisk::fails(const std::string& path, int code) {
    if (!isPlanned_ || !begins(path, fault_.path)) return SQLITE_OK;
    ++calls_;
    const bool isNow = calls_ == fault_.call || (fault_.isForEver && calls_ > fault_.call);
    if (!isNow) return SQLITE_OK;
    ++failures_;
    hasCome_ = true;
    const bool isWriting = code == SQLITE_IOERR_WRITE || code == SQLITE_IOERR_TRUNCATE || code == SQLITE_IOERR_FSYNC;
    return fault_.error == Error::full && isWriting ? SQLITE_FULL : code;
}

void FaultyDisk::stop(const std::filesystem::path& path, Loss loss, SeededRandom& random) {
    for (auto& [name, file] : files_) {
        if (!begins(name, path.string()) || file.isStopped) continue;
        file.isStopped = true;
        file.afterwards.reset();
        if (file.isRemoved) continue;
        if (loss == Loss::nothing) {
            for (const File::Change& change : file.loose) File::apply(file.synced, change);
            file.loose.clear();
        }
        file.afterwards = file.torn(random);
    }
}

void FaultyDisk::restart(const std::filesystem::path& path) {
    for (auto entry = files_.begin(); entry != files_.end();) {
        const auto& [name, file] = *entry;
        if (!begins(name, path.string()) || !file.isStopped) {
            ++entry;
            continue;
        }
        if (file.afterwards) {
            std::ofstream out(name, std::ios::binary | std::ios::trunc);
            out.write(file.afterwards->data(), static_cast<std::streamsize>(file.afterwards->size()));
        }
        // Shared memory does not outlive the processes that share it.
        std::error_code ignored;
        std::filesystem::remove(name + "-shm", ignored);
        entry = files_.erase(entry);
    }
}

void FaultyDisk::forget(const std::filesystem::path& path) {
    std::erase_if(files_, [&](const auto& entry) { return begins(entry.first, path.string()); });
}

}  // namespace zhixing::test
