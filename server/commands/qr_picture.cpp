#include "server/commands/qr_picture.h"

#include <qrencode.h>
#include <unistd.h>

#include <cstdio>
#include <memory>

namespace zhixing::server {

namespace {

constexpr int quietModules = 4;  // ISO/IEC 18004 asks for four

}  // namespace

std::string qrPicture(const std::string& text) {
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M),
                                                               &QRcode_free);
    if (!code) return {};
    const auto isDark = [&](int row, int column) {
        if (row < 0 || column < 0 || row >= code->width || column >= code->width) return false;
        return (code->data[row * code->width + column] & 1U) != 0;
    };
    std::string picture;
    for (int row = -quietModules; row < code->width + quietModules; row += 2) {
        picture += "\x1b[97;40m";  // white on black, whatever the terminal's own colours
        for (int column = -quietModules; column < code->width + quietModules; ++column) {
            const bool upper = isDark(row, column);
            const bool lower = isDark(row + 1, column);
            picture += upper ? (lower ? " " : "\u2584") : (lower ? "\u2580" : "\u2588");
        }
        picture += "\x1b[0m\n";
    }
    return picture;
}

void drawOnTerminal(const std::string& text) {
    if (::isatty(STDERR_FILENO) == 0) return;
    std::fputs(qrPicture(text).c_str(), stderr);
}

}  // namespace zhixing::server
