#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/model/record.h"
#include "sync/wire/compression.h"
#include "sync/wire/names.h"

namespace zhixing::sync {

/// Puts whole messages into the form in which one end sends them and the other gets them, whatever they say:
/// unpack(pack(message)) is `message`, byte for byte, for every message that begins as JSON does. Packed ones begin with a
/// mark that no JSON begins with, so a message may stay as it is: one that gains nothing by it, one that nobody could
/// read anyway. Used by one thread.
class Packer {
public:
    /// The catalog outlives the packer.
    Packer(const Catalog& catalog, Dialect dialect)
        : coding_(dialect.coding), names_(dialect.coding == Coding::packedNamed ? &catalog : nullptr, dialect.minor) {}

    [[nodiscard]] std::string pack(std::string_view message);
    /// Errors: those of unpackLines() and Compressor; `malformed` for a packed message where none was agreed on.
    [[nodiscard]] Result<std::string> unpack(std::string_view bytes);

private:
    [[nodiscard]] std::optional<std::string> squeezed(char mark, std::string_view bytes);

    Coding coding_;
    SharedNames names_;
    Compressor compressor_;
};

}  // namespace zhixing::sync
