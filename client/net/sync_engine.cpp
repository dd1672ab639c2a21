#include "client/net/sync_engine.h"

#include <algorithm>
#include <set>
#include <string_view>

#include <QNetworkInformation>
#include <QRandomGenerator>
#include <QSysInfo>

#include "shared/catalog/catalog.h"
#include "sync/wire/codec.h"

namespace zhixing::client {
namespace {

constexpr int agreementMs = 3'000;
/// Who answers for this device hears at most this often that it agrees.
constexpr std::int64_t tellingEveryMs = 5LL * 60 * 1'000;

/// Histories are fetched ahead some seconds after all has become quiet, not by all devices in the same moment, and the
/// next ones no sooner than this: a radio that wakes for each change empties a phone.
constexpr std::chrono::seconds aheadAfterLeast{3}, aheadAfterMost{20};
constexpr std::int64_t aheadEveryMs = 5LL * 60 * 1'000;

/// Failures that trying again cannot mend: a person has to do something first.
bool isForGood(Code code) {
    return code == Code::device_revoked || code == Code::person_disabled || code == Code::token_expired ||
           code == Code::not_enrolled || code == Code::unsupported_protocol || code == Code::untrusted ||
           code == Code::bad_credentials;
}

}  // namespace

SyncEngine::SyncEngine(QString storePath, QObject* parent) : QObject(parent), storePath_(std::move(storePath)) {
    retry_.setSingleShot(true);
    agreement_.setSingleShot(true);
    agreement_.setInterval(agreementMs);
    gathering_.setSingleShot(true);
    connect(&retry_, &QTimer::timeout, this, &SyncEngine::connectNow);
    connect(&gathering_, &QTimer::timeout, this, &SyncEngine::takeGathered);
    connect(&agreement_, &QTimer::timeout, this, [this] {
        if (!isQuiet()) carryOut(device_->replica().askAgreement());
    });
    histories_.setSingleShot(true);
    connect(&histories_, &QTimer::timeout, this, &SyncEngine::fetchHistoriesAhead);
    connect(&link_, &Link::opened, this, [this] {
        toldAgreement_ = {};
        (void)perform(device_->replica().connected(account_->token.toStdString(), link_.minor()));
    });
    connect(&link_, &Link::received, this, &SyncEngine::heard);
    connect(&link_, &Link::closed, this, &SyncEngine::lost);
    connect(&uploader_, &Uploader::stepped, this, [this] {
        // The last photo has arrived, and the server noted it: both ends compare at once.
        if (uploader_.isIdle() && link_.isOpen() && !isQuiet()) sendAll(device_->replica().askAgreement().send);
        emit photosChanged();
        emit stepped();
    });
    connect(&fetcher_, &Fetcher::came, this, &SyncEngine::photoCame);
}

SyncEngine::~SyncEngine() = default;

Result<void> SyncEngine::open() {
    ZX_ASSIGN(device_, Device::open(catalog(), storePath_.toStdString()));
    blobs_.emplace(device_->store().database());
    lookedAt_.emplace(device_->store().database());
    lookedAt_->prune();
    uploader_.begin(*blobs_, [this] { return areRowsWaiting(); });
    fetcher_.begin(*lookedAt_);
    if (auto account = Account::load(Account::fileFor(storePath_))) {
        account_ = std::move(account).value();
    } else if (account.error().code != Code::not_enrolled) {
        return account.error();
    }
    watchNetwork();
    publish();
    return {};
}

// ---- connection

void SyncEngine::setOnline(bool online) {
    wantsOnline_ = online;
    if (online) {
        syncNow();
        return;
    }
    retry_.stop();
    link_.close();
    disconnected();
    publish(SyncStatus::Link::switchedOff);
}

void SyncEngine::syncNow() {
    if (!wantsOnline_) return;
    backoff_.reset();
    if (link_.isOpen()) {
        uploader_.tryNow();
        carryOut(device_->replica().askAgreement());
    } else {
        connectNow();
    }
}

void SyncEngine::connectNow() {
    retry_.stop();
    if (!wantsOnline_) return;
    if (!account_) {
        lastError_ = Error{Code::not_enrolled, "this device is not enrolled", {}, {}};
        status_.refusal = Code::not_enrolled;
        publish(SyncStatus::Link::refused);
        emit stepped();
        return;
    }
    publish(SyncStatus::Link::connecting);
    link_.open(*account_);
}

void SyncEngine::scheduleRetry(std::chrono::milliseconds atLeast) {
    if (!wantsOnline_) return;
    const auto pause = std::max(atLeast, backoff_.next(QRandomGenerator::global()->generateDouble()));
    retry_.start(pause);
    status_.nextTryAt = Instant{clock_.now().ms + pause.count()};
    emit statusChanged(status_);
}

void SyncEngine::watchNetwork() {
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability)) return;
    connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this,
            [this](QNetworkInformation::Reachability now) {
                if (now == QNetworkInformation::Reachability::Online) networkChanged();
            });
    connect(QNetworkInformation::instance(), &QNetworkInformation::transportMediumChanged, this,
            &SyncEngine::networkChanged);
}

