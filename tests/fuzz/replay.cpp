#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

/// The main function of a fuzz target where no fuzzer is linked: gives it every file of the folders named, in order of
/// their names. Fails when a folder has none, and when one input takes longer than any may.

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

// A hang is what takes more than a second on a quiet machine; tests share theirs with others and with sanitizers.
constexpr std::chrono::seconds inputTimeMax{10};

bool replay(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    const std::vector<char> bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    std::printf("%s\n", path.c_str());
    std::fflush(stdout);  // the last name printed is the one that crashed
    const auto begin = std::chrono::steady_clock::now();
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    return std::chrono::steady_clock::now() - begin <= inputTimeMax;
}

}  // namespace

int main(int count, char** arguments) {
    std::vector<std::filesystem::path> paths;
    for (int i = 1; i < count; ++i) {
        for (const auto& entry : std::filesystem::directory_iterator(arguments[i])) paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    if (paths.empty()) {
        std::fprintf(stderr, "nothing to replay\n");
        return EXIT_FAILURE;
    }
    for (const std::filesystem::path& path : paths) {
        if (!replay(path)) {
            std::fprintf(stderr, "took too long\n");
            return EXIT_FAILURE;
        }
    }
    return EXIT_SUCCESS;
}
