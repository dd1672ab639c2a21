#include "server/store/feed_reader.h"

#include <algorithm>
#include <queue>

#include "server/store/columns.h"
#include "sync/wire/codec.h"

namespace zhixing::server {

namespace {

using sync::FeedEntry;
using sync::Seq;

constexpr int firstStretch = 8;
constexpr int longestStretch = 512;
constexpr std::size_t fillLooksMax = 20'000;  // rows of other parts that one page may pass over
constexpr std::size_t manyScopes = 256;       // from here on walking costs less than asking for each
constexpr Seq looksPerScope = 4;              // records passed over for what asking one scope costs
constexpr int walkLooksMax = 20'000;          // rows of other scopes that one page may pass over

bool isIn(sync::Part part, const RecordType& type) {
    return part == sync::Part::all || type.comesFirst == (part == sync::Part::first);
}

}  // namespace

struct FeedReader::Item {
    Seq seq = 0;
    bool isDeparture = false;
    bool isPause = false;  // nothing is here: so far the walk has come, and others have waited long enough
    std::int64_t row = 0;  // of a record
    Id record;             // of a departure, with the version it left with
    Version version = 0;
};

/// What is next in one scope: its records, or its departures; or the records of many scopes.
struct FeedReader::List {
    Scope scope;
    const ScopeSet* walked = nullptr;  // instead of `scope`
    bool isDeparture = false;
    Seq cursor = 0;
    int stretch = firstStretch;
    bool isComplete = false;  // the index has no more than what is here
    std::vector<Item> items;  // newest first, so that the next one is at the back
};

std::vector<FeedReader::List> FeedReader::listsOf(const ScopeSet& scopes, Seq cursor, Seq head, std::size_t recordsMax,
                                                  bool withDepartures) {
    const bool isWalk = scopes.size() >= manyScopes || head - cursor <= looksPerScope * static_cast<Seq>(scopes.size());
    std::vector<List> lists;
    const auto add = [&](const Scope& scope, const ScopeSet* walked) {
        lists.push_back({scope, walked, false, cursor, firstStretch, false, {}});
        if (withDepartures) lists.push_back({scope, walked, true, cursor, firstStretch, false, {}});
    };
    if (isWalk) {
        add({}, &scopes);
    } else {
        for (const Scope& scope : scopes) add(scope, nullptr);
    }
    // Few scopes share a page between them: read what one of them will need at once.
    const auto share = recordsMax / std::max<std::size_t>(1, lists.size());
    for (List& list : lists) list.stretch = std::clamp(static_cast<int>(share), firstStretch, longestStretch);
    return lists;
}

/// The next stretch of everything that is or was anywhere, as far as it is in the walked scopes.
void FeedReader::walk(List& list) {
    sqlite::Use rows(database_->prepared(
        list.isDeparture
            ? "SELECT seq, place, audience, record, version FROM zx_departure WHERE seq > ? ORDER BY seq LIMIT ?"
            : "SELECT seq, place, audience, rowid FROM record WHERE seq > ? ORDER BY seq LIMIT ?"));
    rows->bind(1, list.cursor);
    rows->bind(2, walkLooksMax);
    list.items.clear();
    int looks = 0;
    while (static_cast<int>(list.items.size()) < list.stretch) {
        if (!rows->executeStep()) {
            list.isComplete = looks < walkLooksMax;
            break;
        }
        ++looks;
        list.cursor = rows->getColumn(0).getInt64();
        const Scope scope{idAt(*rows, 1), static_cast<Audience>(rows->getColumn(2).getInt())};
        if (!sees(*list.walked, scope)) continue;
        Item item{list.cursor, list.isDeparture, false, 0, {}, 0};
        if (list.isDeparture) {
            item.record = idAt(*rows, 3);
            item.version = rows->getColumn(4).getInt64();
        } else {
            item.row = rows->getColumn(3).getInt64();
        }
        list.items.push_back(item);
    }
    if (looks == walkLooksMax) list.items.push_back({list.cursor, list.isDeparture, true, 0, {}, 0});
    std::reverse(list.items.begin(), list.items.end());
    list.stretch = std::min(list.stretch * 4, longestStretch);
}

void FeedReader::refill(List& list) {
    if (list.walked != nullptr) return walk(list);
    sqlite::Use rows(database_->prepared(
        list.isDeparture
            ? "SELECT seq, record, version FROM zx_departure WHERE place = ? AND audience = ? AND seq > ? ORDER BY seq "
              "LIMIT ?"
            : "SELECT seq, rowid FROM record WHERE place = ? AND audience = ? AND seq > ? ORDER BY seq LIMIT ?"));
    bindId(*rows, 1, list.scope.place);
    rows->bind(2, static_cast<int>(list.scope.audience));
    rows->bind(3, list.cursor);
    rows->bind(4, list.stretch);
    list.items.clear();
    while (rows->executeStep()) {
        Item item{rows->getColumn(0).getInt64(), list.isDeparture, false, 0, {}, 0};
        if (list.isDeparture) {
            item.record = idAt(*rows, 1);
            item.version = rows->getColumn(2).getInt64();
        } else {
            item.row = rows->getColumn(1).getInt64();
        }
        list.items.push_back(item);
    }
    list.isComplete = list.items.size() < static_cast<std::size_t>(list.stretch);
    if (!list.items.empty()) list.cursor = list.items.back().seq;
    std::reverse(list.items.begin(), list.items.end());
    list.stretch = std::min(list.stretch * 4, longestStretch);
}

const RecordType& FeedReader::typeAt(const SQLite::Statement& row, int index) const {
    const RecordType* type = catalog_->find(static_cast<std::uint16_t>(row.getColumn(index).getInt()));
    if (type == nullptr) throw SQLite::Exception("a record is of an unknown type", SQLITE_CORRUPT);
    return *type;
}

std::string FeedReader::recordLine(const Item& item, std::optional<sync::Part> liveOf) {
    sqlite::Use row(database_->prepared(
        "SELECT id, type, place, audience, version, deleted, document FROM record WHERE rowid = ?"));
    row->bind(1, item.row);
    if (!row->executeStep()) throw SQLite::Exception("a record of the feed is missing", SQLITE_CORRUPT);
    const RecordType& type = typeAt(*row, 1);
    const Version version = row->getColumn(4).getInt64();
    const bool isDeleted = row->getColumn(5).getInt() != 0;
    if (liveOf && (isDeleted || !isIn(*liveOf, type))) return {};
    if (isDeleted) return goneLine(type, idAt(*row, 0), version, sync::Gone::deleted);
    const Scope scope{idAt(*row, 2), static_cast<Audience>(row->getColumn(3).getInt())};
    return splicedLine(type, idAt(*row, 0), scope, version, textAt(*row, 6));
}

/// Empty for whoever also sees where the record went: they are told that, by its own place in the feed.
std::string FeedReader::departureLine(const ScopeSet& scopes, const Item& item) {
    sqlite::Use row(database_->prepared("SELECT type, place, audience FROM record WHERE id = ?"));
    bindId(*row, 1, item.record);
    if (!row->executeStep()) throw SQLite::Exception("a record of the feed is missing", SQLITE_CORRUPT);
    const Scope scope{idAt(*row, 1), static_cast<Audience>(row->getColumn(2).getInt())};
    if (sees(scopes, scope)) return {};
    return goneLine(typeAt(*row, 0), item.record, item.version, sync::Gone::left);
}

/// Records seldom move; while none has, half of the looks are saved.
Result<bool> FeedReader::hasDepartures() {
    return sqlite::guarded([&] {
        sqlite::Use row(database_->prepared("SELECT 1 FROM zx_departure LIMIT 1"));
        return row->executeStep();
    });
}

template <typename Visit>
void FeedReader::merge(std::vector<List>& lists, Visit visit) {
    const auto later = [&](std::size_t a, std::size_t b) {
        const Item& x = lists[a].items.back();
        const Item& y = lists[b].items.back();
        return std::pair(x.seq, x.isPause) > std::pair(y.seq, y.isPause);
    };
    std::priority_queue<std::size_t, std::vector<std::size_t>, decltype(later)> next(later);
    const auto enqueue = [&](std::size_t index) {
        if (lists[index].items.empty() && !lists[index].isComplete) refill(lists[index]);
        if (!lists[index].items.empty()) next.push(index);
    };
    for (std::size_t i = 0; i < lists.size(); ++i) enqueue(i);
    while (!next.empty()) {
        const std::size_t index = next.top();
        const Item item = lists[index].items.back();
        if (!visit(item)) return;
        next.pop();
        lists[index].items.pop_back();
        enqueue(index);
    }
}

Result<std::vector<FeedEntry>> FeedReader::read(const ScopeSet& scopes, Seq cursor, Seq head, std::size_t recordsMax,
                                                std::size_t bytesMax, Seq& to) {
    ZX_ASSIGN(const bool isAnyDeparted, hasDepartures());
    std::vector<List> lists = listsOf(scopes, cursor, head, recordsMax, isAnyDeparted);
    return sqlite::guarded([&] {
        std::vector<FeedEntry> entries;
        std::size_t bytes = 0;
        Seq reached = cursor;
        to = head;
        merge(lists, [&](const Item& item) {
            const bool isFull = entries.size() >= recordsMax || bytes >= bytesMax;
            if (item.isPause) {
                to = item.seq;
                return false;
            }
            // Departure and record of one move share a seq: a page ends only where the next item has another one.
            if (isFull && item.seq != reached) {
                to = reached;
                return false;
            }
            reached = item.seq;
            std::string line = item.isDeparture ? departureLine(scopes, item) : recordLine(item);
            if (line.empty()) return true;
            bytes += line.size();
            entries.push_back({item.seq, std::move(line)});
            return true;
        });
        return entries;
    });
}

Result<std::vector<FeedEntry>> FeedReader::fill(const ScopeSet& scopes, sync::Part part, Seq after, Seq until,
                                                std::size_t recordsMax, std::size_t bytesMax, Seq& to) {
    std::vector<List> lists = listsOf(scopes, after, until, recordsMax, false);
    return sqlite::guarded([&] {
        std::vector<FeedEntry> entries;
        std::size_t bytes = 0;
        std::size_t looks = 0;
        Seq reached = after;
        to = until;
        merge(lists, [&](const Item& item) {
            if (item.seq > until) return false;
            if (item.isPause || entries.size() >= recordsMax || bytes >= bytesMax || ++looks > fillLooksMax) {
                to = item.isPause ? item.seq : reached;
                return false;
            }
            reached = item.seq;
            std::string line = recordLine(item, part);
            if (line.empty()) return true;
            bytes += line.size();
            entries.push_back({item.seq, std::move(line)});
            return true;
        });
        return entries;
    });
}

std::string splicedLine(const RecordType& type, const Id& id, const Scope& scope, Version version,
                        std::string_view document) {
    std::string line;
    line.reserve(160 + document.size());
    const auto append = [&line](std::string_view text) { line.append(text); };
    char idText[36];
    append(R"({"type":")");
    append(type.name);
    append(R"(","id":")");
    id.writeText(idText);
    line.append(idText, sizeof idText);
    append(R"(","place":")");
    scope.place.writeText(idText);
    line.append(idText, sizeof idText);
    append(R"(","audience":")");
    append(word(scope.audience));
    append(R"(","version":)");
    line += std::to_string(version);
    if (document.size() > 2) {  // more than {}
        line += ',';
        append(document.substr(1));
    } else {
        line += '}';
    }
    return line;
}

}  // namespace zhixing::server
