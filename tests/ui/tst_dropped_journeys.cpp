#include <csignal>
#include <cstdio>

#include <QDir>
#include <QGuiApplication>
#include <QProcess>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

#include "tests/server/server_process.h"
#include "tests/ui/driven_window.h"
#include "tests/ui/product.h"

namespace zhixing::client {

namespace {

constexpr int waitMsMax = 20'000;
const auto password = QStringLiteral("long enough");

/// The product that wishes to be online, on the event's first day.
struct Online : Product {
    [[nodiscard]] bool start(const QString& store, QSize size) {
        if (!Product::start(store, size, Date::parse("2025-10-16"))) return false;
        gateway->setOnline(true);
        return true;
    }
    [[nodiscard]] const SyncStatus& status() const { return gateway->status(); }
    [[nodiscard]] bool isInStep() const {
        return status().link == SyncStatus::Link::connected && status().agreed && !status().isFilling &&
               status().waiting == 0;
    }
};

/// The way of the bytes between the program and the server, which can be pulled out.
class Cable {
public:
    explicit Cable(const QUrl& server) : server_(server) {
        QObject::connect(&door_, &QTcpServer::newConnection, &door_, [this] {
            while (QTcpSocket* near = door_.nextPendingConnection()) join(near);
        });
    }
    [[nodiscard]] bool open() { return door_.listen(QHostAddress::LocalHost); }
    [[nodiscard]] QUrl url() const {
        QUrl url = server_;
        url.setPort(door_.serverPort());
        return url;
    }
    /// Both ends learn at once that the other is gone, and nobody is reached until it is plugged in.
    void pull() {
        isIn_ = false;
        for (QTcpSocket* socket : door_.findChildren<QTcpSocket*>()) socket->abort();
    }
    void plugIn() { isIn_ = true; }

private:
    void join(QTcpSocket* near) {
        if (!isIn_) return near->abort();
        auto* far = new QTcpSocket(&door_);
        QObject::connect(near, &QTcpSocket::readyRead, far, [near, far] { far->write(near->readAll()); });
        QObject::connect(far, &QTcpSocket::readyRead, near, [near, far] { near->write(far->readAll()); });
        QObject::connect(near, &QTcpSocket::disconnected, far, &QTcpSocket::disconnectFromHost);
        QObject::connect(far, &QTcpSocket::disconnected, near, &QTcpSocket::disconnectFromHost);
        far->connectToHost(server_.host(), static_cast<quint16>(server_.port()));
    }

    QUrl server_;
    QTcpServer door_;
    bool isIn_ = true;
};

/// What somebody does: begun with a connection, ended without one.
struct Journey {
    using Part = bool (*)(Online&, const DrivenWindow&);

    const char* name;
    const char* login;
    bool isOnLaptop;
    Part begin;
    Part end;

