#include "shared/media/media.h"

#include <QtTest>

#include "shared/base/limits.h"
#include "tests/support/sample_pictures.h"
#include "tests/support/seed.h"

using namespace zhixing;
using namespace zhixing::media;
using namespace zhixing::test;

Q_DECLARE_METATYPE(std::string)

/// What is taken, by content alone.
class TestMedia : public QObject {
    Q_OBJECT

private slots:
    void inspect_allowedFormat_isKnownByItsContent_data();
    void inspect_allowedFormat_isKnownByItsContent();
    void inspect_anythingElse_isRefused_data();
    void inspect_anythingElse_isRefused();
    void inspect_everyPrefix_isRefused_data();
    void inspect_everyPrefix_isRefused();
    void inspect_flippedBytes_neverTakesMoreThanItIsGiven();
    void inspect_tooLarge_isRefused();
    void inspect_documentWithATail_dropsIt();
};

void TestMedia::inspect_allowedFormat_isKnownByItsContent_data() {
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<QString>("format");
    QTest::newRow("jpeg") << jpegPicture() << "jpeg";
    QTest::newRow("png") << pngPicture() << "png";
    QTest::newRow("webp") << webpPicture() << "webp";
    QTest::newRow("pdf") << document() << "pdf";
}

void TestMedia::inspect_allowedFormat_isKnownByItsContent() {
    QFETCH(const std::string, bytes);
    QFETCH(const QString, format);

    const auto media = inspect(bytes);

    QVERIFY(media.ok());
    QCOMPARE(QString::fromLatin1(word(media->format).data()), format);
    const auto again = inspect(media->clean);
    QVERIFY(again.ok());
    QVERIFY(again->isClean);
}

void TestMedia::inspect_anythingElse_isRefused_data() {
    QTest::addColumn<std::string>("bytes");
    QTest::newRow("nothing") << std::string();
    QTest::newRow("text") << std::string("hello");
    QTest::newRow("page") << std::string("<!doctype html><script>alert(1)</script>");
    QTest::newRow("drawing") << std::string("<svg xmlns='http://www.w3.org/2000/svg'/>");
    QTest::newRow("gif") << std::string("GIF89a\x01\0\x01\0\0\0\0;", 14);
    QTest::newRow("program") << std::string(
        "\x7F"
        "ELF\x02\x01\x01");
    QTest::newRow("archive") << std::string("PK\x03\x04");
    QTest::newRow("other RIFF") << std::string("RIFF\x04\0\0\0WAVE", 12);
    QTest::newRow("picture behind a space") << " " + jpegPicture();
}

void TestMedia::inspect_anythingElse_isRefused() {
    QFETCH(const std::string, bytes);

    const auto media = inspect(bytes);

    QVERIFY(!media.ok());
    QVERIFY(media.error().code == Code::not_an_option);
}

void TestMedia::inspect_everyPrefix_isRefused_data() { inspect_allowedFormat_isKnownByItsContent_data(); }

void TestMedia::inspect_everyPrefix_isRefused() {
    QFETCH(const std::string, bytes);
    // A document is whole without the line end behind its end mark.
    const std::size_t whole = bytes.ends_with('\n') ? bytes.size() - 1 : bytes.size();

    for (std::size_t size = 0; size < whole; ++size) {
        QVERIFY2(!inspect(std::string_view(bytes).substr(0, size)).ok(), qPrintable(QString::number(size)));
    }
}

void TestMedia::inspect_flippedBytes_neverTakesMoreThanItIsGiven() {
    const auto seed = static_cast<quint32>(drawnSeed());
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    const std::string samples[] = {withSegments(jpegPicture(), segment(0xE1, exif(6))), pngPicture(), webpPicture(),
                                   document()};

    for (int i = 0; i < 20'000; ++i) {
        std::string bytes = samples[random.bounded(4)];
        for (int flips = random.bounded(1, 5); flips > 0; --flips) {
            bytes[random.bounded(static_cast<quint32>(std::min<std::size_t>(bytes.size(), 300)))] =
                static_cast<char>(random.bounded(256));
        }
        const auto media = inspect(bytes);
        if (!media) continue;
        QVERIFY(media->clean.size() <= bytes.size());
        const auto again = inspect(media->clean);
        QVERIFY(again.ok());
        QVERIFY(again->isClean);
    }
}

void TestMedia::inspect_tooLarge_isRefused() {
    std::string bytes = document();
    bytes.insert(9, limits::blobBytesMax - bytes.size(), ' ');
    QVERIFY(inspect(bytes).ok());

    const auto refused = inspect(bytes + "\n");

    QVERIFY(!refused.ok());
    QVERIFY(refused.error().code == Code::too_large);
}

void TestMedia::inspect_documentWithATail_dropsIt() {
    const auto media = inspect(document() + "PK\x03\x04 something else");

    QVERIFY(media.ok());
    QVERIFY(!media->isClean);
    QCOMPARE(media->clean, document());
}

QTEST_APPLESS_MAIN(TestMedia)
#include "tst_media.moc"
