#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/model/record.h"

/// The versions at which a record's fields last changed, as the column `field_versions` holds them: seven bits a byte,
/// least significant first, because most versions are small.
namespace zhixing::server {

[[nodiscard]] std::string packVersions(const std::vector<Version>& versions);
/// Fields that the catalog gained since the record was written count as never changed.
[[nodiscard]] std::vector<Version> unpackVersions(std::string_view packed, std::size_t count);

}  // namespace zhixing::server
