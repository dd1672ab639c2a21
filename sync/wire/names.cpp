#include "sync/wire/names.h"

#include <array>
#include <unordered_map>
#include <utility>

#include "shared/base/hash.h"
#include "shared/base/text.h"

namespace zhixing::sync {
namespace {

/// Of each minor version, the newest first; behind it how messages are written.
constexpr std::array<std::pair<std::string_view, int>, 2> plainNames{{{"zhixing.sync.1.1", 1}, {"zhixing.sync.1", 0}}};
constexpr std::string_view packedSuffix = ".packed";

/// How many words each minor version has.
constexpr std::array<std::size_t, minorNewest + 1> wordCounts{95, 103};

/// By number, for good: new words are added at the end. PROTOCOL.md has the same list.
constexpr std::array<std::string_view, wordCounts[minorNewest]> protocolWords{
    // keys of lines
    "t", "n", "do", "type", "id", "base", "at", "place", "audience", "set", "was", "more", "version", "gone",
    // keys of envelopes
    "protocol", "schema", "token", "epoch", "cursor", "acked", "scopes", "credit", "pages", "part", "after", "until",
    "prefixes", "ids", "head", "now", "person", "device", "last_counter", "from", "to", "seq", "count", "sum", "last",
    "code", "message", "field", "limit", "fatal", "retry_after_ms",
    // keys of outcomes and buckets
    "result", "conflicts", "prefix", "children", "records",
    // messages
    "hello", "push", "pull", "fill", "inspect", "fetch", "welcome", "outcomes", "page", "caught_up", "filled",
    "buckets", "fetched", "scopes_changed", "refused",
    // what is done, and what became of it
    "add", "edit", "delete", "revive", "applied", "merged", "conflict", "rejected", "duplicate", "deleted", "left",
    "all", "first", "rest", "everyone", "managers", "headquarters",
    // why not, as far as it comes often
    "required", "too_long", "out_of_range", "not_an_option", "bad_reference", "not_editable", "forbidden",
    "bad_transition", "self_approval", "outdated", "not_found", "already_exists", "group_failed",
    // since 1.1
    "horizon", "history", "agreed", "devices", "received", "before", "connected", "second_approval"};
static_assert(protocolWords.size() <= protocolWordsMax && !protocolWords.back().empty());

}  // namespace

std::optional<std::uint8_t> protocolWordNumber(std::string_view word, int minor) {
    static const auto numbers = [] {
        std::unordered_map<std::string_view, std::uint8_t> made;
        for (std::size_t i = 0; i < protocolWords.size(); ++i)
            made.emplace(protocolWords[i], static_cast<std::uint8_t>(i));
        return made;
    }();
    const auto found = numbers.find(word);
    if (found == numbers.end() || found->second >= wordCounts[static_cast<std::size_t>(minor)]) return std::nullopt;
    return found->second;
}

std::string_view protocolWord(std::uint8_t number, int minor) {
    return number < wordCounts[static_cast<std::size_t>(minor)] ? protocolWords[number] : std::string_view();
}

std::string namesKey(const Catalog& catalog) {
    std::string lines;
    for (const RecordType& type : catalog.types()) {
        lines += std::to_string(type.id) + ' ' + std::string(type.name) + '\n';
        for (const Field& field : type.fields) {
            lines += ' ' + std::to_string(field.id) + ' ' + std::string(field.name);
            for (const std::string_view option : field.options) lines += ' ' + std::string(option);
            lines += '\n';
        }
    }
    const Hash128 hash = hash128(lines);
    return toHex(hash.data(), hash.size());
}

std::vector<std::string> offeredSubProtocols(const Catalog& catalog) {
    const std::string key = namesKey(catalog);
    std::vector<std::string> offered;
    for (const auto& [plain, minor] : plainNames) {
        const std::string packed = std::string(plain) + std::string(packedSuffix);
        offered.push_back(packed + '.' + key);
        offered.push_back(packed);
        offered.emplace_back(plain);
    }
    return offered;
}

std::optional<Dialect> dialectOf(const Catalog& catalog, std::string_view subProtocol) {
    for (const auto& [plain, minor] : plainNames) {
        if (!subProtocol.starts_with(plain)) continue;
        std::string_view rest = subProtocol.substr(plain.size());
        if (rest.empty()) return Dialect{Coding::json, minor};
        if (!rest.starts_with(packedSuffix)) continue;
        rest.remove_prefix(packedSuffix.size());
        if (rest.empty()) return Dialect{Coding::packed, minor};
        if (rest.front() == '.' && rest.substr(1) == namesKey(catalog)) return Dialect{Coding::packedNamed, minor};
    }
    return std::nullopt;
}

}  // namespace zhixing::sync
