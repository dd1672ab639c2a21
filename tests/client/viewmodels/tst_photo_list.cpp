#include "client/viewmodels/records/photo_list.h"

#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "client/viewmodels/app.h"
#include "tests/gallery/demo_gateway.h"
#include "tests/gallery/sample_photos.h"

namespace zhixing::client {

/// The photos of a form and of a record, from the camera's file to the server's word.
class TestPhotoList : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<DemoGateway> gateway_;
    std::unique_ptr<Settings> settings_;
    std::unique_ptr<Context> context_;
    std::unique_ptr<PhotoList> form_;

    void take(PhotoList& photos, int seed) {
        photos.take(QUrl::fromLocalFile(writtenSample(samplePhoto(seed))), true);
        QTRY_COMPARE(photos.busy(), 0);
    }
    [[nodiscard]] static QString role(PhotoList& photos, int row, const char* name) {
        return photos.rows()->value(row, QLatin1String(name)).toString();
    }
    /// What a form does when it is saved; the photos' ids.
    IdSet save(PhotoList& photos, const Id& record) {
        std::vector<sync::Edit> edits;
        const IdSet ids = photos.addTo(edits, "feedback", record);
        edits.push_back(
            Context::add("feedback", {{"kind", Value(std::string("praise"))}, {"photos", Value(ids)}}, record));
        context_->record(std::move(edits), {}, [&] { photos.clear(); });
        return ids;
    }

private slots:
    void init();
    void cleanup();

    void take_photo_isOnTheDiskBeforeItIsShown();
    void take_photo_isNotSentBeforeTheFormIsSaved();
    void take_sameTwice_staysOne();
    void take_notAPicture_saysSoAndAddsNothing();
    void take_diskFull_saysSoAndLeavesTheCamerasFile();
    void take_moreThanFit_saysSo();
    void paste_picture_isTaken();
    void save_form_sendsThePhotosItNames();
    void draft_filledAgain_showsTheSamePhotos();
    void draft_fileGone_saysSo();
    void remove_beforeSaving_leavesNothing();
    void clear_afterSaving_keepsWhatIsNamed();
    void usedTwice_inAnotherRecord_isFlagged();
    void atOnce_photoOfATask_isRecordedWithoutSaving();
    void delivery_asTheQueueSays_isTold();
    void remove_unsentOfATask_takesItBack();
};

void TestPhotoList::init() {
    gateway_ = DemoGateway::make(DemoGateway::Person::field);
    QVERIFY(gateway_ != nullptr);
    settings_ = std::make_unique<Settings>(nullptr);
    settings_->setLanguage(QStringLiteral("en"));
    context_ = std::make_unique<Context>(*gateway_, *settings_);
    form_ = std::make_unique<PhotoList>(*context_, "evidence");
}

void TestPhotoList::cleanup() {
    form_.reset();
    context_.reset();
    settings_.reset();
    gateway_.reset();
}

void TestPhotoList::take_photo_isOnTheDiskBeforeItIsShown() {
    const QSignalSpy edited(form_.get(), &PhotoList::edited);
    const QString camera = writtenSample(samplePhoto(1));

    form_->take(QUrl::fromLocalFile(camera), true);
    QCOMPARE(form_->count(), 0);
    QCOMPARE(form_->busy(), 1);

    QTRY_COMPARE(form_->count(), 1);
    QCOMPARE(form_->busy(), 0);
    QCOMPARE(edited.count(), 1);
    QVERIFY(QFile::exists(QUrl(role(*form_, 0, "full")).toLocalFile()));
    QVERIFY(role(*form_, 0, "thumbnail").startsWith(QStringLiteral("data:image/jpeg;base64,")));
    QCOMPARE(role(*form_, 0, "state"), QStringLiteral("draft"));
    QVERIFY(!QFile::exists(camera));
}

void TestPhotoList::take_photo_isNotSentBeforeTheFormIsSaved() {
    take(*form_, 1);

    QCOMPARE(gateway_->photos().size(), 1U);
    QVERIFY(gateway_->photos()[0].state == BlobQueue::State::drafted);
    QCOMPARE(*gateway_->blobs().waitingCount(), 0);
}

void TestPhotoList::take_sameTwice_staysOne() {
    take(*form_, 1);
    const QSignalSpy said(context_.get(), &Context::said);

    take(*form_, 1);

    QCOMPARE(form_->count(), 1);
    QCOMPARE(said.count(), 1);
}

void TestPhotoList::take_notAPicture_saysSoAndAddsNothing() {
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("photo.jpg")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("no photo at all");
    file.close();
    const QSignalSpy said(context_.get(), &Context::said);

    form_->take(QUrl::fromLocalFile(file.fileName()));

    QTRY_COMPARE(said.count(), 1);
    QCOMPARE(said[0][1].toBool(), true);
    QCOMPARE(form_->count(), 0);
    QVERIFY(QFile::exists(file.fileName()));
}

void TestPhotoList::take_diskFull_saysSoAndLeavesTheCamerasFile() {
    gateway_->diskIsFull = true;
    const QString camera = writtenSample(samplePhoto(1));
    const QSignalSpy said(context_.get(), &Context::said);

    form_->take(QUrl::fromLocalFile(camera), true);

    QTRY_COMPARE(said.count(), 1);
    QVERIFY(said[0][0].toString().contains(QStringLiteral("full")));
    QVERIFY(QFile::remove(camera));
    QCOMPARE(form_->count(), 0);
}

