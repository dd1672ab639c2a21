#include <QTemporaryDir>
#include <QTest>

#include "client/store/reports.h"
#include "client/store/schema.h"
#include "client/store/sqlite_replica_store.h"
#include "shared/catalog/catalog.h"
#include "tests/support/sample_catalog.h"

using namespace zhixing;
using namespace zhixing::client;
using namespace zhixing::test;

namespace {

constexpr int launch = 1, trade = 2;
constexpr int shanghai = 11, nanjing = 12;
constexpr std::int64_t yuan = 100;
/// 2025-10-17, half past three in the afternoon in China.
constexpr Instant now{1'760'686'200'000};

Record blank(const char* type, int number, int place = shanghai) {
    Record record = blankRecord(catalog().at(type), sampleId(number), sampleId(place));
    record.version = 1;
    return record;
}

}  // namespace

class TestReports : public QObject {
    Q_OBJECT

private:
    QTemporaryDir folder_;
    std::unique_ptr<SqliteReplicaStore> store_;
    std::optional<sqlite::Database> connection_;
    int nextNumber_ = 1'000;

    void put(const Record& record) { QVERIFY2(store_->put(record, false).ok(), record.type->name.data()); }

    void putNamed(const char* type, int number, const char* name) {
        Record record = blank(type, number);
        record.set("name", std::string(name));
        put(record);
    }

    int putLine(int number, int campaign, const char* item, std::int64_t amount) {
        Record line = blank("budget_line", ++nextNumber_);
        if (campaign != 0) line.set("campaign", sampleId(campaign));
        line.set("number", std::int64_t{number});
        line.set("item", std::string(item));
        line.set("amount", amount * yuan);
        put(line);
        return nextNumber_;
    }

    void putSpend(int line, std::int64_t amount, const char* state) {
        Record spend = blank("spend", ++nextNumber_);
        spend.set("budget_line", sampleId(line));
        spend.set("amount", amount * yuan);
        spend.set("state", std::string(state));
        put(spend);
    }

    void putTask(int campaign, int site, const char* status, const char* due = nullptr, const char* time = nullptr) {
        Record task = blank("task", ++nextNumber_, site);
        task.set("title", std::string("任务"));
        task.set("campaign", sampleId(campaign));
        task.set("status", std::string(status));
        if (due != nullptr) task.set("due_date", Date::parse(due)->days);
        if (time != nullptr) task.set("due_time", std::string(time));
        put(task);
    }

