#include "client/store/own_rows.h"

#include "shared/sqlite/row_sum.h"

namespace zhixing::client {

std::string outboxSum(const std::array<std::string, 5>& values) { return sqlite::rowSumOf(0, values); }
std::string traySum(const std::array<std::string, 7>& values) { return sqlite::rowSumOf(0, values); }

std::string outboxIsWhole() {
    return "row_sum IS " + outboxSum({"counter", "record", "line", "settled_seq", "settled_version"});
}
std::string sentIsWhole() { return "row_sum IS " + outboxSum({"counter", "record", "line", "NULL", "NULL"}); }
std::string trayIsWhole() {
    return "row_sum IS " + traySum({"counter", "line", "code", "message", "field", "exceeded", "rejected_at"});
}

}  // namespace zhixing::client
