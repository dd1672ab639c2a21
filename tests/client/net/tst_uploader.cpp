#include "client/net/uploader.h"

#include <sodium.h>

#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include "client/store/schema.h"
#include "shared/base/text.h"
#include "shared/catalog/catalog.h"
#include "tests/support/sample_pictures.h"

using namespace zhixing;
using namespace zhixing::client;
using namespace zhixing::test;

namespace {

struct Asked {
    QByteArray method;
    QByteArray head;  ///< in lower case
    QByteArray body;

    [[nodiscard]] qint64 number(const QByteArray& field) const {
        const auto at = head.indexOf("\r\n" + field + ": ");
        return at < 0
                   ? -1
                   : head.mid(at + field.size() + 4, head.indexOf("\r\n", at + 2) - at - field.size() - 4).toLongLong();
    }
};

/// Keeps what it is sent, as a server does, unless a test has another answer.
class BlobServer : public QTcpServer {
    Q_OBJECT

public:
    /// An answer in place of the server's own; empty: hang up; nothing: its own.
    using Instead = std::function<std::optional<QByteArray>(const Asked&)>;

    BlobServer() {
        crypto_sign_keypair(publicKey_.data(), secretKey_.data());
        signing = secretKey_;
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { hear(*socket); });
        });
        listen(QHostAddress::LocalHost);
    }
    [[nodiscard]] Account account() const {
        Account account;
        account.server = QUrl(QStringLiteral("ws://127.0.0.1:%1/sync").arg(serverPort()));
        account.token = QStringLiteral("secret");
        return account;
    }
    [[nodiscard]] static QByteArray answer(int status, const QByteArray& headers = {}, const QByteArray& body = {}) {
        return "HTTP/1.1 " + QByteArray::number(status) + " X\r\nContent-Length: " + QByteArray::number(body.size()) +
               "\r\n" + headers + "\r\n" + body;
    }
    [[nodiscard]] static QByteArray refusal(int status, const char* code, const char* field = "") {
        return answer(status, {}, QByteArray(R"({"code":")") + code + R"(","message":"no","field":")" + field + "\"}");
    }
    [[nodiscard]] int count(const QByteArray& method) const {
        return static_cast<int>(
            std::count_if(asked.begin(), asked.end(), [&](const Asked& one) { return one.method == method; }));
    }

    Instead instead = [](const Asked&) { return std::nullopt; };
    BlobReceipt::SecretKey signing;  ///< what receipts are signed with
    std::vector<Asked> asked;
    QByteArray kept;
    std::string name;
    qint64 length = 0;

private:
    void hear(QTcpSocket& socket) {
        incoming_ += socket.readAll();
        const auto end = incoming_.indexOf("\r\n\r\n");
        if (end < 0) return;
        Asked one{incoming_.left(incoming_.indexOf(' ')), incoming_.left(end + 2).toLower(), {}};
        const qint64 bodyBytes = std::max<qint64>(0, one.number("content-length"));
        if (incoming_.size() < end + 4 + bodyBytes) return;
        one.body = incoming_.mid(end + 4, static_cast<qsizetype>(bodyBytes));
        incoming_.clear();
        asked.push_back(one);
        const QByteArray said = instead(one).value_or(own(one));
        if (said.isEmpty()) return socket.abort();
        socket.write(said);
    }
    QByteArray own(const Asked& one) {
        if (one.method == "OPTIONS") {
            return answer(204, "Zhixing-Receipt-Key: " +
                                   QByteArray::fromStdString(toHex(publicKey_.data(), publicKey_.size())) + "\r\n");
        }
        if (one.method == "POST") {
            length = one.number("upload-length");
        } else if (one.number("upload-offset") != kept.size()) {
            return refusal(409, "unexpected_message");
        }
        kept += one.body;
        QByteArray headers = "Upload-Offset: " + QByteArray::number(kept.size()) + "\r\n";
        if (kept.size() == length) {
            const BlobReceipt receipt{blobName(kept.toStdString()), length, Instant{17}};
            headers += "Zhixing-Receipt: " + QByteArray::fromStdString(receipt.signedWith(signing)) + "\r\n";
        }
        return answer(one.method == "POST" ? 201 : 204, headers);
    }

    BlobReceipt::PublicKey publicKey_{};
    BlobReceipt::SecretKey secretKey_{};
    QByteArray incoming_;
};

}  // namespace

