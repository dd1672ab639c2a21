#include <QtTest>

#include <QDir>
#include <algorithm>
#include <map>
#include <set>

#include "shared/base/time.h"
#include "shared/catalog/catalog.h"
#include "shared/model/document.h"
#include "shared/model/validation.h"

using namespace zhixing;

namespace {

/// The root that `init` makes stands for every node and place that a line leaves out.
const Id root = Id::named("root");

Id idOf(int type, int number) {
    const QString text = QStringLiteral("0197a000-0000-7%1-8000-%2")
                             .arg(type, 3, 10, QLatin1Char('0'))
                             .arg(number, 12, 10, QLatin1Char('0'));
    return Id::parse(text.toStdString()).value_or(Id{});
}

Id nodeOf(int number) { return idOf(1, number); }
Id campaignOf(int number) { return idOf(10, number); }

}  // namespace

/// The organisation that `make demo` imports: that every line is a sound record, and that its figures are those of the
/// forms it was made from.
class TestDemoData : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();

    void files_eachLine_isASoundRecord();
    void files_references_pointToEarlierLines();
    void files_spend_isDecidedByAnother();
    void files_work_isSpreadOverFourSites();

    void organisation_people_haveEveryRole();
    void organisation_logins_nameThePeople();
    void calendar_octoberOf2025_hasItsMakeUpDays();
    void calendar_threeWorkingDays_endAsInTheDocument_data();
    void calendar_threeWorkingDays_endAsInTheDocument();

    void launch_budget_isTheDocuments();
    void launch_breakdowns_addUp();
    void launch_kpis_endAsInTheDocument_data();
    void launch_kpis_endAsInTheDocument();
    void event_budget_isTheDocuments();
    void event_plan_hasTheDocumentsRemarks();

private:
    struct Line {
        QString where;
        Record record;
    };

    void read(const QString& path);
    [[nodiscard]] std::vector<const Record*> all(std::string_view type) const;
    [[nodiscard]] std::vector<const Record*> of(std::string_view type, const Id& campaign) const;
    [[nodiscard]] std::int64_t sum(const std::vector<const Record*>& records, std::string_view field) const;
    [[nodiscard]] bool isWorkingDay(Date day) const;

    QStringList faults_;
    std::vector<Line> lines_;
};

void TestDemoData::initTestCase() {
    const QDir folder(ZX_DEMO_FOLDER);
    for (const QString& name : folder.entryList({"*.ndjson"}, QDir::Files, QDir::Name)) read(folder.filePath(name));

    QCOMPARE(faults_, QStringList());
    QVERIFY(lines_.size() > 200);
}

void TestDemoData::read(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) faults_ << path;
    for (int number = 1; !file.atEnd(); ++number) {
        const std::string json = file.readLine().trimmed().toStdString();
        const QString where = QStringLiteral("%1:%2").arg(QFileInfo(path).fileName()).arg(number);
        auto line = parseDocumentLine(catalog(), nullptr, json);
        if (!line.ok()) {
            faults_ << where + ": " + QString::fromStdString(line.error().message + " " + line.error().field);
            continue;
        }
        Record record = blankRecord(*line->type, line->id.value_or(Id{}), line->place.value_or(root));
        for (FieldValue& each : line->values) record.fields[each.field] = std::move(each.value);
        const std::string_view placedBy = record.type->placedBy;
        if (placedBy == "id")
            record.place = record.id;
        else if (!placedBy.empty() && !record.reference(placedBy).isNil())
            record.place = record.reference(placedBy);
        lines_.push_back({where, std::move(record)});
    }
}

std::vector<const Record*> TestDemoData::all(std::string_view type) const {
    std::vector<const Record*> found;
    for (const Line& line : lines_) {
        if (line.record.type->name == type) found.push_back(&line.record);
    }
    return found;
}

std::vector<const Record*> TestDemoData::of(std::string_view type, const Id& campaign) const {
    std::vector<const Record*> found = all(type);
    std::erase_if(found, [&](const Record* record) { return record->reference("campaign") != campaign; });
    return found;
}

std::int64_t TestDemoData::sum(const std::vector<const Record*>& records, std::string_view field) const {
    std::int64_t total = 0;
    for (const Record* record : records) total += record->number(field);
    return total;
}

bool TestDemoData::isWorkingDay(Date day) const {
    for (const Record* each : all("calendar_day")) {
        if (each->number("day") == day.days) return each->string("kind") == "workday";
    }
    return day.isoWeekday() <= 5;
}

