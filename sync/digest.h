#pragma once

#include <array>
#include <cstdint>

#include "shared/base/id.h"
#include "shared/model/record.h"

namespace zhixing::sync {

/// What a set of records amounts to: how many, and the sum modulo 2^128 of a hash of each (id, version).
/// Adding and removing are inverse and order does not matter, so both ends keep it up to date one record at a time,
/// and equal digests mean equal sets but for a chance of about 2^-128 (Bellare and Micciancio, "AdHash", 1997;
/// good against accidents, which is what it is for, not against a forger).
struct Digest {
    std::int64_t count = 0;
    std::uint64_t high = 0;
    std::uint64_t low = 0;

    void add(const Id& record, Version version);
    void remove(const Id& record, Version version);
    void add(const Digest& other);
    [[nodiscard]] std::string sumText() const;  ///< 32 hexadecimal digits, most significant first
    friend bool operator==(const Digest&, const Digest&) = default;
};

}  // namespace zhixing::sync
