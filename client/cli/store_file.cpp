#include "client/cli/store_file.h"

#include <filesystem>

#include "client/store/schema.h"
#include "shared/model/document.h"

namespace zhixing::client::cli {
namespace {

Result<void> checkExists(const Arguments& arguments) {
    std::error_code ignored;
    if (std::filesystem::exists(arguments.store, ignored)) return {};
    return Error{Code::not_found, "there is no store " + arguments.store, {}, {}};
}

}  // namespace

Error notEnrolled() {
    return {Code::not_enrolled,
            "this store belongs to nobody yet; begin with: zhixing-cli --store FILE enrol LINK",
            {},
            {}};
}

Result<sqlite::Database> openForLooking(const Arguments& arguments) {
    ZX_TRY(checkExists(arguments));
    return whenUnlocked([&] { return openReader(arguments.store, catalog()); });
}

Result<std::unique_ptr<Device>> openForRecording(const Arguments& arguments) {
    ZX_TRY(checkExists(arguments));
    ZX_ASSIGN(auto device, whenUnlocked([&] { return Device::open(catalog(), arguments.store); }));
    if (device->replica().state().person.isNil()) return notEnrolled();
    return device;
}

Result<const RecordType*> findType(const std::string& name) {
    if (const RecordType* type = catalog().find(name)) return type;
    return Error{Code::unknown_type, "there is no record type '" + name + "'; see zhixing-cli describe", {}, {}};
}

Result<Id> parseId(const std::string& text) {
    if (const auto id = Id::parse(text)) return *id;
    return Error{Code::malformed, "'" + text + "' is not an id", {}, {}};
}

namespace {

/// Whether a value of this kind is a JSON string, so that people may leave the quotes away.
bool isWrittenAsText(Kind kind) {
    return kind == Kind::text || kind == Kind::longText || kind == Kind::option || kind == Kind::date ||
           kind == Kind::reference;
}

Result<Value> valueOf(const Field& field, const std::string& text) {
    if (text.empty()) return Value{};
    if (!isWrittenAsText(field.kind) || text.front() == '"') return parseJsonValue(field, text);
    std::string quoted;
    appendJsonString(quoted, text);
    return parseJsonValue(field, quoted);
}

}  // namespace

Result<FieldValue> parseAssignment(const RecordType& type, std::string_view text) {
    const auto equals = text.find('=');
    if (equals == std::string_view::npos) {
        return Error{Code::malformed, "'" + std::string(text) + "' is not FIELD=VALUE", {}, {}};
    }
    const std::string_view name = text.substr(0, equals);
    const auto position = type.find(name);
    if (!position) return Error{Code::unknown_field, "this type has no such field", std::string(name), {}};
    ZX_ASSIGN(Value value, valueOf(type.fields[*position], std::string(text.substr(equals + 1))));
    return FieldValue{static_cast<std::uint16_t>(*position), std::move(value)};
}

}  // namespace zhixing::client::cli
