#include "client/net/sync_engine.h"

#include <memory>
#include <optional>

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWebSocketServer>

#include "shared/catalog/catalog.h"
#include "sync/wire/codec.h"

using namespace zhixing;
using namespace zhixing::client;

/// The engine on a real store, against a server whose words the test writes.
class TestSyncEngine : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<QWebSocketServer> server_;
    std::unique_ptr<QWebSocket> peer_;
    QByteArrayList said_;

    const Id device_ = Id::named("device");
    const Id person_ = Id::named("person");
    const Id home_ = Id::named("home");

    [[nodiscard]] QString storePath() const { return folder_->filePath(QStringLiteral("a.store")); }

    /// A store as enrolment leaves it.
    void enrol() const {
        auto device = Device::open(catalog(), storePath().toStdString());
        QVERIFY(device.ok());
        QVERIFY((*device)->replica().enrolled(device_, person_, home_).ok());
        const Account account{server_->serverUrl(), QStringLiteral("secret"), {}, {}, device_, person_, home_};
        QVERIFY(account.save(Account::fileFor(storePath())).ok());
    }

    /// What the device says next. Several messages may come in one go, so they are kept as they come.
    std::optional<sync::ClientMessage> hear() {
        if (!QTest::qWaitFor([&] { return !said_.isEmpty(); })) return std::nullopt;
        auto message = sync::decodeClient(catalog(), said_.takeFirst().toStdString());
        if (!message) return std::nullopt;
        return *message;
    }

    /// At once: the hello may come with the handshake.
    void accept() {
        peer_.reset(server_->nextPendingConnection());
        connect(peer_.get(), &QWebSocket::binaryMessageReceived, this,
                [this](const QByteArray& bytes) { said_ << bytes; });
    }

    void say(const sync::ServerMessage& message) {
        peer_->sendBinaryMessage(QByteArray::fromStdString(sync::encode(message)));
    }

    /// Waits for the device to connect and takes its hello.
    std::optional<sync::Hello> meet() {
        const auto message = hear();
        if (!message || !std::holds_alternative<sync::Hello>(*message)) return std::nullopt;
        return std::get<sync::Hello>(*message);
    }

    void welcome() {
        sync::Welcome welcome;
        welcome.epoch = "e";
        welcome.person = person_;
        welcome.device = device_;
        welcome.now = SystemClock().now();
        say(welcome);
    }

    static std::vector<sync::Edit> feedback() {
        const RecordType& type = catalog().at("feedback");
        sync::Edit edit;
        edit.verb = sync::Verb::add;
        edit.type = &type;
        edit.values.push_back({static_cast<std::uint16_t>(*type.find("text")), std::string("排队太久")});
        return {edit};
    }

