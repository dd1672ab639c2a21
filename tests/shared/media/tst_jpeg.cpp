#include "shared/media/jpeg.h"

#include <QImageReader>
#include <QtTest>

#include "shared/base/limits.h"
#include "tests/support/sample_pictures.h"

using namespace zhixing;
using namespace zhixing::media;
using namespace zhixing::test;

class TestJpeg : public QObject {
    Q_OBJECT

private slots:
    void inspect_picture_findsItsSides();
    void inspect_metadata_isLeftOut_data();
    void inspect_metadata_isLeftOut();
    void inspect_orientation_staysWithoutThePosition();
    void inspect_thumbnailInTheJfifBlock_isLeftOut();
    void inspect_cleanedPicture_looksTheSame();
    void inspect_manyPixels_isRefused();
    void inspect_manyScans_isRefused();
    void inspect_manySegments_isRefused();
};

void TestJpeg::inspect_picture_findsItsSides() {
    const auto media = inspect(jpegPicture(24));

    QVERIFY(media.ok());
    QCOMPARE(media->width, 24);
    QCOMPARE(media->height, 24);
    QVERIFY(media->isClean);
}

void TestJpeg::inspect_metadata_isLeftOut_data() {
    QTest::addColumn<QByteArray>("added");
    QTest::addColumn<bool>("isBehind");
    const auto bytes = [](const std::string& text) { return QByteArray::fromStdString(text); };
    QTest::newRow("position") << bytes(segment(0xE1, exif(1))) << false;
    QTest::newRow("xmp") << bytes(segment(0xE1, "http://ns.adobe.com/xap/1.0/ secret")) << false;
    QTest::newRow("iptc") << bytes(segment(0xED, "Photoshop 3.0 secret")) << false;
    QTest::newRow("comment") << bytes(segment(0xFE, "<script>secret</script>")) << false;
    QTest::newRow("more pictures") << bytes(segment(0xE2, std::string("MPF\0", 4) + "secret")) << false;
    QTest::newRow("behind the end") << bytes("PK\x03\x04 secret") << true;
}

void TestJpeg::inspect_metadata_isLeftOut() {
    QFETCH(const QByteArray, added);
    QFETCH(const bool, isBehind);
    const std::string plain = jpegPicture();
    const std::string picture = isBehind ? plain + added.toStdString() : withSegments(plain, added.toStdString());

    const auto media = inspect(picture);

    QVERIFY(media.ok());
    QVERIFY(!media->isClean);
    QVERIFY(media->clean == plain);
}

void TestJpeg::inspect_orientation_staysWithoutThePosition() {
    const auto media = inspect(withSegments(jpegPicture(), segment(0xE1, exif(6))));

    QVERIFY(media.ok());
    QVERIFY(media->clean.find("GPS") == std::string::npos);
    QVERIFY(inspect(media->clean)->isClean);
    QImageReader reader;
    QByteArray clean = QByteArray::fromStdString(media->clean);
    QBuffer buffer(&clean);
    reader.setDevice(&buffer);
    QVERIFY(reader.transformation() == QImageIOHandler::TransformationRotate90);
}

void TestJpeg::inspect_thumbnailInTheJfifBlock_isLeftOut() {
    const std::string plain = jpegPicture();
    const std::string block = segment(0xE0, std::string("JFIF\0\1\1\0\0\1\0\1\2\1", 14) + "secret");
    const std::string withThumbnail = plain.substr(0, 2) + block + plain.substr(20);

    const auto media = inspect(withThumbnail);

    QVERIFY(media.ok());
    QVERIFY(!media->isClean);
    QVERIFY(media->clean.find("secret") == std::string::npos);
    QVERIFY(media->clean.find("JFIF") != std::string::npos);
    QVERIFY(inspect(media->clean)->isClean);
    QVERIFY(!QImage::fromData(QByteArray::fromStdString(media->clean)).isNull());
}

void TestJpeg::inspect_cleanedPicture_looksTheSame() {
    const std::string plain = jpegPicture(64);
    const auto media = inspect(withSegments(plain, segment(0xFE, "a comment")));

    QVERIFY(media.ok());
    QCOMPARE(QImage::fromData(QByteArray::fromStdString(media->clean)),
             QImage::fromData(QByteArray::fromStdString(plain)));
}

void TestJpeg::inspect_manyPixels_isRefused() {
    std::string picture = jpegPicture();
    const std::size_t frame = picture.find("\xFF\xC0");
    QVERIFY(frame != std::string::npos);
    picture.replace(frame + 5, 4, bigEndian(6'250, 2) + bigEndian(6'400, 2));
    QVERIFY(inspect(picture).ok());
    picture.replace(frame + 5, 4, bigEndian(6'251, 2) + bigEndian(6'400, 2));

    const auto refused = inspect(picture);

    QVERIFY(!refused.ok());
    QVERIFY(refused.error().code == Code::too_large);
    QCOMPARE(*refused.error().limit, limits::imagePixelsMax);
}

void TestJpeg::inspect_manyScans_isRefused() {
    const std::string picture = jpegPicture();
    const std::size_t scan = picture.find("\xFF\xDA");
    std::string bomb = picture.substr(0, picture.size() - 2);
    for (int i = 0; i < 200; ++i) bomb += picture.substr(scan, picture.size() - 2 - scan);

    const auto refused = inspect(bomb + "\xFF\xD9");

    QVERIFY(!refused.ok());
    QVERIFY(refused.error().code == Code::too_many);
}

void TestJpeg::inspect_manySegments_isRefused() {
    std::string segments;
    for (std::size_t i = 0; i < limits::imageBlocksMax; ++i) segments += segment(0xFE, "");

    const auto refused = inspect(withSegments(jpegPicture(), segments));

    QVERIFY(!refused.ok());
    QVERIFY(refused.error().code == Code::too_many);
}

QTEST_APPLESS_MAIN(TestJpeg)
#include "tst_jpeg.moc"
