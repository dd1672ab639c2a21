#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "shared/base/error.h"

/// What the server says about itself, on standard error, one line an event: `2026-01-01T08:00:00.000Z info listening url=…`.
/// Never what people recorded, their names, logins, addresses or secrets: only ids, counts, codes and our own words.
namespace zhixing::server::log {

struct Pair {
    std::string_view key;
    std::string value;

    Pair(std::string_view name, std::string text) : key(name), value(std::move(text)) {}
    Pair(std::string_view name, std::string_view text) : key(name), value(text) {}
    Pair(std::string_view name, const char* text) : key(name), value(text) {}
    Pair(std::string_view name, std::int64_t number) : key(name), value(std::to_string(number)) {}
};
using Pairs = std::initializer_list<Pair>;

/// Call once, before the first event.
void start();
void info(std::string_view event, Pairs pairs = {});
void warning(std::string_view event, Pairs pairs = {});
void failure(std::string_view event, const Error& error);

}  // namespace zhixing::server::log
