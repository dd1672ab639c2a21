#include "tests/bench/raw_limits.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <thread>
#include <utility>

#include "shared/sqlite/columns.h"
#include "shared/sqlite/failure.h"
#include "shared/sqlite/typed_tables.h"
#include "tests/bench/stopwatch.h"

namespace zhixing::bench {
namespace {

/// A fresh database with the settings of shared/sqlite/database.cpp.
SQLite::Database fresh(const std::filesystem::path& directory, const char* name, const char* synchronous) {
    const std::filesystem::path path = directory / name;
    for (const char* part : {"", "-wal", "-shm"}) std::filesystem::remove(path.string() + part);
    SQLite::Database database(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec("PRAGMA journal_mode=WAL; PRAGMA cache_size=-16384; PRAGMA wal_autocheckpoint=4000");
    database.exec(std::string("PRAGMA synchronous=") + synchronous);
    return database;
}

void bindSource(SQLite::Statement& row, const SourceRecord& record, const std::string& tags) {
    int parameter = 0;
    for (const std::string* text : {&record.id, &record.campaignId, &record.siteId, &record.title, &record.status,
                                    &record.assignee, &record.currency, &record.note, &tags, &record.updatedBy}) {
        row.bindNoCopy(++parameter, *text);
    }
    for (const std::int64_t number : {record.sequence, record.priority, record.startDate, record.dueDate,
                                      record.budgetCents, record.spentCents, record.updatedAt}) {
        row.bind(++parameter, number);
    }
    row.bind(++parameter, static_cast<double>(record.latitudeMicro) / 1e6);
    row.bind(++parameter, static_cast<double>(record.longitudeMicro) / 1e6);
    row.bind(++parameter, record.isDone ? 1 : 0);
}

void bindTask(SQLite::Statement& row, const Record& task, std::vector<std::string>& rooms) {
    int parameter = 0;
    sqlite::bindIdInPlace(row, ++parameter, task.id);
    sqlite::bindIdInPlace(row, ++parameter, task.place);
    row.bind(++parameter, static_cast<int>(task.audience));
    row.bind(++parameter, std::int64_t{1});
    row.bind(++parameter, 0);
    for (std::size_t i = 0; i < task.fields.size(); ++i) {
        sqlite::bindValue(row, ++parameter, task.type->fields[i].kind, task.fields[i], rooms[i]);
    }
}

/// Makes the plain table and fills it in one transaction; milliseconds for the latter.
double insertAll(SQLite::Database& database, const std::vector<SourceRecord>& records) {
    database.exec(
        "CREATE TABLE task(id TEXT PRIMARY KEY, campaign_id TEXT, site_id TEXT, title TEXT, status TEXT, "
        "assignee TEXT, currency TEXT, note TEXT, tags TEXT, updated_by TEXT, seq INTEGER, priority INTEGER, "
        "start_date INTEGER, due_date INTEGER, budget_cents INTEGER, spent_cents INTEGER, updated_at INTEGER, "
        "lat REAL, lon REAL, done INTEGER)");
    SQLite::Statement row(database, "INSERT INTO task VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    const Stopwatch watch;
    SQLite::Transaction transaction(database);
    for (const SourceRecord& record : records) {
        const std::string tags = record.tags[0] + ',' + record.tags[1];
        bindSource(row, record, tags);
        row.exec();
        row.reset();
    }
    transaction.commit();
    return watch.ms();
}

/// A device's own table of tasks.
void makeTaskTable(SQLite::Database& database, const RecordType& type) {
    database.exec(sqlite::createTable(type));
    for (const std::string& index : sqlite::createIndices(type)) database.exec(index);
}

/// Puts the tasks in one transaction, over those with the same ids; milliseconds.
double putAll(SQLite::Database& database, const std::vector<Record>& tasks) {
    const RecordType& type = *tasks.front().type;
    std::string marks = "?,?,?,?,?,NULL";  // plain SQLite keeps no sum of a row
    for (std::size_t i = 0; i < type.fields.size(); ++i) marks += ",?";
    SQLite::Statement row(database, "REPLACE INTO " + sqlite::sqlName(type.name) + " VALUES(" + marks + ")");
    std::vector<std::string> rooms(type.fields.size());
    const Stopwatch watch;
    SQLite::Transaction transaction(database);
    for (const Record& task : tasks) {
        bindTask(row, task, rooms);
        row.exec();
        row.reset();
    }
    transaction.commit();
    return watch.ms();
}

/// A descriptor that is closed at the end.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    [[nodiscard]] int get() const { return number_; }
    [[nodiscard]] bool isOpen() const { return number_ >= 0; }

private:
    int number_;
};

bool readAll(int from, std::string& bytes) {
    for (std::size_t done = 0; done < bytes.size();) {
        const ssize_t count = ::read(from, bytes.data() + done, bytes.size() - done);
        if (count <= 0) return false;
        done += static_cast<std::size_t>(count);
    }
    return true;
}

bool writeAll(int to, const std::string& bytes) {
    for (std::size_t done = 0; done < bytes.size();) {
        const ssize_t count = ::write(to, bytes.data() + done, bytes.size() - done);
        if (count <= 0) return false;
        done += static_cast<std::size_t>(count);
    }
    return true;
}

void sendAtOnce(int socket) {
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

/// The other end: everything it hears is safe on the disk before it answers.
void answer(int listener, int file, std::size_t bytes) {
    const Descriptor peer(::accept(listener, nullptr, nullptr));
    if (!peer.isOpen()) return;
    sendAtOnce(peer.get());
    std::string message(bytes, '\0');
    while (readAll(peer.get(), message) && writeAll(file, message) && ::fdatasync(file) == 0 &&
           writeAll(peer.get(), message)) {
    }
}

Error failed(const char* what) { return Error{Code::io_failed, what, {}, {}}; }

}  // namespace

Result<double> plainInsert(const std::filesystem::path& directory, const std::vector<SourceRecord>& records) {
    return sqlite::guarded([&] {
        SQLite::Database database = fresh(directory, "plain_insert.db", "FULL");
        return insertAll(database, records);
    });
}

Result<double> plainUpdates(const std::filesystem::path& directory, const std::vector<SourceRecord>& records,
                            const std::vector<SourceEdit>& edits) {
    return sqlite::guarded([&] {
        SQLite::Database database = fresh(directory, "plain_updates.db", "FULL");
        (void)insertAll(database, records);
        std::map<std::string, SQLite::Statement> statements;
        for (const SourceEdit& edit : edits) {
            if (statements.contains(edit.field)) continue;
            statements.try_emplace(edit.field, database, "UPDATE task SET " + edit.field + " = ? WHERE id = ?");
        }
        const Stopwatch watch;
        std::optional<SQLite::Transaction> transaction;
        for (std::size_t i = 0; i < edits.size(); ++i) {
            if (i == 0 || edits[i].client != edits[i - 1].client) {
                if (transaction) transaction->commit();
                transaction.emplace(database);
            }
            SQLite::Statement& row = statements.at(edits[i].field);
            std::visit([&](const auto& value) { row.bind(1, value); }, edits[i].value);
            row.bindNoCopy(2, edits[i].id);
            row.exec();
            row.reset();
        }
        if (transaction) transaction->commit();
        return watch.ms();
    });
}

Result<double> plainFill(const std::filesystem::path& directory, const std::vector<Record>& tasks) {
    return sqlite::guarded([&] {
        SQLite::Database database = fresh(directory, "plain_fill.db", "NORMAL");
        makeTaskTable(database, *tasks.front().type);
        return putAll(database, tasks);
    });
}

Result<double> plainCatchUp(const std::filesystem::path& directory, const std::vector<Record>& tasks,
                            std::size_t changed) {
    return sqlite::guarded([&] {
        SQLite::Database from = fresh(directory, "plain_from.db", "NORMAL");
        SQLite::Database to = fresh(directory, "plain_to.db", "NORMAL");
        for (SQLite::Database* database : {&from, &to}) {
            makeTaskTable(*database, *tasks.front().type);
            (void)putAll(*database, tasks);
        }
        SQLite::Statement read(from, "SELECT * FROM task WHERE id = ?");
        const std::vector<Record> behind(tasks.begin(),
                                         tasks.begin() + static_cast<std::ptrdiff_t>(std::min(changed, tasks.size())));
        const Stopwatch watch;
        for (const Record& task : behind) {
            sqlite::bindIdInPlace(read, 1, task.id);
            while (read.executeStep()) {
            }
            read.reset();
        }
        (void)putAll(to, behind);
        return watch.ms();
    });
}

Result<std::vector<double>> roundTrips(const std::filesystem::path& directory, std::size_t count, std::size_t bytes) {
    const Descriptor file(::open((directory / "round_trips").c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600));
    const Descriptor listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* anyAddress = reinterpret_cast<sockaddr*>(&address);
    if (!file.isOpen() || ::bind(listener.get(), anyAddress, size) != 0 || ::listen(listener.get(), 1) != 0 ||
        ::getsockname(listener.get(), anyAddress, &size) != 0) {
        return failed("no loopback socket for the round trips");
    }
    std::vector<double> times;
    bool isWhole = false;
    std::thread peer;
    {
        const Descriptor socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
        if (::connect(socket.get(), anyAddress, size) != 0) return failed("loopback does not connect");
        sendAtOnce(socket.get());
        peer = std::thread([&] { answer(listener.get(), file.get(), bytes); });
        std::string message(bytes, 'x');
        isWhole = true;
        for (std::size_t i = 0; i < count && isWhole; ++i) {
            const Stopwatch watch;
            isWhole = writeAll(socket.get(), message) && readAll(socket.get(), message);
            times.push_back(watch.ms());
        }
    }
    peer.join();
    if (!isWhole) return failed("a round trip ended early");
    return times;
}

}  // namespace zhixing::bench
