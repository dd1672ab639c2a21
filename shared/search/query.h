#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zhixing::search {

/// Where something was found, counted in code points.
struct Range {
    std::size_t first = 0;
    std::size_t count = 0;
    friend bool operator==(const Range&, const Range&) = default;
};

/// How near the beginning of a record's text, and how literally, a query was found there; a lesser value goes first.
enum class Rank : std::uint8_t {
    nameBegins,  ///< the first line begins with the first word
    name,        ///< the first line holds all words as they were typed
    nameSounds,  ///< the first line holds them, some by their sound
    text,        ///< they are elsewhere
};

/// What a person is looking for: words, all of which must be found somewhere in a text. A word is found where it stands,
/// and where Chinese characters in a row can be read so: `chongqing`, `cq`, `chongq` and `重q` all find 重庆.
class Query {
public:
    /// Words are apart by white space. Of words beyond limits::searchWordsMax, and of a word's code points beyond
    /// limits::searchWordCodePointsMax, nothing is looked for.
    explicit Query(std::string_view text);

    [[nodiscard]] bool isEmpty() const { return words_.empty(); }

    /// `lines` is folded text; a word does not reach across a line's end. Takes time in proportion to the text.
    [[nodiscard]] bool matches(std::string_view lines) const;
    /// Of text that matches.
    [[nodiscard]] Rank rank(std::string_view lines) const;
    /// Every place in folded text where one of the words is found, in order and apart.
    [[nodiscard]] std::vector<Range> places(std::string_view text) const;

private:
    /// The places in a word up to which a text has been followed, as bits. Bit 0: nothing of it yet.
    using Reached = std::uint64_t;

    struct Word {
        std::u32string letters;
        std::string bytes;
        std::uint32_t firstLetter = 0;  ///< as in firstLetters(); 0 when it is no letter from a to z

        [[nodiscard]] Reached end() const { return Reached{1} << letters.size(); }
        [[nodiscard]] Reached after(Reached reached, char32_t c) const;
        [[nodiscard]] Reached along(std::size_t place, std::string_view syllable) const;
        [[nodiscard]] bool isIn(std::string_view lines) const;
        /// How many code points the word takes at the front of `text`.
        [[nodiscard]] std::optional<std::size_t> lengthAt(std::string_view text) const;
    };

    std::vector<Word> words_;
};

}  // namespace zhixing::search
