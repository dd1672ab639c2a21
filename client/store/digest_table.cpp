#include "client/store/digest_table.h"

#include <algorithm>
#include <bit>
#include <string>
#include <string_view>

#include "client/store/scope_bytes.h"

namespace zhixing::client {

using sqlite::guarded;
using sqlite::Use;
using sync::Digest;

namespace {

void appendNumber(std::string& bytes, std::uint64_t number) {
    for (int shift = 56; shift >= 0; shift -= 8) bytes.push_back(static_cast<char>(number >> shift & 0xFF));
}

Result<std::uint64_t> takeNumber(std::string_view& bytes) {
    if (bytes.size() < sizeof(std::uint64_t)) return Error{Code::damaged, "a digest cannot be read", {}, {}};
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < sizeof number; ++i) number = number << 8 | static_cast<unsigned char>(bytes[i]);
    bytes.remove_prefix(sizeof number);
    return number;
}

}  // namespace

Result<DigestTable> DigestTable::read(sqlite::Database& database) {
    return guarded([&]() -> Result<DigestTable> {
        DigestTable table;
        Use blocks(database.prepared("SELECT entries FROM zx_digest ORDER BY block"));
        while (blocks->executeStep()) ZX_TRY(table.unpack(blocks->getColumn(0).getString()));
        return table;
    });
}

Result<void> DigestTable::unpack(std::string_view block) {
    while (!block.empty()) {
        Entry entry;
        ZX_ASSIGN(entry.scope, takeScope(block));
        ZX_ASSIGN(const std::uint64_t count, takeNumber(block));
        entry.digest.count = std::bit_cast<std::int64_t>(count);
        ZX_ASSIGN(entry.digest.high, takeNumber(block));
        ZX_ASSIGN(entry.digest.low, takeNumber(block));
        positions_[entry.scope] = entries_.size();
        entries_.push_back(entry);
    }
    return {};
}

std::string DigestTable::packed(std::size_t block) const {
    std::string bytes;
    const std::size_t end = std::min(entries_.size(), (block + 1) * blockSize);
    for (std::size_t i = block * blockSize; i < end; ++i) {
        const Digest& digest = entries_[i].digest;
        appendScope(bytes, entries_[i].scope);
        appendNumber(bytes, std::bit_cast<std::uint64_t>(digest.count));
        appendNumber(bytes, digest.high);
        appendNumber(bytes, digest.low);
    }
    return bytes;
}

Digest DigestTable::find(const Scope& scope) const {
    const auto found = positions_.find(scope);
    return found == positions_.end() ? Digest{} : entries_[found->second].digest;
}

void DigestTable::put(const Scope& scope, const Digest& digest) {
    const auto [position, isNew] = positions_.try_emplace(scope, entries_.size());
    if (isNew) entries_.push_back({scope, {}});
    entries_[position->second].digest = digest;
    changedBlocks_.insert(position->second / blockSize);
}

Digest DigestTable::total() const {
    Digest total;
    for (const Entry& entry : entries_) total.add(entry.digest);
    return total;
}

Result<void> DigestTable::write(sqlite::Database& database) {
    return guarded([&] {
        for (const std::size_t block : changedBlocks_) {
            const std::string bytes = packed(block);
            Use written(database.prepared("INSERT OR REPLACE INTO zx_digest(block, entries) VALUES(?1, ?2)"));
            written->bind(1, static_cast<std::int64_t>(block));
            written->bindNoCopy(2, static_cast<const void*>(bytes.data()), static_cast<int>(bytes.size()));
            written->exec();
        }
        changedBlocks_.clear();
    });
}

}  // namespace zhixing::client
