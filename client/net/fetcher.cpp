#include "client/net/fetcher.h"

#include "shared/base/blob_receipt.h"
#include "shared/base/limits.h"

namespace zhixing::client {
namespace {

struct Range {
    std::int64_t from = 0;
    std::int64_t whole = 0;
};

/// From `bytes 0-262143/1048576`; nothing when it is something else.
std::optional<Range> rangeIn(const QByteArray& header) {
    const auto dash = header.indexOf('-'), slash = header.indexOf('/');
    if (!header.startsWith("bytes ") || dash < 0 || slash < dash) return std::nullopt;
    bool isFrom = false, isWhole = false;
    const Range range{header.mid(6, dash - 6).toLongLong(&isFrom), header.mid(slash + 1).toLongLong(&isWhole)};
    if (!isFrom || !isWhole || range.whole < 1) return std::nullopt;
    return range;
}

}  // namespace

Fetcher::Fetcher(QObject* parent) : QObject(parent) {}

void Fetcher::stop() {
    account_.reset();
    exchange_.close();
    while (!wishes_.empty()) {
        const Wish wish = std::move(wishes_.front());
        wishes_.pop_front();
        wish.done(Error{Code::unreachable, "no connection", {}, {}});
    }
}

void Fetcher::fetch(const std::string& name, Done done) {
    if (kept_ == nullptr || !account_) return done(Error{Code::unreachable, "no connection", {}, {}});
    if (kept_->has(name)) return done({});
    if (wishes_.size() >= wishesMax) return done(Error{Code::too_many, "too many photos at once", {}, {}});
    wishes_.push_back({name, std::move(done)});
    if (wishes_.size() == 1) pump();
}

void Fetcher::pump() {
    if (wishes_.empty() || !account_ || exchange_.isAsking()) return;
    const std::string& name = wishes_.front().name;
    if (partOf_ != name) {
        partOf_ = name;
        part_.clear();
    }
    const auto from = static_cast<std::int64_t>(part_.size());
    HttpExchange::Request request{
        "GET",
        "/blobs/" + QByteArray::fromStdString(name),
        {{"Authorization", "Bearer " + account_->token.toUtf8()},
         {"Range", "bytes=" + QByteArray::number(from) + '-' + QByteArray::number(from + pieceBytes - 1)}},
        {}};
    request.answerBytesMax = pieceBytes;
    exchange_.ask(*account_, request, [this](const Result<HttpExchange::Answer>& answer) {
        if (answer) return take(*answer);
        finish(answer.error());
    });
}

void Fetcher::take(const HttpExchange::Answer& answer) {
    if (answer.status == 404) return finish(Error{Code::not_found, "the server does not hold it", {}, {}});
    const auto range = answer.status == 206 ? rangeIn(answer.header("content-range")) : std::nullopt;
    const bool fits = range && range->from == static_cast<std::int64_t>(part_.size()) && !answer.body.isEmpty() &&
                      range->whole <= static_cast<std::int64_t>(limits::blobBytesMax) &&
                      range->from + answer.body.size() <= range->whole;
    if (!fits) {
        part_.clear();
        return finish(Error{Code::malformed, "status " + std::to_string(answer.status), {}, {}});
    }
    part_.append(answer.body.constData(), static_cast<std::size_t>(answer.body.size()));
    emit came(QString::fromStdString(partOf_), static_cast<double>(part_.size()) / static_cast<double>(range->whole));
    if (static_cast<std::int64_t>(part_.size()) < range->whole) return pump();
    const std::string whole = std::exchange(part_, {});
    if (blobName(whole) != partOf_) return finish(Error{Code::damaged, "other bytes than its name says", {}, {}});
    finish(kept_->keep(partOf_, whole));
}

void Fetcher::finish(const Result<void>& how) {
    const Wish wish = std::move(wishes_.front());
    wishes_.pop_front();
    wish.done(how);
    pump();
}

}  // namespace zhixing::client
