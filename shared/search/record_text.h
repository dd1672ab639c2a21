#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "shared/model/record.h"

namespace zhixing::search {

/// Everything people wrote into a record, in the order of its fields: texts, tags, answers, the items of checklists. What
/// machines wrote is left out (Field::isSearched).
void forEachText(const Record& record, const std::function<void(const Field&, std::string_view)>& visit);

/// What the record is called in a list: the first of these; empty when there is none.
[[nodiscard]] std::string_view nameOf(const Record& record);

/// All of it folded, a line for each; the first is the name. Empty when there is nothing to find the record by.
[[nodiscard]] std::string textOf(const Record& record);

}  // namespace zhixing::search
