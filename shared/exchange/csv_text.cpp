#include "shared/exchange/csv_text.h"

#include <algorithm>
#include <array>

#include "shared/base/limits.h"
#include "shared/base/text.h"
#include "shared/exchange/text_lines.h"

namespace zhixing::exchange {
namespace {

using namespace std::string_view_literals;

constexpr int endOfText = std::char_traits<char>::eof();
constexpr std::size_t rowBytesMax = limits::recordBytesMax;
constexpr std::size_t cellsMax = limits::jsonMembersMax;

/// What makes a formula: the ASCII signs, their full-width and their small forms.
constexpr std::array formulaSigns = {"="sv,  "+"sv,  "-"sv,  "@"sv,  "＝"sv, "＋"sv,
                                     "－"sv, "＠"sv, "﹦"sv, "﹢"sv, "﹣"sv, "﹫"sv};
/// Dangerous at the very beginning of a cell only; elsewhere they just separate.
constexpr std::array leadingSigns = {"\t"sv, "\r"sv, "\n"sv, "\0"sv};
/// White space that readers trim: space, no-break, ideographic and zero-width space, byte order mark.
constexpr std::array blanks = {" "sv, "\u00A0"sv, "\u3000"sv, "\u200B"sv, "\uFEFF"sv};
constexpr std::string_view separators = ",;|\t\r\n\"";

template <std::size_t N>
std::size_t prefixOf(const std::array<std::string_view, N>& words, std::string_view text) {
    for (const std::string_view word : words) {
        if (text.starts_with(word)) return word.size();
    }
    return 0;
}

/// Where a cell may begin for some reader: how many `'` stand there, and whether a formula would begin after them.
struct Beginning {
    std::size_t guards = 0;
    bool isDangerous = false;
};

Beginning beginningOf(std::string_view text, bool isCellStart) {
    Beginning beginning;
    while (text.starts_with('\'')) {
        text.remove_prefix(1);
        ++beginning.guards;
    }
    while (const std::size_t blank = prefixOf(blanks, text)) text.remove_prefix(blank);
    beginning.isDangerous = prefixOf(formulaSigns, text) > 0 || (isCellStart && prefixOf(leadingSigns, text) > 0);
    return beginning;
}

/// Copies `text`, letting `atBeginning` add to or skip from it wherever a dangerous cell may begin.
template <typename AtBeginning>
std::string rewritten(std::string_view text, AtBeginning&& atBeginning) {
    std::string out;
    out.reserve(text.size() + 1);
    bool mayBegin = true;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (mayBegin) {
            const Beginning beginning = beginningOf(text.substr(i), i == 0);
            if (beginning.isDangerous) i += atBeginning(out, beginning);
        }
        out.push_back(text[i]);
        mayBegin = separators.find(text[i]) != std::string_view::npos;
    }
    return out;
}

Error malformed(std::size_t line, const char* why) { return atLine(line, {Code::malformed, why, {}, {}}); }

}  // namespace

std::string neutralised(std::string_view text) {
    return rewritten(text, [](std::string& out, const Beginning&) {
        out.push_back('\'');
        return std::size_t{0};
    });
}

std::string unneutralised(std::string_view cell) {
    return rewritten(cell, [](std::string&, const Beginning& beginning) { return std::size_t{beginning.guards > 0}; });
}

void appendTextCell(std::string& out, std::string_view text) {
    out.push_back('"');
    for (const char c : neutralised(text)) {
        if (c == '"') out.push_back('"');
        out.push_back(c);
    }
    out.push_back('"');
}

Result<bool> CsvRows::next(std::vector<std::string>& cells) {
    passByteOrderMark();
    for (;;) {
        cells.clear();
        rowBytes_ = 0;
        rowLine_ = line_;
        if (peek() == endOfText) {
            if (in_->bad()) return Error{Code::io_failed, "the text cannot be read", {}, {}};
            return false;
        }
        End end = End::cell;
        while (end == End::cell) {
            if (cells.size() == cellsMax) {
                return atLine(rowLine_,
                              {Code::too_many, "too many cells in a row", {}, static_cast<std::int64_t>(cellsMax)});
            }
            ZX_ASSIGN(end, readCell(cells.emplace_back()));
        }
        const bool isEmptyLine = cells.size() == 1 && cells.front().empty();
        if (!isEmptyLine) break;
    }
    for (const std::string& cell : cells) {
        if (!isCleanUtf8(cell)) {
            return atLine(rowLine_, {Code::bad_encoding, "not UTF-8 text; save the file as CSV UTF-8", {}, {}});
        }
    }
    return true;
}

Result<CsvRows::End> CsvRows::readCell(std::string& cell) {
    if (peek() == '"') {
        (void)take();
        return readQuoted(cell);
    }
    for (;;) {
        const int next = peek();
        if (next == endOfText || next == ',' || next == '\n' || next == '\r') return endAfter(take());
        if (next == '"') return malformed(line_, "a quote within a cell that does not begin with one");
        ZX_TRY(append(cell, take()));
    }
}

Result<CsvRows::End> CsvRows::readQuoted(std::string& cell) {
    for (;;) {
        const int next = take();
        if (next == endOfText) return malformed(rowLine_, "a quoted cell that does not end");
        if (next == '"') {
            if (peek() != '"') return endAfter(take());
            (void)take();
        }
        ZX_TRY(append(cell, next));
    }
}

/// What ends a cell: a comma, a line end or the end of the text.
Result<CsvRows::End> CsvRows::endAfter(int next) {
    if (next == ',') return End::cell;
    if (next == endOfText) return End::text;
    if (next == '\r' && peek() == '\n') next = take();
    if (next == '\n') return End::row;
    return malformed(line_, "something other than a comma or a line end after a cell");
}

Result<void> CsvRows::append(std::string& cell, int byte) {
    if (cell.size() >= limits::stringBytesMax || ++rowBytes_ > rowBytesMax) {
        return atLine(rowLine_, {Code::too_large, "the row is too long", {}, static_cast<std::int64_t>(rowBytesMax)});
    }
    cell.push_back(static_cast<char>(byte));
    return {};
}

int CsvRows::take() {
    const int next = in_->rdbuf()->sbumpc();
    if (next == '\n') ++line_;
    return next;
}

int CsvRows::peek() { return in_->rdbuf()->sgetc(); }

void CsvRows::passByteOrderMark() {
    if (std::exchange(isStarted_, true)) return;
    // A first byte 0xEF that begins no mark would begin a full-width character, which no header has.
    for (const int byte : {0xEF, 0xBB, 0xBF}) {
        if (peek() == byte) (void)take();
    }
}

}  // namespace zhixing::exchange
