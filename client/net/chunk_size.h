#pragma once

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <utility>

namespace zhixing::client {

/// How many bytes of a photo may be under way at once.
///
/// Photos and rows share the link, and whatever was handed to it goes before a row that comes later; so a chunk is no more
/// than the link carries in a moment that nobody notices. That is measured anew with every chunk: from when it is sent
/// until the server has it, less the time that the way alone takes.
///
/// And each chunk costs a request's header, while a link that breaks costs about half a chunk. The sum is least at
/// sqrt(2 × header × what the link carries between two breaks); the best guess at that is what it has carried.
class ChunkSize {
public:
    static constexpr std::chrono::milliseconds longest{150};
    static constexpr std::size_t firstBytes = 16 * 1024;
    static constexpr std::size_t smallestBytes = 8 * 1024;
    static constexpr std::size_t largestBytes = 512 * 1024;
    static constexpr std::size_t headerBytes = 300;  // about what a request has

    [[nodiscard]] std::size_t bytes() const { return bytes_; }

    /// A request without a body was answered after this time: about what the way takes.
    void answered(std::chrono::microseconds elapsed) { way_ = way_.count() == 0 ? elapsed : std::min(way_, elapsed); }
    /// A chunk of this size was taken after this time. Grows step by step, and shrinks at once.
    void taken(std::size_t size, std::chrono::microseconds elapsed) {
        carried_ += static_cast<double>(size);
        const auto time = std::max(elapsed - way_, std::chrono::microseconds(100));
        const double fits = static_cast<double>(size) * (longest / std::chrono::duration<double, std::micro>(time));
        const double pays = std::max(static_cast<double>(firstBytes),
                                     std::sqrt(2.0 * headerBytes * std::max(carried_, carriedBefore_)));
        const double next = std::min({fits, pays, static_cast<double>(size) * 4, static_cast<double>(largestBytes)});
        bytes_ = std::max(smallestBytes, static_cast<std::size_t>(next));
    }
    /// The link broke: how fast it is now is anybody's guess, how long it holds is not.
    void broken() {
        carriedBefore_ = std::exchange(carried_, 0);
        bytes_ = firstBytes;
        way_ = {};
    }

private:
    std::size_t bytes_ = firstBytes;
    std::chrono::microseconds way_{0};
    double carried_ = 0;        // bytes, since the link broke
    double carriedBefore_ = 0;  // and from then to the break before
};

}  // namespace zhixing::client
