#pragma once

#include "shared/model/record.h"

namespace zhixing {

/// Everything Zhixing can record, described once. Built at the first call and never changed; any thread may read it.
[[nodiscard]] const Catalog& catalog();

}  // namespace zhixing
