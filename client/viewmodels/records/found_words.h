#pragma once

#include <QString>

#include "shared/model/record.h"
#include "shared/search/query.h"

/// What a record that was found looks like in a list.
namespace zhixing::client::words {

/// What a record is called: its title or name, else the first that somebody wrote into it.
[[nodiscard]] std::string_view nameOf(const Record& record);
/// `text` as styled text with what was found in bold; of a long text the part around the first place.
[[nodiscard]] QString marked(const search::Query& query, std::string_view text);

struct FoundWords {
    QString title;   ///< the record's name
    QString detail;  ///< where the words stand, when that is not the name; else empty
};
[[nodiscard]] FoundWords found(const search::Query& query, const Record& record);

}  // namespace zhixing::client::words
