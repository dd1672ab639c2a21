#include "client/viewmodels/records/record_words.h"

#include <QCoreApplication>
#include <QStringList>

#include "client/viewmodels/words/words.h"
#include "shared/catalog/catalog.h"
#include "shared/model/document.h"
#include "shared/sqlite/typed_tables.h"
#include "sync/wire/codec.h"

namespace zhixing::client::words {
namespace {

struct RecordWords {
    Q_DECLARE_TR_FUNCTIONS(RecordWords)
};

/// By the field that says what a record of its type is; empty when there is none, or no such record here.
QString nameOf(Reader& reader, const RecordType& type, const Id& record) {
    QString name;
    for (const std::string_view column : {"name", "title", "item", "amount"}) {
        if (!type.find(column)) continue;
        reader.each(
            "SELECT " + std::string(column) + " FROM " + sqlite::sqlName(type.name) + " WHERE id = ?1",
            [&](Columns row) {
                if (row.isSet(0)) name = column == "amount" ? QStringLiteral("￥") + yuan(row.number(0)) : row.text(0);
            },
            record);
        if (!name.isEmpty()) return name;
    }
    return name;
}

QString nameIn(const RecordType& type, const std::vector<sync::FieldChange>& changes) {
    for (const std::string_view wanted : {"name", "title", "item"}) {
        for (const sync::FieldChange& change : changes) {
            if (type.fields[change.field].name != wanted) continue;
            const Value& value = isSet(change.value) ? change.value : change.base;
            if (const auto* name = std::get_if<std::string>(&value)) return QString::fromStdString(*name);
        }
    }
    return {};
}

/// Of one that is deleted, or was never taken: what its history here calls it, the newest name first.
QString rememberedName(Reader& reader, const RecordType& type, const Id& record) {
    QString name;
    reader.each(
        R"(SELECT line FROM (SELECT counter, line FROM zx_outbox WHERE record = ?1
                             UNION ALL SELECT counter, line FROM zx_sent WHERE record = ?1) ORDER BY counter DESC LIMIT 200)",
        [&](Columns row) {
            if (!name.isEmpty()) return;
            if (const auto own = sync::decodeOperation(catalog(), row.text(0).toStdString()))
                name = nameIn(type, own->changes);
        },
        record);
    reader.each(
        "SELECT line FROM zx_history WHERE record = ?1 ORDER BY version DESC LIMIT 1000",
        [&](Columns row) {
            if (!name.isEmpty()) return;
            if (const auto entry = sync::decodeHistory(catalog(), row.text(0).toStdString()))
                name = nameIn(type, entry->changes);
        },
        record);
    return name;
}

}  // namespace

QString subject(Reader& reader, const sync::Operation& operation) {
    const QString type = recordType(operation.type->name);
    QString name = nameOf(reader, *operation.type, operation.record);
    if (name.isEmpty()) name = rememberedName(reader, *operation.type, operation.record);
    if (name.isEmpty()) name = nameIn(*operation.type, operation.changes);
    for (const sync::FieldChange& change : operation.changes) {
        // What a spend would have been is what its author knows it by.
        if (operation.type->name == "spend" && operation.type->fields[change.field].name == "amount" &&
            isSet(change.value)) {
            name = QStringLiteral("￥") + yuan(std::get<std::int64_t>(change.value));
        }
    }
    return name.isEmpty() ? type : RecordWords::tr("%1: %2", "kind of record, its name").arg(type, name);
}

QString changes(const sync::Operation& operation, Date today) {
    QStringList parts;
    for (const sync::FieldChange& change : operation.changes) {
        const Field& field = operation.type->fields[change.field];
        // Another record's id and a photo's name are nothing to read.
        const bool isForPeople = field.kind != Kind::reference && field.kind != Kind::instant && field.name != "hash";
        if (!isForPeople || !isSet(change.value)) continue;
        QString text = value(field, change.value, today);
        if (text.size() > 40) text = text.left(40) + QStringLiteral("…");
        parts.append(
            RecordWords::tr("%1: %2", "field, value").arg(words::field(operation.type->name, field.name), text));
        if (parts.size() == 3) break;
    }
    return parts.join(QStringLiteral(" · "));
}

QString shown(Reader& reader, const Field& field, const Value& content, Date today) {
    const Id* id = std::get_if<Id>(&content);
    const RecordType* target = id != nullptr ? catalog().find(field.target) : nullptr;
    if (target == nullptr) return value(field, content, today);
    const QString name = nameOf(reader, *target, *id);
    if (!name.isEmpty()) return name;
    return RecordWords::tr("%1 that is not on this device", "a kind of record").arg(recordType(target->name));
}

QString shown(Reader& reader, const Field& field, std::string_view json, Date today) {
    if (json.empty()) return value(field, Value{}, today);
    const auto parsed = parseJsonValue(field, json);
    if (!parsed) return QString::fromUtf8(json.data(), static_cast<qsizetype>(json.size()));
    return shown(reader, field, *parsed, today);
}

}  // namespace zhixing::client::words
