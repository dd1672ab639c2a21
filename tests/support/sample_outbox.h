#pragma once

#include <string>
#include <vector>

#include "sync/replica/store.h"
#include "sync/wire/codec.h"
#include "tests/support/sample_catalog.h"

/// What tests of the replica's storage put into it.
namespace zhixing::test {

inline const Catalog& sampleCatalog() {
    static const Catalog catalog({sampleType(), orderType()});
    return catalog;
}

inline const RecordType& sample() { return sampleCatalog().at("sample"); }
inline const RecordType& order() { return sampleCatalog().at("order"); }

inline sync::Operation operationOn(int record, sync::Counter counter, const std::string& group) {
    sync::Operation operation;
    operation.counter = counter;
    operation.verb = sync::Verb::edit;
    operation.type = &order();
    operation.record = sampleId(record);
    operation.base = 2;
    operation.at = Instant{1'760'000'000'000};
    operation.changes = {{0, Value(group), Value(std::string("before"))}};
    return operation;
}

inline sync::PendingOperation pendingOn(int record, sync::Counter counter, const std::string& group = "g") {
    sync::PendingOperation pending;
    pending.operation = operationOn(record, counter, group);
    pending.line = sync::encodeOperation(pending.operation);
    return pending;
}

inline std::vector<sync::Counter> countersOf(const Result<std::vector<sync::PendingOperation>>& operations) {
    std::vector<sync::Counter> counters;
    if (!operations.ok()) return {-1};
    for (const sync::PendingOperation& pending : *operations) counters.push_back(pending.operation.counter);
    return counters;
}

inline std::vector<sync::Counter> countersOf(const Result<std::vector<sync::OutboxEntry>>& entries) {
    std::vector<sync::Counter> counters;
    if (!entries.ok()) return {-1};
    for (const sync::OutboxEntry& entry : *entries) counters.push_back(entry.counter);
    return counters;
}

/// Empty when all went well; else the word of the code.
inline std::string errorIn(const Result<void>& result) {
    return result.ok() ? std::string() : std::string(word(result.error().code));
}

}  // namespace zhixing::test