void TestPhotoList::take_moreThanFit_saysSo() {
    for (int i = 0; i < PhotoList::photosMax; ++i)
        form_->take(QUrl::fromLocalFile(QStringLiteral("/nowhere/%1").arg(i)));
    const QSignalSpy said(context_.get(), &Context::said);

    QVERIFY(form_->full());
    form_->take(QUrl::fromLocalFile(QStringLiteral("/nowhere")));

    QVERIFY(said.count() >= 1);
    QTRY_COMPARE(form_->busy(), 0);
}

void TestPhotoList::paste_picture_isTaken() {
    QGuiApplication::clipboard()->setImage(samplePhoto(2));

    QVERIFY(form_->paste());

    QTRY_COMPARE(form_->count(), 1);
}

void TestPhotoList::save_form_sendsThePhotosItNames() {
    take(*form_, 1);
    take(*form_, 2);
    const Id record = context_->newId();

    const IdSet ids = save(*form_, record);

    QCOMPARE(ids.size(), 2U);
    QCOMPARE(*gateway_->blobs().waitingCount(), 2);
    QCOMPARE(form_->count(), 0);
    PhotoList shown(*context_, "evidence");
    shown.open("feedback", record);
    QCOMPARE(shown.count(), 2);
    QCOMPARE(role(shown, 0, "state"), QStringLiteral("waiting"));
    QCOMPARE(shown.rows()->value(0, QStringLiteral("removable")).toBool(), false);
}

void TestPhotoList::draft_filledAgain_showsTheSamePhotos() {
    take(*form_, 1);
    const QJsonArray draft = form_->content();
    QVERIFY(QJsonDocument(draft).toJson().size() < 1'000);
    const QString thumbnail = role(*form_, 0, "thumbnail");
    form_ = std::make_unique<PhotoList>(*context_, "evidence");

    form_->fill(draft);

    QTRY_COMPARE(form_->count(), 1);
    QTRY_VERIFY(role(*form_, 0, "thumbnail").startsWith(QStringLiteral("data:image")));
    QCOMPARE(role(*form_, 0, "state"), QStringLiteral("draft"));
    QVERIFY(!thumbnail.isEmpty());
}

void TestPhotoList::draft_fileGone_saysSo() {
    take(*form_, 1);
    const QJsonArray draft = form_->content();
    form_->clear();

    form_->fill(draft);

    QTRY_COMPARE(form_->count(), 1);
    QCOMPARE(role(*form_, 0, "state"), QStringLiteral("missing"));
}

void TestPhotoList::remove_beforeSaving_leavesNothing() {
    take(*form_, 1);
    const QString file = QUrl(role(*form_, 0, "full")).toLocalFile();

    form_->remove(role(*form_, 0, "key"));

    QCOMPARE(form_->count(), 0);
    QVERIFY(gateway_->photos().empty());
    QVERIFY(!QFile::exists(file));
}

void TestPhotoList::clear_afterSaving_keepsWhatIsNamed() {
    take(*form_, 1);
    const QString file = QUrl(role(*form_, 0, "full")).toLocalFile();

    save(*form_, context_->newId());
    form_->clear();

    QVERIFY(QFile::exists(file));
    QCOMPARE(*gateway_->blobs().waitingCount(), 1);
}

void TestPhotoList::usedTwice_inAnotherRecord_isFlagged() {
    take(*form_, 1);
    save(*form_, context_->newId());
    QCOMPARE(form_->warning(), QString());

    take(*form_, 1);

    QCOMPARE(form_->count(), 1);
    QVERIFY(form_->warning().contains(QStringLiteral("used before")));
    QVERIFY(form_->warning().contains(QStringLiteral("Feedback")));
}

void TestPhotoList::atOnce_photoOfATask_isRecordedWithoutSaving() {
    PhotoList photos(*context_, "evidence", PhotoList::Adding::atOnce);
    photos.open("task", Id::named("a task"));

    take(photos, 1);

    QTRY_COMPARE(photos.count(), 1);
    QCOMPARE(role(photos, 0, "state"), QStringLiteral("waiting"));
    QCOMPARE(*gateway_->blobs().waitingCount(), 1);
}

void TestPhotoList::delivery_asTheQueueSays_isTold() {
    PhotoList photos(*context_, "evidence", PhotoList::Adding::atOnce);
    photos.open("task", Id::named("a task"));
    take(photos, 1);
    QTRY_COMPARE(photos.count(), 1);
    const auto item = gateway_->photos()[0];

    QVERIFY(gateway_->blobs().progressed(item.name, item.byteCount / 2).ok());
    photos.readNow();
    QCOMPARE(role(photos, 0, "state"), QStringLiteral("sending"));
    QVERIFY(role(photos, 0, "words").contains(QStringLiteral("49%")) ||
            role(photos, 0, "words").contains(QStringLiteral("50%")));

    SyncStatus gone = gateway_->status();
    gone.link = SyncStatus::Link::unreachable;
    gateway_->setStatus(gone);
    QTRY_COMPARE(role(photos, 0, "state"), QStringLiteral("waiting"));

    QVERIFY(gateway_->blobs().held(item.name, "a receipt").ok());
    photos.readNow();
    QCOMPARE(role(photos, 0, "state"), QStringLiteral("held"));
}

void TestPhotoList::remove_unsentOfATask_takesItBack() {
    PhotoList photos(*context_, "evidence", PhotoList::Adding::atOnce);
    photos.open("task", Id::named("a task"));
    take(photos, 1);
    QTRY_COMPARE(photos.count(), 1);

    photos.remove(role(photos, 0, "key"));

    QTRY_COMPARE(photos.count(), 0);
    QVERIFY(gateway_->photos().empty());
}

}  // namespace zhixing::client

QTEST_MAIN(zhixing::client::TestPhotoList)
#include "tst_photo_list.moc"
