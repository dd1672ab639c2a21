#include "shared/search/query.h"

#include <algorithm>
#include <bit>

#include "shared/base/limits.h"
#include "shared/search/folding.h"
#include "shared/search/readings.h"

namespace zhixing::search {
namespace {

static_assert(limits::searchWordCodePointsMax < 64, "a bit for each place in a word");

/// What people leave out when they type a number or a name: `A-12` is found as `a12`.
bool isJoint(char32_t c) {
    return c == ' ' || c == '-' || c == '_' || c == '.' || c == '/' || c == '(' || c == ')' || c == 0xb7;
}

bool isLetter(char32_t c) { return c >= 'a' && c <= 'z'; }

bool hasTwoLetterInitial(std::string_view syllable) {
    return syllable.starts_with("zh") || syllable.starts_with("ch") || syllable.starts_with("sh");
}

std::string_view firstLine(std::string_view lines) { return lines.substr(0, lines.find('\n')); }

}  // namespace

Query::Query(std::string_view text) {
    Word word;
    const auto finish = [&] {
        if (!word.letters.empty() && words_.size() < limits::searchWordsMax) words_.push_back(std::move(word));
        word = {};
    };
    while (!text.empty()) {
        const char32_t c = folded(takeCodePoint(text));
        if (c == ' ') {
            finish();
        } else if (word.letters.size() < limits::searchWordCodePointsMax) {
            if (word.letters.empty() && isLetter(c)) word.firstLetter = 1U << (c - 'a');
            word.letters.push_back(c);
            appendUtf8(word.bytes, c);
        }
    }
    finish();
}

/// Where a syllable leads from `place`: past its initial, past the whole of it, and, when the word ends within it, to
/// the end.
Query::Reached Query::Word::along(std::size_t place, std::string_view syllable) const {
    std::size_t common = 0;
    while (common < syllable.size() && place + common < letters.size() &&
           letters[place + common] == static_cast<char32_t>(syllable[common])) {
        ++common;
    }
    if (common == 0) return 0;
    Reached reached = Reached{1} << (place + 1);
    if (common >= 2 && hasTwoLetterInitial(syllable)) reached |= Reached{1} << (place + 2);
    if (common == syllable.size() || place + common == letters.size()) reached |= Reached{1} << (place + common);
    return reached;
}

Query::Reached Query::Word::after(Reached reached, char32_t c) const {
    Reached next = isJoint(c) ? reached & ~Reached{1} : 0;
    const auto syllables = readings(c);
    for (Reached rest = reached; rest != 0; rest &= rest - 1) {
        const auto place = static_cast<std::size_t>(std::countr_zero(rest));
        if (letters[place] == c) next |= Reached{1} << (place + 1);
        if (!isLetter(letters[place])) continue;
        for (const std::string_view syllable : syllables) next |= along(place, syllable);
    }
    return next;
}

bool Query::Word::isIn(std::string_view lines) const {
    constexpr Reached nothing = 1;
    Reached reached = nothing;
    while (!lines.empty()) {
        const char32_t c = takeCodePoint(lines);
        // Nearly all characters begin nothing: no need to follow them.
        if (reached == nothing && c != letters.front() && (firstLetters(c) & firstLetter) == 0) continue;
        reached = c == '\n' ? nothing : after(reached, c) | nothing;
        if ((reached & end()) != 0) return true;
    }
    return false;
}

std::optional<std::size_t> Query::Word::lengthAt(std::string_view text) const {
    Reached reached = 1;
    for (std::size_t length = 1; !text.empty() && reached != 0; ++length) {
        reached = after(reached, takeCodePoint(text));
        if ((reached & end()) != 0) return length;
    }
    return std::nullopt;
}

bool Query::matches(std::string_view lines) const {
    return std::all_of(words_.begin(), words_.end(), [&](const Word& word) { return word.isIn(lines); });
}

Rank Query::rank(std::string_view lines) const {
    const std::string_view name = firstLine(lines);
    if (!matches(name)) return Rank::text;
    const bool isLiteral = std::all_of(words_.begin(), words_.end(), [&](const Word& word) {
        return name.find(word.bytes) != std::string_view::npos;
    });
    if (!isLiteral) return Rank::nameSounds;
    return !words_.empty() && name.starts_with(words_.front().bytes) ? Rank::nameBegins : Rank::name;
}

std::vector<Range> Query::places(std::string_view text) const {
    std::vector<Range> found;
    for (std::size_t at = 0; !text.empty(); ++at) {
        std::size_t longest = 0;
        for (const Word& word : words_) longest = std::max(longest, word.lengthAt(text).value_or(0));
        if (longest > 0) found.push_back({at, longest});
        for (std::size_t step = 1; step < longest; ++step, ++at) static_cast<void>(takeCodePoint(text));
        static_cast<void>(takeCodePoint(text));
    }
    return found;
}

}  // namespace zhixing::search
