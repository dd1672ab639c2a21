#include "tests/gallery/sample_photos.h"

#include <qrencode.h>

#include <memory>

#include <QDir>
#include <QFont>
#include <QPainter>
#include <QTemporaryFile>

namespace zhixing::client {

QImage samplePhoto(int seed) {
    QImage image(1200, 900, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    QLinearGradient wall(0, 0, 0, 900);
    wall.setColorAt(0, QColor::fromHsv((30 + 47 * seed) % 360, 40, 236));
    wall.setColorAt(1, QColor::fromHsv((30 + 47 * seed) % 360, 70, 190));
    painter.fillRect(image.rect(), wall);
    painter.fillRect(QRect(0, 620, 1200, 280), QColor(120, 88, 62));
    for (int i = 0; i < 5; ++i) {
        const QRect poster(90 + 215 * i, 210 + (i * seed * 13) % 60, 165, 240);
        painter.fillRect(poster, QColor::fromHsv((seed * 61 + i * 40) % 360, 150, 210));
        painter.fillRect(poster.adjusted(20, 25, -20, -120), QColor(255, 255, 255, 170));
        painter.setBrush(QColor::fromHsv((seed * 31 + i * 70) % 360, 120, 235));
        painter.drawEllipse(QPoint(160 + 215 * i, 690), 46, 46);
    }
    return image;
}

QImage sampleInvoice(const QString& code) {
    QImage image(1400, 900, QImage::Format_RGB32);
    image.fill(QColor(250, 246, 236));
    QPainter painter(&image);
    painter.setPen(QColor(140, 60, 40));
    QFont font(QStringLiteral("Noto Sans CJK SC"));
    font.setPixelSize(46);
    painter.setFont(font);
    painter.drawText(QRect(0, 40, 1400, 70), Qt::AlignCenter, QStringLiteral("上海增值税电子普通发票"));
    painter.drawRect(QRect(60, 240, 1280, 560));
    for (int y = 340; y < 800; y += 100) painter.drawLine(60, y, 1340, y);
    font.setPixelSize(30);
    painter.setFont(font);
    painter.setPen(Qt::black);
    painter.drawText(100, 310, QStringLiteral("名称：知行示范公司"));
    painter.drawText(100, 400, QStringLiteral("*印刷品*易拉宝            6 个      143.33      860.00"));
    painter.drawText(100, 760, QStringLiteral("价税合计  捌佰陆拾圆整"));
    const std::unique_ptr<QRcode, void (*)(QRcode*)> made(
        QRcode_encodeString8bit(code.toUtf8().constData(), 0, QR_ECLEVEL_M), QRcode_free);
    if (made == nullptr) return image;
    constexpr int module = 5;
    for (int y = 0; y < made->width; ++y) {
        for (int x = 0; x < made->width; ++x) {
            if ((made->data[y * made->width + x] & 1) != 0) {
                painter.fillRect(80 + x * module, 50 + y * module, module, module, Qt::black);
            }
        }
    }
    return image;
}

QString writtenSample(const QImage& image) {
    QTemporaryFile file(QDir::temp().filePath(QStringLiteral("zhixing-sample-XXXXXX.jpg")));
    file.setAutoRemove(false);
    if (!file.open() || !image.save(&file, "JPEG", 90)) return {};
    return file.fileName();
}

}  // namespace zhixing::client
