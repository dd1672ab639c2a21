#include "shared/model/validation.h"

#include <algorithm>
#include <cassert>
#include <functional>

#include "shared/base/limits.h"
#include "shared/base/text.h"
#include "shared/model/document.h"

namespace zhixing {
namespace {

constexpr std::int64_t latitudeMicroMax = 90'000'000;
constexpr std::int64_t longitudeMicroMax = 180'000'000;

Error fault(Code code, const Field& field, std::string_view message, std::optional<std::int64_t> limit = {}) {
    return Error{code, std::string(message), std::string(field.name), limit};
}

Result<void> checkLength(const Field& field, std::string_view text, std::int64_t codePointsMax) {
    if (!isCleanUtf8(text)) {
        return fault(Code::bad_encoding, field, "text is not clean UTF-8");
    }
    if (static_cast<std::int64_t>(codePoints(text)) > codePointsMax) {
        return fault(Code::too_long, field, "text has too many characters", codePointsMax);
    }
    if (text.size() > limits::stringBytesMax) {
        return fault(Code::too_long, field, "text has too many bytes", std::int64_t{limits::stringBytesMax});
    }
    return {};
}

Result<void> checkText(const Field& field, const std::string& text) {
    ZX_TRY(checkLength(field, text, field.most));
    if (field.kind == Kind::text && text.find_first_of("\r\n") != std::string::npos) {
        return fault(Code::malformed, field, "a line break in a text of one line");
    }
    return {};
}

Result<void> checkOption(const Field& field, std::string_view word) {
    if (std::find(field.options.begin(), field.options.end(), word) == field.options.end()) {
        return fault(Code::not_an_option, field, "not one of the declared words");
    }
    return {};
}

Result<void> checkRange(const Field& field, std::int64_t number, std::int64_t least, std::int64_t most) {
    if (number < least) {
        return fault(Code::out_of_range, field, "number is too small", least);
    }
    if (number > most) {
        return fault(Code::out_of_range, field, "number is too great", most);
    }
    return {};
}

Result<void> checkCount(const Field& field, std::size_t count) {
    if (static_cast<std::int64_t>(count) > field.most) {
        return fault(Code::too_many, field, "too many members", field.most);
    }
    if (static_cast<std::int64_t>(count) < field.least) {
        return fault(Code::required, field, "too few members", field.least);
    }
    return {};
}

/// Sets are compared and hashed as they are: one order, no repetition.
template <typename T>
Result<void> checkSet(const Field& field, const std::vector<T>& members) {
    ZX_TRY(checkCount(field, members.size()));
    if (std::adjacent_find(members.begin(), members.end(), std::greater_equal<>()) != members.end()) {
        return fault(Code::malformed, field, "members of a set are unsorted or repeated");
    }
    return {};
}

Result<void> checkReference(const Field& field, const Id& id) {
    if (id.isNil()) {
        return fault(Code::bad_reference, field, "the nil id refers to nothing");
    }
    return {};
}

Result<void> checkReferences(const Field& field, const IdSet& ids) {
    ZX_TRY(checkSet(field, ids));
    for (const Id& id : ids) {
        ZX_TRY(checkReference(field, id));
    }
    return {};
}

Result<void> checkTags(const Field& field, const TagSet& tags) {
    ZX_TRY(checkSet(field, tags));
    for (const std::string& tag : tags) {
        ZX_TRY(checkLength(field, tag, limits::tagCodePointsMax));
        if (trimmed(tag).empty()) {
            return fault(Code::required, field, "an empty tag");
        }
    }
    return {};
}

Result<void> checkPlace(const Field& field, const Place& place) {
    ZX_TRY(checkRange(field, place.latitudeMicro, -latitudeMicroMax, latitudeMicroMax));
    ZX_TRY(checkRange(field, place.longitudeMicro, -longitudeMicroMax, longitudeMicroMax));
    return checkRange(field, place.accuracyMetres, 0, limits::accuracyMetresMax);
}

Result<void> checkEntryValue(const Field& field, const std::string& value) {
    if (field.kind == Kind::checklist && !value.empty() && value != "done") {
        return fault(Code::not_an_option, field, "an item is open or done");
    }
    return checkLength(field, value, limits::entryValueCodePointsMax);
}

Result<void> checkEntries(const Field& field, const Entries& entries) {
    ZX_TRY(checkCount(field, entries.size()));
    std::vector<std::string_view> keys;
    keys.reserve(entries.size());
    for (const Entry& entry : entries) {
        ZX_TRY(checkLength(field, entry.key, limits::entryKeyCodePointsMax));
        if (entry.key.empty()) {
            return fault(Code::required, field, "an entry without a key");
        }
        ZX_TRY(checkEntryValue(field, entry.value));
        keys.push_back(entry.key);
    }
    std::sort(keys.begin(), keys.end());
    if (std::adjacent_find(keys.begin(), keys.end()) != keys.end()) {
        return fault(Code::duplicate_key, field, "two entries have the same key");
    }
    return {};
}

/// A required text of white space says nothing.
bool isMissing(const Value& value) {
    const auto* text = std::get_if<std::string>(&value);
    return !isSet(value) || (text != nullptr && trimmed(*text).empty());
}

Result<void> checkSize(const Record& record) {
    std::string written;
    appendFields(written, *record.type, record.fields);
    if (written.size() > limits::recordBytesMax) {
        return Error{Code::too_large, "record has too many bytes", {}, std::int64_t{limits::recordBytesMax}};
    }
    return {};
}

/// Most records cannot come near the limit; only the others are written to be measured.
bool mayBeTooLarge(const Record& record) {
    std::size_t texts = 0;
    for (const Value& value : record.fields) {
        if (const auto* text = std::get_if<std::string>(&value)) {
            texts += text->size();
        } else if (std::holds_alternative<Entries>(value) || std::holds_alternative<TagSet>(value)) {
            return true;
        }
    }
    constexpr std::size_t escapedBytesMax = 6;
    constexpr std::size_t otherBytesMax = 10'000;
    return texts * escapedBytesMax + record.fields.size() * otherBytesMax > limits::recordBytesMax;
}

}  // namespace

Result<void> validateValue(const Field& field, const Value& value) {
    if (!isSet(value)) {
        return {};
    }
    if (!holds(value, field.kind)) {
        return fault(Code::wrong_type, field, "value is not of the field's kind");
    }
    switch (field.kind) {
        case Kind::text:
        case Kind::longText:
            return checkText(field, std::get<std::string>(value));
        case Kind::option:
            return checkOption(field, std::get<std::string>(value));
        case Kind::integer:
        case Kind::decimal:
        case Kind::money:
        case Kind::date:
        case Kind::instant:
        case Kind::counter:
        case Kind::rating:
            return checkRange(field, std::get<std::int64_t>(value), field.least, field.most);
        case Kind::boolean:
            return {};
        case Kind::reference:
            return checkReference(field, std::get<Id>(value));
        case Kind::references:
            return checkReferences(field, std::get<IdSet>(value));
        case Kind::tags:
            return checkTags(field, std::get<TagSet>(value));
        case Kind::place:
            return checkPlace(field, std::get<Place>(value));
        case Kind::answers:
        case Kind::checklist:
            return checkEntries(field, std::get<Entries>(value));
    }
    return {};
}

Result<void> validateField(const Field& field, const Value& value) {
    if (field.isRequired && isMissing(value)) {
        return fault(Code::required, field, "must be set");
    }
    return validateValue(field, value);
}

Result<void> validateRecord(const Record& record) {
    assert(record.type != nullptr && record.fields.size() == record.type->fields.size());
    for (std::size_t i = 0; i < record.fields.size(); ++i) {
        ZX_TRY(validateField(record.type->fields[i], record.fields[i]));
    }
    return validateSize(record);
}

Result<void> validateSize(const Record& record) { return mayBeTooLarge(record) ? checkSize(record) : Result<void>(); }

std::vector<Error> faultsOf(const Record& record) {
    assert(record.type != nullptr && record.fields.size() == record.type->fields.size());
    std::vector<Error> faults;
    for (std::size_t i = 0; i < record.fields.size(); ++i) {
        if (auto checked = validateField(record.type->fields[i], record.fields[i]); !checked.ok()) {
            faults.push_back(std::move(checked).error());
        }
    }
    if (faults.empty()) {
        if (auto checked = checkSize(record); !checked.ok()) {
            faults.push_back(std::move(checked).error());
        }
    }
    return faults;
}

}  // namespace zhixing
