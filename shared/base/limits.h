#pragma once

#include <cstddef>
#include <cstdint>

/// Every bound on what comes from outside, in one place. Both ends use the same numbers; PROTOCOL.md quotes them.
namespace zhixing::limits {

inline constexpr std::size_t messageBytesMax = 1024 * 1024;
/// Bytes that one byte of a compressed message may stand for.
inline constexpr std::size_t compressionRatioMax = 256;
inline constexpr std::size_t jsonDepthMax = 32;
inline constexpr std::size_t jsonMembersMax = 1'000;
inline constexpr std::size_t stringBytesMax = 64 * 1024;
inline constexpr std::size_t arrayItemsMax = 5'000;
inline constexpr std::size_t batchOperationsMax = 500;
inline constexpr std::size_t groupOperationsMax = 100;
/// A push stops growing here. A group travels whole, so it may not be larger either.
inline constexpr std::size_t pushBytesTarget = 512 * 1024;
inline constexpr std::int64_t operationsInFlightMax = 2'000;  ///< sent by one device and not yet answered
/// Own operations that a device remembers after the server has taken them, should the server lose them.
inline constexpr std::int64_t operationsRememberedMax = 10'000;
inline constexpr std::size_t pageRecordsMax = 500;
/// A page stops growing here, so that one more record of the greatest size still fits into a message.
inline constexpr std::size_t pageBytesTarget = 256 * 1024;
/// What a broken connection may cost a new device: one answer of this size is under way at a time.
inline constexpr std::size_t fillBytesTarget = 64 * 1024;
inline constexpr std::size_t recordBytesMax = 256 * 1024;
inline constexpr std::size_t sessionQueueBytesMax = 4 * 1024 * 1024;
inline constexpr std::size_t pageCreditMax = 8;
inline constexpr std::size_t inspectPrefixesMax = 64;  ///< asked for in one message
/// As many records or fewer beneath a prefix are listed one by one.
inline constexpr std::size_t bucketRecordsMax = 64;
inline constexpr std::size_t fetchRecordsMax = 500;
/// Changes of a record in one answer; it also stops growing at fillBytesTarget.
inline constexpr std::size_t historyLinesMax = 100;
/// Records whose history a device remembers, those asked about last.
inline constexpr std::int64_t historiesKeptMax = 500;
/// Devices named in one answer, those that agreed last.
inline constexpr std::size_t devicesListedMax = 2'000;
inline constexpr std::size_t httpHeaderBytesMax = 8 * 1024;
inline constexpr std::size_t httpBodyBytesMax = 64 * 1024;
inline constexpr std::size_t importLineBytesMax = recordBytesMax;

inline constexpr std::size_t blobBytesMax = 10 * 1024 * 1024;  ///< a photo or document
inline constexpr std::int64_t imagePixelsMax = 40'000'000;
inline constexpr std::size_t imageBlocksMax = 4'096;  ///< segments or chunks of one picture
inline constexpr std::size_t thumbnailBytesMax = 20 * 1024;

inline constexpr std::int64_t tagsMax = 50;
inline constexpr std::int64_t tagCodePointsMax = 40;
inline constexpr std::int64_t referencesMax = 200;
inline constexpr std::int64_t entriesMax = 200;  ///< answers of a questionnaire, items of a checklist
inline constexpr std::int64_t entryKeyCodePointsMax = 200;
inline constexpr std::int64_t entryValueCodePointsMax = 2'000;
inline constexpr std::int64_t accuracyMetresMax = 100'000;

inline constexpr std::size_t searchWordsMax = 8;  ///< looked for at once
inline constexpr std::size_t searchWordCodePointsMax = 40;

inline constexpr std::int64_t discardedDaysMax = 90;  ///< how long what was thrown away from the tray can be had back

inline constexpr std::int64_t decimalScale = 1'000'000;  ///< decimals keep six places
/// Whole units. Below 2^33 doubles lie closer together than decimals do, so each decimal has a double of its own.
inline constexpr std::int64_t decimalUnitsMax = 8'000'000'000;
inline constexpr std::int64_t moneyFenMax = 100'000'000'000'00;    ///< a hundred billion yuan
inline constexpr std::int64_t integerMax = 9'007'199'254'740'991;  ///< 2^53-1: exact in every JSON reader
inline constexpr std::int64_t clockAheadMsMax = 5 * 60 * 1000;  ///< a stamp further ahead is held to the server's now

static_assert(pageBytesTarget + recordBytesMax < messageBytesMax);
static_assert(pushBytesTarget + recordBytesMax < messageBytesMax);
static_assert(groupOperationsMax <= batchOperationsMax);
static_assert(decimalUnitsMax * decimalScale <= integerMax);
static_assert(moneyFenMax <= integerMax);

}  // namespace zhixing::limits
