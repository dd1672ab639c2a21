#include "client/viewmodels/typed_value.h"

#include <cmath>

#include "client/viewmodels/words.h"
#include "shared/base/limits.h"
#include "shared/base/money.h"
#include "shared/base/time.h"
#include "shared/model/validation.h"

namespace zhixing::client {

bool isTyped(Kind kind) {
    return kind == Kind::text || kind == Kind::longText || kind == Kind::money || kind == Kind::integer ||
           kind == Kind::counter || kind == Kind::rating || kind == Kind::date || kind == Kind::decimal;
}

namespace {

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
