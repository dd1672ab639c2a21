#include <charconv>

#include "shared/model/json_values.h"
#include "sync/wire/line_reader.h"
#include "sync/wire/line_writer.h"
#include "sync/wire/lines.h"

/// The lines of `buckets`: what lies beneath one prefix, and digests in general.
namespace zhixing::sync {
namespace {

constexpr std::size_t childrenCount = 16;

void appendChildren(std::string& out, const std::vector<Digest>& children) {
    for (const Digest& child : children) {
        if (out.back() != '[') out += ',';
        out += '[' + std::to_string(child.count) + ",\"" + child.sumText() + "\"]";
    }
}

void appendVersions(std::string& out, const std::vector<std::pair<Id, Version>>& records) {
    for (const auto& [id, version] : records) {
        if (out.back() != '[') out += ',';
        out += '[';
        appendId(out, id);
        out += ',' + std::to_string(version) + ']';
    }
}

Result<std::vector<Digest>> readChildren(JsonValue value) {
    ZX_ASSIGN(const JsonItems items, readArray(value, "children"));
    if (items.size() != childrenCount) return Error{Code::malformed, "there are sixteen", "children", {}};
    std::vector<Digest> children;
    for (const JsonValue item : items) {
        ZX_ASSIGN(const auto pair, readPair(item, "children"));
        ZX_ASSIGN(const std::int64_t count, readInteger(pair.first, "children", 0, limits::integerMax));
        ZX_ASSIGN(const std::string_view sum, readText(pair.second, "children"));
        ZX_ASSIGN(const Digest digest, digestFrom(count, sum));
        children.push_back(digest);
    }
    return children;
}

Result<std::vector<std::pair<Id, Version>>> readVersions(JsonValue value) {
    ZX_ASSIGN(const JsonItems items, readArray(value, "records"));
    std::vector<std::pair<Id, Version>> records;
    for (const JsonValue item : items) {
        ZX_ASSIGN(const auto pair, readPair(item, "records"));
        ZX_ASSIGN(const Id id, readId(pair.first, "records"));
        ZX_ASSIGN(const Version version, readInteger(pair.second, "records", 1, limits::integerMax));
        records.emplace_back(id, version);
    }
    return records;
}

}  // namespace

void appendBucket(std::string& out, const Bucket& bucket) {
    LineWriter line(out);
    line.word("prefix", bucket.prefix.text());
    const bool isListed = bucket.children.empty();
    line.key(isListed ? "records" : "children");
    out += '[';
    if (isListed) {
        appendVersions(out, bucket.records);
    } else {
        appendChildren(out, bucket.children);
    }
    out += ']';
    line.end();
}

Result<Bucket> readBucket(JsonReader& reader, std::string_view bytes) {
    ZX_ASSIGN(const JsonValue root, reader.read(bytes));
    ZX_ASSIGN(LineReader line, LineReader::of(root));
    Bucket bucket;
    ZX_ASSIGN(const JsonValue prefix, line.need("prefix"));
    ZX_ASSIGN(bucket.prefix, meaningOf(prefix, "prefix", Prefix::parse));
    const auto children = line.find("children");
    const auto records = line.find("records");
    if (children && records) return Error{Code::malformed, "either children or records", "records", {}};
    if (children) {
        ZX_ASSIGN(bucket.children, readChildren(*children));
    } else {
        if (!records) return Error{Code::required, "a key is missing", "records", {}};
        ZX_ASSIGN(bucket.records, readVersions(*records));
    }
    return bucket;
}

Result<Digest> digestFrom(std::int64_t count, std::string_view sum) {
    Digest digest;
    digest.count = count;
    constexpr std::size_t half = 16;
    if (sum.size() == 2 * half) {
        std::from_chars(sum.data(), sum.data() + half, digest.high, 16);
        std::from_chars(sum.data() + half, sum.data() + 2 * half, digest.low, 16);
    }
    if (digest.sumText() != sum) return Error{Code::malformed, "should be 32 hexadecimal digits", "sum", {}};
    return digest;
}

}  // namespace zhixing::sync
