#include "shared/media/invoice_code.h"

#include <algorithm>
#include <array>

#include "shared/base/text.h"

namespace zhixing::media {
namespace {

constexpr std::size_t textBytesMax = 512;  // a code that says more is another kind of code
constexpr std::size_t fieldsMin = 6;
constexpr std::size_t fieldsMax = 12;

bool areDigits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char sign) { return sign >= '0' && sign <= '9'; });
}

int number(std::string_view digits) {
    int value = 0;
    for (const char digit : digits) value = value * 10 + (digit - '0');
    return value;
}

std::optional<Date> dateIn(std::string_view text) {
    if (text.size() != 8 || !areDigits(text)) return std::nullopt;
    return Date::of(number(text.substr(0, 4)), number(text.substr(4, 2)), number(text.substr(6, 2)));
}

}  // namespace

std::optional<InvoiceCode> parseInvoiceCode(std::string_view text) {
    if (text.size() > textBytesMax) return std::nullopt;
    text = trimmed(text);
    std::array<std::string_view, fieldsMax> fields;
    std::size_t count = 0;
    for (bool isLast = false; !isLast && count < fieldsMax; ++count) {
        const std::size_t comma = text.find(',');
        isLast = comma == std::string_view::npos;
        fields[count] = trimmed(text.substr(0, comma));
        if (!isLast) text.remove_prefix(comma + 1);
    }
    if (count < fieldsMin || fields[0] != "01" || fields[1].size() != 2 || !areDigits(fields[1])) return std::nullopt;

    const std::string_view code = fields[2];
    const std::string_view invoice = fields[3];
    const bool isOlder = (code.size() == 10 || code.size() == 12) && invoice.size() == 8;
    const bool isElectronic = code.empty() && invoice.size() == 20;
    if (!(isOlder || isElectronic) || !areDigits(code) || !areDigits(invoice)) return std::nullopt;

    InvoiceCode read{std::string(code), std::string(invoice), {}, isOlder, dateIn(fields[5])};
    if (const auto amount = parseMoney(fields[4]); amount.ok() && amount->fen > 0) read.amount = *amount;
    return read;
}

}  // namespace zhixing::media
