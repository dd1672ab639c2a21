#pragma once

#include <optional>
#include <vector>

#include "shared/base/result.h"
#include "shared/model/document.h"
#include "shared/model/json_reader.h"

/// From JSON to values as the catalog describes them (see document.h for the form). For whoever reads lines in which
/// fields stand beside or within other things: the wire's codec, imports.
namespace zhixing {

/// One field's value; `null` is unset.
[[nodiscard]] Result<Value> readValue(const Field& field, JsonValue json);
/// An object of fields, in the order of the text.
[[nodiscard]] Result<std::vector<FieldValue>> readFieldValues(const RecordType& type, JsonValue json);
/// The type that an object's "type" names; `unknown_type` when the catalog lacks it, `required` when none is named.
[[nodiscard]] Result<const RecordType*> readType(const Catalog& catalog, JsonValue object);
[[nodiscard]] Result<Audience> readAudience(JsonValue json, std::string_view name);
/// A whole record from its canonical line. Fields that are not named are unset; every other key must be there.
[[nodiscard]] Result<Record> readRecord(const Catalog& catalog, JsonValue line);
/// The same as far as a catalog goes that may be older than the line.
struct KnownPart {
    Record record;                 ///< without type and fields when the catalog does not know the type
    std::optional<Error> unknown;  ///< the first thing that the catalog does not know; nothing when the record is whole
};
[[nodiscard]] Result<KnownPart> readKnownPart(const Catalog& catalog, JsonValue line);
/// What parseDocumentLine() makes of a line.
[[nodiscard]] Result<DocumentLine> readDocumentLine(const Catalog& catalog, const RecordType* assumed, JsonValue line);

}  // namespace zhixing
