#include "client/viewmodels/records/photo_list.h"

#include <algorithm>

#include <QBuffer>
#include <QClipboard>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImageReader>
#include <QJsonObject>
#include <QMimeData>
#include <QPointer>
#include <QStandardPaths>
#include <QTimeZone>

#include "client/store/looked_at.h"
#include "client/viewmodels/words/words.h"

namespace zhixing::client {
namespace {

const QString markFormat = QStringLiteral("yyyy-MM-dd HH:mm");

QString addressOf(const QString& base64) {
    return base64.isEmpty() ? QString() : QStringLiteral("data:image/jpeg;base64,") + base64;
}

/// As it stands on a photo, in the organisation's zone.
QString stamp(Instant at, const QString& format) {
    return QDateTime::fromMSecsSinceEpoch(at.ms, QTimeZone(8 * 60 * 60)).toString(format);
}

/// Why a picture cannot be kept.
QString trouble(const Error& error) {
    switch (error.code) {
        case Code::not_an_option:
        case Code::malformed:
        case Code::too_many:
            return PhotoList::tr(
                "This file cannot be kept: it is damaged, or neither a picture nor a PDF. Please take it again.");
        case Code::too_large:
            return PhotoList::tr("This file is too large to be kept. Please take a smaller picture.");
        case Code::io_failed:
            return PhotoList::tr("The picture could not be read. Please choose it again.");
        default:
            return words::failure(error);
    }
}

}  // namespace

PhotoList::PhotoList(Context& context, const char* purpose, Adding adding)
    : Live(context, {"photo", "person", "spend"}),
      purpose_(purpose),
      adding_(adding),
      rows_({"key", "thumbnail", "full", "state", "words", "share", "removable", "isDocument", "warning", "about",
             "fetching", "mayFetch", "hash"},
            this) {
    pool_.setMaxThreadCount(1);
    connect(&context.gateway(), &Gateway::photosChanged, this, &PhotoList::readSoon);
    connect(&context.gateway(), &Gateway::statusChanged, this, &PhotoList::readSoon);
    connect(&context.gateway(), &Gateway::photoCame, this, [this](const QString& hash, double share) {
        const auto found = fetching_.find(hash);
        if (found == fetching_.end()) return;
        found->second.words = tr("Fetching the photo: %1 %").arg(static_cast<int>(share * 100));
        readSoon();
    });
}

PhotoList::~PhotoList() { pool_.waitForDone(); }

QString PhotoList::fileOf(const QString& hash) const {
    const auto folder = BlobQueue::folderOf(context().gateway().storePath().toStdString());
    return QDir(QString::fromStdString(folder.string())).filePath(hash);
}

QString PhotoList::wholeOf(const QString& hash) const {
    const auto seen = LookedAt::folderOf(context().gateway().storePath().toStdString());
    for (const QString& file : {fileOf(hash), QDir(QString::fromStdString(seen.string())).filePath(hash)}) {
        if (QFileInfo::exists(file)) return QUrl::fromLocalFile(file).toString();
    }
    return {};
}

// ---- taking in

void PhotoList::take(const QUrl& file, bool isOurs) {
    const QString path = file.isLocalFile() ? file.toLocalFile() : file.toString();
    prepare([path, look = look_] { return preparePictureFile(path, look); }, isOurs ? file : QUrl());
}

bool PhotoList::paste() {
    const QMimeData* clip = QGuiApplication::clipboard()->mimeData();
    if (clip == nullptr) return false;
    if (clip->hasUrls()) {
        for (const QUrl& file : clip->urls()) take(file);
        return true;
    }
    if (!clip->hasImage()) return false;
    prepare(
        [image = qvariant_cast<QImage>(clip->imageData()), look = look_] {
            QByteArray bytes;
            QBuffer buffer(&bytes);
            buffer.open(QIODevice::WriteOnly);
            image.save(&buffer, "PNG");
            return preparePicture(bytes, look);
        },
        {});
    return true;
}

void PhotoList::prepare(std::function<Result<Picture>()> work, const QUrl& ours) {
    if (full()) {
        emit context().said(tr("At most %n picture(s) fit here.", "", photosMax), true);
        return;
    }
    ++busy_;
    emit changed();
    pool_.start([this, work = std::move(work), ours] {
        const auto picture = work();
        QMetaObject::invokeMethod(this, [this, picture, ours] {
            if (picture) return keep(*picture, ours);
            --busy_;
            emit context().said(trouble(picture.error()), true);
            emit changed();
        });
    });
}

void PhotoList::keep(const Picture& picture, const QUrl& ours) {
    context().gateway().keepPhoto(picture.bytes, [this, picture, ours](const Result<BlobQueue::Added>& added) {
        --busy_;
        if (added) {
            // Only now: until here the camera's file was the only one.
            if (!ours.isEmpty()) QFile::remove(ours.toLocalFile());
            kept(picture, *added);
        } else {
            emit context().said(trouble(added.error()), true);
        }
        emit changed();
    });
}

void PhotoList::kept(const Picture& picture, const BlobQueue::Added& added) {
    const QString hash = QString::fromStdString(added.name);
    const bool isHere =
        std::any_of(pending_.begin(), pending_.end(), [&](const Pending& photo) { return photo.hash == hash; });
    if (isHere) {
        emit context().said(tr("This picture is here already."), false);
        return;
    }
    const std::string_view format = media::word(added.media.format);
    const Pending photo{hash,
                        QString::fromUtf8(format.data(), static_cast<qsizetype>(format.size())),
                        added.byteCount,
                        added.media.width,
                        added.media.height,
                        context().gateway().now(),
                        picture.thumbnail.toBase64()};
    if (adding_ == Adding::atOnce) {
        context().record(editFor(photo, type_.c_str(), record_, context().newId()), tr("Photo saved on this device"));
    } else {
        pending_.push_back(photo);
        readNow();
        emit edited();
    }
    if (picture.code) emit codeFound(*picture.code);
}

void PhotoList::remove(const QString& key) {
    const auto found =
        std::find_if(pending_.begin(), pending_.end(), [&](const Pending& photo) { return photo.hash == key; });
    if (found != pending_.end()) {
        context().gateway().dropPhoto(found->hash, [](const Result<void>&) {});
        pending_.erase(found);
        readNow();
        emit edited();
        return;
    }
    const int row = rows_.find(key);
    if (row < 0 || !rows_.value(row, QStringLiteral("removable")).toBool()) return;
    const QString hash = QUrl(rows_.value(row, QStringLiteral("full")).toString()).fileName();
    context().record(Context::remove("photo", idOf(key)), tr("Photo removed"),
                     [this, hash] { context().gateway().dropPhoto(hash, [](const Result<void>&) {}); });
}

// ---- what others took

void PhotoList::fetch(const QString& key) {
    const int row = rows_.find(key);
    if (row < 0 || !rows_.value(row, QStringLiteral("mayFetch")).toBool()) return;
    const QString hash = rows_.value(row, QStringLiteral("hash")).toString();
    fetching_[hash] = {tr("Fetching the photo…"), true};
    readNow();
    context().gateway().fetchPhoto(hash, [self = QPointer(this), hash](const Result<void>& how) {
        if (self) self->fetched(hash, how);
    });
}

void PhotoList::fetched(const QString& hash, const Result<void>& how) {
    if (how) {
        fetching_.erase(hash);
    } else if (how.error().code == Code::not_found) {
        fetching_[hash] = {tr("Headquarters does not have this photo yet: the device that took it has not sent it."),
                           false};
    } else if (how.error().code == Code::unreachable || how.error().code == Code::timed_out) {
        fetching_[hash] = {
            tr("The whole photo is at headquarters, and there is no connection. Nothing is lost: try again "
               "when there is one."),
            false};
    } else {
        fetching_[hash] = {words::failure(how.error()), false};
    }
    readNow();
}

// ---- the form's

QJsonArray PhotoList::content() const {
    QJsonArray kept;
    for (const Pending& photo : pending_) {
        kept.append(QJsonObject{{"hash", photo.hash},
                                {"format", photo.format},
                                {"bytes", photo.byteCount},
                                {"width", photo.width},
                                {"height", photo.height},
                                {"at", qint64{photo.takenAt.ms}}});
    }
    return kept;
}

void PhotoList::fill(const QJsonArray& content) {
    pending_.clear();
    for (const QJsonValue& each : content) {
        const QJsonObject photo = each.toObject();
        pending_.push_back({photo["hash"].toString(),
                            photo["format"].toString(),
                            photo["bytes"].toInteger(),
                            photo["width"].toInteger(),
                            photo["height"].toInteger(),
                            Instant{photo["at"].toInteger()},
                            {}});
    }
    thumbnailsSoon();
    readSoon();
}

/// A draft is small; what its pictures look like is in their files.
void PhotoList::thumbnailsSoon() {
    for (const Pending& photo : pending_) {
        pool_.start([this, hash = photo.hash, path = fileOf(photo.hash)] {
            const QByteArray thumbnail = thumbnailOfFile(path).toBase64();
            QMetaObject::invokeMethod(this, [this, hash, thumbnail] {
                for (Pending& each : pending_) {
                    if (each.hash == hash) each.thumbnail = thumbnail;
                }
                readSoon();
            });
        });
    }
}

sync::Edit PhotoList::editFor(const Pending& photo, const char* type, const Id& record, const Id& id) const {
    Context::Values values{{"hash", Value(photo.hash.toStdString())},
                           {"format", Value(photo.format.toStdString())},
                           {"byte_count", Value(std::int64_t{photo.byteCount})},
                           {"purpose", Value(purpose_)},
                           {"subject_type", Value(std::string(type))},
                           {"subject", Value(record.text())},
                           {"taken_at", Value(photo.takenAt.ms)}};
    if (photo.width > 0) {
        values.emplace_back("width", Value(std::int64_t{photo.width}));
        values.emplace_back("height", Value(std::int64_t{photo.height}));
    }
    if (!photo.thumbnail.isEmpty()) values.emplace_back("thumbnail", Value(photo.thumbnail.toStdString()));
    return Context::add("photo", values, id);
}

IdSet PhotoList::addTo(std::vector<sync::Edit>& edits, const char* type, const Id& record) {
    IdSet ids;
    for (const Pending& photo : pending_) {
        ids.push_back(context().newId());
        edits.push_back(editFor(photo, type, record, ids.back()));
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

void PhotoList::clear() {
    for (const Pending& photo : std::exchange(pending_, {})) {
        context().gateway().dropPhoto(photo.hash, [](const Result<void>&) {});
    }
    readNow();
}

void PhotoList::open(const char* type, const Id& record) {
    type_ = type;
    record_ = record;
    readNow();
}

// ---- showing

void PhotoList::read(Reader& reader) {
    std::vector<RowModel::Row> rows;
    warning_.clear();
    if (!record_.isNil()) readRecorded(reader, rows);
    readPending(reader, rows);
    rows_.take(std::move(rows));
    emit changed();
}

/// From the columns `state, sent, byte_count` of the blob queue, as far as it has a row.
PhotoList::Delivery PhotoList::delivery(const Columns& row, int stateColumn, bool isHeld) const {
    if (!row.isSet(stateColumn)) {
        return isHeld ? Delivery{QStringLiteral("held"), tr("At headquarters"), 1}
                      : Delivery{QStringLiteral("elsewhere"), tr("Not here yet"), 0};
    }
    const std::int64_t sent = row.number(stateColumn + 1);
    const std::int64_t all = std::max<std::int64_t>(1, row.number(stateColumn + 2));
    const double share = static_cast<double>(sent) / static_cast<double>(all);
    switch (static_cast<BlobQueue::State>(row.number(stateColumn))) {
        case BlobQueue::State::drafted:
            return {QStringLiteral("draft"), tr("Saved here"), 0};
        case BlobQueue::State::held:
        case BlobQueue::State::freed:
            return {QStringLiteral("held"), tr("At headquarters"), 1};
        case BlobQueue::State::refused:
            return {QStringLiteral("refused"), tr("Refused"), 0};
        case BlobQueue::State::waiting:
            break;
    }
    const bool isOnline = context().gateway().status().link == SyncStatus::Link::connected;
    if (sent == 0) return {QStringLiteral("waiting"), tr("Waiting to be sent"), 0};
    const QString percent = QString::number(static_cast<int>(share * 100));
    return {isOnline ? QStringLiteral("sending") : QStringLiteral("waiting"),
            isOnline ? tr("Sending %1%").arg(percent) : tr("%1% sent").arg(percent), share};
}

void PhotoList::readRecorded(Reader& reader, std::vector<RowModel::Row>& rows) {
    const Date today = context().today();
    const QString me = keyOf(context().person());
    reader.each(
        R"(SELECT p.id, p.hash, p.format, p.byte_count, coalesce(p.thumbnail, ''), p.held_at IS NOT NULL, p.taken_at,
                  coalesce(q.name, ''), p.recorded_by, b.state, b.sent, b.byte_count
           FROM photo p LEFT JOIN zx_blob b ON b.name = p.hash LEFT JOIN person q ON q.id = p.recorded_by
           WHERE p.subject = ?1 ORDER BY p.taken_at, p.id LIMIT 100)",
        [&](Columns row) {
            const Delivery how = delivery(row, 9, row.flag(5));
            const QString whole = wholeOf(row.text(1));
            const auto fetching = fetching_.find(row.text(1));
            const bool isComing = fetching != fetching_.end() && fetching->second.isComing;
            const bool isMine = row.key(8).isEmpty() || row.key(8) == me;
            const bool isUnsent = (how.state == u"waiting" && how.share == 0) || how.state == u"refused";
            QStringList about;
            if (row.isSet(6)) about.append(words::moment(row.instant(6), today));
            about << row.text(7) << words::bytes(row.number(3));
            about.removeAll(QString());
            rows.push_back({row.key(0), addressOf(row.text(4)), whole, how.state, how.words, how.share,
                            adding_ == Adding::atOnce && isMine && isUnsent, row.text(2) == u"pdf", QString(),
                            about.join(QStringLiteral(" · ")),
                            fetching == fetching_.end() ? QString() : fetching->second.words,
                            whole.isEmpty() && !isComing, row.text(1)});
        },
        keyOf(record_));
}

void PhotoList::readPending(Reader& reader, std::vector<RowModel::Row>& rows) {
    for (const Pending& photo : pending_) {
        Delivery how{QStringLiteral("missing"), tr("Lost: please take it again"), 0};
        reader.each(
            "SELECT state, sent, byte_count FROM zx_blob WHERE name = ?1",
            [&](Columns row) { how = delivery(row, 0, false); }, photo.hash);
        // Taken into a form, it is sent with it, wherever its bytes may have been before.
        if (how.state != u"missing") how = {QStringLiteral("draft"), tr("Saved here"), 0};
        const QString used = usedElsewhere(reader, photo.hash);
        if (!used.isEmpty()) warning_ = used;
        const QString about =
            words::moment(photo.takenAt, context().today()) + QStringLiteral(" · ") + words::bytes(photo.byteCount);
        rows.push_back({photo.hash, addressOf(QString::fromLatin1(photo.thumbnail)),
                        QUrl::fromLocalFile(fileOf(photo.hash)).toString(), how.state, how.words, how.share, true,
                        photo.format == u"pdf", used, about, QString(), false, photo.hash});
    }
}

/// The same bytes have the same hash: whoever uses a picture twice is asked whether that is meant.
QString PhotoList::usedElsewhere(Reader& reader, const QString& hash) {
    QString used;
    reader.each(
        "SELECT coalesce(subject_type, ''), coalesce(subject, '') FROM photo WHERE hash = ?1 AND subject IS NOT ?2 "
        "LIMIT 1",
        [&](Columns row) {
            used = tr("This picture was used before: %1").arg(words::recordType(row.text(0).toStdString()));
            const Id subject = idOf(row.text(1));
            reader.each(
                "SELECT amount, coalesce(spent_on, '') FROM spend WHERE id = ?1",
                [&](Columns spend) {
                    used = tr("This picture was used before: a spend of ￥%1").arg(words::yuan(spend.number(0)));
                    if (const auto day = spend.date(1)) {
                        used =
                            tr("%1, %2", "a spend of 300 yuan, its day").arg(used, words::day(*day, context().today()));
                    }
                },
                subject);
        },
        hash, keyOf(record_));
    return used;
}

// ---- a copy with time, place, person and campaign

QStringList PhotoList::mark(const QString& key) {
    QString when = stamp(context().gateway().now(), markFormat);
    QString who;
    QString where;
    QString campaign;
    Reader* reader = context().reader();
    if (reader == nullptr) return {when};
    reader->each(
        "SELECT p.taken_at, coalesce(q.name, ''), coalesce(n.name, ''), coalesce(p.subject_type, ''), "
        "coalesce(p.subject, '') FROM photo p LEFT JOIN person q ON q.id = p.recorded_by "
        "LEFT JOIN node n ON n.id = p.place WHERE p.id = ?1",
        [&](Columns row) {
            if (row.isSet(0)) when = stamp(row.instant(0), markFormat);
            who = row.text(1);
            where = row.text(2);
            if (row.text(3) == u"task") {
                reader->each(
                    "SELECT c.name FROM task t JOIN campaign c ON c.id = t.campaign WHERE t.id = ?1",
                    [&](Columns task) { campaign = task.text(0); }, idOf(row.text(4)));
            } else if (row.text(3) == u"spend") {
                reader->each(
                    "SELECT c.name FROM spend s JOIN budget_line b ON b.id = s.budget_line "
                    "JOIN campaign c ON c.id = b.campaign WHERE s.id = ?1",
                    [&](Columns spend) { campaign = spend.text(0); }, idOf(row.text(4)));
            }
        },
        idOf(key));
    for (const Pending& photo : pending_) {
        if (photo.hash == key) when = stamp(photo.takenAt, markFormat);
    }
    if (who.isEmpty()) {
        reader->each(
            "SELECT name FROM person WHERE id = ?1", [&](Columns row) { who = row.text(0); }, context().person());
        reader->each(
            "SELECT name FROM node WHERE id = ?1", [&](Columns row) { where = row.text(0); }, context().home());
    }
    QStringList second{where, who};
    second.removeAll(QString());
    QStringList lines{when, second.join(QStringLiteral(" · ")), campaign};
    lines.removeAll(QString());
    return lines;
}

void PhotoList::saveMarkedCopy(const QString& key) {
    const int row = rows_.find(key);
    if (row < 0) return;
    const QString original = QUrl(rows_.value(row, QStringLiteral("full")).toString()).toLocalFile();
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    const QString now = stamp(context().gateway().now(), QStringLiteral("yyyy-MM-dd HHmmss"));
    const QString path = QDir(folder).filePath(tr("Zhixing %1.jpg", "a file; day and time").arg(now));
    pool_.start([this, original, folder, path, lines = mark(key)] {
        QImageReader reader(original);
        reader.setDecideFormatFromContent(true);
        reader.setAutoTransform(true);
        QDir().mkpath(folder);
        const bool isWritten = marked(reader.read(), lines).save(path, "JPEG", 90);
        QMetaObject::invokeMethod(this, [this, isWritten, path] {
            emit context().said(isWritten ? tr("Written to %1").arg(path) : tr("The copy could not be written."),
                                !isWritten);
        });
    });
}

}  // namespace zhixing::client
