#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/model/organisation.h"
#include "sync/digest.h"

namespace zhixing::sync {

/// The first digits of the hash of a record's id. A prefix of n hexadecimal digits names one part in 16^n of all records,
/// evenly whatever the ids look like, so that two copies find the one record in which they differ by asking for digests
/// beneath ever longer prefixes.
struct Prefix {
    static constexpr int digitsMax = 8;

    std::uint32_t bits = 0;  ///< the digits, the first one highest; zero below them
    int digits = 0;

    [[nodiscard]] static std::optional<Prefix> parse(std::string_view text);
    [[nodiscard]] std::string text() const;  ///< lower case
    [[nodiscard]] Prefix child(unsigned digit) const;
    friend bool operator==(const Prefix&, const Prefix&) = default;
};

/// A record that one end holds, as far as comparing needs it.
struct Held {
    const RecordType* type = nullptr;
    Id record;
    Version version = 0;
    Scope scope;
};

/// Everything one end holds, in the order of the hashes of the ids. Made when two copies are found to differ, which is
/// rare, rather than kept up to date with every write; about 64 bytes a record.
class HeldIndex {
public:
    using Filter = std::function<bool(const Scope&)>;

    explicit HeldIndex(std::vector<Held> held);

    /// Keeps up with a change made while comparing goes on.
    void put(const Held& held);
    void erase(const Id& record);

    [[nodiscard]] std::size_t count(const Prefix& prefix, const Filter& isSeen) const;
    /// What lies beneath each of the sixteen prefixes that are one digit longer.
    [[nodiscard]] std::vector<Digest> children(const Prefix& prefix, const Filter& isSeen) const;
    [[nodiscard]] std::vector<Held> records(const Prefix& prefix, const Filter& isSeen) const;
    [[nodiscard]] const Held* find(const Id& record) const;

private:
    struct Entry {
        std::uint32_t hash = 0;
        Held held;
        [[nodiscard]] std::pair<std::uint32_t, Id> key() const { return {hash, held.record}; }
    };
    [[nodiscard]] static Entry entryOf(const Held& held);
    [[nodiscard]] std::vector<Entry>::const_iterator lowerBound(std::uint32_t hash, const Id& record) const;
    /// Visits everything beneath the prefix.
    template <typename Visit>
    void each(const Prefix& prefix, const Filter& isSeen, Visit visit) const;

    std::vector<Entry> entries_;
};

}  // namespace zhixing::sync
