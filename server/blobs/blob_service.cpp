#include "server/blobs/blob_service.h"

#include "server/blobs/blob_register.h"
#include "server/limits.h"
#include "server/log.h"
#include "shared/base/text.h"

namespace zhixing::server {

namespace {

constexpr std::int64_t sweepEveryMs = 60LL * 60 * 1000;
constexpr std::int64_t comeBackMs = 2'000;

}  // namespace

/// One request. Its members are touched by one thread at a time: each step hands over to the next by posting.
class BlobService::Request final : public StreamedRequest, public std::enable_shared_from_this<Request> {
public:
    Request(std::shared_ptr<BlobService> service, std::variant<tus::Call, HttpAnswer> read)
        : service_(std::move(service)), read_(std::move(read)) {
        isTooMany_ = ++service_->requests_ > limits::blobRequestsMax;
    }
    Request(const Request&) = delete;
    Request& operator=(const Request&) = delete;
    ~Request() override {
        --service_->requests_;
        if (isAppending_ && call_.checksum) dropUnverified();
    }

    void begin(Then then) override {
        if (const auto* refusal = std::get_if<HttpAnswer>(&read_)) return tell(then, *refusal);
        call_ = std::move(std::get<tus::Call>(read_));
        if (call_.verb == tus::Verb::describe) {
            const auto& key = service_->key_.publicKey;
            return tell(then, tus::description(toHex(key.data(), key.size())));
        }
        if (isTooMany_) return tell(then, tus::refused(503, {Code::busy, "too much is asked at once"}, comeBackMs));
        const auto self = shared_from_this();
        service_->authority_.run([self](Desk& desk) { return self->look(desk); },
                                 [self, then = std::move(then)](const Result<void>& looked) {
                                     if (!looked) return self->tell(then, tus::refused(looked.error()));
                                     if (self->refusal_) return self->tell(then, tus::refused(*self->refusal_));
                                     self->onFiles(then, [self](const Then& next) { return self->perform(next); });
                                 });
    }

    void take(std::string piece, Then then) override {
        onFiles(std::move(then), [this, piece = std::move(piece)](const Then& next) { return append(piece, next); });
    }

    void readOn(ThenPiece then) override {
        const auto self = shared_from_this();
        service_->files_.submit([self, then = std::move(then)] {
            const auto count = static_cast<std::size_t>(
                std::min<std::int64_t>(self->unread_, static_cast<std::int64_t>(limits::blobPieceBytes)));
            auto piece = self->service_->store_.read(self->call_.name, self->readAt_, count);
            if (!piece) log::failure("blob_unreadable", piece.error());
            if (!piece || piece->size() != count) return then({});
            self->readAt_ += static_cast<std::int64_t>(count);
            self->unread_ -= static_cast<std::int64_t>(count);
            then(std::move(piece).value());
        });
    }

private:
    using Outcome = Result<void>;

    void tell(const Then& then, HttpAnswer answer) const { then({false, !person_.isNil(), std::move(answer)}); }

    template <typename Work>
    void onFiles(Then then, Work work) {
        service_->files_.submit([self = shared_from_this(), then = std::move(then), work = std::move(work)] {
            if (const Outcome done = work(then); !done) self->fail(then, done.error());
        });
    }

    void fail(const Then& then, const Error& error) {
        if (error.code == Code::disk_full || error.code == Code::io_failed) log::failure("blob_storage_failed", error);
        HttpAnswer answer = tus::refused(error);
        if (answer.status >= 500) answer.retryAfterMs = comeBackMs;
        tell(then, std::move(answer));
    }

    // ---- in the authority's thread

    /// Who asks, and what they may do. An Error is a failure of storage; what is refused is kept in refusal_.
    Result<void> look(Desk& desk) {
        auto identity = desk.accounts().authenticate(call_.token, desk.now());
        if (!identity && !isTokenRefused(identity.error().code)) return std::move(identity).error();
        if (!identity) {
            refusal_ = identity.error();
            return {};
        }
        if (!desk.authority().organisation().isActive(identity->person)) {
            refusal_ = Error{Code::person_disabled, "this person is no longer active", {}, {}};
            return {};
        }
        person_ = identity->person;
        BlobRegister known(desk);
        if (call_.verb == tus::Verb::create) {
            ZX_ASSIGN(usedBytes_, known.bytesOf(person_));
        } else {
            ZX_ASSIGN(mayRead_, known.mayRead(person_, call_.name));
        }
        return {};
    }

