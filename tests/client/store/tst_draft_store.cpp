#include <QTemporaryDir>
#include <QTest>

#include "client/store/draft_store.h"
#include "client/store/schema.h"
#include "shared/base/limits.h"
#include "tests/support/sample_catalog.h"

using namespace zhixing;
using namespace zhixing::client;
using namespace zhixing::test;

class TestDraftStore : public QObject {
    Q_OBJECT

private:
    QTemporaryDir folder_;
    int fileNumber_ = 0;
    const Catalog catalog_{{orderType()}};

    std::filesystem::path freshPath() { return folder_.filePath(QString::number(++fileNumber_)).toStdString(); }

private slots:
    void save_thenReopen_offersTheDraftAgain() {
        const auto path = freshPath();
        {
            auto database = openStore(path, catalog_);
            QVERIFY(DraftStore(*database).save({"spend/new", "amount 30", Instant{5}}).ok());
        }

        auto database = openStore(path, catalog_);
        const auto found = DraftStore(*database).find("spend/new");

        QVERIFY(found.ok() && found->has_value());
        QCOMPARE((*found)->body, std::string("amount 30"));
        QCOMPARE((*found)->savedAt, Instant{5});
    }

    void save_again_replacesAndAllGivesTheLatestFirst() {
        auto database = openStore(freshPath(), catalog_);
        DraftStore drafts(*database);
        QVERIFY(drafts.save({"a", "1", Instant{1}}).ok());
        QVERIFY(drafts.save({"b", "2", Instant{2}}).ok());

        QVERIFY(drafts.save({"a", "3", Instant{3}}).ok());

        const auto all = drafts.all();
        QCOMPARE(all->size(), std::size_t{2});
        QCOMPARE((*all)[0].key, std::string("a"));
        QCOMPARE((*all)[0].body, std::string("3"));
    }

    void discard_forgetsIt_andRepeatingItIsHarmless() {
        auto database = openStore(freshPath(), catalog_);
        DraftStore drafts(*database);
        QVERIFY(drafts.save({"a", "1", Instant{1}}).ok());

        QVERIFY(drafts.discard("a").ok());
        QVERIFY(drafts.discard("a").ok());

        QVERIFY(!drafts.find("a")->has_value());
    }

    void save_beyondTheLimits_isRefused() {
        auto database = openStore(freshPath(), catalog_);
        DraftStore drafts(*database);
        QCOMPARE(drafts.save({"a", std::string(limits::recordBytesMax, 'x'), {}}).error().code, Code::too_large);
        for (int i = 0; i < DraftStore::draftsMax; ++i) QVERIFY(drafts.save({std::to_string(i), "x", {}}).ok());

        QCOMPARE(drafts.save({"one more", "x", {}}).error().code, Code::too_many);
        QVERIFY(drafts.save({"0", "changed", {}}).ok());
    }
};

QTEST_GUILESS_MAIN(TestDraftStore)
#include "tst_draft_store.moc"
