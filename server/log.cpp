#include "server/log.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace zhixing::server::log {

namespace {

/// Control characters would let a value forge a line or colour a terminal; white space and quotes would blur its end.
void appendValue(std::string& line, std::string_view value) {
    static constexpr char digits[] = "0123456789abcdef";
    const bool isQuoted = value.empty() || value.find_first_of(" \"=\\") != std::string_view::npos;
    if (isQuoted) line += '"';
    for (char c : value) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7f) {
            line += "\\x";
            line += digits[byte >> 4U];
            line += digits[byte & 15U];
        } else {
            if (c == '"' || c == '\\') line += '\\';
            line += c;
        }
    }
    if (isQuoted) line += '"';
}

void write(spdlog::level::level_enum level, std::string_view event, Pairs pairs) {
    std::string line(event);
    for (const Pair& pair : pairs) {
        line += ' ';
        line += pair.key;
        line += '=';
        appendValue(line, pair.value);
    }
    spdlog::log(level, spdlog::string_view_t(line.data(), line.size()));
}

}  // namespace

void start() {
    auto logger = spdlog::stderr_logger_mt("zhixing");
    logger->set_pattern("%Y-%m-%dT%H:%M:%S.%eZ %l %v", spdlog::pattern_time_type::utc);
    logger->flush_on(spdlog::level::info);
    spdlog::set_default_logger(std::move(logger));
}

void info(std::string_view event, Pairs pairs) { write(spdlog::level::info, event, pairs); }
void warning(std::string_view event, Pairs pairs) { write(spdlog::level::warn, event, pairs); }

void failure(std::string_view event, const Error& error) {
    write(spdlog::level::err, event, {{"code", word(error.code)}, {"message", std::string_view(error.message)}});
}

}  // namespace zhixing::server::log