    // ---- on the file thread

    Outcome perform(const Then& then) {
        service_->sweep();
        ZX_TRY(checkIsStaying());
        switch (call_.verb) {
            case tus::Verb::create:
                return create(then);
            case tus::Verb::status:
                return status(then);
            case tus::Verb::append:
                return beginAppending(then);
            case tus::Verb::terminate:
                return terminate(then);
            default:
                return download(then);
        }
    }

    Outcome checkIsStaying() {
        if (!service_->leaving_.contains(call_.name)) return {};
        return Error{Code::busy, "this blob is just being removed; send it again", {}, {}};
    }

    Outcome create(const Then& then) {
        BlobStore& store = service_->store_;
        ZX_ASSIGN(const auto whole, store.sizeOf(call_.name));
        if (whole) {
            if (*whole != call_.length)
                return Error{Code::unexpected_message, "this blob has another length", {}, *whole};
            confirm(then, 201, call_.length);
            return {};
        }
        ZX_ASSIGN(auto staged, store.staged(person_, call_.name));
        if (!staged || staged->upload.length != call_.length) {
            ZX_TRY(checkQuota());
            staged = BlobStore::Staged{{person_, call_.name, call_.length}, 0};
            ZX_TRY(store.stage(staged->upload));
        }
        upload_ = staged->upload;
        turn_ = service_->takeOver(upload_);
        if (staged->offset == upload_.length) return finish(then, 201);
        tell(then, tus::progress(201, call_.name, staged->offset, call_.length, service_->expiry()));
        return {};
    }

    Outcome checkQuota() {
        ZX_ASSIGN(const auto share, service_->store_.shareOf(person_));
        if (share.uploads >= limits::uploadsPerPersonMax) {
            return Error{Code::too_many_attempts,
                         "too many uploads are begun and not finished",
                         {},
                         limits::uploadsPerPersonMax};
        }
        if (usedBytes_ + share.bytes + call_.length > service_->options_.quotaBytes) {
            return Error{Code::too_large, "this person's photos take all the space they may", "quota",
                         service_->options_.quotaBytes};
        }
        return {};
    }

    Outcome status(const Then& then) {
        ZX_ASSIGN(const auto whole, service_->store_.sizeOf(call_.name));
        if (whole && mayRead_) {  // noted anew, because a receipt is a promise to keep it
            confirm(then, 200, *whole);
            return {};
        }
        ZX_ASSIGN(const auto staged, service_->store_.staged(person_, call_.name));
        if (!staged) return notFound();
        upload_ = staged->upload;
        turn_ = service_->takeOver(upload_);
        // All has come, and the server was stopped before it could say so.
        if (staged->offset == upload_.length) return finish(then, 200);
        tell(then, tus::progress(200, call_.name, staged->offset, upload_.length, service_->expiry()));
        return {};
    }

    Outcome beginAppending(const Then& then) {
        ZX_ASSIGN(const auto staged, service_->store_.staged(person_, call_.name));
        if (!staged) {
            ZX_ASSIGN(const auto whole, service_->store_.sizeOf(call_.name));
            if (whole && mayRead_) return Error{Code::unexpected_message, "the whole blob is here", {}, *whole};
            return notFound();
        }
        upload_ = staged->upload;
        if (call_.offset != staged->offset) {
            return Error{Code::unexpected_message, "the upload goes on elsewhere", "upload-offset", staged->offset};
        }
        if (call_.offset + call_.bodyBytes > upload_.length) {
            return Error{Code::too_large, "there are more bytes than were announced", {}, upload_.length};
        }
        turn_ = service_->takeOver(upload_);
        offset_ = call_.offset;
        isAppending_ = true;
        if (call_.bodyBytes == 0) return bodyHasCome(then);
        then({true, true, {}});
        return {};
    }

