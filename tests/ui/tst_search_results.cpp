#include <QSet>

#include "tests/ui/demo_journey.h"

namespace zhixing::client {

/// Whatever a search finds can be opened, and is that record.
class TestSearchResults : public DemoJourney {
    Q_OBJECT

private slots:
    void result_ofEveryKind_opensThatRecord_data();
    void result_ofEveryKind_opensThatRecord();
    void result_isListedOnceAndSaysWhereItBelongs();
    void record_opened_showsItsHistory();
    void kinds_inAnotherLanguage_areCalledSo();
    void kinds_ofFewerResults_areCountedAnew();

private:
    void search(const QString& words);
    [[nodiscard]] QString value(int row, const char* role) const {
        return app_->search()->rows()->value(row, QLatin1String(role)).toString();
    }
    /// The first result of each kind.
    [[nodiscard]] QMap<QString, int> firstOfEachKind() const;
    /// What stands above the parts of the list, from the top.
    [[nodiscard]] QStringList partNames() const;
    [[nodiscard]] QString openedKey(const QString& type, bool isPhone) const;
};

void TestSearchResults::search(const QString& words) {
    window_->show(QStringLiteral("search"));
    QTRY_VERIFY(shown(QStringLiteral("searchField")) != nullptr);
    shown(QStringLiteral("searchField"))->setProperty("text", words);
    shown(QStringLiteral("searchField"))->forceActiveFocus();
    QTRY_VERIFY(app_->search()->rows()->count() > 0);
}

QMap<QString, int> TestSearchResults::firstOfEachKind() const {
    QMap<QString, int> first;
    for (int row = app_->search()->rows()->count() - 1; row >= 0; --row) first[value(row, "type")] = row;
    return first;
}

QStringList TestSearchResults::partNames() const {
    QMap<double, QString> names;
    for (const QQuickItem* item :
         shown(QStringLiteral("foundList"))->property("contentItem").value<QQuickItem*>()->childItems()) {
        if (item->isVisible() && item->property("section").isValid())
            names[item->y()] = item->property("name").toString();
    }
    return names.values();
}

QString TestSearchResults::openedKey(const QString& type, bool isPhone) const {
    if (isPhone && type == u"task") return app_->task()->key();
    if (isPhone && type == u"incident") return app_->incident()->key();
    if (isPhone && type == u"feedback") return app_->feedback()->key();
    if (!isPhone && type == u"campaign") {
        return app_->campaigns()->rows()->value(app_->campaigns()->currentIndex(), QStringLiteral("key")).toString();
    }
    return shown(QStringLiteral("closeRecord")) != nullptr ? app_->record()->key() : QString();
}

void TestSearchResults::result_ofEveryKind_opensThatRecord_data() {
    QTest::addColumn<bool>("isPhone");
    QTest::newRow("phone") << true;
    QTest::newRow("laptop") << false;
}

void TestSearchResults::result_ofEveryKind_opensThatRecord() {
    QFETCH(bool, isPhone);
    open(isPhone ? DemoGateway::Person::field : DemoGateway::Person::manager, isPhone ? phoneSize : laptopSize);
    search(QStringLiteral("s"));
    const QMap<QString, int> first = firstOfEachKind();
    QVERIFY2(first.size() > 5, qPrintable(QStringList(first.keys()).join(u' ')));

    for (auto row = first.begin(); row != first.end(); ++row) {
        search(QStringLiteral("s"));
        const QString key = value(row.value(), "key");
        shown(QStringLiteral("foundList"))->setProperty("currentIndex", row.value());
        press(Qt::Key_Return);

        QTRY_VERIFY2(openedKey(row.key(), isPhone) == key, qPrintable(row.key() + QStringLiteral(" is not opened")));
        if (shown(QStringLiteral("closeRecord")) != nullptr) {
            QVERIFY(!app_->record()->title().isEmpty());
            QVERIFY(!app_->record()->fields().isEmpty());
            click(QStringLiteral("closeRecord"));
            QTRY_VERIFY(shown(QStringLiteral("closeRecord")) == nullptr);
        }
    }
}

void TestSearchResults::result_isListedOnceAndSaysWhereItBelongs() {
    open(DemoGateway::Person::manager, phoneSize);
    search(QStringLiteral("s"));

    QSet<QString> keys;
    for (int row = 0; row < app_->search()->rows()->count(); ++row) {
        QVERIFY2(!keys.contains(value(row, "key")), qPrintable(value(row, "title")));
        keys.insert(value(row, "key"));
        QVERIFY(value(row, "title").contains(QStringLiteral("<b>")) ||
                value(row, "detail").contains(QStringLiteral("<b>")));
        QVERIFY(!app_->search()->kinds()[value(row, "type")].toString().isEmpty());
        QVERIFY2(value(row, "type") == u"node" || !value(row, "detail").isEmpty(), qPrintable(value(row, "title")));
    }
}

void TestSearchResults::record_opened_showsItsHistory() {
    open(DemoGateway::Person::manager, laptopSize);
    search(QStringLiteral("s"));
    const QMap<QString, int> first = firstOfEachKind();
    QVERIFY(first.contains(QStringLiteral("spend")) || first.contains(QStringLiteral("budget_line")));
    const int row =
        first.contains(QStringLiteral("spend")) ? first[QStringLiteral("spend")] : first[QStringLiteral("budget_line")];
    shown(QStringLiteral("foundList"))->setProperty("currentIndex", row);
    press(Qt::Key_Return);

    click(QStringLiteral("openHistory"));

    QTRY_VERIFY(shown(QStringLiteral("historyNote")) != nullptr);
    QVERIFY(!shown(QStringLiteral("historyNote"))->property("text").toString().isEmpty());
}

void TestSearchResults::kinds_inAnotherLanguage_areCalledSo() {
    open(DemoGateway::Person::manager, laptopSize);
    search(QStringLiteral("hd"));
    QTRY_VERIFY(!partNames().isEmpty());
    const QStringList before = partNames();
    const QVariantMap kinds = app_->search()->kinds();

    settings_->setLanguage(QStringLiteral("zh_CN"));

    QTRY_VERIFY(app_->search()->kinds() != kinds);
    QTRY_COMPARE(partNames().size(), before.size());
    for (const QString& name : partNames()) QVERIFY2(!before.contains(name), qPrintable(name));
}

void TestSearchResults::kinds_ofFewerResults_areCountedAnew() {
    open(DemoGateway::Person::manager, laptopSize);
    search(QStringLiteral("s"));
    QTRY_VERIFY(!partNames().isEmpty());
    const QString first = value(0, "title").remove(QStringLiteral("<b>")).remove(QStringLiteral("</b>"));
    const QString top = partNames().constFirst();

    search(first);  // what stood at the top goes on standing there

    QTRY_VERIFY(app_->search()->kinds()[value(0, "type")].toString() != top);
    QTRY_COMPARE(partNames().constFirst(), app_->search()->kinds()[value(0, "type")].toString());
}

}  // namespace zhixing::client

QTEST_MAIN(zhixing::client::TestSearchResults)
#include "tst_search_results.moc"
