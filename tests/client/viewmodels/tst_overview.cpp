#include <QtTest>

#include <QRegularExpression>

#include "tests/gallery/demo_app.h"
#include "tests/support/seed.h"
#include "tests/support/seeded_random.h"

namespace zhixing::client {

namespace {

QString role(const RowModel* rows, int row, const char* name) {
    return rows->value(row, QString::fromLatin1(name)).toString();
}

std::int64_t fenOf(const QString& words) { return qRound64(QString(words).remove(u',').toDouble() * 100); }

}  // namespace

/// Headquarters' figures: each equals the sum of the rows beneath it, whatever the store holds, and what cannot be known is said.
class TestOverview : public QObject, protected DemoApp {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { end(); }

    void figures_overRandomStores_equalTheRowsBeneathThem();
    void regions_addUpToTheTotal();
    void completeness_beforeAnybodyTold_isSaidToBeUnknown();
    void completeness_countsSitesSinceNine();
    void completeness_byRegion_addsUpToTheFigures();
    void completeness_ofARegionNobodyHeardOf_isAnEmptyMeter();
    void drill_toARecord_showsItsFieldsByName();
    void unit_switched_roundsToTwoPlaces();

private:
    void addRandomMoney(test::SeededRandom& random);
};

void TestOverview::init() { QVERIFY(begin(DemoGateway::Person::headquarters)); }

void TestOverview::addRandomMoney(test::SeededRandom& random) {
    const std::vector<std::string> places{"0000000000ff", "000000000001", "000000000002", "000000000011",
                                          "000000000012", "000000000021", "000000000022"};
    const std::vector<std::string> lines{"000000000001", "000000000002", "000000000011", "000000000012",
                                         "00000000dead"};
    const std::vector<std::string> states{"submitted", "approved", "returned", "withdrawn"};
    const std::string place = "0197a000-0000-7001-8000-" + random.pick(places);
    const std::string id = random.id().text();
    const std::string amount = std::to_string(random.between(-5'000'000, 50'000'000));
    std::string line;
    switch (random.below(3)) {
        case 0:
            line = R"({"type":"budget_line","id":")" + id + R"(","place":")" + place +
                   R"(","campaign":"0197a000-0000-7010-8000-000000000002","item":"随机","amount":)" +
                   std::to_string(random.between(0, 50'000'000)) + "}";
            break;
        case 1:
            line = R"({"type":"daily_report","id":")" + id + R"(","place":")" + place +
                   R"(","report_on":"2025-10-15","revenue":)" + std::to_string(random.between(0, 9'000'000)) + "}";
            break;
        default:
            line = R"({"type":"spend","id":")" + id + R"(","place":")" + place +
                   R"(","budget_line":"0197a000-0000-7030-8000-)" + random.pick(lines) +
                   R"(","spent_on":"2025-10-15","state":")" + random.pick(states) + R"(","amount":)" + amount + "}";
    }
    const auto put = gateway_->put(line);
    QVERIFY2(put.ok(), put.ok() ? "" : (put.error().message + ' ' + line).c_str());
}

void TestOverview::figures_overRandomStores_equalTheRowsBeneathThem() {
    const std::uint64_t seed = test::drawnSeed();
    qInfo("seed %llu", static_cast<unsigned long long>(seed));
    test::SeededRandom random(seed);
    Overview* overview = app_->overview();
    for (int round = 0; round < 5; ++round) {
        for (int i = 0; i < 30; ++i) addRandomMoney(random);
        overview->readNow();
        for (int campaign = 0; campaign < overview->campaigns().size(); ++campaign) {
            overview->setCampaign(campaign);
            const Overview::Sums totals = overview->totals();
            const std::map<QString, std::int64_t> figures{{QStringLiteral("budget"), totals.budget},
                                                          {QStringLiteral("spent"), totals.spent},
                                                          {QStringLiteral("committed"), totals.committed},
                                                          {QStringLiteral("revenue"), totals.revenue}};
            for (const auto& [figure, fen] : figures) {
                overview->drill(figure, {});
                QCOMPARE(overview->drilledSum(), fen);
                std::int64_t shown = 0;
                for (int i = 0; i < overview->rows()->count(); ++i) shown += fenOf(role(overview->rows(), i, "amount"));
                QCOMPARE(shown, fen);
                for (int i = 0; i < overview->regions()->count(); ++i) {
                    if (figure == u"revenue") continue;
                    overview->drill(figure, role(overview->regions(), i, "key"));
                    QCOMPARE(overview->drilledSum(),
                             fenOf(role(overview->regions(), i, figure.toLatin1().constData())));
                }
            }
        }
    }
}

void TestOverview::regions_addUpToTheTotal() {
    Overview* overview = app_->overview();
    std::int64_t budget = 0, spent = 0;
    for (int i = 0; i < overview->regions()->count(); ++i) {
        budget += fenOf(role(overview->regions(), i, "budget"));
        spent += fenOf(role(overview->regions(), i, "spent"));
    }

    QVERIFY(budget > 0 && spent > 0);
    QCOMPARE(budget, overview->totals().budget);
    QCOMPARE(spent, overview->totals().spent);
}