void SyncEngine::networkChanged() {
    if (!wantsOnline_) return;
    backoff_.reset();
    if (link_.isOpen()) {
        link_.probe();  // the other network may have no way to where this one leads
    } else {
        connectNow();
    }
}

void SyncEngine::heard(const QByteArray& message) {
    const std::string_view bytes(message.constData(), static_cast<std::size_t>(message.size()));
    auto decoded = sync::decodeServer(catalog(), bytes);
    if (!decoded) {
        link_.close();
        lost(decoded.error());
        return;
    }
    status_.heardAt = clock_.now();
    if (auto* page = std::get_if<sync::Page>(&*decoded)) return gather(std::move(*page));
    if (takeGathered()) (void)perform(device_->replica().receive(*decoded, clock_.now()));
}

void SyncEngine::gather(sync::Page page) {
    if (gathered_ && gathered_->add(page)) return;
    if (!takeGathered()) return;
    gathered_.emplace(std::move(page), device_->replica().state().cursor);
    gathering_.start();
}

bool SyncEngine::takeGathered() {
    if (!gathered_) return true;
    const sync::JoinedPages pages = std::move(*gathered_);
    gathered_.reset();
    return perform(device_->replica().receive(pages));
}

void SyncEngine::disconnected() {
    (void)takeGathered();  // what came on a connection that lives for moments came all the same
    uploader_.stop();
    fetcher_.stop();
    device_->replica().disconnected();
}

void SyncEngine::lost(const Error& reason) {
    disconnected();
    if (status_.link == SyncStatus::Link::refused) return;  // the server hangs up after a refusal
    lastError_ = reason;
    noteFailure(reason);
    if (isForGood(reason.code)) {
        status_.refusal = reason.code;
        publish(SyncStatus::Link::refused);
    } else {
        publish(SyncStatus::Link::unreachable);
        scheduleRetry();
    }
    emit stepped();
}

/// So that whoever looks at the outbox learns what keeps it. That this cannot be written down keeps nothing else.
void SyncEngine::noteFailure(const Error& reason) {
    if (auto noted = device_->replica().failed(reason, clock_.now()); !noted) lastError_ = noted.error();
    emit outboxChanged();
}

/// The store failed. What is on disk is right; what is in memory may not be, so it is read again before anything else.
void SyncEngine::fail(const Error& error) {
    gathered_.reset();
    link_.close();
    lost(error);
    if (auto reloaded = device_->reload(); !reloaded) lastError_ = reloaded.error();
}

bool SyncEngine::perform(Result<sync::ReplicaActions> step) {
    if (!step) {
        fail(step.error());
        return false;
    }
    carryOut(*step);
    return true;
}

void SyncEngine::carryOut(const sync::ReplicaActions& actions) {
    sendAll(actions.send);
    counts_.pushed += actions.pushed;
    counts_.pulled += actions.pulled;
    counts_.conflicts += actions.conflicts;
    counts_.rejected += actions.rejected;
    if (!actions.changed.empty()) {
        std::set<std::string_view> names;
        for (const sync::Changed& changed : actions.changed) names.insert(changed.type->name);
        QSet<QString> types;
        for (const std::string_view name : names)
            types.insert(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())));
        if (types.contains(QStringLiteral("photo"))) lookedAt_->prune();
        emit rowsChanged(types);
        agreement_.start();
    }
    if (actions.learned) emit rowsChanged({QStringLiteral("history"), QStringLiteral("devices")});
    if (actions.outboxChanged) {
        emit outboxChanged();
        askWhenDrained();
    }
    if (actions.refused) {
        refused(*actions.refused);
    } else if (actions.caughtUp) {
        backoff_.reset();
        lastError_.reset();
        publish(SyncStatus::Link::connected);
        tellAgreement();
        planHistories();
        uploader_.start(*account_);
        fetcher_.start(*account_);
    } else {
        publish();
    }
    emit stepped();
}

void SyncEngine::sendAll(const std::vector<sync::Frame>& frames) {
    for (const sync::Frame& frame : frames) link_.send(frame);
}

