#include <fmt/core.h>
#include <zdict.h>
#include <zstd.h>

#include <nlohmann/json.hpp>

#include "shared/catalog/catalog.h"
#include "sync/wire/codec.h"
#include "sync/wire/packer.h"
#include "sync/wire/packing.h"
#include "tests/bench/stopwatch.h"
#include "tests/bench/wire_traffic.h"

/// How many bytes the same messages take in every form that was thought of, and how long the chosen one takes.
/// README.md says which was kept and why.

using namespace zhixing;
using namespace zhixing::bench;

namespace {

constexpr std::uint32_t learnedFrom =
    300;  // days from which dictionaries are made, apart from the one that is measured
constexpr std::size_t dictionaryBytes = 16 * 1024;
constexpr int level = 3;

std::string cborOf(const std::string& message) {
    std::string bytes;
    for (std::size_t from = 0; from <= message.size();) {
        const std::size_t end = std::min(message.find('\n', from), message.size());
        for (const std::uint8_t byte : nlohmann::json::to_cbor(nlohmann::json::parse(message.substr(from, end - from))))
            bytes += static_cast<char>(byte);
        from = end + 1;
    }
    return bytes;
}
std::string packedOf(const std::string& message) { return sync::packLines(&catalog(), message).value(); }
std::string bareOf(const std::string& message) { return sync::packLines(nullptr, message).value(); }
std::string jsonOf(const std::string& message) { return message; }

/// One form, with a dictionary learned from other days.
struct Form {
    const char* name;
    std::string (*write)(const std::string&);
    std::string dictionary{};

    void learn() {
        std::string all;
        std::vector<std::size_t> sizes;
        for (std::uint32_t seed = 1; seed <= learnedFrom; ++seed) {
            for (const Sample& sample : trafficOf(seed, false)) {
                if (sample.message.size() > 20'000) continue;  // would drown the short ones
                const std::string bytes = write(sample.message);
                all += bytes;
                sizes.push_back(bytes.size());
            }
        }
        dictionary.resize(dictionaryBytes);
        dictionary.resize(ZDICT_trainFromBuffer(dictionary.data(), dictionary.size(), all.data(), sizes.data(),
                                                static_cast<unsigned>(sizes.size())));
    }
};

std::size_t compressed(const std::string& bytes, const std::string& dictionary = {}) {
    static ZSTD_CCtx* context = ZSTD_createCCtx();
    std::string out(ZSTD_compressBound(bytes.size()), '\0');
    return ZSTD_compress_usingDict(context, out.data(), out.size(), bytes.data(), bytes.size(), dictionary.data(),
                                   dictionary.size(), level);
}

template <typename Work>
double microseconds(Work work) {
    const Stopwatch watch;
    int rounds = 0;
    for (; watch.ms() < 50; ++rounds) work();
    return watch.ms() * 1'000 / rounds;
}

}  // namespace

int main() {
    Form forms[]{{"JSON", jsonOf}, {"CBOR", cborOf}, {"packed, no names", bareOf}, {"packed", packedOf}};
    for (Form& form : forms) form.learn();
    const auto samples = trafficOf(learnedFrom + 1, true);
    sync::Packer packer(catalog(), {sync::Coding::packedNamed, sync::minorNewest});

    fmt::print("bytes: plain / zstd / zstd with a trained dictionary of {} bytes\n\n{:<32}", dictionaryBytes, "");
    for (const Form& form : forms) fmt::print("{:>22}", form.name);
    fmt::print("{:>12}\n", "as sent");
    for (const Sample& sample : samples) {
        fmt::print("{:<32}", sample.name);
        for (const Form& form : forms) {
            const std::string bytes = form.write(sample.message);
            fmt::print("{:>22}",
                       fmt::format("{}/{}/{}", bytes.size(), compressed(bytes), compressed(bytes, form.dictionary)));
        }
        fmt::print("{:>12}\n", packer.pack(sample.message).size());
    }

    fmt::print("\nmicroseconds of one processor\n\n{:<32}{:>10}{:>10}{:>12}{:>12}\n", "", "pack", "unpack", "zstd only",
               "read JSON");
    for (const Sample& sample : samples) {
        const std::string& message = sample.message;
        const std::string packed = packer.pack(message);
        const double packing = microseconds([&] { (void)packer.pack(message); });
        const double unpacking = microseconds([&] { (void)packer.unpack(packed); });
        const double squeezing = microseconds([&] { (void)compressed(message); });
        const double reading = microseconds([&] {
            if (!sync::decodeServer(catalog(), message)) (void)sync::decodeClient(catalog(), message);
        });
        fmt::print("{:<32}{:>10.1f}{:>10.1f}{:>12.1f}{:>12.1f}\n", sample.name, packing, unpacking, squeezing, reading);
    }
    return 0;
}
