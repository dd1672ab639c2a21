#pragma once

#include <optional>

#include <QByteArray>
#include <QImage>
#include <QString>
#include <QStringList>

#include "shared/base/result.h"

namespace zhixing::client {

/// A picture or document that somebody took, chose, pasted or dropped, made ready to be kept.
struct Picture {
    QByteArray bytes;             ///< what to keep: the file as it came wherever it may be kept so
    QByteArray thumbnail;         ///< a JPEG of at most limits::thumbnailBytesMax; empty for documents
    std::optional<QString> code;  ///< of the QR code in it, when it was looked for
};

enum class Look { pictureOnly, codeToo };

/// Looks a file over. A JPEG, PNG, WebP or PDF is kept as it is; what is larger than a blob may be, or in another format
/// that Qt reads, becomes a JPEG of a size that may. Fails as media::inspect() does, and with `io_failed` when there is no
/// such file. Takes a good part of a second for a large photo: not for the UI thread; safe on any other.
[[nodiscard]] Result<Picture> preparePicture(const QByteArray& bytes, Look look);
[[nodiscard]] Result<Picture> preparePictureFile(const QString& path, Look look);

/// A small JPEG of it that fits a record; empty when there is no picture to make it of.
[[nodiscard]] QByteArray thumbnailOf(const QImage& picture);
/// The same from a file, of which only as much is decoded as the thumbnail needs.
[[nodiscard]] QByteArray thumbnailOfFile(const QString& path);

/// A copy of the picture with the lines printed over its foot: when and where it was taken, by whom, for what. The
/// original is never marked.
[[nodiscard]] QImage marked(const QImage& picture, const QStringList& lines);

}  // namespace zhixing::client
