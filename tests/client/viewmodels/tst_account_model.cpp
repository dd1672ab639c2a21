#include <qrencode.h>

#include <memory>

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "tests/gallery/demo_app.h"

namespace zhixing::client {

namespace {

const QString link =
    QStringLiteral("zhixing://enrol?server=wss%3A%2F%2Fzhixing.example.com%2Fsync&code=7Q4M-W2KD-9XTP");

QImage codeOf(const QString& text) {
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString(text.toUtf8().constData(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), &QRcode_free);
    constexpr int quiet = 4;
    constexpr int scale = 5;
    QImage picture((code->width + 2 * quiet) * scale, (code->width + 2 * quiet) * scale, QImage::Format_RGB32);
    picture.fill(Qt::white);
    for (int y = 0; y < code->width * scale; ++y) {
        for (int x = 0; x < code->width * scale; ++x) {
            const bool isInk = (code->data[y / scale * code->width + x / scale] & 1) != 0;
            if (isInk) picture.setPixel(x + quiet * scale, y + quiet * scale, qRgb(0, 0, 0));
        }
    }
    return picture;
}

}  // namespace

/// The way in: a link however it comes, what is wrong with one that does not lead anywhere, and the arrival of the rest.
class TestAccountModel : public QObject, protected DemoApp {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { end(); }

    void link_typed_saysWhereItLeads();
    void link_thatIsNone_saysWhatToDo();
    void picture_ofTheCode_givesTheLink();
    void picture_withoutACode_saysWhatToDo();
    void paste_ofAWholeMessage_findsTheLink();
    void paste_ofAPicture_givesTheLink();
    void paste_ofSomethingElse_saysWhatToDo();
    void enrol_expired_saysWhatHappenedAndWhatToDo();
    void arrival_whileFilling_saysHowMuchHasCome();
    void arrival_beforeTheFirstConnection_saysWhyThereIsNothing();
};

void TestAccountModel::init() { QVERIFY(begin(DemoGateway::Person::field)); }

void TestAccountModel::link_typed_saysWhereItLeads() {
    app_->account()->setLink(QStringLiteral("  ") + link + QStringLiteral("\n"));

    QCOMPARE(app_->account()->server(), QStringLiteral("zhixing.example.com"));
    QCOMPARE(app_->account()->linkFault(), QString());
}

void TestAccountModel::link_thatIsNone_saysWhatToDo() {
    app_->account()->setLink(QStringLiteral("https://example.com"));

    QCOMPARE(app_->account()->server(), QString());
    QVERIFY(app_->account()->linkFault().contains(QStringLiteral("zhixing://enrol")));
    app_->account()->setLink(QString());
    QCOMPARE(app_->account()->linkFault(), QString());
}

void TestAccountModel::picture_ofTheCode_givesTheLink() {
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("code.png"));
    QVERIFY(codeOf(link).save(file));

    QVERIFY(app_->account()->takeFile(QUrl::fromLocalFile(file)));

    QCOMPARE(app_->account()->link(), link);
}

void TestAccountModel::picture_withoutACode_saysWhatToDo() {
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("white.png"));
    QImage white(200, 200, QImage::Format_RGB32);
    white.fill(Qt::white);
    QVERIFY(white.save(file));

    QVERIFY(!app_->account()->takeFile(QUrl::fromLocalFile(file)));

    QVERIFY(app_->account()->linkFault().contains(QStringLiteral("paste the link")));
}

void TestAccountModel::paste_ofAWholeMessage_findsTheLink() {
    QGuiApplication::clipboard()->setText(QStringLiteral("您好，点这里加入： ") + link +
                                          QStringLiteral(" 十分钟内有效"));

    QVERIFY(app_->account()->paste());

    QCOMPARE(app_->account()->link(), link);
}

void TestAccountModel::paste_ofAPicture_givesTheLink() {
    QGuiApplication::clipboard()->setImage(codeOf(link));

    QVERIFY(app_->account()->paste());

    QCOMPARE(app_->account()->link(), link);
}

void TestAccountModel::paste_ofSomethingElse_saysWhatToDo() {
    QGuiApplication::clipboard()->setText(QStringLiteral("see you tomorrow"));

    QVERIFY(!app_->account()->paste());

    QVERIFY(app_->account()->linkFault().contains(QStringLiteral("try again")));
}

void TestAccountModel::enrol_expired_saysWhatHappenedAndWhatToDo() {
    app_->account()->setLink(link);

    app_->account()->enrol(app_->account()->link(), QStringLiteral("long enough"));

    QVERIFY(app_->account()->fault().contains(QStringLiteral("ask for a new one")));
    QVERIFY(!app_->account()->busy());
}

void TestAccountModel::arrival_whileFilling_saysHowMuchHasCome() {
    QVERIFY(!app_->account()->arriving());
    const QSignalSpy changed(app_->account(), &AccountModel::arrivalChanged);
    SyncStatus status = gateway_->status();
    status.isFilling = true;
    status.held = 1'200;
    status.expected = 4'800;

    gateway_->setStatus(status);

    QCOMPARE(changed.count(), 1);
    QVERIFY(app_->account()->arriving());
    QCOMPARE(app_->account()->arrivalWords(), QStringLiteral("1,200 of 4,800 records"));
    QCOMPARE(app_->account()->arrived(), 0.25);
    // The first screen is usable meanwhile.
    QVERIFY(app_->today()->tasks()->count() > 0);
    status.isFilling = false;
    gateway_->setStatus(status);
    QVERIFY(!app_->account()->arriving());
}

void TestAccountModel::arrival_beforeTheFirstConnection_saysWhyThereIsNothing() {
    SyncStatus status = gateway_->status();
    status.agreedAt = {};
    status.cursor = 0;
    status.link = SyncStatus::Link::unreachable;

    gateway_->setStatus(status);

    QVERIFY(app_->account()->arriving());
    QVERIFY(app_->account()->arrivalWords().contains(QStringLiteral("no connection yet")));
    QCOMPARE(app_->account()->arrived(), 0.0);
}

}  // namespace zhixing::client

QTEST_MAIN(zhixing::client::TestAccountModel)
#include "tst_account_model.moc"
