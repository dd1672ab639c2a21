#pragma once

#include <QBuffer>
#include <QByteArray>
#include <QImage>

#include <string>

/// Real pictures, as Qt writes them, and what other programs put into them.
namespace zhixing::test {

/// Noise, so that every seed is another picture and compression does not make it small.
inline QImage noise(int side, quint32 seed) {
    QImage image(side, side, QImage::Format_RGB32);
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            seed = seed * 1'664'525 + 1'013'904'223;
            image.setPixel(x, y, 0xFF000000U | seed >> 8);
        }
    }
    return image;
}

inline std::string encoded(const QImage& image, const char* format) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, format[0] == 'J' ? 90 : -1);
    return bytes.toStdString();
}

inline std::string jpegPicture(int side = 16, quint32 seed = 1) { return encoded(noise(side, seed), "JPEG"); }
inline std::string pngPicture(int side = 16, quint32 seed = 1) { return encoded(noise(side, seed), "PNG"); }

/// One pixel; Qt itself does not write this format.
inline std::string webpPicture() {
    return QByteArray::fromBase64("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==").toStdString();
}
inline std::string webpLossyPicture() {
    return QByteArray::fromBase64("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA").toStdString();
}
inline std::string document() { return "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"; }

inline std::string bigEndian(quint32 value, int bytes) {
    std::string text;
    for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8) text += static_cast<char>(value >> shift & 0xFF);
    return text;
}

/// A JPEG's segment.
inline std::string segment(unsigned char marker, const std::string& content) {
    return "\xFF" + std::string(1, static_cast<char>(marker)) + bigEndian(static_cast<quint32>(content.size() + 2), 2) +
           content;
}

/// An Exif block as phones write it: which way is up, and where it was taken.
inline std::string exif(int orientation) {
    const std::string up = bigEndian(0x0112, 2) + bigEndian(3, 2) + bigEndian(1, 4) +
                           bigEndian(static_cast<quint32>(orientation), 2) + bigEndian(0, 2);
    const std::string position = bigEndian(0x8825, 2) + bigEndian(4, 2) + bigEndian(1, 4) + bigEndian(38, 4);
    return std::string("Exif\0\0MM\0*", 10) + bigEndian(8, 4) + bigEndian(2, 2) + up + position + bigEndian(0, 4) +
           "GPS 31.2304 N 121.4737 E";
}

/// With segments put in behind the start of the image.
inline std::string withSegments(const std::string& jpeg, const std::string& segments) {
    return jpeg.substr(0, 2) + segments + jpeg.substr(2);
}

/// A PNG's chunk, with its checksum computed bit by bit.
inline std::string chunk(const std::string& type, const std::string& content) {
    quint32 crc = 0xFFFFFFFF;
    for (const char byte : type + content) {
        crc ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit) crc = (crc & 1) != 0 ? 0xEDB88320 ^ crc >> 1 : crc >> 1;
    }
    return bigEndian(static_cast<quint32>(content.size()), 4) + type + content + bigEndian(~crc, 4);
}

/// With a chunk put in before the end.
inline std::string withChunk(const std::string& png, const std::string& added) {
    return png.substr(0, png.size() - 12) + added + png.substr(png.size() - 12);
}

}  // namespace zhixing::test
