#include "shared/base/blob_receipt.h"

#include <sodium.h>

#include <QtTest>

using namespace zhixing;

class TestBlobReceipt : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void name_ofBytes_isTheirSha256();
    void isBlobName_hostileText_isNot_data();
    void isBlobName_hostileText_isNot();
    void verified_ownReceipt_isTheSame();
    void verified_anythingElse_isNothing();

private:
    BlobReceipt::PublicKey publicKey_{};
    BlobReceipt::SecretKey secretKey_{};
};

void TestBlobReceipt::initTestCase() {
    QVERIFY(sodium_init() >= 0);
    crypto_sign_keypair(publicKey_.data(), secretKey_.data());
}

void TestBlobReceipt::name_ofBytes_isTheirSha256() {
    QCOMPARE(blobName("abc"), std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    QVERIFY(isBlobName(blobName("abc")));
}

void TestBlobReceipt::isBlobName_hostileText_isNot_data() {
    QTest::addColumn<QByteArray>("text");
    const QByteArray good(64, 'a');
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("short") << good.chopped(1);
    QTest::newRow("long") << good + "a";
    QTest::newRow("upper case") << good.toUpper();
    QTest::newRow("up") << "../" + good.chopped(3);
    QTest::newRow("absolute") << "/" + good.chopped(1);
    QTest::newRow("back slash") << "\\" + good.chopped(1);
    QTest::newRow("NUL") << good.chopped(1) + QByteArray(1, '\0');
    QTest::newRow("right to left") << QByteArray("\u202e") + good.chopped(3);
}

void TestBlobReceipt::isBlobName_hostileText_isNot() {
    QFETCH(const QByteArray, text);

    QVERIFY(!isBlobName(text.toStdString()));
}

void TestBlobReceipt::verified_ownReceipt_isTheSame() {
    const BlobReceipt receipt{blobName("abc"), 3, Instant{1'760'000'000'000}};

    const auto read = BlobReceipt::verified(receipt.signedWith(secretKey_), receipt.name, 3, publicKey_);

    QVERIFY(read.has_value());
    QVERIFY(*read == receipt);
}

void TestBlobReceipt::verified_anythingElse_isNothing() {
    const BlobReceipt receipt{blobName("abc"), 3, Instant{1'760'000'000'000}};
    const std::string text = receipt.signedWith(secretKey_);
    BlobReceipt::PublicKey otherKey = publicKey_;
    otherKey[0] ^= 1;
    const auto isNothing = [&](const std::string& said, const std::string& name, int bytes, const auto& key) {
        return !BlobReceipt::verified(said, name, bytes, key).has_value();
    };

    QVERIFY(isNothing(text, blobName("abd"), 3, publicKey_));
    QVERIFY(isNothing(text, receipt.name, 4, publicKey_));
    QVERIFY(isNothing(text, receipt.name, 3, otherKey));
    QVERIFY(isNothing("1" + text, receipt.name, 3, publicKey_));
    for (std::size_t size = 0; size < text.size(); ++size) {
        QVERIFY(isNothing(text.substr(0, size), receipt.name, 3, publicKey_));
    }
}

QTEST_APPLESS_MAIN(TestBlobReceipt)
#include "tst_blob_receipt.moc"
