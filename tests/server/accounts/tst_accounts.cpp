#include <sodium.h>

#include "server/accounts/accounts.h"
#include "server/accounts/password.h"
#include "server/limits.h"
#include "tests/server/store/store_fixture.h"

using namespace zhixing;
using namespace zhixing::server;

namespace {

constexpr Instant noon{1'760'000'000'000};
constexpr std::int64_t minuteMs = 60'000;
constexpr std::int64_t dayMs = 24 * 60 * minuteMs;

Instant after(std::int64_t ms) { return Instant{noon.ms + ms}; }

/// Somebody with a login, ready to enrol.
struct AccountsFixture : StoreFixture {
    AccountsFixture() : accounts(*database, random) {
        const auto added = accounts.addLogin(person, "li.na", "", noon);
        if (!added) qFatal("%s", added.error().message.c_str());
    }

    std::string newCode() { return accounts.makeEnrolmentCode(person, noon).value(); }
    std::pair<Id, std::string> newDevice() { return accounts.enrol(newCode(), "手机", {}, noon).value(); }

    Accounts accounts;
};

}  // namespace

class TestAccounts : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(sodium_init() >= 0); }
    void addLogin_taken_isRefused();
    void addLogin_badForm_isRefused_data();
    void addLogin_badForm_isRefused();
    void enrol_withCode_makesADeviceWhoseTokenIsKnown();
    void enrol_again_isRefusedAsUsed();
    void enrol_sameStoreAgain_staysTheSameDevice();
    void enrol_asAnothersDevice_isANewOne();
    void code_unknown_isRefused();
    void code_atItsTime_isGoodAndThenTooOld();
    void secrets_inTheFile_areNotFound();
    void token_unknown_isNotEnrolled();
    void token_ofRevokedDevice_isRefused();
    void token_ofDisabledPerson_isRefused();
    void token_unusedForTooLong_expires();
    void token_usedNowAndThen_staysGood();
    void revoke_unknownDevice_isNotFound();
    void password_hashed_fitsOnlyItself();
    void password_outsideItsLimits_isRefused();
};

void TestAccounts::addLogin_taken_isRefused() {
    AccountsFixture fixture;
    QCOMPARE(fixture.accounts.addLogin(fixture.random.id(), "li.na", "", noon).error().code, Code::already_exists);
    QCOMPARE(fixture.accounts.addLogin(fixture.person, "other", "", noon).error().code, Code::already_exists);
}

void TestAccounts::addLogin_badForm_isRefused_data() {
    QTest::addColumn<QByteArray>("login");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("space at its end") << QByteArray("li ");
    QTest::newRow("too long") << QByteArray(65, 'a');
    QTest::newRow("not UTF-8") << QByteArray("\xff\xfe");
}

void TestAccounts::addLogin_badForm_isRefused() {
    QFETCH(QByteArray, login);
    AccountsFixture fixture;
    QCOMPARE(fixture.accounts.addLogin(fixture.random.id(), login.toStdString(), "", noon).error().code,
             Code::out_of_range);
}

void TestAccounts::enrol_withCode_makesADeviceWhoseTokenIsKnown() {
    AccountsFixture fixture;
    const auto [device, token] = fixture.newDevice();

    const auto identity = fixture.accounts.authenticate(token, noon);

    QVERIFY(identity.ok());
    QCOMPARE(identity->device, device);
    QCOMPARE(identity->person, fixture.person);
    const auto devices = fixture.accounts.devices();
    QCOMPARE(devices->size(), 1U);
    QCOMPARE(devices->front().name, std::string("手机"));
    QCOMPARE(devices->front().login, std::string("li.na"));
}

void TestAccounts::enrol_again_isRefusedAsUsed() {
    AccountsFixture fixture;
    const std::string code = fixture.newCode();
    QVERIFY(fixture.accounts.enrol(code, "a", {}, noon).ok());
    QCOMPARE(fixture.accounts.enrol(code, "b", {}, noon).error().code, Code::enrolment_used);
    QCOMPARE(fixture.accounts.devices()->size(), 1U);
}

void TestAccounts::enrol_sameStoreAgain_staysTheSameDevice() {
    AccountsFixture fixture;
    const auto [device, token] = fixture.newDevice();
    QVERIFY(fixture.accounts.revoke(device).ok());

    const auto again = fixture.accounts.enrol(fixture.newCode(), "新手机", device, noon);

    QVERIFY(again.ok());
    QCOMPARE(again->first, device);
    QCOMPARE(fixture.accounts.authenticate(again->second, noon)->device, device);
    QCOMPARE(fixture.accounts.authenticate(token, noon).error().code, Code::not_enrolled);
}

void TestAccounts::enrol_asAnothersDevice_isANewOne() {
    AccountsFixture fixture;
    const auto [device, token] = fixture.newDevice();
    const Id other = fixture.random.id();
    QVERIFY(fixture.accounts.addLogin(other, "wang", "", noon).ok());

    const auto taken =
        fixture.accounts.enrol(fixture.accounts.makeEnrolmentCode(other, noon).value(), "a", device, noon);

    QVERIFY(taken.ok());
    QVERIFY(taken->first != device);
    QCOMPARE(fixture.accounts.authenticate(token, noon)->person, fixture.person);
}

