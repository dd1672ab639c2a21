#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "shared/base/id.h"
#include "shared/model/record_type.h"
#include "shared/model/value.h"

namespace zhixing {

/// The newest version of a record known somewhere. Version 0 means "the server has never seen it".
using Version = std::int64_t;

/// Field contents of one record, in the order of its type's `fields`.
using Fields = std::vector<Value>;

/// A thing people record. Its type is a pointer into the Catalog, which outlives every record.
struct Record {
    const RecordType* type = nullptr;
    Id id;
    Id place;  ///< the node it belongs to; decides, with `audience`, who sees it
    Audience audience = Audience::everyone;
    Version version = 0;
    bool isDeleted = false;
    Fields fields;

    [[nodiscard]] const Value& value(std::string_view fieldName) const;   ///< asserts that the field exists
    void set(std::string_view fieldName, Value value);                    ///< asserts that the field exists
    [[nodiscard]] Id reference(std::string_view fieldName) const;         ///< nil when not set
    [[nodiscard]] std::int64_t number(std::string_view fieldName) const;  ///< 0 when not set
    [[nodiscard]] std::string_view string(std::string_view fieldName) const;

    friend bool operator==(const Record&, const Record&) = default;
};

/// A new record: every field at its declared fallback.
[[nodiscard]] Record blankRecord(const RecordType& type, Id id, Id place);

/// One field named by its position, with a value: what edits, operations and messages are made of.
struct FieldValue {
    std::uint16_t field = 0;  ///< position in RecordType::fields
    Value value;
    friend bool operator==(const FieldValue&, const FieldValue&) = default;
};

/// All that can be recorded, by name and by number. Immutable after construction; share it by reference.
class Catalog {
public:
    explicit Catalog(std::vector<RecordType> types);
    Catalog(const Catalog&) = delete;
    Catalog& operator=(const Catalog&) = delete;

    [[nodiscard]] const RecordType* find(std::string_view name) const;
    [[nodiscard]] const RecordType* find(std::uint16_t id) const;
    /// Asserts that the type exists; for names written in the code.
    [[nodiscard]] const RecordType& at(std::string_view name) const;
    [[nodiscard]] std::span<const RecordType> types() const { return types_; }
    /// Changes whenever a description changes: stores use it to see that their tables are behind.
    [[nodiscard]] const std::string& fingerprint() const { return fingerprint_; }

private:
    std::vector<RecordType> types_;
    std::string fingerprint_;
};

}  // namespace zhixing
