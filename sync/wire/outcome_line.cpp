#include "sync/wire/codec.h"
#include "sync/wire/line_reader.h"
#include "sync/wire/line_writer.h"
#include "sync/wire/lines.h"
#include "sync/wire/words.h"

/// One outcome as a line. The same bytes are kept by the authority until the device has them.
namespace zhixing::sync {
namespace {

Result<std::vector<Id>> readConflicts(JsonValue value) {
    ZX_ASSIGN(const JsonItems items, readArray(value, "conflicts"));
    std::vector<Id> conflicts;
    conflicts.reserve(items.size());
    for (const JsonValue item : items) {
        ZX_ASSIGN(const Id conflict, readId(item, "conflicts"));
        conflicts.push_back(conflict);
    }
    return conflicts;
}

}  // namespace

void writeError(LineWriter& line, const Error& error) {
    line.word("code", word(error.code)).text("message", error.message);
    if (!error.field.empty()) line.text("field", error.field);
    if (error.limit) line.number("limit", *error.limit);
}

Result<void> readError(LineReader& line, Error& error) {
    ZX_ASSIGN(const JsonValue code, line.need("code"));
    ZX_ASSIGN(const std::string_view said, readText(code, "code"));
    // A newer server has reasons that this program has no word for. It is refused all the same, and the values are kept.
    error.code = codeFromWord(said).value_or(Code::forbidden);
    ZX_ASSIGN(error.message, line.string("message"));
    if (const auto field = line.find("field")) {
        ZX_ASSIGN(error.field, readText(*field, "field"));
    }
    if (const auto limit = line.find("limit")) {
        ZX_ASSIGN(error.limit, readInteger(*limit, "limit", -limits::integerMax, limits::integerMax));
    }
    return {};
}

void appendOutcome(std::string& out, const Outcome& outcome) {
    LineWriter line(out);
    line.number("n", outcome.counter).word("result", word(outcome.verdict));
    line.number("version", outcome.version).number("seq", outcome.seq);
    if (!outcome.conflicts.empty()) {
        line.key("conflicts");
        out += '[';
        for (const Id& conflict : outcome.conflicts) {
            if (out.back() != '[') out += ',';
            appendId(out, conflict);
        }
        out += ']';
    }
    if (outcome.error) writeError(line, *outcome.error);
    line.end();
}

Result<Outcome> readOutcome(JsonReader& reader, std::string_view bytes) {
    ZX_ASSIGN(const JsonValue root, reader.read(bytes));
    ZX_ASSIGN(LineReader line, LineReader::of(root));

    Outcome outcome;
    ZX_ASSIGN(outcome.counter, line.number("n", 1));
    ZX_ASSIGN(const JsonValue verdict, line.need("result"));
    ZX_ASSIGN(outcome.verdict, meaningOf(verdict, "result", verdictFromWord));
    ZX_ASSIGN(outcome.version, line.number("version"));
    ZX_ASSIGN(outcome.seq, line.number("seq"));
    if (const auto conflicts = line.find("conflicts")) {
        ZX_ASSIGN(outcome.conflicts, readConflicts(*conflicts));
    }
    if (outcome.verdict == Verdict::rejected) ZX_TRY(readError(line, outcome.error.emplace()));
    return outcome;
}

std::string encodeOutcome(const Outcome& outcome) {
    std::string line;
    appendOutcome(line, outcome);
    return line;
}

Result<Outcome> decodeOutcome(std::string_view line) {
    JsonReader reader;
    return readOutcome(reader, line);
}

}  // namespace zhixing::sync
