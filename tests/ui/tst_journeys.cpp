#include <algorithm>

#include "tests/ui/demo_journey.h"

namespace zhixing::client {

namespace {

/// Whether an item made from this file is there, shown or not.
bool holds(const QQuickItem& item, const QString& file) {
    if (QLatin1String(item.metaObject()->className()).startsWith(file + QStringLiteral("_QMLTYPE"))) return true;
    const QList<QQuickItem*> children = item.childItems();
    return std::any_of(children.begin(), children.end(), [&](const QQuickItem* child) { return holds(*child, file); });
}

}  // namespace

/// People's ways through the real window, by mouse and keyboard.
class TestJourneys : public DemoJourney {
    Q_OBJECT

private slots:
    void spend_recordedInThreeTapsAndAnAmount_isSaved();
    void network_goesAwayInTheMiddle_theSpendIsSavedAllTheSame();
    void tabs_pressed_changeThePage();
    void language_switchedOnThePhone_changesThePageAtOnce();
    void review_byKeyboard_movesApprovesAndReturns();
    void search_onThePhone_findsByInitialsAndOpensTheTask();
    void search_byKeyboardOnTheLaptop_findsAndOpensTheCampaign();
    void search_forACampaignThatJustArrived_opensIt();
    void search_forNothingThere_saysSo();
    void window_grown_becomesTheLaptop();
    void laptop_started_makesOnlyThePageThatIsSeen();
    void laptop_pageOpenedForTheFirstTime_hasTheKeyboard();
};

void TestJourneys::spend_recordedInThreeTapsAndAnAmount_isSaved() {
    open(DemoGateway::Person::field, phoneSize);
    app_->spendForm()->setLine(app_->spendForm()->lines()->value(0, QStringLiteral("key")).toString());

    click(QStringLiteral("capture"));
    click(QStringLiteral("capture-spend"));
    for (const char* key : {"key3", "key00"}) click(QLatin1String(key));
    QCOMPARE(app_->spendForm()->amount(), QStringLiteral("300"));
    click(QStringLiteral("save"));

    QTRY_COMPARE(app_->sync()->waiting(), 1);
    QTRY_VERIFY(shown(QStringLiteral("tab-today")) != nullptr);
}

void TestJourneys::network_goesAwayInTheMiddle_theSpendIsSavedAllTheSame() {
    open(DemoGateway::Person::field, phoneSize);
    app_->spendForm()->setLine(app_->spendForm()->lines()->value(0, QStringLiteral("key")).toString());
    window_->show(QStringLiteral("spend"));
    click(QStringLiteral("key5"));

    SyncStatus gone = gateway_->status();
    gone.link = SyncStatus::Link::unreachable;
    gateway_->setStatus(gone);
    click(QStringLiteral("key0"));
    click(QStringLiteral("save"));

    QTRY_COMPARE(app_->sync()->waiting(), 1);
    QCOMPARE(app_->sync()->light(), QStringLiteral("amber"));
}

void TestJourneys::tabs_pressed_changeThePage() {
    open(DemoGateway::Person::field, phoneSize);

    click(QStringLiteral("tab-tasks"));
    QTRY_VERIFY(shown(QStringLiteral("taskList")) != nullptr);
    click(QStringLiteral("tab-me"));
    QTRY_VERIFY(shown(QStringLiteral("outboxRow")) != nullptr);
    click(QStringLiteral("outboxRow"));
    QTRY_VERIFY(shown(QStringLiteral("tab-me")) == nullptr);
    QTest::keyClick(window(), Qt::Key_Escape);
    QTRY_VERIFY(shown(QStringLiteral("tab-me")) != nullptr);
}

void TestJourneys::language_switchedOnThePhone_changesThePageAtOnce() {
    open(DemoGateway::Person::field, phoneSize);
    QTRY_VERIFY(shown(QStringLiteral("tab-today")) != nullptr);
    QCOMPARE(shown(QStringLiteral("tab-today"))->property("text").toString(), QStringLiteral("Today"));

    settings_->setLanguage(QStringLiteral("zh_CN"));

    QTRY_COMPARE(shown(QStringLiteral("tab-today"))->property("text").toString(), QStringLiteral("今日"));
    settings_->setLanguage(QStringLiteral("zh_TW"));
    QTRY_COMPARE(shown(QStringLiteral("tab-tasks"))->property("text").toString(), QStringLiteral("任務"));
}

void TestJourneys::review_byKeyboard_movesApprovesAndReturns() {
    open(DemoGateway::Person::manager, laptopSize);
    click(QStringLiteral("tab-review"));
    QTRY_VERIFY(shown(QStringLiteral("reviewList")) != nullptr);
    const QString second = app_->review()->rows()->value(1, QStringLiteral("key")).toString();

    QTest::keyClick(window(), Qt::Key_J);
    QCOMPARE(app_->review()->currentIndex(), 1);
    QTest::keyClick(window(), Qt::Key_A);
    QTRY_COMPARE(app_->review()->count(), 4);
    QCOMPARE(app_->review()->rows()->find(second), -1);
    QTest::keyClick(window(), Qt::Key_Z);
    QCOMPARE(app_->review()->count(), 5);
    app_->review()->setCurrentIndex(app_->review()->rows()->find(second));
    QTest::keyClick(window(), Qt::Key_A);
    QTRY_COMPARE(app_->review()->count(), 4);
    QTest::keyClick(window(), Qt::Key_K);
    QCOMPARE(app_->review()->currentIndex(), 0);
    QTest::keyClick(window(), Qt::Key_R);
    QTRY_VERIFY(shown(QStringLiteral("returnReason")) != nullptr);
    for (const char letter : {'n', 'o', ' ', 'b', 'i', 'l', 'l'}) QTest::keyClick(window(), letter);
    QTest::keyClick(window(), Qt::Key_Return);

    QTRY_COMPARE(app_->review()->count(), 3);
    app_->review()->settle();
    QTRY_COMPARE(app_->sync()->waiting(), 2);
}

void TestJourneys::search_onThePhone_findsByInitialsAndOpensTheTask() {
    open(DemoGateway::Person::field, phoneSize);
    const QString title = app_->today()->tasks()->value(0, QStringLiteral("title")).toString();

    click(QStringLiteral("searchButton"));
    QTRY_VERIFY(shown(QStringLiteral("searchField")) != nullptr);
    shown(QStringLiteral("searchField"))->setProperty("text", title.left(4));
    QTRY_VERIFY(app_->search()->rows()->count() > 0);
    while (shown(QStringLiteral("foundList"))->property("currentIndex").toInt() < 0 ||
           app_->search()->rows()->value(shown(QStringLiteral("foundList"))->property("currentIndex").toInt(),
                                         QStringLiteral("type")) != QStringLiteral("task")) {
        const int before = shown(QStringLiteral("foundList"))->property("currentIndex").toInt();
        QTest::keyClick(window(), Qt::Key_Down);
        QVERIFY(shown(QStringLiteral("foundList"))->property("currentIndex").toInt() > before);
    }
    QTest::keyClick(window(), Qt::Key_Return);

    QTRY_VERIFY(shown(QStringLiteral("searchField")) == nullptr);
    QVERIFY(app_->task()->title().contains(title.left(4)));
}

void TestJourneys::search_byKeyboardOnTheLaptop_findsAndOpensTheCampaign() {
    open(DemoGateway::Person::manager, laptopSize);
    const int other = app_->campaigns()->currentIndex() == 0 ? 1 : 0;
    const QString key = app_->campaigns()->rows()->value(other, QStringLiteral("key")).toString();

    QTest::keyClick(window(), Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(shown(QStringLiteral("searchField")) != nullptr);
    shown(QStringLiteral("searchField"))
        ->setProperty("text", app_->campaigns()->rows()->value(other, QStringLiteral("name")));
    QTRY_VERIFY(app_->search()->rows()->find(key) >= 0);
    while (shown(QStringLiteral("foundList"))->property("currentIndex").toInt() != app_->search()->rows()->find(key)) {
        const int before = shown(QStringLiteral("foundList"))->property("currentIndex").toInt();
        QTest::keyClick(window(), Qt::Key_Down);
        QVERIFY(shown(QStringLiteral("foundList"))->property("currentIndex").toInt() > before);
    }
    QTest::keyClick(window(), Qt::Key_Return);

    QTRY_VERIFY(shown(QStringLiteral("searchField")) == nullptr);
    QCOMPARE(app_->campaigns()->currentIndex(), other);
}

void TestJourneys::search_forACampaignThatJustArrived_opensIt() {
    open(DemoGateway::Person::manager, laptopSize);
    window_->show(QStringLiteral("search"));
    QVERIFY(gateway_
                ->put(R"({"type":"campaign","id":"0197a000-0000-7010-8000-0000000000aa",)"
                      R"("place":"0197a000-0000-7001-8000-000000000011","name":"元宵灯会","state":"running"})")
                .ok());

    shown(QStringLiteral("searchField"))->setProperty("text", QStringLiteral("元宵灯会"));
    QTRY_COMPARE(app_->search()->rows()->count(), 1);
    press(Qt::Key_Return);

    QTRY_VERIFY(shown(QStringLiteral("searchField")) == nullptr);
    QCOMPARE(app_->campaigns()->name(), QStringLiteral("元宵灯会"));
}

void TestJourneys::search_forNothingThere_saysSo() {
    open(DemoGateway::Person::field, phoneSize);
    click(QStringLiteral("searchButton"));
    QTRY_VERIFY(shown(QStringLiteral("searchField")) != nullptr);

    for (const char letter : {'q', 'q', '9', 'z', 'x'}) QTest::keyClick(window(), letter);
    QTRY_COMPARE(app_->search()->state(), QStringLiteral("none"));
    QVERIFY(shown(QStringLiteral("foundList")) == nullptr);
    QTest::keyClick(window(), Qt::Key_Escape);
    QTRY_COMPARE(app_->search()->state(), QStringLiteral("nothing asked"));
    QTest::keyClick(window(), Qt::Key_Escape);
    QTRY_VERIFY(shown(QStringLiteral("tab-today")) != nullptr);
}

void TestJourneys::window_grown_becomesTheLaptop() {
    open(DemoGateway::Person::manager, phoneSize);
    QTRY_VERIFY(shown(QStringLiteral("capture")) != nullptr);

    window()->resize(laptopSize);

    QTRY_VERIFY(shown(QStringLiteral("tab-campaigns")) != nullptr);
    QVERIFY(shown(QStringLiteral("capture")) == nullptr);
}

void TestJourneys::laptop_started_makesOnlyThePageThatIsSeen() {
    open(DemoGateway::Person::manager, laptopSize);
    const QStringList pages{"OverviewPage", "ReviewPage", "SearchView", "SyncPage", "SettingsPage", "PhoneFrame"};
    const auto isMade = [&](const QString& page) { return holds(*window()->contentItem(), page); };
    QVERIFY(isMade(QStringLiteral("CampaignsPage")));
    for (const QString& page : pages) QVERIFY2(!isMade(page), qPrintable(page));

    for (const char* name : {"overview", "review", "search", "sync", "settings", "today"}) {
        window_->show(QLatin1String(name));
    }
    window_->show(QStringLiteral("campaigns"));

    for (const QString& page : pages) QVERIFY2(isMade(page), qPrintable(page));
}

void TestJourneys::laptop_pageOpenedForTheFirstTime_hasTheKeyboard() {
    open(DemoGateway::Person::manager, laptopSize);
    const auto holdsKeyboard = [&](const QString& name) {
        const QQuickItem* item = shown(name);
        return item != nullptr && item->hasActiveFocus();
    };

    press(Qt::Key_Slash);
    QVERIFY(holdsKeyboard(QStringLiteral("searchField")));
    window_->show(QStringLiteral("review"));
    QVERIFY(!holdsKeyboard(QStringLiteral("searchField")));
    press(Qt::Key_J);
    QCOMPARE(app_->review()->currentIndex(), 1);
    press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(holdsKeyboard(QStringLiteral("searchField")));
}

}  // namespace zhixing::client

QTEST_MAIN(zhixing::client::TestJourneys)
#include "tst_journeys.moc"
