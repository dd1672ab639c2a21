#include "shared/base/limits.h"
#include "shared/base/time.h"
#include "tests/shared/model/model_fixture.h"

using namespace zhixing;

class TestRecordType : public QObject {
    Q_OBJECT

private slots:
    void role_throughItsWord_comesBack();
    void audience_throughItsWord_comesBack();
    void fromWord_unknown_isNothing();
    void merge_word_isSnakeCase();
    void admits_audienceAndRole_isTheDeclaredMatrix_data();
    void admits_audienceAndRole_isTheDeclaredMatrix();
    void writers_joined_admitBoth();
    void builder_default_mergesAndBounds_data();
    void builder_default_mergesAndBounds();
    void builder_fallback_isWhatAnAddedRecordGets();
    void builder_refined_keepsEveryWord();
    void find_byName_givesThePosition();
};

void TestRecordType::role_throughItsWord_comesBack() {
    for (const Role role : {Role::field, Role::siteManager, Role::regionalManager, Role::headquarters, Role::finance,
                            Role::administrator}) {
        QVERIFY(roleFromWord(word(role)) == role);
    }
    QCOMPARE(word(Role::siteManager), std::string_view("site_manager"));
}

void TestRecordType::audience_throughItsWord_comesBack() {
    for (const Audience audience : {Audience::everyone, Audience::managers, Audience::headquarters}) {
        QVERIFY(audienceFromWord(word(audience)) == audience);
    }
}

void TestRecordType::fromWord_unknown_isNothing() {
    QVERIFY(!roleFromWord("").has_value());
    QVERIFY(!roleFromWord("Field").has_value());
    QVERIFY(!roleFromWord("field ").has_value());
    QVERIFY(!audienceFromWord("nobody").has_value());
}

void TestRecordType::merge_word_isSnakeCase() {
    QCOMPARE(word(Merge::review), std::string_view("review"));
    QCOMPARE(word(Merge::laterEdit), std::string_view("later_edit"));
    QCOMPARE(word(Merge::firstWins), std::string_view("first_wins"));
    QCOMPARE(word(Merge::workflow), std::string_view("workflow"));
}

void TestRecordType::admits_audienceAndRole_isTheDeclaredMatrix_data() {
    QTest::addColumn<QByteArray>("role");
    QTest::addColumn<bool>("managers");
    QTest::addColumn<bool>("headquarters");

    QTest::newRow("field") << QByteArray("field") << false << false;
    QTest::newRow("site manager") << QByteArray("site_manager") << true << false;
    QTest::newRow("regional manager") << QByteArray("regional_manager") << true << false;
    QTest::newRow("headquarters") << QByteArray("headquarters") << true << true;
    QTest::newRow("finance") << QByteArray("finance") << true << true;
    QTest::newRow("administrator") << QByteArray("administrator") << true << true;
}

void TestRecordType::admits_audienceAndRole_isTheDeclaredMatrix() {
    QFETCH(QByteArray, role);
    QFETCH(bool, managers);
    QFETCH(bool, headquarters);
    const Role acting = *roleFromWord(test::view(role));

    QVERIFY(admits(Audience::everyone, acting));
    QCOMPARE(admits(Audience::managers, acting), managers);
    QCOMPARE(admits(Audience::headquarters, acting), headquarters);
}

void TestRecordType::writers_joined_admitBoth() {
    const Writers joined = writers::author | Writers{Role::finance};

    QVERIFY(joined.admits(Role::finance));
    QVERIFY(!joined.admits(Role::field));
    QVERIFY(joined.admitsAuthor());
    QVERIFY(!joined.admitsOwner());
    QVERIFY(!joined.none());
    QVERIFY(writers::server.none());
}

void TestRecordType::builder_default_mergesAndBounds_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("merge");
    QTest::addColumn<qint64>("least");
    QTest::addColumn<qint64>("most");

    const auto row = [](const char* name, const char* merge, qint64 least, qint64 most) {
        QTest::newRow(name) << QByteArray(name) << QByteArray(merge) << least << most;
    };
    const qint64 firstDay = Date::of(1, 1, 1)->days;
    const qint64 lastDay = Date::of(9999, 12, 31)->days;
    const qint64 decimalMost = limits::decimalUnitsMax * limits::decimalScale;
    row("title", "review", 0, 10);
    row("note", "text", 0, 100);
    row("colour", "review", 0, 0);
    row("ratio", "review", -decimalMost, decimalMost);
    row("amount", "review", 0, limits::moneyFenMax);
    row("day", "review", firstDay, lastDay);
    row("moment", "review", firstDay * 86'400'000, (lastDay + 1) * 86'400'000 - 1);
    row("flag", "review", 0, 0);
    row("parent", "review", 0, 0);
    row("links", "set", 0, 200);
    row("tags", "set", 0, 50);
    row("visits", "counter", -limits::integerMax, limits::integerMax);
    row("spot", "review", 0, 0);
    row("score", "review", 1, 5);
    row("answers", "review", 0, 200);
    row("steps", "review", 0, 200);
}

void TestRecordType::builder_default_mergesAndBounds() {
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, merge);
    QFETCH(qint64, least);
    QFETCH(qint64, most);
    const RecordType type = test::everyKind();
    const Field& field = type.fields[*type.find(test::view(name))];

    QCOMPARE(word(field.merge), test::view(merge));
    QCOMPARE(qint64{field.least}, least);
    QCOMPARE(qint64{field.most}, most);
    QVERIFY(field.writers == writers::everyone);
}

void TestRecordType::builder_fallback_isWhatAnAddedRecordGets() {
    QVERIFY(field::option(1, "colour", {"red", "green"}).fallback == Value(std::string("red")));
    QVERIFY(field::boolean(1, "flag").fallback == Value(false));
    QVERIFY(field::counter(1, "visits").fallback == Value(std::int64_t{0}));
    QVERIFY(!isSet(field::integer(1, "count").fallback));
    QVERIFY(!isSet(field::text(1, "title").fallback));
    QVERIFY(field::integer(1, "count").initially(std::int64_t{7}).fallback == Value(std::int64_t{7}));
}

void TestRecordType::builder_refined_keepsEveryWord() {
    const Field field = field::text(9, "phone", 20)
                            .required()
                            .fixed()
                            .personal()
                            .by(writers::finance)
                            .merging(Merge::firstWins)
                            .between(3, 12)
                            .in({"draft", "open"});

    QCOMPARE(int{field.id}, 9);
    QVERIFY(field.isRequired && field.isFixed && field.isPersonal);
    QVERIFY(field.writers == writers::finance);
    QVERIFY(field.merge == Merge::firstWins);
    QCOMPARE(qint64{field.least}, 3);
    QCOMPARE(qint64{field.most}, 12);
    QVERIFY((field.states == std::vector<std::string_view>{"draft", "open"}));
    QCOMPARE(field::reference(1, "campaign", "campaign").target, std::string_view("campaign"));
}

void TestRecordType::find_byName_givesThePosition() {
    const RecordType type = test::everyKind();

    QVERIFY(type.find("title") == std::size_t{0});
    QVERIFY(type.find("steps") == std::size_t{16});
    QVERIFY(!type.find("Title").has_value());
    QVERIFY(!type.find("").has_value());
}

QTEST_APPLESS_MAIN(TestRecordType)
#include "tst_record_type.moc"
