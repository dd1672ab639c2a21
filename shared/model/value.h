#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "shared/base/id.h"

namespace zhixing {

/// What a field may hold. The kind decides the Value's alternative, the wire form (document.h) and the SQL column.
enum class Kind : std::uint8_t {
    text,        ///< one line                                         string
    longText,    ///< paragraphs                                       string
    option,      ///< one of the field's declared words ("enum")       string
    integer,     ///<                                                  int64
    decimal,     ///< six decimal places, scaled by decimalScale       int64
    money,       ///< fen                                              int64
    date,        ///< days since 1970-01-01                            int64
    instant,     ///< milliseconds since 1970-01-01T00:00:00Z          int64
    boolean,     ///<                                                  bool
    reference,   ///< the id of a record of a declared type            Id
    references,  ///< a set of them, sorted                            IdSet
    tags,        ///< a set of short words, sorted                     TagSet
    counter,     ///< changed by adding                                int64
    place,       ///< where on earth                                   Place
    rating,      ///< 1 to 5                                           int64
    answers,     ///< question key -> answer, of one questionnaire     Entries
    checklist,   ///< item -> "" (open) or "done", in order            Entries
};

[[nodiscard]] std::string_view word(Kind kind);

struct Place {
    std::int32_t latitudeMicro = 0;  ///< degrees × 10^6, WGS 84
    std::int32_t longitudeMicro = 0;
    std::int32_t accuracyMetres = 0;  ///< radius of 68 % confidence; 0 when unknown
    friend bool operator==(const Place&, const Place&) = default;
};

struct Entry {
    std::string key;
    std::string value;
    friend auto operator<=>(const Entry&, const Entry&) = default;
};

using IdSet = std::vector<Id>;            ///< sorted, without repetition
using TagSet = std::vector<std::string>;  ///< sorted, without repetition
using Entries = std::vector<Entry>;       ///< each key once

/// One field's content; `monostate` is "not set".
using Value = std::variant<std::monostate, bool, std::int64_t, std::string, Id, IdSet, TagSet, Place, Entries>;

[[nodiscard]] inline bool isSet(const Value& value) { return value.index() != 0; }
/// Whether `value` is unset or of the alternative that `kind` asks for.
[[nodiscard]] bool holds(const Value& value, Kind kind);

}  // namespace zhixing
