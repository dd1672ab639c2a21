#include <memory>

#include <QFontMetricsF>
#include <QQuickItem>
#include <QRegularExpression>
#include <QTest>

#include "client/pictures.h"
#include "client/viewmodels/app.h"
#include "client/window.h"
#include "tests/gallery/demo_gateway.h"

namespace zhixing::client {

/// Rules that hold on every page, in both shapes and languages, at every size of text: no text is cut, no word is
/// broken within its letters, nothing reaches beyond the window's sides or lies over other text, and on the phone everything that can be pressed is at least 48 by 48.
class TestLayout : public QObject {
    Q_OBJECT

private:
    static constexpr qreal targetMin = 48;

    /// The application with the demo organisation, kept from row to row as long as it looks the same.
    struct Stage {
        bool isPhone;
        int width;
        QString language;
        double textScale;
        std::unique_ptr<DemoGateway> gateway;
        Settings settings{nullptr};
        App app;
        MainWindow window;

        Stage(bool phone, int wide, const QString& spoken, double scale)
            : isPhone(phone),
              width(wide),
              language(spoken),
              textScale(scale),
              gateway(DemoGateway::make(phone ? DemoGateway::Person::field : DemoGateway::Person::manager)),
              app(*gateway, settings),
              window(app, settings) {
            settings.setLanguage(language);
            settings.setTextScale(textScale);
            app.search()->setText(QStringLiteral("hd"));
            app.feedbackForm()->setKind(0);
            app.incidentForm()->setKind(1);
            window.window()->resize(width, isPhone ? phoneSize.height() : laptopSize.height());
        }
    };

    std::unique_ptr<Stage> stage_;
    QStringList faults_;
    QList<std::pair<QString, QRectF>> texts_;
    bool isPhone_ = false;

    /// What the items around an item leave of the window for it, and whether what is beyond can be scrolled to sideways.
    struct Room {
        QRectF seen;
        bool scrolls = false;
    };

    void look(const QQuickItem* item, Room room);
    void lookAtText(const QQuickItem* item, const QRectF& place, const Room& room);
    void lookAtTarget(const QQuickItem* item, const QRectF& place);
    void lookForTextOverText();

private slots:
    void everyPage_inItsShape_keepsTheRules_data();
    void everyPage_inItsShape_keepsTheRules();
    void firstPage_atItsFirstStart_hasNoTextOverAnother_data();
    void firstPage_atItsFirstStart_hasNoTextOverAnother();
    void rules_onBrokenItems_findTheFault();
    void cleanupTestCase() { stage_.reset(); }
};

namespace {

constexpr int restMsMax = 500;

bool scrollsSideways(const QQuickItem* item) {
    return item->inherits("QQuickFlickable") && item->property("contentWidth").toReal() > item->width() + 1;
}

/// Of any height: what is below the window's edge is looked at too.
QRectF windowOf(const MainWindow& window) { return {0, -1e6, qreal(window.window()->width()), 2e6}; }

}  // namespace

void TestLayout::look(const QQuickItem* item, Room room) {
    if (!item->isVisible() || item->opacity() <= 0 || item->width() <= 0) return;
    const QRectF place = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
    lookAtText(item, place, room);
    lookAtTarget(item, place);
    if (item->clip()) room = {room.seen.intersected(place), room.scrolls || scrollsSideways(item)};
    for (const QQuickItem* child : item->childItems()) look(child, room);
}

void TestLayout::lookAtText(const QQuickItem* item, const QRectF& place, const Room& room) {
    if (!item->inherits("QQuickText")) return;
    const QString text = item->property("text").toString();
    if (text.isEmpty()) return;
    const QRectF shown = place.intersected(room.seen);
    if (shown.width() > 2 && shown.height() > 2) texts_.append({text, shown});
    if (item->property("truncated").toBool()) faults_.append(QStringLiteral("cut: “%1”").arg(text));
    if (item->property("contentWidth").toReal() > item->width() + 1)
        faults_.append(QStringLiteral("wider than its place: “%1”").arg(text));
    const QFontMetricsF metrics(item->property("font").value<QFont>());
    static const QRegularExpression word(QStringLiteral("[A-Za-z]{2,}"));
    for (auto words = word.globalMatch(text); item->property("lineCount").toInt() > 1 && words.hasNext();) {
        const QString each = words.next().captured();
        if (metrics.horizontalAdvance(each) > item->width() + 1)
            faults_.append(QStringLiteral("broken: “%1” in “%2”").arg(each, text));
    }
    if (item->property("contentHeight").toReal() > item->height() + 1)
        faults_.append(QStringLiteral("higher than its place: “%1”").arg(text));
    const bool isSeen = room.seen.isValid() && place.bottom() > room.seen.top() && place.top() < room.seen.bottom();
    if (isSeen && !room.scrolls && (place.left() < room.seen.left() - 1 || place.right() > room.seen.right() + 1))
        faults_.append(QStringLiteral("beyond what holds it: “%1”").arg(text));
}

void TestLayout::lookForTextOverText() {
    for (qsizetype i = 0; i < texts_.size(); ++i) {
        for (qsizetype k = i + 1; k < texts_.size(); ++k) {
            const QRectF both = texts_[i].second.intersected(texts_[k].second);
            if (both.width() > 2 && both.height() > 2)
                faults_.append(QStringLiteral("“%1” over “%2”").arg(texts_[i].first, texts_[k].first));
        }
    }
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
        for (const int width : {390, 360}) {
            for (const QString& page : phone)
                QTest::addRow("phone %d %s %s", width, qPrintable(language), qPrintable(page))
                    << true << width << language << page << 1.0;
        }
        for (const QString& page : laptop) {
            QTest::newRow(qPrintable("laptop " + language + " " + page)) << false << 1440 << language << page << 1.0;
        }
        for (const double scale : {1.5, 2.0}) {
            const QString large = language + QStringLiteral(" at %1 % ").arg(100 * scale);
            for (const QString& page : phone)
                QTest::newRow(qPrintable("phone 360 " + large + page)) << true << 360 << language << page << scale;
            for (const QString& page : laptop)
                QTest::newRow(qPrintable("laptop " + large + page)) << false << 1440 << language << page << scale;
        }
    }
}

