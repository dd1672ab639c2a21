#include "shared/media/webp.h"

#include <QtTest>

#include "tests/support/sample_pictures.h"

using namespace zhixing;
using namespace zhixing::media;
using namespace zhixing::test;

namespace {

std::string littleEndian(quint32 value, int bytes) {
    std::string text;
    for (int i = 0; i < bytes; ++i) text += static_cast<char>(value >> (8 * i) & 0xFF);
    return text;
}

std::string block(const std::string& type, const std::string& content) {
    return type + littleEndian(static_cast<quint32>(content.size()), 4) + content +
           std::string(content.size() % 2, '\0');
}

std::string riff(const std::string& blocks) {
    return "RIFF" + littleEndian(static_cast<quint32>(blocks.size() + 4), 4) + "WEBP" + blocks;
}

std::string canvas(quint32 flags, quint32 width, quint32 height) {
    return block("VP8X", littleEndian(flags, 4) + littleEndian(width - 1, 3) + littleEndian(height - 1, 3));
}

std::string frame() { return webpPicture().substr(12); }

}  // namespace

class TestWebp : public QObject {
    Q_OBJECT

private slots:
    void inspect_picture_findsItsSides();
    void inspect_metadata_isLeftOut();
    void inspect_animation_isRefused();
    void inspect_twoPictures_isRefused();
    void inspect_manyPixels_isRefused();
};

void TestWebp::inspect_picture_findsItsSides() {
    for (const std::string& picture : {webpPicture(), webpLossyPicture()}) {
        const auto media = inspect(picture);
        QVERIFY(media.ok());
        QCOMPARE(media->width, 1);
        QCOMPARE(media->height, 1);
        QVERIFY(media->isClean);
    }
}

void TestWebp::inspect_metadata_isLeftOut() {
    const std::string plain = riff(canvas(0, 1, 1) + frame());
    const std::string picture =
        riff(canvas(8 | 4, 1, 1) + frame() + block("EXIF", "secret!") + block("XMP ", "secret")) + "behind";

    const auto media = inspect(picture);

    QVERIFY(media.ok());
    QVERIFY(!media->isClean);
    QVERIFY(media->clean == plain);
}

void TestWebp::inspect_animation_isRefused() {
    const auto refused = inspect(riff(canvas(2, 1, 1) + block("ANIM", "\1\2\3\4\5\6") + frame()));

    QVERIFY(!refused.ok());
    QVERIFY(refused.error().code == Code::not_an_option);
}

void TestWebp::inspect_twoPictures_isRefused() {
    const auto refused = inspect(riff(frame() + frame()));

    QVERIFY(!refused.ok());
    QVERIFY(refused.error().code == Code::malformed);
}

void TestWebp::inspect_manyPixels_isRefused() {
    QVERIFY(inspect(riff(canvas(0, 6'250, 6'400) + frame())).ok());

    const auto refused = inspect(riff(canvas(0, 6'251, 6'400) + frame()));

    QVERIFY(!refused.ok());
    QVERIFY(refused.error().code == Code::too_large);
}

QTEST_APPLESS_MAIN(TestWebp)
#include "tst_webp.moc"
