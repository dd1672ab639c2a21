#include "client/store/looked_at.h"

#include <QTemporaryDir>
#include <QTest>

#include "client/store/device.h"
#include "shared/catalog/catalog.h"

using namespace zhixing;
using namespace zhixing::client;

/// Copies of photos that others took: as many as fit, and none that no record names.
class TestLookedAt : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<Device> device_;

    [[nodiscard]] bool isThere(const char* name) const {
        return QFile::exists(folder_->filePath(QStringLiteral("a.store.seen/") + QLatin1String(name)));
    }

private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        auto opened = Device::open(catalog(), folder_->filePath(QStringLiteral("a.store")).toStdString());
        QVERIFY(opened.ok());
        device_ = std::move(opened).value();
    }
    void cleanup() {
        device_.reset();
        folder_.reset();
    }

    void keep_moreThanFits_letsTheOldestGo() {
        LookedAt kept(device_->store().database(), 25);
        QVERIFY(kept.keep("a", "0123456789").ok());
        QVERIFY(kept.keep("b", "0123456789").ok());
        const auto old = std::filesystem::path(folder_->filePath(QStringLiteral("a.store.seen/a")).toStdString());
        std::filesystem::last_write_time(old, std::filesystem::last_write_time(old) - std::chrono::hours(1));

        QVERIFY(kept.keep("c", "0123456789").ok());

        QVERIFY(!isThere("a"));
        QVERIFY(kept.has("b") && kept.has("c"));
    }

    void prune_photoThatNoRecordNames_isRemoved() {
        LookedAt kept(device_->store().database());
        const std::string named(64, 'a');
        {
            SqliteReplicaStore& store = device_->store();
            const RecordType& type = catalog().at("photo");
            Record photo = blankRecord(type, Id::named("a photo"), Id::named("a shop"));
            photo.version = 1;
            photo.set("hash", Value(named));
            QVERIFY(store.begin(sync::ReplicaStore::Durability::atomic).ok());
            QVERIFY(store.put(photo, false).ok());
            QVERIFY(store.commit().ok());
        }
        QVERIFY(kept.keep(named, "bytes").ok());
        QVERIFY(kept.keep("left", "bytes").ok());

        kept.prune();

        QVERIFY(kept.has(named));
        QVERIFY(!kept.has("left"));
    }
};

QTEST_GUILESS_MAIN(TestLookedAt)
#include "tst_looked_at.moc"
