#include "shared/search/readings.h"

#include <algorithm>
#include <deque>
#include <string>
#include <vector>

#include "shared/search/folding.h"
#include "shared/search/han_table.h"

namespace zhixing::search {
namespace {

constexpr char32_t hanFirst = 0x4e00;
constexpr char32_t hanLast = 0x9fff;

struct Table {
    std::vector<std::uint32_t> starts;  ///< into `syllables`, one for each character and one behind the last
    std::vector<std::string_view> syllables;
};

std::string_view takeUpTo(std::string_view& text, char end) {
    const std::string_view part = text.substr(0, text.find(end));
    text.remove_prefix(part.size() + 1);
    return part;
}

Table makeTable() {
    static std::deque<std::string> respelt;  // what the views of lu, nu, lue and nue look at
    std::vector<std::vector<std::string_view>> byCharacter(hanLast - hanFirst + 1);
    for (std::string_view lines = han::readings; !lines.empty();) {
        std::string_view line = takeUpTo(lines, '\n');
        const std::string_view syllable = takeUpTo(line, ':');
        std::string_view other;
        if (const auto v = syllable.find('v'); v != std::string_view::npos) {
            other = respelt.emplace_back(syllable).replace(v, 1, "u");
        }
        while (!line.empty()) {
            auto& known = byCharacter[takeCodePoint(line) - hanFirst];
            known.push_back(syllable);
            if (!other.empty()) known.push_back(other);
        }
    }
    Table table;
    for (auto& known : byCharacter) {
        std::sort(known.begin(), known.end());
        known.erase(std::unique(known.begin(), known.end()), known.end());
        table.starts.push_back(static_cast<std::uint32_t>(table.syllables.size()));
        table.syllables.insert(table.syllables.end(), known.begin(), known.end());
    }
    table.starts.push_back(static_cast<std::uint32_t>(table.syllables.size()));
    return table;
}

const Table& table() {
    static const Table made = makeTable();
    return made;
}

}  // namespace

std::span<const std::string_view> readings(char32_t c) {
    if (c < hanFirst || c > hanLast) return {};
    const Table& all = table();
    const std::size_t start = all.starts[c - hanFirst];
    return std::span(all.syllables).subspan(start, all.starts[c - hanFirst + 1] - start);
}

}  // namespace zhixing::search
