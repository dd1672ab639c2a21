#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace zhixing::sync {

/// Three-way merge of prose after diff3 (Khanna, Kunal, Pierce, "A Formal Investigation of Diff3", 2007), by words; where a script
/// writes without spaces, each character is a word. Nothing when both sides touch the same or adjoining words, or when the
/// differing parts are too long to compare (`textMergeCellsMax`): a person should read those.
[[nodiscard]] std::optional<std::string> mergeText(std::string_view base, std::string_view server,
                                                   std::string_view mine);

inline constexpr std::size_t textMergeCellsMax = 4'000'000;

}  // namespace zhixing::sync
