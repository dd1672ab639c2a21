#include "sync/wire/names.h"

#include <array>
#include <unordered_map>

#include "shared/base/hash.h"
#include "shared/base/text.h"

namespace zhixing::sync {
namespace {

constexpr std::string_view plainName = "zhixing.sync.1";
constexpr std::string_view packedName = "zhixing.sync.1.packed";

/// By number, for good: new words are added at the end. PROTOCOL.md has the same list.
constexpr std::array<std::string_view, 95> protocolWords{
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
    "bad_transition", "self_approval", "outdated", "not_found", "already_exists", "group_failed"};
static_assert(protocolWords.size() <= protocolWordsMax && !protocolWords.back().empty());

}  // namespace

std::optional<std::uint8_t> protocolWordNumber(std::string_view word) {
    static const auto numbers = [] {
        std::unordered_map<std::string_view, std::uint8_t> made;
        for (std::size_t i = 0; i < protocolWords.size(); ++i)
            made.emplace(protocolWords[i], static_cast<std::uint8_t>(i));
        return made;
    }();
    const auto found = numbers.find(word);
    return found == numbers.end() ? std::nullopt : std::optional(found->second);
}

std::string_view protocolWord(std::uint8_t number) {
    return number < protocolWords.size() ? protocolWords[number] : std::string_view();
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
    return {std::string(packedName) + '.' + namesKey(catalog), std::string(packedName), std::string(plainName)};
}

std::optional<Coding> codingOf(const Catalog& catalog, std::string_view subProtocol) {
    if (subProtocol == plainName) return Coding::json;
    if (!subProtocol.starts_with(packedName)) return std::nullopt;
    subProtocol.remove_prefix(packedName.size());
    if (subProtocol.empty()) return Coding::packed;
    if (subProtocol.front() != '.' || subProtocol.substr(1) != namesKey(catalog)) return std::nullopt;
    return Coding::packedNamed;
}

}  // namespace zhixing::sync
