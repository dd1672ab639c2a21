#include "client/net/fetcher.h"

#include <memory>

#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include "client/store/schema.h"
#include "shared/base/blob_receipt.h"
#include "shared/catalog/catalog.h"

using namespace zhixing;
using namespace zhixing::client;

/// Answers questions for ranges of one blob as the server does, and hangs up in the middle when told to.
class RangeServer : public QTcpServer {
    Q_OBJECT

public:
    QByteArray blob;
    int hangUpAfter = -1;  ///< answers
    QList<qint64> asked;

    RangeServer() {
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { answer(*socket); });
        });
        listen(QHostAddress::LocalHost);
    }
    [[nodiscard]] Account account() const {
        Account account;
        account.server = QUrl(QStringLiteral("ws://127.0.0.1:%1/sync").arg(serverPort()));
        account.token = QStringLiteral("a token");
        return account;
    }

private:
    void answer(QTcpSocket& socket) {
        static const QRegularExpression range(QStringLiteral("Range: bytes=(\\d+)-(\\d+)"));
        const auto found = range.match(QString::fromLatin1(socket.readAll()));
        if (!found.hasMatch()) return;
        const qint64 from = found.captured(1).toLongLong();
        asked.append(from);
        if (hangUpAfter == 0) return socket.abort();
        if (hangUpAfter > 0) --hangUpAfter;
        if (blob.isEmpty()) {
            socket.write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
            return;
        }
        const QByteArray piece = blob.mid(from, found.captured(2).toLongLong() - from + 1);
        socket.write("HTTP/1.1 206 Partial Content\r\nContent-Length: " + QByteArray::number(piece.size()) +
                     "\r\nContent-Range: bytes " + QByteArray::number(from) + '-' +
                     QByteArray::number(from + piece.size() - 1) + '/' + QByteArray::number(blob.size()) + "\r\n\r\n" +
                     piece);
    }
};

/// A photo of another device, from the server to somebody who looks at it.
class TestFetcher : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<sqlite::Database> database_;
    std::unique_ptr<RangeServer> server_;
    std::optional<LookedAt> kept_;

    [[nodiscard]] std::string name() const { return blobName(server_->blob.toStdString()); }

    Result<void> fetch(Fetcher& fetcher, const std::string& name) const {
        std::optional<Result<void>> outcome;
        fetcher.fetch(name, [&](const Result<void>& how) { outcome = how; });
        const bool isAnswered = QTest::qWaitFor([&] { return outcome.has_value(); }, 10'000);
        return isAnswered ? *outcome : Result<void>(Error{Code::timed_out, "no answer came", {}, {}});
    }

private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        auto opened = openStore(folder_->filePath(QStringLiteral("a.store")).toStdString(), catalog());
        QVERIFY(opened.ok());
        database_ = std::make_unique<sqlite::Database>(std::move(opened).value());
        kept_.emplace(*database_);
        server_ = std::make_unique<RangeServer>();
        // Two whole pieces and a bit, all different.
        for (int i = 0; i < 2 * Fetcher::pieceBytes + 1'000; ++i) server_->blob.append(static_cast<char>(i % 251));
    }
    void cleanup() {
        server_.reset();
        kept_.reset();
        database_.reset();
        folder_.reset();
    }

    void fetch_inPieces_keepsTheWholePhoto() {
        Fetcher fetcher;
        fetcher.begin(*kept_);
        fetcher.start(server_->account());

        QVERIFY(fetch(fetcher, name()).ok());

        QVERIFY(kept_->has(name()));
        QCOMPARE(server_->asked, (QList<qint64>{0, Fetcher::pieceBytes, 2 * Fetcher::pieceBytes}));
    }

    void fetch_cutInTheMiddle_goesOnFromThere() {
        Fetcher fetcher;
        fetcher.begin(*kept_);
        fetcher.start(server_->account());
        server_->hangUpAfter = 1;
        QCOMPARE(fetch(fetcher, name()).error().code, Code::unreachable);
        QVERIFY(!kept_->has(name()));
        server_->hangUpAfter = -1;
        server_->asked.clear();

        QVERIFY(fetch(fetcher, name()).ok());

        QCOMPARE(server_->asked.first(), Fetcher::pieceBytes);
        QVERIFY(kept_->has(name()));
    }

    void fetch_otherBytesThanTheNameSays_keepsNothing() {
        Fetcher fetcher;
        fetcher.begin(*kept_);
        fetcher.start(server_->account());
        const std::string other = blobName("something else");

        QCOMPARE(fetch(fetcher, other).error().code, Code::damaged);

        QVERIFY(!kept_->has(other));
    }

    void fetch_notYetHeld_saysSo() {
        Fetcher fetcher;
        fetcher.begin(*kept_);
        fetcher.start(server_->account());
        const std::string wanted = name();
        server_->blob.clear();

        QCOMPARE(fetch(fetcher, wanted).error().code, Code::not_found);
    }

    void stop_inTheMiddle_answersEveryWish() {
        Fetcher fetcher;
        fetcher.begin(*kept_);
        fetcher.start(server_->account());
        QList<Code> codes;
        for (const char* photo : {"a", "b"}) {
            fetcher.fetch(blobName(photo), [&](const Result<void>& how) { codes.append(how.error().code); });
        }

        fetcher.stop();

        QCOMPARE(codes, (QList<Code>{Code::unreachable, Code::unreachable}));
        QCOMPARE(fetch(fetcher, name()).error().code, Code::unreachable);
    }
};

QTEST_GUILESS_MAIN(TestFetcher)
#include "tst_fetcher.moc"
