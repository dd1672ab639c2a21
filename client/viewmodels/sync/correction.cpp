#include "client/viewmodels/sync/correction.h"

#include <QPointer>
#include <QStringList>

#include "client/viewmodels/frame/typed_value.h"
#include "client/viewmodels/records/record_words.h"
#include "client/viewmodels/words/words.h"
#include "shared/catalog/catalog.h"
#include "sync/wire/codec.h"

namespace zhixing::client {
namespace {

constexpr int candidatesMax = 200;

QString nameOf(const Field& field) {
    return QString::fromUtf8(field.name.data(), static_cast<qsizetype>(field.name.size()));
}

/// The column that says what a record of this type is, for choosing one.
std::string_view titleOf(const RecordType& type) {
    for (const std::string_view name : {"name", "title", "item"}) {
        if (type.find(name)) return name;
    }
    return {};
}

bool isNumber(Kind kind) {
    return kind == Kind::money || kind == Kind::integer || kind == Kind::counter || kind == Kind::rating ||
           kind == Kind::decimal;
}

}  // namespace

Correction::Correction(Context& context)
    : context_(context), fields_({"key", "name", "form", "text", "shown", "words", "keys", "fault"}, this) {
    connect(&context.settings(), &Settings::languageChanged, this, &Correction::show);
}

bool Correction::open(const QString& counter) {
    operation_ = {};
    typed_.clear();
    faults_.clear();
    if (Reader* reader = context_.reader()) {
        reader->each(
            "SELECT line, code, field, exceeded FROM zx_tray WHERE counter = ?1",
            [this](Columns row) {
                auto operation = sync::decodeOperation(catalog(), row.text(0).toStdString());
                if (!operation) return;
                operation_ = std::move(*operation);
                Error error{codeFromWord(row.text(1).toStdString()).value_or(Code::internal),
                            {},
                            row.text(2).toStdString(),
                            {}};
                if (row.isSet(3)) error.limit = row.number(3);
                refusedField_ = row.text(2);
                reason_ = words::refusal(error);
            },
            counter.toLongLong());
    }
    show();
    return operation_.type != nullptr;
}

void Correction::setText(const QString& field, const QString& text) {
    typed_[field] = text;
    faults_.erase(field);
    show();
}

void Correction::toggle(const QString& field, const QString& key) {
    if (operation_.type == nullptr) return;
    for (const sync::FieldChange& change : operation_.changes) {
        if (nameOf(operation_.type->fields[change.field]) != field) continue;
        QStringList keys = textOf(change).split(u' ', Qt::SkipEmptyParts);
        if (keys.removeAll(key) == 0) keys.append(key);
        setText(field, keys.join(u' '));
        return;
    }
}

void Correction::findPlace(const QString& field) {
    context_.gateway().findPlace([self = QPointer(this), field](const Result<Place>& place) {
        if (!self || self->operation_.type == nullptr) return;
        const auto position = self->operation_.type->find(field.toStdString());
        if (!place || !position) {
            emit self->context_.said(tr("Where you are could not be found. You can type it, or leave it as it is."),
                                     true);
            return;
        }
        self->setText(field, typableText(self->operation_.type->fields[*position], Value(*place)));
    });
}

void Correction::show() {
    std::vector<RowModel::Row> rows;
    if (Reader* reader = context_.reader(); reader != nullptr && operation_.type != nullptr) {
        subject_ = words::subject(*reader, operation_);
        for (const sync::FieldChange& change : operation_.changes) rows.push_back(row(*reader, change));
    }
    fields_.take(std::move(rows));
    emit changed();
}

QString Correction::textOf(const sync::FieldChange& change) const {
    const Field& field = operation_.type->fields[change.field];
    const auto typed = typed_.find(nameOf(field));
    return typed != typed_.end() ? typed->second : typableText(field, change.value);
}

Correction::Choices Correction::choicesOf(Reader& reader, const Field& field, const QString& chosen) const {
    Choices choices;
    const RecordType& target = catalog().at(field.target);
    const std::string_view title = titleOf(target);
    if (!title.empty()) {
        reader.each(
            "SELECT id, " + std::string(title) + " FROM \"" + std::string(target.name) + "\" ORDER BY id DESC LIMIT ?1",
            [&](Columns row) {
                choices.keys.append(row.key(0));
                choices.words.append(row.text(1));
            },
            std::int64_t{candidatesMax});
    }
    // What is in it already may always stay, or go, also when this device does not hold it or it has no name.
    for (const QString& key : chosen.split(u' ', Qt::SkipEmptyParts)) {
        if (choices.keys.contains(key)) continue;
        choices.keys.append(key);
        choices.words.append(
            tr("%1 %2", "photo, its number here").arg(words::recordType(target.name)).arg(choices.keys.size()));
    }
    return choices;
}

RowModel::Row Correction::row(Reader& reader, const sync::FieldChange& change) const {
    const Field& field = operation_.type->fields[change.field];
    const QString key = nameOf(field);
    const auto typed = typed_.find(key);
    const QString text = textOf(change);
    QStringList words, keys;
    QString form = QStringLiteral("shown");
    if (field.kind == Kind::option) {
        for (const std::string_view option : field.options) {
            keys.append(QString::fromUtf8(option.data(), static_cast<qsizetype>(option.size())));
            words.append(words::option(operation_.type->name, option));
        }
        form = QStringLiteral("choice");
    } else if (field.kind == Kind::boolean) {
        keys = QStringList{QStringLiteral("true"), QStringLiteral("false")};
        words = QStringList{tr("yes"), tr("no")};
        form = QStringLiteral("choice");
    } else if (field.kind == Kind::reference || field.kind == Kind::references) {
        const Choices choices = choicesOf(reader, field, text);
        words = choices.words;
        keys = choices.keys;
        if (!keys.isEmpty()) form = field.kind == Kind::reference ? QStringLiteral("choice") : QStringLiteral("set");
    } else if (isTyped(field.kind)) {
        form = field.kind == Kind::longText ? QStringLiteral("paragraph")
               : field.kind == Kind::place  ? QStringLiteral("place")
               : isNumber(field.kind)       ? QStringLiteral("number")
                                            : QStringLiteral("text");
    }
    const auto fault = faults_.find(key);
    const bool isRefused = key == refusedField_ && typed == typed_.end();
    return {key,
            words::field(operation_.type->name, field.name),
            form,
            text,
            words::value(field, change.value, context_.today()),
            words,
            keys,
            fault != faults_.end() ? fault->second
            : isRefused            ? reason_
                                   : QString()};
}

bool Correction::resend() {
    if (operation_.type == nullptr) return false;
    std::vector<FieldValue> values;
    for (const auto& [name, text] : typed_) {
        const auto position = operation_.type->find(name.toStdString());
        if (!position) continue;
        auto value = typedValue(operation_.type->fields[*position], text);
        if (value) {
            values.push_back({static_cast<std::uint16_t>(*position), std::move(*value)});
        } else {
            faults_[name] = words::refusal(value.error());
        }
    }
    if (!faults_.empty()) {
        show();
        return false;
    }
    context_.gateway().resend(operation_.counter, std::move(values), [this](const Result<void>& result) {
        emit context_.said(result ? tr("Corrected; it is on its way again") : words::failure(result.error()), !result);
        if (result) emit resent();
    });
    return true;
}

}  // namespace zhixing::client
