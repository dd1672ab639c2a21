#pragma once

#include "sync/wire/messages.h"
#include "tests/support/seeded_random.h"

namespace zhixing::test {

/// Messages nobody would think of writing down: every form, every kind of value, the ends of every range, texts that
/// need escaping, empty lists and full ones. What comes out keeps the catalog's and the protocol's rules.
class RandomMessages {
public:
    RandomMessages(const Catalog& catalog, std::uint64_t seed) : catalog_(catalog), random_(seed) {}

    [[nodiscard]] sync::ClientMessage client();
    [[nodiscard]] sync::ServerMessage server();
    [[nodiscard]] sync::Operation operation(sync::Counter counter);
    [[nodiscard]] sync::Outcome outcome(sync::Counter counter);
    [[nodiscard]] sync::PageRecord pageRecord();
    /// Of the field's kind, now and then unset.
    [[nodiscard]] Value value(const Field& field);
    [[nodiscard]] std::string text();
    [[nodiscard]] SeededRandom& random() { return random_; }

private:
    [[nodiscard]] Value setValue(const Field& field);
    [[nodiscard]] const RecordType& type();
    [[nodiscard]] std::int64_t number();
    [[nodiscard]] Audience audience();
    [[nodiscard]] ScopeSet scopes();
    [[nodiscard]] sync::Prefix prefix();
    [[nodiscard]] sync::Bucket bucket();
    [[nodiscard]] Error error();

    const Catalog& catalog_;
    SeededRandom random_;
};

}  // namespace zhixing::test
