#include "server/commands/command.h"
#include "server/store/audit.h"

namespace zhixing::server {

Result<Report> checkStore(Desk& desk, const Command& /*command*/) {
    ZX_ASSIGN(const Inspection seen, inspectStore(desk.database(), desk.store(), desk.catalog()));
    return Report{R"({"result":"ok","records":)" + std::to_string(seen.records) + R"(,"deleted":)" +
                      std::to_string(seen.deleted) + R"(,"history":)" + std::to_string(seen.history) +
                      R"(,"horizon":)" + std::to_string(seen.horizon) + R"(,"head":)" + std::to_string(seen.head) +
                      "}\n",
                  {}};
}

}  // namespace zhixing::server
