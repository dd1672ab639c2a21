#pragma once

#include <QImage>
#include <QString>

namespace zhixing::client {

/// A drawn photo of a shop's table, another one for every seed; large enough that it has to be sent in parts.
[[nodiscard]] QImage samplePhoto(int seed);
/// A drawn Chinese VAT invoice with its QR code, as a phone would take it.
[[nodiscard]] QImage sampleInvoice(const QString& code);
/// Writes it as a JPEG into a file of its own among the temporary ones and gives its path.
[[nodiscard]] QString writtenSample(const QImage& image);

}  // namespace zhixing::client
