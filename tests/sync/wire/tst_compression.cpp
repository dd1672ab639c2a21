#include <zstd.h>

#include <QTest>

#include "shared/base/limits.h"
#include "sync/wire/compression.h"

using namespace zhixing;
using namespace zhixing::sync;

namespace {

constexpr std::size_t most = limits::messageBytesMax;

std::string frameOf(std::string_view bytes) {
    std::string frame(ZSTD_compressBound(bytes.size()), '\0');
    frame.resize(ZSTD_compress(frame.data(), frame.size(), bytes.data(), bytes.size(), 19));
    return frame;
}

/// A frame that does not say how much it holds.
std::string streamedFrame(std::string_view bytes) {
    ZSTD_CCtx* context = ZSTD_createCCtx();
    std::string frame(ZSTD_compressBound(bytes.size()) + 64, '\0');
    ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
    ZSTD_outBuffer out{frame.data(), frame.size(), 0};
    ZSTD_compressStream2(context, &out, &in, ZSTD_e_flush);
    ZSTD_compressStream2(context, &out, &in, ZSTD_e_end);
    frame.resize(out.pos);
    ZSTD_freeCCtx(context);
    return frame;
}

}  // namespace

class TestCompression : public QObject {
    Q_OBJECT

private slots:
    void decompress_whatWasCompressed_isTheSame();
    void decompress_bomb_isRefusedBeforeItUnfolds();
    void decompress_moreThanAMessage_isRefused();
    void decompress_frameOfUnknownSize_isRefused();
    void decompress_frameThatLiesOrIsFollowed_isRefused();
    void decompress_anyCutOrFlip_isRefusedOrBounded();
};

void TestCompression::decompress_whatWasCompressed_isTheSame() {
    Compressor compressor;
    for (const std::string& bytes : {std::string("x"), std::string(500, 'y'), std::string("陈列架陈列架陈列架")}) {
        const auto again = compressor.decompress(compressor.compress(bytes), most);
        QVERIFY(again.ok());
        QCOMPARE(*again, bytes);
    }
}

void TestCompression::decompress_bomb_isRefusedBeforeItUnfolds() {
    const std::string bomb = frameOf(std::string(most, '0'));
    QVERIFY(bomb.size() < 200);

    const auto read = Compressor().decompress(bomb, most);

    QVERIFY(!read.ok());
    QCOMPARE(read.error().code, Code::too_large);
    QCOMPARE(*read.error().limit, std::int64_t(limits::compressionRatioMax));
}

void TestCompression::decompress_moreThanAMessage_isRefused() {
    const auto read = Compressor().decompress(frameOf(std::string(64UL * most, '0')), most);

    QVERIFY(!read.ok());
    QCOMPARE(read.error().code, Code::too_large);
    QCOMPARE(*read.error().limit, std::int64_t(most));
}

void TestCompression::decompress_frameOfUnknownSize_isRefused() {
    const auto read = Compressor().decompress(streamedFrame("{\"t\":\"pull\",\"cursor\":1,\"credit\":1}"), most);

    QVERIFY(!read.ok());
    QCOMPARE(read.error().code, Code::malformed);
}

void TestCompression::decompress_frameThatLiesOrIsFollowed_isRefused() {
    const std::string frame = frameOf(std::string(300, 'a') + "b");
    std::string lying = frame;
    lying[5] = static_cast<char>(lying[5] - 1);  // the content size

    for (const std::string& bytes :
         {lying, frame + frame, frame + '\0', frame.substr(0, frame.size() - 1), std::string()}) {
        const auto read = Compressor().decompress(bytes, most);
        QVERIFY(!read.ok());
        QCOMPARE(read.error().code, Code::malformed);
    }
}

void TestCompression::decompress_anyCutOrFlip_isRefusedOrBounded() {
    Compressor compressor;
    std::string text;
    for (int i = 0; i < 200; ++i) text += "{\"n\":" + std::to_string(i * 7919) + "}\n";
    const std::string frame = compressor.compress(text);

    for (std::size_t i = 0; i < frame.size(); ++i) {
        QVERIFY(!compressor.decompress(frame.substr(0, i), most).ok());
        for (int bit = 0; bit < 8; ++bit) {
            std::string flipped = frame;
            flipped[i] = static_cast<char>(flipped[i] ^ (1 << bit));
            const auto read = compressor.decompress(flipped, most);
            QVERIFY(!read.ok() || read->size() <= flipped.size() * limits::compressionRatioMax);
        }
    }
}

QTEST_APPLESS_MAIN(TestCompression)
#include "tst_compression.moc"
