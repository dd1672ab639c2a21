#include <charconv>
#include <limits>

#include "shared/model/json_values.h"
#include "sync/wire/codec.h"
#include "sync/wire/line_reader.h"
#include "sync/wire/line_writer.h"
#include "sync/wire/lines.h"

/// What the server says.
namespace zhixing::sync {
namespace {

void writeScopes(LineWriter& line, std::string& out, const ScopeSet& scopes) {
    line.key("scopes");
    out += '[';
    for (const Scope& scope : scopes) {
        if (out.back() != '[') out += ',';
        out += '[';
        appendId(out, scope.place);
        out += ",\"";
        out += word(scope.audience);
        out += "\"]";
    }
    out += ']';
}

struct Encoder {
    std::string operator()(const Welcome& welcome) const {
        std::string out;
        LineWriter line(out);
        line.word("t", "welcome")
            .text("epoch", welcome.epoch)
            .number("head", welcome.head)
            .number("now", welcome.now.ms);
        line.id("person", welcome.person).id("device", welcome.device).number("last_counter", welcome.lastCounter);
        writeScopes(line, out, welcome.scopes);
        line.end();
        return out;
    }
    std::string operator()(const Outcomes& outcomes) const {
        std::string out = R"({"t":"outcomes"})";
        for (const Outcome& outcome : outcomes.outcomes) {
            out += '\n';
            appendOutcome(out, outcome);
        }
        return out;
    }
    std::string operator()(const Page& page) const {
        std::string out = pageHead(page.from, page.to, page.head);
        for (const PageRecord& record : page.records) {
            out += '\n';
            appendPageRecord(out, record);
        }
        return out;
    }
    std::string operator()(const CaughtUp& caughtUp) const {
        std::string out;
        LineWriter line(out);
        line.word("t", "caught_up").number("from", caughtUp.from).number("seq", caughtUp.seq);
        line.number("count", caughtUp.digest.count).word("sum", caughtUp.digest.sumText()).end();
        return out;
    }
    std::string operator()(const ScopesChanged& changed) const {
        std::string out;
        LineWriter line(out);
        line.word("t", "scopes_changed");
        writeScopes(line, out, changed.scopes);
        line.end();
        return out;
    }
    std::string operator()(const Refusal& refusal) const {
        std::string out;
        LineWriter line(out);
        line.word("t", "refused");
        writeError(line, refusal.error);
        line.flag("fatal", refusal.fatal).number("retry_after_ms", refusal.retryAfterMs).end();
        return out;
    }
};

Result<Scope> readScope(JsonValue value) {
    ZX_ASSIGN(const JsonItems pair, readArray(value, "scopes"));
    if (pair.size() != 2) return Error{Code::wrong_type, "should be [node, audience]", "scopes", {}};
    auto part = pair.begin();
    Scope scope;
    ZX_ASSIGN(scope.place, readId(*part, "scopes"));
    ZX_ASSIGN(scope.audience, readAudience(*++part, "scopes"));
    return scope;
}

Result<ScopeSet> readScopes(LineReader& line) {
    ZX_ASSIGN(const JsonValue value, line.need("scopes"));
    ZX_ASSIGN(const JsonItems items, readArray(value, "scopes"));
    ScopeSet scopes;
    scopes.reserve(items.size());
    for (const JsonValue item : items) {
        ZX_ASSIGN(const Scope scope, readScope(item));
        if (!scopes.empty() && scopes.back() >= scope) return Error{Code::malformed, "scopes ascend", "scopes", {}};
        scopes.push_back(scope);
    }
    return scopes;
}

Result<ServerMessage> readWelcome(LineReader& line) {
    Welcome welcome;
    ZX_ASSIGN(welcome.epoch, line.string("epoch"));
    ZX_ASSIGN(welcome.head, line.number("head"));
    ZX_ASSIGN(welcome.now.ms, line.number("now"));
    ZX_ASSIGN(welcome.person, line.id("person"));
    ZX_ASSIGN(welcome.device, line.id("device"));
    ZX_ASSIGN(welcome.lastCounter, line.number("last_counter"));
    ZX_ASSIGN(welcome.scopes, readScopes(line));
    ZX_TRY(line.nothingElse());
    return ServerMessage(std::move(welcome));
}

Result<ServerMessage> readOutcomes(JsonReader& reader, LineReader& head, MessageLines& lines) {
    ZX_TRY(head.nothingElse());
    Outcomes outcomes;
    while (const auto line = lines.next()) {
        if (outcomes.outcomes.size() == limits::batchOperationsMax)
            return tooMany("outcomes", limits::batchOperationsMax);
        ZX_ASSIGN(Outcome outcome, readOutcome(reader, *line));
        outcomes.outcomes.push_back(std::move(outcome));
    }
    return ServerMessage(std::move(outcomes));
}

Result<ServerMessage> readPage(const Catalog& catalog, JsonReader& reader, LineReader& head, MessageLines& lines) {
    Page page;
    ZX_ASSIGN(page.from, head.number("from"));
    ZX_ASSIGN(page.to, head.number("to", page.from));
    ZX_ASSIGN(page.head, head.number("head", page.to));
    ZX_TRY(head.nothingElse());
    while (const auto line = lines.next()) {
        if (page.records.size() == limits::pageRecordsMax) return tooMany("records", limits::pageRecordsMax);
        ZX_ASSIGN(PageRecord entry, readPageRecord(catalog, reader, *line));
        page.records.push_back(std::move(entry));
    }
    return ServerMessage(std::move(page));
}

/// The 32 digits that Digest::sumText() writes.
Result<Digest> readDigest(LineReader& line) {
    Digest digest;
    ZX_ASSIGN(digest.count, line.number("count"));
    ZX_ASSIGN(const std::string_view sum, line.text("sum"));
    constexpr std::size_t half = 16;
    if (sum.size() == 2 * half) {
        std::from_chars(sum.data(), sum.data() + half, digest.high, 16);
        std::from_chars(sum.data() + half, sum.data() + 2 * half, digest.low, 16);
    }
    if (digest.sumText() != sum) return Error{Code::malformed, "should be 32 hexadecimal digits", "sum", {}};
    return digest;
}

Result<ServerMessage> readCaughtUp(LineReader& line) {
    CaughtUp caughtUp;
    ZX_ASSIGN(caughtUp.from, line.number("from"));
    ZX_ASSIGN(caughtUp.seq, line.number("seq", caughtUp.from));
    ZX_ASSIGN(caughtUp.digest, readDigest(line));
    ZX_TRY(line.nothingElse());
    return ServerMessage(caughtUp);
}

Result<ServerMessage> readScopesChanged(LineReader& line) {
    ScopesChanged changed;
    ZX_ASSIGN(changed.scopes, readScopes(line));
    ZX_TRY(line.nothingElse());
    return ServerMessage(std::move(changed));
}

Result<ServerMessage> readRefusal(LineReader& line) {
    Refusal refusal;
    ZX_TRY(readError(line, refusal.error));
    ZX_ASSIGN(refusal.fatal, line.flag("fatal"));
    ZX_ASSIGN(const std::int64_t retryAfterMs, line.number("retry_after_ms", 0, std::numeric_limits<int>::max()));
    refusal.retryAfterMs = static_cast<int>(retryAfterMs);
    ZX_TRY(line.nothingElse());
    return ServerMessage(std::move(refusal));
}

}  // namespace

std::string encode(const ServerMessage& message) { return std::visit(Encoder{}, message); }

Result<ServerMessage> decodeServer(const Catalog& catalog, std::string_view bytes) {
    ZX_TRY(checkSize(bytes, limits::messageBytesMax));
    MessageLines lines(bytes);
    JsonReader reader;
    ZX_ASSIGN(const JsonValue root, reader.read(*lines.next()));
    ZX_ASSIGN(LineReader head, LineReader::of(root));
    ZX_ASSIGN(const std::string_view type, head.text("t"));
    if (type == "page") return readPage(catalog, reader, head, lines);
    if (type == "outcomes") return readOutcomes(reader, head, lines);
    ZX_TRY(lines.nothingElse());
    if (type == "welcome") return readWelcome(head);
    if (type == "caught_up") return readCaughtUp(head);
    if (type == "scopes_changed") return readScopesChanged(head);
    if (type == "refused") return readRefusal(head);
    return unknownMessage();
}

}  // namespace zhixing::sync
