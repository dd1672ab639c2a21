#include "client/viewmodels/review/conflicts.h"

#include "client/viewmodels/frame/typed_value.h"
#include "client/viewmodels/records/record_words.h"
#include "client/viewmodels/words/words.h"
#include "shared/catalog/catalog.h"
#include "shared/model/document.h"

namespace zhixing::client {

using sync::Choice;
using sync::Decision;
using sync::Dispute;

namespace {

constexpr std::string_view conflictColumns =
    "id, record_type, record_id, field, base_value, kept_value, lost_value, kept_by, kept_at, "
    "lost_by, lost_at, lost_device, kept_device, state, settlement, settled_by, settled_at";

Record readConflict(Columns row) {
    const RecordType& type = catalog().at("conflict");
    Record record = blankRecord(type, row.id(0), {});
    int column = 0;
    for (const char* name : {"record_type", "record_id", "field", "base_value", "kept_value", "lost_value"}) {
        if (row.isSet(++column)) record.set(name, row.text(column).toStdString());
    }
    const auto person = [&](const char* name, int at) {
        if (row.isSet(at)) record.set(name, row.id(at));
    };
    const auto instant = [&](const char* name, int at) {
        if (row.isSet(at)) record.set(name, row.number(at));
    };
    person("kept_by", 7);
    instant("kept_at", 8);
    person("lost_by", 9);
    instant("lost_at", 10);
    column = 10;
    for (const char* name : {"lost_device", "kept_device", "state", "settlement"}) {
        if (row.isSet(++column)) record.set(name, row.text(column).toStdString());
    }
    person("settled_by", 15);
    instant("settled_at", 16);
    return record;
}

/// What an edit wanted that met a deletion.
std::vector<sync::FieldChange> changesIn(const Dispute& dispute) {
    std::vector<sync::FieldChange> changes;
    const auto values = parseFieldValues(*dispute.type, dispute.conflict.string("lost_value"));
    if (!values) return changes;
    for (const FieldValue& value : *values) changes.push_back({value.field, value.value, {}});
    return changes;
}

}  // namespace

Conflicts::Conflicts(Context& context)
    : Live(context, {"conflict", "task", "spend", "budget_line", "campaign", "person", "history"}),
      open_({"key", "what", "field", "base", "leftTitle", "leftWords", "leftBy", "leftChoice", "rightTitle",
             "rightWords", "rightBy", "rightChoice", "isWhole", "isTyped", "type", "record"},
            this),
      settled_({"key", "what", "field", "verdict", "by"}, this) {}

void Conflicts::read(Reader& reader) {
    reader.each("SELECT device FROM zx_state", [&](Columns row) { ownDevice_ = row.id(0); });
    std::vector<Record> records;
    const auto take = [&](Columns row) { records.push_back(readConflict(row)); };
    const std::string select = "SELECT " + std::string(conflictColumns) + " FROM conflict WHERE state = ";
    reader.each(select + "'open' ORDER BY id LIMIT 100", take);
    reader.each(select + "'settled' ORDER BY settled_at DESC LIMIT 20", take);

    std::vector<RowModel::Row> open, settled;
    for (const Record& record : records) {
        const auto dispute = sync::readDispute(catalog(), record);
        if (!dispute) continue;  // of a catalog newer than this program
        if (record.string("state") == "open") {
            open.push_back(openRow(reader, *dispute));
        } else {
            settled.push_back(settledRow(reader, *dispute));
        }
    }
    open_.take(std::move(open));
    settled_.take(std::move(settled));
    emit changed();
}

RowModel::Row Conflicts::openRow(Reader& reader, const Dispute& dispute) {
    // A record that was deleted is called what its history last called it.
    if (!dispute.field && named_.insert(dispute.record).second) context().gateway().askHistory(dispute.record);
    const bool isLostMine = dispute.conflict.reference("lost_by") == context().person();
    const Side left = side(reader, dispute, isLostMine);
    const Side right = side(reader, dispute, !isLostMine);
    QString base;
    if (dispute.field) {
        base = words::shown(reader, dispute.type->fields[*dispute.field], dispute.conflict.string("base_value"),
                            context().today());
    }
    return {keyOf(dispute.conflict.id),
            subject(reader, dispute),
            words::field(dispute.type->name, dispute.conflict.string("field")),
            base,
            left.title,
            left.words,
            left.by,
            left.choice,
            right.title,
            right.words,
            right.by,
            right.choice,
            !dispute.field.has_value(),
            dispute.field && isTyped(dispute.type->fields[*dispute.field].kind),
            QString::fromUtf8(dispute.type->name.data(), static_cast<qsizetype>(dispute.type->name.size())),
            keyOf(dispute.record)};
}

RowModel::Row Conflicts::settledRow(Reader& reader, const Dispute& dispute) const {
    const Record& conflict = dispute.conflict;
    const Instant at{conflict.number("settled_at")};
    return {keyOf(conflict.id), subject(reader, dispute), words::field(dispute.type->name, conflict.string("field")),
            verdict(reader, dispute),
            tr("%1, %2", "person, time")
                .arg(nameOf(reader, conflict.reference("settled_by")), words::moment(at, context().today()))};
}

Conflicts::Side Conflicts::side(Reader& reader, const Dispute& dispute, bool isLost) const {
    const Record& conflict = dispute.conflict;
    const Id me = context().person();
    const bool isMine = conflict.reference(isLost ? "lost_by" : "kept_by") == me;
    const bool hasMine = conflict.reference("lost_by") == me || conflict.reference("kept_by") == me;
    Side side;
    side.choice = isLost ? QStringLiteral("lost") : QStringLiteral("kept");
    side.by = by(reader, dispute, isLost ? "lost" : "kept");
    if (hasMine) {
        side.title = isMine ? tr("Mine") : tr("Theirs");
    } else {
        side.title = isLost ? tr("Kept aside") : tr("Stands now");
    }
    if (dispute.field) {
        side.words = words::shown(reader, dispute.type->fields[*dispute.field],
                                  conflict.string(isLost ? "lost_value" : "kept_value"), context().today());
    } else if (dispute.isRemoval) {
        side.words = isLost ? tr("Delete it") : tr("Keep it as it was changed");
    } else if (isLost) {
        sync::Operation edit;
        edit.type = dispute.type;
        edit.changes = changesIn(dispute);
        side.words = tr("Bring it back with: %1").arg(words::changes(edit, context().today()));
    } else {
        side.words = tr("It stays deleted");
    }
    return side;
}

QString Conflicts::by(Reader& reader, const Dispute& dispute, const char* prefix) const {
    const std::string who(prefix);
    const Record& conflict = dispute.conflict;
    const Instant at{conflict.number(who + "_at")};
    const QString device = QString::fromStdString(std::string(conflict.string(who + "_device")));
    const QString name = nameOf(reader, conflict.reference(who + "_by"));
    const QString when = words::moment(at, context().today());
    if (device.isEmpty()) return tr("%1, %2", "person, time").arg(name, when);
    const QString where = device == QString::fromStdString(ownDevice_.text())
                              ? tr("on this device")
                              : tr("on device %1").arg(device.right(4).toUpper());
    return tr("%1, %2, %3", "person, time, device").arg(name, when, where);
}

QString Conflicts::subject(Reader& reader, const Dispute& dispute) const {
    sync::Operation about;
    about.type = dispute.type;
    about.record = dispute.record;
    if (!dispute.field) about.changes = changesIn(dispute);
    return words::subject(reader, about);
}

QString Conflicts::verdict(Reader& reader, const Dispute& dispute) const {
    if (!dispute.standing || !dispute.standing->choice) return tr("Settled");
    const Choice choice = *dispute.standing->choice;
    if (choice == Choice::both) return tr("Both were noted; nothing was changed");
    if (!dispute.field) {
        if (choice == Choice::kept) return dispute.isRemoval ? tr("It was kept") : tr("It stayed deleted");
        return dispute.isRemoval ? tr("It was deleted") : tr("It was brought back");
    }
    const std::string_view json = choice == Choice::another
                                      ? std::string_view(dispute.standing->value)
                                      : dispute.conflict.string(choice == Choice::lost ? "lost_value" : "kept_value");
    return tr("It is now: %1").arg(words::shown(reader, dispute.type->fields[*dispute.field], json, context().today()));
}

QString Conflicts::nameOf(Reader& reader, const Id& person) const {
    if (person.isNil()) return tr("Headquarters");
    if (person == context().person()) return tr("You");
    QString name = tr("Someone");
    reader.each(
        "SELECT name FROM person WHERE id = ?1", [&](Columns row) { name = row.text(0); }, person);
    return name;
}

std::optional<Dispute> Conflicts::disputeOf(Reader& reader, const Id& conflict) const {
    std::optional<Dispute> found;
    reader.each(
        "SELECT " + std::string(conflictColumns) + " FROM conflict WHERE id = ?1",
        [&](Columns row) {
            if (auto dispute = sync::readDispute(catalog(), readConflict(row))) found = std::move(*dispute);
        },
        conflict);
    return found;
}

void Conflicts::settle(const QString& key, const QString& choice) {
    Reader* reader = context().reader();
    const auto chosen = sync::choiceFromWord(choice.toStdString());
    if (reader == nullptr || !chosen) return;
    Decision decision{*chosen};
    if (*chosen == Choice::both) {
        const auto dispute = disputeOf(*reader, idOf(key));
        if (!dispute || !dispute->field) return;
        const Side kept = side(*reader, *dispute, false);
        const Side lost = side(*reader, *dispute, true);
        decision.remark = tr("%1: %2 (%3) or %4 (%5)", "field, value, by whom, value, by whom")
                              .arg(words::field(dispute->type->name, dispute->conflict.string("field")), kept.words,
                                   kept.by, lost.words, lost.by)
                              .toStdString();
    }
    decide(idOf(key), std::move(decision));
}

bool Conflicts::settleWith(const QString& key, const QString& text) {
    Reader* reader = context().reader();
    const auto dispute = reader != nullptr ? disputeOf(*reader, idOf(key)) : std::nullopt;
    if (!dispute || !dispute->field) return false;
    auto value = typedValue(dispute->type->fields[*dispute->field], text);
    if (!value) {
        emit context().said(words::failure(value.error()), true);
        return false;
    }
    decide(idOf(key), Decision{Choice::another, std::move(*value), {}, {}});
    return true;
}

void Conflicts::decide(const Id& conflict, Decision decision) {
    context().gateway().settle(conflict, std::move(decision), report(tr("Settled; you can undo it below")));
}

void Conflicts::undo(const QString& key) { context().gateway().reopen(idOf(key), report(tr("Open again"))); }

Gateway::Done Conflicts::report(const QString& done) {
    return [this, done](const Result<void>& result) {
        emit context().said(result ? done : words::failure(result.error()), !result);
    };
}

}  // namespace zhixing::client
