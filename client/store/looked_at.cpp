#include "client/store/looked_at.h"

#include <algorithm>
#include <fstream>
#include <vector>

#include "shared/exchange/unfinished_file.h"
#include "shared/sqlite/columns.h"
#include "shared/sqlite/failure.h"

namespace zhixing::client {

namespace fs = std::filesystem;

namespace {

struct File {
    fs::path path;
    fs::file_time_type at;
    std::uintmax_t bytes = 0;
};

/// Whatever cannot be read of the folder is as if it were not there.
std::vector<File> filesIn(const fs::path& folder) {
    std::vector<File> files;
    std::error_code ignored;
    for (fs::directory_iterator file(folder, ignored), end; file != end; file.increment(ignored)) {
        files.push_back({file->path(), file->last_write_time(ignored), file->file_size(ignored)});
    }
    return files;
}

}  // namespace

LookedAt::LookedAt(sqlite::Database& database, std::uintmax_t bytesMost)
    : database_(&database), folder_(folderOf(database.path())), bytesMost_(bytesMost) {}

bool LookedAt::has(const std::string& name) const {
    std::error_code ignored;
    return fs::exists(folder_ / name, ignored);
}

Result<void> LookedAt::keep(const std::string& name, std::string_view bytes) {
    std::error_code ignored;
    if (fs::create_directory(folder_, ignored)) fs::permissions(folder_, fs::perms::owner_all, ignored);
    makeRoom(bytes.size());
    exchange::UnfinishedFile photo(folder_ / name);
    {
        std::ofstream out(photo.path(), std::ios::binary | std::ios::trunc);
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        out.flush();
        if (!out) return Error{Code::io_failed, "a photo could not be kept", {}, {}};
    }
    return photo.finish();
}

void LookedAt::makeRoom(std::uintmax_t bytes) {
    std::vector<File> files = filesIn(folder_);
    std::ranges::sort(files, {}, &File::at);
    std::uintmax_t all = bytes;
    for (const File& file : files) all += file.bytes;
    std::error_code ignored;
    for (const File& file : files) {
        if (all <= bytesMost_) return;
        if (fs::remove(file.path, ignored)) all -= file.bytes;
    }
}

void LookedAt::prune() {
    for (const File& file : filesIn(folder_)) {
        bool isNamed = false;
        const auto looked = sqlite::guarded([&] {
            sqlite::Use row(database_->prepared("SELECT 1 FROM photo WHERE hash = ?1 LIMIT 1"));
            row->bind(1, file.path.filename().string());
            isNamed = row->executeStep();
        });
        std::error_code ignored;
        if (looked && !isNamed) fs::remove(file.path, ignored);
    }
}

}  // namespace zhixing::client
