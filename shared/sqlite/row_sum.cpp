#include "shared/sqlite/row_sum.h"

#include <sqlite3.h>

#include <array>
#include <cassert>
#include <cstring>

namespace zhixing::sqlite {
namespace {

constexpr std::size_t argumentsMax = 127;  // SQLite's own limit
constexpr std::size_t keyBytes = sizeof(std::uint16_t);

/// FNV-1a of 64 bits. Each step can be undone, so that values which differ in one byte never have one hash.
class Hash {
public:
    void add(const void* bytes, std::size_t count) {
        const auto* const first = static_cast<const unsigned char*>(bytes);
        for (std::size_t i = 0; i < count; ++i) state_ = (state_ ^ first[i]) * 0x100000001b3U;
    }
    template <typename Number>
    void add(Number number) {
        add(&number, sizeof number);
    }
    [[nodiscard]] std::uint64_t value() const { return state_; }

private:
    std::uint64_t state_ = 0xcbf29ce484222325U;
};

void addValue(Hash& hash, sqlite3_value* value, int type) {
    hash.add(static_cast<unsigned char>(type));
    if (type == SQLITE_INTEGER) return hash.add(sqlite3_value_int64(value));
    if (type == SQLITE_FLOAT) return hash.add(sqlite3_value_double(value) + 0.0);  // the file has one zero only
    const void* const bytes =
        type == SQLITE_TEXT ? static_cast<const void*>(sqlite3_value_text(value)) : sqlite3_value_blob(value);
    hash.add(bytes, static_cast<std::size_t>(sqlite3_value_bytes(value)));
}

/// The keys, then the values.
void rowSum(sqlite3_context* context, int count, sqlite3_value** arguments) {
    const auto* const keys = static_cast<const char*>(sqlite3_value_blob(arguments[0]));
    const auto keysSize = static_cast<std::size_t>(sqlite3_value_bytes(arguments[0]));
    if (keys == nullptr || keysSize != static_cast<std::size_t>(count - 1) * keyBytes)
        return sqlite3_result_error(context, "every value needs a key", -1);
    std::uint64_t sum = 0;
    for (int i = 1; i < count; ++i) {
        const int type = sqlite3_value_type(arguments[i]);
        if (type == SQLITE_NULL) continue;
        Hash hash;
        hash.add(keys + static_cast<std::size_t>(i - 1) * keyBytes, keyBytes);
        addValue(hash, arguments[i], type);
        sum += hash.value();
    }
    std::int64_t result = 0;
    std::memcpy(&result, &sum, sizeof result);
    sqlite3_result_int64(context, result);
}

}  // namespace

void addRowSum(SQLite::Database& connection) {
    const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;
    const int done = sqlite3_create_function_v2(connection.getHandle(), "zx_row_sum", -1, flags, nullptr, rowSum,
                                                nullptr, nullptr, nullptr);
    if (done != SQLITE_OK) throw SQLite::Exception(connection.getHandle(), done);
}

std::string rowSumOf(const std::vector<Summand>& values) {
    assert(!values.empty() && values.size() < argumentsMax);
    constexpr std::array<char, 17> digits{"0123456789abcdef"};
    std::string keys;
    std::string expressions;
    for (const Summand& value : values) {
        for (const int shift : {12, 8, 4, 0}) keys += digits[(value.key >> shift) & 0xFU];
        expressions += ", " + value.expression;
    }
    return "zx_row_sum(x'" + keys + '\'' + expressions + ')';
}

std::string rowSumOf(std::uint16_t firstKey, std::span<const std::string> expressions) {
    std::vector<Summand> values;
    values.reserve(expressions.size());
    for (const std::string& expression : expressions) values.push_back({firstKey++, expression});
    return rowSumOf(values);
}

}  // namespace zhixing::sqlite
