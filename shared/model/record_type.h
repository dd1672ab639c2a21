#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

#include "shared/model/value.h"

/// The vocabulary in which the catalog describes record types. A description is data: nothing here does anything;
/// validation, tables, views, wire coding, forms and tests are all made from it.
namespace zhixing {

enum class Role : std::uint8_t { field, siteManager, regionalManager, headquarters, finance, administrator };
[[nodiscard]] std::string_view word(Role role);
[[nodiscard]] std::optional<Role> roleFromWord(std::string_view word);

/// A set of roles, plus the two relations that make someone a writer of one particular record.
class Writers {
public:
    constexpr Writers() = default;
    constexpr Writers(std::initializer_list<Role> roles) {
        for (Role role : roles) bits_ |= bit(role);
    }
    [[nodiscard]] constexpr bool admits(Role role) const { return (bits_ & bit(role)) != 0; }
    [[nodiscard]] constexpr bool admitsAuthor() const { return (bits_ & authorBit) != 0; }
    [[nodiscard]] constexpr bool admitsOwner() const { return (bits_ & ownerBit) != 0; }
    /// True when nobody but the server may write.
    [[nodiscard]] constexpr bool none() const { return bits_ == 0; }
    [[nodiscard]] constexpr std::uint16_t bits() const { return bits_; }
    friend constexpr Writers operator|(Writers a, Writers b) { return Writers(a.bits_ | b.bits_); }
    friend constexpr bool operator==(Writers, Writers) = default;

    static constexpr std::uint16_t authorBit = 1U << 8;
    static constexpr std::uint16_t ownerBit = 1U << 9;
    constexpr explicit Writers(int bits) : bits_(static_cast<std::uint16_t>(bits)) {}

private:
    static constexpr std::uint16_t bit(Role role) {
        return static_cast<std::uint16_t>(1U << static_cast<unsigned>(role));
    }
    std::uint16_t bits_ = 0;
};

namespace writers {
inline constexpr Writers server{};
inline constexpr Writers author{int{Writers::authorBit}};  ///< who recorded it
inline constexpr Writers owner{int{Writers::ownerBit}};    ///< who the type's owner field names
inline constexpr Writers administrators{Role::administrator};
inline constexpr Writers headquarters{Role::headquarters, Role::administrator};
inline constexpr Writers finance{Role::finance, Role::headquarters};
inline constexpr Writers planners{Role::regionalManager, Role::headquarters, Role::administrator};
inline constexpr Writers managers{Role::siteManager, Role::regionalManager, Role::headquarters, Role::administrator};
inline constexpr Writers everyone{Role::field,        Role::siteManager, Role::regionalManager,
                                  Role::headquarters, Role::finance,     Role::administrator};
}  // namespace writers

enum class Audience : std::uint8_t { everyone, managers, headquarters };
[[nodiscard]] std::string_view word(Audience audience);
[[nodiscard]] std::optional<Audience> audienceFromWord(std::string_view word);
/// Whether someone acting in `role` may see what is meant for `audience`.
[[nodiscard]] bool admits(Audience audience, Role role);

/// What happens when two people changed one field without knowing of each other (LAWS.md).
enum class Merge : std::uint8_t {
    review,     ///< the server's value stays; the other is kept for a person to choose
    laterEdit,  ///< the later corrected clock wins; the loser is kept
    firstWins,  ///< the server's value stays; the loser is kept
    counter,    ///< both are added
    set,        ///< members added and removed by either side
    append,     ///< both texts stay, the server's first
    text,       ///< three-way by words, else review
    workflow,   ///< a legal transition from where the record now is, or a rejection
};
[[nodiscard]] std::string_view word(Merge merge);

/// One field of a record type. Built by the functions of `field::` below, refined by the chained verbs.
struct Field {
    std::uint16_t id = 0;   ///< permanent; never used again after a field is hidden
    std::string_view name;  ///< snake_case English; the wire, SQL and export name
    Kind kind = Kind::text;
    bool isRequired = false;  ///< must be set when the record is added and may not be cleared
    bool isFixed = false;     ///< may be set when the record is added, never changed
    bool isPersonal = false;  ///< personal data: never in logs, erased on request
    bool isSigned =
        false;  ///< references to people who put themselves there; nobody names another, nor signs their own record
    bool isSearched = true;  ///< people find the record by this text; false where a program wrote it for programs
    std::int64_t least = 0;  ///< smallest number; fewest members
    std::int64_t most = 0;   ///< greatest number; longest text in code points; most members
    Merge merge = Merge::review;
    Writers writers = writers::everyone;
    std::vector<std::string_view> options;  ///< Kind::option: the words, the first is the default unless optional
    std::string_view target;                ///< reference(s): name of the type referred to
    Value fallback;                         ///< what an added record gets when the field is not given
    std::vector<std::string_view> states;   ///< workflow states in which people may change it; empty: all

