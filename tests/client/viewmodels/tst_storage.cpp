#include "client/viewmodels/sync/storage.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include "client/viewmodels/app.h"
#include "tests/gallery/demo_gateway.h"
#include "tests/gallery/sample_photos.h"

namespace zhixing::client {

class TestStorage : public QObject {
    Q_OBJECT

private slots:
    void free_photos_takesOnlyWhatHeadquartersHas();
};

void TestStorage::free_photos_takesOnlyWhatHeadquartersHas() {
    const auto gateway = DemoGateway::make(DemoGateway::Person::field);
    QVERIFY(gateway != nullptr);
    Settings settings(nullptr);
    settings.setLanguage(QStringLiteral("en"));
    App app(*gateway, settings);
    PhotoList* photos = app.spendForm()->photos();
    for (int seed = 1; seed <= 3; ++seed) {
        photos->take(QUrl::fromLocalFile(writtenSample(samplePhoto(seed))), true);
        QTRY_COMPARE(photos->count(), seed);
    }
    for (const auto& item : gateway->photos()) QVERIFY(gateway->blobs().release(item.name).ok());
    Storage& storage = *app.storage();
    storage.readNow();
    QVERIFY(storage.unsent().startsWith(QStringLiteral("3 photos")));
    QCOMPARE(storage.freeable(), QString());

    QVERIFY(gateway->blobs().held(gateway->photos()[0].name, "receipt").ok());
    storage.readNow();
    QVERIFY(storage.delivered().startsWith(QStringLiteral("1 photo,")));
    QVERIFY(!storage.freeable().isEmpty());
    const QSignalSpy said(&app, &App::said);
    storage.free();

    QCOMPARE(said.count(), 1);
    QCOMPARE(said[0][1].toBool(), false);
    QCOMPARE(storage.freeable(), QString());
    QVERIFY(storage.freed().startsWith(QStringLiteral("1 photo,")));
    QCOMPARE(storage.unsentCount(), 2);
}

}  // namespace zhixing::client

QTEST_MAIN(zhixing::client::TestStorage)
#include "tst_storage.moc"