void TestOverview::completeness_beforeAnybodyTold_isSaidToBeUnknown() {
    QCOMPARE(app_->overview()->completeness(), QStringLiteral("Headquarters has not told yet which devices agreed"));
    QVERIFY(app_->overview()->missing().contains(QStringLiteral("not known")));
}

void TestOverview::completeness_countsSitesSinceNine() {
    // It is 08:40, so the nine o'clock that counts is yesterday's. 王芳 and 吴磊 stand for two shops in Shanghai and Hangzhou.
    const std::int64_t now = 1'760'575'200'000;
    const auto person = [](const char* last) {
        return *Id::parse(std::string("0197a000-0000-7002-8000-00000000000") + last);
    };
    sync::Devices devices{Instant{now}, {}};
    devices.devices.push_back({Id::named("a"), person("7"), Instant{now - 60'000}, false});
    devices.devices.push_back({Id::named("b"), person("8"), Instant{now - 48LL * 60 * 60'000}, false});

    QVERIFY(gateway_->learn(devices).ok());

    QTRY_COMPARE(app_->overview()->completeness(), QStringLiteral("2 of 4 sites agreed since 15 Oct 09:00"));
    QVERIFY(app_->overview()->missing().startsWith(QStringLiteral("From 2 sites nothing was heard")));
    QCOMPARE(role(app_->overview()->sites(), 0, "light"), QStringLiteral("amber"));
    // Wang's device agreed within the day, Wu's did not and stands first.
    QCOMPARE(role(app_->overview()->devices(), 0, "light"), QStringLiteral("amber"));
    QCOMPARE(role(app_->overview()->devices(), 1, "light"), QStringLiteral("green"));
}

void TestOverview::completeness_byRegion_addsUpToTheFigures() {
    RowModel* parts = app_->overview()->parts();
    QVERIFY(parts->count() > 0);
    double final = 0, waiting = 0;
    static const QRegularExpression words(QStringLiteral("^Final ([\\d,.]+), waiting ([\\d,.]+)$"));
    for (int i = 0; i < parts->count(); ++i) {
        const auto said = words.match(role(parts, i, "words"));
        QVERIFY2(said.hasMatch(), qPrintable(role(parts, i, "words")));
        final += said.captured(1).remove(u',').toDouble();
        waiting += said.captured(2).remove(u',').toDouble();
    }

    QCOMPARE(qRound64(final * 100), app_->overview()->totals().spent);
    QCOMPARE(qRound64(waiting * 100), app_->overview()->totals().committed);
}

void TestOverview::completeness_ofARegionNobodyHeardOf_isAnEmptyMeter() {
    sync::Devices devices{Instant{1'760'575'200'000}, {}};
    devices.devices.push_back(
        {Id::named("a"), *Id::parse("0197a000-0000-7002-8000-000000000007"), Instant{1'760'575'140'000}, false});
    QVERIFY(gateway_->learn(devices).ok());
    const auto share = [&](const char* region) {
        RowModel* parts = app_->overview()->parts();
        for (int i = 0; i < parts->count(); ++i) {
            if (role(parts, i, "name") != QString::fromUtf8(region)) continue;
            return parts->value(i, QStringLiteral("finalShare")).toDouble() +
                   parts->value(i, QStringLiteral("pendingShare")).toDouble();
        }
        return -1.0;
    };

    QTRY_COMPARE(share("华东大区"), 1.0);
    QCOMPARE(share("华南大区"), 0.0);
    QCOMPARE(app_->overview()->finalShare() + app_->overview()->pendingShare(), 0.5);
}

void TestOverview::drill_toARecord_showsItsFieldsByName() {
    Overview* overview = app_->overview();
    overview->drill(QStringLiteral("spent"), {});
    QVERIFY(overview->rows()->count() > 0);

    overview->openRow(role(overview->rows(), 0, "key"));

    QVERIFY(overview->recordTitle().startsWith(QStringLiteral("Spend: ￥")));
    const int line = overview->fields()->find(QStringLiteral("budget_line"));
    QVERIFY(line >= 0);
    QCOMPARE(role(overview->fields(), line, "name"), QStringLiteral("Budget line"));
    QVERIFY(!role(overview->fields(), line, "text").contains(u'-'));
}

void TestOverview::unit_switched_roundsToTwoPlaces() {
    Overview* overview = app_->overview();
    const std::int64_t fen = overview->totals().budget;

    overview->setInWan(true);

    const double shown = QString(role(overview->figures(), 0, "figure")).remove(u',').toDouble();
    QVERIFY(std::abs(shown - static_cast<double>(fen) / 1'000'000.0) <= 0.005);
    QVERIFY(overview->unit().contains(QStringLiteral("10,000")));
}

}  // namespace zhixing::client

QTEST_MAIN(zhixing::client::TestOverview)
#include "tst_overview.moc"