/// Photos on their way, against a server that does what a test wants.
class TestUploader : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(sodium_init() >= 0); }
    void init();
    void cleanup();

    void photo_whole_isHeldOnlyWithAReceipt();
    void photo_begunBefore_goesOnFromThere();
    void photo_thatTheServerHas_costsNoByte();
    void receipt_ofAnotherKey_isNotBelieved();
    void answer_withoutAReceiptAtTheEnd_isNotBelieved();
    void offset_elsewhere_isAskedForAnew();
    void link_thatBreaks_isTriedAgain();
    void photo_refusedForGood_holdsUpNoOther();
    void photo_refusedForNow_isTriedAgain();
    void photo_overQuota_waits();
    void rows_thatWait_goFirst();
    void somethingElse_thatAnswers_getsNoPhoto();
    void stop_inTheMiddle_keepsWhatWasSent();

private:
    std::string add(quint32 seed) { return queue_->add(jpegPicture(64, seed), Instant{seed})->name; }
    [[nodiscard]] BlobQueue::Item item(const std::string& name) {
        const auto all = BlobQueue::all(*database_);
        for (const auto& one : *all) {
            if (one.name == name) return one;
        }
        qFatal("the photo is gone");
    }
    [[nodiscard]] bool isHeld(const std::string& name) { return item(name).state == BlobQueue::State::held; }
    void start() { uploader_->start(server_->account()); }

    std::unique_ptr<QTemporaryDir> folder_;
    std::optional<sqlite::Database> database_;
    std::optional<BlobQueue> queue_;
    std::unique_ptr<BlobServer> server_;
    std::unique_ptr<Uploader> uploader_;
    bool areRowsWaiting_ = false;
    int looks_ = 0;  ///< how often the uploader wanted to know
};

void TestUploader::init() {
    folder_ = std::make_unique<QTemporaryDir>();
    auto opened = openStore(folder_->filePath("a.store").toStdString(), catalog());
    QVERIFY(opened.ok());
    database_.emplace(std::move(opened).value());
    queue_.emplace(*database_);
    server_ = std::make_unique<BlobServer>();
    uploader_ = std::make_unique<Uploader>();
    areRowsWaiting_ = false;
    looks_ = 0;
    uploader_->begin(*queue_, [this] {
        ++looks_;
        return areRowsWaiting_;
    });
}

void TestUploader::cleanup() {
    uploader_.reset();
    server_.reset();
    queue_.reset();
    database_.reset();
    folder_.reset();
}

void TestUploader::photo_whole_isHeldOnlyWithAReceipt() {
    const std::string name = add(1);
    QVERIFY(!isHeld(name));

    start();

    QTRY_VERIFY(uploader_->isIdle() && isHeld(name));
    QCOMPARE(uploader_->heldCount(), 1);
    QCOMPARE(blobName(server_->kept.toStdString()), name);
    QVERIFY(BlobQueue::mayFree(item(name)));
    QVERIFY(!uploader_->trouble());
}

void TestUploader::photo_begunBefore_goesOnFromThere() {
    const std::string name = add(1);
    const auto waiting = queue_->next({});
    const std::string begin = queue_->read(**waiting, 0, 100).value();
    server_->kept = QByteArray::fromStdString(begin);

    start();

    QTRY_VERIFY(isHeld(name));
    qint64 sent = 0;
    for (const Asked& one : server_->asked) sent += one.body.size();
    QCOMPARE(sent + 100, (*waiting)->byteCount);
}

void TestUploader::photo_thatTheServerHas_costsNoByte() {
    const std::string name = add(1);
    const auto waiting = queue_->next({});
    server_->kept =
        QByteArray::fromStdString(queue_->read(**waiting, 0, static_cast<std::size_t>((*waiting)->byteCount)).value());

    start();

    QTRY_VERIFY(isHeld(name));
    QCOMPARE(server_->count("PATCH"), 0);
}

void TestUploader::receipt_ofAnotherKey_isNotBelieved() {
    BlobReceipt::PublicKey other{};
    crypto_sign_keypair(other.data(), server_->signing.data());
    const std::string name = add(1);

    start();

    QTRY_VERIFY(uploader_->isIdle() && uploader_->trouble());
    QVERIFY(uploader_->trouble()->code == Code::untrusted);
    QVERIFY(!isHeld(name) && !BlobQueue::mayFree(item(name)));
}

void TestUploader::answer_withoutAReceiptAtTheEnd_isNotBelieved() {
    const std::string name = add(1);
    const qint64 all = item(name).byteCount;
    server_->instead = [all](const Asked& one) -> std::optional<QByteArray> {
        if (one.method == "OPTIONS") return std::nullopt;
        return BlobServer::answer(one.method == "POST" ? 201 : 204,
                                  "Upload-Offset: " + QByteArray::number(all) + "\r\n");
    };

    start();

    QTRY_VERIFY(uploader_->isIdle() && uploader_->trouble());
    QVERIFY(uploader_->trouble()->code == Code::malformed);
    QVERIFY(!isHeld(name));
}

