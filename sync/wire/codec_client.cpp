#include <cassert>

#include "shared/model/json_values.h"
#include "sync/wire/codec.h"
#include "sync/wire/line_reader.h"
#include "sync/wire/line_writer.h"
#include "sync/wire/lines.h"
#include "sync/wire/words.h"

/// What devices say.
namespace zhixing::sync {
namespace {

std::string pushHead(Counter acked) {
    std::string out;
    LineWriter(out).word("t", "push").number("acked", acked).end();
    return out;
}

struct Encoder {
    std::string operator()(const Hello& hello) const {
        std::string out;
        LineWriter line(out);
        line.word("t", "hello").number("protocol", hello.protocol).text("schema", hello.schema);
        line.text("token", hello.token).text("epoch", hello.epoch).number("cursor", hello.cursor);
        line.number("acked", hello.acked).text("scopes", hello.scopes).end();
        return out;
    }
    std::string operator()(const Push& push) const {
        std::string out = pushHead(push.acked);
        for (const auto& operation : push.operations) {
            // A BadOperation is what became of somebody's line; nobody sends one.
            assert(std::holds_alternative<Operation>(operation));
            out += '\n';
            appendOperation(out, std::get<Operation>(operation));
        }
        return out;
    }
    std::string operator()(const Pull& pull) const {
        std::string out;
        LineWriter(out).word("t", "pull").number("cursor", pull.cursor).number("credit", pull.credit).end();
        return out;
    }
    std::string operator()(const Credit& credit) const {
        std::string out;
        LineWriter(out).word("t", "credit").number("pages", credit.pages).end();
        return out;
    }
    std::string operator()(const Fill& fill) const {
        std::string out;
        LineWriter line(out);
        line.word("t", "fill")
            .number("n", fill.number)
            .word("part", word(fill.part))
            .number("after", fill.after)
            .number("until", fill.until);
        if (fill.scopes) writeScopes(line, out, *fill.scopes);
        line.end();
        return out;
    }
    std::string operator()(const Inspect& inspect) const {
        std::string out;
        LineWriter line(out);
        line.word("t", "inspect").key("prefixes");
        out += '[';
        for (const Prefix& prefix : inspect.prefixes) out += (out.back() == '[' ? "\"" : ",\"") + prefix.text() + '"';
        out += ']';
        line.end();
        return out;
    }
    std::string operator()(const Fetch& fetch) const {
        std::string out;
        LineWriter line(out);
        line.word("t", "fetch").key("ids");
        out += '[';
        for (const Id& id : fetch.records) {
            if (out.back() != '[') out += ',';
            appendId(out, id);
        }
        out += ']';
        line.end();
        return out;
    }
    std::string operator()(const AskHistory& asked) const {
        std::string out;
        LineWriter line(out);
        line.word("t", "history").id("id", asked.record);
        if (asked.before != 0) line.number("before", asked.before);
        line.end();
        return out;
    }
    std::string operator()(const Agreed& agreed) const {
        std::string out;
        LineWriter line(out);
        line.word("t", "agreed").number("seq", agreed.seq);
        line.number("count", agreed.digest.count).word("sum", agreed.digest.sumText()).end();
        return out;
    }
    std::string operator()(const AskDevices&) const { return R"({"t":"devices"})"; }
};

Result<ClientMessage> readHello(LineReader& line) {
    Hello hello;
    ZX_ASSIGN(const std::int64_t protocol, line.number("protocol"));
    if (protocol != protocolVersion) {  // another protocol's hello may have other keys: this is what to tell it
        return Error{Code::unsupported_protocol, "this server speaks another protocol", "protocol", protocolVersion};
    }
    ZX_ASSIGN(hello.schema, line.string("schema"));
    ZX_ASSIGN(hello.token, line.string("token"));
    ZX_ASSIGN(hello.epoch, line.string("epoch"));
    ZX_ASSIGN(hello.cursor, line.number("cursor"));
    ZX_ASSIGN(hello.acked, line.number("acked"));
    ZX_ASSIGN(hello.scopes, line.string("scopes"));
    ZX_TRY(line.nothingElse());
    return ClientMessage(std::move(hello));
}

Result<ClientMessage> readPull(LineReader& line) {
    Pull pull;
    ZX_ASSIGN(pull.cursor, line.number("cursor"));
    ZX_ASSIGN(const std::int64_t credit, line.number("credit", 1, limits::pageCreditMax));
    pull.credit = static_cast<int>(credit);
    ZX_TRY(line.nothingElse());
    return ClientMessage(pull);
}

Result<ClientMessage> readCredit(LineReader& line) {
    ZX_ASSIGN(const std::int64_t pages, line.number("pages", 1, limits::pageCreditMax));
    ZX_TRY(line.nothingElse());
    return ClientMessage(Credit{static_cast<int>(pages)});
}

Result<ClientMessage> readFill(LineReader& line) {
    Fill fill;
    ZX_ASSIGN(fill.number, line.number("n"));
    ZX_ASSIGN(const JsonValue part, line.need("part"));
    ZX_ASSIGN(fill.part, meaningOf(part, "part", partFromWord));
    ZX_ASSIGN(fill.after, line.number("after"));
    ZX_ASSIGN(fill.until, line.number("until", fill.after));
    if (const auto scopes = line.find("scopes")) {
        ZX_ASSIGN(fill.scopes, readScopes(*scopes));
    }
    ZX_TRY(line.nothingElse());
    return ClientMessage(std::move(fill));
}

Result<ClientMessage> readInspect(LineReader& line) {
    Inspect inspect;
    ZX_ASSIGN(const JsonValue value, line.need("prefixes"));
    ZX_ASSIGN(const JsonItems items, readArray(value, "prefixes"));
    if (items.size() == 0) return Error{Code::required, "which prefixes?", "prefixes", {}};
    if (items.size() > limits::inspectPrefixesMax) return tooMany("prefixes", limits::inspectPrefixesMax);
    for (const JsonValue item : items) {
        ZX_ASSIGN(const Prefix prefix, meaningOf(item, "prefixes", Prefix::parse));
        inspect.prefixes.push_back(prefix);
    }
    ZX_TRY(line.nothingElse());
    return ClientMessage(std::move(inspect));
}

Result<ClientMessage> readFetch(LineReader& line) {
    Fetch fetch;
    ZX_ASSIGN(const JsonValue value, line.need("ids"));
    ZX_ASSIGN(const JsonItems items, readArray(value, "ids"));
    if (items.size() > limits::fetchRecordsMax) return tooMany("ids", limits::fetchRecordsMax);
    for (const JsonValue item : items) {
        ZX_ASSIGN(const Id id, readId(item, "ids"));
        fetch.records.push_back(id);
    }
    ZX_TRY(line.nothingElse());
    return ClientMessage(std::move(fetch));
}

Result<ClientMessage> readAskHistory(LineReader& line) {
    AskHistory asked;
    ZX_ASSIGN(asked.record, line.id("id"));
    if (const auto before = line.find("before")) {
        ZX_ASSIGN(asked.before, readInteger(*before, "before", 1, limits::integerMax));
    }
    ZX_TRY(line.nothingElse());
    return ClientMessage(asked);
}

Result<ClientMessage> readAgreed(LineReader& line) {
    Agreed agreed;
    ZX_ASSIGN(agreed.seq, line.number("seq"));
    ZX_ASSIGN(const std::int64_t count, line.number("count"));
    ZX_ASSIGN(const std::string_view sum, line.text("sum"));
    ZX_ASSIGN(agreed.digest, digestFrom(count, sum));
    ZX_TRY(line.nothingElse());
    return ClientMessage(agreed);
}

Result<ClientMessage> readPush(const Catalog& catalog, JsonReader& reader, LineReader& head, MessageLines& lines) {
    Push push;
    ZX_ASSIGN(push.acked, head.number("acked"));
    ZX_TRY(head.nothingElse());
    while (const auto line = lines.next()) {
        if (push.operations.size() == limits::batchOperationsMax)
            return tooMany("operations", limits::batchOperationsMax);
        auto operation = readOperation(catalog, reader, *line);
        if (operation.ok()) {
            push.operations.emplace_back(std::move(operation).value());
            continue;
        }
        const std::optional<Counter> counter = numberInFront(*line);
        if (!counter) return std::move(operation).error();
        push.operations.emplace_back(BadOperation{*counter, std::move(operation).error()});
    }
    return ClientMessage(std::move(push));
}

}  // namespace

std::string encode(const ClientMessage& message) { return std::visit(Encoder{}, message); }

Result<ClientMessage> decodeClient(const Catalog& catalog, std::string_view bytes) {
    ZX_TRY(checkSize(bytes, limits::messageBytesMax));
    MessageLines lines(bytes);
    JsonReader reader;
    ZX_ASSIGN(const JsonValue root, reader.read(*lines.next()));
    ZX_ASSIGN(LineReader head, LineReader::of(root));
    ZX_ASSIGN(const std::string_view type, head.text("t"));
    if (type == "push") return readPush(catalog, reader, head, lines);
    ZX_TRY(lines.nothingElse());
    if (type == "hello") return readHello(head);
    if (type == "pull") return readPull(head);
    if (type == "credit") return readCredit(head);
    if (type == "fill") return readFill(head);
    if (type == "inspect") return readInspect(head);
    if (type == "fetch") return readFetch(head);
    if (type == "history") return readAskHistory(head);
    if (type == "agreed") return readAgreed(head);
    if (type == "devices") {
        ZX_TRY(head.nothingElse());
        return ClientMessage(AskDevices{});
    }
    return unknownMessage();
}

std::string unusedNumberLine(Counter counter) {
    std::string out;
    LineWriter(out).number("n", counter).end();
    return out;
}

std::string joinPush(Counter acked, const std::vector<std::string>& operationLines) {
    std::string out = pushHead(acked);
    std::size_t size = out.size();
    for (const std::string& line : operationLines) size += 1 + line.size();
    out.reserve(size);
    for (const std::string& line : operationLines) {
        out += '\n';
        out += line;
    }
    return out;
}

}  // namespace zhixing::sync
