#pragma once

#include <string_view>

#include <QString>

#include "client/viewmodels/frame/reader.h"
#include "shared/base/time.h"
#include "sync/wire/operation.h"

/// What a record, an operation or a value is called in a list: words that need a look at the records themselves.
namespace zhixing::client::words {

/// `Task: Put up the signs`, `Spend: ￥320`; a record that is no longer here by what its history last called it.
[[nodiscard]] QString subject(Reader& reader, const sync::Operation& operation);
/// What an operation changes, at most three fields of it.
[[nodiscard]] QString changes(const sync::Operation& operation, Date today);
/// A field's value; another record by its name.
[[nodiscard]] QString shown(Reader& reader, const Field& field, const Value& value, Date today);
/// A field's value from its JSON; a person by name. Empty JSON is a value that is not set.
[[nodiscard]] QString shown(Reader& reader, const Field& field, std::string_view json, Date today);

}  // namespace zhixing::client::words
