#include "tests/bench/ui/crowd.h"

#include <array>

#include "client/net/account.h"
#include "client/store/device.h"
#include "client/store/schema.h"
#include "client/store/store_reader.h"
#include "shared/catalog/catalog.h"
#include "tests/gallery/demo_gateway.h"
#include "tests/support/seeded_random.h"

namespace zhixing::bench {
namespace {

using namespace zhixing::client;

Result<Account> copyDemo(const std::filesystem::path& file) {
    const auto demo = DemoGateway::make(DemoGateway::Person::field);
    if (demo == nullptr) return Error{Code::not_found, "the demo organisation could not be loaded", {}, {}};
    ZX_ASSIGN(auto reader, openReader(demo->storePath().toStdString(), catalog()));
    ZX_TRY(reader.copyTo(file));
    Account account;
    account.server = QUrl(QStringLiteral("ws://127.0.0.1:9/sync"));
    account.token = QStringLiteral("none");
    account.organisation = QStringLiteral("知行示范公司");
    account.device = Id::named("demo device");
    account.person = demo->status().person;
    account.home = demo->status().home;
    return account;
}

Result<std::vector<Record>> patterns(Device& device) {
    std::vector<Record> found;
    StoreReader reader(catalog(), device.store().database());
    for (const char* type : {"task", "spend", "feedback"}) {
        ZX_TRY(reader.forEach({.type = &catalog().at(type)}, [&](sqlite::Row&& row) -> Result<void> {
            found.push_back(std::move(row.record));
            return {};
        }));
    }
    return found;
}

Record another(const Record& pattern, const Id& id, std::size_t number) {
    Record record = pattern;
    record.id = id;
    const bool isTask = record.type->name == "task";
    const char* field = isTask ? "title" : record.type->name == "spend" ? "note" : "text";
    record.set(field, std::string(record.string(field)) + " 第" + std::to_string(number) + "号");
    return record;
}

}  // namespace

Result<void> makeCrowdedStore(const std::filesystem::path& file, std::size_t records) {
    ZX_ASSIGN(const Account account, copyDemo(file));
    ZX_TRY(account.save(Account::fileFor(QString::fromStdString(file.string()))));
    ZX_ASSIGN(const auto device, Device::open(catalog(), file));
    ZX_ASSIGN(const std::vector<Record> all, patterns(*device));
    test::SeededRandom random(1'016);
    constexpr std::size_t atOnce = 1'000;
    for (std::size_t made = 0; made < records;) {
        ZX_TRY(device->store().begin(sync::ReplicaStore::Durability::atomic));
        for (std::size_t i = 0; i < atOnce && made < records; ++i, ++made) {
            ZX_TRY(device->store().put(another(all[made % all.size()], random.id(), made), false));
        }
        ZX_TRY(device->store().commit());
    }
    return {};
}

}  // namespace zhixing::bench