    Outcome append(const std::string& piece, const Then& then) {
        if (!service_->isLatest(upload_, turn_)) {
            return Error{Code::unexpected_message, "the upload goes on over another connection", {}, {}};
        }
        ZX_TRY(service_->store_.append(upload_, offset_, piece));
        offset_ += static_cast<std::int64_t>(piece.size());
        if (offset_ - call_.offset == call_.bodyBytes) return bodyHasCome(then);
        then({true, true, {}});
        return {};
    }

    Outcome bodyHasCome(const Then& then) {
        BlobStore& store = service_->store_;
        isAppending_ = false;
        if (call_.checksum) {
            ZX_ASSIGN(const std::string bytes, store.readStaged(upload_, call_.offset));
            if (!call_.checksum->matches(bytes)) {
                ZX_TRY(store.cutTo(upload_, call_.offset));
                tell(then, tus::refused(460, {Code::damaged, "the bytes do not have this checksum"}));
                return {};
            }
        }
        if (offset_ == upload_.length) return finish(then, 204);
        ZX_TRY(store.sync(upload_));
        tell(then, tus::progress(204, call_.name, offset_, upload_.length, service_->expiry()));
        return {};
    }

    Outcome finish(const Then& then, int status) {
        ZX_TRY(checkIsStaying());
        const auto finished = service_->store_.finish(upload_);
        service_->letGo(upload_);
        if (!finished) return finished;
        confirm(then, status, upload_.length);
        return {};
    }

    Outcome terminate(const Then& then) {
        ZX_ASSIGN(const auto staged, service_->store_.staged(person_, call_.name));
        if (!staged) return notFound();
        service_->letGo(staged->upload);
        ZX_TRY(service_->store_.forget(staged->upload));
        HttpAnswer answer = tus::progress(204, call_.name, 0, 0, service_->expiry());
        answer.headers.resize(1);  // only the protocol's version: there is no upload any more
        tell(then, std::move(answer));
        return {};
    }

    Outcome download(const Then& then) {
        if (!mayRead_) return notFound();
        ZX_ASSIGN(const auto whole, service_->store_.sizeOf(call_.name));
        if (!whole) return notFound();
        ZX_ASSIGN(const std::string begin, service_->store_.read(call_.name, 0, 16));
        HttpAnswer answer = tus::content(call_, begin, *whole, readAt_);
        unread_ = answer.streamedBytes.value_or(0);
        tell(then, std::move(answer));
        return {};
    }

    static Outcome notFound() { return Error{Code::not_found, "there is nothing of this name for you", {}, {}}; }

    /// The blob is on the disk: notes it, and tells it with a receipt once the note is durable.
    void confirm(const Then& then, int status, std::int64_t byteCount) {
        const auto self = shared_from_this();
        service_->confirming_.insert(call_.name);
        service_->authority_.run(
            [self, byteCount](Desk& desk) {
                return BlobRegister(desk).held(self->person_, self->call_.name, byteCount);
            },
            [self, then, status, byteCount](const Result<void>& noted) {
                self->service_->files_.submit([self] {
                    auto& confirming = self->service_->confirming_;
                    confirming.erase(confirming.find(self->call_.name));
                });
                if (!noted) return self->tell(then, tus::refused(noted.error()));
                const std::string receipt = self->service_->receiptFor(self->call_.name, byteCount);
                self->tell(then, tus::held(status, self->call_.name, byteCount, receipt));
            });
    }

    /// The connection broke within bytes that were to be verified: they are not kept.
    void dropUnverified() {
        service_->files_.submit([service = service_, upload = upload_, turn = turn_, offset = call_.offset] {
            if (!service->isLatest(upload, turn)) return;
            if (auto cut = service->store_.cutTo(upload, offset); !cut)
                log::failure("blob_storage_failed", cut.error());
        });
    }

