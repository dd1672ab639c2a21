#include "client/capture/picture.h"

#include <algorithm>

#include <QBuffer>
#include <QFile>
#include <QImageReader>
#include <QPainter>

#include "client/capture/qr_code.h"
#include "shared/base/limits.h"
#include "shared/media/media.h"

namespace zhixing::client {
namespace {

constexpr qint64 fileBytesMax = 64LL * 1024 * 1024;  // of what somebody chooses, before it is made smaller
constexpr int reducedSide = 4'000;                   // still legible in every corner
constexpr int lookSide = 2'000;                      // plenty for a code and a thumbnail
constexpr int thumbnailSide = 240;
constexpr int photoQuality = 88;

QByteArray asJpeg(const QImage& image, int quality) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    // What is transparent is paper: JPEG knows no transparency and would make it black.
    QImage opaque(image.size(), QImage::Format_RGB32);
    opaque.fill(Qt::white);
    QPainter(&opaque).drawImage(0, 0, image);
    opaque.save(&buffer, "JPEG", quality);
    return bytes;
}

/// At most `side` in either direction, upright; null when Qt cannot read it or it has more pixels than may be.
QImage decoded(QIODevice& device, int side) {
    QImageReader reader(&device);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isValid()) {
        // JPEG decodes a smaller picture at a fraction of the cost; the others are bounded by Qt's own limit.
        if (std::max(size.width(), size.height()) > side)
            reader.setScaledSize(size.scaled(side, side, Qt::KeepAspectRatio));
    }
    const QImage image = reader.read();
    if (image.width() <= side && image.height() <= side) return image;
    return image.scaled(side, side, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

QImage decoded(const QByteArray& bytes, int side) {
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    return decoded(buffer, side);
}

std::string_view view(const QByteArray& bytes) { return {bytes.constData(), static_cast<std::size_t>(bytes.size())}; }

}  // namespace

Result<Picture> preparePicture(const QByteArray& bytes, Look look) {
    Picture picture{bytes, {}, {}};
    auto media = media::inspect(view(bytes));
    if (media && media->format == media::Format::pdf) return picture;
    const QImage image = decoded(bytes, lookSide);
    if (!media) {
        // Too large for a blob, or of a format that blobs do not have, such as a screenshot as BMP.
        const QImage reduced = decoded(bytes, reducedSide);
        if (reduced.isNull()) return media.error();
        picture.bytes = asJpeg(reduced, photoQuality);
        media = media::inspect(view(picture.bytes));
        if (!media) return media.error();
    }
    picture.thumbnail = thumbnailOf(image);
    if (look == Look::codeToo) picture.code = readQrCode(image);
    return picture;
}

Result<Picture> preparePictureFile(const QString& path, Look look) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return Error{Code::io_failed, "the picture's file cannot be read", {}, {}};
    if (file.size() > fileBytesMax) return Error{Code::too_large, "the picture's file is too large", {}, fileBytesMax};
    return preparePicture(file.readAll(), look);
}

QByteArray thumbnailOf(const QImage& picture) {
    if (picture.isNull()) return {};
    const QImage small = picture.scaled(thumbnailSide, thumbnailSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    for (const int quality : {80, 65, 50, 35, 20, 5}) {
        const QByteArray bytes = asJpeg(small, quality);
        if (static_cast<std::size_t>(bytes.size()) <= limits::thumbnailBytesMax) return bytes;
    }
    return {};
}

QByteArray thumbnailOfFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return {};
    return thumbnailOf(decoded(file, 2 * thumbnailSide));
}

QImage marked(const QImage& picture, const QStringList& lines) {
    if (picture.isNull() || lines.isEmpty()) return picture;
    QImage copy = picture.convertToFormat(QImage::Format_RGB32);
    const int textHeight = std::max(12, std::min(copy.width(), copy.height()) / 28);
    const int margin = textHeight / 2;
    QPainter painter(&copy);
    QFont font = painter.font();
    font.setPixelSize(textHeight);
    painter.setFont(font);
    const int lineHeight = painter.fontMetrics().height();
    const QRect foot(0, copy.height() - lineHeight * static_cast<int>(lines.size()) - 2 * margin, copy.width(),
                     lineHeight * static_cast<int>(lines.size()) + 2 * margin);
    painter.fillRect(foot, QColor(0, 0, 0, 140));
    painter.setPen(Qt::white);
    const int textWidth = copy.width() - 2 * margin;
    for (int i = 0; i < lines.size(); ++i) {
        const QString line = painter.fontMetrics().elidedText(lines[i], Qt::ElideRight, textWidth);
        const QRect place(margin, foot.top() + margin + i * lineHeight, textWidth, lineHeight);
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, line);
    }
    return copy;
}

}  // namespace zhixing::client
