#include "client/cli/commands.h"
#include "client/cli/output.h"
#include "client/cli/store_file.h"
#include "client/store/search.h"
#include "client/store/store_reader.h"
#include "shared/base/text.h"
#include "shared/search/record_text.h"
#include "sync/wire/line_writer.h"

namespace zhixing::client::cli {
namespace {

constexpr std::size_t perTypeMax = 100;

}  // namespace

Result<void> search(const Arguments& arguments) {
    std::string words;
    for (const std::string& word : arguments.words) words += word + ' ';
    if (!isCleanUtf8(words)) return Error{Code::malformed, "the words are no UTF-8 text", {}, {}};
    ZX_ASSIGN(auto database, openForLooking(arguments));
    ZX_ASSIGN(const Found found, find(database, catalog(), zhixing::search::Query(words), perTypeMax));
    StoreReader reader(catalog(), database);
    for (const FoundKind& kind : found.kinds) {
        for (const Id& id : kind.best) {
            ZX_ASSIGN(const auto row, reader.find(*kind.type, id));
            if (!row) continue;
            std::string line;
            sync::LineWriter(line)
                .word("type", kind.type->name)
                .id("id", id)
                .text("name", zhixing::search::nameOf(row->record))
                .end();
            printLine(line);
        }
    }
    return {};
}

}  // namespace zhixing::client::cli
