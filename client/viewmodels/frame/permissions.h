#pragma once

#include "client/viewmodels/frame/reader.h"
#include "shared/model/access.h"

namespace zhixing::client {

/// What the person at this device may do, by the catalog's rules and the grants that the device knows: so that a page can
/// say it before somebody presses a button. The server decides in the end.
class Permissions {
public:
    [[nodiscard]] static Permissions read(Reader& reader, const Id& person);

    [[nodiscard]] Actor actorFor(const Record& record) const {
        return zhixing::actorFor(organisation_, person_, record);
    }
    /// Whether `who` names a role that the person has at `place`.
    [[nodiscard]] bool has(Writers who, const Id& place) const;
    [[nodiscard]] const Id& person() const { return person_; }

private:
    Id person_;
    Organisation organisation_;
};

}  // namespace zhixing::client
