#pragma once

#include "shared/media/media.h"

namespace zhixing::media {

/// See inspect(); the bytes begin like this format.
[[nodiscard]] Result<Media> inspectJpeg(std::string_view bytes);

}  // namespace zhixing::media