void TestDemoData::files_eachLine_isASoundRecord() {
    std::set<Id> ids;

    for (const Line& line : lines_) {
        const auto valid = validateRecord(line.record);
        QVERIFY2(valid.ok(),
                 qPrintable(line.where + (valid.ok() ? "" : ": " + QString::fromStdString(valid.error().field))));
        QVERIFY2(!line.record.id.isNil() && ids.insert(line.record.id).second, qPrintable(line.where));
        QVERIFY2(line.record.id.text()[14] == '7' && line.record.id.text()[19] == '8', qPrintable(line.where));
    }
}

void TestDemoData::files_references_pointToEarlierLines() {
    std::map<Id, std::string_view> known{{root, "node"}};

    for (const Line& line : lines_) {
        known.emplace(line.record.id, line.record.type->name);
        QVERIFY2(known.contains(line.record.place), qPrintable(line.where));
        for (std::size_t i = 0; i < line.record.fields.size(); ++i) {
            const Field& field = line.record.type->fields[i];
            IdSet ids;
            if (const auto* one = std::get_if<Id>(&line.record.fields[i])) ids.push_back(*one);
            if (const auto* many = std::get_if<IdSet>(&line.record.fields[i])) ids = *many;
            for (const Id& id : ids) {
                QVERIFY2(known.contains(id) && known[id] == field.target,
                         qPrintable(line.where + " " + QString::fromUtf8(field.name.data())));
            }
        }
    }
}

void TestDemoData::files_spend_isDecidedByAnother() {
    std::map<std::string_view, int> byState;

    for (const Record* spend : all("spend")) {
        const std::string_view state = spend->string("state");
        const Id decider = spend->reference("decided_by");
        ++byState[state];
        QVERIFY(!spend->reference("recorded_by").isNil());
        QCOMPARE(decider.isNil(), state == "submitted");
        QVERIFY(decider != spend->reference("recorded_by"));
    }

    QVERIFY(byState["approved"] >= 3 && byState["submitted"] >= 3 && byState["returned"] >= 1);
}

void TestDemoData::files_work_isSpreadOverFourSites() {
    std::map<Id, std::map<std::string_view, int>> statuses;
    for (const Record* task : all("task")) ++statuses[task->place][task->string("status")];

    for (const int site : {11, 12, 21, 22}) QVERIFY(!statuses[nodeOf(site)].empty());
    QCOMPARE(statuses[nodeOf(21)]["done"], 3);
    QVERIFY(statuses[nodeOf(11)] != statuses[nodeOf(12)]);
}

void TestDemoData::organisation_people_haveEveryRole() {
    std::set<std::string_view> roles;
    std::set<Id> people;
    for (const Record* grant : all("grant")) {
        roles.insert(grant->string("role"));
        people.insert(grant->reference("person"));
    }
    std::map<std::string_view, int> nodes;
    for (const Record* node : all("node")) ++nodes[node->string("kind")];

    QCOMPARE(roles.size(), 6U);
    QCOMPARE(people.size(), 8U);
    QCOMPARE(all("person").size(), 8U);
    QCOMPARE(nodes["region"], 2);
    QCOMPARE(nodes["site"], 4);
}

void TestDemoData::organisation_logins_nameThePeople() {
    QFile file(QDir(ZX_DEMO_FOLDER).filePath("people.txt"));
    QVERIFY(file.open(QIODevice::ReadOnly));

    std::set<QByteArray> logins;
    for (const QByteArray& line : file.readAll().trimmed().split('\n')) {
        if (line.startsWith('#')) continue;
        const QList<QByteArray> columns = line.split('\t');
        QCOMPARE(columns.size(), 6);
        const auto people = all("person");
        const auto found = std::find_if(people.begin(), people.end(), [&](const Record* person) {
            return person->id.text() == columns[1].toStdString() && person->string("name") == columns[2].toStdString();
        });
        QVERIFY2(found != people.end(), line.constData());
        QVERIFY2(logins.insert(columns[0]).second, line.constData());
    }
    QCOMPARE(logins.size(), 8U);
}

void TestDemoData::calendar_octoberOf2025_hasItsMakeUpDays() {
    QVERIFY(!isWorkingDay(*Date::of(2025, 10, 8)));
    QVERIFY(isWorkingDay(*Date::of(2025, 10, 9)));
    QVERIFY(isWorkingDay(*Date::of(2025, 10, 11)));
    QVERIFY(!isWorkingDay(*Date::of(2025, 10, 12)));
    QVERIFY(isWorkingDay(*Date::of(2024, 10, 12)));
}

void TestDemoData::calendar_threeWorkingDays_endAsInTheDocument_data() {
    QTest::addColumn<qint64>("end");
    QTest::addColumn<QByteArray>("due");

    QTest::newRow("2025") << qint64{Date::of(2025, 10, 18)->days} << QByteArray("2025-10-22");
    QTest::newRow("2024") << qint64{Date::of(2024, 10, 18)->days} << QByteArray("2024-10-23");
}

