#include <QTest>

#include "shared/base/limits.h"
#include "shared/catalog/catalog.h"
#include "sync/wire/codec.h"
#include "sync/wire/packer.h"
#include "tests/support/test_catalog.h"
#include "tests/sync/wire/random_messages.h"

using namespace zhixing;
using namespace zhixing::sync;
using namespace zhixing::test;

namespace {

constexpr std::uint64_t seeds = 1'000;

/// Somebody sets a task done, months into the life of a device.
std::string pushOfOneEdit() {
    const RecordType& task = catalog().at("task");
    Operation edit;
    edit.counter = 4'321;
    edit.type = &task;
    edit.record = *Id::parse("0199d6a1-7c3e-7b52-9f04-6d1c2b3a4e5f");
    edit.base = 12;
    edit.at = Instant{1'760'012'345'678};
    edit.changes.push_back(
        {static_cast<std::uint16_t>(*task.find("status")), std::string("done"), std::string("in_progress")});
    return encode(ClientMessage(Push{4'320, {edit}}));
}

}  // namespace

class TestPacker : public QObject {
    Q_OBJECT

private slots:
    void pack_oneFieldEdit_takesAtMost120Bytes();
    void unpack_everyMessage_isTheSame();
    void unpack_textThatIsNotPacked_isItself();
    void pack_repetitiveMessage_staysWithinTheRatio();
    void unpack_packedWithoutAgreement_isRefused();
    void pack_forAnOlderEnd_usesNoLaterWords();
    void unpack_damagedBytes_isRefusedOrSound();
};

void TestPacker::pack_oneFieldEdit_takesAtMost120Bytes() {
    constexpr std::size_t bytesMax = 120;

    for (const Dialect dialect : {Dialect{Coding::packed, 0}, {Coding::packed, 1}, {Coding::packedNamed, 1}}) {
        Packer packer(catalog(), dialect);
        const std::string packed = packer.pack(pushOfOneEdit());
        QVERIFY2(packed.size() <= bytesMax, std::to_string(packed.size()).c_str());
        QCOMPARE(packer.unpack(packed).value(), pushOfOneEdit());
    }
    QVERIFY(pushOfOneEdit().size() > bytesMax);
}

void TestPacker::unpack_everyMessage_isTheSame() {
    Packer named(testCatalog(), {Coding::packedNamed, minorNewest});
    Packer bare(testCatalog(), {Coding::packed, minorNewest});
    std::size_t plainBytes = 0;
    std::size_t packedBytes = 0;
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        RandomMessages messages(testCatalog(), seed);
        for (const std::string& message : {encode(messages.client()), encode(messages.server())}) {
            for (Packer* packer : {&named, &bare}) {
                const std::string packed = packer->pack(message);
                const auto again = packer->unpack(packed);
                QVERIFY2(again.ok() && *again == message, qPrintable(QString("seed %1").arg(seed)));
                if (packer == &named) packedBytes += packed.size();
            }
            plainBytes += message.size();
        }
    }
    QVERIFY2(packedBytes * 2 < plainBytes, qPrintable(QString("%1 of %2").arg(packedBytes).arg(plainBytes)));
}

void TestPacker::unpack_textThatIsNotPacked_isItself() {
    Packer packer(catalog(), {Coding::packedNamed, minorNewest});
    for (const std::string& text : {std::string("{\"t\":\"pull\"}"), std::string("not JSON"), std::string()}) {
        QCOMPARE(packer.unpack(text).value(), text);
    }
    // A line that cannot be read, or that was written otherwise than by us, travels as it is.
    for (const std::string& text :
         {std::string("{\"t\":\"push\",\"acked\":1}\n{\"n\":2,"), std::string("{ \"t\" : \"pull\" }")}) {
        QCOMPARE(packer.pack(text), text);
    }
}

void TestPacker::pack_repetitiveMessage_staysWithinTheRatio() {
    Packer packer(catalog(), {Coding::packedNamed, minorNewest});
    const std::string message = "{\"t\":\"" + std::string(900'000, 'a') + "\"}";

    const std::string packed = packer.pack(message);

    QCOMPARE(packer.unpack(packed).value(), message);
    QCOMPARE(packed.size(), message.size());
}

void TestPacker::unpack_packedWithoutAgreement_isRefused() {
    const std::string packed = Packer(catalog(), {Coding::packedNamed, minorNewest}).pack(pushOfOneEdit());

    const auto read = Packer(catalog(), {Coding::json, minorNewest}).unpack(packed);

    QVERIFY(!read.ok());
    QCOMPARE(read.error().code, Code::malformed);
}

void TestPacker::pack_forAnOlderEnd_usesNoLaterWords() {
    const std::string message = R"({"t":"devices","now":1})";
    Packer older(catalog(), {Coding::packedNamed, 0});
    Packer newer(catalog(), {Coding::packedNamed, 1});

    const std::string forOlder = older.pack(message);
    const std::string forNewer = newer.pack(message);

    QVERIFY(forNewer.size() < forOlder.size());
    QCOMPARE(older.unpack(forOlder).value(), message);
    QCOMPARE(newer.unpack(forOlder).value(), message);
    QCOMPARE(newer.unpack(forNewer).value(), message);
    QCOMPARE(older.unpack(forNewer).error().code, Code::malformed);
}

void TestPacker::unpack_damagedBytes_isRefusedOrSound() {
    Packer packer(testCatalog(), {Coding::packedNamed, minorNewest});
    int refused = 0;
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        RandomMessages messages(testCatalog(), seed);
        std::string bytes = packer.pack(encode(messages.server()));
        if (bytes.size() > 20'000) continue;
        SeededRandom& random = messages.random();
        const std::size_t at = random.below(bytes.size());
        if (random.below(2) == 0) {
            bytes.resize(at);
        } else {
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << random.below(8)));
        }
        const auto read = packer.unpack(bytes);
        if (!read) {
            ++refused;
            continue;
        }
        QVERIFY(read->size() <= limits::messageBytesMax);
        (void)decodeServer(testCatalog(), *read);
    }
    QVERIFY2(refused > 100, qPrintable(QString::number(refused)));
}

QTEST_APPLESS_MAIN(TestPacker)
#include "tst_packer.moc"
