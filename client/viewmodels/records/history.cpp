#include "client/viewmodels/records/history.h"

#include <set>

#include <QStringList>

#include "client/viewmodels/records/record_words.h"
#include "client/viewmodels/words/words.h"
#include "shared/base/limits.h"
#include "shared/catalog/catalog.h"
#include "sync/wire/codec.h"

namespace zhixing::client {

History::History(Context& context)
    : Live(context, {"history"}), rows_({"key", "who", "where", "what", "changes", "light", "stateWord"}, this) {
    connect(&context.gateway(), &Gateway::rowsChanged, this, [this](const QSet<QString>& types) {
        if (type_ == nullptr) return;
        if (types.contains(QString::fromUtf8(type_->name.data(), static_cast<qsizetype>(type_->name.size()))))
            readSoon();
    });
    connect(&context.gateway(), &Gateway::outboxChanged, this, &History::readSoon);
}

void History::open(const QString& type, const QString& key) {
    type_ = catalog().find(type.toStdString());
    record_ = idOf(key);
    if (type_ == nullptr) return;
    context().gateway().askHistory(record_);
    readNow();
}

void History::read(Reader& reader) {
    if (type_ == nullptr) return;
    reader.each("SELECT device FROM zx_state", [&](Columns row) { ownDevice_ = row.id(0); });
    sync::Operation about;
    about.type = type_;
    about.record = record_;
    subject_ = words::subject(reader, about);

    std::vector<RowModel::Row> rows;
    std::set<sync::Counter> confirmed;
    std::vector<RowModel::Row> told;
    reader.each(
        "SELECT line FROM zx_history WHERE record = ?1 ORDER BY version DESC LIMIT 1000",
        [&](Columns line) {
            const auto entry = sync::decodeHistory(catalog(), line.text(0).toStdString());
            if (!entry) return;
            if (entry->device == ownDevice_) confirmed.insert(entry->counter);
            told.push_back(row(reader, *entry, true));
        },
        record_);
    // What was done here and headquarters has not told back: on its way, or taken since it was last asked.
    const auto own = [&](Columns line) {
        const auto operation = sync::decodeOperation(catalog(), line.text(0).toStdString());
        if (!operation || confirmed.contains(operation->counter)) return;
        sync::HistoryEntry entry;
        entry.type = type_;
        entry.record = record_;
        entry.person = context().person();
        entry.device = ownDevice_;
        entry.counter = operation->counter;
        entry.verb = operation->verb;
        entry.at = operation->at;
        entry.changes = operation->changes;
        rows.push_back(row(reader, entry, line.flag(1)));
    };
    reader.each("SELECT line, settled_seq > 0 FROM zx_outbox WHERE record = ?1 ORDER BY counter DESC LIMIT 200", own,
                record_);
    reader.each("SELECT line, 1 FROM zx_sent WHERE record = ?1 ORDER BY counter DESC LIMIT 200", own, record_);
    rows.insert(rows.end(), std::make_move_iterator(told.begin()), std::make_move_iterator(told.end()));
    rows_.take(std::move(rows));
    note_ = noteFor(reader, context().gateway().status().link != SyncStatus::Link::connected);
    emit changed();
}

RowModel::Row History::row(Reader& reader, const sync::HistoryEntry& entry, bool isConfirmed) const {
    const Date today = context().today();
    QString who = tr("Headquarters");
    if (entry.person == context().person()) {
        who = tr("You");
    } else if (!entry.person.isNil()) {
        who = tr("Someone");
        reader.each(
            "SELECT name FROM person WHERE id = ?1", [&](Columns row) { who = row.text(0); }, entry.person);
    }
    const QString device = entry.device.isNil() ? tr("at headquarters' desk")
                           : entry.device == ownDevice_
                               ? tr("on this device")
                               : tr("on device %1").arg(QString::fromStdString(entry.device.text()).right(4).toUpper());
    const QString what = entry.verb == sync::Verb::add      ? tr("Recorded")
                         : entry.verb == sync::Verb::remove ? tr("Deleted")
                         : entry.verb == sync::Verb::revive ? tr("Brought back")
                                                            : tr("Changed");
    const QString key =
        entry.version > 0 ? QString::number(entry.version) : QStringLiteral("own %1").arg(entry.counter);
    return {key,
            who,
            tr("%1, %2", "time, device").arg(words::moment(entry.at, today), device),
            what,
            changesOf(reader, entry),
            isConfirmed ? QStringLiteral("none") : QStringLiteral("amber"),
            isConfirmed ? QString() : tr("Not yet at headquarters")};
}

QString History::changesOf(Reader& reader, const sync::HistoryEntry& entry) const {
    QStringList lines;
    const auto say = [&](const Field& field, const Value& value) {
        const QString text = words::shown(reader, field, value, context().today());
        return text.size() > 160 ? text.left(160) + QStringLiteral("…") : text;
    };
    for (const sync::FieldChange& change : entry.changes) {
        const Field& field = type_->fields[change.field];
        if (entry.verb == sync::Verb::add && !isSet(change.value)) continue;
        const QString name = words::field(type_->name, field.name);
        lines.append(entry.verb == sync::Verb::add ? tr("%1: %2", "field, value").arg(name, say(field, change.value))
                                                   : tr("%1: %2 → %3", "field, before, after")
                                                         .arg(name, say(field, change.base), say(field, change.value)));
    }
    return lines.join(u'\n');
}

QString History::noteFor(Reader& reader, bool isOffline) const {
    std::optional<Instant> asked;
    std::int64_t newest = 0, held = 0, oldest = 0;
    bool isComplete = false;
    reader.each(
        "SELECT newest, is_complete, at FROM zx_history_asked WHERE record = ?1",
        [&](Columns row) {
            newest = row.number(0);
            isComplete = row.flag(1);
            asked = row.instant(2);
        },
        record_);
    reader.each(
        "SELECT coalesce(min(version), 0) FROM zx_history WHERE record = ?1",
        [&](Columns row) { oldest = row.number(0); }, record_);
    reader.each(
        "SELECT version FROM \"" + std::string(type_->name) + "\" WHERE id = ?1",
        [&](Columns row) { held = row.number(0); }, record_);
    if (!asked) {
        return isOffline ? tr("Headquarters was not asked about this record yet, and there is no connection. Below is "
                              "what was "
                              "done on this device.")
                         : tr("Asking headquarters…");
    }
    const QString when = words::moment(*asked, context().today());
    if (held > newest) {
        const auto missing = static_cast<int>(held - newest);
        return isOffline
                   ? tr("History up to %1. %n later change(s) are not here; they come with a connection.", "", missing)
                         .arg(when)
                   : tr("Asking headquarters…");
    }
    if (isComplete && oldest <= 1) return tr("Complete, as headquarters told at %1.").arg(when);
    if (isComplete) return tr("History up to %1. Older changes are no longer kept.").arg(when);
    return tr("History up to %1. Older changes are not on this device.").arg(when);
}

}  // namespace zhixing::client