    [[nodiscard]] QSize size() const { return isOnLaptop ? laptopSize : phoneSize; }
};

bool pressSave(Online&, const DrivenWindow& page) { return page.press(QStringLiteral("save")); }

const Journey journeys[] = {
    {"spend", "wang", false,
     [](Online& product, const DrivenWindow& page) {
         SpendForm& form = *product.app->spendForm();
         form.setLine(form.lines()->value(0, QStringLiteral("key")).toString());
         return page.press(QStringLiteral("capture")) && page.press(QStringLiteral("capture-spend")) &&
                page.press(QStringLiteral("key3"));
     },
     [](Online&, const DrivenWindow& page) {
         return page.press(QStringLiteral("key00")) && page.press(QStringLiteral("save"));
     }},
    {"incident", "wang", false,
     [](Online&, const DrivenWindow& page) {
         return page.press(QStringLiteral("quickIncident")) && page.press(QStringLiteral("kind-1"));
     },
     pressSave},
    {"questionnaire", "wang", false,
     [](Online&, const DrivenWindow& page) {
         return page.press(QStringLiteral("capture")) && page.press(QStringLiteral("capture-feedback")) &&
                page.pressTitle(QStringLiteral("Survey")) && page.pressWord(QStringLiteral("Good"));
     },
     [](Online&, const DrivenWindow& page) {
         return page.pressWord(QStringLiteral("社群")) && page.press(QStringLiteral("save"));
     }},
    {"arrival", "wang", false,
     [](Online&, const DrivenWindow& page) { return page.press(QStringLiteral("missing-arrival")); },
     [](Online&, const DrivenWindow& page) { return page.press(QStringLiteral("arrive")); }},
    {"task", "wang", false,
     [](Online&, const DrivenWindow& page) {
         return page.press(QStringLiteral("missing-late")) && page.pressTitle(QStringLiteral("场地布置与设备调试")) &&
                page.type(QStringLiteral("delayReason"), QStringLiteral("no power yet"));
     },
     [](Online&, const DrivenWindow& page) { return page.press(QStringLiteral("saveReason")); }},
    {"daily report", "wang", false,
     [](Online&, const DrivenWindow& page) {
         return page.press(QStringLiteral("missing-report")) &&
                page.type(QStringLiteral("help"), QStringLiteral("a second tablet"));
     },
     pressSave},
    {"retrospective", "wu", false,
     [](Online&, const DrivenWindow& page) {
         return page.press(QStringLiteral("missing-retrospective")) &&
                page.type(QStringLiteral("changes"), QStringLiteral("second line at ten"));
     },
     pressSave},
    {"planning", "zhang", false,
     [](Online& product, const DrivenWindow& page) {
         product.window->show(QStringLiteral("planning"));
         return page.press(QStringLiteral("planLine2")) && page.press(QStringLiteral("endLater"));
     },
     [](Online&, const DrivenWindow& page) { return page.press(QStringLiteral("savePlanLine")); }},
    {"review", "zhang", true,
     [](Online& product, const DrivenWindow& page) {
         const auto mayDecide = [&] { return product.app->review()->mayDecide(); };
         return page.press(QStringLiteral("tab-review")) && page.isShown(QStringLiteral("reviewList")) &&
                QTest::qWaitFor(mayDecide, waitMsMax);
     },
     [](Online& product, const DrivenWindow&) {
         QTest::keyClick(product.window->window(), Qt::Key_A);
         const bool isHeld = !product.app->review()->held().isEmpty();
         product.app->review()->settle();
         return isHeld;
     }},
};

const Journey* journeyOf(const QString& name) {
    for (const Journey& journey : journeys) {
        if (name == QLatin1String(journey.name)) return &journey;
    }
    return nullptr;
}

/// Half of the journey; says so; the rest once there is no connection any more; and the end, as soon as it says "saved".
int goAndDie(const QString& store, const QString& name) {
    const Journey* journey = journeyOf(name);
    Online product;
    if (journey == nullptr || !product.start(store, journey->size())) return 1;
    if (!QTest::qWaitFor([&] { return product.isInStep(); }, waitMsMax)) return 2;
    const DrivenWindow page(product.window->window());
    if (!journey->begin(product, page)) return 3;
    std::puts("half");
    std::fflush(stdout);
    const auto isCut = [&] { return product.status().link != SyncStatus::Link::connected; };
    if (!QTest::qWaitFor(isCut, waitMsMax)) return 4;
    if (!journey->end(product, page)) return 5;
    if (!QTest::qWaitFor([&] { return product.status().waiting > 0; }, waitMsMax)) return 6;
    std::printf("%d\n", product.status().waiting);
    std::fflush(stdout);
    std::raise(SIGKILL);
    return 7;
}

}  // namespace

/// The network goes away in the middle of what somebody does, the program is killed right after it said "saved", and it is
/// started again: everything is still there, says that it waits, and reaches headquarters when there is a network. With the
/// real server, and everything that stands between it and the screen.
class TestDroppedJourneys : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void journey_cutOffAndKilled_reachesHeadquarters_data();
    void journey_cutOffAndKilled_reachesHeadquarters();

private:
    [[nodiscard]] QString store() const { return folder_->filePath(QStringLiteral("a.store")); }
    /// A device of this person that holds everything there is for them.
    void enrol(const char* login, const char* person);
    /// How many edits waited when the program was killed.
    [[nodiscard]] int goHalfCutAndDie(const char* journey);

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<test::ServerProcess> server_;
    std::unique_ptr<Cable> cable_;
};

