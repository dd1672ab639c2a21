#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

#include <QGuiApplication>

#include "client/pictures.h"
#include "client/viewmodels/app.h"
#include "client/window.h"
#include "shared/catalog/catalog.h"
#include "tests/gallery/component_pages.h"
#include "tests/gallery/demo_gateway.h"
#include "tests/gallery/sample_photos.h"

/// Draws every page with the demo organisation, through the real view models: the phone as 王芳 of a shop in Shanghai,
/// the laptop as 张伟, who manages her region.
namespace {

using namespace zhixing;
using namespace zhixing::client;

/// As the camera would: the file is the list's, and gone once it is kept.
void takePhoto(PhotoList& photos, const QImage& image) {
    photos.take(QUrl::fromLocalFile(writtenSample(image)), true);
    while (photos.busy() > 0) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

/// Photos of the first task: one that arrived, one on its way, one that waits.
bool photosOf(DemoGateway& gateway, App& app) {
    app.task()->open(app.today()->tasks()->value(0, QStringLiteral("key")).toString());
    for (int seed = 1; seed <= 3; ++seed) takePhoto(*app.task()->photos(), samplePhoto(seed));
    const auto items = gateway.photos();
    if (items.size() != 3) return false;
    return gateway.blobs().held(items[0].name, "receipt").ok() &&
           gateway.blobs().progressed(items[1].name, items[1].byteCount * 42 / 100).ok();
}

/// A morning's work, so that no page is bare: a task begun and one finished, spends and feedback on their way, one
/// spend that headquarters could not take.
bool workOf(DemoGateway& gateway, App& app) {
    const auto spend = [&](const char* amount, const char* note) {
        app.spendForm()->setAmount(QString::fromUtf8(amount));
        app.spendForm()->setLine(app.spendForm()->lines()->value(1, QStringLiteral("key")).toString());
        app.spendForm()->setNote(QString::fromUtf8(note));
        return app.spendForm()->save();
    };
    if (!spend("186.50", "签到台鲜花") || !gateway.refuse(1, Code::bad_reference, "budget_line")) return false;
    if (!spend("320", "体验区地毯租用")) return false;
    app.feedbackForm()->setKind(3);
    app.feedbackForm()->setRating(4);
    app.feedbackForm()->setText(QStringLiteral("排队时间有点长，建议多开一个签到通道"));
    if (!app.feedbackForm()->save()) return false;
    app.feedbackForm()->setKind(0);
    for (const auto& [question, choice] : {std::pair{"q1", "4"}, {"q2", "社群"}, {"q6", "亲子活动"}, {"q6", "夜场"}}) {
        app.feedbackForm()->answer(QLatin1String(question), QString::fromUtf8(choice));
    }
    app.incidentForm()->setKind(1);
    app.tasks()->step(app.today()->tasks()->value(1, QStringLiteral("key")).toString(), QStringLiteral("done"));
    app.spendForm()->setAmount(QStringLiteral("1.2万"));
    app.spendForm()->setNote(QStringLiteral("背景板尾款"));
    SyncStatus status = gateway.status();
    status.link = SyncStatus::Link::unreachable;
    gateway.setStatus(status);
    app.readAll();
    if (!photosOf(gateway, app)) return false;
    // A receipt whose code is read, with an amount that was typed before it.
    app.spendForm()->setQuantity(QStringLiteral("6"));
    app.spendForm()->setUnitPrice(QStringLiteral("2000"));
    takePhoto(*app.spendForm()->photos(),
              sampleInvoice(QStringLiteral("01,32,,25312000000199887766,12000.00,20251015,,7A01,")));
    return true;
}

/// One that waits, one about a deletion, one that was settled.
bool conflictsFor(DemoGateway& gateway) {
    return gateway
               .put(R"({"type":"conflict","id":"0197a000-0000-7055-8000-000000000001","record_type":"spend",)"
                    R"("record_id":"0197a000-0000-7033-8000-000000000007","field":"amount","base_value":"12650",)"
                    R"("kept_value":"12650","lost_value":"13650","kept_by":"0197a000-0000-7002-8000-000000000007",)"
                    R"("kept_at":1760571000000,"kept_device":"0197a000-0000-7009-8000-000000004f2a",)"
                    R"("lost_by":"0197a000-0000-7002-8000-000000000006","lost_at":1760572800000,)"
                    R"("lost_device":"0197a000-0000-7009-8000-00000000b71c","state":"open"})")
               .ok() &&
           gateway
               .put(R"({"type":"conflict","id":"0197a000-0000-7055-8000-000000000002","record_type":"task",)"
                    R"("record_id":"0197a000-0000-7015-8000-0000000000ee",)"
                    R"("lost_value":"{\"progress\":60,\"delay_reason\":\"等物业放行\"}",)"
                    R"("kept_by":"0197a000-0000-7002-8000-000000000007","kept_at":1760571000000,)"
                    R"("lost_by":"0197a000-0000-7002-8000-000000000006","lost_at":1760572800000,"state":"open"})")
               .ok() &&
           gateway
               .put(R"({"type":"conflict","id":"0197a000-0000-7055-8000-000000000003","record_type":"spend",)"
                    R"("record_id":"0197a000-0000-7033-8000-000000000007","field":"note","base_value":"\"签到台\"",)"
                    R"("kept_value":"\"签到台鲜花\"","lost_value":"\"签到台绿植\"",)"
                    R"("kept_by":"0197a000-0000-7002-8000-000000000007","kept_at":1760571000000,)"
                    R"("lost_by":"0197a000-0000-7002-8000-000000000006","lost_at":1760572800000,"state":"settled",)"
                    R"("settlement":"{\"choice\":\"lost\"}\n","settled_by":"0197a000-0000-7002-8000-000000000007",)"
                    R"("settled_at":1760573400000})")
               .ok();
}

