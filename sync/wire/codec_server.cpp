#include <limits>

#include "shared/model/json_values.h"
#include "sync/wire/codec.h"
#include "sync/wire/line_reader.h"
#include "sync/wire/line_writer.h"
#include "sync/wire/lines.h"

/// What the server says. A key that a device does not know it passes over: whatever must not be passed over comes under
/// another sub-protocol (PROTOCOL.md, 4).
namespace zhixing::sync {
namespace {

void appendRecords(std::string& out, const std::vector<PageRecord>& records) {
    for (const PageRecord& record : records) {
        out += '\n';
        appendPageRecord(out, record);
    }
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
        if (welcome.horizon > 0) line.number("horizon", welcome.horizon);
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
        appendRecords(out, page.records);
        return out;
    }
    std::string operator()(const Filled& filled) const {
        std::string out = filledHead(filled);
        appendRecords(out, filled.records);
        return out;
    }
    std::string operator()(const Buckets& buckets) const {
        std::string out;
        LineWriter(out).word("t", "buckets").number("from", buckets.from).number("seq", buckets.seq).end();
        for (const Bucket& bucket : buckets.buckets) {
            out += '\n';
            appendBucket(out, bucket);
        }
        return out;
    }
    std::string operator()(const Fetched& fetched) const {
        std::string out = fetchedHead(fetched.isLast);
        appendRecords(out, fetched.records);
        return out;
    }
    std::string operator()(const History& history) const {
        std::string out = historyHead(history);
        for (const HistoryEntry& entry : history.entries) {
            out += '\n';
            appendHistory(out, entry);
        }
        return out;
    }
    std::string operator()(const Devices& devices) const {
        std::string out;
        LineWriter(out).word("t", "devices").number("now", devices.now.ms).end();
        for (const DeviceAgreement& one : devices.devices) {
            out += '\n';
            LineWriter line(out);
            line.id("device", one.device).id("person", one.person).number("at", one.at.ms);
            line.flag("connected", one.isConnected).end();
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

Result<ServerMessage> readWelcome(LineReader& line) {
    Welcome welcome;
    ZX_ASSIGN(welcome.epoch, line.string("epoch"));
    ZX_ASSIGN(welcome.head, line.number("head"));
    ZX_ASSIGN(welcome.now.ms, line.number("now"));
    ZX_ASSIGN(welcome.person, line.id("person"));
    ZX_ASSIGN(welcome.device, line.id("device"));
    ZX_ASSIGN(welcome.lastCounter, line.number("last_counter"));
    ZX_ASSIGN(const JsonValue scopes, line.need("scopes"));
    ZX_ASSIGN(welcome.scopes, readScopes(scopes));
    if (const auto horizon = line.find("horizon")) {
        ZX_ASSIGN(welcome.horizon, readInteger(*horizon, "horizon", 1, welcome.head));
    }
    return ServerMessage(std::move(welcome));
}

Result<ServerMessage> readOutcomes(JsonReader& reader, MessageLines& lines) {
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
    ZX_ASSIGN(page.records, readPageRecords(catalog, reader, lines));
    return ServerMessage(std::move(page));
}

Result<ServerMessage> readFilled(const Catalog& catalog, JsonReader& reader, LineReader& head, MessageLines& lines) {
    Filled filled;
    ZX_ASSIGN(filled.number, head.number("n"));
    ZX_ASSIGN(filled.after, head.number("after"));
    ZX_ASSIGN(filled.to, head.number("to", filled.after));
    ZX_ASSIGN(filled.until, head.number("until", filled.to));
    ZX_ASSIGN(filled.count, head.number("count"));
    ZX_ASSIGN(filled.records, readPageRecords(catalog, reader, lines));
    return ServerMessage(std::move(filled));
}

Result<ServerMessage> readBuckets(JsonReader& reader, LineReader& head, MessageLines& lines) {
    Buckets buckets;
    ZX_ASSIGN(buckets.from, head.number("from"));
    ZX_ASSIGN(buckets.seq, head.number("seq", buckets.from));
    while (const auto line = lines.next()) {
        if (buckets.buckets.size() == limits::inspectPrefixesMax) return tooMany("buckets", limits::inspectPrefixesMax);
        ZX_ASSIGN(Bucket bucket, readBucket(reader, *line));
        buckets.buckets.push_back(std::move(bucket));
    }
    return ServerMessage(std::move(buckets));
}

Result<ServerMessage> readFetched(const Catalog& catalog, JsonReader& reader, LineReader& head, MessageLines& lines) {
    Fetched fetched;
    ZX_ASSIGN(fetched.isLast, head.flag("last"));
    ZX_ASSIGN(fetched.records, readPageRecords(catalog, reader, lines));
    return ServerMessage(std::move(fetched));
}

Result<ServerMessage> readHistoryMessage(const Catalog& catalog, JsonReader& reader, LineReader& head,
                                         MessageLines& lines) {
    History history;
    ZX_ASSIGN(history.record, head.id("id"));
    ZX_ASSIGN(history.newest, head.number("version"));
    ZX_ASSIGN(history.before, head.number("before"));
    ZX_ASSIGN(history.isLast, head.flag("last"));
    while (const auto line = lines.next()) {
        if (history.entries.size() == limits::historyLinesMax) return tooMany("lines", limits::historyLinesMax);
        auto read = readHistory(catalog, reader, *line);
        // Of what an older program does not know it says nothing; that is no reason to end the connection.
        if (!read && (read.error().code == Code::unknown_type || read.error().code == Code::unknown_field)) continue;
        ZX_ASSIGN(HistoryEntry entry, std::move(read));
        if (entry.record != history.record) return Error{Code::bad_reference, "of another record", "id", {}};
        history.entries.push_back(std::move(entry));
    }
    return ServerMessage(std::move(history));
}

Result<ServerMessage> readDevices(JsonReader& reader, LineReader& head, MessageLines& lines) {
    Devices devices;
    ZX_ASSIGN(devices.now.ms, head.number("now"));
    while (const auto bytes = lines.next()) {
        if (devices.devices.size() == limits::devicesListedMax) return tooMany("devices", limits::devicesListedMax);
        ZX_ASSIGN(const JsonValue root, reader.read(*bytes));
        ZX_ASSIGN(LineReader line, LineReader::of(root));
        DeviceAgreement one;
        ZX_ASSIGN(one.device, line.id("device"));
        ZX_ASSIGN(one.person, line.id("person"));
        ZX_ASSIGN(one.at.ms, line.number("at"));
        ZX_ASSIGN(one.isConnected, line.flag("connected"));
        devices.devices.push_back(one);
    }
    return ServerMessage(std::move(devices));
}

Result<ServerMessage> readCaughtUp(LineReader& line) {
    CaughtUp caughtUp;
    ZX_ASSIGN(caughtUp.from, line.number("from"));
    ZX_ASSIGN(caughtUp.seq, line.number("seq", caughtUp.from));
    ZX_ASSIGN(const std::int64_t count, line.number("count"));
    ZX_ASSIGN(const std::string_view sum, line.text("sum"));
    ZX_ASSIGN(caughtUp.digest, digestFrom(count, sum));
    return ServerMessage(caughtUp);
}

Result<ServerMessage> readScopesChanged(LineReader& line) {
    ScopesChanged changed;
    ZX_ASSIGN(const JsonValue scopes, line.need("scopes"));
    ZX_ASSIGN(changed.scopes, readScopes(scopes));
    return ServerMessage(std::move(changed));
}

Result<ServerMessage> readRefusal(LineReader& line) {
    Refusal refusal;
    ZX_TRY(readError(line, refusal.error));
    ZX_ASSIGN(refusal.fatal, line.flag("fatal"));
    ZX_ASSIGN(const std::int64_t retryAfterMs, line.number("retry_after_ms", 0, std::numeric_limits<int>::max()));
    refusal.retryAfterMs = static_cast<int>(retryAfterMs);
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
    if (type == "outcomes") return readOutcomes(reader, lines);
    if (type == "filled") return readFilled(catalog, reader, head, lines);
    if (type == "buckets") return readBuckets(reader, head, lines);
    if (type == "fetched") return readFetched(catalog, reader, head, lines);
    if (type == "history") return readHistoryMessage(catalog, reader, head, lines);
    if (type == "devices") return readDevices(reader, head, lines);
    ZX_TRY(lines.nothingElse());
    if (type == "welcome") return readWelcome(head);
    if (type == "caught_up") return readCaughtUp(head);
    if (type == "scopes_changed") return readScopesChanged(head);
    if (type == "refused") return readRefusal(head);
    return unknownMessage();
}

}  // namespace zhixing::sync
