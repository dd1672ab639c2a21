#include "client/cli/store_file.h"

#include <filesystem>

#include "client/store/schema.h"

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

}  // namespace zhixing::client::cli
