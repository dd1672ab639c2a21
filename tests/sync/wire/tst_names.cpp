#include <QTest>
#include <set>

#include "shared/catalog/catalog.h"
#include "sync/wire/codec.h"
#include "sync/wire/names.h"
#include "tests/support/test_catalog.h"

using namespace zhixing;
using namespace zhixing::sync;
using namespace zhixing::test;

class TestNames : public QObject {
    Q_OBJECT

private slots:
    void protocolWord_ofEachNumber_hasThatNumber();
    void protocolWord_beyondTheLast_isNone();
    void protocolWord_ofALaterMinor_isNotKnownBefore();
    void namesKey_ofOtherCatalogs_differs();
    void dialectOf_whatIsOffered_isUnderstoodBestFirst();
    void dialectOf_anotherCatalogsNames_isNotOurs();
};

void TestNames::protocolWord_ofEachNumber_hasThatNumber() {
    std::set<std::string_view> seen;
    for (std::uint8_t number = 0; !protocolWord(number).empty(); ++number) {
        QVERIFY2(seen.insert(protocolWord(number)).second, protocolWord(number).data());
        QCOMPARE(protocolWordNumber(protocolWord(number)), number);
    }

    QCOMPARE(protocolWord(0), "t");
    QCOMPARE(protocolWordNumber("second_approval"), std::uint8_t(seen.size() - 1));
    QVERIFY(seen.size() > 60);
}

void TestNames::protocolWord_beyondTheLast_isNone() {
    QVERIFY(protocolWord(127).empty());
    QVERIFY(protocolWord(255).empty());
    QVERIFY(!protocolWordNumber("flux"));
    QVERIFY(!protocolWordNumber(""));
}

void TestNames::protocolWord_ofALaterMinor_isNotKnownBefore() {
    QCOMPARE(protocolWordNumber("group_failed", 0), std::uint8_t(94));  // the last that everybody has
    QVERIFY(!protocolWordNumber("horizon", 0));
    QVERIFY(protocolWord(95, 0).empty());
    QCOMPARE(protocolWordNumber("horizon", 1), std::uint8_t(95));
    QCOMPARE(protocolWord(95, 1), "horizon");
}

void TestNames::namesKey_ofOtherCatalogs_differs() {
    QCOMPARE(namesKey(testCatalog()).size(), std::size_t(32));
    QVERIFY(namesKey(testCatalog()) != namesKey(catalog()));

    const Catalog small({RecordType{.id = 1, .name = "item", .fields = {field::option(1, "state", {"new", "old"})}}});
    const Catalog more(
        {RecordType{.id = 1, .name = "item", .fields = {field::option(1, "state", {"new", "old", "lost"})}}});
    QVERIFY(namesKey(small) != namesKey(more));
}

void TestNames::dialectOf_whatIsOffered_isUnderstoodBestFirst() {
    const auto offered = offeredSubProtocols(testCatalog());
    const std::vector<Dialect> expected{{Coding::packedNamed, 1}, {Coding::packed, 1}, {Coding::json, 1},
                                        {Coding::packedNamed, 0}, {Coding::packed, 0}, {Coding::json, 0}};

    QCOMPARE(offered.size(), expected.size());
    for (std::size_t i = 0; i < offered.size(); ++i) {
        const auto dialect = dialectOf(testCatalog(), offered[i]);
        QVERIFY2(dialect == expected[i], offered[i].c_str());
    }
    QCOMPARE(offered[2], "zhixing.sync.1.1");
    QCOMPARE(offered[5], "zhixing.sync.1");
}

void TestNames::dialectOf_anotherCatalogsNames_isNotOurs() {
    for (const std::string& name :
         {offeredSubProtocols(catalog())[0], offeredSubProtocols(catalog())[3], std::string("zhixing.sync.1.packed."),
          std::string("zhixing.sync.1.packedx"), std::string("zhixing.sync.1.2"), std::string("zhixing.sync.1."),
          std::string("zhixing.sync.2"), std::string()}) {
        QVERIFY2(!dialectOf(testCatalog(), name), name.c_str());
    }
}

QTEST_APPLESS_MAIN(TestNames)
#include "tst_names.moc"
