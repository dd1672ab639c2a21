#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/model/record.h"

/// Records as JSON. One form serves the wire, the server's storage, imports, exports and the command line:
/// `{"title":"…","amount":300000,"spent_on":"2025-10-16"}` with unset fields left out, fields in catalog order, no white space.
/// Kinds map to: text, longText, option -> string · integer, money, counter, rating, instant -> integer · decimal -> number with
/// at most six places · date -> "YYYY-MM-DD" · boolean -> true/false · reference -> UUID string · references, tags -> array of
/// strings · place -> [lat, lon, accuracy] · answers -> object of strings · checklist -> [["item", done], …].
namespace zhixing {

/// Appends `value` of `kind` as JSON; unset is `null`.
void appendJson(std::string& out, Kind kind, const Value& value);
/// Appends a JSON string literal. The text is clean UTF-8 (validation sees to that).
void appendJsonString(std::string& out, std::string_view text);

/// Appends the object of all set fields.
void appendFields(std::string& out, const RecordType& type, const Fields& fields);
/// Appends an object of just these fields; `null` clears.
void appendFieldValues(std::string& out, const RecordType& type, std::span<const FieldValue> values);

/// Reads an object of fields of `type`. Strict: UTF-8, no duplicate or unknown key, the kind's JSON type, the limits of
/// limits.h while parsing. `null` gives an unset Value. Catalog limits are validateValue's business.
[[nodiscard]] Result<std::vector<FieldValue>> parseFieldValues(const RecordType& type, std::string_view json);
/// The same, over a blank record's fields without fallbacks (what appendFields wrote).
[[nodiscard]] Result<Fields> parseFields(const RecordType& type, std::string_view json);
/// One field's value from its JSON text, for `--where FIELD=VALUE` and `--value JSON`.
[[nodiscard]] Result<Value> parseJsonValue(const Field& field, std::string_view json);

/// The canonical line of a record in dumps, lists and exports:
/// `{"type":"task","id":"…","place":"…","audience":"everyone","version":3,"title":"…",…}`.
[[nodiscard]] std::string canonicalLine(const Record& record);

/// A line of an import file or of `add`: fields beside the optional keys `type`, `id`, `place`, `audience`; `version` is ignored.
struct DocumentLine {
    const RecordType* type = nullptr;  ///< null when the line names none
    std::optional<Id> id;
    std::optional<Id> place;
    std::optional<Audience> audience;
    std::vector<FieldValue> values;
};
/// `assumed` is the type when the line does not name one; null requires `type`.
[[nodiscard]] Result<DocumentLine> parseDocumentLine(const Catalog& catalog, const RecordType* assumed,
                                                     std::string_view json);

}  // namespace zhixing
