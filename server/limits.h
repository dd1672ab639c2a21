#pragma once

#include <chrono>
#include <cstddef>

#include "shared/base/limits.h"

/// The server's own bounds, beside those both ends share. README.md quotes them.
namespace zhixing::server::limits {

using namespace zhixing::limits;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

// ---- connections
inline constexpr seconds handshakeTimeMax{10};  ///< TLS handshake, request header and body, WebSocket handshake, each
inline constexpr seconds helloTimeMax{10};      ///< from the upgrade to the hello
inline constexpr seconds idleTimeMax{60};  ///< a silent peer is pinged after half of this and dropped after all of it
inline constexpr seconds farewellTimeMax{2};  ///< for closing politely when the server stops
inline constexpr std::size_t strangersPerAddressMax =
    50;                                           ///< connections of one address that have not yet said a good hello
inline constexpr std::size_t strangersMax = 200;  ///< the same, of all addresses
inline constexpr std::size_t connectionsMax = 20'000;
inline constexpr int messagesUnderWayMax = 4;  ///< of one connection, received and not yet decided
inline constexpr std::size_t bytesUnderWayMax = 64UL * 1024 * 1024;  ///< of all connections together
inline constexpr std::size_t enrolBodyBytesMax = 4 * 1024;
inline constexpr std::size_t messagesPerCommitMax = 64;  ///< credit does not count
inline constexpr milliseconds creditTimeMax{20};  ///< that credit of devices who have everything waits for other work
inline constexpr std::size_t bytesPerCommitMax = 1024 * 1024;  ///< of messages, so that nobody waits long for others

// ---- blobs
inline constexpr std::size_t blobPieceBytes = 64 * 1024;     ///< read, written and kept in memory at once
inline constexpr std::size_t blobRequestsMax = 256;          ///< under way at once, of all devices
inline constexpr std::size_t bodyBytesPerSecondMin = 1'024;  ///< slower than this, beyond handshakeTimeMax, is cut off
inline constexpr seconds keptAliveTimeMax{30};               ///< between two requests of one connection
inline constexpr std::int64_t photosPerBlobMax = 1'000;      ///< that are told when their blob has come
inline constexpr std::int64_t uploadsPerPersonMax = 100;     ///< begun and not finished
inline constexpr std::chrono::hours uploadLife{7 * 24};      ///< of one that nothing is added to
inline constexpr std::int64_t blobQuotaBytes =
    4LL * 1024 * 1024 * 1024;  ///< of one person, unless serve says otherwise
inline constexpr std::uintmax_t blobDiskReserveBytes =
    64UL * 1024 * 1024;  ///< of the disk, that blobs leave to records

// ---- housekeeping
inline constexpr std::int64_t compactedLinesMax = 10'000;  ///< of the history, beyond the last horizon, in one commit
inline constexpr int freedPagesMax = 1'000;                ///< of the file, in one commit
inline constexpr seconds quietTime{60};                    ///< nothing is heard for so long: a moment for chores
inline constexpr std::chrono::hours choresEvery{24};
inline constexpr std::chrono::hours choresLateBy{24};          ///< then they are done at any moment
inline constexpr std::chrono::hours unnamedBlobLife{90 * 24};  ///< of a blob that no record names
inline constexpr std::size_t blobsListedMax = 10;              ///< by `check`, of those that are not as they should be

// ---- accounts
inline constexpr std::size_t passwordCodePointsMin = 8;
inline constexpr std::size_t passwordBytesMax = 1024;
inline constexpr std::size_t loginCodePointsMax = 64;
inline constexpr std::size_t deviceNameCodePointsMax = 100;
inline constexpr std::size_t hashesAtOnceMax = 2;
inline constexpr std::size_t hashesWaitingMax = 32;
inline constexpr int failuresBeforeDelay = 5;
inline constexpr seconds failureDelayMax{15 * 60};
inline constexpr int attemptsPerAddressPerMinute = 30;
inline constexpr std::size_t addressesRememberedMax = 10'000;
inline constexpr minutes enrolmentCodeLife{10};
inline constexpr std::chrono::hours tokenIdleLife{180 * 24};  ///< a device not heard of for so long enrols again

// ---- control socket
inline constexpr std::size_t controlRequestBytesMax = 64 * 1024;
inline constexpr std::size_t importFileBytesMax = 256UL * 1024 * 1024;
inline constexpr seconds controlTimeMax{10};  ///< for the other side to send or take some bytes

static_assert(enrolBodyBytesMax <= httpBodyBytesMax);
static_assert(strangersPerAddressMax <= strangersMax);

}  // namespace zhixing::server::limits