/// The last edit has arrived: whoever waits for that learns at once whether both ends agree.
void SyncEngine::askWhenDrained() {
    const auto waiting = device_->store().pendingCount();
    if (!waiting || *waiting > 0) return;
    sendAll(device_->replica().askAgreement().send);
}

void SyncEngine::tellAgreement() {
    const std::int64_t since = clock_.now().ms - toldAgreement_.ms;
    if (since >= 0 && since < tellingEveryMs) return;  // a clock that was set back is no reason to be silent
    const auto told = device_->replica().tellAgreement();
    if (!told || told->send.empty()) return;
    toldAgreement_ = clock_.now();
    sendAll(told->send);
}

/// After each comparison that found both ends equal. One is planned at a time, and it fetches all that is due by then.
void SyncEngine::planHistories() {
    if (histories_.isActive()) return;
    const std::chrono::milliseconds spread = aheadAfterMost - aheadAfterLeast;
    auto pause = std::chrono::duration_cast<std::chrono::milliseconds>(aheadAfterLeast) +
                 std::chrono::milliseconds(QRandomGenerator::global()->bounded(static_cast<int>(spread.count())));
    const std::int64_t since = clock_.now().ms - fetchedAhead_.ms;
    if (since >= 0 && since < aheadEveryMs) pause += std::chrono::milliseconds(aheadEveryMs - since);
    histories_.start(pause);
}

void SyncEngine::fetchHistoriesAhead() {
    histories_.stop();
    if (!uploader_.isIdle()) return;  // the last photo ends with a comparison, which plans anew
    const auto asked = device_->replica().askHistoriesAhead();
    if (!asked || asked->send.empty()) return;
    fetchedAhead_ = clock_.now();
    sendAll(asked->send);
    planHistories();  // a burst may end before all is here
}

bool SyncEngine::askHistory(const Id& record, Version before) {
    const sync::ReplicaActions asked = device_->replica().askHistory(record, before);
    sendAll(asked.send);
    return !asked.send.empty();
}

bool SyncEngine::askDevices() {
    const sync::ReplicaActions asked = device_->replica().askDevices();
    sendAll(asked.send);
    return !asked.send.empty();
}

bool SyncEngine::areRowsWaiting() {
    const auto waiting = device_->store().pendingCount();
    return link_.hasBytesToWrite() || (waiting && *waiting > 0);
}

void SyncEngine::refused(const sync::Refusal& refusal) {
    lastError_ = refusal.error;
    if (device_->replica().isOutdated()) {  // too old to be told anything, and work is taken all the same
        backoff_.reset();
        uploader_.start(*account_);
        return publish(SyncStatus::Link::connected);
    }
    if (!refusal.fatal) return publish();
    link_.close();
    disconnected();
    noteFailure(refusal.error);
    if (isForGood(refusal.error.code)) {
        status_.refusal = refusal.error.code;
        publish(SyncStatus::Link::refused);
    } else {
        publish(SyncStatus::Link::unreachable);
        scheduleRetry(std::chrono::milliseconds(refusal.retryAfterMs));
    }
}

void SyncEngine::publish(SyncStatus::Link link) {
    SyncStatus next = status_;
    next.link = link;
    if (link != SyncStatus::Link::unreachable) next.nextTryAt = {};
    if (lastError_) next.trouble = lastError_->code;
    const sync::ReplicaState& state = device_->replica().state();
    next.isEnrolled = account_.has_value();
    next.server = account_ ? account_->server.toString() : QString();
    next.person = state.person;
    next.home = state.home;
    next.isOutdated = device_->replica().isOutdated();
    next.agreed = state.agreed;
    next.agreedAt = state.agreedAt;
    next.cursor = state.cursor;
    next.head = device_->replica().serverHead();
    next.isFilling = !state.fills.empty();
    next.expected = device_->replica().expectedCount();
    if (next.isFilling) {
        if (const auto total = device_->store().totalDigest()) next.held = total->count;
    }
    if (auto waiting = device_->store().pendingCount()) next.waiting = static_cast<int>(*waiting);
    if (auto tray = device_->store().tray()) next.needsYou = static_cast<int>(tray->size());
    if (next == status_) return;
    status_ = next;
    emit statusChanged(status_);
}

bool SyncEngine::isQuiet() const {
    const auto quiet = device_->replica().isQuiet();
    return quiet && *quiet && !gathered_;
}

// ---- what people ask for

