#include "shared/exchange/text_lines.h"

#include "shared/base/text.h"

namespace zhixing::exchange {
namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

}  // namespace

Error atLine(std::size_t line, Error error) {
    error.message = "line " + std::to_string(line) + ": " + error.message;
    return error;
}

Result<std::optional<std::string_view>> LineReader::next() {
    line_.clear();
    std::streambuf& buffer = *in_->rdbuf();
    constexpr auto end = std::char_traits<char>::eof();
    int next = buffer.sbumpc();
    if (next == end) {
        if (in_->bad()) return Error{Code::io_failed, "the text cannot be read", {}, {}};
        return std::optional<std::string_view>{};
    }
    ++lineNumber_;
    for (; next != end && next != '\n'; next = buffer.sbumpc()) {
        if (line_.size() >= lineBytesMax_) {
            return atLine(lineNumber_,
                          {Code::too_large, "the line is too long", {}, static_cast<std::int64_t>(lineBytesMax_)});
        }
        line_.push_back(static_cast<char>(next));
    }
    std::string_view line = line_;
    if (lineNumber_ == 1 && line.starts_with(byteOrderMark)) line.remove_prefix(byteOrderMark.size());
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!isCleanUtf8(line)) {
        return atLine(lineNumber_, {Code::bad_encoding, "not UTF-8 text; save the file as UTF-8", {}, {}});
    }
    return std::optional(line);
}

}  // namespace zhixing::exchange
