#include "shared/search/query.h"

#include <algorithm>
#include <cassert>

#include "shared/base/limits.h"
#include "shared/search/folding.h"
#include "shared/search/readings.h"

namespace zhixing::search {
namespace {

static_assert(limits::searchWordCodePointsMax < 64, "a bit for each place in a word");
static_assert(limits::searchWordsMax < 16, "a bit for each word, and one more");

/// Chinese characters and everything before them: what texts are made of. A step is worked out anew for anything else.
constexpr char32_t rememberedBelow = 0xa000;

/// A mark beside the words that a character begins.
constexpr unsigned hasMet = 1U << limits::searchWordsMax;
constexpr std::uint64_t nothing = 1;  ///< of a word has been reached

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

Query::Query(std::string_view text) : beginning_(rememberedBelow) {
    Word word;
    const auto finish = [&] {
        const bool isNew = std::none_of(words_.begin(), words_.end(),
                                        [&](const Word& other) { return other.bytes() == word.bytes(); });
        if (!word.isEmpty() && isNew && words_.size() < limits::searchWordsMax) words_.push_back(std::move(word));
        word = {};
    };
    while (!text.empty()) {
        const char32_t c = folded(takeCodePoint(text));
        if (c == ' ') {
            finish();
        } else if (word.hasRoom()) {
            word.append(c);
        }
    }
    finish();
}

// ---- a word

Query::Word::Word() : stepNumbers_(rememberedBelow), steps_(1) {}

bool Query::Word::hasRoom() const { return letters_.size() < limits::searchWordCodePointsMax; }

void Query::Word::append(char32_t c) {
    letters_.push_back(c);
    appendUtf8(bytes_, c);
}

/// A syllable leads from `place` past its initial, past the whole of it, and, when the word ends within it, to the end.
void Query::Word::addSyllable(Step& step, std::size_t place, std::string_view syllable) const {
    assert(syllable.size() <= Step::farthest);
    std::size_t common = 0;
    while (common < syllable.size() && place + common < letters_.size() &&
           letters_[place + common] == static_cast<char32_t>(syllable[common])) {
        ++common;
    }
    if (common == 0) return;
    const Reached here = Reached{1} << place;
    step.from[1] |= here;
    if (common >= 2 && hasTwoLetterInitial(syllable)) step.from[2] |= here;
    if (common == syllable.size() || place + common == letters_.size()) step.from[common] |= here;
}

Query::Step Query::Word::stepOf(char32_t c) const {
    Step step;
    if (isJoint(c)) step.from[0] = ~Reached{1};
    const auto syllables = readings(c);
    for (std::size_t place = 0; place < letters_.size(); ++place) {
        if (letters_[place] == c) step.from[1] |= Reached{1} << place;
        if (!isLetter(letters_[place])) continue;
        for (const std::string_view syllable : syllables) addSyllable(step, place, syllable);
    }
    return step;
}

const Query::Step& Query::Word::step(char32_t c) const {
    assert(c < rememberedBelow);
    constexpr std::uint16_t nowhere = 1;
    std::uint16_t& number = stepNumbers_[c];
    if (number == 0) {
        const Step made = stepOf(c);
        if (made.any() != 0) steps_.push_back(made);
        number = made.any() != 0 ? static_cast<std::uint16_t>(steps_.size()) : nowhere;
    }
    return steps_[number - 1U];
}

Query::Reached Query::Word::after(Reached reached, char32_t c) const {
    return c < rememberedBelow ? step(c).after(reached) : stepOf(c).after(reached);
}

std::optional<std::size_t> Query::Word::lengthAt(std::string_view text) const {
    Reached reached = 1;
    for (std::size_t length = 1; !text.empty() && reached != 0; ++length) {
        reached = after(reached, takeCodePoint(text));
        if ((reached & end()) != 0) return length;
    }
    return std::nullopt;
}

// ---- all of them

Query::WordSet Query::meet(char32_t c) const {
    WordSet begun = hasMet;
    for (std::size_t i = 0; i < words_.size(); ++i) begun |= words_[i].beginsWith(c) ? 1U << i : 0;
    beginning_[c] = static_cast<std::uint16_t>(begun);
    return begun;
}

/// One pass for all words: most of the time goes into taking the text apart.
bool Query::matches(std::string_view lines) const {
    std::array<Reached, limits::searchWordsMax> reached{};
    reached.fill(nothing);
    const WordSet all = (1U << words_.size()) - 1;
    WordSet missing = all;
    WordSet underWay = 0;
    const std::uint16_t* const beginning = beginning_.data();
    while (missing != 0 && !lines.empty()) {
        const char32_t c = takeCodePoint(lines);
        const WordSet begun = c >= rememberedBelow ? all : beginning[c] != 0 ? beginning[c] : meet(c);
        // Nearly all characters begin nothing: no need to follow them.
        const WordSet concerned = missing & (underWay | begun);
        if (concerned == 0) continue;
        for (std::size_t i = 0; i < words_.size(); ++i) {
            const WordSet word = 1U << i;
            if ((concerned & word) == 0) continue;
            reached[i] = c == '\n' ? nothing : words_[i].after(reached[i], c) | nothing;
            underWay = reached[i] == nothing ? underWay & ~word : underWay | word;
            if ((reached[i] & words_[i].end()) != 0) missing &= ~word;
        }
    }
    return missing == 0;
}

Rank Query::rank(std::string_view lines) const {
    const std::string_view name = firstLine(lines);
    if (!matches(name)) return Rank::text;
    const bool isLiteral = std::all_of(words_.begin(), words_.end(), [&](const Word& word) {
        return name.find(word.bytes()) != std::string_view::npos;
    });
    if (!isLiteral) return Rank::nameSounds;
    return !words_.empty() && name.starts_with(words_.front().bytes()) ? Rank::nameBegins : Rank::name;
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
