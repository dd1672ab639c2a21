#include "tests/gallery/demo_gateway.h"

#include <array>

#include <QFile>
#include <QLoggingCategory>

#include "client/store/draft_store.h"
#include "client/store/looked_at.h"
#include "client/store/schema.h"
#include "shared/catalog/catalog.h"
#include "shared/model/document.h"

namespace zhixing::client {

namespace {

constexpr std::int64_t morningMs = 1'760'575'200'000;  // 2025-10-16 08:40 +08:00
constexpr std::array files = {"1_organisation", "2_calendar",   "3_policies", "4_launch",
                              "5_event",        "6_field_work", "7_templates"};
constexpr auto rootId = "0197a000-0000-7001-8000-0000000000ff";
constexpr auto rootLine =
    R"({"type":"node","id":"0197a000-0000-7001-8000-0000000000ff","name":"知行示范公司","kind":"headquarters"})";

struct Member {
    const char* person;
    const char* home;
};

Member memberOf(DemoGateway::Person person) {
    switch (person) {
        case DemoGateway::Person::field:
            return {"0197a000-0000-7002-8000-000000000006", "0197a000-0000-7001-8000-000000000011"};
        case DemoGateway::Person::siteManager:
            return {"0197a000-0000-7002-8000-000000000007", "0197a000-0000-7001-8000-000000000011"};
        case DemoGateway::Person::manager:
            return {"0197a000-0000-7002-8000-000000000004", "0197a000-0000-7001-8000-000000000001"};
        case DemoGateway::Person::headquarters:
            break;
    }
    return {"0197a000-0000-7002-8000-000000000001", rootId};
}

/// The record that an import of this line makes, as the server does it.
Result<Record> imported(std::string_view line, const Id& root) {
    ZX_ASSIGN(const DocumentLine document, parseDocumentLine(catalog(), nullptr, line));
    Record record = blankRecord(*document.type, document.id.value_or(Id{}), document.place.value_or(root));
    record.audience = document.audience.value_or(document.type->audience);
    record.version = 1;
    for (const FieldValue& value : document.values) record.fields[value.field] = value.value;
    // Whoever is granted something without a place is granted it everywhere.
    if (document.type->name == "grant" && record.reference("node").isNil()) record.set("node", Value(root));
    const bool isBelowRoot = document.type->name == "node" && record.id != root && record.reference("parent").isNil();
    if (isBelowRoot) record.set("parent", Value(root));
    if (document.type->placedBy == "id") {
        record.place = record.id;
    } else if (!document.type->placedBy.empty() && !record.reference(document.type->placedBy).isNil()) {
        record.place = record.reference(document.type->placedBy);
    }
    return record;
}

}  // namespace

std::unique_ptr<DemoGateway> DemoGateway::make(Person person) {
    auto gateway = std::unique_ptr<DemoGateway>(new DemoGateway);
    if (const Result<void> filled = gateway->fill(person); !filled) {
        qCritical("the demo organisation could not be loaded: %s (%s)", filled.error().message.c_str(),
                  filled.error().field.c_str());
        return nullptr;
    }
    return gateway;
}

QString DemoGateway::storePath() const { return folder_.filePath(QStringLiteral("demo.store")); }

Instant DemoGateway::now() const { return Instant{morningMs + turnedMs_ + 1000 * ticks_++}; }

void DemoGateway::turnClock(int hour, int minute) {
    constexpr std::int64_t minuteMs = 60'000;
    turnedMs_ = ((hour - 8) * 60 + minute - 40) * minuteMs;
}

void DemoGateway::findPlace(Found done) {
    isPlaceAsked = true;
    done(place);
}

Result<void> DemoGateway::fill(Person person) {
    const Member member = memberOf(person);
    const Id self = *Id::parse(member.person);
    const Id home = *Id::parse(member.home);
    const Id root = *Id::parse(rootId);
    ZX_ASSIGN(device_, Device::open(catalog(), storePath().toStdString()));
    ZX_TRY(device_->replica().enrolled(Id::named("demo device"), self, home));

    std::vector<Record> records;
    Organisation organisation;
    ZX_ASSIGN(Record rootRecord, imported(rootLine, root));
    records.push_back(std::move(rootRecord));
    for (const char* name : files) {
        QFile file(QStringLiteral(ZHIXING_DEMO_DIR "/%1.ndjson").arg(QLatin1String(name)));
        if (!file.open(QIODevice::ReadOnly)) return Error{Code::not_found, "no such file", name, {}};
        while (!file.atEnd()) {
            const QByteArray line = file.readLine().trimmed();
            if (line.isEmpty()) continue;
            ZX_ASSIGN(Record record, imported({line.constData(), static_cast<std::size_t>(line.size())}, root));
            records.push_back(std::move(record));
        }
    }
    for (const Record& record : records) organisation.apply(record);

    ZX_TRY(device_->store().begin(sync::ReplicaStore::Durability::atomic));
    for (const Record& record : records) {
        if (organisation.sees(self, {record.place, record.audience})) ZX_TRY(device_->store().put(record, false));
    }
    ZX_TRY(device_->store().commit());
    ZX_TRY(device_->reload());

    status_.isEnrolled = true;
    status_.person = self;
    status_.home = home;
    status_.server = QStringLiteral("wss://zhixing.example.com/sync");
    status_.link = SyncStatus::Link::connected;
    status_.agreed = true;
    status_.agreedAt = status_.heardAt = Instant{morningMs - 8 * 60 * 1000};
    return {};
}

Result<void> DemoGateway::put(const std::string& line) {
    ZX_ASSIGN(const Record record, imported(line, status_.home));
    ZX_TRY(device_->store().begin(sync::ReplicaStore::Durability::atomic));
    ZX_TRY(device_->store().put(record, false));
    ZX_TRY(device_->store().commit());
    emit rowsChanged({QString::fromUtf8(record.type->name.data(), static_cast<qsizetype>(record.type->name.size()))});
    return {};
}

void DemoGateway::carryOut(const sync::ReplicaActions& actions) {
    QSet<QString> types;
    for (const sync::Changed& changed : actions.changed) {
        types.insert(QString::fromUtf8(changed.type->name.data(), static_cast<qsizetype>(changed.type->name.size())));
    }
    refreshStatus();
    if (!types.isEmpty()) emit rowsChanged(types);
    emit outboxChanged();
}

void DemoGateway::refreshStatus() {
    if (const auto waiting = device_->store().pendingCount()) status_.waiting = static_cast<int>(*waiting);
    if (const auto tray = device_->store().tray()) status_.needsYou = static_cast<int>(tray->size());
    emit statusChanged();
}

void DemoGateway::record(std::vector<sync::Edit> edits, Recorded done) {
    if (diskIsFull) {
        done(Error{Code::disk_full, "database or disk is full", {}, {}});
        return;
    }
    for (const sync::Edit& edit : edits) {
        if (edit.verb != sync::Verb::add || edit.type->name != "photo") continue;
        if (auto released = blobs().release(std::get<std::string>(edit.values.front().value)); !released) {
            return done(released.error());
        }
    }
    sync::ReplicaActions actions;
    const Result<std::vector<Id>> recorded = device_->replica().record(edits, now(), actions);
    if (recorded) carryOut(actions);
    done(recorded);
}

void DemoGateway::resend(sync::Counter counter, std::vector<FieldValue> values, Done done) {
    auto actions = device_->replica().resend(counter, values, now());
    if (!actions) return done(actions.error());
    carryOut(*actions);
    done({});
}

void DemoGateway::discard(sync::Counter counter, Done done) {
    auto actions = device_->replica().discard(counter, now());
    if (!actions) return done(actions.error());
    carryOut(*actions);
    done({});
}

void DemoGateway::keepPhoto(QByteArray bytes, Kept done) {
    if (diskIsFull) return done(Error{Code::disk_full, "no space left on device", {}, {}});
    done(blobs().addDraft({bytes.constData(), static_cast<std::size_t>(bytes.size())}, now()));
    emit photosChanged();
}

void DemoGateway::dropPhoto(const QString& name, Done done) {
    const auto dropped = blobs().forget(name.toStdString());
    emit photosChanged();
    done(dropped ? Result<void>() : Result<void>(dropped.error()));
}

void DemoGateway::fetchPhoto(const QString& name, Done done) {
    if (status_.link != SyncStatus::Link::connected) return done(Error{Code::unreachable, "no connection", {}, {}});
    const auto found = photosElsewhere.find(name);
    if (found == photosElsewhere.end()) return done(Error{Code::not_found, "not held", {}, {}});
    const QByteArray& bytes = found->second;
    const auto kept = LookedAt(device_->store().database())
                          .keep(name.toStdString(), {bytes.constData(), static_cast<std::size_t>(bytes.size())});
    emit photosChanged();
    done(kept);
}

void DemoGateway::freePhotos(Freed done) {
    done(blobs().freeHeld());
    emit photosChanged();
}

void DemoGateway::restore(sync::Counter counter, Done done) {
    auto actions = device_->replica().restore(counter);
    if (!actions) return done(actions.error());
    carryOut(*actions);
    done({});
}

void DemoGateway::settle(const Id& conflict, sync::Decision decision, Done done) {
    auto actions = device_->replica().settle(conflict, decision, now());
    if (!actions) return done(actions.error());
    carryOut(*actions);
    done({});
}

void DemoGateway::reopen(const Id& conflict, Done done) {
    auto actions = device_->replica().reopen(conflict, now());
    if (!actions) return done(actions.error());
    carryOut(*actions);
    done({});
}

Result<void> DemoGateway::learn(const sync::History& history) {
    ZX_TRY(device_->store().begin(sync::ReplicaStore::Durability::atomic));
    ZX_TRY(device_->store().keepHistory(history, now()));
    ZX_TRY(device_->store().commit());
    emit rowsChanged({QStringLiteral("history")});
    return {};
}

Result<void> DemoGateway::learn(const sync::Devices& devices) {
    ZX_TRY(device_->store().begin(sync::ReplicaStore::Durability::atomic));
    ZX_TRY(device_->store().keepDevices(devices));
    ZX_TRY(device_->store().commit());
    emit rowsChanged({QStringLiteral("devices")});
    return {};
}

Result<void> DemoGateway::learn(const sync::Incident& incident) {
    ZX_TRY(device_->store().begin(sync::ReplicaStore::Durability::atomic));
    ZX_TRY(device_->store().addIncident(incident));
    ZX_TRY(device_->store().commit());
    emit statusChanged();
    return {};
}

void DemoGateway::setOnline(bool online) {
    status_.link = online ? SyncStatus::Link::connected : SyncStatus::Link::switchedOff;
    emit statusChanged();
}

void DemoGateway::enrol(const QString&, const QString&, Done done) {
    if (enrolment) {
        status_.isEnrolled = true;
        emit statusChanged();
    }
    done(enrolment);
}

void DemoGateway::saveDraft(const QString& form, const QString& json) {
    DraftStore drafts(device_->store().database());
    const Result<void> kept = json.isEmpty() ? drafts.discard(form.toStdString())
                                             : drafts.save({form.toStdString(), json.toStdString(), now()});
    if (!kept) qWarning("a draft could not be kept: %s", kept.error().message.c_str());
}

QString DemoGateway::draft(const QString& form) {
    const auto found = DraftStore(device_->store().database()).find(form.toStdString());
    return found && *found ? QString::fromStdString((*found)->body) : QString();
}

std::vector<BlobQueue::Item> DemoGateway::photos() {
    auto items = BlobQueue::all(device_->store().database());
    return items ? std::move(items).value() : std::vector<BlobQueue::Item>();
}

void DemoGateway::setStatus(const SyncStatus& status) {
    status_ = status;
    emit statusChanged();
}

Result<void> DemoGateway::refuse(sync::Counter counter, Code code, const std::string& field) {
    ZX_ASSIGN(const auto pending, device_->store().pending(counter));
    if (!pending) return Error{Code::not_found, "no such operation", {}, {}};
    ZX_TRY(device_->store().begin(sync::ReplicaStore::Durability::atomic));
    ZX_TRY(device_->store().putTray({counter, pending->operation, Error{code, "refused in a test", field, {}}, now()}));
    ZX_TRY(device_->store().drop(counter));
    ZX_TRY(device_->store().erase(*pending->operation.type, pending->operation.record));
    ZX_TRY(device_->store().commit());
    ZX_TRY(device_->reload());
    refreshStatus();
    emit outboxChanged();
    return {};
}

}  // namespace zhixing::client
