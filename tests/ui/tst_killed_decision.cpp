#include <csignal>
#include <cstdio>

#include <QGuiApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "client/net/account.h"
#include "client/store/schema.h"
#include "shared/catalog/catalog.h"
#include "tests/gallery/demo_gateway.h"
#include "tests/ui/product.h"

namespace zhixing::client {

namespace {

/// The demo's regional manager on a device of her own, whose server cannot be reached.
Result<void> moveIn(const QString& store) {
    const auto demo = DemoGateway::make(DemoGateway::Person::manager);
    if (demo == nullptr) return Error{Code::not_found, "the demo organisation could not be loaded", {}, {}};
    ZX_ASSIGN(auto reader, openReader(demo->storePath().toStdString(), catalog()));
    ZX_TRY(reader.copyTo(store.toStdString()));
    Account account;
    account.server = QUrl(QStringLiteral("ws://127.0.0.1:9/sync"));
    account.token = QStringLiteral("token");
    account.device = Id::named("demo device");
    account.person = demo->status().person;
    account.home = demo->status().home;
    return account.save(Account::fileFor(store));
}

/// The review queue of the product on a store.
struct Desk : Product {
    void quit() {
        app.reset();
        gateway.reset();
    }
    [[nodiscard]] Review& review() const { return *app->review(); }
    [[nodiscard]] QString written() const { return gateway->draft(Review::heldName); }
};

/// Approves what comes first, and is killed while this could still be undone.
int decideAndDie(const QString& store) {
    Desk product;
    if (!product.open(store)) return 1;
    if (!product.review().mayDecide()) return 2;
    product.review().approve();
    if (product.review().held().isEmpty()) return 3;
    std::fputs(qPrintable(product.review().held()), stdout);
    std::fflush(stdout);
    std::raise(SIGKILL);
    return 4;
}

}  // namespace

/// The process is killed in the seconds in which a decision can be undone: it is neither lost nor sent unseen.
class TestKilledDecision : public QObject {
    Q_OBJECT

private slots:
    void init();
    void decision_killedWhileHeld_waitsForAWord();
    void decision_killedWhileHeld_canBeUndone();
    void decision_recordedJustBeforeTheEnd_isNotOfferedAgain();

private:
    [[nodiscard]] QString store() const { return folder_->filePath(QStringLiteral("a.store")); }
    /// What the killed process had shown.
    [[nodiscard]] QString decideAndDie() const;

    std::unique_ptr<QTemporaryDir> folder_;
};

void TestKilledDecision::init() {
    folder_ = std::make_unique<QTemporaryDir>();
    const auto movedIn = moveIn(store());
    QVERIFY2(movedIn.ok(), movedIn.ok() ? "" : movedIn.error().message.c_str());
}

QString TestKilledDecision::decideAndDie() const {
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--decide-and-die"), store()});
    if (!child.waitForFinished(60'000) || child.exitStatus() != QProcess::CrashExit) return {};
    return QString::fromUtf8(child.readAllStandardOutput());
}

void TestKilledDecision::decision_killedWhileHeld_waitsForAWord() {
    const QString words = decideAndDie();
    QVERIFY(!words.isEmpty());
    Desk next;
    QVERIFY(next.open(store()));

    QVERIFY(next.review().heldIsOld());
    QVERIFY2(next.review().held().contains(words), qPrintable(next.review().held()));
    QVERIFY(next.review().count() > 0);  // it is among what one has to decide
    next.quit();                         // without a word
    Desk later;
    QVERIFY(later.open(store()));
    QVERIFY(later.review().heldIsOld());
    QCOMPARE(later.app->sync()->waiting(), 0);

    later.review().settle();
    QTRY_COMPARE(later.app->sync()->waiting(), 1);
    QTRY_VERIFY(later.written().isEmpty());
    QVERIFY(!later.review().heldIsOld());
}

void TestKilledDecision::decision_killedWhileHeld_canBeUndone() {
    QVERIFY(!decideAndDie().isEmpty());
    Desk next;
    QVERIFY(next.open(store()));
    const int count = next.review().count();

    next.review().undo();

    QVERIFY(next.review().held().isEmpty());
    QVERIFY(next.written().isEmpty());
    QCOMPARE(next.review().count(), count);
    next.quit();
    QVERIFY(next.open(store()));
    QVERIFY(!next.review().heldIsOld());
    QCOMPARE(next.app->sync()->waiting(), 0);
}

void TestKilledDecision::decision_recordedJustBeforeTheEnd_isNotOfferedAgain() {
    Desk product;
    QVERIFY(product.open(store()));
    product.review().approve();
    const QString written = product.written();
    QVERIFY(!written.isEmpty());
    product.review().settle();
    QTRY_COMPARE(product.app->sync()->waiting(), 1);
    QTRY_VERIFY(product.written().isEmpty());
    product.gateway->saveDraft(Review::heldName, written);  // as if it had been killed before this was forgotten
    product.quit();

    QVERIFY(product.open(store()));

    QVERIFY(!product.review().heldIsOld());
    QVERIFY(product.written().isEmpty());
    QCOMPARE(product.app->sync()->waiting(), 1);
}

}  // namespace zhixing::client

int main(int argc, char** argv) {
    QGuiApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == u"--decide-and-die")
        return zhixing::client::decideAndDie(arguments[2]);
    zhixing::client::TestKilledDecision test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_killed_decision.moc"
