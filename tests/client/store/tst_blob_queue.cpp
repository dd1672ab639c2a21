#include "client/store/blob_queue.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "client/store/schema.h"
#include "client/store/sqlite_replica_store.h"
#include "shared/base/blob_receipt.h"
#include "shared/catalog/catalog.h"
#include "tests/support/sample_pictures.h"

using namespace zhixing;
using namespace zhixing::client;
using namespace zhixing::test;

/// What happens to a photo on the device.
class TestBlobQueue : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void add_photo_isOnTheDiskWithoutItsPosition();
    void add_sameTwice_isOne();
    void add_notAPhoto_leavesNothing();
    void next_afterFailures_isTheOldestThatIsLeft();
    void failed_forGood_waitsForNobodyAndCanBeAddedAgain();
    void held_survivesAndMayBeFreed();
    void held_whenTheServerWentBack_waitsAgain();
    void freeHeld_waiting_staysWhereItIs();
    void read_cutFile_isDamaged();
    void addDraft_photo_isSentOnlyOnceItIsReleased();
    void release_unknownPhoto_isAnError();
    void addDraft_ofOneThatWaits_staysWaiting();
    void forget_draft_leavesNothing();
    void forget_photoOnItsWay_isLeftAlone();
    void forget_photoThatARecordNames_isLeftAlone();
    void requeueFiles_afterANewStore_queuesWholeOnes();

private:
    [[nodiscard]] QString file(const std::string& name) const {
        return folder_->filePath("a.store.blobs/" + QString::fromStdString(name));
    }
    std::string add(quint32 seed) { return queue_->add(jpegPicture(16, seed), Instant{seed})->name; }
    [[nodiscard]] BlobQueue::State stateOf(const std::string& name) {
        const auto items = BlobQueue::all(*database_);
        for (const auto& item : *items) {
            if (item.name == name) return item.state;
        }
        qFatal("the photo is gone");
    }

    std::unique_ptr<QTemporaryDir> folder_;
    std::optional<sqlite::Database> database_;
    std::optional<BlobQueue> queue_;
};

void TestBlobQueue::init() {
    folder_ = std::make_unique<QTemporaryDir>();
    auto opened = openStore(folder_->filePath("a.store").toStdString(), catalog());
    QVERIFY(opened.ok());
    database_.emplace(std::move(opened).value());
    queue_.emplace(*database_);
}

void TestBlobQueue::cleanup() {
    queue_.reset();
    database_.reset();
    folder_.reset();
}

void TestBlobQueue::add_photo_isOnTheDiskWithoutItsPosition() {
    const std::string plain = jpegPicture();

    const auto added = queue_->add(withSegments(plain, segment(0xE1, exif(1))), Instant{7});

    QVERIFY(added.ok());
    QCOMPARE(added->name, blobName(plain));
    QCOMPARE(added->media.width, 16);
    QFile kept(file(added->name));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QVERIFY(kept.readAll().toStdString() == plain);
    QCOMPARE(*queue_->waitingCount(), 1);
}

void TestBlobQueue::add_sameTwice_isOne() {
    const std::string first = add(1);

    QCOMPARE(add(1), first);

    QCOMPARE(BlobQueue::all(*database_)->size(), std::size_t{1});
}

void TestBlobQueue::add_notAPhoto_leavesNothing() {
    const auto refused = queue_->add("<svg/>", Instant{7});

    QVERIFY(!refused.ok());
    QVERIFY(refused.error().code == Code::not_an_option);
    QVERIFY(BlobQueue::all(*database_)->empty());
    QVERIFY(!QDir(file("")).exists());
}

void TestBlobQueue::next_afterFailures_isTheOldestThatIsLeft() {
    const std::string oldest = add(1);
    const std::string newer = add(2);

    QCOMPARE((*queue_->next({}))->name, oldest);
    QVERIFY(queue_->failed(oldest, {Code::unreachable, "no signal", {}, {}}, false).ok());

    QCOMPARE((*queue_->next({oldest}))->name, newer);
    QVERIFY(!queue_->next({oldest, newer})->has_value());
    const auto item = *queue_->next({});
    QCOMPARE(item->attempts, 1);
    QCOMPARE(item->code, std::string("unreachable"));
}

void TestBlobQueue::failed_forGood_waitsForNobodyAndCanBeAddedAgain() {
    const std::string name = add(1);

    QVERIFY(queue_->failed(name, {Code::malformed, "cut short", {}, {}}, true).ok());

    QVERIFY(stateOf(name) == BlobQueue::State::refused);
    QCOMPARE(*queue_->waitingCount(), 0);
    QVERIFY(QFile::exists(file(name)));
    QCOMPARE(add(1), name);
    QCOMPARE(*queue_->waitingCount(), 1);
}

void TestBlobQueue::held_survivesAndMayBeFreed() {
    const std::string name = add(1);
    QVERIFY(queue_->progressed(name, 10).ok());
    QVERIFY(queue_->held(name, "1.abc").ok());
    QVERIFY(queue_->failed(name, {Code::unreachable, "too late", {}, {}}, true).ok());
    QVERIFY(stateOf(name) == BlobQueue::State::held);

    const auto freed = queue_->freeHeld();

    QVERIFY(freed.ok());
    QCOMPARE(*freed, static_cast<std::int64_t>(jpegPicture(16, 1).size()));
    QVERIFY(!QFile::exists(file(name)));
    QVERIFY(stateOf(name) == BlobQueue::State::freed);
    QCOMPARE(*queue_->freeHeld(), 0);
}

