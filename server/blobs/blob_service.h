#pragma once

#include <atomic>
#include <cstddef>
#include <limits>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "server/authority_thread.h"
#include "server/blobs/blob_store.h"
#include "server/blobs/receipt_key.h"
#include "server/blobs/tus.h"
#include "server/workers.h"

namespace zhixing::server {

/// Answers what is asked under /blobs. Each request goes to the authority's thread, to learn who asks and what they may
/// do, and to the file thread, for the bytes; never does one wait for the other. A receipt leaves only after the blob's
/// file and folder are synced and the database has committed that it is held.
///
/// Of two requests that work on the same upload the later one is right: the earlier one is most likely a connection
/// whose other end has long gone, and must not keep its owner from going on.
class BlobService : public std::enable_shared_from_this<BlobService> {
public:
    struct Options {
        std::filesystem::path directory;
        std::int64_t quotaBytes = 0;  ///< of one person
    };

    /// The authority and clock outlive everything that is asked; a request that was not answered may outlive stop().
    [[nodiscard]] static Result<std::shared_ptr<BlobService>> open(const Options& options, AuthorityThread& authority,
                                                                   const Clock& clock);
    /// Ends the file thread; what is asked later is never answered.
    void stop() { files_.stop(); }

    /// Removes blobs that no record has named for long (see BlobRegister). Goes on by itself, folder by folder; whoever asks
    /// for a blob just then is told to come back. Safe from any thread.
    void tidy();

    /// Use from the network's thread.
    [[nodiscard]] std::shared_ptr<StreamedRequest> answer(const RequestHead& head);

private:
    class Request;
    using UploadKey = std::pair<Id, std::string>;

    BlobService(Options options, BlobStore store, ReceiptKey key, AuthorityThread& authority, const Clock& clock)
        : options_(std::move(options)), store_(std::move(store)), key_(key), authority_(authority), clock_(clock) {}

    [[nodiscard]] std::string receiptFor(const std::string& name, std::int64_t byteCount) const;
    [[nodiscard]] Instant expiry() const;
    // ---- on the file thread
    void sweep();
    void tidyFolder(int folder);
    /// Takes those of them out of the register that are still unnamed, then from the disk.
    void remove(std::vector<std::string> names);
    /// From now on only who holds the number that comes back may add to the upload.
    [[nodiscard]] std::uint64_t takeOver(const Upload& upload);
    [[nodiscard]] bool isLatest(const Upload& upload, std::uint64_t turn) const;
    void letGo(const Upload& upload) { turns_.erase({upload.owner, upload.name}); }

    Options options_;
    BlobStore store_;
    ReceiptKey key_;
    AuthorityThread& authority_;
    const Clock& clock_;
    std::atomic<std::size_t> requests_{0};
    std::map<UploadKey, std::uint64_t> turns_;  ///< file thread only
    std::uint64_t lastTurn_ = 0;
    Instant sweptAt_;
    // Between the register and the disk a blob is neither here nor gone: nobody may be told that it is held then, and
    // none is removed of which somebody is just being told so. File thread only.
    std::set<std::string> leaving_;
    std::multiset<std::string> confirming_;
    /// One, so that a slow disk holds up nobody else, and a blob's pieces keep their order. Calls bound how many wait.
    Workers files_{1, std::numeric_limits<std::size_t>::max()};  // last: its jobs use the others
};

}  // namespace zhixing::server
