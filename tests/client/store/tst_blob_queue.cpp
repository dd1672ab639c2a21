#include "client/store/blob_queue.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "client/store/schema.h"
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
    void freeHeld_waiting_staysWhereItIs();
    void read_cutFile_isDamaged();

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

QTEST_APPLESS_MAIN(TestBlobQueue)
#include "tst_blob_queue.moc"
