#include "tests/shared/model/model_fixture.h"

using namespace zhixing;

class TestRecord : public QObject {
    Q_OBJECT

private slots:
    void blankRecord_ofAType_hasItsFallbacksAndAudience();
    void value_unset_readsAsNothing();
    void set_then_value_isIt();
    void equality_anyPart_matters();
    void catalog_findsByNameAndNumber();
    void fingerprint_sameDescription_isTheSame();
    void fingerprint_anyChange_isAnother();
};

using namespace zhixing::test;

void TestRecord::blankRecord_ofAType_hasItsFallbacksAndAudience() {
    RecordType type = everyKind();
    type.audience = Audience::managers;

    const Record record = blankRecord(type, idOf(1), idOf(2));

    QVERIFY(record.id == idOf(1) && record.place == idOf(2));
    QVERIFY(record.audience == Audience::managers);
    QCOMPARE(qint64{record.version}, 0);
    QVERIFY(!record.isDeleted);
    QCOMPARE(record.fields.size(), type.fields.size());
    QCOMPARE(record.string("colour"), std::string_view("red"));
    QVERIFY(record.value("flag") == Value(false));
    QVERIFY(!isSet(record.value("title")));
}

void TestRecord::value_unset_readsAsNothing() {
    const Record record = blankRecord(modelCatalog().at("sample"), idOf(1), idOf(2));

    QVERIFY(record.reference("parent").isNil());
    QCOMPARE(qint64{record.number("amount")}, 0);
    QCOMPARE(record.string("title"), std::string_view());
}

void TestRecord::set_then_value_isIt() {
    Record record = blankRecord(modelCatalog().at("sample"), idOf(1), idOf(2));

    record.set("parent", idOf(3));
    record.set("amount", std::int64_t{300'000});
    record.set("title", std::string("海报"));

    QVERIFY(record.reference("parent") == idOf(3));
    QCOMPARE(qint64{record.number("amount")}, 300'000);
    QCOMPARE(record.string("title"), std::string_view("海报"));
}

void TestRecord::equality_anyPart_matters() {
    const Record record = blankRecord(modelCatalog().at("sample"), idOf(1), idOf(2));
    Record other = record;
    QVERIFY(other == record);

    other.set("count", std::int64_t{1});
    QVERIFY(other != record);
    other = record;
    other.version = 2;
    QVERIFY(other != record);
    other = record;
    other.audience = Audience::headquarters;
    QVERIFY(other != record);
}

void TestRecord::catalog_findsByNameAndNumber() {
    const Catalog& catalog = modelCatalog();

    QVERIFY(catalog.find("claim") == catalog.find(std::uint16_t{2}));
    QCOMPARE(catalog.at("claim").name, std::string_view("claim"));
    QVERIFY(catalog.find("Claim") == nullptr);
    QVERIFY(catalog.find(std::uint16_t{99}) == nullptr);
    QCOMPARE(catalog.types().size(), std::size_t{6});
}

void TestRecord::fingerprint_sameDescription_isTheSame() {
    const std::string fingerprint = Catalog({everyKind(), claim()}).fingerprint();

    QCOMPARE(fingerprint.size(), std::size_t{32});
    QVERIFY(Catalog({everyKind(), claim()}).fingerprint() == fingerprint);
}

void TestRecord::fingerprint_anyChange_isAnother() {
    using Change = void (*)(RecordType&);
    const std::vector<Change> changes = {
        [](RecordType& type) { type.id = 77; },
        [](RecordType& type) { type.name = "claims"; },
        [](RecordType& type) { type.audience = Audience::managers; },
        [](RecordType& type) { type.creators = writers::finance; },
        [](RecordType& type) { type.deleters = writers::finance; },
        [](RecordType& type) { type.placedBy = "id"; },
        [](RecordType& type) { type.owner = {}; },
        [](RecordType& type) { type.recordedAt = {}; },
        [](RecordType& type) { type.fields.pop_back(); },
        [](RecordType& type) { type.fields.back().id = 99; },
        [](RecordType& type) { type.fields[0].most = 9; },
        [](RecordType& type) { type.fields[0].least = 9; },
        [](RecordType& type) { type.fields[0].isRequired = true; },
        [](RecordType& type) { type.fields[0].isFixed = true; },
        [](RecordType& type) { type.fields[0].isPersonal = true; },
        [](RecordType& type) { type.fields[0].isSigned = true; },
        [](RecordType& type) { type.fields[0].merge = Merge::firstWins; },
        [](RecordType& type) { type.fields[0].writers = writers::owner; },
        [](RecordType& type) { type.fields[0].states.clear(); },
        [](RecordType& type) { type.fields[0].fallback = std::int64_t{1}; },
        [](RecordType& type) { type.fields[1].options.push_back("lost"); },
        [](RecordType& type) { type.fields[5].target = "node"; },
        [](RecordType& type) { type.workflow.reset(); },
        [](RecordType& type) { type.workflow->transitions[2].notByAuthor = false; },
        [](RecordType& type) { type.workflow->transitions[2].limit.reset(); },
        [](RecordType& type) { type.workflow->transitions[2].limit->policy = "other_limit"; },
        [](RecordType& type) { type.workflow->transitions[3].who = writers::author; },
        [](RecordType& type) { type.workflow->decidedBy = {}; },
        [](RecordType& type) {
            type.uniqueKeys.push_back({{"number"}, "is_suspect"});
        },
        [](RecordType& type) { type.indices.push_back({"status"}); },
    };
    const std::string before = Catalog({claim()}).fingerprint();

    std::vector<std::string> after;
    for (const Change change : changes) {
        RecordType type = claim();
        change(type);
        after.push_back(Catalog({type}).fingerprint());
        QVERIFY2(after.back() != before, qPrintable(QString("change %1 is not seen").arg(after.size() - 1)));
    }
    std::sort(after.begin(), after.end());
    QVERIFY(std::adjacent_find(after.begin(), after.end()) == after.end());
}

QTEST_APPLESS_MAIN(TestRecord)
#include "tst_record.moc"
