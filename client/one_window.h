#pragma once

#include <memory>

#include <QLocalServer>
#include <QObject>

namespace zhixing::client {

/// One window for one store: a second start hands what it was opened with to the first and ends. They meet at a socket that
/// only this person can open; what comes through it is bounded, and no more than text that a person could have pasted.
class OneWindow : public QObject {
    Q_OBJECT

public:
    /// The store's path names the meeting place.
    explicit OneWindow(const QString& storePath, QObject* parent = nullptr);

    /// Gives `link`, which may be empty, to a window that is already open. False when there is none.
    [[nodiscard]] bool handOver(const QString& link) const;
    /// From now on this is the window.
    [[nodiscard]] bool listen();

signals:
    /// Somebody started the application again, with a link or with nothing.
    void asked(const QString& link);

protected:
    /// Where the system hands links to the running application itself: macOS and iOS.
    bool eventFilter(QObject* application, QEvent* event) override;

private:
    void take();

    QString name_;
    QLocalServer server_;
};

}  // namespace zhixing::client
