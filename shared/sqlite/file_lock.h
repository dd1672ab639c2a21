#pragma once

#include <filesystem>

#include "shared/base/result.h"

namespace zhixing::sqlite {

/// The right to be the only writer of something, held through `flock` on a small file beside it. The right ends with
/// this object or with the process, however that ends; the file itself stays, because removing it would let two
/// processes lock two different files of the same name.
class FileLock {
public:
    /// `locked` when anyone, this process included, already holds it; `not_found` when the directory does not exist.
    [[nodiscard]] static Result<FileLock> acquire(const std::filesystem::path& lockFile);

    FileLock() = default;
    FileLock(FileLock&& other) noexcept;
    FileLock& operator=(FileLock&& other) noexcept;
    ~FileLock();

private:
    explicit FileLock(int descriptor) : descriptor_(descriptor) {}

    int descriptor_ = -1;
};

}  // namespace zhixing::sqlite
