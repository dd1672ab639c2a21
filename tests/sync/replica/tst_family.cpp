#include <QtTest>

#include "sync/replica/family.h"
#include "tests/support/test_catalog.h"

using namespace zhixing;
using namespace zhixing::sync;

namespace {

Id id(std::uint8_t number) {
    Bytes16 bytes{};
    bytes[15] = number;
    return Id(bytes);
}

TrayItem item(Counter counter, Verb verb, const Id& record, Code code = Code::forbidden) {
    TrayItem made;
    made.counter = made.operation.counter = counter;
    made.operation.verb = verb;
    made.operation.type = &test::testCatalog().at("item");
    made.operation.record = record;
    made.error.code = code;
    return made;
}

TrayItem referring(Counter counter, const Id& record, const Id& target) {
    TrayItem made = item(counter, Verb::add, record, Code::depends_on_rejected);
    made.operation.changes.push_back(
        {static_cast<std::uint16_t>(*made.operation.type->find("parent")), Value(target), {}});
    return made;
}

std::vector<Counter> counters(const Family& family) {
    std::vector<Counter> all;
    for (const TrayItem& one : family.members) all.push_back(one.counter);
    return all;
}

}  // namespace

class TestFamily : public QObject {
    Q_OBJECT

private slots:
    void familyOf_unknown_isEmpty();
    void familyOf_aGroup_isAllOfIt();
    void familyOf_neighbouringGroups_keepsThemApart();
    void familyOf_anAdd_bringsWhatBuildsOnIt();
    void familyOf_anEdit_isAlone();
};

void TestFamily::familyOf_unknown_isEmpty() { QVERIFY(familyOf({item(1, Verb::edit, id(1))}, 2).members.empty()); }

void TestFamily::familyOf_aGroup_isAllOfIt() {
    std::vector tray{item(4, Verb::edit, id(1)), item(5, Verb::edit, id(2)), item(6, Verb::edit, id(3))};
    tray[0].operation.more = tray[1].operation.more = true;

    const Family family = familyOf(tray, 5);

    QVERIFY(family.isGroup);
    QCOMPARE(counters(family), (std::vector<Counter>{4, 5, 6}));
}

void TestFamily::familyOf_neighbouringGroups_keepsThemApart() {
    std::vector tray{item(4, Verb::edit, id(1)), item(5, Verb::edit, id(2)), item(6, Verb::edit, id(3)),
                     item(7, Verb::edit, id(4))};
    tray[0].operation.more = tray[2].operation.more = true;

    QCOMPARE(counters(familyOf(tray, 6)), (std::vector<Counter>{6, 7}));
    QCOMPARE(counters(familyOf(tray, 5)), (std::vector<Counter>{4, 5}));
}

void TestFamily::familyOf_anAdd_bringsWhatBuildsOnIt() {
    const std::vector tray{item(1, Verb::add, id(1)),
                           item(2, Verb::edit, id(1), Code::depends_on_rejected),
                           referring(3, id(3), id(1)),
                           item(4, Verb::edit, id(3), Code::depends_on_rejected),
                           item(5, Verb::edit, id(9), Code::depends_on_rejected),
                           item(6, Verb::edit, id(1))};

    const Family family = familyOf(tray, 1);

    QVERIFY(!family.isGroup);
    QCOMPARE(counters(family), (std::vector<Counter>{1, 2, 3, 4}));
}

void TestFamily::familyOf_anEdit_isAlone() {
    const std::vector tray{item(1, Verb::edit, id(1)), item(2, Verb::edit, id(1), Code::depends_on_rejected)};

    QCOMPARE(counters(familyOf(tray, 1)), (std::vector<Counter>{1}));
}

QTEST_APPLESS_MAIN(TestFamily)
#include "tst_family.moc"
