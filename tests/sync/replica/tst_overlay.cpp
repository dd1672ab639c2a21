#include <QtTest>

#include "sync/replica/overlay.h"
#include "tests/support/test_catalog.h"

using namespace zhixing;
using namespace zhixing::sync;
using test::testCatalog;

namespace {

Id id(std::uint8_t number) {
    Bytes16 bytes{};
    bytes[15] = number;
    return Id(bytes);
}

const Id site = id(1), clerk = id(2);

const RecordType& item() { return testCatalog().at("item"); }

Record serverItem(Version version, std::int64_t size) {
    Record record = blankRecord(item(), id(9), site);
    record.set("title", std::string("到货"));
    record.set("size", size);
    record.version = version;
    return record;
}

PendingOperation pending(Verb verb, std::string_view field = {}, Value value = {}, Value base = {}) {
    PendingOperation made;
    made.operation.verb = verb;
    made.operation.type = &item();
    made.operation.record = id(9);
    if (!field.empty()) {
        made.operation.changes.push_back(
            {static_cast<std::uint16_t>(*item().find(field)), std::move(value), std::move(base)});
    }
    return made;
}

}  // namespace

class TestOverlay : public QObject {
    Q_OBJECT

private slots:
    void overlay_nothingPending_isTheServers();
    void overlay_ownEdit_isShownOverAnotherChange();
    void overlay_ownEditOfAnotherField_showsBoth();
    void overlay_counter_addsToTheServers();
    void overlay_twoEdits_showsTheLater();
    void overlay_addNotYetKnown_isComplete();
    void overlay_removed_isNothing();
    void overlay_deletedByTheServer_isNothing();
    void overlay_revived_isShownAgain();
    void overlay_move_isShownAtItsNewPlace();
};

void TestOverlay::overlay_nothingPending_isTheServers() {
    const Record server = serverItem(3, 5);

    QCOMPARE(overlay(&server, {}, clerk, site), std::optional(server));
}

void TestOverlay::overlay_ownEdit_isShownOverAnotherChange() {
    const Record server = serverItem(3, 7);
    const std::vector own{pending(Verb::edit, "size", std::int64_t{9}, std::int64_t{5})};

    QCOMPARE(overlay(&server, own, clerk, site)->number("size"), 9);
}

void TestOverlay::overlay_ownEditOfAnotherField_showsBoth() {
    const Record server = serverItem(3, 7);
    const std::vector own{pending(Verb::edit, "title", std::string("补货"), std::string("到货"))};

    const auto shown = overlay(&server, own, clerk, site);

    QCOMPARE(shown->string("title"), std::string_view("补货"));
    QCOMPARE(shown->number("size"), 7);
    QCOMPARE(shown->version, 3);
}

void TestOverlay::overlay_counter_addsToTheServers() {
    Record server = serverItem(3, 7);
    server.set("visits", std::int64_t{10});
    const std::vector own{pending(Verb::edit, "visits", std::int64_t{6}, std::int64_t{5})};

    QCOMPARE(overlay(&server, own, clerk, site)->number("visits"), 11);
}

void TestOverlay::overlay_twoEdits_showsTheLater() {
    const Record server = serverItem(3, 7);
    const std::vector own{pending(Verb::edit, "size", std::int64_t{8}, std::int64_t{7}),
                          pending(Verb::edit, "size", std::int64_t{9}, std::int64_t{8})};

    QCOMPARE(overlay(&server, own, clerk, site)->number("size"), 9);
}

void TestOverlay::overlay_addNotYetKnown_isComplete() {
    const std::vector own{pending(Verb::add, "title", std::string("到货"))};

    const auto shown = overlay(nullptr, own, clerk, site);

    QVERIFY(shown.has_value());
    QCOMPARE(shown->version, 0);
    QCOMPARE(shown->place, site);
    QCOMPARE(shown->reference("author"), clerk);
    QCOMPARE(shown->string("priority"), std::string_view("normal"));
}

void TestOverlay::overlay_removed_isNothing() {
    const Record server = serverItem(3, 7);
    const std::vector own{pending(Verb::remove)};

    QVERIFY(!overlay(&server, own, clerk, site).has_value());
}

void TestOverlay::overlay_deletedByTheServer_isNothing() {
    Record server = serverItem(4, 7);
    server.isDeleted = true;
    const std::vector own{pending(Verb::edit, "size", std::int64_t{9}, std::int64_t{7})};

    QVERIFY(!overlay(&server, own, clerk, site).has_value());
}

void TestOverlay::overlay_revived_isShownAgain() {
    Record server = serverItem(4, 7);
    server.isDeleted = true;
    const std::vector own{pending(Verb::revive, "size", std::int64_t{9}, std::int64_t{7})};

    QCOMPARE(overlay(&server, own, clerk, site)->number("size"), 9);
}

void TestOverlay::overlay_move_isShownAtItsNewPlace() {
    const Record server = serverItem(4, 7);
    std::vector own{pending(Verb::edit)};
    own.front().operation.place = id(5);

    QCOMPARE(overlay(&server, own, clerk, site)->place, id(5));
}

QTEST_APPLESS_MAIN(TestOverlay)
#include "tst_overlay.moc"
