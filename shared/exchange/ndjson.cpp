#include "shared/exchange/ndjson.h"

#include "shared/base/limits.h"
#include "shared/base/text.h"
#include "shared/exchange/text_lines.h"

namespace zhixing::exchange {

Result<std::size_t> readNdjson(std::istream& in, const Catalog& catalog, const RecordType* assumed,
                               const TakeDocument& take) {
    LineReader lines(in, limits::importLineBytesMax);
    std::size_t taken = 0;
    for (;;) {
        ZX_ASSIGN(const auto line, lines.next());
        if (!line) return taken;
        if (trimmed(*line).empty()) continue;
        auto document = parseDocumentLine(catalog, assumed, *line);
        if (!document.ok()) return atLine(lines.lineNumber(), document.error());
        if (document->type == nullptr) document->type = assumed;
        if (auto result = take(lines.lineNumber(), std::move(document).value()); !result.ok()) {
            return atLine(lines.lineNumber(), result.error());
        }
        ++taken;
    }
}

Result<void> writeNdjson(std::ostream& out, const Record& record) {
    out << canonicalLine(record) << '\n';
    if (!out) return Error{Code::io_failed, "the text cannot be written", {}, {}};
    return {};
}

}  // namespace zhixing::exchange
