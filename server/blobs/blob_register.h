#pragma once

#include <vector>

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

private:
    struct Photo {
        Id id;
        Scope scope;
        bool isHeld = false;
    };
    [[nodiscard]] Result<std::vector<Photo>> photosOf(const std::string& name);

    Desk* desk_;
};

}  // namespace zhixing::server
