#pragma once

#include <filesystem>
#include <string_view>

#include "shared/base/result.h"

namespace zhixing::exchange {

/// A file that is written beside its place and gets its name only when all of it is there, so that nobody ever finds half of
/// one, and what was there stays until then. Whatever happens before finish(), nothing of it is left.
class UnfinishedFile {
public:
    /// `ending` tells it from the file itself, and from others that are written for the same one.
    explicit UnfinishedFile(std::filesystem::path file, std::string_view ending = ".new");
    ~UnfinishedFile();
    UnfinishedFile(const UnfinishedFile&) = delete;
    UnfinishedFile& operator=(const UnfinishedFile&) = delete;

    /// Where to write.
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    /// Gives it its name, in place of what may be there. Close it first. Fails with `io_failed`.
    [[nodiscard]] Result<void> finish();

private:
    std::filesystem::path file_;
    std::filesystem::path path_;
};

}  // namespace zhixing::exchange
