#include "client/one_window.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFileInfo>
#include <QFileOpenEvent>
#include <QLocalSocket>
#include <QTimer>

namespace zhixing::client {
namespace {

constexpr qsizetype linkBytesMax = 4'096;
constexpr int patienceMs = 2'000;  // for a process on the same machine

}  // namespace

OneWindow::OneWindow(const QString& storePath, QObject* parent) : QObject(parent) {
    const QByteArray path = QFileInfo(storePath).absoluteFilePath().toUtf8();
    const QByteArray hash = QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex().left(24);
    name_ = QStringLiteral("zhixing-") + QString::fromLatin1(hash);
    server_.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&server_, &QLocalServer::newConnection, this, &OneWindow::take);
}

bool OneWindow::handOver(const QString& link) const {
    QLocalSocket socket;
    socket.connectToServer(name_);
    if (!socket.waitForConnected(patienceMs)) return false;
    socket.write(link.toUtf8().left(linkBytesMax) + '\n');
    return socket.waitForBytesWritten(patienceMs) && socket.waitForReadyRead(patienceMs);
}

bool OneWindow::listen() {
    QCoreApplication::instance()->installEventFilter(this);
    if (server_.listen(name_)) return true;
    // A window that crashed leaves its socket behind; nobody answers there.
    QLocalServer::removeServer(name_);
    return server_.listen(name_);
}

bool OneWindow::eventFilter(QObject* application, QEvent* event) {
    if (event->type() != QEvent::FileOpen) return QObject::eventFilter(application, event);
    emit asked(static_cast<QFileOpenEvent*>(event)->url().toString());
    return true;
}

void OneWindow::take() {
    while (QLocalSocket* socket = server_.nextPendingConnection()) {
        socket->setReadBufferSize(linkBytesMax + 1);
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (!socket->canReadLine() && socket->bytesAvailable() <= linkBytesMax) return;
            const QByteArray line = socket->readLine(linkBytesMax + 1).trimmed();
            socket->write("ok\n");
            socket->disconnectFromServer();
            emit asked(QString::fromUtf8(line));
        });
        QTimer::singleShot(patienceMs, socket, [socket] { socket->abort(); });
    }
}

}  // namespace zhixing::client
