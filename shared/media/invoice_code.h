#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/base/money.h"
#include "shared/base/time.h"

namespace zhixing::media {

/// What the QR code on a Chinese VAT invoice says. A fully electronic invoice has a number of 20 digits and no code.
struct InvoiceCode {
    std::string code;    ///< 10 or 12 digits, or empty
    std::string number;  ///< 8 or 20 digits
    std::optional<Money> amount;
    /// The older kinds print the amount without tax into the code, which is less than what was paid.
    bool isBeforeTax = false;
    std::optional<Date> date;

    friend bool operator==(const InvoiceCode&, const InvoiceCode&) = default;
};

/// Reads `01,kind,code,number,amount,yyyymmdd,check code,…`. Nothing when the text is no such code; an amount or date that
/// cannot be read is left out, the rest is still worth having.
[[nodiscard]] std::optional<InvoiceCode> parseInvoiceCode(std::string_view text);

}  // namespace zhixing::media
