#pragma once

#include <string>
#include <string_view>

namespace zhixing::server {

/// The text as a QR code in block characters, two modules a character, with its quiet zone; empty when it is too long.
/// Dark modules are blanks on a light ground, which phones read on terminals of either colour.
[[nodiscard]] std::string qrPicture(const std::string& text);
/// Shows it on standard error when that is a terminal.
void drawOnTerminal(const std::string& text);

}  // namespace zhixing::server
