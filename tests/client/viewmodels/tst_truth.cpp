#include <QtTest>

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QStandardPaths>

#include "shared/catalog/catalog.h"
#include "tests/gallery/demo_app.h"

namespace zhixing::client {

namespace {

QString role(const RowModel* rows, int row, const char* name) {
    return rows->value(row, QString::fromLatin1(name)).toString();
}

int rowWith(const RowModel* rows, const char* name, const QString& value) {
    for (int i = 0; i < rows->count(); ++i) {
        if (role(rows, i, name) == value) return i;
    }
    return -1;
}

}  // namespace

/// What this device says about itself and headquarters: where everything is, what can be put right, who changed what.
class TestTruth : public QObject, protected DemoApp {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { end(); }

    void outbox_ofAMorningsWork_namesEveryState();
    void outbox_withoutConnection_saysWhyAndWhenNext();
    void tryNow_isAnsweredInEveryState();
    void correction_ofAnyType_isSentAgainWithWhatWasPutRight();
    void correction_withNonsense_staysAndSaysWhat();
    void correction_ofTagsPlaceAndASet_isTypedAndChosen();
    void history_ofARecordNeverAskedAbout_saysSo();
    void history_afterAnAnswer_tellsWhoWhenAndWhat();
    void history_withLaterChangesElsewhere_saysHowMany();
    void history_ofOwnUnsentEdit_isMarked();
    void conflict_ofADeletedTask_isCalledByItsLastName();
    void repairs_areTold_andExported();

private:
    QString firstTask() { return role(app_->today()->tasks(), 0, "key"); }
    Id idOfFirstTask() { return *Id::parse(firstTask().toStdString()); }
    void step() {
        QSignalSpy saved(app_.get(), &App::said);
        app_->tasks()->step(firstTask(), role(app_->today()->tasks(), 0, "step"));
        QTRY_VERIFY(app_->sync()->waiting() > 0);
    }
};

void TestTruth::init() {
    QStandardPaths::setTestModeEnabled(true);
    QVERIFY(begin(DemoGateway::Person::field));
}

void TestTruth::outbox_ofAMorningsWork_namesEveryState() {
    step();
    gateway_->saveDraft(QStringLiteral("spend"), QStringLiteral("{\"amount\":\"12\"}"));
    app_->spendForm()->setAmount(QStringLiteral("20"));
    app_->spendForm()->setLine(role(app_->spendForm()->lines(), 0, "key"));
    QVERIFY(app_->spendForm()->save());
    QVERIFY(gateway_->refuse(2, Code::bad_reference, "budget_line").ok());
    gateway_->saveDraft(QStringLiteral("feedback"), QStringLiteral("{\"text\":\"a\"}"));
    app_->outbox()->readNow();

    RowModel* rows = app_->outbox()->rows();
    const int refused = rowWith(rows, "state", QStringLiteral("needsYou"));
    const int draft = rowWith(rows, "state", QStringLiteral("draft"));
    const int sending = rowWith(rows, "state", QStringLiteral("sending"));
    QVERIFY(refused == 0 && draft > 0 && sending > draft);
    QCOMPARE(role(rows, refused, "trouble"), QStringLiteral("Budget line no longer exists. Please choose another."));
    QVERIFY(role(rows, sending, "words").contains(QStringLiteral("bytes")) ||
            role(rows, sending, "words").contains(u'B'));

    SyncStatus gone = gateway_->status();
    gone.link = SyncStatus::Link::unreachable;
    gateway_->setStatus(gone);
    QTRY_VERIFY(rowWith(rows, "state", QStringLiteral("waiting")) >= 0);
    QCOMPARE(rowWith(rows, "state", QStringLiteral("sending")), -1);
}

void TestTruth::outbox_withoutConnection_saysWhyAndWhenNext() {
    SyncStatus gone = gateway_->status();
    gone.link = SyncStatus::Link::unreachable;
    gone.trouble = Code::timed_out;
    gone.nextTryAt = Instant{1'760'575'200'000 + 90'000};
    gateway_->setStatus(gone);

    QCOMPARE(app_->outbox()->next(),
             QStringLiteral("The server did not answer in time. Please try again. Next try at 08:41:30."));
    QVERIFY(app_->sync()->explanation().contains(QStringLiteral("08:41:30")));
}

void TestTruth::tryNow_isAnsweredInEveryState() {
    using Link = SyncStatus::Link;
    for (const Link link : {Link::switchedOff, Link::connecting, Link::connected, Link::unreachable, Link::refused}) {
        SyncStatus status = gateway_->status();
        status.link = link;
        status.refusal = Code::device_revoked;
        gateway_->setStatus(status);
        const int before = gateway_->triedNow;
        QSignalSpy said(app_.get(), &App::said);

        app_->outbox()->tryNow();

        QCOMPARE(said.count(), 1);
        QVERIFY(said.front().front().toString().size() > 10);
        QCOMPARE(gateway_->triedNow > before, link != Link::switchedOff && link != Link::refused);
    }
}

void TestTruth::correction_ofAnyType_isSentAgainWithWhatWasPutRight() {
    app_->feedbackForm()->setKind(3);
    app_->feedbackForm()->setRating(4);
    app_->feedbackForm()->setText(QStringLiteral("queue"));
    QVERIFY(app_->feedbackForm()->save());
    QVERIFY(gateway_->refuse(1, Code::too_long, "text").ok());

    QVERIFY(app_->correction()->open(QStringLiteral("1")));
    RowModel* fields = app_->correction()->fields();
    const int text = fields->find(QStringLiteral("text"));
    QVERIFY(text >= 0);
    QVERIFY(!role(fields, text, "fault").isEmpty());
    for (int i = 0; i < fields->count(); ++i) QVERIFY(role(fields, i, "name") != QStringLiteral("Other details"));
    app_->correction()->setText(QStringLiteral("text"), QStringLiteral("the queue"));
    app_->correction()->setText(QStringLiteral("rating"), QStringLiteral("5"));
    QVERIFY(app_->correction()->resend());

    QTRY_COMPARE(app_->sync()->needsYou(), 0);
    QCOMPARE(app_->sync()->waiting(), 1);
    Reader reader = *Reader::open(gateway_->storePath());
    QString kept;
    qint64 rating = 0;
    reader.each("SELECT text, rating FROM feedback WHERE is_pending = 1", [&](Columns row) {
        kept = row.text(0);
        rating = row.number(1);
    });
    QCOMPARE(kept, QStringLiteral("the queue"));
    QCOMPARE(rating, 5);
}

void TestTruth::correction_ofTagsPlaceAndASet_isTypedAndChosen() {
    const Id photo = Id::named("a photo"), other = Id::named("another photo");
    IdSet photos{photo, other};
    std::sort(photos.begin(), photos.end());
    std::vector<sync::Edit> edits;
    edits.push_back(Context::add("feedback", {{"kind", Value(std::string("praise"))},
                                              {"tags", Value(TagSet{"queue"})},
                                              {"location", Value(Place{31'230'400, 121'473'700, 20})},
                                              {"photos", Value(photos)}}));
    gateway_->record(edits, [](const Result<std::vector<Id>>& recorded) { QVERIFY(recorded.ok()); });
    QVERIFY(gateway_->refuse(1, Code::forbidden, "tags").ok());
    QVERIFY(app_->correction()->open(QStringLiteral("1")));
    RowModel* fields = app_->correction()->fields();
    const auto text = [&](const char* field) { return role(fields, fields->find(QLatin1String(field)), "text"); };
    QCOMPARE(text("tags"), QStringLiteral("queue"));
    QCOMPARE(text("location"), QStringLiteral("31.230400, 121.473700 ±20"));
    QCOMPARE(role(fields, fields->find(QStringLiteral("photos")), "form"), QStringLiteral("set"));

    app_->correction()->setText(QStringLiteral("tags"), QStringLiteral("价格，排队, 排队"));
    app_->correction()->toggle(QStringLiteral("photos"), keyOf(other));
    app_->correction()->setText(QStringLiteral("location"), QStringLiteral("somewhere"));
    QVERIFY(!app_->correction()->resend());
    QVERIFY(!role(fields, fields->find(QStringLiteral("location")), "fault").isEmpty());
    gateway_->place = Place{30'250'000, 120'160'000, 12};
    app_->correction()->findPlace(QStringLiteral("location"));
    QVERIFY(app_->correction()->resend());

    QTRY_COMPARE(app_->sync()->waiting(), 1);
    Reader reader = *Reader::open(gateway_->storePath());
    const RecordType& type = catalog().at("feedback");
    Id said;
    reader.each("SELECT id FROM feedback WHERE is_pending = 1", [&](Columns row) { said = row.id(0); });
    QCOMPARE(std::get<TagSet>(reader.value(type, said, "tags")), (TagSet{"价格", "排队"}));
    QCOMPARE(std::get<IdSet>(reader.value(type, said, "photos")), IdSet{photo});
    QCOMPARE(std::get<Place>(reader.value(type, said, "location")), (Place{30'250'000, 120'160'000, 12}));
}

void TestTruth::correction_withNonsense_staysAndSaysWhat() {
    app_->feedbackForm()->setKind(3);
    app_->feedbackForm()->setRating(4);
    app_->feedbackForm()->setText(QStringLiteral("queue"));
    QVERIFY(app_->feedbackForm()->save());
    QVERIFY(gateway_->refuse(1, Code::out_of_range, "rating").ok());
    QVERIFY(app_->correction()->open(QStringLiteral("1")));

    app_->correction()->setText(QStringLiteral("rating"), QStringLiteral("nine"));

    QVERIFY(!app_->correction()->resend());
    RowModel* fields = app_->correction()->fields();
    QVERIFY(!role(fields, fields->find(QStringLiteral("rating")), "fault").isEmpty());
    QCOMPARE(app_->sync()->needsYou(), 1);
}

void TestTruth::history_ofARecordNeverAskedAbout_saysSo() {
    SyncStatus gone = gateway_->status();
    gone.link = SyncStatus::Link::unreachable;
    gateway_->setStatus(gone);

    app_->history()->open(QStringLiteral("task"), firstTask());

    QCOMPARE(gateway_->historyAsked, idOfFirstTask());
    QVERIFY(app_->history()->note().startsWith(QStringLiteral("Headquarters was not asked")));
    QCOMPARE(app_->history()->rows()->count(), 0);
}

void TestTruth::history_afterAnAnswer_tellsWhoWhenAndWhat() {
    const RecordType& task = catalog().at("task");
    const auto progress = static_cast<std::uint16_t>(*task.find("progress"));
    const Id manager = *Id::parse("0197a000-0000-7002-8000-000000000004");
    const Id device = *Id::parse("0197a000-0000-7009-8000-000000004f2a");
    sync::HistoryEntry entry{5,
                             &task,
                             idOfFirstTask(),
                             1,
                             manager,
                             device,
                             3,
                             sync::Verb::edit,
                             Instant{1'760'571'000'000},
                             Instant{1'760'571'001'000},
                             {{progress, std::int64_t{40}, std::int64_t{10}}}};
    QVERIFY(gateway_->learn(sync::History{idOfFirstTask(), 1, 0, true, {entry}}).ok());

    app_->history()->open(QStringLiteral("task"), firstTask());

    RowModel* rows = app_->history()->rows();
    QCOMPARE(rows->count(), 1);
    QCOMPARE(role(rows, 0, "who"), QStringLiteral("张伟"));
    QCOMPARE(role(rows, 0, "where"), QStringLiteral("07:30, on device 4F2A"));
    QCOMPARE(role(rows, 0, "changes"), QStringLiteral("Progress: 10 → 40"));
    QVERIFY(app_->history()->note().startsWith(QStringLiteral("Complete, as headquarters told")));
}

void TestTruth::conflict_ofADeletedTask_isCalledByItsLastName() {
    const RecordType& task = catalog().at("task");
    const Id gone = *Id::parse("0197a000-0000-7015-8000-0000000000ee");
    const auto title = static_cast<std::uint16_t>(*task.find("title"));
    QVERIFY(gateway_
                ->put(R"({"type":"conflict","id":"0197a000-0000-7055-8000-000000000002","record_type":"task",)"
                      R"("record_id":"0197a000-0000-7015-8000-0000000000ee","lost_value":"{\"progress\":60}",)"
                      R"("lost_at":1760572800000,"state":"open"})")
                .ok());
    RowModel* open = app_->conflicts()->open();
    QCOMPARE(role(open, 0, "what"), QStringLiteral("Task"));
    QCOMPARE(gateway_->historyAsked, gone);

    sync::HistoryEntry added{4, &task, gone, 1, {}, {}, 1, sync::Verb::add, Instant{1'760'500'000'000}, {}, {}};
    added.changes = {{title, std::string("Old name"), {}}};
    sync::HistoryEntry renamed = added;
    renamed.version = 2;
    renamed.verb = sync::Verb::edit;
    renamed.changes = {{title, std::string("Hang the banner"), std::string("Old name")}};
    sync::HistoryEntry removed = added;
    removed.version = 3;
    removed.verb = sync::Verb::remove;
    removed.changes = {};
    QVERIFY(gateway_->learn(sync::History{gone, 3, 0, true, {removed, renamed, added}}).ok());

    QTRY_COMPARE(role(open, 0, "what"), QStringLiteral("Task: Hang the banner"));
}

void TestTruth::history_withLaterChangesElsewhere_saysHowMany() {
    QVERIFY(gateway_->learn(sync::History{idOfFirstTask(), 1, 0, true, {}}).ok());
    SyncStatus gone = gateway_->status();
    gone.link = SyncStatus::Link::unreachable;
    gateway_->setStatus(gone);
    Reader reader = *Reader::open(gateway_->storePath());
    auto record = reader.record(catalog().at("task"), idOfFirstTask());
    QVERIFY(record.has_value());
    record->version = 3;
    QVERIFY(gateway_->device().store().begin(sync::ReplicaStore::Durability::atomic).ok());
    QVERIFY(gateway_->device().store().put(*record, false).ok());
    QVERIFY(gateway_->device().store().commit().ok());

    app_->history()->open(QStringLiteral("task"), firstTask());

    QVERIFY2(app_->history()->note().contains(QStringLiteral("2 later changes are not here")),
             qPrintable(app_->history()->note()));
}

void TestTruth::history_ofOwnUnsentEdit_isMarked() {
    const QString key = firstTask();
    step();

    app_->history()->open(QStringLiteral("task"), key);

    RowModel* rows = app_->history()->rows();
    QVERIFY(rows->count() >= 1);
    QCOMPARE(role(rows, 0, "who"), QStringLiteral("You"));
    QCOMPARE(role(rows, 0, "stateWord"), QStringLiteral("Not yet at headquarters"));
}

void TestTruth::repairs_areTold_andExported() {
    QVERIFY(app_->repairs()->latest().isEmpty());
    QVERIFY(gateway_
                ->learn(sync::Incident{sync::Incident::Kind::restored, Instant{1'760'571'000'000}, 0, 0, 2, 3,
                                       "{\"type\":\"task\"}\n{\"type\":\"task\"}"})
                .ok());
    QTRY_COMPARE(app_->repairs()->rows()->count(), 1);
    QCOMPARE(role(app_->repairs()->rows(), 0, "keptWords"), QStringLiteral("2 removed records are kept here"));
    QSignalSpy said(app_.get(), &App::said);

    app_->repairs()->exportAll();

    QCOMPARE(said.count(), 1);
    const QString path = said.front().front().toString().section(QStringLiteral("Written to "), 1);
    QFile file(path);
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(path));
    QVERIFY(file.readAll().contains("\"restored\""));
    QVERIFY(file.remove());
}

}  // namespace zhixing::client

QTEST_MAIN(zhixing::client::TestTruth)
#include "tst_truth.moc"
