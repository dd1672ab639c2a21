#include <algorithm>
#include <map>

#include "server/blobs/blob_register.h"
#include "server/blobs/blob_store.h"
#include "server/commands/command.h"
#include "server/limits.h"
#include "server/store/audit.h"
#include "shared/base/blob_receipt.h"

namespace zhixing::server {

namespace {

/// What there is to say about the files of photos and documents, beside what the database says of them.
struct BlobInspection {
    std::int64_t whole = 0;              ///< files that are what their name says
    std::int64_t unnamed = 0;            ///< of these, those that no record names
    std::int64_t awaited = 0;            ///< named, and not come yet
    std::vector<std::string> missing{};  ///< somebody was told that they are here
    std::vector<std::string> wrong{};    ///< their bytes are not what their name says
};

Result<BlobInspection> inspectBlobs(const std::filesystem::path& directory,
                                    std::map<std::string, BlobRegister::Claim> claims) {
    ZX_ASSIGN(const BlobStore store, BlobStore::open(directory));
    BlobInspection seen;
    for (int folder = 0; folder < BlobStore::folders; ++folder) {
        ZX_ASSIGN(const auto whole, store.wholeIn(folder));
        for (const BlobStore::Whole& blob : whole) {
            const auto claim = claims.find(blob.name);
            const bool isNamed = claim != claims.end() && claim->second.isNamed;
            if (claim != claims.end()) claims.erase(claim);
            const auto bytes = store.read(blob.name, 0, static_cast<std::size_t>(blob.byteCount));
            if (!bytes && bytes.error().code == Code::not_found) continue;  // removed meanwhile
            if (!bytes) return bytes.error();
            if (blobName(*bytes) != blob.name) {
                seen.wrong.push_back(blob.name);
                continue;
            }
            ++seen.whole;
            if (!isNamed) ++seen.unnamed;
        }
    }
    for (const auto& [name, claim] : claims) {
        if (claim.isHeld) {
            // It may have come, or gone, after the folder was looked through.
            ZX_ASSIGN(const auto size, store.sizeOf(name));
            if (!size) seen.missing.push_back(name);
        } else if (claim.isNamed) {
            ++seen.awaited;
        }
    }
    return seen;
}

std::string listed(std::vector<std::string> names, const char* what) {
    if (names.empty()) return {};
    std::ranges::sort(names);
    std::string text = std::to_string(names.size()) + ' ' + what + ':';
    for (std::size_t i = 0; i < std::min(names.size(), limits::blobsListedMax); ++i) text += ' ' + names[i];
    return text + (names.size() > limits::blobsListedMax ? " …; " : "; ");
}

Result<Report> withBlobs(const Inspection& seen, const BlobInspection& blobs) {
    if (!blobs.missing.empty() || !blobs.wrong.empty()) {
        std::string what = listed(blobs.missing, "missing") + listed(blobs.wrong, "not what their name says");
        what.resize(what.size() - 2);
        return Error{Code::damaged, "the records are well, but of the photos and documents are " + what, {}, {}};
    }
    return Report{R"({"result":"ok","records":)" + std::to_string(seen.records) + R"(,"deleted":)" +
                      std::to_string(seen.deleted) + R"(,"history":)" + std::to_string(seen.history) +
                      R"(,"horizon":)" + std::to_string(seen.horizon) + R"(,"head":)" + std::to_string(seen.head) +
                      R"(,"blobs":)" + std::to_string(blobs.whole) + R"(,"unnamed":)" + std::to_string(blobs.unnamed) +
                      R"(,"awaited":)" + std::to_string(blobs.awaited) + "}\n",
                  {}};
}

}  // namespace

/// The files are read afterwards, where nobody waits for them.
Result<Report> checkStore(Desk& desk, const Command& /*command*/) {
    ZX_ASSIGN(const Inspection seen, inspectStore(desk.database(), desk.store(), desk.catalog()));
    ZX_ASSIGN(auto claims, BlobRegister(desk).claims());
    Report report;
    report.then = [seen, claims = std::move(claims),
                   directory = desk.database().path().parent_path()]() -> Result<Report> {
        ZX_ASSIGN(const BlobInspection blobs, inspectBlobs(directory, claims));
        return withBlobs(seen, blobs);
    };
    return report;
}

}  // namespace zhixing::server