void TestBlobQueue::held_whenTheServerWentBack_waitsAgain() {
    auto store = SqliteReplicaStore::open(catalog(), folder_->filePath("b.store").toStdString());
    QVERIFY(store.ok());
    BlobQueue queue((*store)->database());
    QVERIFY(queue.add(jpegPicture(16, 1), Instant{1}).ok());
    QVERIFY(queue.held(queue.next({})->value().name, "1.abc").ok());

    QVERIFY((*store)->begin(sync::ReplicaStore::Durability::full).ok());
    QVERIFY((*store)->reopen(0).ok());
    QVERIFY((*store)->commit().ok());

    const auto waiting = queue.next({});
    QVERIFY(waiting.ok() && waiting->has_value());
    QVERIFY((*waiting)->receipt.empty());
    QCOMPARE(*queue.freeHeld(), 0);
}

void TestBlobQueue::freeHeld_waiting_staysWhereItIs() {
    const std::string name = add(1);

    QCOMPARE(*queue_->freeHeld(), 0);

    QVERIFY(QFile::exists(file(name)));
}

void TestBlobQueue::read_cutFile_isDamaged() {
    const std::string name = add(1);
    const auto item = **queue_->next({});
    QVERIFY(queue_->read(item, 0, 100).ok());
    QVERIFY(QFile::resize(file(name), 50));

    QVERIFY(queue_->read(item, 0, 100).error().code == Code::damaged);
    QVERIFY(QFile::remove(file(name)));
    QVERIFY(queue_->read(item, 0, 100).error().code == Code::not_found);
}

void TestBlobQueue::addDraft_photo_isSentOnlyOnceItIsReleased() {
    const std::string name = queue_->addDraft(jpegPicture(), Instant{1})->name;
    QCOMPARE(*queue_->waitingCount(), 0);
    QVERIFY(!queue_->next({})->has_value());

    QVERIFY(queue_->release(name).ok());

    QCOMPARE((*queue_->next({}))->name, name);
    QVERIFY(queue_->release(name).ok());
}

void TestBlobQueue::release_unknownPhoto_isAnError() {
    QVERIFY(queue_->release(blobName("never seen")).error().code == Code::not_found);
}

void TestBlobQueue::addDraft_ofOneThatWaits_staysWaiting() {
    const std::string name = add(1);

    QVERIFY(queue_->addDraft(jpegPicture(16, 1), Instant{2}).ok());

    QVERIFY(stateOf(name) == BlobQueue::State::waiting);
}

void TestBlobQueue::forget_draft_leavesNothing() {
    const std::string name = queue_->addDraft(jpegPicture(), Instant{1})->name;

    QVERIFY(*queue_->forget(name));

    QVERIFY(BlobQueue::all(*database_)->empty());
    QVERIFY(!QFile::exists(file(name)));
    QVERIFY(!*queue_->forget(name));
}

void TestBlobQueue::forget_photoOnItsWay_isLeftAlone() {
    const std::string begun = add(1);
    const std::string arrived = add(2);
    QVERIFY(queue_->progressed(begun, 10).ok());
    QVERIFY(queue_->held(arrived, "receipt").ok());

    QVERIFY(!*queue_->forget(begun));
    QVERIFY(!*queue_->forget(arrived));

    QVERIFY(QFile::exists(file(begun)));
    QVERIFY(QFile::exists(file(arrived)));
}

void TestBlobQueue::forget_photoThatARecordNames_isLeftAlone() {
    const std::string name = add(1);
    auto store = SqliteReplicaStore::open(catalog(), folder_->filePath("b.store").toStdString());
    QVERIFY(store.ok());
    BlobQueue other((*store)->database());
    QVERIFY(other.addDraft(jpegPicture(16, 1), Instant{1}).ok());
    Record photo = blankRecord(catalog().at("photo"), Id::named("a photo"), Id::named("a place"));
    photo.set("hash", Value(name));
    QVERIFY((*store)->begin(sync::ReplicaStore::Durability::atomic).ok());
    QVERIFY((*store)->put(photo, true).ok());
    QVERIFY((*store)->commit().ok());

    QVERIFY(!*other.forget(name));

    QCOMPARE(BlobQueue::all((*store)->database())->size(), 1U);
}

void TestBlobQueue::requeueFiles_afterANewStore_queuesWholeOnes() {
    const std::string whole = add(1);
    const std::string cut = add(2);
    const std::string known = add(3);
    QVERIFY(queue_->held(known, "receipt").ok());
    QVERIFY(QFile::resize(file(cut), 5));
    QFile stray(file("not a photo"));
    QVERIFY(stray.open(QIODevice::WriteOnly));
    QVERIFY(database_->number("DELETE FROM zx_blob WHERE state = 0 RETURNING 1").ok());

    const auto queued = queue_->requeueFiles(Instant{9});

    QCOMPARE(*queued, 1);
    QVERIFY(stateOf(whole) == BlobQueue::State::waiting);
    QVERIFY(stateOf(known) == BlobQueue::State::held);
    QVERIFY(QFile::exists(file(cut)));
    QCOMPARE(*queue_->requeueFiles(Instant{9}), 0);
}

QTEST_APPLESS_MAIN(TestBlobQueue)
#include "tst_blob_queue.moc"