    // A verb a line reads as a list.
    // clang-format off
    Field required() && { isRequired = true; return std::move(*this); }
    Field fixed() && { isFixed = true; return std::move(*this); }
    Field personal() && { isPersonal = true; return std::move(*this); }
    Field signedBySelf() && { isSigned = true; return std::move(*this); }
    Field unsearched() && { isSearched = false; return std::move(*this); }
    Field by(Writers who) && { writers = who; return std::move(*this); }
    Field merging(Merge policy) && { merge = policy; return std::move(*this); }
    Field between(std::int64_t low, std::int64_t high) && { least = low; most = high; return std::move(*this); }
    Field initially(Value value) && { fallback = std::move(value); return std::move(*this); }
    Field in(std::initializer_list<std::string_view> whichStates) && { states = whichStates; return std::move(*this); }
    // clang-format on
};

/// How a catalog line begins: `field::text(1, "title", 200).required()`. Numbers and texts are `review` unless said
/// otherwise; long texts `text`; sets `set`; counters `counter`.
namespace field {
[[nodiscard]] Field text(std::uint16_t id, std::string_view name, std::int64_t codePointsMax = 200);
[[nodiscard]] Field longText(std::uint16_t id, std::string_view name, std::int64_t codePointsMax = 10'000);
[[nodiscard]] Field option(std::uint16_t id, std::string_view name, std::initializer_list<std::string_view> words);
[[nodiscard]] Field integer(std::uint16_t id, std::string_view name);
[[nodiscard]] Field decimal(std::uint16_t id, std::string_view name);
[[nodiscard]] Field money(std::uint16_t id, std::string_view name);
[[nodiscard]] Field date(std::uint16_t id, std::string_view name);
[[nodiscard]] Field instant(std::uint16_t id, std::string_view name);
[[nodiscard]] Field boolean(std::uint16_t id, std::string_view name);
[[nodiscard]] Field reference(std::uint16_t id, std::string_view name, std::string_view target);
[[nodiscard]] Field references(std::uint16_t id, std::string_view name, std::string_view target);
[[nodiscard]] Field tags(std::uint16_t id, std::string_view name);
[[nodiscard]] Field counter(std::uint16_t id, std::string_view name);
[[nodiscard]] Field place(std::uint16_t id, std::string_view name);
[[nodiscard]] Field rating(std::uint16_t id, std::string_view name);
[[nodiscard]] Field answers(std::uint16_t id, std::string_view name);
[[nodiscard]] Field checklist(std::uint16_t id, std::string_view name);
}  // namespace field

/// A sum above which a step is not for everyone who may take it. How much that is the organisation says, in a record of
/// type `policy`; where none says so, there is no limit.
struct StepLimit {
    std::string_view amount;  ///< money field of the record; what counts is its size, whichever its sign
    std::string_view policy;  ///< the name of that record; its `value` is in yuan
    Writers beyond;           ///< who may take the step with more
};

struct Transition {
    std::string_view from;
    std::string_view to;
    Writers who;
    bool notByAuthor = false;  ///< the two-person rule: whoever recorded it may not take this step
    std::optional<StepLimit> limit{};
};

/// The life of a record: one option field may only move along declared transitions. Its first option is the start.
struct Workflow {
    std::string_view field;
    std::vector<Transition> transitions;
    std::string_view decidedBy{};  ///< reference field the server sets to who took the latest step; empty: not kept
    std::string_view decidedAt{};  ///< instant field the server sets to when; empty: not kept
};

/// Values that only one live record of the type may have (unset ones do not count). A second is kept and marked.
struct UniqueKey {
    std::vector<std::string_view> fields;
    std::string_view mark;  ///< boolean field the server sets on the later of two
};

/// One record type: what a task, a spend, a campaign is.
struct RecordType {
    std::uint16_t id = 0;
    std::string_view name;  ///< snake_case English, singular
    Audience audience = Audience::everyone;
    Writers creators = writers::everyone;
    Writers deleters = writers::author | writers::managers;
    /// Reference field that names the record's node, or "id" for a record that is its own place (a node).
    /// Empty: the author chooses, own node by default.
    std::string_view placedBy{};
    std::string_view author{};      ///< reference field the server sets to who recorded it; empty: not kept
    std::string_view recordedAt{};  ///< instant field set from the author's corrected clock; empty: not kept
    std::string_view owner{};       ///< reference to person: who the work belongs to (`writers::owner`)
    std::vector<Field> fields{};    ///< by ascending id
    std::optional<Workflow> workflow{};
    std::vector<UniqueKey> uniqueKeys{};
    bool comesFirst = false;  ///< a new device needs it for its first screen, so it is sent before the rest
    std::vector<std::vector<std::string_view>> indices{};  ///< what pages and reports look up by

    /// Position in `fields`, or nothing. Names are few: a search by length and bytes beats hashing.
    [[nodiscard]] std::optional<std::size_t> find(std::string_view fieldName) const;
};

}  // namespace zhixing
