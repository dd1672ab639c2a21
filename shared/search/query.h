#pragma once

#include <array>
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
///
/// It remembers what each character that it has met does to its words, so that a hundred thousand texts take some ten
/// milliseconds. Use it from one thread at a time.
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

    /// What a character does: where it leads on from, by how many places. It leads no further than the longest syllable.
    struct Step {
        static constexpr std::size_t farthest = 6;
        std::array<Reached, farthest + 1> from{};

        [[nodiscard]] Reached after(Reached reached) const {
            Reached next = 0;
            for (std::size_t by = 0; by <= farthest; ++by) next |= (reached & from[by]) << by;
            return next;
        }
        /// From where it leads anywhere.
        [[nodiscard]] Reached any() const {
            Reached all = 0;
            for (const Reached places : from) all |= places;
            return all;
        }
    };

    class Word {
    public:
        Word();

        [[nodiscard]] bool isEmpty() const { return letters_.empty(); }
        [[nodiscard]] bool hasRoom() const;
        void append(char32_t c);
        [[nodiscard]] const std::string& bytes() const { return bytes_; }

        [[nodiscard]] bool beginsWith(char32_t c) const { return (step(c).any() & 1) != 0; }
        [[nodiscard]] Reached after(Reached reached, char32_t c) const;
        [[nodiscard]] Reached end() const { return Reached{1} << letters_.size(); }
        /// How many code points the word takes at the front of `text`.
        [[nodiscard]] std::optional<std::size_t> lengthAt(std::string_view text) const;

    private:
        [[nodiscard]] Step stepOf(char32_t c) const;
        void addSyllable(Step& step, std::size_t place, std::string_view syllable) const;
        [[nodiscard]] const Step& step(char32_t c) const;

        std::u32string letters_;
        std::string bytes_;
        // By code point, below rememberedBelow: 0 where it has not been met, otherwise the number of its step. The first
        // leads nowhere, as nearly all do.
        mutable std::vector<std::uint16_t> stepNumbers_;
        mutable std::vector<Step> steps_;
    };

    /// A bit for each word.
    using WordSet = unsigned;
    /// Those that this character, met for the first time, begins; remembers them.
    WordSet meet(char32_t c) const;

    std::vector<Word> words_;
    mutable std::vector<std::uint16_t> beginning_;  ///< by code point: what meet() found, 0 before that
};

}  // namespace zhixing::search