void TestDroppedJourneys::init() {
    QTest::failOnWarning(QRegularExpression(QStringLiteral("thread")));
    folder_ = std::make_unique<QTemporaryDir>();
    server_ = std::make_unique<test::ServerProcess>();
    QCOMPARE(server_->init().status, 0);
    QStringList files;
    const QDir demo(QStringLiteral(ZHIXING_DEMO_DIR));
    for (const QString& file : demo.entryList({QStringLiteral("*.ndjson")}, QDir::Files, QDir::Name))
        files.append(demo.filePath(file));
    const test::Run imported = server_->run({"import"}, files);
    QVERIFY2(imported.status == 0, imported.messages.constData());
    QVERIFY(server_->serve());
    cable_ = std::make_unique<Cable>(server_->url());
    QVERIFY(cable_->open());
}

void TestDroppedJourneys::cleanup() {
    cable_.reset();
    server_.reset();
    folder_.reset();
}

void TestDroppedJourneys::enrol(const char* login, const char* person) {
    const test::Run added = server_->run({"person", "add"}, {"--login", login, "--id", person});
    QVERIFY2(added.status == 0, added.messages.constData());
    QUrlQuery words;
    words.addQueryItem(QStringLiteral("server"),
                       QString::fromLatin1(QUrl::toPercentEncoding(cable_->url().toString())));
    words.addQueryItem(QStringLiteral("code"), server_->code(QLatin1String(login)));
    Online product;
    QVERIFY(product.start(store(), phoneSize));
    std::optional<Result<void>> enrolled;
    product.gateway->enrol(QStringLiteral("zhixing://enrol?") + words.toString(QUrl::FullyEncoded), password,
                           [&](const Result<void>& result) { enrolled = result; });
    QTRY_VERIFY_WITH_TIMEOUT(enrolled.has_value(), waitMsMax);
    QVERIFY2(enrolled->ok(), enrolled->ok() ? "" : enrolled->error().message.c_str());
    QTRY_VERIFY_WITH_TIMEOUT(product.isInStep(), waitMsMax);  // without anybody asking for it
}

int TestDroppedJourneys::goHalfCutAndDie(const char* journey) {
    QProcess child;
    QByteArray said;
    QObject::connect(&child, &QProcess::readyReadStandardOutput, &child, [&] {
        said += child.readAllStandardOutput();
        if (said.startsWith("half")) cable_->pull();
    });
    child.start(QCoreApplication::applicationFilePath(),
                {QStringLiteral("--go-and-die"), store(), QLatin1String(journey)});
    if (!QTest::qWaitFor([&] { return child.state() == QProcess::NotRunning; }, 3 * waitMsMax)) child.kill();
    child.waitForFinished();
    if (child.exitStatus() != QProcess::CrashExit) {
        qWarning("it ended by itself: %d\n%s", child.exitCode(), child.readAllStandardError().constData());
        return 0;
    }
    return said.mid(said.indexOf('\n')).trimmed().toInt();
}

void TestDroppedJourneys::journey_cutOffAndKilled_reachesHeadquarters_data() {
    QTest::addColumn<QString>("name");
    for (const Journey& journey : journeys) QTest::newRow(journey.name) << QString::fromLatin1(journey.name);
}

void TestDroppedJourneys::journey_cutOffAndKilled_reachesHeadquarters() {
    QFETCH(QString, name);
    const Journey& journey = *journeyOf(name);
    static const QHash<QString, const char*> people = {{"wang", "0197a000-0000-7002-8000-000000000006"},
                                                       {"wu", "0197a000-0000-7002-8000-000000000007"},
                                                       {"zhang", "0197a000-0000-7002-8000-000000000004"}};
    enrol(journey.login, people[QLatin1String(journey.login)]);
    if (QTest::currentTestFailed()) return;

    const int waiting = goHalfCutAndDie(journey.name);
    QVERIFY(waiting > 0);
    Online product;
    QVERIFY(product.start(store(), journey.size()));

    QTRY_COMPARE(product.status().waiting, waiting);
    QVERIFY(product.app->sync()->light() != QStringLiteral("green"));
    QCOMPARE(product.app->outbox()->rows()->count() >= waiting, true);

    cable_->plugIn();
    product.gateway->syncNow();

    QTRY_VERIFY_WITH_TIMEOUT(product.isInStep(), waitMsMax);
    QCOMPARE(product.status().needsYou, 0);
}

}  // namespace zhixing::client

int main(int argc, char** argv) {
    QGuiApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments[1] == u"--go-and-die")
        return zhixing::client::goAndDie(arguments[2], arguments[3]);
    zhixing::client::TestDroppedJourneys test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_dropped_journeys.moc"
