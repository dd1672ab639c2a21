#include "shared/media/png.h"

#include <QtTest>

#include "tests/support/sample_pictures.h"

using namespace zhixing;
using namespace zhixing::media;
using namespace zhixing::test;

class TestPng : public QObject {
    Q_OBJECT

private slots:
    void inspect_picture_findsItsSides();
    void inspect_metadata_isLeftOut_data();
    void inspect_metadata_isLeftOut();
    void inspect_wrongChecksum_isRefused();
    void inspect_unknownCriticalChunk_isRefused();
    void inspect_manyPixels_isRefused();
};

void TestPng::inspect_picture_findsItsSides() {
    const auto media = inspect(pngPicture(24));

    QVERIFY(media.ok());
    QCOMPARE(media->width, 24);
    QCOMPARE(media->height, 24);
}

void TestPng::inspect_metadata_isLeftOut_data() {
    QTest::addColumn<QByteArray>("added");
    for (const char* type : {"tEXt", "zTXt", "iTXt", "eXIf", "tIME", "iCCP", "prVt"}) {
        QTest::newRow(type) << QByteArray::fromStdString(chunk(type, "secret"));
    }
}

void TestPng::inspect_metadata_isLeftOut() {
    QFETCH(const QByteArray, added);
    const std::string plain = inspect(pngPicture())->clean;

    const auto media = inspect(withChunk(plain, added.toStdString()) + "behind the end");

    QVERIFY(media.ok());
    QVERIFY(!media->isClean);
    QVERIFY(media->clean == plain);
    QCOMPARE(QImage::fromData(QByteArray::fromStdString(media->clean)).size(), QSize(16, 16));
}

void TestPng::inspect_wrongChecksum_isRefused() {
    std::string picture = pngPicture();
    picture[picture.size() - 20] = static_cast<char>(picture[picture.size() - 20] ^ 1);

    const auto refused = inspect(picture);

    QVERIFY(!refused.ok());
    QVERIFY(refused.error().code == Code::malformed);
}

void TestPng::inspect_unknownCriticalChunk_isRefused() {
    const auto refused = inspect(withChunk(pngPicture(), chunk("EVIL", "x")));

    QVERIFY(!refused.ok());
    QVERIFY(refused.error().code == Code::malformed);
}

void TestPng::inspect_manyPixels_isRefused() {
    const std::string rest = pngPicture().substr(33);
    const auto withSides = [&](quint32 width, quint32 height) {
        return std::string("\x89PNG\r\n\x1A\n") +
               chunk("IHDR", bigEndian(width, 4) + bigEndian(height, 4) + std::string("\x08\x02\0\0\0", 5)) + rest;
    };
    QVERIFY(inspect(withSides(6'250, 6'400)).ok());

    for (const auto& [width, height] : {std::pair(6'251U, 6'400U), std::pair(0xFFFFFFFFU, 0xFFFFFFFFU)}) {
        const auto refused = inspect(withSides(width, height));
        QVERIFY(!refused.ok());
        QVERIFY(refused.error().code == Code::too_large);
    }
}

QTEST_APPLESS_MAIN(TestPng)
#include "tst_png.moc"
