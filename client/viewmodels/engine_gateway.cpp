#include "client/viewmodels/engine_gateway.h"

#include <QPointer>

#include "client/store/draft_store.h"

namespace zhixing::client {

Result<std::unique_ptr<EngineGateway>> EngineGateway::open(const QString& storePath) {
    auto gateway = std::unique_ptr<EngineGateway>(new EngineGateway(storePath));
    Result<void> opened;
    QMetaObject::invokeMethod(
        gateway->engine_, [&] { opened = gateway->engine_->open(); }, Qt::BlockingQueuedConnection);
    ZX_TRY(std::move(opened));
    QMetaObject::invokeMethod(
        gateway->engine_, [&] { gateway->status_ = gateway->engine_->status(); }, Qt::BlockingQueuedConnection);
    return gateway;
}

EngineGateway::EngineGateway(QString storePath)
    : storePath_(std::move(storePath)), engine_(new SyncEngine(storePath_)) {
    engine_->moveToThread(&thread_);
    connect(&thread_, &QThread::finished, engine_, &QObject::deleteLater);
    connect(engine_, &SyncEngine::statusChanged, this, [this](const SyncStatus& status) {
        status_ = status;
        emit statusChanged();
    });
    connect(engine_, &SyncEngine::rowsChanged, this, &Gateway::rowsChanged);
    connect(engine_, &SyncEngine::outboxChanged, this, &Gateway::outboxChanged);
    connect(engine_, &SyncEngine::photosChanged, this, &Gateway::photosChanged);
    connect(engine_, &SyncEngine::photoCame, this, &Gateway::photoCame);
    thread_.setObjectName(QStringLiteral("store"));
    thread_.start();
}

void EngineGateway::pretend(Date today) {
    constexpr std::int64_t dayMs = 24LL * 60 * 60 * 1000;
    shiftMs_ = (today.days - dateAt(SystemClock().now()).days) * dayMs;
}

EngineGateway::~EngineGateway() {
    thread_.quit();
    thread_.wait();
}

template <typename Work>
void EngineGateway::post(Work work) {
    QMetaObject::invokeMethod(engine_, std::move(work), Qt::QueuedConnection);
}

template <typename Answer>
auto EngineGateway::here(std::function<void(const Answer&)> done) {
    return [this, done = std::move(done)](const Answer& answer) {
        QMetaObject::invokeMethod(
            this, [done, answer] { done(answer); }, Qt::QueuedConnection);
    };
}

void EngineGateway::record(std::vector<sync::Edit> edits, Recorded done) {
    post([this, edits = std::move(edits), done = here(std::move(done))] { engine_->record(edits, done); });
}

void EngineGateway::resend(sync::Counter counter, std::vector<FieldValue> values, Done done) {
    post([this, counter, values = std::move(values), done = here(std::move(done))] {
        engine_->resend(counter, values, done);
    });
}

void EngineGateway::discard(sync::Counter counter, Done done) {
    post([this, counter, done = here(std::move(done))] { engine_->discard(counter, done); });
}

void EngineGateway::keepPhoto(QByteArray bytes, Kept done) {
    post([this, bytes = std::move(bytes), done = here(std::move(done))] {
        engine_->keepPhoto({bytes.constData(), static_cast<std::size_t>(bytes.size())}, done);
    });
}

void EngineGateway::dropPhoto(const QString& name, Done done) {
    post([this, name = name.toStdString(), done = here(std::move(done))] { engine_->dropPhoto(name, done); });
}

void EngineGateway::fetchPhoto(const QString& name, Done done) {
    post([this, name = name.toStdString(), done = here(std::move(done))] { engine_->fetchPhoto(name, done); });
}

void EngineGateway::freePhotos(Freed done) {
    post([this, done = here(std::move(done))] { engine_->freePhotos(done); });
}

void EngineGateway::restore(sync::Counter counter, Done done) {
    post([this, counter, done = here(std::move(done))] { engine_->restore(counter, done); });
}

void EngineGateway::settle(const Id& conflict, sync::Decision decision, Done done) {
    post([this, conflict, decision = std::move(decision), done = here(std::move(done))] {
        engine_->settle(conflict, decision, done);
    });
}

void EngineGateway::reopen(const Id& conflict, Done done) {
    post([this, conflict, done = here(std::move(done))] { engine_->reopen(conflict, done); });
}

void EngineGateway::askHistory(const Id& record) {
    post([this, record] { (void)engine_->askHistory(record, 0); });
}

void EngineGateway::askDevices() {
    post([this] { (void)engine_->askDevices(); });
}

void EngineGateway::syncNow() {
    post([this] { engine_->syncNow(); });
}

void EngineGateway::setOnline(bool online) {
    post([this, online] { engine_->setOnline(online); });
}

void EngineGateway::enrol(const QString& link, const QString& password, Done done) {
    post([this, link, password, done = here(std::move(done))] { engine_->enrol(link, password, {}, done); });
}

void EngineGateway::saveDraft(const QString& form, const QString& json) {
    post([this, form = form.toStdString(), json = json.toStdString(), at = now()] {
        DraftStore drafts(engine_->device().store().database());
        const Result<void> kept = json.empty() ? drafts.discard(form) : drafts.save({form, json, at});
        if (!kept) qWarning("a draft could not be kept: %s", kept.error().message.c_str());
    });
}

QString EngineGateway::draft(const QString& form) {
    QString json;
    QMetaObject::invokeMethod(
        engine_,
        [&] {
            DraftStore drafts(engine_->device().store().database());
            const auto found = drafts.find(form.toStdString());
            if (found && *found) json = QString::fromStdString((*found)->body);
        },
        Qt::BlockingQueuedConnection);
    return json;
}

}  // namespace zhixing::client