void TestLayout::everyPage_inItsShape_keepsTheRules() {
    QFETCH(bool, isPhone);
    QFETCH(int, width);
    QFETCH(QString, language);
    QFETCH(QString, page);
    QFETCH(double, textScale);
    if (stage_ == nullptr || stage_->isPhone != isPhone || stage_->width != width || stage_->language != language ||
        stage_->textScale != textScale) {
        stage_.reset();
        stage_ = std::make_unique<Stage>(isPhone, width, language, textScale);
    }
    QVERIFY(stage_->window.window() != nullptr);
    QVERIFY(QTest::qWaitForWindowExposed(stage_->window.window()));
    QTRY_COMPARE(stage_->app.search()->state(), QStringLiteral("found"));

    stage_->window.show(QStringLiteral("today"));
    goTo(stage_->window, stage_->app, page);

    isPhone_ = isPhone;
    // Rows that a list has just let go are still there for a moment.
    const bool isWhole = QTest::qWaitFor(
        [&] {
            stage_->window.window()->grabWindow();
            faults_.clear();
            texts_.clear();
            look(stage_->window.window()->contentItem(), {windowOf(stage_->window)});
            if (!isOverAPage(page)) lookForTextOverText();
            return faults_.isEmpty();
        },
        restMsMax);
    QVERIFY2(isWhole, qPrintable(faults_.join(u'\n')));
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
    look(window.window()->contentItem(), {windowOf(window)});
    lookForTextOverText();

    QVERIFY(texts_.size() > 5);
    QVERIFY2(faults_.isEmpty(), qPrintable(faults_.join(u'\n')));
}

void TestLayout::rules_onBrokenItems_findTheFault() {
    QQmlEngine engine;
    QQmlComponent component(&engine);
    component.setData(
        "import QtQuick; import QtQuick.Templates as T; Item { width: 100; height: 100;"
        " Text { width: 20; text: 'much too long'; elide: Text.ElideRight }"
        " Text { x: 90; width: 80; text: 'out' }"
        " Text { y: 50; width: 30; wrapMode: Text.Wrap; text: 'unbreakable' } T.Button { width: 20; height: 20; text: "
        "'small' } }",
        {});
    const std::unique_ptr<QObject> broken(component.create());
    QVERIFY2(broken != nullptr, qPrintable(component.errorString()));

    faults_.clear();
    isPhone_ = true;
    look(qobject_cast<QQuickItem*>(broken.get()), {QRectF(0, 0, 100, 100)});

    QCOMPARE(faults_.size(), 4);
}

}  // namespace zhixing::client

QTEST_MAIN(zhixing::client::TestLayout)
#include "tst_layout.moc"