void TestAccounts::code_unknown_isRefused() {
    AccountsFixture fixture;
    QCOMPARE(fixture.accounts.checkEnrolmentCode("7KQ2-M9XD", noon).error().code, Code::bad_enrolment_code);
    QCOMPARE(fixture.accounts.checkEnrolmentCode("", noon).error().code, Code::bad_enrolment_code);
}

void TestAccounts::code_atItsTime_isGoodAndThenTooOld() {
    AccountsFixture fixture;
    const std::string code = fixture.newCode();
    QVERIFY(fixture.accounts.checkEnrolmentCode(code, after(10 * minuteMs)).ok());
    QCOMPARE(fixture.accounts.checkEnrolmentCode(code, after(10 * minuteMs + 1)).error().code,
             Code::bad_enrolment_code);
}

void TestAccounts::secrets_inTheFile_areNotFound() {
    AccountsFixture fixture;
    const std::string code = fixture.newCode();
    const auto [device, token] = fixture.newDevice();
    QVERIFY(fixture.database->execute("PRAGMA wal_checkpoint(TRUNCATE)").ok());

    QFile file(fixture.directory.filePath("zhixing.db"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray content = file.readAll();

    QVERIFY(content.contains("li.na"));
    QVERIFY(!content.contains(code.c_str()));
    QVERIFY(!content.contains(token.c_str()));
    QVERIFY(!content.contains(QByteArray::fromHex(token.c_str())));
}

void TestAccounts::token_unknown_isNotEnrolled() {
    AccountsFixture fixture;
    fixture.newDevice();
    QCOMPARE(fixture.accounts.authenticate("", noon).error().code, Code::not_enrolled);
    QCOMPARE(fixture.accounts.authenticate(std::string(64, '0'), noon).error().code, Code::not_enrolled);
}

void TestAccounts::token_ofRevokedDevice_isRefused() {
    AccountsFixture fixture;
    const auto [device, token] = fixture.newDevice();
    const auto [other, otherToken] = fixture.newDevice();

    QVERIFY(fixture.accounts.revoke(device).ok());

    QCOMPARE(fixture.accounts.authenticate(token, noon).error().code, Code::device_revoked);
    QVERIFY(fixture.accounts.authenticate(otherToken, noon).ok());
}

void TestAccounts::token_ofDisabledPerson_isRefused() {
    AccountsFixture fixture;
    const auto [device, token] = fixture.newDevice();
    const std::string code = fixture.newCode();

    QVERIFY(fixture.accounts.disable(fixture.person).ok());

    QCOMPARE(fixture.accounts.authenticate(token, noon).error().code, Code::person_disabled);
    QCOMPARE(fixture.accounts.checkEnrolmentCode(code, noon).error().code, Code::person_disabled);
}

void TestAccounts::token_unusedForTooLong_expires() {
    AccountsFixture fixture;
    const auto [device, token] = fixture.newDevice();
    QCOMPARE(fixture.accounts.authenticate(token, after(180 * dayMs + 1)).error().code, Code::token_expired);
}

void TestAccounts::token_usedNowAndThen_staysGood() {
    AccountsFixture fixture;
    const auto [device, token] = fixture.newDevice();
    for (int day = 100; day <= 500; day += 100) QVERIFY(fixture.accounts.authenticate(token, after(day * dayMs)).ok());
}

void TestAccounts::revoke_unknownDevice_isNotFound() {
    AccountsFixture fixture;
    QCOMPARE(fixture.accounts.revoke(fixture.random.id()).error().code, Code::not_found);
}

void TestAccounts::password_hashed_fitsOnlyItself() {
    const auto hash = hashPassword("正确的马 电池");
    QVERIFY(hash.ok());
    QVERIFY(QString::fromStdString(*hash).startsWith("$argon2id$v=19$m=47104,t=1,p=1$"));
    QVERIFY(fitsPassword("正确的马 电池", *hash));
    QVERIFY(!fitsPassword("正确的马 电池 ", *hash));
    QVERIFY(!fitsPassword("", *hash));
    QVERIFY(!fitsPassword("", {}));
    QVERIFY(hashPassword("正确的马 电池").value() != *hash);
}

void TestAccounts::password_outsideItsLimits_isRefused() {
    QVERIFY(validatePassword("12345678", "li").ok());
    QVERIFY(validatePassword("一二三四五六七八", "li").ok());
    QVERIFY(validatePassword(std::string(server::limits::passwordBytesMax, 'x'), "li").ok());
    QCOMPARE(validatePassword("1234567", "li").error().code, Code::out_of_range);
    QCOMPARE(validatePassword(std::string(server::limits::passwordBytesMax + 1, 'x'), "li").error().code,
             Code::too_long);
    QCOMPARE(validatePassword("li.na.li", "li.na.li").error().code, Code::out_of_range);
    QCOMPARE(validatePassword("\xff\xff\xff\xff\xff\xff\xff\xff", "li").error().code, Code::bad_encoding);
}

QTEST_APPLESS_MAIN(TestAccounts)
#include "tst_accounts.moc"
