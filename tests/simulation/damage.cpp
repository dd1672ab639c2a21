#include "tests/simulation/damage.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace zhixing::simulation {

using namespace sync;

namespace {

enum class Harm : std::uint8_t { lost, strange, older, changed };
constexpr std::uint64_t harmCount = 4;

/// In an order that both grounds agree on.
Result<std::vector<Held>> candidates(ReplicaStore& store) {
    std::vector<Held> rows;
    ZX_TRY(store.forEachHeld([&](const Held& held) {
        if (held.type != nullptr && held.version > 0) rows.push_back(held);
    }));
    std::vector<Held> without;  // own work
    for (const Held& held : rows) {
        ZX_ASSIGN(const auto shadow, store.shadowHead(held.record));
        if (!shadow) without.push_back(held);
    }
    std::ranges::sort(without, {}, [](const Held& held) { return std::pair(held.type->id, held.record); });
    return without;
}

Result<std::optional<Held>> harm(ReplicaStore& store, test::SeededRandom& random) {
    ZX_ASSIGN(const auto rows, candidates(store));
    if (rows.empty()) return std::optional<Held>{};
    const Held held = random.pick(rows);
    const auto how = static_cast<Harm>(random.below(harmCount));
    const Id stranger = random.id();
    if (how == Harm::changed) return std::optional(held);

    ZX_ASSIGN(auto row, store.find(*held.type, held.record));
    if (!row) return std::optional<Held>{};
    ZX_TRY(store.begin(ReplicaStore::Durability::full));
    if (how == Harm::lost || (how == Harm::older && row->version == 1)) {
        ZX_TRY(store.erase(*held.type, held.record));
    } else {
        if (how == Harm::strange) row->id = stranger;
        if (how == Harm::older) {
            --row->version;
            std::ranges::fill(row->fields, Value{});
        }
        ZX_TRY(store.put(*row, false));
    }
    ZX_TRY(store.commit());
    return std::optional<Held>{};
}

}  // namespace

std::optional<Held> damageOne(ReplicaStore& store, test::SeededRandom& random) {
    const auto changed = harm(store, random);
    if (changed.ok()) return *changed;
    store.rollback();  // the disk itself is failing at this moment
    return std::nullopt;
}

}  // namespace zhixing::simulation
