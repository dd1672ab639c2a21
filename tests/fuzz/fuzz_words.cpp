#include <cstdint>
#include <string_view>

#include "shared/base/id.h"
#include "shared/base/limits.h"
#include "shared/base/money.h"
#include "shared/base/time.h"
#include "tests/fuzz/law.h"

/// What people and files write for an amount, a day, a moment, an id: what is understood is written and understood the same.

using namespace zhixing;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (const auto money = parseMoney(text); money.ok()) {
        require(money->fen >= -limits::moneyFenMax && money->fen <= limits::moneyFenMax, "an amount is bounded");
        const auto again = parseMoney(yuanText(*money));
        require(again.ok() && *again == *money, "an amount survives being written");
    }
    if (const auto date = Date::parse(text)) require(date->text() == text, "a day has one way of being written");
    if (const auto instant = Instant::parse(text)) {
        require(Instant::parse(instant->text()) == instant, "a moment survives being written");
    }
    if (const auto id = Id::parse(text)) require(Id::parse(id->text()) == id, "an id survives being written");
    return 0;
}
