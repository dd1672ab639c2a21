#include "client/viewmodels/record_words.h"

#include <QCoreApplication>
#include <QStringList>

#include "client/viewmodels/words.h"
#include "shared/catalog/catalog.h"
#include "shared/model/document.h"
#include "shared/sqlite/typed_tables.h"

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

}  // namespace

QString subject(Reader& reader, const sync::Operation& operation) {
    const QString type = recordType(operation.type->name);
    QString name = nameOf(reader, *operation.type, operation.record);
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
        if (field.kind == Kind::reference || field.kind == Kind::instant || !isSet(change.value)) continue;
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
