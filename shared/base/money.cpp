#include "shared/base/money.h"

#include <array>
#include <optional>

#include "shared/base/limits.h"
#include "shared/base/text.h"

namespace zhixing {
namespace {

constexpr std::int64_t fenPerYuan = 100;
constexpr std::int64_t fenPerWan = 10'000 * fenPerYuan;

struct Unit {
    std::string_view name;
    std::int64_t fen;
};
constexpr std::array largeUnits{Unit{"千", 1'000 * fenPerYuan}, Unit{"万", fenPerWan}, Unit{"亿", 10'000 * fenPerWan}};

Error malformed() { return {.code = Code::malformed, .message = "not an amount of money"}; }

Error tooLarge() { return {.code = Code::out_of_range, .message = "amount too large", .limit = limits::moneyFenMax}; }

Error tooFine() { return {.code = Code::out_of_range, .message = "amount finer than a fen"}; }

/// Eats an amount from the front of a text, piece by piece.
class Reader {
public:
    explicit Reader(std::string_view text) : rest_(text) {}

    [[nodiscard]] bool atEnd() const { return rest_.empty(); }
    bool take(std::string_view token) {
        const bool found = rest_.starts_with(token);
        rest_.remove_prefix(found ? token.size() : 0);
        return found;
    }
    bool takeEither(std::string_view narrow, std::string_view wide) { return take(narrow) || take(wide); }
    void skipSpace() { rest_ = trimmed(rest_); }

    /// A run of digits, half or full width, as ASCII.
    std::string takeDigits() {
        std::string digits;
        for (auto digit = takeDigit(); digit; digit = takeDigit()) {
            digits.push_back(*digit);
        }
        return digits;
    }

private:
    std::optional<char> takeDigit() {
        if (!rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9') {
            const char digit = rest_.front();
            rest_.remove_prefix(1);
            return digit;
        }
        // U+FF10 to U+FF19: EF BC 90 to EF BC 99.
        if (rest_.size() >= 3 && rest_.starts_with("\xef\xbc") && rest_[2] >= '\x90' && rest_[2] <= '\x99') {
            const char digit = static_cast<char>('0' + (rest_[2] - '\x90'));
            rest_.remove_prefix(3);
            return digit;
        }
        return std::nullopt;
    }

    std::string_view rest_;
};

/// Digits before the decimal point. Commas are optional, but where they stand they part groups of three: `1,2` is
/// more likely a slip for `1.2` than for 12, and money must not be guessed.
std::optional<std::string> takeWhole(Reader& reader) {
    std::string digits = reader.takeDigits();
    if (digits.empty()) {
        return std::nullopt;
    }
    bool firstGroup = true;
    while (reader.takeEither(",", "，")) {
        const std::string group = reader.takeDigits();
        if (group.size() != 3 || (firstGroup && digits.size() > 3)) {
            return std::nullopt;
        }
        digits += group;
        firstGroup = false;
    }
    return digits;
}

Result<Money> amount(std::string_view whole, std::string_view fraction, std::int64_t fenPerUnit) {
    std::int64_t units = 0;
    for (const char digit : whole) {
        units = units * 10 + (digit - '0');
        if (units > limits::moneyFenMax / fenPerUnit) {
            return tooLarge();
        }
    }
    std::int64_t fen = units * fenPerUnit;
    std::int64_t weight = fenPerUnit;
    for (const char digit : fraction) {
        weight /= 10;
        if (weight == 0 && digit != '0') {
            return tooFine();
        }
        fen += (digit - '0') * weight;
    }
    if (fen > limits::moneyFenMax) {
        return tooLarge();
    }
    return Money{fen};
}

/// `1234567` as `1,234,567`.
std::string grouped(std::uint64_t value) {
    std::string out = std::to_string(value);
    for (std::size_t at = out.size(); at > 3; at -= 3) {
        out.insert(at - 3, 1, ',');
    }
    return out;
}

/// Without undefined behaviour at the most negative number.
std::uint64_t magnitude(std::int64_t value) {
    return value < 0 ? ~static_cast<std::uint64_t>(value) + 1 : static_cast<std::uint64_t>(value);
}

}  // namespace

Result<Money> parseMoney(std::string_view text) {
    Reader reader{trimmed(text)};
    const bool negative = reader.takeEither("-", "－");
    const bool hasSign = reader.takeEither("¥", "￥");
    if (hasSign) {
        reader.skipSpace();
    }

    const auto whole = takeWhole(reader);
    if (!whole) {
        return malformed();
    }
    std::string fraction;
    if (reader.takeEither(".", "．")) {
        fraction = reader.takeDigits();
        if (fraction.empty()) {
            return malformed();
        }
    }

    reader.skipSpace();
    std::int64_t fenPerUnit = fenPerYuan;
    for (const Unit& unit : largeUnits) {
        if (reader.take(unit.name)) {
            fenPerUnit = unit.fen;
            break;
        }
    }
    reader.take("元");
    if (!reader.atEnd()) {
        return malformed();
    }

    ZX_ASSIGN(const Money money, amount(*whole, fraction, fenPerUnit));
    return Money{negative ? -money.fen : money.fen};
}

std::string yuanText(Money money, bool alwaysFen) {
    const std::uint64_t fen = magnitude(money.fen);
    const std::uint64_t rest = fen % fenPerYuan;
    std::string out = money.fen < 0 ? "-" : "";
    out += grouped(fen / fenPerYuan);
    if (rest != 0 || alwaysFen) {
        out += {'.', static_cast<char>('0' + rest / 10), static_cast<char>('0' + rest % 10)};
    }
    return out;
}

std::string wanText(Money money) {
    constexpr std::uint64_t step = fenPerWan / 100;  // the second decimal place
    const std::uint64_t hundredths = (magnitude(money.fen) + step / 2) / step;
    const std::uint64_t rest = hundredths % 100;
    std::string out = money.fen < 0 && hundredths != 0 ? "-" : "";
    out += grouped(hundredths / 100);
    if (rest != 0) {
        out += {'.', static_cast<char>('0' + rest / 10)};
        if (rest % 10 != 0) {
            out += static_cast<char>('0' + rest % 10);
        }
    }
    return out + "万";
}

}  // namespace zhixing
