#include "shared/model/json_values.h"
#include "sync/wire/line_reader.h"
#include "sync/wire/line_writer.h"
#include "sync/wire/lines.h"

/// Sets of scopes within a message, as [[node, audience], …].
namespace zhixing::sync {
namespace {

Result<Scope> readScope(JsonValue value) {
    ZX_ASSIGN(const auto pair, readPair(value, "scopes"));
    Scope scope;
    ZX_ASSIGN(scope.place, readId(pair.first, "scopes"));
    ZX_ASSIGN(scope.audience, readAudience(pair.second, "scopes"));
    return scope;
}

}  // namespace

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

Result<ScopeSet> readScopes(JsonValue value) {
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

}  // namespace zhixing::sync