void TestUploader::offset_elsewhere_isAskedForAnew() {
    const std::string name = add(1);
    int refused = 0;
    server_->instead = [&](const Asked& one) -> std::optional<QByteArray> {
        if (one.method != "PATCH" || refused++ > 0) return std::nullopt;
        return BlobServer::refusal(409, "unexpected_message");
    };

    start();

    QTRY_VERIFY(isHeld(name));
    QCOMPARE(server_->count("POST"), 2);
}

void TestUploader::link_thatBreaks_isTriedAgain() {
    const std::string name = add(1);
    int broken = 0;
    server_->instead = [&](const Asked& one) -> std::optional<QByteArray> {
        return one.method == "PATCH" && broken++ == 0 ? std::optional(QByteArray()) : std::nullopt;
    };

    start();
    QTRY_VERIFY(uploader_->trouble());
    QCOMPARE(item(name).attempts, 1);
    uploader_->tryNow();

    QTRY_VERIFY(isHeld(name));
    QVERIFY(!uploader_->trouble());
}

void TestUploader::photo_refusedForGood_holdsUpNoOther() {
    const std::string bad = add(1);
    const std::string good = add(2);
    const QByteArray badName = QByteArray::fromStdString(bad).toBase64().toLower();
    server_->instead = [&](const Asked& one) -> std::optional<QByteArray> {
        return one.method == "POST" && one.head.contains(badName) ? std::optional(BlobServer::refusal(422, "forbidden"))
                                                                  : std::nullopt;
    };

    start();

    QTRY_VERIFY(isHeld(good));
    QVERIFY(item(bad).state == BlobQueue::State::refused);
    QVERIFY(uploader_->trouble()->code == Code::forbidden);
    QTRY_VERIFY(uploader_->isIdle());
}

void TestUploader::photo_refusedForNow_isTriedAgain() {
    const std::string name = add(1);
    int times = 0;
    server_->instead = [&](const Asked& one) -> std::optional<QByteArray> {
        return one.method == "POST" && times++ == 0 ? std::optional(BlobServer::refusal(503, "busy")) : std::nullopt;
    };

    start();
    QTRY_VERIFY(uploader_->isIdle());
    QVERIFY(item(name).state == BlobQueue::State::waiting);
    uploader_->tryNow();

    QTRY_VERIFY(isHeld(name));
}

void TestUploader::photo_overQuota_waits() {
    const std::string name = add(1);
    server_->instead = [](const Asked& one) -> std::optional<QByteArray> {
        return one.method == "POST" ? std::optional(BlobServer::refusal(413, "too_large", "quota")) : std::nullopt;
    };

    start();

    QTRY_VERIFY(uploader_->isIdle() && uploader_->trouble());
    QVERIFY(item(name).state == BlobQueue::State::waiting);
}

void TestUploader::rows_thatWait_goFirst() {
    const std::string name = add(1);
    areRowsWaiting_ = true;

    start();
    QTRY_VERIFY(looks_ >= 3);
    QVERIFY(server_->asked.empty());
    areRowsWaiting_ = false;

    QTRY_VERIFY(isHeld(name));
}

void TestUploader::somethingElse_thatAnswers_getsNoPhoto() {
    add(1);
    server_->instead = [](const Asked&) { return BlobServer::answer(200, {}, "<html>Please sign in</html>"); };

    start();

    QTRY_VERIFY(uploader_->trouble());
    QVERIFY(uploader_->trouble()->code == Code::malformed);
    QCOMPARE(server_->count("POST") + server_->count("PATCH"), 0);
}

void TestUploader::stop_inTheMiddle_keepsWhatWasSent() {
    const std::string name = add(1);
    server_->instead = [this](const Asked& one) -> std::optional<QByteArray> {
        if (one.method != "POST" || !server_->kept.isEmpty()) return std::nullopt;
        return BlobServer::answer(201, "Upload-Offset: 10\r\n");
    };
    connect(uploader_.get(), &Uploader::stepped, this, [this] {
        if (!server_->asked.empty() && server_->asked.back().method == "POST") uploader_->stop();
    });

    start();

    QTRY_COMPARE(item(name).sent, std::int64_t{10});
    QVERIFY(uploader_->isIdle());
    QVERIFY(!isHeld(name));
}

QTEST_GUILESS_MAIN(TestUploader)
#include "tst_uploader.moc"
