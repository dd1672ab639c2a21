#pragma once

#include <QTest>
#include <optional>
#include <string>
#include <vector>

#include "shared/catalog/catalog.h"
#include "sync/authority/store.h"
#include "tests/support/seeded_random.h"

namespace zhixing::test {

/// Tasks as the authority keeps them, for tests of its stores.
class StoredTasks {
public:
    /// A task of that version, changed by the commit `seq`.
    sync::StoredRecord task(const Id& id, const Id& place, sync::Seq seq, Version version = 1) {
        const RecordType& type = catalog().at("task");
        sync::StoredRecord stored{blankRecord(type, id, place), std::vector<Version>(type.fields.size(), version), seq};
        stored.record.version = version;
        stored.record.set("title", std::string("海报上墙 \"") + std::to_string(seq) + "\"");
        stored.record.set("campaign", id);
        return stored;
    }

    /// Writes the record the way the authority does: record, departure, history, head.
    void write(sync::AuthorityStore& store, const sync::StoredRecord& stored, std::optional<Scope> from) {
        const Record& record = stored.record;
        QVERIFY(store.put(stored).ok());
        if (from) QVERIFY(store.depart(stored.seq, *record.type, record.id, record.version, *from).ok());
        sync::HistoryEntry entry{stored.seq,
                                 record.type,
                                 record.id,
                                 record.version,
                                 person,
                                 device,
                                 stored.seq,
                                 sync::Verb::edit,
                                 Instant{1000 + stored.seq},
                                 Instant{2000 + stored.seq},
                                 {}};
        entry.changes.push_back(
            {static_cast<std::uint16_t>(*record.type->find("title")), record.value("title"), Value(std::string("旧"))});
        QVERIFY(store.append(entry).ok());
        QVERIFY(store.setHead(stored.seq).ok());
    }

    SeededRandom random{7};
    Id person = random.id();
    Id device = random.id();
};

}  // namespace zhixing::test
