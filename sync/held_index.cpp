#include "sync/held_index.h"

#include <algorithm>
#include <utility>

#include "shared/base/hash.h"

namespace zhixing::sync {
namespace {

constexpr std::string_view hexadecimal = "0123456789abcdef";

int shiftOf(int digit) { return 4 * (Prefix::digitsMax - 1 - digit); }

std::uint32_t hashOf(const Id& record) {
    const auto& bytes = record.bytes();
    const Hash128 hash = hash128({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    return static_cast<std::uint32_t>(hash[0]) << 24U | static_cast<std::uint32_t>(hash[1]) << 16U |
           static_cast<std::uint32_t>(hash[2]) << 8U | static_cast<std::uint32_t>(hash[3]);
}

}  // namespace

std::optional<Prefix> Prefix::parse(std::string_view text) {
    if (text.size() > digitsMax) return std::nullopt;
    Prefix prefix;
    for (const char c : text) {
        const std::size_t digit = hexadecimal.find(c);
        if (digit == std::string_view::npos) return std::nullopt;
        prefix = prefix.child(static_cast<unsigned>(digit));
    }
    return prefix;
}

std::string Prefix::text() const {
    std::string text;
    for (int i = 0; i < digits; ++i) text += hexadecimal[bits >> shiftOf(i) & 0xFU];
    return text;
}

Prefix Prefix::child(unsigned digit) const { return {bits | digit << shiftOf(digits), digits + 1}; }

HeldIndex::HeldIndex(std::vector<Held> held) {
    entries_.reserve(held.size());
    for (const Held& one : held) entries_.push_back(entryOf(one));
    std::ranges::sort(entries_, {}, &Entry::key);
}

HeldIndex::Entry HeldIndex::entryOf(const Held& held) { return {hashOf(held.record), held}; }

std::vector<HeldIndex::Entry>::const_iterator HeldIndex::lowerBound(std::uint32_t hash, const Id& record) const {
    return std::ranges::lower_bound(entries_, std::pair(hash, record), {}, &Entry::key);
}

void HeldIndex::put(const Held& held) {
    const Entry entry = entryOf(held);
    const auto at = entries_.begin() + (lowerBound(entry.hash, held.record) - entries_.cbegin());
    if (at != entries_.end() && at->held.record == held.record) {
        *at = entry;
    } else {
        entries_.insert(at, entry);
    }
}

void HeldIndex::erase(const Id& record) {
    const auto at = lowerBound(hashOf(record), record);
    if (at != entries_.end() && at->held.record == record) entries_.erase(at);
}

const Held* HeldIndex::find(const Id& record) const {
    const auto at = lowerBound(hashOf(record), record);
    return at != entries_.end() && at->held.record == record ? &at->held : nullptr;
}

template <typename Visit>
void HeldIndex::each(const Prefix& prefix, const Filter& isSeen, Visit visit) const {
    const std::uint64_t width = std::uint64_t{1} << (4 * (Prefix::digitsMax - prefix.digits));
    for (auto at = lowerBound(prefix.bits, Id{}); at != entries_.end(); ++at) {
        if (at->hash - prefix.bits >= width) return;
        if (isSeen(at->held.scope)) visit(*at);
    }
}

std::size_t HeldIndex::count(const Prefix& prefix, const Filter& isSeen) const {
    std::size_t count = 0;
    each(prefix, isSeen, [&](const Entry&) { ++count; });
    return count;
}

std::vector<Digest> HeldIndex::children(const Prefix& prefix, const Filter& isSeen) const {
    std::vector<Digest> digests(16);
    each(prefix, isSeen, [&](const Entry& entry) {
        digests[entry.hash >> shiftOf(prefix.digits) & 0xFU].add(entry.held.record, entry.held.version);
    });
    return digests;
}

std::vector<Held> HeldIndex::records(const Prefix& prefix, const Filter& isSeen) const {
    std::vector<Held> held;
    each(prefix, isSeen, [&](const Entry& entry) { held.push_back(entry.held); });
    return held;
}

}  // namespace zhixing::sync
