#include "server/housekeeper.h"

#include <QTemporaryDir>
#include <QTest>
#include <atomic>
#include <future>

#include "shared/catalog/catalog.h"

using namespace zhixing;
using namespace zhixing::server;

namespace {

constexpr qint64 minuteMs = 60'000;
constexpr qint64 dayMs = 24 * 60 * minuteMs;

/// Read from several threads.
class PassingClock : public Clock {
public:
    [[nodiscard]] Instant now() const override { return {ms_}; }
    void pass(std::int64_t ms) { ms_ += ms; }

private:
    std::atomic<std::int64_t> ms_{1'760'000'000'000};
};

/// A running server, apart from its network, whose organisation was renamed twice.
struct House {
    House() {
        auto desk = std::move(Desk::found(folder.path().toStdString(), ports, {"first name", "hq", ""})).value();
        const RecordType& type = catalog().at("node");
        sync::DirectChange change{sync::Verb::edit, &type, headquartersId(), {}, {}, {}};
        change.values.push_back({static_cast<std::uint16_t>(*type.find("name")), std::string()});
        for (const char* name : {"second name", "third name"}) {
            change.values.front().value = std::string(name);
            const auto renamed = desk->perform([&](Desk& opened) -> Result<void> {
                ZX_ASSIGN(const auto ids, opened.authority().change(opened.administrator(), {&change, 1}, clock.now()));
                return ids.size() == 1 ? Result<void>() : Error{};
            });
            Q_ASSERT(renamed.ok());
        }
        const auto reopen = [this] { return Desk::open(folder.path().toStdString(), ports); };
        thread = std::make_unique<AuthorityThread>(std::move(desk), reopen, clock, [](const Deliveries&) {});
        blobs = std::move(BlobService::open({folder.path().toStdString(), 1'000'000}, *thread, clock)).value();
    }
    ~House() {
        blobs->stop();
        thread->stop();
    }
    [[nodiscard]] std::int64_t number(const char* question) {
        std::promise<std::int64_t> answer;
        auto answered = answer.get_future();
        std::int64_t found = -1;
        thread->run(
            [&](Desk& desk) -> Result<void> {
                ZX_ASSIGN(found, desk.database().number(question));
                return {};
            },
            [&](const Result<void>&) { answer.set_value(found); });
        return answered.get();
    }
    [[nodiscard]] bool isDone() { return number("SELECT count(*) FROM zx_meta WHERE name = 'chores_done_at'") == 1; }

    QTemporaryDir folder;
    PassingClock clock;
    SystemRandom random;
    Desk::Ports ports{catalog(), clock, random};
    std::unique_ptr<AuthorityThread> thread;
    std::shared_ptr<BlobService> blobs;
};

}  // namespace

class TestHousekeeper : public QObject {
    Q_OBJECT

private slots:
    void isTimeForChores_onceADayAtAQuietMoment_data();
    void isTimeForChores_onceADayAtAQuietMoment();
    void chores_whenItIsTime_areDoneAndNoted();
    void chores_withoutDays_forgetNothing();
};

void TestHousekeeper::isTimeForChores_onceADayAtAQuietMoment_data() {
    QTest::addColumn<qint64>("sinceDone");
    QTest::addColumn<qint64>("sinceHeard");
    QTest::addColumn<bool>("isTime");
    QTest::newRow("just done, quiet") << minuteMs << dayMs << false;
    QTest::newRow("almost a day ago") << dayMs - 1 << dayMs << false;
    QTest::newRow("a day ago, quiet") << dayMs << minuteMs << true;
    QTest::newRow("a day ago, busy") << dayMs << minuteMs - 1 << false;
    QTest::newRow("two days ago, busy") << 2 * dayMs << qint64{0} << true;
    QTest::newRow("never, quiet") << qint64{1'760'000'000'000} << minuteMs << true;
    QTest::newRow("in the future") << -dayMs << dayMs << false;
}

void TestHousekeeper::isTimeForChores_onceADayAtAQuietMoment() {
    QFETCH(qint64, sinceDone);
    QFETCH(qint64, sinceHeard);
    QFETCH(bool, isTime);
    const Instant now{1'760'000'000'000};

    QCOMPARE(isTimeForChores(now, Instant{now.ms - sinceDone}, Instant{now.ms - sinceHeard}), isTime);
}

void TestHousekeeper::chores_whenItIsTime_areDoneAndNoted() {
    House house;
    const std::int64_t before = house.number("SELECT count(*) FROM zx_history");
    Housekeeper housekeeper({.keepDays = 30, .lookEvery = std::chrono::milliseconds(5)}, *house.thread, house.blobs,
                            house.clock);

    QTRY_VERIFY(house.isDone());  // for the first time, and too soon to forget anything
    QCOMPARE(house.number("SELECT count(*) FROM zx_checkpoint"), std::int64_t{0});
    house.clock.pass(40 * dayMs);

    QTRY_COMPARE(house.number("SELECT count(*) FROM zx_checkpoint"), std::int64_t{1});
    QCOMPARE(house.number("SELECT count(*) FROM zx_history"), before - 1);  // of three names the second
}

void TestHousekeeper::chores_withoutDays_forgetNothing() {
    House house;
    house.clock.pass(40 * dayMs);
    Housekeeper housekeeper({.keepDays = 0, .lookEvery = std::chrono::milliseconds(5)}, *house.thread, house.blobs,
                            house.clock);

    QTRY_VERIFY(house.isDone());

    QCOMPARE(house.number("SELECT count(*) FROM zx_checkpoint"), std::int64_t{0});
}

QTEST_GUILESS_MAIN(TestHousekeeper)
#include "tst_housekeeper.moc"
