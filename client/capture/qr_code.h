#pragma once

#include <optional>

#include <QImage>
#include <QString>

namespace zhixing::client {

/// Reads the QR code in a picture: a photo of a screen or of paper, a screenshot, one frame of a camera. Nothing when
/// there is none, when it cannot be read, or when it holds no text. Works without a network; safe on any thread.
/// A picture of 4 megapixels takes tens of milliseconds, so larger ones are read smaller first.
[[nodiscard]] std::optional<QString> readQrCode(const QImage& picture);

/// The same from a file of any picture format that Qt reads. Pictures of more than limits::imagePixelsMax are refused
/// before they are decoded.
[[nodiscard]] std::optional<QString> readQrCodeFile(const QString& path);

}  // namespace zhixing::client
