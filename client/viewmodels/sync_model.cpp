#include "client/viewmodels/sync_model.h"

#include <QStringList>

#include "client/viewmodels/words.h"
#include "shared/catalog/catalog.h"
#include "shared/model/document.h"
#include "sync/wire/codec.h"

namespace zhixing::client {

SyncModel::SyncModel(Context& context)
    : Live(context, {"conflict", "task", "spend", "budget_line", "person"}),
      outbox_({"key", "what", "words", "drawing", "progress", "trouble"}, this),
      tray_({"key", "what", "words", "reason", "correctable"}, this),
      conflicts_({"key", "what", "field", "kept", "keptBy", "other", "otherBy"}, this) {
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

void SyncModel::resolve(const QString& conflict, bool other) {
    Reader* reader = context().reader();
    if (reader == nullptr) return;
    reader->each(
        "SELECT record_type, field, CASE WHEN ?2 THEN lost_value ELSE kept_value END FROM conflict WHERE id = ?1",
        [&](Columns row) {
            const RecordType* type = catalog().find(row.text(0).toStdString());
            const auto position = type != nullptr ? type->find(row.text(1).toStdString()) : std::nullopt;
            if (!position) return;
            auto value = parseJsonValue(type->fields[*position], row.text(2).toStdString());
            if (value) context().gateway().resolve(idOf(conflict), std::move(*value), report(tr("Settled")));
        },
        idOf(conflict), std::int64_t{other});
}

void SyncModel::read(Reader& reader) {
    readOutbox(reader);
    readTray(reader);
    readConflicts(reader);
    emit changed();
}

QString SyncModel::subject(Reader& reader, const sync::Operation& operation) const {
    const QString type = words::recordType(operation.type->name);
    QString name;
    const auto take = [&](Columns row) { name = row.text(0); };
    if (operation.type->name == "task") reader.each("SELECT title FROM task WHERE id = ?1", take, operation.record);
    if (operation.type->name == "campaign")
        reader.each("SELECT name FROM campaign WHERE id = ?1", take, operation.record);
    if (operation.type->name == "spend") {
        reader.each(
            "SELECT amount FROM spend WHERE id = ?1",
            [&](Columns row) { name = QStringLiteral("￥") + words::yuan(row.number(0)); }, operation.record);
        for (const sync::FieldChange& change : operation.changes) {
            if (operation.type->fields[change.field].name == "amount" && isSet(change.value)) {
                name = QStringLiteral("￥") + words::yuan(std::get<std::int64_t>(change.value));
            }
        }
    }
    return name.isEmpty() ? type : tr("%1: %2", "kind of record, its name").arg(type, name);
}

QString SyncModel::changes(const sync::Operation& operation) const {
    const Date today = context().today();
    QStringList parts;
    for (const sync::FieldChange& change : operation.changes) {
        const Field& field = operation.type->fields[change.field];
        if (field.kind == Kind::reference || field.kind == Kind::instant || !isSet(change.value)) continue;
        QString words = words::value(field, change.value, today);
        if (words.size() > 40) words = words.left(40) + QStringLiteral("…");
        parts.append(tr("%1: %2", "field, value").arg(words::field(field.name), words));
        if (parts.size() == 3) break;
    }
    return parts.join(QStringLiteral(" · "));
}

void SyncModel::readOutbox(Reader& reader) {
    std::vector<RowModel::Row> rows;
    reader.each(
        "SELECT counter, line, tries - tries_before, code, at FROM zx_outbox, zx_failure WHERE settled_seq = 0 "
        "ORDER BY counter LIMIT 500",
        [&](Columns row) {
            const auto operation = sync::decodeOperation(catalog(), row.text(1).toStdString());
            if (!operation) return;
            const std::string_view type = operation->type->name;
            const char* drawing = type == "spend"      ? "spend"
                                  : type == "feedback" ? "feedback"
                                  : type == "task"     ? "tasks"
                                                       : "report";
            QStringList parts{words::moment(operation->at, context().today()), changes(*operation)};
            parts.append(words::bytes(row.text(1).toUtf8().size()));
            parts.removeAll(QString());
            const auto tries = static_cast<int>(row.number(2));
            const auto code = codeFromWord(row.text(3).toStdString());
            QString trouble;
            if (tries > 0 && code) {
                trouble = tr("%1 (%2)", "what kept it, when")
                              .arg(words::failure(Error{*code, {}, {}, {}}),
                                   words::moment(row.instant(4), context().today()));
            }
            rows.push_back({QString::number(row.number(0)), subject(reader, *operation),
                            parts.join(QStringLiteral(" · ")), drawing,
                            tries > 0 ? tr("%n tries", "", tries) : tr("Waiting"), trouble});
        });
    outbox_.take(std::move(rows));
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
            const bool isCorrectable = operation->type->name == "spend" && operation->verb == sync::Verb::add;
            rows.push_back({QString::number(row.number(0)), subject(reader, *operation), changes(*operation),
                            words::refusal(error), isCorrectable});
        });
    tray_.take(std::move(rows));
}

QString SyncModel::valueWords(Reader& reader, const QString& type, const QString& field, const QString& json) const {
    const RecordType* known = catalog().find(type.toStdString());
    const auto position = known != nullptr ? known->find(field.toStdString()) : std::nullopt;
    if (!position) return json;
    const auto value = parseJsonValue(known->fields[*position], json.toStdString());
    if (!value) return json;
    if (const Id* id = std::get_if<Id>(&*value); id != nullptr && known->fields[*position].target == "person") {
        QString name;
        reader.each(
            "SELECT name FROM person WHERE id = ?1", [&](Columns row) { name = row.text(0); }, *id);
        return name;
    }
    return words::value(known->fields[*position], *value, context().today());
}

void SyncModel::readConflicts(Reader& reader) {
    const Date today = context().today();
    std::vector<RowModel::Row> rows;
    const auto by = [&](const QString& name, Instant at) {
        return tr("%1, %2", "person, time").arg(name, words::moment(at, today));
    };
    reader.each(
        R"(SELECT x.id, x.record_type, x.record_id, x.field, x.kept_value, k.name, x.kept_at, x.lost_value, l.name, x.lost_at
           FROM conflict x LEFT JOIN person k ON k.id = x.kept_by LEFT JOIN person l ON l.id = x.lost_by
           WHERE x.state = 'open' ORDER BY x.id LIMIT 100)",
        [&](Columns row) {
            sync::Operation about;
            about.type = catalog().find(row.text(1).toStdString());
            about.record = idOf(row.text(2));
            if (about.type == nullptr) return;
            rows.push_back({row.key(0), subject(reader, about), words::field(row.text(3).toStdString()),
                            valueWords(reader, row.text(1), row.text(3), row.text(4)), by(row.text(5), row.instant(6)),
                            valueWords(reader, row.text(1), row.text(3), row.text(7)),
                            by(row.text(8), row.instant(9))});
        });
    conflicts_.take(std::move(rows));
}

}  // namespace zhixing::client
