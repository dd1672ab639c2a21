#include <QFileOpenEvent>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <memory>

#include "client/one_window.h"

using namespace zhixing::client;

/// A second start, seen from both ends. The second one waits for an answer, so it runs on a thread of its own.
class TestOneWindow : public QObject {
    Q_OBJECT

private:
    QTemporaryDir folder_;

    [[nodiscard]] QString store() const { return folder_.filePath(QStringLiteral("a.store")); }
    bool handOver(const QString& path, const QString& link) {
        bool isTaken = false;
        const std::unique_ptr<QThread> second(QThread::create([&] { isTaken = OneWindow(path).handOver(link); }));
        second->start();
        [&] { QTRY_VERIFY(second->isFinished()); }();
        return isTaken;
    }

private slots:
    void handOver_nobodyThere_isNotTaken() { QVERIFY(!handOver(store(), QStringLiteral("zhixing://enrol"))); }

    void handOver_aWindowIsOpen_givesItTheLink() {
        OneWindow first(store());
        QVERIFY(first.listen());
        QSignalSpy asked(&first, &OneWindow::asked);

        QVERIFY(handOver(store(), QStringLiteral("zhixing://enrol?code=知行")));
        QVERIFY(handOver(store(), {}));

        QCOMPARE(asked.size(), 2);
        QCOMPARE(asked.at(0).at(0).toString(), QStringLiteral("zhixing://enrol?code=知行"));
        QCOMPARE(asked.at(1).at(0).toString(), QString());
    }

    void handOver_windowOfAnotherStore_isNotTaken() {
        OneWindow first(store());
        QVERIFY(first.listen());

        QVERIFY(!handOver(folder_.filePath(QStringLiteral("b.store")), QStringLiteral("x")));
    }

    void listen_afterACrash_takesTheAbandonedPlace() {
        // A socket file without anybody behind it is what a crash leaves.
        auto crashed = std::make_unique<OneWindow>(store());
        QVERIFY(crashed->listen());
        OneWindow next(store());

        QVERIFY(next.listen());
        QVERIFY(handOver(store(), QStringLiteral("x")));
    }

    void system_opensALink_isAsked() {
        OneWindow first(store());
        QVERIFY(first.listen());
        QSignalSpy asked(&first, &OneWindow::asked);
        QFileOpenEvent event(QUrl(QStringLiteral("zhixing://enrol?code=1")));

        QCoreApplication::sendEvent(QCoreApplication::instance(), &event);

        QCOMPARE(asked.value(0).value(0).toString(), QStringLiteral("zhixing://enrol?code=1"));
    }

    void take_tooMuch_isCut() {
        OneWindow first(store());
        QVERIFY(first.listen());
        QSignalSpy asked(&first, &OneWindow::asked);

        QVERIFY(handOver(store(), QString(100'000, QLatin1Char('x'))));

        QVERIFY(asked.at(0).at(0).toString().size() <= 4'097);
    }
};

QTEST_GUILESS_MAIN(TestOneWindow)
#include "tst_one_window.moc"
