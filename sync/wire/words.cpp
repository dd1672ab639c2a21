#include "sync/wire/words.h"

#include <array>
#include <cstddef>

namespace zhixing::sync {
namespace {

constexpr std::array<std::string_view, 4> verbWords = {"add", "edit", "delete", "revive"};
constexpr std::array<std::string_view, 5> verdictWords = {"applied", "merged", "conflict", "rejected", "duplicate"};
constexpr std::array<std::string_view, 3> goneWords = {"no", "deleted", "left"};
constexpr std::array<std::string_view, 3> partWords = {"all", "first", "rest"};

template <typename Enum, std::size_t count>
std::optional<Enum> fromWord(const std::array<std::string_view, count>& words, std::string_view word) {
    for (std::size_t i = 0; i < count; ++i) {
        if (words[i] == word) return static_cast<Enum>(i);
    }
    return std::nullopt;
}

}  // namespace

std::string_view word(Verb verb) { return verbWords[static_cast<std::size_t>(verb)]; }
std::optional<Verb> verbFromWord(std::string_view word) { return fromWord<Verb>(verbWords, word); }

std::string_view word(Verdict verdict) { return verdictWords[static_cast<std::size_t>(verdict)]; }
std::optional<Verdict> verdictFromWord(std::string_view word) { return fromWord<Verdict>(verdictWords, word); }

std::string_view word(Gone gone) { return goneWords[static_cast<std::size_t>(gone)]; }
std::optional<Gone> goneFromWord(std::string_view word) {
    const std::optional<Gone> gone = fromWord<Gone>(goneWords, word);
    return gone == Gone::no ? std::nullopt : gone;  // a record that is here has a record line
}

std::string_view word(Part part) { return partWords[static_cast<std::size_t>(part)]; }
std::optional<Part> partFromWord(std::string_view word) { return fromWord<Part>(partWords, word); }

}  // namespace zhixing::sync
