#include "server/blobs/blob_store.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include "shared/base/blob_receipt.h"
#include "tests/support/sample_pictures.h"

using namespace zhixing;
using namespace zhixing::server;
using namespace zhixing::test;

class TestBlobStore : public QObject {
    Q_OBJECT

private slots:
    void init();
    void append_inOrder_isWhatWasSent();
    void append_elsewhere_isRefused();
    void append_beyondTheEnd_isRefused();
    void stage_otherLength_beginsAnew();
    void staged_ofAnotherPerson_isUnknown();
    void finish_wholePhoto_givesItsName();
    void finish_otherBytes_forgetsThem();
    void finish_photoThatTellsMore_isRefused();
    void finish_afterAReopening_goesOn();
    void forgetOlderThan_leavesWhatIsYounger();
    void files_areForTheirOwnerOnly();

private:
    Upload upload(const std::string& bytes) const {
        return {person_, blobName(bytes), static_cast<std::int64_t>(bytes.size())};
    }
    Upload staged(const std::string& bytes) {
        const Upload begun = upload(bytes);
        [&] { QVERIFY(store_->stage(begun).ok()); }();
        return begun;
    }
    void open() {
        auto opened = BlobStore::open(folder_->path().toStdString());
        QVERIFY(opened.ok());
        store_.emplace(std::move(opened).value());
    }

    const Id person_ = Id::named("person");
    std::unique_ptr<QTemporaryDir> folder_;
    std::optional<BlobStore> store_;
};

void TestBlobStore::init() {
    folder_ = std::make_unique<QTemporaryDir>();
    open();
}

void TestBlobStore::append_inOrder_isWhatWasSent() {
    const std::string bytes = jpegPicture();
    const Upload begun = staged(bytes);

    QVERIFY(store_->append(begun, 0, bytes.substr(0, 100)).ok());
    QVERIFY(store_->append(begun, 100, bytes.substr(100)).ok());

    QCOMPARE((*store_->staged(person_, begun.name))->offset, begun.length);
    QVERIFY(*store_->readStaged(begun, 0) == bytes);
}

void TestBlobStore::append_elsewhere_isRefused() {
    const Upload begun = staged(jpegPicture());
    QVERIFY(store_->append(begun, 0, "12345").ok());

    for (const std::int64_t offset : {0, 4, 6}) {
        QVERIFY(store_->append(begun, offset, "x").error().code == Code::unexpected_message);
    }
}

void TestBlobStore::append_beyondTheEnd_isRefused() {
    const std::string bytes = jpegPicture();
    const Upload begun = staged(bytes);

    QVERIFY(!store_->append(begun, 0, bytes + "x").ok());
    QVERIFY(store_->append(begun, 0, bytes).ok());
    QVERIFY(!store_->append(begun, begun.length, "x").ok());
}

void TestBlobStore::stage_otherLength_beginsAnew() {
    Upload begun = staged(jpegPicture());
    QVERIFY(store_->append(begun, 0, "12345").ok());
    begun.length -= 1;

    QVERIFY(store_->stage(begun).ok());

    QCOMPARE((*store_->staged(person_, begun.name))->offset, 0);
    QCOMPARE(store_->shareOf(person_)->uploads, 1);
    QCOMPARE(store_->shareOf(person_)->bytes, begun.length);
}

void TestBlobStore::staged_ofAnotherPerson_isUnknown() {
    const Upload begun = staged(jpegPicture());

    QVERIFY(!store_->staged(Id::named("another"), begun.name)->has_value());
    QCOMPARE(store_->shareOf(Id::named("another"))->bytes, 0);
}

void TestBlobStore::finish_wholePhoto_givesItsName() {
    const std::string bytes = jpegPicture();
    const Upload begun = staged(bytes);
    QVERIFY(store_->append(begun, 0, bytes).ok());

    QVERIFY(store_->finish(begun).ok());

    QCOMPARE(**store_->sizeOf(begun.name), begun.length);
    QVERIFY(*store_->read(begun.name, 0, bytes.size() + 10) == bytes);
    QVERIFY(*store_->read(begun.name, 5, 7) == bytes.substr(5, 7));
    QVERIFY(!store_->staged(person_, begun.name)->has_value());
}

void TestBlobStore::finish_otherBytes_forgetsThem() {
    const std::string bytes = jpegPicture();
    Upload begun = upload(bytes);
    begun.name = blobName("something else");
    QVERIFY(store_->stage(begun).ok());
    QVERIFY(store_->append(begun, 0, bytes).ok());

    QVERIFY(store_->finish(begun).error().code == Code::damaged);

    QVERIFY(!store_->staged(person_, begun.name)->has_value());
    QVERIFY(!store_->sizeOf(begun.name)->has_value());
}

void TestBlobStore::finish_photoThatTellsMore_isRefused() {
    const std::string bytes = withSegments(jpegPicture(), segment(0xE1, exif(1)));
    const Upload begun = staged(bytes);
    QVERIFY(store_->append(begun, 0, bytes).ok());

    const auto refused = store_->finish(begun);

    QVERIFY(refused.error().code == Code::forbidden);
    QCOMPARE(refused.error().field, std::string("metadata"));
    QVERIFY(!store_->sizeOf(begun.name)->has_value());
}

void TestBlobStore::finish_afterAReopening_goesOn() {
    const std::string bytes = jpegPicture();
    const Upload begun = staged(bytes);
    QVERIFY(store_->append(begun, 0, bytes.substr(0, 100)).ok());

    open();

    const auto found = *store_->staged(person_, begun.name);
    QCOMPARE(found->offset, 100);
    QVERIFY(store_->append(found->upload, 100, bytes.substr(100)).ok());
    QVERIFY(store_->finish(found->upload).ok());
}

void TestBlobStore::forgetOlderThan_leavesWhatIsYounger() {
    const Upload begun = staged(jpegPicture());
    const Instant now{QDateTime::currentMSecsSinceEpoch()};

    QVERIFY(store_->forgetOlderThan({now.ms - 60'000}).ok());
    QVERIFY(store_->staged(person_, begun.name)->has_value());

    QVERIFY(store_->forgetOlderThan({now.ms + 60'000}).ok());
    QVERIFY(!store_->staged(person_, begun.name)->has_value());
}

void TestBlobStore::files_areForTheirOwnerOnly() {
    const Upload begun = staged(jpegPicture());
    const QFileInfo file(folder_->filePath("blobs/staged/" + QString::fromStdString(person_.text())) + '/' +
                         QString::fromStdString(begun.name) + '.' + QString::number(begun.length));

    QVERIFY(file.exists());
    QVERIFY(!(file.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)));
}

QTEST_APPLESS_MAIN(TestBlobStore)
#include "tst_blob_store.moc"
