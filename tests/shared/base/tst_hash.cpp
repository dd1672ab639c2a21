#include <QtTest>

#include "shared/base/hash.h"
#include "shared/base/text.h"

using namespace zhixing;

class TestHash : public QObject {
    Q_OBJECT

private slots:
    void hash128_matchesTheReference_data();
    void hash128_matchesTheReference();
    void hash256_matchesTheReference_data();
    void hash256_matchesTheReference();
    void sha256_matchesTheStandardsExample();
};

// Expected values: Python's hashlib.blake2b(text, digest_size=16 or 32).

void TestHash::hash128_matchesTheReference_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("hex");

    QTest::newRow("empty") << QByteArray{} << QByteArray{"cae66941d9efbd404e4d88758ea67670"};
    QTest::newRow("abc") << QByteArray{"abc"} << QByteArray{"cf4ab791c62b8d2b2109c90275287816"};
    QTest::newRow("a NUL counts") << QByteArray(1, '\0') << QByteArray{"7025e075d5e2f6cde3cc051a31f07660"};
}

void TestHash::hash128_matchesTheReference() {
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, hex);

    const Hash128 hash = hash128(text.toStdString());

    QCOMPARE(toHex(hash.data(), hash.size()), hex.toStdString());
}

void TestHash::hash256_matchesTheReference_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("hex");

    QTest::newRow("empty") << QByteArray{}
                           << QByteArray{"0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8"};
    QTest::newRow("longer than a block") << QByteArray(1000, 'x')
                                         << QByteArray{
                                                "ab75119ede14ef06ebf31f745fb655ed006cccfe8054c635308a557f7c9beaba"};
}

void TestHash::hash256_matchesTheReference() {
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, hex);

    const Hash256 hash = hash256(text.toStdString());

    QCOMPARE(toHex(hash.data(), hash.size()), hex.toStdString());
}

void TestHash::sha256_matchesTheStandardsExample() {
    const Hash256 hash = sha256("abc");

    QCOMPARE(toHex(hash.data(), hash.size()),
             std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
}

QTEST_APPLESS_MAIN(TestHash)
#include "tst_hash.moc"
