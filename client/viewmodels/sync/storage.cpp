#include "client/viewmodels/sync/storage.h"

#include <QFileInfo>
#include <QStorageInfo>

#include "client/viewmodels/words/words.h"

namespace zhixing::client {

Storage::Storage(Context& context) : Live(context, {"photo"}) {
    connect(&context.gateway(), &Gateway::photosChanged, this, &Storage::readSoon);
}

QString Storage::words(const Photos& photos) {
    if (photos.count == 0) return tr("none");
    return tr("%n photo(s), %1", "", static_cast<int>(photos.count)).arg(words::bytes(photos.bytes));
}

QString Storage::records() const {
    qint64 bytes = 0;
    for (const char* part : {"", "-wal", "-shm"}) {
        bytes += QFileInfo(context().gateway().storePath() + QLatin1String(part)).size();
    }
    return words::bytes(bytes);
}

QString Storage::freed() const { return freed_.count == 0 ? QString() : words(freed_); }

QString Storage::left() const {
    const QStorageInfo disk(QFileInfo(context().gateway().storePath()).absolutePath());
    return disk.isValid() ? words::bytes(disk.bytesAvailable()) : tr("unknown");
}

QString Storage::freeable() const { return delivered_.count == 0 ? QString() : words::bytes(delivered_.bytes); }

void Storage::free() {
    context().gateway().freePhotos([this](const Result<std::int64_t>& freed) {
        emit context().said(freed ? tr("%1 freed").arg(words::bytes(*freed)) : words::failure(freed.error()), !freed);
        readNow();
    });
}

void Storage::read(Reader& reader) {
    unsent_ = delivered_ = freed_ = {};
    reader.each("SELECT state, count(*), sum(byte_count) FROM zx_blob GROUP BY state", [this](Columns row) {
        const auto state = static_cast<BlobQueue::State>(row.number(0));
        Photos& photos = state == BlobQueue::State::held    ? delivered_
                         : state == BlobQueue::State::freed ? freed_
                                                            : unsent_;
        photos.count += row.number(1);
        photos.bytes += row.number(2);
    });
    emit changed();
}

}  // namespace zhixing::client
