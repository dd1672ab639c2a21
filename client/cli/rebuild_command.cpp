#include <QString>

#include "client/cli/commands.h"
#include "client/cli/output.h"
#include "client/cli/store_file.h"
#include "client/net/account.h"
#include "client/store/salvage.h"
#include "shared/sqlite/file_lock.h"
#include "sync/wire/line_writer.h"

namespace zhixing::client::cli {

Result<void> rebuild(const Arguments& arguments) {
    const QString store = QString::fromStdString(arguments.store);
    ZX_ASSIGN(const Account account, Account::load(Account::fileFor(store)));
    {
        const auto nobodyElse =
            whenUnlocked([&] { return sqlite::FileLock::acquire(sqlite::lockFileOf(arguments.store)); });
        if (!nobodyElse.ok()) return nobodyElse.error();
    }
    ZX_ASSIGN(const Rebuilt rebuilt,
              client::rebuild(catalog(), arguments.store, {account.device, account.person, account.home},
                              SystemClock().now()));
    std::string line;
    sync::LineWriter(line)
        .number("unsent", static_cast<std::int64_t>(rebuilt.work.unsent.size()))
        .number("refused", static_cast<std::int64_t>(rebuilt.work.refused.size()))
        .number("drafts", static_cast<std::int64_t>(rebuilt.work.drafts.size()))
        .number("photos", rebuilt.photos)
        .number("changed", static_cast<std::int64_t>(rebuilt.work.changed.size()))
        .flag("complete", rebuilt.work.isComplete)
        .text("kept", rebuilt.aside.string())
        .text("list", rebuilt.list.string())
        .end();
    printLine(line);
    return {};
}

}  // namespace zhixing::client::cli
