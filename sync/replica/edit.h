#pragma once

#include <optional>
#include <vector>

#include "shared/model/record.h"
#include "sync/wire/operation.h"

namespace zhixing::sync {

/// A person's edit as the app or the command line states it.
struct Edit {
    Verb verb = Verb::edit;
    const RecordType* type = nullptr;
    Id record;  ///< adding: nil for a new id
    std::optional<Id> place;
    std::optional<Audience> audience;
    std::vector<FieldValue> values;  ///< monostate clears
};

}  // namespace zhixing::sync
