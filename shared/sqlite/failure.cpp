#include "shared/sqlite/failure.h"

#include <sqlite3.h>

#include <string>

namespace zhixing::sqlite {
namespace {

Code codeOf(int extendedCode) {
    switch (extendedCode) {
        case SQLITE_CONSTRAINT_PRIMARYKEY:
        case SQLITE_CONSTRAINT_UNIQUE:
            return Code::already_exists;
        // The shared-memory file beside the WAL could not grow: that, too, is a full disk.
        case SQLITE_IOERR_SHMSIZE:
            return Code::disk_full;
        default:
            break;
    }
    switch (extendedCode & 0xff) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return Code::locked;
        case SQLITE_FULL:
            return Code::disk_full;
        case SQLITE_CORRUPT:
            return Code::damaged;
        case SQLITE_NOTADB:
            return Code::not_ours;
        case SQLITE_IOERR:
        case SQLITE_READONLY:
        case SQLITE_CANTOPEN:
        case SQLITE_PERM:
            return Code::io_failed;
        case SQLITE_TOOBIG:
            return Code::too_large;
        default:
            return Code::internal;
    }
}

}  // namespace

Error failure(int extendedCode, std::string_view message) {
    std::string text = "sqlite " + std::to_string(extendedCode) + ": ";
    text += message;
    return Error{codeOf(extendedCode), std::move(text), {}, {}};
}

Error failure(const SQLite::Exception& exception) {
    return failure(exception.getExtendedErrorCode(), exception.what());
}

}  // namespace zhixing::sqlite
