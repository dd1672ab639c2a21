#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace zhixing {

using Bytes16 = std::array<std::uint8_t, 16>;

/// The permanent name of a record, person, device or node: 128 bits, written as a lower-case UUID.
/// New ones are UUIDv7 (RFC 9562): they sort by the time they were made, so indices grow at one end.
/// Any other UUID version is accepted from outside.
class Id {
public:
    constexpr Id() = default;
    explicit constexpr Id(const Bytes16& bytes) : bytes_(bytes) {}

    /// A version 7 id from a time and 10 bytes of randomness.
    [[nodiscard]] static Id v7(std::int64_t unixMs, const std::array<std::uint8_t, 10>& random);
    /// The id that is always made from the same name; for records that two computations must agree on.
    [[nodiscard]] static Id named(std::string_view name);
    [[nodiscard]] static std::optional<Id> parse(std::string_view text);
    [[nodiscard]] static std::optional<Id> fromBytes(const void* data, std::size_t size);

    [[nodiscard]] const Bytes16& bytes() const { return bytes_; }
    [[nodiscard]] std::string text() const;
    /// Writes the 36 characters of text() without allocating.
    void writeText(char* out) const;
    [[nodiscard]] bool isNil() const { return *this == Id{}; }

    friend auto operator<=>(const Id&, const Id&) = default;

private:
    Bytes16 bytes_{};
};

}  // namespace zhixing

template <>
struct std::hash<zhixing::Id> {
    std::size_t operator()(const zhixing::Id& id) const noexcept;
};
