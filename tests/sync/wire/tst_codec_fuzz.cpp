#include <QTest>

#include "sync/wire/codec.h"
#include "tests/support/test_catalog.h"
#include "tests/sync/wire/random_messages.h"

using namespace zhixing;
using namespace zhixing::sync;
using namespace zhixing::test;

namespace {

constexpr std::uint64_t seeds = 1'500;
constexpr std::size_t bytesMax = 20'000;  // so that a run is short; sizes have their own tests

/// Damages `bytes` in one of the ways in which files, networks and people do.
void damage(std::string& bytes, SeededRandom& random) {
    const std::size_t at = random.below(bytes.size());
    switch (random.below(6)) {
        case 0:
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << random.below(8)));
            break;
        case 1:
            bytes.resize(at);
            break;
        case 2:
            bytes.erase(at, 1 + random.below(8));
            break;
        case 3:
            bytes.insert(at, bytes.substr(random.below(bytes.size()), 1 + random.below(40)));
            break;
        case 4:
            bytes[at] = "{}[]\",:\\\n0-eE.\0"[random.below(15)];
            break;
        default:
            bytes.insert(at, 1, static_cast<char>(random.below(256)));
            break;
    }
}

}  // namespace

/// Damaged messages never do harm: they are refused, or what comes out is a message like any other, which can be written
/// and read again. Memory errors are for the sanitizers to see.
class TestCodecFuzz : public QObject {
    Q_OBJECT

private slots:
    void decodeClient_damagedBytes_isRefusedOrSound();
    void decodeServer_damagedBytes_isRefusedOrSound();
    void decode_anyPrefix_isRefused();
};

void TestCodecFuzz::decodeClient_damagedBytes_isRefusedOrSound() {
    int refused = 0;
    int taken = 0;
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        RandomMessages messages(testCatalog(), seed);
        std::string bytes = encode(messages.client());
        if (bytes.size() > bytesMax) continue;
        for (std::uint64_t times = 1 + messages.random().below(3); times > 0 && !bytes.empty(); --times) {
            damage(bytes, messages.random());
        }

        const Result<ClientMessage> message = decodeClient(testCatalog(), bytes);

        message.ok() ? ++taken : ++refused;
        if (!message.ok()) continue;
        if (const auto* push = std::get_if<Push>(&*message)) {
            const auto isBad = [](const auto& operation) { return std::holds_alternative<BadOperation>(operation); };
            if (std::ranges::any_of(push->operations, isBad)) continue;
        }
        const Result<ClientMessage> again = decodeClient(testCatalog(), encode(*message));
        QVERIFY2(again.ok() && *again == *message, qPrintable(QString("seed %1: %2").arg(seed).arg(bytes.c_str())));
    }
    QVERIFY(refused > 0);
    QVERIFY(taken > 0);
}

void TestCodecFuzz::decodeServer_damagedBytes_isRefusedOrSound() {
    int refused = 0;
    int taken = 0;
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        RandomMessages messages(testCatalog(), seed);
        std::string bytes = encode(messages.server());
        if (bytes.size() > bytesMax) continue;
        for (std::uint64_t times = 1 + messages.random().below(3); times > 0 && !bytes.empty(); --times) {
            damage(bytes, messages.random());
        }

        const Result<ServerMessage> message = decodeServer(testCatalog(), bytes);

        message.ok() ? ++taken : ++refused;
        if (!message.ok()) continue;
        const Result<ServerMessage> again = decodeServer(testCatalog(), encode(*message));
        QVERIFY2(again.ok() && *again == *message, qPrintable(QString("seed %1: %2").arg(seed).arg(bytes.c_str())));
    }
    QVERIFY(refused > 0);
    QVERIFY(taken > 0);
}

/// A line that is cut off is never mistaken for a shorter message: only at a line's end may a message stop.
void TestCodecFuzz::decode_anyPrefix_isRefused() {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        const std::string bytes = encode(RandomMessages(testCatalog(), seed).server());
        const std::size_t step = 1 + bytes.size() / 200;
        for (std::size_t length = 0; length < bytes.size(); length += step) {
            if (bytes[length] == '\n') continue;
            const Result<ServerMessage> message =
                decodeServer(testCatalog(), std::string_view(bytes).substr(0, length));
            QVERIFY2(!message.ok(), qPrintable(QString("seed %1, %2 bytes").arg(seed).arg(length)));
        }
    }
}

QTEST_APPLESS_MAIN(TestCodecFuzz)
#include "tst_codec_fuzz.moc"
