#include <QQuickItem>
#include <QTest>

#include "client/pictures.h"
#include "client/viewmodels/app.h"
#include "client/window.h"
#include "tests/gallery/demo_gateway.h"

namespace zhixing::client {

/// Rules that hold on every page, in both shapes and languages: no text is cut, nothing reaches beyond the window's sides,
/// and on the phone everything that can be pressed is at least 48 by 48.
class TestLayout : public QObject {
    Q_OBJECT

private:
    static constexpr qreal targetMin = 48;

    QStringList faults_;
    QList<std::pair<QString, QRectF>> texts_;
    bool isPhone_ = false;
    qreal width_ = 0;

    void look(const QQuickItem* item);
    void lookAtText(const QQuickItem* item, const QRectF& place);
    void lookAtTarget(const QQuickItem* item, const QRectF& place);

private slots:
    void everyPage_inItsShape_keepsTheRules_data();
    void everyPage_inItsShape_keepsTheRules();
    void firstPage_atItsFirstStart_hasNoTextOverAnother_data();
    void firstPage_atItsFirstStart_hasNoTextOverAnother();
    void rules_onBrokenItems_findTheFault();
};

void TestLayout::look(const QQuickItem* item) {
    if (!item->isVisible() || item->opacity() <= 0 || item->width() <= 0) return;
    const QRectF place = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
    lookAtText(item, place);
    lookAtTarget(item, place);
    for (const QQuickItem* child : item->childItems()) look(child);
}

void TestLayout::lookAtText(const QQuickItem* item, const QRectF& place) {
    if (!item->inherits("QQuickText")) return;
    const QString text = item->property("text").toString();
    if (text.isEmpty()) return;
    texts_.append({text, place});
    if (item->property("truncated").toBool()) faults_.append(QStringLiteral("cut: “%1”").arg(text));
    if (item->property("contentWidth").toReal() > item->width() + 1)
        faults_.append(QStringLiteral("wider than its place: “%1”").arg(text));
    if (item->property("contentHeight").toReal() > item->height() + 1)
        faults_.append(QStringLiteral("higher than its place: “%1”").arg(text));
    if (place.left() < -1 || place.right() > width_ + 1)
        faults_.append(QStringLiteral("beyond the window: “%1”").arg(text));
}

void TestLayout::lookAtTarget(const QQuickItem* item, const QRectF& place) {
    if (!isPhone_ || !item->inherits("QQuickAbstractButton") || !item->isEnabled()) return;
    if (place.width() < targetMin - 0.5 || place.height() < targetMin - 0.5) {
        faults_.append(QStringLiteral("a target of %1 by %2: “%3” %4")
                           .arg(place.width())
                           .arg(place.height())
                           .arg(item->property("text").toString(), item->objectName()));
    }
}

void TestLayout::everyPage_inItsShape_keepsTheRules_data() {
    QTest::addColumn<bool>("isPhone");
    QTest::addColumn<int>("width");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("page");
    QTest::addColumn<double>("textScale");

    const QStringList phone = pagesOf(Shape::phone);
    const QStringList laptop = pagesOf(Shape::laptop);
    for (const QString& language : {QStringLiteral("zh_CN"), QStringLiteral("en")}) {
        for (const QString& page : phone) {
            QTest::newRow(qPrintable("phone 390 " + language + " " + page)) << true << 390 << language << page << 1.0;
            QTest::newRow(qPrintable("phone 360 " + language + " " + page)) << true << 360 << language << page << 1.0;
        }
        for (const QString& page : laptop) {
            QTest::newRow(qPrintable("laptop " + language + " " + page)) << false << 1440 << language << page << 1.0;
        }
    }
}

void TestLayout::everyPage_inItsShape_keepsTheRules() {
    QFETCH(bool, isPhone);
    QFETCH(int, width);
    QFETCH(QString, language);
    QFETCH(QString, page);
    QFETCH(double, textScale);
    const auto gateway = DemoGateway::make(isPhone ? DemoGateway::Person::field : DemoGateway::Person::manager);
    QVERIFY(gateway != nullptr);
    Settings settings(nullptr);
    settings.setLanguage(language);
    settings.setTextScale(textScale);
    App app(*gateway, settings);
    app.search()->setText(QStringLiteral("hd"));
    QTRY_COMPARE(app.search()->state(), QStringLiteral("found"));
    MainWindow window(app, settings);
    QVERIFY(window.window() != nullptr);
    window.window()->resize(width, isPhone ? phoneSize.height() : laptopSize.height());

    app.feedbackForm()->setKind(0);
    app.incidentForm()->setKind(1);
    QVERIFY(QTest::qWaitForWindowExposed(window.window()));
    goTo(window, app, page);
    window.window()->grabWindow();

    faults_.clear();
    isPhone_ = isPhone;
    width_ = width;
    look(window.window()->contentItem());
    QVERIFY2(faults_.isEmpty(), qPrintable(faults_.join(u'\n')));
}

void TestLayout::firstPage_atItsFirstStart_hasNoTextOverAnother_data() {
    QTest::addColumn<int>("width");
    QTest::addColumn<QString>("language");
    for (const QString& language : {QStringLiteral("zh_CN"), QStringLiteral("en")}) {
        for (const int width : {360, 390, 1440})
            QTest::addRow("%s %d", qPrintable(language), width) << width << language;
    }
}

void TestLayout::firstPage_atItsFirstStart_hasNoTextOverAnother() {
    QFETCH(int, width);
    QFETCH(QString, language);
    const auto gateway = DemoGateway::make(DemoGateway::Person::field);
    QVERIFY(gateway != nullptr);
    SyncStatus status = gateway->status();
    status.isEnrolled = false;
    gateway->setStatus(status);
    Settings settings(nullptr);
    settings.setLanguage(language);
    App app(*gateway, settings);
    MainWindow window(app, settings);
    QVERIFY(window.window() != nullptr);
    window.window()->resize(width, phoneSize.height());
    QVERIFY(QTest::qWaitForWindowExposed(window.window()));
    window.window()->grabWindow();

    faults_.clear();
    texts_.clear();
    isPhone_ = width < laptopSize.width();
    width_ = width;
    look(window.window()->contentItem());
    for (qsizetype i = 0; i < texts_.size(); ++i) {
        for (qsizetype k = i + 1; k < texts_.size(); ++k) {
            const QRectF both = texts_[i].second.intersected(texts_[k].second);
            if (both.width() > 2 && both.height() > 2)
                faults_.append(QStringLiteral("“%1” over “%2”").arg(texts_[i].first, texts_[k].first));
        }
    }

    QVERIFY(texts_.size() > 5);
    QVERIFY2(faults_.isEmpty(), qPrintable(faults_.join(u'\n')));
}

void TestLayout::rules_onBrokenItems_findTheFault() {
    QQmlEngine engine;
    QQmlComponent component(&engine);
    component.setData(
        "import QtQuick; import QtQuick.Templates as T; Item { width: 100; height: 100;"
        " Text { width: 20; text: 'much too long'; elide: Text.ElideRight }"
        " Text { x: 90; width: 80; text: 'out' } T.Button { width: 20; height: 20; text: 'small' } }",
        {});
    const std::unique_ptr<QObject> broken(component.create());
    QVERIFY2(broken != nullptr, qPrintable(component.errorString()));

    faults_.clear();
    isPhone_ = true;
    width_ = 100;
    look(qobject_cast<QQuickItem*>(broken.get()));

    QCOMPARE(faults_.size(), 3);
}

}  // namespace zhixing::client

QTEST_MAIN(zhixing::client::TestLayout)
#include "tst_layout.moc"
