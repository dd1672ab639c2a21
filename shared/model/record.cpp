#include "shared/model/record.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "shared/base/hash.h"
#include "shared/base/text.h"
#include "shared/model/document.h"

namespace zhixing {
namespace {

/// Keys that stand beside a record's fields on its canonical line; a field of that name would be ambiguous.
constexpr std::array<std::string_view, 6> reservedNames = {"type", "id", "place", "audience", "version", "gone"};

std::size_t positionOf(const RecordType& type, std::string_view fieldName) {
    const auto position = type.find(fieldName);
    assert(position.has_value());
    return *position;
}

template <typename T>
const T* alternative(const Record& record, std::string_view fieldName) {
    return std::get_if<T>(&record.value(fieldName));
}

/// Every part of a description followed by a mark that no name contains, so that different descriptions differ.
class Description {
public:
    void add(std::string_view part) { text_.append(part).push_back('\n'); }
    void add(std::int64_t part) { add(std::string_view(std::to_string(part))); }
    void add(Writers who) { add(std::int64_t{who.bits()}); }
    void add(const std::vector<std::string_view>& parts) {
        add(static_cast<std::int64_t>(parts.size()));
        for (const std::string_view part : parts) {
            add(part);
        }
    }
    [[nodiscard]] const std::string& text() const { return text_; }

private:
    std::string text_;
};

void describe(Description& out, const Field& field) {
    out.add(field.id);
    out.add(field.name);
    out.add(word(field.kind));
    out.add(field.isRequired);
    out.add(field.isFixed);
    out.add(field.isPersonal);
    out.add(field.isSigned);
    out.add(field.isSearched);
    out.add(field.least);
    out.add(field.most);
    out.add(word(field.merge));
    out.add(field.writers);
    out.add(field.options);
    out.add(field.target);
    std::string fallback;
    appendJson(fallback, field.kind, field.fallback);
    out.add(fallback);
    out.add(field.states);
}

void describe(Description& out, const Workflow& workflow) {
    out.add(workflow.field);
    out.add(workflow.decidedBy);
    out.add(workflow.decidedAt);
    out.add(static_cast<std::int64_t>(workflow.transitions.size()));
    for (const Transition& step : workflow.transitions) {
        out.add(step.from);
        out.add(step.to);
        out.add(step.who);
        out.add(step.notByAuthor);
        const StepLimit limit = step.limit.value_or(StepLimit{});
        out.add(limit.amount);
        out.add(limit.policy);
        out.add(limit.beyond);
    }
}

void describe(Description& out, const RecordType& type) {
    out.add(type.id);
    out.add(type.name);
    out.add(word(type.audience));
    out.add(type.creators);
    out.add(type.deleters);
    for (const std::string_view role : {type.placedBy, type.author, type.recordedAt, type.owner}) {
        out.add(role);
    }
    out.add(static_cast<std::int64_t>(type.fields.size()));
    for (const Field& field : type.fields) {
        describe(out, field);
    }
    describe(out, type.workflow.value_or(Workflow{}));
    out.add(static_cast<std::int64_t>(type.uniqueKeys.size()));
    for (const UniqueKey& key : type.uniqueKeys) {
        out.add(key.fields);
        out.add(key.mark);
    }
    out.add(static_cast<std::int64_t>(type.indices.size()));
    for (const auto& index : type.indices) {
        out.add(index);
    }
}

std::string fingerprintOf(std::span<const RecordType> types) {
    Description description;
    for (const RecordType& type : types) {
        describe(description, type);
    }
    const Hash128 hash = hash128(description.text());
    return toHex(hash.data(), hash.size());
}

/// A catalog is written by us: what is wrong with it is our mistake, found at the first start.
[[maybe_unused]] bool isSound(const RecordType& type) {
    for (std::size_t i = 0; i < type.fields.size(); ++i) {
        const Field& field = type.fields[i];
        const bool isReserved =
            std::find(reservedNames.begin(), reservedNames.end(), field.name) != reservedNames.end();
        const bool isAscending = i == 0 || type.fields[i - 1].id < field.id;
        if (field.name.empty() || isReserved || !isAscending || type.find(field.name) != i) {
            return false;
        }
        if (!holds(field.fallback, field.kind)) {
            return false;
        }
    }
    return true;
}

[[maybe_unused]] bool isSound(std::span<const RecordType> types) {
    for (std::size_t i = 0; i < types.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (types[i].id == types[j].id || types[i].name == types[j].name) {
                return false;
            }
        }
        if (!isSound(types[i])) {
            return false;
        }
    }
    return true;
}

}  // namespace

const Value& Record::value(std::string_view fieldName) const { return fields[positionOf(*type, fieldName)]; }

void Record::set(std::string_view fieldName, Value value) { fields[positionOf(*type, fieldName)] = std::move(value); }

Id Record::reference(std::string_view fieldName) const {
    const Id* target = alternative<Id>(*this, fieldName);
    return target != nullptr ? *target : Id{};
}

std::int64_t Record::number(std::string_view fieldName) const {
    const std::int64_t* amount = alternative<std::int64_t>(*this, fieldName);
    return amount != nullptr ? *amount : 0;
}

std::string_view Record::string(std::string_view fieldName) const {
    const std::string* text = alternative<std::string>(*this, fieldName);
    return text != nullptr ? std::string_view(*text) : std::string_view();
}

Record blankRecord(const RecordType& type, Id id, Id place) {
    Record record;
    record.type = &type;
    record.id = id;
    record.place = place;
    record.audience = type.audience;
    record.fields.reserve(type.fields.size());
    for (const Field& field : type.fields) {
        record.fields.push_back(field.fallback);
    }
    return record;
}

Catalog::Catalog(std::vector<RecordType> types) : types_(std::move(types)), fingerprint_(fingerprintOf(types_)) {
    assert(isSound(types_));
}

const RecordType* Catalog::find(std::string_view name) const {
    const auto found = std::find_if(types_.begin(), types_.end(), [&](const auto& type) { return type.name == name; });
    return found != types_.end() ? &*found : nullptr;
}

const RecordType* Catalog::find(std::uint16_t id) const {
    const auto found = std::find_if(types_.begin(), types_.end(), [&](const auto& type) { return type.id == id; });
    return found != types_.end() ? &*found : nullptr;
}

const RecordType& Catalog::at(std::string_view name) const {
    const RecordType* type = find(name);
    assert(type != nullptr);
    return *type;
}

}  // namespace zhixing
