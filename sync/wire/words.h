#pragma once

#include <optional>
#include <string_view>

#include "sync/wire/messages.h"

/// The words of the wire for what has no word of its own elsewhere. `…FromWord` knows exactly the same ones.
namespace zhixing::sync {

[[nodiscard]] std::string_view word(Verb verb);
[[nodiscard]] std::optional<Verb> verbFromWord(std::string_view word);
[[nodiscard]] std::optional<Verdict> verdictFromWord(std::string_view word);
[[nodiscard]] std::string_view word(Gone gone);
[[nodiscard]] std::optional<Gone> goneFromWord(std::string_view word);
[[nodiscard]] std::string_view word(Part part);
[[nodiscard]] std::optional<Part> partFromWord(std::string_view word);

}  // namespace zhixing::sync
