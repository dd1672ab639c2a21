#include "client/viewmodels/sync/sync_model.h"

#include "client/store/engine_reader.h"
#include "client/store/schema.h"
#include "client/viewmodels/frame/exported_file.h"
#include "client/viewmodels/records/record_words.h"
#include "client/viewmodels/words/words.h"
#include "shared/base/limits.h"
#include "shared/catalog/catalog.h"
#include "sync/wire/codec.h"

namespace zhixing::client {

SyncModel::SyncModel(Context& context)
    : Live(context, {"task", "spend", "budget_line"}),
      tray_({"key", "what", "words", "reason", "correctable", "isFollower", "isSpend"}, this),
      discarded_({"key", "what", "words", "until"}, this) {
    connect(&context.gateway(), &Gateway::statusChanged, this, &SyncModel::changed);
    connect(&context.gateway(), &Gateway::outboxChanged, this, &SyncModel::readSoon);
}

QString SyncModel::link() const {
    switch (status().link) {
        case SyncStatus::Link::switchedOff:
            return QStringLiteral("off");
        case SyncStatus::Link::connecting:
            return QStringLiteral("connecting");
        case SyncStatus::Link::connected:
            return QStringLiteral("connected");
        case SyncStatus::Link::unreachable:
            return QStringLiteral("unreachable");
        case SyncStatus::Link::refused:
            return QStringLiteral("refused");
    }
    return {};
}

QString SyncModel::light() const {
    if (status().link == SyncStatus::Link::refused) return QStringLiteral("red");
    if (status().isOutdated) return QStringLiteral("amber");
    if (status().link == SyncStatus::Link::connected && agreed()) return QStringLiteral("green");
    // Being offline with nothing to say is ordinary, not alarming.
    return status().link != SyncStatus::Link::connected && waiting() > 0 ? QStringLiteral("amber")
                                                                         : QStringLiteral("none");
}

QString SyncModel::state() const {
    QString connection;
    switch (status().link) {
        case SyncStatus::Link::connected:
            connection = tr("Online");
            break;
        case SyncStatus::Link::connecting:
            connection = tr("Connecting");
            break;
        case SyncStatus::Link::refused:
            connection = tr("Signed out");
            break;
        default:
            connection = tr("Offline");
    }
    return waiting() > 0 ? tr("%1 · %2", "connection, items waiting").arg(connection, tr("%n waiting", "", waiting()))
                         : connection;
}

QString SyncModel::agreement() const {
    if (status().agreedAt.ms == 0) return tr("not yet compared");
    return tr("agreed %1", "a time").arg(words::moment(status().agreedAt, context().today()));
}

QString SyncModel::headline() const {
    if (status().link == SyncStatus::Link::refused) return words::refusal(Error{status().refusal, {}, {}, {}});
    if (status().link == SyncStatus::Link::connected) {
        if (status().isOutdated)
            return tr(
                "This app is too old to receive what is new. What you record is still sent. Please update the app.");
        if (agreed()) return tr("This device equals headquarters");
        return waiting() > 0 ? tr("Sending %n record(s)", "", waiting()) : tr("Receiving what is new");
    }
    return waiting() > 0 ? tr("%n record(s) saved here, not yet sent", "", waiting()) : tr("Working offline");
}

QString SyncModel::explanation() const {
    const QString last =
        status().agreedAt.ms == 0
            ? tr("Not yet compared with headquarters.")
            : tr("Last compared row by row at %1.").arg(words::moment(status().agreedAt, context().today()));
    switch (status().link) {
        case SyncStatus::Link::switchedOff:
            return tr("You turned sending off. %1").arg(last);
        case SyncStatus::Link::unreachable:
            if (status().nextTryAt.ms > 0) {
                return tr("No connection; next try at %1. %2").arg(words::secondOf(status().nextTryAt), last);
            }
            return tr("No connection; it is tried again by itself. %1").arg(last);
        default:
            return last;
    }
}

void SyncModel::setOnline(bool online) { context().gateway().setOnline(online); }

Gateway::Done SyncModel::report(const QString& done) {
    return [this, done](const Result<void>& result) {
        emit context().said(result ? done : words::failure(result.error()), !result);
    };
}

void SyncModel::resend(const QString& counter) {
    context().gateway().resend(counter.toLongLong(), {}, report(tr("Sent again")));
}

void SyncModel::discard(const QString& counter) {
    context().gateway().discard(counter.toLongLong(), report(tr("Discarded")));
}

void SyncModel::restore(const QString& counter) {
    context().gateway().restore(counter.toLongLong(), report(tr("Back in the tray")));
}

void SyncModel::exportTray() {
    const QString path = exportPath(context(), tr("Needs you %1.ndjson", "a file; day and time"));
    const auto write = [&]() -> Result<void> {
        ZX_ASSIGN(auto database, openReader(context().gateway().storePath().toStdString(), catalog()));
        return EngineReader(catalog(), database).exportTray(path.toStdString());
    };
    const Result<void> written = write();
    emit context().said(written ? tr("Written to %1").arg(path) : words::failure(written.error()), !written);
}

void SyncModel::read(Reader& reader) {
    readTray(reader);
    readDiscarded(reader);
    emit changed();
}

void SyncModel::readTray(Reader& reader) {
    std::vector<RowModel::Row> rows;
    reader.each(
        "SELECT counter, line, code, message, field, exceeded FROM zx_tray ORDER BY counter LIMIT 500",
        [&](Columns row) {
            const auto operation = sync::decodeOperation(catalog(), row.text(1).toStdString());
            if (!operation) return;
            Error error{
                codeFromWord(row.text(2).toStdString()).value_or(Code::internal), {}, row.text(4).toStdString(), {}};
            if (row.isSet(5)) error.limit = row.number(5);
            const bool hasValues = operation->verb == sync::Verb::add || operation->verb == sync::Verb::edit;
            const bool isFollower = error.code == Code::depends_on_rejected || error.code == Code::group_failed;
            rows.push_back({QString::number(row.number(0)), words::subject(reader, *operation),
                            words::changes(*operation, context().today()), words::refusal(error),
                            hasValues && !operation->changes.empty(), isFollower,
                            operation->verb == sync::Verb::add && operation->type->name == "spend"});
        });
    tray_.take(std::move(rows));
}

void SyncModel::readDiscarded(Reader& reader) {
    constexpr std::int64_t dayMs = 24LL * 60 * 60 * 1000;
    std::vector<RowModel::Row> rows;
    reader.each("SELECT counter, line, discarded_at FROM zx_discarded ORDER BY discarded_at DESC LIMIT 100",
                [&](Columns row) {
                    const auto operation = sync::decodeOperation(catalog(), row.text(1).toStdString());
                    if (!operation) return;
                    const Date last = dateAt(Instant{row.number(2) + limits::discardedDaysMax * dayMs});
                    rows.push_back({QString::number(row.number(0)), words::subject(reader, *operation),
                                    words::changes(*operation, context().today()),
                                    tr("kept until %1").arg(words::day(last, context().today()))});
                });
    discarded_.take(std::move(rows));
}

}  // namespace zhixing::client
