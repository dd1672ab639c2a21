#pragma once

#include "client/cli/arguments.h"
#include "shared/base/result.h"

/// One function per command. Each prints what it has to say and returns what kept it from doing its work.
namespace zhixing::client::cli {

[[nodiscard]] Result<void> enrol(const Arguments& arguments);
[[nodiscard]] Result<void> sync(const Arguments& arguments);

[[nodiscard]] Result<void> add(const Arguments& arguments);
[[nodiscard]] Result<void> edit(const Arguments& arguments);
[[nodiscard]] Result<void> remove(const Arguments& arguments);
[[nodiscard]] Result<void> settle(const Arguments& arguments);
[[nodiscard]] Result<void> undoSettle(const Arguments& arguments);

[[nodiscard]] Result<void> addPhotos(const Arguments& arguments);
[[nodiscard]] Result<void> listPhotos(const Arguments& arguments);
[[nodiscard]] Result<void> freePhotos(const Arguments& arguments);

[[nodiscard]] Result<void> describe(const Arguments& arguments);
[[nodiscard]] Result<void> list(const Arguments& arguments);
[[nodiscard]] Result<void> show(const Arguments& arguments);
[[nodiscard]] Result<void> search(const Arguments& arguments);
[[nodiscard]] Result<void> outbox(const Arguments& arguments);
[[nodiscard]] Result<void> incidents(const Arguments& arguments);
[[nodiscard]] Result<void> rebuild(const Arguments& arguments);
[[nodiscard]] Result<void> tray(const Arguments& arguments);
[[nodiscard]] Result<void> trayResend(const Arguments& arguments);
[[nodiscard]] Result<void> trayExport(const Arguments& arguments);
[[nodiscard]] Result<void> trayDiscard(const Arguments& arguments);
[[nodiscard]] Result<void> trayDiscarded(const Arguments& arguments);
[[nodiscard]] Result<void> trayRestore(const Arguments& arguments);
[[nodiscard]] Result<void> conflicts(const Arguments& arguments);
[[nodiscard]] Result<void> report(const Arguments& arguments);
[[nodiscard]] Result<void> verify(const Arguments& arguments);
[[nodiscard]] Result<void> dump(const Arguments& arguments);

}  // namespace zhixing::client::cli
