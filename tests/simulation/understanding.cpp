#include "tests/simulation/understanding.h"

#include <string>
#include <string_view>
#include <unordered_map>

#include "sync/wire/codec.h"
#include "sync/wire/lines.h"
#include "tests/support/test_catalog.h"

namespace zhixing::simulation {

using namespace sync;
using test::testCatalog;

namespace {

constexpr std::size_t rememberedMax = 20'000;

template <typename T>
using Memory = std::unordered_map<std::string, T>;

template <typename T>
void remember(Memory<T>& memory, std::string_view bytes, const T& meaning) {
    if (memory.size() >= rememberedMax) memory.clear();
    memory.emplace(bytes, meaning);
}

Result<PageRecord> entryOf(std::string_view line) {
    static Memory<PageRecord> memory;
    static JsonReader reader;
    if (const auto known = memory.find(std::string(line)); known != memory.end()) return known->second;
    ZX_ASSIGN(PageRecord entry, readPageRecord(testCatalog(), reader, line));
    remember(memory, line, entry);
    return entry;
}

/// The first line through the whole codec, the records one by one.
Result<ServerMessage> pageOf(std::string_view bytes) {
    std::size_t end = bytes.find('\n');
    ZX_ASSIGN(ServerMessage message, decodeServer(testCatalog(), bytes.substr(0, end)));
    auto* page = std::get_if<Page>(&message);
    auto& records = page != nullptr ? page->records : std::get<Filled>(message).records;
    while (end != std::string_view::npos) {
        bytes.remove_prefix(end + 1);
        end = bytes.find('\n');
        ZX_ASSIGN(PageRecord entry, entryOf(bytes.substr(0, end)));
        records.push_back(std::move(entry));
    }
    return message;
}

}  // namespace

Result<std::shared_ptr<const ServerMessage>> understood(const Frame& frame) {
    static Memory<std::shared_ptr<const ServerMessage>> memory;
    if (const auto known = memory.find(*frame); known != memory.end()) return known->second;
    const bool isPage = frame->starts_with(R"({"t":"page")") || frame->starts_with(R"({"t":"filled")");
    ZX_ASSIGN(ServerMessage message, isPage ? pageOf(*frame) : decodeServer(testCatalog(), *frame));
    auto shared = std::make_shared<const ServerMessage>(std::move(message));
    remember(memory, *frame, shared);
    return shared;
}

}  // namespace zhixing::simulation