void SyncEngine::enrol(const QString& link, const QString& password, const QString& authorityFile, Done done) {
    auto parsed = EnrolmentLink::parse(link);
    if (!parsed) return done(parsed.error());
    const sync::ReplicaState& state = device_->replica().state();
    const Enrolment::Request request{*parsed, password, QSysInfo::machineHostName(), state.device, authorityFile};
    enrolment_.begin(
        request, [this, enrolledPerson = state.person, done = std::move(done)](const Result<Account>& account) {
            if (!account) return done(account.error());
            if (!enrolledPerson.isNil() && account->person != enrolledPerson) {
                return done(Error{Code::already_exists, "this store belongs to another person", {}, {}});
            }
            if (auto kept = device_->replica().enrolled(account->device, account->person, account->home); !kept) {
                return done(kept.error());
            }
            if (auto saved = account->save(Account::fileFor(storePath_)); !saved) return done(saved.error());
            account_ = *account;
            publish();
            syncNow();  // whoever wished to be online before had nobody to be online as
            done({});
        });
}

Result<BlobQueue::Added> SyncEngine::queuePhoto(std::string_view bytes) {
    ZX_ASSIGN(auto added, blobs_->add(bytes, clock_.now()));
    if (status_.link == SyncStatus::Link::connected) uploader_.start(*account_);
    return added;
}

void SyncEngine::keepPhoto(std::string_view bytes, const Kept& done) {
    const auto added = blobs_->addDraft(bytes, clock_.now());
    if (added) emit photosChanged();
    done(added);
}

void SyncEngine::dropPhoto(const std::string& name, const Done& done) {
    const auto dropped = blobs_->forget(name);
    if (dropped) emit photosChanged();
    done(dropped ? Result<void>() : Result<void>(dropped.error()));
}

void SyncEngine::freePhotos(const Freed& done) {
    const auto freed = blobs_->freeHeld();
    emit photosChanged();
    done(freed);
}

void SyncEngine::fetchPhoto(const std::string& name, const Done& done) {
    fetcher_.fetch(name, [this, done](const Result<void>& fetched) {
        if (fetched) emit photosChanged();
        done(fetched);
    });
}

/// Before the records: a photo that is sent and never named is forgotten by the server, but one that is named and
/// never sent would be missing for ever.
Result<bool> SyncEngine::releasePhotos(const std::vector<sync::Edit>& edits) {
    bool hasPhotos = false;
    for (const sync::Edit& edit : edits) {
        if (edit.verb != sync::Verb::add || edit.type->name != "photo") continue;
        const std::size_t hash = *edit.type->find("hash");
        for (const FieldValue& value : edit.values) {
            if (value.field == hash && isSet(value.value)) ZX_TRY(blobs_->release(std::get<std::string>(value.value)));
        }
        hasPhotos = true;
    }
    return hasPhotos;
}

void SyncEngine::record(std::vector<sync::Edit> edits, const Recorded& done) {
    const auto hasPhotos = releasePhotos(edits);
    if (!hasPhotos) return done(hasPhotos.error());
    sync::ReplicaActions actions;
    const auto ids = device_->replica().record(edits, clock_.now(), actions);
    done(ids);  // first: pages that read their rows again may take longer for it than saving took
    if (ids) carryOut(actions);
    if (ids && *hasPhotos) {
        emit photosChanged();
        if (status_.link == SyncStatus::Link::connected) uploader_.start(*account_);
    }
}

void SyncEngine::resend(sync::Counter counter, const std::vector<FieldValue>& values, const Done& done) {
    auto step = device_->replica().resend(counter, values, clock_.now());
    if (step) carryOut(*step);
    done(step ? Result<void>() : Result<void>(step.error()));
}

void SyncEngine::discard(sync::Counter counter, const Done& done) {
    auto step = device_->replica().discard(counter, clock_.now());
    if (step) carryOut(*step);
    done(step ? Result<void>() : Result<void>(step.error()));
}

void SyncEngine::restore(sync::Counter counter, const Done& done) {
    auto step = device_->replica().restore(counter);
    if (step) carryOut(*step);
    done(step ? Result<void>() : Result<void>(step.error()));
}

void SyncEngine::settle(const Id& conflict, const sync::Decision& decision, const Done& done) {
    auto step = device_->replica().settle(conflict, decision, clock_.now());
    if (step) carryOut(*step);
    done(step ? Result<void>() : Result<void>(step.error()));
}

void SyncEngine::reopen(const Id& conflict, const Done& done) {
    auto step = device_->replica().reopen(conflict, clock_.now());
    if (step) carryOut(*step);
    done(step ? Result<void>() : Result<void>(step.error()));
}

}  // namespace zhixing::client
