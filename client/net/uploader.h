#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include "client/net/account.h"
#include "client/net/backoff.h"
#include "client/net/chunk_size.h"
#include "client/net/http_exchange.h"
#include "client/store/blob_queue.h"
#include "shared/base/blob_receipt.h"

namespace zhixing::client {

/// Brings the queued photos to the server, one after the other, by the protocol of server/blobs/README.md. It remembers
/// nothing that the server knows better: it asks where a blob goes on, sends from there in chunks, and is done with it
/// when the server has signed for it. A photo that the server will not take is set aside with its reason and holds up no
/// other; what may pass (a link that broke, no space) is tried again with growing pauses.
///
/// Rows go first: one chunk at most is under way, small enough that the link carries it in a moment (ChunkSize), and no
/// further one begins while rows wait, for rowsFirstMax at the longest.
/// Lives on the thread of its SyncEngine.
class Uploader : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::seconds rowsFirstMax{5};

    explicit Uploader(QObject* parent = nullptr);

    /// The queue outlives this. `areRowsWaiting` is asked before each chunk.
    void begin(BlobQueue& queue, std::function<bool()> areRowsWaiting);
    /// The server can be reached. Repeating it only looks whether there is something to do.
    void start(const Account& account);
    /// What failed is tried again at once.
    void tryNow();
    /// It cannot, or should not.
    void stop();

    /// Nothing can be done for now: no photo waits, or each that does has failed and waits for its next turn.
    [[nodiscard]] bool isIdle() const { return isIdle_; }
    /// Photos that the server has signed for since this was made.
    [[nodiscard]] int heldCount() const { return heldCount_; }
    /// Why some photo, or any, could not be sent this time.
    [[nodiscard]] const std::optional<Error>& trouble() const { return photoTrouble_ ? photoTrouble_ : linkTrouble_; }

signals:
    /// A photo got further, arrived or failed.
    void stepped();

private:
    using Answer = HttpExchange::Answer;

    void pump();
    [[nodiscard]] bool hasToWait();
    void askForKey();
    void askWhereItGoesOn();
    void sendChunk();
    void ask(HttpExchange::Request request, std::function<void(const Answer&)> take);
    void takeProgress(const Answer& answer);
    void refused(const Answer& answer);
    /// The present photo fails; the others go on.
    void setAside(const Error& error, bool isForGood);
    void linkFailed(const Error& error);
    void rest(bool isIdle);
    [[nodiscard]] bool isDamagedHere();

    HttpExchange exchange_{this};
    BlobQueue* queue_ = nullptr;
    std::function<bool()> areRowsWaiting_;
    std::optional<Account> account_;  // while the server can be reached
    std::optional<BlobReceipt::PublicKey> key_;
    std::optional<BlobQueue::Item> item_;  // on its way
    std::optional<std::int64_t> offset_;   // where it goes on, once the server has said so
    std::vector<std::string> setAside_;    // failed, until the next turn
    ChunkSize chunkSize_;
    Backoff backoff_;
    QTimer retry_{this};
    QTimer look_{this};      // whether rows still wait
    QElapsedTimer waiting_;  // for rows
    QElapsedTimer asked_;
    int detours_ = 0;  // of the present photo, without getting further
    bool isIdle_ = true;
    int heldCount_ = 0;
    std::optional<Error> photoTrouble_;  // the first since the last try at all of them
    std::optional<Error> linkTrouble_;
};

}  // namespace zhixing::client
