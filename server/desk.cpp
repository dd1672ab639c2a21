#include "server/desk.h"

#include <array>
#include <iterator>
#include <sstream>

#include "server/store/server_schema.h"
#include "shared/base/text.h"

namespace zhixing::server {

namespace {

using sync::Authority;
using sync::DirectChange;
using sync::Verb;

constexpr const char* administratorKey = "administrator";

DirectChange addition(const RecordType& type, const Id& id, const Id& place,
                      std::initializer_list<std::pair<std::string_view, Value>> values) {
    DirectChange change{Verb::add, &type, id, place, {}, {}};
    for (const auto& [name, value] : values)
        change.values.push_back({static_cast<std::uint16_t>(*type.find(name)), value});
    return change;
}

std::string newEpoch(Random& random) {
    std::array<std::uint8_t, 16> bytes{};
    random.fill(bytes.data(), bytes.size());
    return toHex(bytes.data(), bytes.size());
}

}  // namespace

Id headquartersId() { return Id::named("zhixing headquarters"); }

Desk::Desk(sqlite::Database database, const Ports& ports)
    : ports_(ports),
      database_(std::move(database)),
      accounts_(database_, ports.random),
      headquarters_(headquartersId()) {}

Result<std::unique_ptr<Desk>> Desk::open(const std::filesystem::path& directory, const Ports& ports) {
    ZX_ASSIGN(auto database, openServerDatabase(directory, ports.catalog));
    std::unique_ptr<Desk> desk(new Desk(std::move(database), ports));
    ZX_TRY(desk->load());
    return desk;
}

Result<std::unique_ptr<Desk>> Desk::found(const std::filesystem::path& directory, const Ports& ports,
                                          const Founding& founding) {
    ZX_ASSIGN(auto database, createServerDatabase(directory, ports.catalog));
    {
        std::unique_ptr<Desk> desk(new Desk(std::move(database), ports));
        ZX_TRY(desk->layFoundation(founding));
    }
    return open(directory, ports);
}

Result<void> Desk::load() {
    ZX_ASSIGN(const std::string administrator, readMeta(database_, administratorKey));
    administrator_ = Id::parse(administrator).value_or(Id{});
    ZX_ASSIGN(store_, SqliteAuthorityStore::open(database_, ports_.catalog));
    ZX_ASSIGN(auto authority, Authority::load(ports_.catalog, *store_, ports_.random));
    authority_ = std::make_unique<Authority>(std::move(authority));
    return retire();
}

Result<void> Desk::retire() {
    ZX_ASSIGN(const std::string noted, readMeta(database_, retiredKey));
    std::istringstream words(noted);
    authority_->retire({std::istream_iterator<std::string>(words), {}});
    return {};
}

Result<void> Desk::layFoundation(const Founding& founding) {
    const Instant now = ports_.clock.now();
    const Id person = newId(now, ports_.random);
    const auto& node = ports_.catalog.at("node");
    const auto& people = ports_.catalog.at("person");
    const auto& grant = ports_.catalog.at("grant");
    const auto newGrant = [&](Role role) {
        return addition(grant, newId(now, ports_.random), headquarters_,
                        {{"person", person}, {"node", headquarters_}, {"role", std::string(word(role))}});
    };
    const std::array changes{
        addition(node, headquarters_, headquarters_,
                 {{"name", founding.organisation}, {"kind", std::string("headquarters")}}),
        addition(people, person, headquarters_, {{"name", founding.login}}),
        newGrant(Role::administrator),
        newGrant(Role::headquarters),
    };
    ZX_ASSIGN(auto transaction, sqlite::Transaction::begin(database_));
    ZX_TRY(SqliteAuthorityStore::initialise(database_, newEpoch(ports_.random)));
    ZX_TRY(writeMeta(database_, administratorKey, person.text()));
    ZX_TRY(accounts_.addLogin(person, founding.login, founding.passwordHash, now));
    ZX_TRY(transaction.commit());
    ZX_TRY(load());
    return perform([&](Desk& desk) -> Result<void> {
        ZX_ASSIGN(const auto ids, desk.authority().change(person, changes, now));
        (void)ids;
        return markFounded(desk.database(), now);
    });
}

Result<void> Desk::perform(const Errand& errand) {
    ZX_TRY(authority_->begin());
    if (auto done = errand(*this); !done) {
        store_->rollback();
        return done;
    }
    ZX_ASSIGN(const auto deliveries, authority_->commit());
    (void)deliveries;  // nobody is connected
    return {};
}

Result<void> Desk::rehearse(const Errand& errand) {
    ZX_TRY(store_->begin());
    auto stand = Authority::load(ports_.catalog, *store_, ports_.random);
    if (!stand) {
        store_->rollback();
        return std::move(stand).error();
    }
    auto real = std::exchange(authority_, std::make_unique<Authority>(std::move(stand).value()));
    auto outcome = errand(*this);
    authority_ = std::move(real);
    farewells.clear();
    store_->rollback();
    return outcome;
}

Result<std::string> Desk::organisationName() {
    ZX_ASSIGN(const auto root, store_->find(headquarters_));
    return root ? std::string(root->record.string("name")) : std::string();
}

}  // namespace zhixing::server
