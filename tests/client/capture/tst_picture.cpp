#include "client/capture/picture.h"

#include <QBuffer>
#include <QTemporaryDir>
#include <QTest>

#include "shared/base/limits.h"
#include "shared/media/media.h"
#include "tests/support/sample_pictures.h"

using namespace zhixing;
using namespace zhixing::client;
using namespace zhixing::test;

/// What becomes of a file that somebody takes, chooses, pastes or drops.
class TestPicture : public QObject {
    Q_OBJECT

private slots:
    void prepare_photo_keepsTheOriginal();
    void prepare_photo_givesASmallThumbnail();
    void prepare_turnedPhoto_thumbnailIsUpright();
    void prepare_screenshotAsBmp_becomesAJpeg();
    void prepare_largerThanABlobMayBe_isReduced();
    void prepare_document_isKeptWithoutThumbnail();
    void prepare_notAPicture_isRefused_data();
    void prepare_notAPicture_isRefused();
    void prepareFile_thatIsGone_isAnError();
    void marked_copy_changesOnlyTheFoot();

private:
    static QByteArray bytesOf(const std::string& text) { return QByteArray::fromStdString(text); }
};

void TestPicture::prepare_photo_keepsTheOriginal() {
    const QByteArray photo = bytesOf(jpegPicture(64));

    const auto picture = preparePicture(photo, Look::pictureOnly);

    QVERIFY(picture.ok());
    QCOMPARE(picture->bytes, photo);
}

void TestPicture::prepare_photo_givesASmallThumbnail() {
    // Noise is what compresses worst.
    const auto picture = preparePicture(bytesOf(jpegPicture(900)), Look::pictureOnly);

    QVERIFY(picture.ok());
    QVERIFY(!picture->thumbnail.isEmpty());
    QVERIFY(static_cast<std::size_t>(picture->thumbnail.size()) <= limits::thumbnailBytesMax);
    QVERIFY(media::inspect(picture->thumbnail.toStdString())->isClean);
    QVERIFY(!QImage::fromData(picture->thumbnail).isNull());
}

void TestPicture::prepare_turnedPhoto_thumbnailIsUpright() {
    const QImage wide = noise(64, 1).copy(0, 0, 64, 32);
    const std::string turned = withSegments(encoded(wide, "JPEG"), segment(0xE1, exif(6)));

    const auto picture = preparePicture(bytesOf(turned), Look::pictureOnly);

    const QImage small = QImage::fromData(picture->thumbnail);
    QVERIFY(small.height() > small.width());
}

void TestPicture::prepare_screenshotAsBmp_becomesAJpeg() {
    const auto picture = preparePicture(bytesOf(encoded(noise(40, 1), "BMP")), Look::pictureOnly);

    QVERIFY(picture.ok());
    const auto media = media::inspect(picture->bytes.toStdString());
    QVERIFY(media.ok());
    QVERIFY(media->format == media::Format::jpeg);
    QCOMPARE(media->width, 40);
}

void TestPicture::prepare_largerThanABlobMayBe_isReduced() {
    const std::string large = encoded(noise(2'200, 1), "PNG");
    QVERIFY(large.size() > limits::blobBytesMax);

    const auto picture = preparePicture(bytesOf(large), Look::pictureOnly);

    QVERIFY(picture.ok());
    QVERIFY(static_cast<std::size_t>(picture->bytes.size()) <= limits::blobBytesMax);
}

void TestPicture::prepare_document_isKeptWithoutThumbnail() {
    const auto picture = preparePicture(bytesOf(document()), Look::codeToo);

    QVERIFY(picture.ok());
    QCOMPARE(picture->bytes, bytesOf(document()));
    QVERIFY(picture->thumbnail.isEmpty());
}

void TestPicture::prepare_notAPicture_isRefused_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a text") << QByteArray("a text");
    QTest::newRow("a page") << QByteArray("<html><script>alert(1)</script></html>");
    QTest::newRow("the start of a photo") << QByteArray("\xFF\xD8\xFF\xE0");
}

void TestPicture::prepare_notAPicture_isRefused() {
    QFETCH(QByteArray, bytes);

    QVERIFY(!preparePicture(bytes, Look::codeToo).ok());
}

void TestPicture::prepareFile_thatIsGone_isAnError() {
    const QTemporaryDir folder;

    const auto picture = preparePictureFile(folder.filePath(QStringLiteral("gone.jpg")), Look::pictureOnly);

    QVERIFY(picture.error().code == Code::io_failed);
}

void TestPicture::marked_copy_changesOnlyTheFoot() {
    const QImage picture = noise(400, 7);

    const QImage copy = marked(picture, {QStringLiteral("2025-10-16 08:40"), QStringLiteral("徐汇店 · 王芳")});

    QCOMPARE(copy.size(), picture.size());
    const int upper = picture.height() / 2;
    QVERIFY(copy.copy(0, 0, 400, upper) == picture.convertToFormat(copy.format()).copy(0, 0, 400, upper));
    QVERIFY(copy.copy(0, 380, 400, 20) != picture.convertToFormat(copy.format()).copy(0, 380, 400, 20));
}

QTEST_MAIN(TestPicture)
#include "tst_picture.moc"
