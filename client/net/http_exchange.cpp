#include "client/net/http_exchange.h"

#include <QSslError>

#include "client/net/tls.h"

namespace zhixing::client {

QByteArray HttpExchange::Answer::header(const QByteArray& name) const {
    for (const auto& [key, value] : headers) {
        if (key == name) return value;
    }
    return {};
}

HttpExchange::HttpExchange(QObject* parent) : QObject(parent) {
    silence_.setSingleShot(true);
    connect(&silence_, &QTimer::timeout, this, [this] { fail(Code::timed_out, tr("the server does not answer")); });
}

HttpExchange::~HttpExchange() { close(); }

void HttpExchange::ask(const Account& account, const Request& request, Done done) {
    Q_ASSERT(!isAsking());
    done_ = std::move(done);
    isHead_ = request.method == "HEAD";
    bodyBytesMax_ = request.answerBytesMax;
    answer_.reset();
    incoming_.clear();
    outgoing_ =
        request.method + ' ' + request.path + " HTTP/1.1\r\nHost: " + account.server.authority().toUtf8() + "\r\n";
    for (const auto& [name, value] : request.headers) outgoing_ += name + ": " + value + "\r\n";
    if (!request.body.isEmpty() || request.method == "PATCH" || request.method == "POST") {
        outgoing_ += "Content-Length: " + QByteArray::number(request.body.size()) + "\r\n";
    }
    outgoing_ += "\r\n" + request.body;
    const bool isReady = socket_ && server_ == account.server && socket_->state() == QAbstractSocket::ConnectedState;
    if (isReady) {
        write();
    } else {
        open(account);
    }
}

void HttpExchange::close() {
    silence_.stop();
    done_ = nullptr;
    outgoing_.clear();
    if (!socket_) return;
    socket_->disconnect(this);
    socket_->abort();
    socket_.release()->deleteLater();
}

void HttpExchange::open(const Account& account) {
    const Done done = std::exchange(done_, nullptr);
    const QByteArray outgoing = std::exchange(outgoing_, {});
    close();
    done_ = done;
    outgoing_ = outgoing;
    server_ = account.server;
    auto tls = tlsConfiguration(account.authorityFile);
    if (!tls) {
        const QString why = QString::fromStdString(tls.error().message);
        QMetaObject::invokeMethod(
            this, [this, why] { fail(Code::untrusted, why); }, Qt::QueuedConnection);
        return;
    }
    const bool isTls = server_.scheme() == QLatin1String("wss");
    socket_ = std::make_unique<QSslSocket>();
    socket_->setSslConfiguration(*tls);
    connect(socket_.get(), isTls ? &QSslSocket::encrypted : &QAbstractSocket::connected, this, [this] {
        socket_->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        write();
    });
    connect(socket_.get(), &QSslSocket::sslErrors, this, [this](const QList<QSslError>& errors) {
        fail(Code::untrusted, errors.isEmpty() ? QString() : errors.first().errorString());
    });
    connect(socket_.get(), &QIODevice::readyRead, this, &HttpExchange::read);
    connect(socket_.get(), &QIODevice::bytesWritten, this, [this] {
        if (isAsking()) silence_.start(silenceMsMax);
    });
    connect(socket_.get(), &QAbstractSocket::errorOccurred, this,
            [this] { fail(Code::unreachable, socket_->errorString()); });
    silence_.start(connectMsMax);
    const auto port = static_cast<quint16>(server_.port(isTls ? 443 : 80));
    if (isTls) {
        socket_->connectToHostEncrypted(server_.host(), port);
    } else {
        socket_->connectToHost(server_.host(), port);
    }
}

void HttpExchange::write() {
    silence_.start(silenceMsMax);
    socket_->write(std::exchange(outgoing_, {}));
}

void HttpExchange::read() {
    incoming_ += socket_->readAll();
    if (!isAsking()) return fail(Code::malformed, tr("the server speaks without being asked"));
    silence_.start(silenceMsMax);
    if (!answer_ && !readHead()) return;
    if (incoming_.size() >= bodyBytes_) finish();
}

/// True once the whole head has come and is understood.
bool HttpExchange::readHead() {
    const auto end = incoming_.indexOf("\r\n\r\n");
    if (end < 0 && incoming_.size() <= static_cast<qsizetype>(limits::httpHeaderBytesMax)) return false;
    const auto lines = incoming_.left(std::max<qsizetype>(end, 0)).split('\n');
    Answer answer;
    answer.status = lines.first().mid(9, 3).toInt();
    if (end < 0 || !lines.first().startsWith("HTTP/1.1 ") || answer.status < 200) {
        fail(Code::malformed, tr("what answered is not a Zhixing server"));
        return false;
    }
    for (const QByteArray& line : lines.mid(1)) {
        const auto colon = line.indexOf(':');
        answer.headers.append({line.left(colon).toLower(), line.mid(colon + 1).trimmed()});
    }
    const bool hasBody = !isHead_ && answer.status != 204 && answer.status != 304;
    bodyBytes_ = hasBody ? answer.header("content-length").toLongLong() : 0;
    staysOpen_ = answer.header("connection").toLower() != "close";
    if (bodyBytes_ < 0 || bodyBytes_ > bodyBytesMax_) {
        fail(Code::malformed, tr("what answered is not a Zhixing server"));
        return false;
    }
    incoming_.remove(0, end + 4);
    answer_ = std::move(answer);
    return true;
}

void HttpExchange::finish() {
    silence_.stop();
    answer_->body = incoming_.left(bodyBytes_);
    const Answer answer = std::move(*answer_);
    const Done done = std::exchange(done_, nullptr);
    if (!staysOpen_) close();
    done(answer);
}

void HttpExchange::fail(Code code, const QString& message) {
    const Done done = std::exchange(done_, nullptr);
    close();
    if (done) done(Error{code, message.toStdString(), {}, {}});
}

}  // namespace zhixing::client
