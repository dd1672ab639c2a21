#pragma once

#include <cstddef>
#include <istream>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace zhixing::exchange {

/// Says where in a text from outside an error lies: "line 17: …".
[[nodiscard]] Error atLine(std::size_t line, Error error);

/// A text from outside, line by line, never more in memory than one line may be long. Takes LF and CRLF, and does not
/// mind a byte order mark or a missing end of the last line. Lines are clean UTF-8.
class LineReader {
public:
    LineReader(std::istream& in, std::size_t lineBytesMax) : in_(&in), lineBytesMax_(lineBytesMax) {}

    /// The next line without its end, valid until the next call; nothing after the last one. Errors name the line.
    [[nodiscard]] Result<std::optional<std::string_view>> next();
    /// Of the line last given, from 1.
    [[nodiscard]] std::size_t lineNumber() const { return lineNumber_; }

private:
    std::istream* in_;
    std::size_t lineBytesMax_;
    std::size_t lineNumber_ = 0;
    std::string line_;
};

}  // namespace zhixing::exchange
