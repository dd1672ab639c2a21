#include "client/net/uploader.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include "shared/base/text.h"

namespace zhixing::client {
namespace {

constexpr int lookAgainMs = 20;
constexpr int detoursMax = 5;

QByteArray pathOf(const BlobQueue::Item& item) { return "/blobs/" + QByteArray::fromStdString(item.name); }

/// What the server says about its refusal; its own words where something else answered.
Error errorIn(const HttpExchange::Answer& answer) {
    const QJsonObject body = QJsonDocument::fromJson(answer.body).object();
    const auto code = codeFromWord(body[QStringLiteral("code")].toString().toStdString());
    if (!code) return {Code::malformed, "status " + std::to_string(answer.status), {}, {}};
    return {*code,
            body[QStringLiteral("message")].toString().toStdString(),
            body[QStringLiteral("field")].toString().toStdString(),
            {}};
}

/// The photo itself is at fault: trying again cannot help.
bool isForGood(int status, const Error& error) {
    const bool isAboutTheFile = status == 413 || status == 415 || status == 422;
    return isAboutTheFile && error.code != Code::damaged && error.field != "quota";
}

}  // namespace

Uploader::Uploader(QObject* parent) : QObject(parent) {
    retry_.setSingleShot(true);
    look_.setSingleShot(true);
    connect(&retry_, &QTimer::timeout, this, &Uploader::tryNow);
    connect(&look_, &QTimer::timeout, this, &Uploader::pump);
}

void Uploader::begin(BlobQueue& queue, std::function<bool()> areRowsWaiting) {
    queue_ = &queue;
    areRowsWaiting_ = std::move(areRowsWaiting);
}

void Uploader::start(const Account& account) {
    if (std::exchange(account_, account)) {
        pump();
    } else {
        tryNow();
    }
}

void Uploader::tryNow() {
    setAside_.clear();
    photoTrouble_.reset();
    retry_.stop();
    pump();
}

void Uploader::stop() {
    account_.reset();
    exchange_.close();
    retry_.stop();
    look_.stop();
    item_.reset();
    offset_.reset();
    chunkSize_.broken();
    isIdle_ = true;
}

void Uploader::pump() {
    if (!account_ || !queue_ || exchange_.isAsking() || retry_.isActive()) return;
    if (!item_) {
        auto next = queue_->next(setAside_);
        if (!next) return linkFailed(next.error());
        item_ = std::move(next).value();
        offset_.reset();
        detours_ = 0;
        if (!item_) {
            if (!setAside_.empty()) retry_.start(backoff_.next(QRandomGenerator::global()->generateDouble()));
            return rest(true);
        }
    }
    isIdle_ = false;
    if (hasToWait()) {
        look_.start(lookAgainMs);
    } else if (!key_) {
        askForKey();
    } else if (!offset_) {
        askWhereItGoesOn();
    } else {
        sendChunk();
    }
}

bool Uploader::hasToWait() {
    if (!areRowsWaiting_ || !areRowsWaiting_()) {
        waiting_.invalidate();
        return false;
    }
    if (!waiting_.isValid()) waiting_.start();
    if (!waiting_.hasExpired(std::chrono::milliseconds(rowsFirstMax).count())) return true;
    waiting_.start();  // one chunk, and rows go first again
    return false;
}

// ---- asking

void Uploader::ask(HttpExchange::Request request, std::function<void(const Answer&)> take) {
    request.headers.prepend({"Tus-Resumable", "1.0.0"});
    request.headers.prepend({"Authorization", "Bearer " + account_->token.toUtf8()});
    asked_.start();
    exchange_.ask(*account_, request, [this, take = std::move(take)](const Result<Answer>& answer) {
        if (!answer) return linkFailed(answer.error());
        linkTrouble_.reset();
        take(*answer);
    });
}

void Uploader::askForKey() {
    ask({"OPTIONS", "/blobs", {}, {}}, [this](const Answer& answer) {
        const auto bytes = fromHex(answer.header("zhixing-receipt-key").toStdString());
        BlobReceipt::PublicKey key{};
        if (!bytes || bytes->size() != key.size()) {
            return linkFailed({Code::malformed, "what answered is not a Zhixing server", {}, {}});
        }
        std::copy(bytes->begin(), bytes->end(), key.begin());
        key_ = key;
        pump();
    });
}

/// Creating an upload that is there already, or a blob that the server holds, only says how far it is.
void Uploader::askWhereItGoesOn() {
    const QByteArray name = QByteArray::fromStdString(item_->name).toBase64();
    ask({"POST",
         "/blobs",
         {{"Upload-Length", QByteArray::number(item_->byteCount)}, {"Upload-Metadata", "sha256 " + name}},
         {}},
        [this](const Answer& answer) {
            chunkSize_.answered(std::chrono::microseconds(asked_.nsecsElapsed() / 1'000));
            if (answer.status != 201) return refused(answer);
            takeProgress(answer);
        });
}

void Uploader::sendChunk() {
    const auto count = std::min(static_cast<std::int64_t>(chunkSize_.bytes()), item_->byteCount - *offset_);
    auto bytes = queue_->read(*item_, *offset_, static_cast<std::size_t>(count));
    if (!bytes) {
        return setAside(bytes.error(), bytes.error().code == Code::not_found || bytes.error().code == Code::damaged);
    }
    ask({"PATCH",
         pathOf(*item_),
         {{"Upload-Offset", QByteArray::number(*offset_)}, {"Content-Type", "application/offset+octet-stream"}},
         QByteArray::fromStdString(*bytes)},
        [this, count](const Answer& answer) {
            if (answer.status != 204) return refused(answer);
            chunkSize_.taken(static_cast<std::size_t>(count), std::chrono::microseconds(asked_.nsecsElapsed() / 1'000));
            takeProgress(answer);
        });
}

// ---- what the server says

void Uploader::takeProgress(const Answer& answer) {
    bool isNumber = false;
    const std::int64_t offset = answer.header("upload-offset").toLongLong(&isNumber);
    const bool isPlausible = isNumber && offset >= 0 && offset <= item_->byteCount;
    const std::string receipt = answer.header("zhixing-receipt").toStdString();
    if (!isPlausible || (offset == item_->byteCount) == receipt.empty()) {
        // The last byte was there and not yet looked at when the answer was made: one more question settles it.
        if (isPlausible && ++detours_ <= detoursMax) {
            offset_ = offset;
            return pump();
        }
        return setAside({Code::malformed, "the server's answer makes no sense", {}, {}}, false);
    }
    const bool hasMoved = offset > offset_.value_or(item_->sent);
    offset_ = offset;
    if (hasMoved) {
        detours_ = 0;
        backoff_.reset();
    }
    if (receipt.empty()) {
        if (auto kept = queue_->progressed(item_->name, offset); !kept) return linkFailed(kept.error());
    } else if (!BlobReceipt::verified(receipt, item_->name, item_->byteCount, *key_)) {
        return setAside({Code::untrusted, "the receipt is not the server's", {}, {}}, false);
    } else {
        if (auto kept = queue_->held(item_->name, receipt); !kept) return linkFailed(kept.error());
        item_.reset();
        ++heldCount_;
    }
    emit stepped();
    pump();
}

void Uploader::refused(const Answer& answer) {
    const Error error = errorIn(answer);
    // Somebody else sent, or the server forgot: it says anew where to go on.
    if ((answer.status == 409 || answer.status == 404) && ++detours_ <= detoursMax) {
        offset_.reset();
        return pump();
    }
    if (error.code == Code::damaged && isDamagedHere()) return setAside(error, true);
    if (error.code == Code::malformed && answer.status < 400) return linkFailed(error);
    setAside(error, isForGood(answer.status, error));
}

/// Whether the bytes went bad on this device, not on their way.
bool Uploader::isDamagedHere() {
    const auto bytes = queue_->read(*item_, 0, static_cast<std::size_t>(item_->byteCount));
    return bytes && blobName(*bytes) != item_->name;
}

void Uploader::setAside(const Error& error, bool isForGood) {
    if (!photoTrouble_) photoTrouble_ = error;
    const std::string name = item_->name;
    item_.reset();
    if (!isForGood) setAside_.push_back(name);
    if (auto kept = queue_->failed(name, error, isForGood); !kept) return linkFailed(kept.error());
    emit stepped();
    pump();
}

void Uploader::linkFailed(const Error& error) {
    linkTrouble_ = error;
    key_.reset();
    chunkSize_.broken();
    if (item_ && queue_) (void)queue_->failed(item_->name, error, false);
    item_.reset();
    retry_.start(backoff_.next(QRandomGenerator::global()->generateDouble()));
    emit stepped();
}

void Uploader::rest(bool isIdle) {
    if (std::exchange(isIdle_, isIdle) != isIdle) emit stepped();
}

}  // namespace zhixing::client
