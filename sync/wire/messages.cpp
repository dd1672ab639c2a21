#include "sync/wire/messages.h"

#include "shared/base/hash.h"
#include "shared/base/text.h"

namespace zhixing::sync {

std::string scopesKey(const ScopeSet& scopes) {
    std::string names;
    names.reserve(scopes.size() * 48);
    for (const Scope& scope : scopes) {
        names += scope.place.text();
        names += ' ';
        names += word(scope.audience);
        names += '\n';
    }
    const Hash128 hash = hash128(names);
    return toHex(hash.data(), hash.size());
}

}  // namespace zhixing::sync
