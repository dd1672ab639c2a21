#include "shared/model/value.h"

#include <array>

namespace zhixing {
namespace {

struct KindForm {
    std::string_view word;
    std::size_t alternative;  ///< of Value
};

template <typename T>
constexpr std::size_t alternativeOf() {
    return Value(std::in_place_type<T>).index();
}

/// In the order of Kind.
const std::array<KindForm, 17> forms = {{
    {"text", alternativeOf<std::string>()},
    {"long_text", alternativeOf<std::string>()},
    {"option", alternativeOf<std::string>()},
    {"integer", alternativeOf<std::int64_t>()},
    {"decimal", alternativeOf<std::int64_t>()},
    {"money", alternativeOf<std::int64_t>()},
    {"date", alternativeOf<std::int64_t>()},
    {"instant", alternativeOf<std::int64_t>()},
    {"boolean", alternativeOf<bool>()},
    {"reference", alternativeOf<Id>()},
    {"references", alternativeOf<IdSet>()},
    {"tags", alternativeOf<TagSet>()},
    {"counter", alternativeOf<std::int64_t>()},
    {"place", alternativeOf<Place>()},
    {"rating", alternativeOf<std::int64_t>()},
    {"answers", alternativeOf<Entries>()},
    {"checklist", alternativeOf<Entries>()},
}};
static_assert(static_cast<std::size_t>(Kind::checklist) + 1 == std::tuple_size_v<decltype(forms)>);

const KindForm& formOf(Kind kind) { return forms[static_cast<std::size_t>(kind)]; }

}  // namespace

std::string_view word(Kind kind) { return formOf(kind).word; }

bool holds(const Value& value, Kind kind) { return !isSet(value) || value.index() == formOf(kind).alternative; }

}  // namespace zhixing
