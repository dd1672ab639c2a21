#include "shared/exchange/unfinished_file.h"

namespace zhixing::exchange {

UnfinishedFile::UnfinishedFile(std::filesystem::path file, std::string_view ending)
    : file_(std::move(file)), path_(file_) {
    path_ += ending;
}

UnfinishedFile::~UnfinishedFile() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
}

Result<void> UnfinishedFile::finish() {
    std::error_code failed;
    std::filesystem::rename(path_, file_, failed);
    if (failed) return Error{Code::io_failed, failed.message(), {}, {}};
    return {};
}

}  // namespace zhixing::exchange
