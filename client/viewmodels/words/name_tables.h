#pragma once

#include <span>
#include <string_view>

/// The tables behind catalog_words.cpp: the catalog's own word, or `type.word` where one type calls it otherwise than the
/// rest, and the English text that is translated. By word, ascending.
namespace zhixing::client::words {

struct Name {
    std::string_view word;
    const char* text;
};
[[nodiscard]] std::span<const Name> fieldNames();   ///< context `Fields`
[[nodiscard]] std::span<const Name> optionNames();  ///< context `Options`

}  // namespace zhixing::client::words