void TestDemoData::calendar_threeWorkingDays_endAsInTheDocument() {
    QFETCH(qint64, end);
    QFETCH(QByteArray, due);

    Date day{end};
    for (int left = 3; left > 0;) {
        day = day.plusDays(1);
        if (isWorkingDay(day)) --left;
    }

    QCOMPARE(QByteArray::fromStdString(day.text()), due);
}

void TestDemoData::launch_budget_isTheDocuments() {
    const auto lines = of("budget_line", campaignOf(1));

    QCOMPARE(lines.size(), 4U);
    QCOMPARE(sum(lines, "amount"), 145'000'00);
    std::vector<std::int64_t> amounts;
    for (const Record* line : lines) amounts.push_back(line->number("amount"));
    QCOMPARE(amounts, (std::vector<std::int64_t>{80'000'00, 20'000'00, 15'000'00, 30'000'00}));
    // 50 notes at 100 yuan are 5,000, not 80,000: the difference the document left behind.
    QCOMPARE(lines[0]->number("quantity") / 1'000'000 * lines[0]->number("unit_price"), 5'000'00);
    QCOMPARE(lines[2]->number("quantity") / 1'000'000 * lines[2]->number("unit_price"), lines[2]->number("amount"));
}

void TestDemoData::launch_breakdowns_addUp() {
    std::map<std::string_view, std::int64_t> totals;
    for (const Record* objective : of("objective", campaignOf(1))) {
        totals[objective->string("dimension")] += objective->number("target") / 1'000'000;
    }

    QCOMPARE(totals["total"], 500);
    QCOMPARE(totals["market"], 500);
    QCOMPARE(totals["channel"], 500);
}

void TestDemoData::launch_kpis_endAsInTheDocument_data() {
    QTest::addColumn<int>("number");
    QTest::addColumn<qint64>("target");
    QTest::addColumn<qint64>("actual");

    QTest::newRow("124%") << 1 << qint64{5'000'000} << qint64{6'200'000};
    QTest::newRow("75%") << 2 << qint64{200'000} << qint64{150'000};
    QTest::newRow("93%") << 3 << qint64{3'000} << qint64{2'800};
}

void TestDemoData::launch_kpis_endAsInTheDocument() {
    QFETCH(int, number);
    QFETCH(qint64, target);
    QFETCH(qint64, actual);

    const Record* latest = nullptr;
    for (const Record* reading : all("kpi_reading")) {
        if (reading->reference("kpi") != idOf(12, number)) continue;
        if (latest == nullptr || reading->number("read_on") > latest->number("read_on")) latest = reading;
    }
    QVERIFY(latest != nullptr);
    QCOMPARE(latest->number("value"), std::int64_t{actual} * 1'000'000);
    const auto kpis = of("kpi", campaignOf(1));
    QCOMPARE(kpis.at(static_cast<std::size_t>(number) - 1)->number("target"), std::int64_t{target} * 1'000'000);
}

void TestDemoData::event_budget_isTheDocuments() {
    const auto lines = of("budget_line", campaignOf(2));

    std::vector<std::int64_t> amounts;
    for (const Record* line : lines) amounts.push_back(line->number("amount"));
    QCOMPARE(amounts, (std::vector<std::int64_t>{8'000'00, 15'000'00, 12'000'00, 6'000'00, 5'000'00}));
    QCOMPARE(sum(lines, "amount"), 46'000'00);
    QCOMPARE(lines[3]->number("quantity") / 1'000'000 * lines[3]->number("unit_price"), lines[3]->number("amount"));
    QCOMPARE(lines[4]->string("category"), "contingency");
    QCOMPARE(lines[4]->string("remark"), "按实报销");
    for (const Record* line : lines) QCOMPARE(line->place, nodeOf(1));
}

void TestDemoData::event_plan_hasTheDocumentsRemarks() {
    std::set<std::string_view> remarks;
    std::set<std::string_view> phases;
    for (const Record* task : of("task", campaignOf(2))) {
        remarks.insert(task->string("remark"));
        phases.insert(task->string("phase"));
    }

    for (const std::string_view remark : {"需10月15日到货", "18:00前完成", "每日21:00复盘", "10月22日提交"}) {
        QVERIFY2(remarks.contains(remark), remark.data());
    }
    QCOMPARE(phases, (std::set<std::string_view>{"前期筹备", "中期执行", "后期复盘"}));
}

QTEST_APPLESS_MAIN(TestDemoData)
#include "tst_demo_data.moc"