    std::shared_ptr<BlobService> service_;
    std::variant<tus::Call, HttpAnswer> read_;
    bool isTooMany_ = false;
    tus::Call call_;
    std::optional<Error> refusal_;
    Id person_;
    bool mayRead_ = false;
    std::int64_t usedBytes_ = 0;
    Upload upload_;
    std::uint64_t turn_ = 0;
    std::int64_t offset_ = 0;   // where the next piece goes
    bool isAppending_ = false;  // the body has begun and not ended
    std::int64_t readAt_ = 0;   // where the next piece of a download begins
    std::int64_t unread_ = 0;
};

Result<std::shared_ptr<BlobService>> BlobService::open(const Options& options, AuthorityThread& authority,
                                                       const Clock& clock) {
    ZX_ASSIGN(auto store, BlobStore::open(options.directory));
    ZX_ASSIGN(const auto key, ReceiptKey::load(options.directory));
    return std::shared_ptr<BlobService>(new BlobService(options, std::move(store), key, authority, clock));
}

std::shared_ptr<StreamedRequest> BlobService::answer(const RequestHead& head) {
    return std::make_shared<Request>(shared_from_this(), tus::read(head));
}

std::string BlobService::receiptFor(const std::string& name, std::int64_t byteCount) const {
    return BlobReceipt{name, byteCount, clock_.now()}.signedWith(key_.secretKey);
}

Instant BlobService::expiry() const {
    return {clock_.now().ms + std::chrono::milliseconds(limits::uploadLife).count()};
}

void BlobService::sweep() {
    const Instant now = clock_.now();
    if (now.ms - sweptAt_.ms < sweepEveryMs) return;
    sweptAt_ = now;
    const auto swept = store_.forgetOlderThan({now.ms - std::chrono::milliseconds(limits::uploadLife).count()});
    if (!swept) log::failure("blob_storage_failed", swept.error());
}

void BlobService::tidy() {
    files_.submit([self = shared_from_this()] { self->tidyFolder(0); });
}

void BlobService::tidyFolder(int folder) {
    struct Look {
        std::vector<BlobStore::Whole> blobs;
        std::vector<std::string> doomed;
    };
    const auto look = std::make_shared<Look>();
    auto whole = store_.wholeIn(folder);
    if (!whole) return log::failure("blob_storage_failed", whole.error());
    look->blobs = std::move(whole).value();
    authority_.run(
        [look](Desk& desk) -> Result<void> {
            ZX_ASSIGN(look->doomed, BlobRegister(desk).longUnnamed(look->blobs));
            return {};
        },
        [self = shared_from_this(), look, folder](const Result<void>& looked) {
            if (!looked) return;
            self->files_.submit([self, look, folder] {
                if (!look->doomed.empty()) self->remove(std::move(look->doomed));
                if (folder + 1 < BlobStore::folders) self->tidyFolder(folder + 1);
            });
        });
}

void BlobService::remove(std::vector<std::string> names) {
    std::erase_if(names, [this](const std::string& name) { return confirming_.contains(name); });
    leaving_.insert(names.begin(), names.end());
    struct Farewell {
        std::vector<std::string> names;
        std::vector<std::string> gone;
    };
    const auto farewell = std::make_shared<Farewell>();
    farewell->names = std::move(names);
    authority_.run(
        [farewell](Desk& desk) -> Result<void> {
            farewell->gone.clear();
            for (const std::string& name : farewell->names) {
                ZX_ASSIGN(const bool isGone, BlobRegister(desk).letGo(name));
                if (isGone) farewell->gone.push_back(name);
            }
            return {};
        },
        [self = shared_from_this(), farewell](const Result<void>& forgotten) {
            self->files_.submit([self, farewell, isDurable = forgotten.ok()] {
                for (const std::string& name : farewell->gone) {
                    if (!isDurable) break;
                    if (auto removed = self->store_.remove(name); !removed)
                        log::failure("blob_storage_failed", removed.error());
                }
                if (isDurable && !farewell->gone.empty())
                    log::info("blobs_removed", {{"count", static_cast<std::int64_t>(farewell->gone.size())}});
                for (const std::string& name : farewell->names) self->leaving_.erase(name);
            });
        });
}

std::uint64_t BlobService::takeOver(const Upload& upload) { return turns_[{upload.owner, upload.name}] = ++lastTurn_; }

bool BlobService::isLatest(const Upload& upload, std::uint64_t turn) const {
    const auto found = turns_.find({upload.owner, upload.name});
    return found != turns_.end() && found->second == turn;
}

}  // namespace zhixing::server
