#include "client/store/own_rows.h"

#include <span>

#include "shared/sqlite/row_sum.h"

namespace zhixing::client {
namespace {

/// Their places are their keys.
std::string sumOf(std::span<const std::string> values) {
    std::vector<sqlite::Summand> summands;
    for (const std::string& value : values) summands.push_back({static_cast<std::uint16_t>(summands.size()), value});
    return sqlite::rowSumOf(summands);
}

}  // namespace

std::string outboxSum(const std::array<std::string, 5>& values) { return sumOf(values); }
std::string traySum(const std::array<std::string, 7>& values) { return sumOf(values); }

std::string outboxIsWhole() {
    return "row_sum IS " + outboxSum({"counter", "record", "line", "settled_seq", "settled_version"});
}
std::string sentIsWhole() { return "row_sum IS " + outboxSum({"counter", "record", "line", "NULL", "NULL"}); }
std::string trayIsWhole() {
    return "row_sum IS " + traySum({"counter", "line", "code", "message", "field", "exceeded", "rejected_at"});
}

}  // namespace zhixing::client