/// How a spend came to be, and what a deleted task was called.
bool historyOf(DemoGateway& gateway) {
    const RecordType& spend = catalog().at("spend");
    const RecordType& task = catalog().at("task");
    const auto at = [](const RecordType& type, const char* field) {
        return static_cast<std::uint16_t>(*type.find(field));
    };
    const Id wang = *Id::parse("0197a000-0000-7002-8000-000000000006");
    const Id wu = *Id::parse("0197a000-0000-7002-8000-000000000007");
    const Id phone = *Id::parse("0197a000-0000-7009-8000-00000000b71c");
    const Id other = *Id::parse("0197a000-0000-7009-8000-000000004f2a");
    const Instant day{1'760'436'300'000};  // 14 October, 18:05
    const auto later = [&](std::int64_t minutes) { return Instant{day.ms + minutes * 60'000}; };
    sync::History spent{*Id::parse("0197a000-0000-7033-8000-000000000007"), 1, 0, true, {}};
    spent.entries.push_back({3,
                             &spend,
                             spent.record,
                             3,
                             wu,
                             other,
                             9,
                             sync::Verb::edit,
                             later(2245),
                             later(2246),
                             {{at(spend, "amount"), std::int64_t{12'650}, std::int64_t{13'650}}}});
    spent.entries.push_back({2,
                             &spend,
                             spent.record,
                             2,
                             wang,
                             phone,
                             5,
                             sync::Verb::edit,
                             later(12),
                             later(12),
                             {{at(spend, "payee"), std::string("便民五金店"), Value{}},
                              {at(spend, "note"), std::string("搬运推车与扎带"), std::string("推车")}}});
    spent.entries.push_back({1,
                             &spend,
                             spent.record,
                             1,
                             wang,
                             phone,
                             4,
                             sync::Verb::add,
                             day,
                             later(1),
                             {{at(spend, "amount"), std::int64_t{13'650}, Value{}},
                              {at(spend, "note"), std::string("推车"), Value{}},
                              {at(spend, "category"), std::string("contingency"), Value{}}}});
    sync::History gone{*Id::parse("0197a000-0000-7015-8000-0000000000ee"), 2, 0, true, {}};
    gone.entries.push_back({4, &task, gone.record, 2, wu, other, 8, sync::Verb::remove, later(2240), later(2240), {}});
    gone.entries.push_back({1,
                            &task,
                            gone.record,
                            1,
                            wu,
                            other,
                            2,
                            sync::Verb::add,
                            day,
                            day,
                            {{at(task, "title"), std::string("布置中庭吊旗"), Value{}}}});
    return gateway.learn(spent).ok() && gateway.learn(gone).ok();
}

/// What rules noticed, which devices agreed, what was repaired, and how a spend came to be.
bool knownAt(DemoGateway& gateway) {
    const auto id = [](int number) {
        return *Id::parse(QStringLiteral("0197a000-0000-7002-8000-00000000000%1").arg(number).toStdString());
    };
    const Instant morning{1'760'575'200'000};
    const auto earlier = [&](std::int64_t minutes) { return Instant{morning.ms - minutes * 60'000}; };
    sync::Devices devices{morning, {}};
    devices.devices.push_back({Id::named("phone of wang"), id(6), earlier(12), true});
    devices.devices.push_back({Id::named("phone of wu"), id(7), earlier(55), false});
    devices.devices.push_back({Id::named("phone of zheng"), id(8), earlier(60 * 26), false});
    sync::Incident repaired{sync::Incident::Kind::repaired, earlier(60 * 19), 2, 1, 0, 0, {}};
    const char* alerts[] = {
        R"({"type":"alert","id":"0197a000-0000-7051-8000-000000000001","place":"0197a000-0000-7001-8000-000000000011",)"
        R"("rule":"cost_per_customer","key":"获客成本 2025-10-15","light":"red","title":"获客成本 92.50 元，高于目标 80 元",)"
        R"("formula":"成本 ÷ 新客数","found_on":"2025-10-15","owner":"0197a000-0000-7002-8000-000000000007",)"
        R"("measure":"今日改投本地生活团购，16:00 前复核","state":"in_progress"})",
        R"({"type":"alert","id":"0197a000-0000-7051-8000-000000000002","place":"0197a000-0000-7001-8000-000000000011",)"
        R"("rule":"report_missing","key":"日报 2025-10-15","light":"yellow","title":"10月15日的日报尚未提交",)"
        R"("found_on":"2025-10-16","owner":"0197a000-0000-7002-8000-000000000007","state":"open"})"};
    for (const char* alert : alerts) {
        if (!gateway.put(alert)) return false;
    }
    const char* reports[] = {
        R"({"type":"daily_report","id":"0197a000-0000-7044-8000-000000000f01","place":"0197a000-0000-7001-8000-000000000011",)"
        R"("campaign":"0197a000-0000-7010-8000-000000000002","report_on":"2025-10-15","done":"预热首日：物料到位，社群预热",)"
        R"("participants":186,"leads":74,"orders":31,"revenue":1128000,"cost":185000})",
        R"({"type":"daily_report","id":"0197a000-0000-7044-8000-000000000f02","place":"0197a000-0000-7001-8000-000000000012",)"
        R"("campaign":"0197a000-0000-7010-8000-000000000002","report_on":"2025-10-15","done":"门店陈列与试营业",)"
        R"("participants":142,"leads":52,"orders":19,"revenue":746500,"cost":121000})"};
    for (const char* report : reports) {
        if (!gateway.put(report)) return false;
    }
    return gateway.learn(devices).ok() && gateway.learn(repaired).ok() && historyOf(gateway);
}

struct Scene {
    DemoGateway::Person person;
    Shape shape;
    QStringList pages;
};

bool draw(const Scene& scene, const QString& folder, double textScale) {
    if (scene.pages.isEmpty()) return true;
    Settings settings(nullptr);
    settings.setTextScale(textScale);
    const auto gateway = DemoGateway::make(scene.person);
    if (gateway == nullptr) return false;
    App app(*gateway, settings);
    if (scene.person == DemoGateway::Person::field && !workOf(*gateway, app)) return false;
    if (!conflictsFor(*gateway) || !knownAt(*gateway)) return false;
    app.readAll();
    MainWindow window(app, settings);
    return window.window() != nullptr && takePictures(window, app, settings, scene.shape, folder, scene.pages);
}

/// 吴磊, who leads the shop, in the evening; and what somebody sees who has not joined yet, or has just done so.
bool drawEveningAndFirstRun(const QString& folder, double textScale,
                            const std::function<QStringList(const QStringList&)>& chosen) {
    Settings settings(nullptr);
    settings.setTextScale(textScale);
    const auto gateway = DemoGateway::make(DemoGateway::Person::siteManager);
    if (gateway == nullptr) return false;
    gateway->turnClock(20, 52);
    App app(*gateway, settings);
    app.tasks()->step(QStringLiteral("0197a000-0000-7015-8000-000000000105"), QStringLiteral("done"));
    app.readAll();
    MainWindow window(app, settings);
    if (window.window() == nullptr) return false;
    if (!chosen({"retrospective"}).isEmpty() &&
        !takePictures(window, app, settings, Shape::phone, folder + QStringLiteral("/evening"),
                      {"today", "retrospective"})) {
        return false;
    }
    SyncStatus status = gateway->status();
    status.isFilling = true;
    status.held = 12'480;
    status.expected = 18'321;
    gateway->setStatus(status);
    if (!chosen({"enrol"}).isEmpty() &&
        !takePictures(window, app, settings, Shape::phone, folder + QStringLiteral("/first-run"), {"today"})) {
        return false;
    }
    status.isEnrolled = false;
    gateway->setStatus(status);
    const QStringList pages = chosen({"enrol"});
    if (pages.isEmpty()) return true;
    app.account()->setLink(
        QStringLiteral("zhixing://enrol?server=wss%3A%2F%2Fzhixing.example.com%2Fsync&code=7Q4M-W2KD"));
    return takePictures(window, app, settings, Shape::phone, folder, pages) &&
           takePictures(window, app, settings, Shape::laptop, folder, pages);
}

}  // namespace

int main(int argc, char** argv) {
    std::string out = "build/screenshots";
    CLI::App arguments{"Draws every page off screen with the demo organisation."};
    arguments.add_option("--out", out, "the folder for the PNG files");
    std::vector<std::string> only;
    arguments
        .add_option("--pages", only,
                    "these pages only, such as today,report; components for the controls by themselves")
        ->delimiter(',');
    double textScale = 1;
    arguments.add_option("--text", textScale, "the size of text: 1, 1.25, 1.5 or 2")->check(CLI::Range(1.0, 2.0));
    try {
        arguments.parse(argc, argv);
    } catch (const CLI::ParseError& wrongUse) {
        return arguments.exit(wrongUse) == 0 ? 0 : 2;
    }

    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    if (!qEnvironmentVariableIsSet("QT_QUICK_BACKEND")) qputenv("QT_QUICK_BACKEND", "software");
    QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationVersion(QStringLiteral("0.1.0"));
    const QString folder = QString::fromStdString(out);
    const auto chosen = [&](const QStringList& pages) {
        QStringList list;
        for (const QString& page : pages) {
            if (only.empty() || std::find(only.begin(), only.end(), page.toStdString()) != only.end())
                list.append(page);
        }
        return list;
    };
    const bool isDrawn =
        (chosen({"components"}).isEmpty() || component_pages::draw(folder, textScale)) &&
        draw({DemoGateway::Person::field, Shape::phone, chosen(pagesOf(Shape::phone))}, folder, textScale) &&
        draw({DemoGateway::Person::manager, Shape::laptop, chosen(pagesOf(Shape::laptop))}, folder, textScale) &&
        draw({DemoGateway::Person::headquarters, Shape::laptop, chosen({"overview"})}, folder, textScale) &&
        drawEveningAndFirstRun(folder, textScale, chosen);
    if (!isDrawn) {
        std::fprintf(stderr, "the pictures could not be drawn\n");
        return 1;
    }
    std::printf("pictures are in %s\n", out.c_str());
    return 0;
}
