#include "shared/model/record_type.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <span>

#include "shared/base/limits.h"
#include "shared/base/time.h"

namespace zhixing {
namespace {

constexpr std::array<std::string_view, 6> roleWords = {"field",        "site_manager", "regional_manager",
                                                       "headquarters", "finance",      "administrator"};
constexpr std::array<std::string_view, 3> audienceWords = {"everyone", "managers", "headquarters"};
constexpr std::array<std::string_view, 8> mergeWords = {"review", "later_edit", "first_wins", "counter",
                                                        "set",    "append",     "text",       "workflow"};
static_assert(static_cast<std::size_t>(Role::administrator) + 1 == roleWords.size());
static_assert(static_cast<std::size_t>(Audience::headquarters) + 1 == audienceWords.size());
static_assert(static_cast<std::size_t>(Merge::workflow) + 1 == mergeWords.size());

template <typename Enum>
std::optional<Enum> fromWord(std::span<const std::string_view> words, std::string_view word) {
    const auto found = std::find(words.begin(), words.end(), word);
    if (found == words.end()) {
        return std::nullopt;
    }
    return static_cast<Enum>(found - words.begin());
}

/// Years 1 to 9999: what four digits can write.
constexpr std::int64_t dayLeast = -719'162;
constexpr std::int64_t dayMost = 2'932'896;

Field plain(std::uint16_t id, std::string_view name, Kind kind, Merge merge = Merge::review) {
    Field field;
    field.id = id;
    field.name = name;
    field.kind = kind;
    field.merge = merge;
    return field;
}

}  // namespace

std::string_view word(Role role) { return roleWords[static_cast<std::size_t>(role)]; }
std::optional<Role> roleFromWord(std::string_view word) { return fromWord<Role>(roleWords, word); }

std::string_view word(Audience audience) { return audienceWords[static_cast<std::size_t>(audience)]; }
std::optional<Audience> audienceFromWord(std::string_view word) { return fromWord<Audience>(audienceWords, word); }

std::string_view word(Merge merge) { return mergeWords[static_cast<std::size_t>(merge)]; }

bool admits(Audience audience, Role role) {
    constexpr Writers managing{Role::siteManager, Role::regionalManager, Role::headquarters, Role::finance,
                               Role::administrator};
    constexpr Writers central{Role::headquarters, Role::finance, Role::administrator};
    switch (audience) {
        case Audience::everyone:
            return true;
        case Audience::managers:
            return managing.admits(role);
        case Audience::headquarters:
            return central.admits(role);
    }
    return false;
}

std::optional<std::size_t> RecordType::find(std::string_view fieldName) const {
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].name == fieldName) {
            return i;
        }
    }
    return std::nullopt;
}

namespace field {

Field text(std::uint16_t id, std::string_view name, std::int64_t codePointsMax) {
    return plain(id, name, Kind::text).between(0, codePointsMax);
}

Field longText(std::uint16_t id, std::string_view name, std::int64_t codePointsMax) {
    return plain(id, name, Kind::longText, Merge::text).between(0, codePointsMax);
}

Field option(std::uint16_t id, std::string_view name, std::initializer_list<std::string_view> words) {
    assert(words.size() > 0);
    Field field = plain(id, name, Kind::option).initially(std::string(*words.begin()));
    field.options = words;
    return field;
}

Field integer(std::uint16_t id, std::string_view name) {
    return plain(id, name, Kind::integer).between(-limits::integerMax, limits::integerMax);
}

Field decimal(std::uint16_t id, std::string_view name) {
    constexpr std::int64_t most = limits::decimalUnitsMax * limits::decimalScale;
    return plain(id, name, Kind::decimal).between(-most, most);
}

Field money(std::uint16_t id, std::string_view name) {
    return plain(id, name, Kind::money).between(0, limits::moneyFenMax);
}

Field date(std::uint16_t id, std::string_view name) { return plain(id, name, Kind::date).between(dayLeast, dayMost); }

Field instant(std::uint16_t id, std::string_view name) {
    return plain(id, name, Kind::instant).between(dayLeast * msPerDay, (dayMost + 1) * msPerDay - 1);
}

Field boolean(std::uint16_t id, std::string_view name) { return plain(id, name, Kind::boolean).initially(false); }

Field reference(std::uint16_t id, std::string_view name, std::string_view target) {
    Field field = plain(id, name, Kind::reference);
    field.target = target;
    return field;
}

Field references(std::uint16_t id, std::string_view name, std::string_view target) {
    Field field = plain(id, name, Kind::references, Merge::set).between(0, limits::referencesMax);
    field.target = target;
    return field;
}

Field tags(std::uint16_t id, std::string_view name) {
    return plain(id, name, Kind::tags, Merge::set).between(0, limits::tagsMax);
}

Field counter(std::uint16_t id, std::string_view name) {
    return plain(id, name, Kind::counter, Merge::counter)
        .between(-limits::integerMax, limits::integerMax)
        .initially(std::int64_t{0});
}

Field place(std::uint16_t id, std::string_view name) { return plain(id, name, Kind::place); }

Field rating(std::uint16_t id, std::string_view name) { return plain(id, name, Kind::rating).between(1, 5); }

Field answers(std::uint16_t id, std::string_view name) {
    return plain(id, name, Kind::answers).between(0, limits::entriesMax);
}

Field checklist(std::uint16_t id, std::string_view name) {
    return plain(id, name, Kind::checklist).between(0, limits::entriesMax);
}

}  // namespace field
}  // namespace zhixing
