#pragma once

#include <array>
#include <string>

/// The sums of the rows that hold a person's own work (shared/sqlite/row_sum.h), as SQL. What was recorded here and has not
/// been sent exists nowhere else: when a disk changed it, nobody may take it for what that person wrote.
namespace zhixing::client {

/// Of a row of zx_outbox, from expressions for its counter, record, line, settled_seq and settled_version. The last two are
/// NULL for a row of zx_sent.
[[nodiscard]] std::string outboxSum(const std::array<std::string, 5>& values);
/// Of a row of zx_tray, from expressions for its counter, line, code, message, field, exceeded and rejected_at.
[[nodiscard]] std::string traySum(const std::array<std::string, 7>& values);

/// The conditions that a row is as it was written.
[[nodiscard]] std::string outboxIsWhole();
[[nodiscard]] std::string sentIsWhole();
[[nodiscard]] std::string trayIsWhole();

}  // namespace zhixing::client
