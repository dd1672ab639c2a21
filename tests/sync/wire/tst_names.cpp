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
    void namesKey_ofOtherCatalogs_differs();
    void codingOf_whatIsOffered_isUnderstoodBestFirst();
    void codingOf_anotherCatalogsNames_isNotOurs();
};

void TestNames::protocolWord_ofEachNumber_hasThatNumber() {
    std::set<std::string_view> seen;
    for (std::uint8_t number = 0; !protocolWord(number).empty(); ++number) {
        QVERIFY2(seen.insert(protocolWord(number)).second, protocolWord(number).data());
        QCOMPARE(protocolWordNumber(protocolWord(number)), number);
    }

    QCOMPARE(protocolWord(0), "t");
    QCOMPARE(protocolWordNumber("group_failed"), std::uint8_t(seen.size() - 1));
    QVERIFY(seen.size() > 60);
}

void TestNames::protocolWord_beyondTheLast_isNone() {
    QVERIFY(protocolWord(127).empty());
    QVERIFY(protocolWord(255).empty());
    QVERIFY(!protocolWordNumber("flux"));
    QVERIFY(!protocolWordNumber(""));
}

void TestNames::namesKey_ofOtherCatalogs_differs() {
    QCOMPARE(namesKey(testCatalog()).size(), std::size_t(32));
    QVERIFY(namesKey(testCatalog()) != namesKey(catalog()));

    const Catalog small({RecordType{.id = 1, .name = "item", .fields = {field::option(1, "state", {"new", "old"})}}});
    const Catalog more(
        {RecordType{.id = 1, .name = "item", .fields = {field::option(1, "state", {"new", "old", "lost"})}}});
    QVERIFY(namesKey(small) != namesKey(more));
}

void TestNames::codingOf_whatIsOffered_isUnderstoodBestFirst() {
    const auto offered = offeredSubProtocols(testCatalog());

    QCOMPARE(offered.size(), std::size_t(3));
    QCOMPARE(codingOf(testCatalog(), offered[0]), Coding::packedNamed);
    QCOMPARE(codingOf(testCatalog(), offered[1]), Coding::packed);
    QCOMPARE(codingOf(testCatalog(), offered[2]), Coding::json);
    QCOMPARE(offered[2], "zhixing.sync.1");
}

void TestNames::codingOf_anotherCatalogsNames_isNotOurs() {
    for (const std::string& name :
         {offeredSubProtocols(catalog())[0], std::string("zhixing.sync.1.packed."),
          std::string("zhixing.sync.1.packedx"), std::string("zhixing.sync.2"), std::string()}) {
        QVERIFY2(!codingOf(testCatalog(), name), name.c_str());
    }
}

QTEST_APPLESS_MAIN(TestNames)
#include "tst_names.moc"
