#pragma once

#include "shared/model/record_type.h"
#include "shared/model/value.h"

/// How one field is settled between two people: the pure heart of sync. LAWS.md states what holds.
namespace zhixing::sync {

/// The three values that meet in one field. Versions play no part: a person may have seen their own unsettled value, which
/// no version of the server's describes.
struct Contest {
    const Value& base;         ///< what the person saw
    const Value& server;       ///< what is true now
    const Value& mine;         ///< what the person wrote
    bool mineIsLater = false;  ///< by corrected clocks; decides only `laterEdit`
};

struct Settlement {
    enum class How : std::uint8_t {
        taken,      ///< the field becomes `mine`
        same,       ///< it already was
        merged,     ///< it becomes something made of both
        contested,  ///< one side lost; `lost` must be kept for people
    };
    How how = How::taken;
    Value value;                 ///< what the field is from now on
    Value lost;                  ///< for `contested`
    bool lostIsServers = false;  ///< for `contested`: it was the server's value that lost
};

/// Settles every policy but `workflow`, which is a question of access (see mayStep).
[[nodiscard]] Settlement settle(const Field& field, const Contest& contest);

/// What a device shows for a field with its own unsettled change on top of `server`: like settle(), except that
/// the person's own value is shown wherever settling it needs the authority.
[[nodiscard]] Value onTop(const Field& field, const Value& base, const Value& server, const Value& mine);

}  // namespace zhixing::sync
