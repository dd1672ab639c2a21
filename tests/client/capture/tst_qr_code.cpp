#include <qrencode.h>

#include <memory>

#include <QImage>
#include <QTemporaryDir>
#include <QTest>
#include <QTransform>

#include "client/capture/qr_code.h"

namespace zhixing::client {

namespace {

const QString link =
    QStringLiteral("zhixing://enrol?server=wss%3A%2F%2Fzhixing.example.com%2Fsync&code=7Q4M-W2KD-9XTP");

/// The code as the server prints it, `scale` pixels a module, with its quiet zone.
QImage codeOf(const QString& text, int scale) {
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString(text.toUtf8().constData(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), &QRcode_free);
    constexpr int quiet = 4;
    const int side = (code->width + 2 * quiet) * scale;
    QImage picture(side, side, QImage::Format_RGB32);
    picture.fill(Qt::white);
    for (int y = 0; y < code->width * scale; ++y) {
        for (int x = 0; x < code->width * scale; ++x) {
            const bool isInk = (code->data[y / scale * code->width + x / scale] & 1) != 0;
            if (isInk) picture.setPixel(x + quiet * scale, y + quiet * scale, qRgb(20, 20, 30));
        }
    }
    return picture;
}

/// `code` somewhere in a larger picture, as in a photo of a screen.
QImage within(const QImage& code, QSize size, QColor ground) {
    QImage picture(size, QImage::Format_RGB32);
    picture.fill(ground);
    const QPoint corner((size.width() - code.width()) / 3, (size.height() - code.height()) / 2);
    for (int y = 0; y < code.height(); ++y) {
        for (int x = 0; x < code.width(); ++x) picture.setPixel(corner + QPoint(x, y), code.pixel(x, y));
    }
    return picture;
}

}  // namespace

/// Codes as people hold them in front of a phone.
class TestQrCode : public QObject {
    Q_OBJECT

private slots:
    void read_ofAPicture_isItsText_data();
    void read_ofAPicture_isItsText();
    void read_ofNoCode_isNothing();
    void readFile_ofAScreenshot_isItsText();
    void readFile_ofWhatIsNoPicture_isNothing();
};

void TestQrCode::read_ofAPicture_isItsText_data() {
    QTest::addColumn<QImage>("picture");
    const QImage plain = codeOf(link, 5);
    QTest::newRow("as printed") << plain;
    QTest::newRow("turned on its side") << plain.transformed(QTransform().rotate(90));
    QTest::newRow("a little askew")
        << within(plain, {500, 500}, Qt::white).transformed(QTransform().rotate(8), Qt::SmoothTransformation);
    QTest::newRow("in a photo of a screen") << within(plain, {1200, 900}, QColor(90, 110, 120));
    QTest::newRow("in a photo of 12 megapixels") << within(codeOf(link, 24), {4000, 3000}, QColor(60, 60, 60));
    QTest::newRow("blurred") << plain.scaled(plain.size() / 2, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    QImage transparent = plain.convertToFormat(QImage::Format_ARGB32);
    for (int y = 0; y < transparent.height(); ++y) {
        for (int x = 0; x < transparent.width(); ++x) {
            if (transparent.pixel(x, y) == qRgb(255, 255, 255)) transparent.setPixel(x, y, qRgba(0, 0, 0, 0));
        }
    }
    QTest::newRow("with a transparent ground") << transparent;
}

void TestQrCode::read_ofAPicture_isItsText() {
    QFETCH(QImage, picture);

    const auto text = readQrCode(picture);

    QVERIFY(text.has_value());
    QCOMPARE(*text, link);
}

void TestQrCode::read_ofNoCode_isNothing() {
    QImage blank(300, 300, QImage::Format_RGB32);
    blank.fill(Qt::white);

    QVERIFY(!readQrCode(blank));
    QVERIFY(!readQrCode(QImage()));
}

void TestQrCode::readFile_ofAScreenshot_isItsText() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("code.png"));
    QVERIFY(codeOf(link, 6).save(path));

    QCOMPARE(readQrCodeFile(path), std::optional(link));
}

void TestQrCode::readFile_ofWhatIsNoPicture_isNothing() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("notes.txt"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("no picture at all");
    file.close();

    QVERIFY(!readQrCodeFile(path));
    QVERIFY(!readQrCodeFile(folder.filePath(QStringLiteral("missing.png"))));
}

}  // namespace zhixing::client

QTEST_GUILESS_MAIN(zhixing::client::TestQrCode)
#include "tst_qr_code.moc"