    void fill() {
        putNamed("campaign", launch, "新品上市");
        putNamed("campaign", trade, "展会");
        putNamed("node", shanghai, "上海店");
        putNamed("node", nanjing, "南京店");

        const int media = putLine(1, launch, "渠道推广", 80'000);
        const int prizes = putLine(2, launch, "活动奖品", 15'000);
        putLine(3, launch, "人力成本", 30'000);
        const int stray = putLine(1, 0, "无活动", 100);
        putSpend(media, 5'000, "approved");
        putSpend(media, 1'000, "approved");
        putSpend(media, -1'000, "approved");
        putSpend(media, 700, "submitted");
        putSpend(media, 9'999, "returned");
        putSpend(media, 9'999, "withdrawn");
        putSpend(prizes, 16'000, "submitted");
        putSpend(stray, 40, "approved");

        putTask(launch, shanghai, "done", "2025-10-01");
        putTask(launch, shanghai, "in_progress", "2025-10-16");
        putTask(launch, shanghai, "not_started", "2025-10-17");
        putTask(launch, shanghai, "cancelled", "2025-10-01");
        putTask(launch, nanjing, "not_started", "2025-10-17", "15:00");
        putTask(launch, nanjing, "not_started", "2025-10-17", "18:00");
        putTask(trade, nanjing, "done");
    }

private slots:
    void initTestCase() {
        const auto path = std::filesystem::path(folder_.filePath("a.store").toStdString());
        auto opened = SqliteReplicaStore::open(catalog(), path);
        QVERIFY(opened.ok());
        store_ = std::move(opened).value();
        QVERIFY(store_->begin(sync::ReplicaStore::Durability::full).ok());
        fill();
        QVERIFY(store_->commit().ok());
        auto connection = openReader(path, catalog());
        QVERIFY(connection.ok());
        connection_.emplace(std::move(connection).value());
    }

    void budgetReport_hasEachLineAndEachCampaignsTotal() {
        const auto report = budgetReport(*connection_);

        QVERIFY2(report.ok(), report.ok() ? "" : report.error().message.c_str());
        QCOMPARE(report->campaigns.size(), std::size_t{2});
        const BudgetReport::Campaign& unnamed = report->campaigns[0];
        QVERIFY(unnamed.id.isNil());
        QCOMPARE(unnamed.total.remaining.fen, 60 * yuan);

        const BudgetReport::Campaign& campaign = report->campaigns[1];
        QCOMPARE(campaign.name, std::string("新品上市"));
        QCOMPARE(campaign.lines.size(), std::size_t{3});
        const BudgetReport::Line& media = campaign.lines[0];
        QCOMPARE(media.item, std::string("渠道推广"));
        QCOMPARE(*media.number, 1);
        QCOMPARE(media.figures.budget.fen, 80'000 * yuan);
        QCOMPARE(media.figures.approved.fen, 5'000 * yuan);
        QCOMPARE(media.figures.pending.fen, 700 * yuan);
        QCOMPARE(media.figures.remaining.fen, 74'300 * yuan);
        QCOMPARE(campaign.lines[1].figures.remaining.fen, -1'000 * yuan);
        QVERIFY(campaign.lines[1].figures.isOverspent());
        QCOMPARE(campaign.lines[2].figures.remaining.fen, 30'000 * yuan);
        QCOMPARE(campaign.total.budget.fen, 125'000 * yuan);
        QCOMPARE(campaign.total.approved.fen, 5'000 * yuan);
        QCOMPARE(campaign.total.pending.fen, 16'700 * yuan);
        QCOMPARE(campaign.total.remaining.fen, 103'300 * yuan);
    }

    void budgetReport_ofOneCampaign_hasOnlyThat() {
        const auto report = budgetReport(*connection_, sampleId(launch));

        QCOMPARE(report->campaigns.size(), std::size_t{1});
        QCOMPARE(report->campaigns[0].id, sampleId(launch));
        QVERIFY(budgetReport(*connection_, sampleId(trade))->campaigns.empty());
    }

    void budgetReport_findsSpendsThroughTheirIndex() {
        SQLite::Statement explain(
            connection_->raw(),
            "EXPLAIN QUERY PLAN SELECT total(amount) FROM spend WHERE budget_line = ?1 AND state = 'approved'");
        QVERIFY(explain.executeStep());

        const auto detail = QString::fromStdString(explain.getColumn(3).getString());
        QVERIFY2(detail.contains("USING COVERING INDEX spend_by_budget_line_state"), qPrintable(detail));
    }

    void progressReport_countsPerCampaignAndPerSite() {
        const auto report = progressReport(*connection_, now);

        QVERIFY2(report.ok(), report.ok() ? "" : report.error().message.c_str());
        QCOMPARE(report->campaigns.size(), std::size_t{2});
        const ProgressReport::Campaign& fair = report->campaigns[0];
        QCOMPARE(fair.name, std::string("展会"));
        QCOMPARE(fair.total.done, 1);
        QCOMPARE(fair.total.total, 1);

        const ProgressReport::Campaign& campaign = report->campaigns[1];
        QCOMPARE(campaign.total.total, 5);
        QCOMPARE(campaign.total.done, 1);
        QCOMPARE(campaign.total.overdue, 2);
        QCOMPARE(campaign.sites.size(), std::size_t{2});
        QCOMPARE(campaign.sites[0].name, std::string("上海店"));
        QCOMPARE(campaign.sites[0].progress.total, 3);
        QCOMPARE(campaign.sites[0].progress.overdue, 1);
        QCOMPARE(campaign.sites[1].progress.total, 2);
        QCOMPARE(campaign.sites[1].progress.overdue, 1);

        QCOMPARE(report->sites.size(), std::size_t{2});
        QCOMPARE(report->sites[1].name, std::string("南京店"));
        QCOMPARE(report->sites[1].progress.total, 3);
        QCOMPARE(report->sites[1].progress.done, 1);
    }

    void progressReport_ofOneCampaign_hasOnlyItsSites() {
        const auto report = progressReport(*connection_, now, sampleId(trade));

        QCOMPARE(report->campaigns.size(), std::size_t{1});
        QCOMPARE(report->sites.size(), std::size_t{1});
        QCOMPARE(report->sites[0].place, sampleId(nanjing));
    }

    void reports_ofAnEmptyStore_areEmpty() {
        auto empty = openStore(folder_.filePath("empty.store").toStdString(), catalog());

        QVERIFY(budgetReport(*empty)->campaigns.empty());
        QVERIFY(progressReport(*empty, now)->sites.empty());
    }
};

QTEST_GUILESS_MAIN(TestReports)
#include "tst_reports.moc"
