#include "server/store/columns.h"
#include "server/store/sqlite_authority_store.h"

/// When each device last held exactly what it should hold.
namespace zhixing::server {

using sqlite::guarded;
using sqlite::Use;

Result<void> SqliteAuthorityStore::noteAgreement(const sync::DeviceAgreement& agreement) {
    return guarded([&] {
        Use row(
            database_->prepared("INSERT INTO zx_agreement (device, person, at) VALUES (?, ?, ?) ON CONFLICT (device) "
                                "DO UPDATE SET person = excluded.person, at = excluded.at"));
        bindId(*row, 1, agreement.device);
        bindId(*row, 2, agreement.person);
        row->bind(3, agreement.at.ms);
        row->exec();
    });
}

Result<std::vector<sync::DeviceAgreement>> SqliteAuthorityStore::agreements() {
    return guarded([&]() -> std::vector<sync::DeviceAgreement> {
        std::vector<sync::DeviceAgreement> all;
        Use row(database_->prepared("SELECT device, person, at FROM zx_agreement ORDER BY device"));
        while (row->executeStep()) {
            all.push_back({idAt(*row, 0), idAt(*row, 1), Instant{row->getColumn(2).getInt64()}, false});
        }
        return all;
    });
}

}  // namespace zhixing::server
