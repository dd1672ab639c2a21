#include <csignal>
#include <cstdio>

#include <QFile>
#include <QGuiApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "client/net/account.h"
#include "client/store/device.h"
#include "shared/catalog/catalog.h"
#include "tests/gallery/demo_gateway.h"
#include "tests/gallery/sample_photos.h"
#include "tests/ui/driven_window.h"
#include "tests/ui/product.h"

namespace zhixing::client {

namespace {

/// A store and account of a person whose server cannot be reached.
Result<void> enrol(const QString& store) {
    const Id person = Id::named("a person");
    const Id home = Id::named("a shop");
    const Id device = Id::named("a device");
    {
        ZX_ASSIGN(const auto opened, Device::open(catalog(), store.toStdString()));
        ZX_TRY(opened->replica().enrolled(device, person, home));
    }
    const Account account{
        QUrl(QStringLiteral("ws://127.0.0.1:9")), QStringLiteral("token"), {}, {}, device, person, home};
    return account.save(Account::fileFor(store));
}

/// Types a sentence into a form, waits until its beginning is kept, goes on typing, and is killed in the middle.
int typeAndDie(const QStringList& arguments) {
    const QString store = arguments[2], page = arguments[3], kind = arguments[4], field = arguments[5];
    const QString draft = arguments[6];
    Product product;
    if (!product.start(store)) return 1;
    const DrivenWindow driven(product.window->window());
    product.window->show(page);
    if (!kind.isEmpty() && !driven.press(kind)) return 2;
    if (!driven.type(field, QStringLiteral("the lamp over the desk"))) return 3;
    const auto isKept = [&] {
        return product.gateway->draft(draft).contains(QStringLiteral("the lamp over the desk"));
    };
    if (!QTest::qWaitFor(isKept)) return 4;
    if (!driven.type(field, QStringLiteral(" is b"))) return 5;
    std::raise(SIGKILL);
    return 6;
}

/// Half a spend: its receipt, its line, its amount; and then the end.
int spendAndDie(const QString& store) {
    Product product;
    if (!product.start(store)) return 1;
    const DrivenWindow driven(product.window->window());
    SpendForm& form = *product.app->spendForm();
    form.setLine(form.lines()->value(1, QStringLiteral("key")).toString());
    product.window->show(QStringLiteral("spend"));
    form.photos()->take(QUrl::fromLocalFile(writtenSample(samplePhoto(3))), true);
    const auto hasPhoto = [&] { return form.photos()->count() == 1 && form.photos()->busy() == 0; };
    if (!QTest::qWaitFor(hasPhoto, 20'000)) return 2;
    for (const char* key : {"key8", "key8", "key.", "key5"}) {
        if (!driven.press(QLatin1String(key))) return 3;
    }
    // Asked of the store's thread, behind all that was typed: it was kept without anything being closed or left.
    if (!product.gateway->draft(QStringLiteral("spend/new")).contains(QStringLiteral("88.5"))) return 4;
    std::raise(SIGKILL);
    return 5;
}

/// What a phone of the demo organisation holds, as the store of an enrolled device whose server cannot be reached.
Result<void> enrolWithData(const QString& store) {
    const auto demo = DemoGateway::make(DemoGateway::Person::field);
    if (demo == nullptr) return Error{Code::internal, "no demo organisation", {}, {}};
    for (const char* part : {"", "-wal"}) {
        const QString from = demo->storePath() + QLatin1String(part);
        if (QFile::exists(from) && !QFile::copy(from, store + QLatin1String(part))) {
            return Error{Code::io_failed, "the store cannot be copied", {}, {}};
        }
    }
    const Account account{QUrl(QStringLiteral("ws://127.0.0.1:9")),
                          QStringLiteral("token"),
                          {},
                          {},
                          Id::named("demo device"),
                          demo->status().person,
                          demo->status().home};
    return account.save(Account::fileFor(store));
}

}  // namespace

/// The process is killed while somebody types; the next start offers what was typed, by name and time.
class TestKilledForms : public QObject {
    Q_OBJECT

private slots:
    void form_killedInTheMiddle_isOfferedAtTheNextStart_data();
    void form_killedInTheMiddle_isOfferedAtTheNextStart();
    void spend_killedInTheMiddle_goesOnWithItsPhotoLineAndAmount();
};

void TestKilledForms::spend_killedInTheMiddle_goesOnWithItsPhotoLineAndAmount() {
    const QTemporaryDir folder;
    const QString store = folder.filePath(QStringLiteral("a.store"));
    QVERIFY(enrolWithData(store).ok());

    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--spend-and-die"), store});
    QVERIFY(child.waitForFinished(60'000));
    QVERIFY2(child.exitStatus() == QProcess::CrashExit,
             qPrintable(QStringLiteral("ended by itself: %1\n").arg(child.exitCode()) + child.readAllStandardError()));
    Product product;
    QVERIFY(product.start(store));
    const DrivenWindow driven(product.window->window());
    SpendForm& form = *product.app->spendForm();

    // The first page says so, without any form being opened.
    QVERIFY(driven.says(QStringLiteral("A spend of ￥88.5")));
    QVERIFY(driven.press(QStringLiteral("unfinished-spend")));
    QVERIFY(driven.says(QStringLiteral("Continued from what you typed at")));
    QCOMPARE(form.amount(), QStringLiteral("88.5"));
    QCOMPARE(form.line(), form.lines()->value(1, QStringLiteral("key")).toString());
    QTRY_COMPARE(form.photos()->count(), 1);
    QVERIFY(driven.isShown(QStringLiteral("photo0")));
    QVERIFY(driven.press(QStringLiteral("save")));

    QTRY_COMPARE(product.app->sync()->waiting(), 2);
    QTRY_COMPARE(product.app->spends()->rows()->value(0, QStringLiteral("amount")).toString(), QStringLiteral("88.50"));
    QTRY_COMPARE(product.app->storage()->unsentCount(), 1);
    QTRY_VERIFY(product.gateway->draft(QStringLiteral("spend/new")).isEmpty());
    QTRY_COMPARE(product.app->unfinished()->rows()->count(), 0);
}

void TestKilledForms::form_killedInTheMiddle_isOfferedAtTheNextStart_data() {
    QTest::addColumn<QString>("page");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("draft");
    QTest::addColumn<QString>("name");

    QTest::newRow("incident") << "incident"
                              << "kind-1"
                              << "incidentText"
                              << "incident/new"
                              << "Incident: Equipment";
    QTest::newRow("feedback") << "feedback"
                              << "kind-4"
                              << "feedbackText"
                              << "feedback/new"
                              << "Praise";
    QTest::newRow("daily report") << "report" << QString() << "help"
                                  << "daily_report/today"
                                  << "Daily report of";
}

void TestKilledForms::form_killedInTheMiddle_isOfferedAtTheNextStart() {
    QFETCH(QString, page);
    QFETCH(QString, kind);
    QFETCH(QString, field);
    QFETCH(QString, draft);
    QFETCH(QString, name);
    const QTemporaryDir folder;
    const QString store = folder.filePath(QStringLiteral("a.store"));
    QVERIFY(enrol(store).ok());

    QProcess child;
    child.start(QCoreApplication::applicationFilePath(),
                {QStringLiteral("--type-and-die"), store, page, kind, field, draft});
    QVERIFY(child.waitForFinished(60'000));
    QVERIFY2(child.exitStatus() == QProcess::CrashExit,
             qPrintable(QStringLiteral("ended by itself: %1\n").arg(child.exitCode()) + child.readAllStandardError()));
    Product product;
    QVERIFY(product.start(store));
    const DrivenWindow driven(product.window->window());
    QVERIFY(driven.press(QStringLiteral("unfinished-") + page));

    QVERIFY(driven.says(QStringLiteral("You were not finished")));
    QVERIFY(driven.says(name));
    QVERIFY(driven.says(QStringLiteral("the lamp over the desk")));
    QVERIFY(driven.shown(QStringLiteral("save")) == nullptr);
    QVERIFY(driven.press(QStringLiteral("continueDraft")));
    QVERIFY(driven.isShown(field));
    QVERIFY(driven.shown(field)->property("text").toString().startsWith(QStringLiteral("the lamp over the desk")));
    QVERIFY(driven.press(QStringLiteral("save")));
    QTRY_COMPARE(product.app->sync()->waiting(), 1);
    QTRY_VERIFY(product.gateway->draft(draft).isEmpty());
}

}  // namespace zhixing::client

int main(int argc, char** argv) {
    QGuiApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == u"--spend-and-die") return zhixing::client::spendAndDie(arguments[2]);
    if (arguments.size() == 7 && arguments[1] == u"--type-and-die") return zhixing::client::typeAndDie(arguments);
    zhixing::client::TestKilledForms test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_killed_forms.moc"
