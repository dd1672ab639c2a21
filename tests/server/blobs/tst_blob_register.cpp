#include "server/blobs/blob_register.h"

#include <QTemporaryDir>
#include <QTest>

#include "server/limits.h"
#include "shared/base/blob_receipt.h"
#include "shared/catalog/catalog.h"

using namespace zhixing;
using namespace zhixing::server;

namespace {

constexpr std::int64_t dayMs = 24LL * 60 * 60 * 1'000;
constexpr std::int64_t lifeDays = std::chrono::hours(server::limits::unnamedBlobLife).count() / 24;

class SetClock : public Clock {
public:
    Instant time{1'760'000'000'000};
    [[nodiscard]] Instant now() const override { return time; }
};

}  // namespace

/// How long a blob stays. A receipt lets a phone free its original, so it is better to keep one too long than too short.
class TestBlobRegister : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void named_staysForEver();
    void neverNamed_goesAfterItsTime();
    void fileThatNobodyBrought_isNobodys();
    void namedLate_staysAndBeginsAnewWhenItIsNot();
    void deletedRecord_keepsItUntilItIsForgotten();
    void broughtAgain_beginsItsTimeAnew();
    void namedBetweenLookAndFarewell_stays();
    void notKnown_isTakenInAndBeginsItsTime();
    void claims_tellNamedFromHeld();

private:
    template <typename Work>
    void perform(Work work) {
        const auto done = desk_->perform([&](Desk& desk) -> Result<void> {
            work(desk);
            return {};
        });
        QVERIFY(done.ok());
    }
    void bring(const std::string& blob) {
        perform([&](Desk& desk) { QVERIFY(BlobRegister(desk).held(desk.administrator(), blob, 5).ok()); });
    }
    Id name(const std::string& blob) {
        const RecordType& type = catalog().at("photo");
        sync::DirectChange change{sync::Verb::add, &type, newId(clock_.time, random_), headquartersId(), {}, {}};
        change.values.push_back({static_cast<std::uint16_t>(*type.find("hash")), blob});
        perform([&](Desk& desk) {
            QVERIFY(desk.authority().change(desk.administrator(), {&change, 1}, clock_.time).ok());
        });
        return *change.record;
    }
    void unname(const Id& photo) {
        const sync::DirectChange change{sync::Verb::remove, &catalog().at("photo"), photo, {}, {}, {}};
        perform([&](Desk& desk) {
            QVERIFY(desk.authority().change(desk.administrator(), {&change, 1}, clock_.time).ok());
        });
    }
    void pass(std::int64_t days) { clock_.time.ms += days * dayMs; }
    /// Whether it would be removed now.
    bool isDoomed(const std::string& blob) {
        std::vector<std::string> doomed;
        perform([&](Desk& desk) { doomed = BlobRegister(desk).longUnnamed({{blob, 5}}).value(); });
        return !doomed.empty();
    }
    bool letGo(const std::string& blob) {
        bool isGone = false;
        perform([&](Desk& desk) { isGone = BlobRegister(desk).letGo(blob).value(); });
        return isGone;
    }

    const std::string blob_ = blobName("abc");
    std::unique_ptr<QTemporaryDir> folder_;
    SetClock clock_;
    SystemRandom random_;
    std::unique_ptr<Desk> desk_;
};

void TestBlobRegister::init() {
    folder_ = std::make_unique<QTemporaryDir>();
    clock_ = {};
    desk_ =
        std::move(Desk::found(folder_->path().toStdString(), {catalog(), clock_, random_}, {"o", "hq", ""})).value();
}

void TestBlobRegister::cleanup() {
    desk_.reset();
    folder_.reset();
}

void TestBlobRegister::named_staysForEver() {
    name(blob_);
    bring(blob_);

    QVERIFY(!isDoomed(blob_));
    pass(10 * lifeDays);
    QVERIFY(!isDoomed(blob_));
    QVERIFY(!letGo(blob_));
}

void TestBlobRegister::neverNamed_goesAfterItsTime() {
    bring(blob_);

    QVERIFY(!isDoomed(blob_));
    pass(lifeDays);
    QVERIFY(!isDoomed(blob_));
    QVERIFY(!letGo(blob_));
    pass(1);
    QVERIFY(isDoomed(blob_));
    QVERIFY(letGo(blob_));
    QVERIFY(!letGo(blob_));
}

void TestBlobRegister::fileThatNobodyBrought_isNobodys() {
    QVERIFY(!isDoomed(blob_));

    perform([](Desk& desk) {
        const auto person = desk.database().raw().execAndGet("SELECT hex(person) FROM zx_blob").getString();
        QCOMPARE(person, std::string(2 * sizeof(Id), '0'));
    });
}

void TestBlobRegister::namedLate_staysAndBeginsAnewWhenItIsNot() {
    bring(blob_);
    QVERIFY(!isDoomed(blob_));
    pass(lifeDays + 1);

    const Id photo = name(blob_);

    QVERIFY(!isDoomed(blob_));
    unname(photo);
    perform([&](Desk& desk) { QVERIFY(desk.authority().compact(Instant{clock_.time.ms + 1}, clock_.time).ok()); });
    QVERIFY(!isDoomed(blob_));
    pass(lifeDays);
    QVERIFY(!isDoomed(blob_));
    pass(1);
    QVERIFY(isDoomed(blob_));
}

void TestBlobRegister::deletedRecord_keepsItUntilItIsForgotten() {
    const Id photo = name(blob_);
    bring(blob_);
    unname(photo);

    for (int i = 0; i < 3; ++i) {
        pass(lifeDays + 1);
        QVERIFY(!isDoomed(blob_));  // somebody may bring the record back
    }
    perform([&](Desk& desk) { QVERIFY(desk.authority().compact(Instant{clock_.time.ms + 1}, clock_.time).ok()); });
    QVERIFY(!isDoomed(blob_));
    pass(lifeDays + 1);
    QVERIFY(isDoomed(blob_));
}

void TestBlobRegister::broughtAgain_beginsItsTimeAnew() {
    bring(blob_);
    QVERIFY(!isDoomed(blob_));
    pass(lifeDays + 1);

    bring(blob_);  // and gets a receipt of today

    QVERIFY(!isDoomed(blob_));
    QVERIFY(!letGo(blob_));
}

void TestBlobRegister::namedBetweenLookAndFarewell_stays() {
    bring(blob_);
    QVERIFY(!isDoomed(blob_));
    pass(lifeDays + 1);
    QVERIFY(isDoomed(blob_));

    name(blob_);

    QVERIFY(!letGo(blob_));
}

void TestBlobRegister::notKnown_isTakenInAndBeginsItsTime() {
    QVERIFY(!isDoomed(blob_));
    pass(lifeDays + 1);

    QVERIFY(isDoomed(blob_));
}

void TestBlobRegister::claims_tellNamedFromHeld() {
    const std::string awaited = blobName("awaited");
    const std::string unnamed = blobName("unnamed");
    name(blob_);
    bring(blob_);
    name(awaited);
    bring(unnamed);

    std::map<std::string, BlobRegister::Claim> claims;
    perform([&](Desk& desk) { claims = BlobRegister(desk).claims().value(); });

    QCOMPARE(claims.size(), std::size_t{3});
    QVERIFY(claims[blob_].isNamed && claims[blob_].isHeld);
    QVERIFY(claims[awaited].isNamed && !claims[awaited].isHeld);
    QVERIFY(!claims[unnamed].isNamed && claims[unnamed].isHeld);
}

QTEST_GUILESS_MAIN(TestBlobRegister)
#include "tst_blob_register.moc"
