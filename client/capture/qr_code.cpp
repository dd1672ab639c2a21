#include "client/capture/qr_code.h"

// The library's answers are then std::string, as they are from its next version on.
#define ZX_USE_UTF8 1
#include <ZXing/ReadBarcode.h>

#include <exception>

#include <QImageReader>
#include <QLoggingCategory>

#include "shared/base/limits.h"

namespace zhixing::client {
namespace {

Q_LOGGING_CATEGORY(codeLog, "zhixing.code")

/// A code fills a good part of the picture somebody takes of it: this many pixels a side are plenty.
constexpr int sideMax = 1600;

std::optional<QString> readGrey(const QImage& grey) {
    const ZXing::ImageView view(grey.constBits(), grey.width(), grey.height(), ZXing::ImageFormat::Lum,
                                static_cast<int>(grey.bytesPerLine()));
    const ZXing::DecodeHints hints =
        ZXing::DecodeHints().setFormats(ZXing::BarcodeFormat::QRCode).setTryHarder(true).setTryRotate(true);
    try {
        const ZXing::Result found = ZXing::ReadBarcode(view, hints);
        if (!found.isValid() || found.text().empty()) return std::nullopt;
        return QString::fromStdString(found.text());
    } catch (const std::exception& failure) {
        qCWarning(codeLog) << "a code could not be read:" << failure.what();
        return std::nullopt;
    }
}

}  // namespace

std::optional<QString> readQrCode(const QImage& picture) {
    if (picture.isNull()) return std::nullopt;
    // What is transparent in a screenshot is paper, not ink.
    QImage opaque = picture;
    if (picture.hasAlphaChannel()) {
        opaque = QImage(picture.size(), QImage::Format_RGB32);
        opaque.fill(Qt::white);
        const QImage source = picture.convertToFormat(QImage::Format_ARGB32_Premultiplied);
        for (int y = 0; y < source.height(); ++y) {
            const auto* from = reinterpret_cast<const QRgb*>(source.constScanLine(y));
            auto* to = reinterpret_cast<QRgb*>(opaque.scanLine(y));
            for (int x = 0; x < source.width(); ++x) {
                const int paper = 255 - qAlpha(from[x]);
                to[x] = qRgb(qRed(from[x]) + paper, qGreen(from[x]) + paper, qBlue(from[x]) + paper);
            }
        }
    }
    const QImage grey = opaque.convertToFormat(QImage::Format_Grayscale8);
    if (grey.width() <= sideMax && grey.height() <= sideMax) return readGrey(grey);
    const QImage smaller = grey.scaled(sideMax, sideMax, Qt::KeepAspectRatio, Qt::SmoothTransformation)
                               .convertToFormat(QImage::Format_Grayscale8);
    if (auto text = readGrey(smaller)) return text;
    return readGrey(grey);
}

std::optional<QString> readQrCodeFile(const QString& path) {
    QImageReader reader(path);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (!size.isValid() || qint64{size.width()} * size.height() > limits::imagePixelsMax) return std::nullopt;
    return readQrCode(reader.read());
}

}  // namespace zhixing::client
