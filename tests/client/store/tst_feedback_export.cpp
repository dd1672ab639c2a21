#include "client/store/feedback_export.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "client/store/device.h"
#include "shared/catalog/catalog.h"

using namespace zhixing;
using namespace zhixing::client;

/// What people said, as a file: all of it, in one state, or no file.
class TestFeedbackExport : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<Device> device_;
    const Id campaign_ = Id::named("a campaign");

    [[nodiscard]] std::filesystem::path file(const char* name) const {
        return folder_->filePath(QLatin1String(name)).toStdString();
    }
    [[nodiscard]] QByteArray content(const char* name) const {
        QFile file(folder_->filePath(QLatin1String(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    Record& made(std::vector<Record>& records, const char* type, const std::string& name) {
        records.push_back(blankRecord(catalog().at(type), Id::named(name), Id::named("a shop")));
        records.back().version = 1;
        return records.back();
    }
    Result<void> put(const std::vector<Record>& records) {
        ZX_TRY(device_->store().begin(sync::ReplicaStore::Durability::atomic));
        for (const Record& record : records) ZX_TRY(device_->store().put(record, false));
        return device_->store().commit();
    }
    Result<ExportedRows> exported(const FeedbackExport& wanted, const char* name) {
        return exportFeedback(device_->store().database(), file(name), wanted);
    }

private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        auto opened = Device::open(catalog(), file("a.store"));
        QVERIFY(opened.ok());
        device_ = std::move(opened).value();
        std::vector<Record> records;
        for (std::int64_t edition = 1; edition <= 2; ++edition) {
            Record& asked = made(records, "questionnaire", "edition " + std::to_string(edition));
            asked.set("title", Value(std::string("现场问卷")));
            asked.set("series", Value(std::string("site")));
            asked.set("edition", Value(edition));
            Entries questions{{"q1", "喜欢吗"}};
            if (edition == 2) questions.push_back({"q2", "还会来吗"});
            asked.set("questions", Value(questions));
        }
        for (int i = 0; i < 300; ++i) {
            Record& said = made(records, "feedback", "feedback " + std::to_string(i));
            if (i < 200) said.set("campaign", Value(campaign_));
            said.set("questionnaire", Value(Id::named(i % 2 == 0 ? "edition 1" : "edition 2")));
            said.set("answers", Value(Entries{{"q1", "喜欢"}}));
        }
        QVERIFY(put(records).ok());
    }
    void cleanup() {
        device_.reset();
        folder_.reset();
    }

    void export_ofACampaign_hasEachRowAndEveryQuestionOnce() {
        const auto rows = exported({.campaign = campaign_}, "a.csv");

        QVERIFY(rows.ok());
        QCOMPARE(rows->rows, 200);
        QCOMPARE(rows->editions, 2);
        const QByteArray text = content("a.csv");
        QCOMPARE(text.count("\r\n"), 201);
        QCOMPARE(text.left(text.indexOf("\r\n")).count("site.q1"), 1);
        QCOMPARE(text.left(text.indexOf("\r\n")).count("site.q2"), 1);
    }

    void export_asWorkbook_isOneFileAndNothingBesides() {
        const auto rows = exported({.format = TableFormat::xlsx, .sheet = "反馈"}, "a.xlsx");

        QVERIFY(rows.ok());
        QCOMPARE(rows->rows, 300);
        QVERIFY(content("a.xlsx").startsWith("PK"));
        QCOMPARE(QDir(folder_->path()).entryList({QStringLiteral("a.xlsx*")}).size(), 1);
    }

    void export_beyondThirtyThousand_isWhole() {
        constexpr int more = 30'000;
        std::vector<Record> records;
        for (int i = 0; i < more; ++i) made(records, "feedback", "more " + std::to_string(i));
        QVERIFY(put(records).ok());

        const auto rows = exported({}, "all.csv");

        QVERIFY(rows.ok());
        QCOMPARE(rows->rows, more + 300);
        QCOMPARE(content("all.csv").count("\r\n"), more + 300 + 1);
    }

    void export_stopped_leavesNoFile() {
        double last = 0;
        const auto rows = exported({.goOn =
                                        [&](double share) {
                                            last = share;
                                            return share < 0.3;
                                        }},
                                   "a.csv");

        QCOMPARE(rows.error().code, Code::cancelled);
        QVERIFY(last >= 0.3 && last < 1);
        QVERIFY(QDir(folder_->path()).entryList({QStringLiteral("a.csv*")}).isEmpty());
    }

    void export_failing_leavesWhatWasThere() {
        QFile before(folder_->filePath(QStringLiteral("old.csv")));
        QVERIFY(before.open(QIODevice::WriteOnly) && before.write("kept") == 4);
        before.close();

        QCOMPARE(exported({.goOn = [](double) { return false; }}, "old.csv").error().code, Code::cancelled);
        QCOMPARE(exported({}, "no/such/folder.csv").error().code, Code::io_failed);

        QCOMPARE(content("old.csv"), QByteArray("kept"));
    }
};

QTEST_GUILESS_MAIN(TestFeedbackExport)
#include "tst_feedback_export.moc"
