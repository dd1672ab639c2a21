#pragma once

#include <cstddef>
#include <cstdint>

/// The first byte of a packed value, and of a packed key. PROTOCOL.md, 18 has the same tables in words.
namespace zhixing::sync::packed_form {

// ---- values
inline constexpr std::uint8_t integer = 0x00;  ///< and the integer itself, below integerInline
inline constexpr std::uint8_t string = 0x80;   ///< and its bytes, below stringInline
inline constexpr std::uint8_t object = 0xa0;   ///< and its members, below containerInline
inline constexpr std::uint8_t array = 0xb0;    ///< and its items, below containerInline
inline constexpr std::uint8_t option = 0xc0;   ///< and its position among its field's, below optionInline
inline constexpr std::uint8_t null = 0xe0;
inline constexpr std::uint8_t no = 0xe1;
inline constexpr std::uint8_t yes = 0xe2;
inline constexpr std::uint8_t integerLong = 0xe3;   ///< varint of what is above integerInline
inline constexpr std::uint8_t negative = 0xe4;      ///< varint of -1 - n
inline constexpr std::uint8_t decimal = 0xe5;       ///< places, varint of what it is without its point, zigzag
inline constexpr std::uint8_t number = 0xe6;        ///< any other: varint of bytes, and these
inline constexpr std::uint8_t stringLong = 0xe7;    ///< varint of bytes above stringInline, and all of these
inline constexpr std::uint8_t objectLong = 0xe8;    ///< varint of members above containerInline
inline constexpr std::uint8_t arrayLong = 0xe9;     ///< varint of items above containerInline
inline constexpr std::uint8_t id = 0xea;            ///< 16 bytes
inline constexpr std::uint8_t hexadecimal = 0xeb;   ///< varint of bytes, and these: twice as many lower-case digits
inline constexpr std::uint8_t date = 0xec;          ///< varint of days since 1970-01-01
inline constexpr std::uint8_t earlier = 0xed;       ///< varint: a string of this message, counted from 0
inline constexpr std::uint8_t protocolWord = 0xee;  ///< its number
inline constexpr std::uint8_t typeName = 0xef;      ///< varint of the type's number

inline constexpr std::size_t integerInline = 0x80;
inline constexpr std::size_t stringInline = 0x20;
inline constexpr std::size_t containerInline = 0x10;
inline constexpr std::size_t optionInline = 0x20;

// ---- keys
inline constexpr std::uint8_t stringKey = 0x00;    ///< and a value that is a string
inline constexpr std::uint8_t protocolKey = 0x80;  ///< and the word's number; what lies between: a field's number
inline constexpr std::uint16_t fieldKeyMax = 0x7f;

/// Shorter ones are not worth a place among the strings that may be named again.
inline constexpr std::size_t earlierBytesMin = 4;
/// Digits that are packed as bytes: an even count of at least so many.
inline constexpr std::size_t hexDigitsMin = 8;

}  // namespace zhixing::sync::packed_form