private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        server_ = std::make_unique<QWebSocketServer>(QStringLiteral("test"), QWebSocketServer::NonSecureMode);
        server_->setSupportedSubprotocols({QStringLiteral("zhixing.sync.1.1")});
        QVERIFY(server_->listen(QHostAddress::LocalHost));
        connect(server_.get(), &QWebSocketServer::newConnection, this, &TestSyncEngine::accept);
    }
    void cleanup() {
        peer_.reset();
        said_.clear();
        server_.reset();
        folder_.reset();
    }

    void setOnline_notEnrolled_waitsForAPerson() {
        SyncEngine engine(storePath());
        QVERIFY(engine.open().ok());

        engine.setOnline(true);

        QVERIFY(engine.status().link == SyncStatus::Link::refused);
        QVERIFY(engine.status().refusal == Code::not_enrolled);
        QVERIFY(!peer_);
    }

    void pause_grownByFailures_isShortAgainAfterATapOrAnotherNetwork_data() {
        QTest::addColumn<bool>("isTap");
        QTest::newRow("a tap") << true;
        QTest::newRow("another network") << false;
    }
    void pause_grownByFailures_isShortAgainAfterATapOrAnotherNetwork() {
        QFETCH(const bool, isTap);
        enrol();
        server_.reset();  // nobody listens
        SyncEngine engine(storePath());
        QVERIFY(engine.open().ok());
        engine.setOnline(true);
        QTRY_VERIFY(engine.nextTryIn() > Backoff::first);  // tried again by itself, and waits longer now
        std::optional<std::chrono::milliseconds> pause;    // after the first attempt, however many follow
        connect(&engine, &SyncEngine::stepped, &engine, [&] { pause = pause.value_or(engine.nextTryIn()); });

        isTap ? engine.syncNow() : engine.networkChanged();

        QVERIFY(engine.status().link == SyncStatus::Link::connecting);
        QTRY_VERIFY(pause.has_value());
        QVERIFY(*pause > std::chrono::milliseconds(0));
        QVERIFY(*pause <= Backoff::first);
    }

    void setOnline_serverHoldsTheSame_agrees() {
        enrol();
        SyncEngine engine(storePath());
        QVERIFY(engine.open().ok());

        engine.setOnline(true);
        const auto hello = meet();
        QVERIFY(hello);
        QCOMPARE(hello->token, std::string("secret"));
        welcome();
        QVERIFY(hear().has_value());
        say(sync::CaughtUp{});

        QTRY_VERIFY(engine.isQuiet());
        QVERIFY(engine.status().agreed);
        QVERIFY(engine.status().link == SyncStatus::Link::connected);
    }

    void quiet_afterAChange_fetchesItsHistoryAheadInABurst() {
        enrol();
        SyncEngine engine(storePath());
        QVERIFY(engine.open().ok());
        engine.setOnline(true);
        QVERIFY(meet());
        welcome();
        QVERIFY(hear().has_value());
        Record record;
        record.type = &catalog().at("feedback");
        record.id = Id::named("feedback");
        record.place = home_;
        record.version = 1;
        record.fields.resize(record.type->fields.size());
        record.set("text", std::string("排队太久"));
        sync::Page page{.from = 0, .to = 1, .head = 1, .records = {}};
        page.records.push_back({record});
        say(page);
        QVERIFY(hear().has_value());  // credit
        sync::CaughtUp caughtUp{.from = 0, .seq = 1, .digest = {}};
        caughtUp.digest.add(record.id, record.version);
        QVERIFY(engine.nextFetchIn() < std::chrono::milliseconds(0));
        say(caughtUp);
        QTRY_VERIFY(engine.isQuiet());

        QVERIFY(engine.nextFetchIn() > std::chrono::seconds(2));
        QVERIFY(engine.nextFetchIn() < std::chrono::seconds(30));
        said_.clear();
        engine.fetchHistoriesAhead();
        std::optional<sync::ClientMessage> asked;
        do asked = hear();
        while (asked && !std::holds_alternative<sync::AskHistory>(*asked));

        QVERIFY(asked);
        QCOMPARE(std::get<sync::AskHistory>(*asked).record, record.id);
        QVERIFY(engine.nextFetchIn() > std::chrono::minutes(4));
    }

    void record_withoutSignal_isSentLater() {
        enrol();
        SyncEngine engine(storePath());
        QVERIFY(engine.open().ok());
        bool isRecorded = false;
        engine.record(feedback(), [&](const auto& ids) { isRecorded = ids.ok(); });
        QVERIFY(isRecorded);
        QCOMPARE(engine.status().waiting, 1);

        engine.setOnline(true);
        QVERIFY(meet());
        welcome();
        QVERIFY(hear().has_value());  // asks for what is new
        const auto pushed = hear();

        QVERIFY(pushed && std::holds_alternative<sync::Push>(*pushed));
        QCOMPARE(std::get<sync::Push>(*pushed).operations.size(), std::size_t{1});
    }

    void record_durable_isSaidBeforeAnybodyReadsRowsAgain() {
        enrol();
        SyncEngine engine(storePath());
        QVERIFY(engine.open().ok());
        QStringList told;
        connect(&engine, &SyncEngine::rowsChanged, this, [&] { told << QStringLiteral("rows"); });

        engine.record(feedback(), [&](const auto& ids) { told << QString::fromUtf8(ids ? "saved" : "not saved"); });

        QCOMPARE(told, (QStringList{QStringLiteral("saved"), QStringLiteral("rows")}));
    }

    void refusal_deviceRevoked_isForGoodAndKeepsTheWork() {
        enrol();
        SyncEngine engine(storePath());
        QVERIFY(engine.open().ok());
        engine.record(feedback(), [](const auto&) {});

        engine.setOnline(true);
        QVERIFY(meet());
        say(sync::Refusal{{Code::device_revoked, "revoked", {}, {}}, true, 0});

        QTRY_VERIFY(engine.status().link == SyncStatus::Link::refused);
        QVERIFY(engine.status().refusal == Code::device_revoked);
        QCOMPARE(engine.status().waiting, 1);
    }

    void heard_nonsense_endsTheConnectionAndTriesAgain() {
        enrol();
        SyncEngine engine(storePath());
        QVERIFY(engine.open().ok());
        engine.setOnline(true);
        QVERIFY(meet());

        peer_->sendBinaryMessage("{\"t\":\"nonsense\"}");

        QTRY_VERIFY(engine.status().link == SyncStatus::Link::unreachable);
        QVERIFY(engine.lastError().has_value());
        said_.clear();
        engine.syncNow();
        QVERIFY(meet());
    }

    void setOffline_whileConnected_saysSwitchedOff() {
        enrol();
        SyncEngine engine(storePath());
        QVERIFY(engine.open().ok());
        engine.setOnline(true);
        QVERIFY(meet());

        engine.setOnline(false);

        QVERIFY(engine.status().link == SyncStatus::Link::switchedOff);
    }
};

QTEST_GUILESS_MAIN(TestSyncEngine)
#include "tst_sync_engine.moc"
