#include "client/viewmodels/record_words.h"

#include <QCoreApplication>
#include <QStringList>

#include "client/viewmodels/words.h"
#include "shared/model/document.h"

namespace zhixing::client::words {
namespace {

struct RecordWords {
    Q_DECLARE_TR_FUNCTIONS(RecordWords)
};

}  // namespace

QString subject(Reader& reader, const sync::Operation& operation) {
    const QString type = recordType(operation.type->name);
    QString name;
    const auto take = [&](Columns row) { name = row.text(0); };
    if (operation.type->name == "task") reader.each("SELECT title FROM task WHERE id = ?1", take, operation.record);
    if (operation.type->name == "campaign")
        reader.each("SELECT name FROM campaign WHERE id = ?1", take, operation.record);
    if (operation.type->name == "spend") {
        reader.each(
            "SELECT amount FROM spend WHERE id = ?1",
            [&](Columns row) { name = QStringLiteral("￥") + yuan(row.number(0)); }, operation.record);
        for (const sync::FieldChange& change : operation.changes) {
            if (operation.type->fields[change.field].name == "amount" && isSet(change.value)) {
                name = QStringLiteral("￥") + yuan(std::get<std::int64_t>(change.value));
            }
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
        parts.append(RecordWords::tr("%1: %2", "field, value").arg(words::field(field.name), text));
        if (parts.size() == 3) break;
    }
    return parts.join(QStringLiteral(" · "));
}

QString shown(Reader& reader, const Field& field, std::string_view json, Date today) {
    if (json.empty()) return value(field, Value{}, today);
    const auto parsed = parseJsonValue(field, json);
    if (!parsed) return QString::fromUtf8(json.data(), static_cast<qsizetype>(json.size()));
    if (const Id* id = std::get_if<Id>(&*parsed); id != nullptr && field.target == "person") {
        QString name;
        reader.each(
            "SELECT name FROM person WHERE id = ?1", [&](Columns row) { name = row.text(0); }, *id);
        return name;
    }
    return value(field, *parsed, today);
}

}  // namespace zhixing::client::words
