#include "client/viewmodels/sync/outbox.h"

#include <QFile>
#include <QStringList>

#include "client/store/blob_queue.h"
#include "client/viewmodels/frame/exported_file.h"
#include "client/viewmodels/records/record_words.h"
#include "client/viewmodels/review/review.h"
#include "client/viewmodels/words/words.h"
#include "shared/catalog/catalog.h"
#include "sync/wire/codec.h"

namespace zhixing::client {
namespace {

constexpr int deliveredShown = 20;

QString drawingOf(std::string_view type) {
    if (type == "spend") return QStringLiteral("spend");
    if (type == "feedback") return QStringLiteral("feedback");
    return type == "task" ? QStringLiteral("tasks") : QStringLiteral("report");
}

QString joined(QStringList parts) {
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

}  // namespace

Outbox::Outbox(Context& context)
    : Live(context, {"task", "spend", "budget_line", "photo"}),
      rows_({"key", "state", "stateWord", "what", "words", "drawing", "share", "trouble"}, this) {
    connect(&context.gateway(), &Gateway::outboxChanged, this, &Outbox::readSoon);
    connect(&context.gateway(), &Gateway::statusChanged, this, &Outbox::readSoon);
}

bool Outbox::isConnected() const { return context().gateway().status().link == SyncStatus::Link::connected; }

void Outbox::read(Reader& reader) {
    Rows rows;
    readTray(reader, rows);
    readReturned(reader, rows);
    readDrafts(reader, rows);
    readWaiting(reader, rows);
    readPhotos(reader, rows);
    openCount_ = static_cast<int>(rows.size());
    readDelivered(reader, rows);
    rows_.take(std::move(rows));
    emit changed();
}

void Outbox::readTray(Reader& reader, Rows& rows) const {
    reader.each("SELECT counter, line, code, field FROM zx_tray ORDER BY counter LIMIT 100", [&](Columns row) {
        const auto operation = sync::decodeOperation(catalog(), row.text(1).toStdString());
        if (!operation) return;
        const Error error{
            codeFromWord(row.text(2).toStdString()).value_or(Code::internal), {}, row.text(3).toStdString(), {}};
        rows.push_back({QStringLiteral("tray %1").arg(row.number(0)), QStringLiteral("needsYou"), tr("Needs you"),
                        words::subject(reader, *operation), words::changes(*operation, context().today()),
                        drawingOf(operation->type->name), -1.0, words::refusal(error)});
    });
}

void Outbox::readReturned(Reader& reader, Rows& rows) const {
    reader.each(
        R"(SELECT id, amount, returned_reason, note FROM spend WHERE recorded_by = ?1 AND state = 'returned'
           ORDER BY id DESC LIMIT 50)",
        [&](Columns row) {
            rows.push_back({QStringLiteral("returned ") + row.key(0), QStringLiteral("returned"), tr("Returned"),
                            tr("Spend: ￥%1").arg(words::yuan(row.number(1))), row.text(3), QStringLiteral("spend"),
                            -1.0, row.text(2)});
        },
        context().person());
}

void Outbox::readDrafts(Reader& reader, Rows& rows) const {
    reader.each("SELECT key, body, saved_at FROM zx_draft ORDER BY saved_at DESC LIMIT 50", [&](Columns row) {
        const QString form = row.text(0).section(u'/', 0, 0).section(u' ', 0, 0);
        rows.push_back({QStringLiteral("draft ") + row.text(0), QStringLiteral("draft"), tr("Draft"),
                        row.text(0) == Review::heldName
                            ? tr("A decision, not recorded yet")
                            : tr("%1, not yet saved as a record").arg(words::recordType(form.toStdString())),
                        joined({tr("typed %1", "a time").arg(words::moment(row.instant(2), context().today())),
                                words::bytes(row.text(1).toUtf8().size())}),
                        drawingOf(form.toStdString()), -1.0, QString()});
    });
}

void Outbox::readWaiting(Reader& reader, Rows& rows) {
    waitingCount_ = 0;
    waitingBytes_ = 0;
    reader.each(
        "SELECT counter, line, tries - tries_before, code, at FROM zx_outbox, zx_failure WHERE settled_seq = 0 "
        "ORDER BY counter LIMIT 500",
        [&](Columns row) {
            const auto operation = sync::decodeOperation(catalog(), row.text(1).toStdString());
            if (!operation) return;
            const auto size = row.text(1).toUtf8().size();
            ++waitingCount_;
            waitingBytes_ += size;
            const auto tries = static_cast<int>(row.number(2));
            const auto code = codeFromWord(row.text(3).toStdString());
            QString trouble;
            if (tries > 0 && code && !isConnected()) {
                trouble = tr("%1 (%2, tried %n time(s))", "what kept it, when", tries)
                              .arg(words::failure(Error{*code, {}, {}, {}}),
                                   words::moment(row.instant(4), context().today()));
            }
            rows.push_back({QStringLiteral("operation %1").arg(row.number(0)),
                            isConnected() ? QStringLiteral("sending") : QStringLiteral("waiting"),
                            isConnected() ? tr("Sending") : tr("Waiting"), words::subject(reader, *operation),
                            joined({words::moment(operation->at, context().today()),
                                    words::changes(*operation, context().today()), words::bytes(size)}),
                            drawingOf(operation->type->name), -1.0, trouble});
        });
}

void Outbox::readPhotos(Reader& reader, Rows& rows) {
    reader.each(
        "SELECT name, byte_count, queued_at, state, sent, code FROM zx_blob WHERE state IN (?1, ?2) "
        "ORDER BY queued_at LIMIT 200",
        [&](Columns row) {
            const bool isRefused = row.number(3) == static_cast<int>(BlobQueue::State::refused);
            const std::int64_t size = row.number(1);
            const double share = size > 0 ? static_cast<double>(row.number(4)) / static_cast<double>(size) : 0.0;
            const bool isMoving = !isRefused && isConnected() && waitingCount_ == 0;
            if (!isRefused) waitingBytes_ += size - row.number(4);
            const auto code = codeFromWord(row.text(5).toStdString());
            rows.push_back(
                {QStringLiteral("photo ") + row.text(0),
                 isRefused  ? QStringLiteral("needsYou")
                 : isMoving ? QStringLiteral("sending")
                            : QStringLiteral("waiting"),
                 isRefused  ? tr("Needs you")
                 : isMoving ? tr("Sending %1 %").arg(static_cast<int>(share * 100))
                            : tr("Waiting"),
                 tr("Photo"),
                 joined({words::moment(row.instant(2), context().today()),
                         share > 0 ? tr("%1 of %2", "bytes").arg(words::bytes(row.number(4)), words::bytes(size))
                                   : words::bytes(size)}),
                 QStringLiteral("note"), isRefused ? -1.0 : share,
                 code && (isRefused || !isConnected()) ? words::failure(Error{*code, {}, {}, {}}) : QString()});
        },
        std::int64_t{static_cast<int>(BlobQueue::State::waiting)},
        std::int64_t{static_cast<int>(BlobQueue::State::refused)});
}

void Outbox::readDelivered(Reader& reader, Rows& rows) const {
    reader.each(
        "SELECT counter, line FROM (SELECT counter, line FROM zx_outbox WHERE settled_seq > 0 UNION ALL "
        "SELECT counter, line FROM zx_sent) ORDER BY counter DESC LIMIT ?1",
        [&](Columns row) {
            const auto operation = sync::decodeOperation(catalog(), row.text(1).toStdString());
            if (!operation) return;
            rows.push_back(
                {QStringLiteral("operation %1").arg(row.number(0)), QStringLiteral("delivered"), tr("Delivered"),
                 words::subject(reader, *operation),
                 joined({words::moment(operation->at, context().today()), words::changes(*operation, context().today()),
                         words::bytes(row.text(1).toUtf8().size())}),
                 drawingOf(operation->type->name), -1.0, QString()});
        },
        std::int64_t{deliveredShown});
}

QString Outbox::amount() const {
    if (waitingCount_ == 0 && waitingBytes_ == 0) return {};
    return tr("%1 to send", "bytes").arg(words::bytes(waitingBytes_));
}

QString Outbox::next() const {
    const SyncStatus& status = context().gateway().status();
    switch (status.link) {
        case SyncStatus::Link::switchedOff:
            return tr("You work offline. Nothing is sent until you turn that off.");
        case SyncStatus::Link::connecting:
            return tr("Connecting now.");
        case SyncStatus::Link::connected:
            if (status.waiting > 0) return tr("Connected. Sending now.");
            return status.agreed ? tr("Connected. Everything was sent, and both sides are equal.")
                                 : tr("Connected. Comparing with headquarters.");
        case SyncStatus::Link::refused:
            return words::refusal(Error{status.refusal, {}, {}, {}});
        case SyncStatus::Link::unreachable:
            break;
    }
    const QString why =
        status.trouble == Code::internal ? tr("No connection.") : words::failure(Error{status.trouble, {}, {}, {}});
    if (status.nextTryAt.ms == 0) return why;
    return tr("%1 Next try at %2.", "why, a time").arg(why, words::secondOf(status.nextTryAt));
}

void Outbox::tryNow() {
    const SyncStatus::Link link = context().gateway().status().link;
    if (link == SyncStatus::Link::switchedOff || link == SyncStatus::Link::refused) {
        emit context().said(next(), link == SyncStatus::Link::refused);
        return;
    }
    const QString before = next();
    context().gateway().syncNow();
    emit context().said(link == SyncStatus::Link::connected ? tr("Comparing with headquarters now.")
                                                            : tr("Trying now. %1", "what kept it").arg(before),
                        false);
}

void Outbox::exportAll() {
    QByteArray lines;
    if (Reader* reader = context().reader()) {
        reader->each("SELECT line FROM zx_outbox WHERE settled_seq = 0 ORDER BY counter",
                     [&](Columns row) { lines += row.text(0).toUtf8() + '\n'; });
        reader->each("SELECT line FROM zx_tray ORDER BY counter",
                     [&](Columns row) { lines += row.text(0).toUtf8() + '\n'; });
    }
    sayExported(context(), tr("Outbox %1.ndjson", "a file; day and time"), lines);
}

}  // namespace zhixing::client
