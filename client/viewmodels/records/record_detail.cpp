#include "client/viewmodels/records/record_detail.h"

#include <QStringList>
#include <QVariantMap>

#include "client/viewmodels/records/found_words.h"
#include "client/viewmodels/records/record_words.h"
#include "client/viewmodels/words/words.h"
#include "shared/catalog/catalog.h"
#include "shared/sqlite/typed_tables.h"

namespace zhixing::client {
namespace {

QString text(std::string_view bytes) { return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size())); }

/// What a list would only call "changed" is said in full here.
QString inFull(Reader& reader, const RecordType& type, const Field& field, const Value& value, Date today) {
    QStringList parts;
    if (const auto* tags = std::get_if<TagSet>(&value)) {
        for (const std::string& tag : *tags) parts.append(text(tag));
        return parts.join(QStringLiteral(", "));
    }
    if (const auto* ids = std::get_if<IdSet>(&value)) {
        for (const Id& id : *ids) parts.append(words::shown(reader, field, Value(id), today));
        return parts.join(QStringLiteral(", "));
    }
    if (const auto* entries = std::get_if<Entries>(&value)) {
        for (const Entry& entry : *entries) {
            const QString key = text(entry.key);
            parts.append(field.kind != Kind::checklist ? key + QStringLiteral(": ") + text(entry.value)
                         : entry.value.empty()         ? QStringLiteral("☐ ") + key
                                                       : QStringLiteral("☑ ") + key);
        }
        return parts.join(u'\n');
    }
    if (const auto* place = std::get_if<Place>(&value)) {
        return QStringLiteral("%1, %2")
            .arg(place->latitudeMicro / 1e6, 0, 'f', 4)
            .arg(place->longitudeMicro / 1e6, 0, 'f', 4);
    }
    if (field.kind == Kind::decimal) return words::decimal(std::get<std::int64_t>(value));
    if (field.kind == Kind::option) return words::option(type.name, std::get<std::string>(value));
    if (field.kind == Kind::longText) return text(std::get<std::string>(value));
    return words::shown(reader, field, value, today);
}

}  // namespace

RecordDetail::RecordDetail(Context& context) : Live(context, {"person", "node", "campaign"}) {
    connect(&context.gateway(), &Gateway::rowsChanged, this, [this](const QSet<QString>& types) {
        if (type_ != nullptr && types.contains(type())) readSoon();
    });
}

QString RecordDetail::type() const { return type_ != nullptr ? text(type_->name) : QString(); }

QString RecordDetail::kindWord() const { return type_ != nullptr ? words::recordType(type_->name) : QString(); }

void RecordDetail::open(const QString& type, const QString& key) {
    type_ = catalog().find(type.toStdString());
    record_ = idOf(key);
    readNow();
}

void RecordDetail::read(Reader& reader) {
    if (type_ == nullptr) return;
    title_ = kindWord();
    where_.clear();
    campaign_.clear();
    fields_.clear();
    isPending_ = false;
    if (const std::optional<Record> record = reader.record(*type_, record_)) {
        sync::Operation about;
        about.type = type_;
        about.record = record_;
        const QString name = text(words::nameOf(*record));
        title_ = name.isEmpty() ? words::subject(reader, about) : name;
        readWhere(reader, *record);
        readFields(reader, *record);
        reader.each(
            "SELECT is_pending FROM " + sqlite::sqlName(type_->name) + " WHERE id = ?1",
            [this](Columns row) { isPending_ = row.flag(0); }, record_);
    }
    emit changed();
}

void RecordDetail::readWhere(Reader& reader, const Record& record) {
    QStringList where;
    const auto add = [&](Columns row) { where.append(row.text(0)); };
    const Id campaign = type_->name == "campaign"             ? record.id
                        : type_->find("campaign").has_value() ? record.reference("campaign")
                                                              : Id{};
    campaign_ = keyOf(campaign);
    if (campaign != record.id) reader.each("SELECT name FROM campaign WHERE id = ?1", add, campaign);
    if (type_->name != "node") reader.each("SELECT name FROM node WHERE id = ?1", add, record.place);
    where_ = where.join(QStringLiteral(" · "));
}

void RecordDetail::readFields(Reader& reader, const Record& record) {
    for (std::size_t i = 0; i < type_->fields.size() && i < record.fields.size(); ++i) {
        const Field& field = type_->fields[i];
        if (!isSet(record.fields[i]) || field.name == "campaign") continue;
        const QString shown = inFull(reader, *type_, field, record.fields[i], context().today());
        if (shown.isEmpty() || shown == title_) continue;
        fields_.append(QVariantMap{{"label", words::field(type_->name, field.name)}, {"words", shown}});
    }
}

}  // namespace zhixing::client
