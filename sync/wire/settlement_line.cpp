#include "sync/wire/settlement_line.h"

#include <algorithm>
#include <array>

#include "sync/wire/line_reader.h"
#include "sync/wire/line_writer.h"

namespace zhixing::sync {
namespace {

constexpr std::array<std::string_view, 4> choices{"kept", "lost", "another", "both"};
constexpr std::string_view reopened = "reopened";

Result<SettlementEntry> readEntry(JsonReader& reader, std::string_view bytes) {
    ZX_ASSIGN(const JsonValue root, reader.read(bytes));
    ZX_ASSIGN(LineReader line, LineReader::of(root));
    SettlementEntry entry;
    ZX_ASSIGN(const JsonValue choice, line.need("choice"));
    if (!choice.isNull() && choice.type() == json::Type::string && choice.text() == reopened) return entry;
    ZX_ASSIGN(entry.choice, meaningOf(choice, "choice", choiceFromWord));
    if (const auto value = line.find("value")) {
        ZX_ASSIGN(entry.value, readText(*value, "value"));
    }
    if (const auto was = line.find("was")) {
        ZX_ASSIGN(entry.was, readText(*was, "was"));
    }
    if (const auto comment = line.find("comment")) {
        ZX_ASSIGN(entry.comment, readId(*comment, "comment"));
    }
    return entry;
}

}  // namespace

std::string_view word(Choice choice) { return choices[static_cast<std::size_t>(choice)]; }

std::optional<Choice> choiceFromWord(std::string_view word) {
    const auto found = std::find(choices.begin(), choices.end(), word);
    if (found == choices.end()) return std::nullopt;
    return static_cast<Choice>(found - choices.begin());
}

std::string settlementLine(const SettlementEntry& entry) {
    std::string text;
    LineWriter line(text);
    line.word("choice", entry.choice ? word(*entry.choice) : reopened);
    if (!entry.value.empty()) line.text("value", entry.value);
    if (!entry.was.empty()) line.text("was", entry.was);
    if (entry.comment) line.id("comment", *entry.comment);
    line.end();
    return text + '\n';
}

Result<std::vector<SettlementEntry>> readSettlement(std::string_view text) {
    std::vector<SettlementEntry> entries;
    JsonReader reader;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        if (end > 0) {
            ZX_ASSIGN(SettlementEntry entry, readEntry(reader, text.substr(0, end)));
            entries.push_back(std::move(entry));
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return entries;
}

std::optional<SettlementEntry> standing(const std::vector<SettlementEntry>& entries) {
    const auto isReopening = [](const SettlementEntry& entry) { return !entry.choice.has_value(); };
    const auto after = std::find_if(entries.rbegin(), entries.rend(), isReopening).base();
    if (after == entries.end()) return std::nullopt;
    return *after;
}

}  // namespace zhixing::sync
