#include "client/viewmodels/frame/typed_value.h"

#include <algorithm>
#include <cmath>

#include <QRegularExpression>
#include <QStringList>

#include "client/viewmodels/words/words.h"
#include "shared/base/limits.h"
#include "shared/base/money.h"
#include "shared/base/time.h"
#include "shared/model/validation.h"

namespace zhixing::client {

bool isTyped(Kind kind) {
    return kind == Kind::text || kind == Kind::longText || kind == Kind::money || kind == Kind::integer ||
           kind == Kind::counter || kind == Kind::rating || kind == Kind::date || kind == Kind::decimal ||
           kind == Kind::tags || kind == Kind::place;
}

namespace {

constexpr double microDegrees = 1e6;

template <typename Set>
Value sortedSet(Set set) {
    std::sort(set.begin(), set.end());
    set.erase(std::unique(set.begin(), set.end()), set.end());
    return set.empty() ? Value{} : Value(std::move(set));
}

Value tagsIn(const QString& text) {
    static const QRegularExpression between(QStringLiteral("[,，、;；\\n]"));
    TagSet tags;
    for (const QString& tag : text.split(between, Qt::SkipEmptyParts)) {
        if (!tag.trimmed().isEmpty()) tags.push_back(tag.simplified().toStdString());
    }
    return sortedSet(std::move(tags));
}

Result<Value> placeIn(const QString& text) {
    static const QRegularExpression form(QStringLiteral(
        "^\\s*(-?\\d{1,2}(?:\\.\\d+)?)\\s*[,，]\\s*(-?\\d{1,3}(?:\\.\\d+)?)\\s*(?:±\\s*(\\d{1,6}))?\\s*$"));
    const auto found = form.match(text);
    if (!found.hasMatch()) return Error{Code::malformed, "this is no place", {}, {}};
    const double latitude = found.captured(1).toDouble(), longitude = found.captured(2).toDouble();
    if (std::abs(latitude) > 90 || std::abs(longitude) > 180) return Error{Code::out_of_range, "not on earth", {}, {}};
    return Value(Place{static_cast<std::int32_t>(std::lround(latitude * microDegrees)),
                       static_cast<std::int32_t>(std::lround(longitude * microDegrees)), found.captured(3).toInt()});
}

Result<Value> referencesIn(const QString& text) {
    IdSet ids;
    for (const QString& word : text.split(u' ', Qt::SkipEmptyParts)) {
        const auto id = Id::parse(word.toStdString());
        if (!id) return Error{Code::malformed, "this is no id", {}, {}};
        ids.push_back(*id);
    }
    return sortedSet(std::move(ids));
}

Result<Value> parsed(const Field& field, const QString& text) {
    const std::string words = text.trimmed().toStdString();
    const Error nonsense{Code::malformed, "this is no such value", std::string(field.name), {}};
    if (words.empty()) return Value{};
    switch (field.kind) {
        case Kind::text:
        case Kind::longText:
        case Kind::option:
            return Value(words);
        case Kind::boolean:
            return Value(words == "true");
        case Kind::tags:
            return tagsIn(text);
        case Kind::place:
            return placeIn(text);
        case Kind::references:
            return referencesIn(text);
        case Kind::reference: {
            const auto id = Id::parse(words);
            if (!id) return nonsense;
            return Value(*id);
        }
        case Kind::money: {
            ZX_ASSIGN(const Money money, parseMoney(words));
            return Value(money.fen);
        }
        case Kind::date: {
            const auto date = Date::parse(words);
            if (!date) return nonsense;
            return Value(std::int64_t{date->days});
        }
        case Kind::decimal: {
            bool isNumber = false;
            const double number = text.trimmed().toDouble(&isNumber);
            if (!isNumber || std::abs(number) > static_cast<double>(limits::decimalUnitsMax)) return nonsense;
            return Value(static_cast<std::int64_t>(std::llround(number * static_cast<double>(limits::decimalScale))));
        }
        default:
            break;
    }
    bool isNumber = false;
    const qlonglong number = text.trimmed().toLongLong(&isNumber);
    if (!isNumber) return nonsense;
    return Value(std::int64_t{number});
}

}  // namespace

Result<Value> typedValue(const Field& field, const QString& text) {
    ZX_ASSIGN(Value value, parsed(field, text));
    ZX_TRY(validateField(field, value));
    return value;
}

QString typableText(const Field& field, const Value& value) {
    if (!isSet(value)) return {};
    switch (field.kind) {
        case Kind::money:
            return words::yuan(std::get<std::int64_t>(value)).remove(u',');
        case Kind::date:
            return words::isoDay(Date{std::get<std::int64_t>(value)});
        case Kind::decimal:
            return QString::number(static_cast<double>(std::get<std::int64_t>(value)) /
                                   static_cast<double>(limits::decimalScale));
        case Kind::tags: {
            QStringList tags;
            for (const std::string& tag : std::get<TagSet>(value)) tags.append(QString::fromStdString(tag));
            return tags.join(QStringLiteral(", "));
        }
        case Kind::place: {
            const Place& place = std::get<Place>(value);
            const QString degrees = QStringLiteral("%1, %2")
                                        .arg(place.latitudeMicro / microDegrees, 0, 'f', 6)
                                        .arg(place.longitudeMicro / microDegrees, 0, 'f', 6);
            return place.accuracyMetres > 0 ? degrees + QStringLiteral(" ±%1").arg(place.accuracyMetres) : degrees;
        }
        case Kind::references: {
            QStringList ids;
            for (const Id& id : std::get<IdSet>(value)) ids.append(QString::fromStdString(id.text()));
            return ids.join(u' ');
        }
        case Kind::boolean:
            return std::get<bool>(value) ? QStringLiteral("true") : QStringLiteral("false");
        case Kind::reference:
            return QString::fromStdString(std::get<Id>(value).text());
        case Kind::text:
        case Kind::longText:
        case Kind::option:
            return QString::fromStdString(std::get<std::string>(value));
        case Kind::integer:
        case Kind::counter:
        case Kind::rating:
            return QString::number(std::get<std::int64_t>(value));
        default:
            return {};
    }
}

}  // namespace zhixing::client
