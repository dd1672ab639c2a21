#include "client/store/scope_bytes.h"

namespace zhixing::client {

void appendScope(std::string& bytes, const Scope& scope) {
    bytes.append(scope.place.bytes().begin(), scope.place.bytes().end());
    bytes.push_back(static_cast<char>(scope.audience));
}

Result<Scope> takeScope(std::string_view& bytes) {
    constexpr std::size_t size = sizeof(Bytes16) + 1;
    if (bytes.size() >= size) {
        const auto place = Id::fromBytes(bytes.data(), sizeof(Bytes16));
        const auto audience = static_cast<unsigned char>(bytes[sizeof(Bytes16)]);
        bytes.remove_prefix(size);
        if (place && audience <= static_cast<unsigned char>(Audience::headquarters)) {
            return Scope{*place, static_cast<Audience>(audience)};
        }
    }
    return Error{Code::damaged, "a scope cannot be read", {}, {}};
}

}  // namespace zhixing::client
