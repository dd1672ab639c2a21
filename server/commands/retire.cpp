#include "server/commands/command.h"
#include "server/store/server_schema.h"
#include "shared/model/document.h"

namespace zhixing::server {

Result<Report> retireCatalogs(Desk& desk, const Command& command) {
    std::string all;
    for (const std::string& schema : command.all("schema")) {
        if (schema.find_first_not_of("0123456789abcdef") != std::string::npos)
            return Error{
                Code::malformed, "'" + schema + "' is not what 'zhixing-cli --version' says of a catalog", {}, {}};
        all += (all.empty() ? "" : " ") + schema;
    }
    ZX_TRY(writeMeta(desk.database(), Desk::retiredKey, all));
    ZX_TRY(desk.retire());
    std::string output = R"({"retired":[)";
    for (const std::string& schema : command.all("schema")) {
        if (output.back() != '[') output += ',';
        appendJsonString(output, schema);
    }
    return Report{output + "]}\n", "Devices hear of it when they connect the next time.\n"};
}

}  // namespace zhixing::server
