#include <QtTest>

#include "shared/catalog/catalog.h"
#include "sync/merge/admit.h"
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

const Id root = id(1), site = id(2), elsewhere = id(3), clerk = id(11), manager = id(12), head = id(13);

Organisation organisation() {
    Organisation organisation;
    const auto add = [&](const char* type, const Id& record, const Id& place,
                         std::vector<std::pair<const char*, Value>> values) {
        Record made = blankRecord(testCatalog().at(type), record, place);
        for (auto& [name, value] : values) made.set(name, std::move(value));
        organisation.apply(made);
    };
    add("node", root, root, {});
    add("node", site, site, {{"parent", root}});
    add("node", elsewhere, elsewhere, {{"parent", root}});
    add("person", clerk, site, {});
    add("person", manager, site, {});
    add("grant", id(21), site, {{"person", clerk}, {"node", site}, {"role", std::string("field")}});
    add("person", head, root, {});
    add("grant", id(23), root, {{"person", head}, {"node", root}, {"role", std::string("regional_manager")}});
    add("grant", id(22), site, {{"person", manager}, {"node", site}, {"role", std::string("site_manager")}});
    return organisation;
}

FieldChange to(const RecordType& type, std::string_view field, Value value) {
    return {static_cast<std::uint16_t>(*type.find(field)), std::move(value), {}};
}

Operation operation(Verb verb, std::string_view typeName, std::vector<std::pair<std::string_view, Value>> values) {
    Operation made;
    made.verb = verb;
    made.type = &testCatalog().at(typeName);
    made.record = id(100);
    made.at = Instant{5'000};
    for (auto& [name, value] : values) made.changes.push_back(to(*made.type, name, std::move(value)));
    return made;
}

Result<void> tryAdd(const Id& person, const Operation& add) {
    const Organisation all = organisation();
    const Record made = newRecord(add, person, site, add.at);
    return admitAdd(actorFor(all, person, made), all, add, made);
}

Record entryOf(const Id& author, const char* status) {
    Record entry = newRecord(operation(Verb::add, "entry", {{"item", id(50)}, {"amount", std::int64_t{300}}}), author,
                             site, Instant{1});
    entry.set("status", std::string(status));
    return entry;
}

Result<void> tryEdit(const Id& person, const Record& current, const Operation& edit) {
    const Organisation all = organisation();
    return admitEdit(actorFor(all, person, current), all, edit, current);
}

}  // namespace

class TestAdmit : public QObject {
    Q_OBJECT

private slots:
    void newRecord_withoutPlace_isAtHomeAndStamped();
    void newRecord_placedByItsField_isThere();
    void admitAdd_withAllItNeeds_passes();
    void admitAdd_withoutRequiredField_saysWhich();
    void admitAdd_withServersField_isForbidden();
    void admitAdd_atUnknownNode_isBadReference();
    void admitAdd_whereOneHasNoRole_isForbidden();
    void admitEdit_sameValueInServersField_passes();
    void admitEdit_fieldOutsideItsStates_isNotEditable();
    void admitEdit_illegalStep_isBadTransition();
    void admitEdit_ownApproval_isSelfApproval();
    void admitEdit_clearingRequired_isRequired();
    void admitEdit_blankingRequired_isRequired();
    void admitEdit_fieldOfTheStateItsStepLeadsTo_passes();
    void admitEdit_moveWhereOneHasNoRole_isForbidden();
    void admitEdit_moveByItsPlacingFieldWhereOneHasNoRole_isForbidden();
    void admitEdit_moveOfADecidedRecord_passes();
    void admitEdit_signingForAnother_isForbidden();
    void admitEdit_signingBesideOthersUnseen_passes();
    void admitAdd_signedByItsAuthor_isSelfApproval();
    void stampStep_keepsWhoAndWhen();
};

void TestAdmit::newRecord_withoutPlace_isAtHomeAndStamped() {
    const Record made =
        newRecord(operation(Verb::add, "item", {{"title", std::string("到货")}}), clerk, site, Instant{5'000});

    QCOMPARE(made.place, site);
    QCOMPARE(made.reference("author"), clerk);
    QCOMPARE(made.number("recorded_at"), 5'000);
    QCOMPARE(made.string("priority"), std::string_view("normal"));
}

void TestAdmit::newRecord_placedByItsField_isThere() {
    const Record grant =
        newRecord(operation(Verb::add, "grant", {{"person", clerk}, {"node", elsewhere}}), manager, site, Instant{1});

    QCOMPARE(grant.place, elsewhere);
}

void TestAdmit::admitAdd_withAllItNeeds_passes() {
    QVERIFY(tryAdd(clerk, operation(Verb::add, "item", {{"title", std::string("到货")}})).ok());
}

void TestAdmit::admitAdd_withoutRequiredField_saysWhich() {
    const auto result = tryAdd(clerk, operation(Verb::add, "entry", {{"item", id(50)}}));

    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, Code::required);
    QCOMPARE(result.error().field, std::string("amount"));
}

void TestAdmit::admitAdd_withServersField_isForbidden() {
    const auto result =
        tryAdd(clerk, operation(Verb::add, "item", {{"title", std::string("到货")}, {"author", manager}}));

    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, Code::forbidden);
    QCOMPARE(result.error().field, std::string("author"));
}

void TestAdmit::admitAdd_atUnknownNode_isBadReference() {
    Operation add = operation(Verb::add, "item", {{"title", std::string("到货")}});
    add.place = id(99);

    const auto result = tryAdd(clerk, add);

    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, Code::bad_reference);
}

void TestAdmit::admitAdd_whereOneHasNoRole_isForbidden() {
    Operation add = operation(Verb::add, "item", {{"title", std::string("到货")}});
    add.place = elsewhere;

    const auto result = tryAdd(clerk, add);

    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, Code::forbidden);
}

void TestAdmit::admitEdit_sameValueInServersField_passes() {
    const Record entry = entryOf(clerk, "draft");

    QVERIFY(tryEdit(clerk, entry, operation(Verb::edit, "entry", {{"author", clerk}})).ok());
}

void TestAdmit::admitEdit_fieldOutsideItsStates_isNotEditable() {
    const auto result =
        tryEdit(clerk, entryOf(clerk, "submitted"), operation(Verb::edit, "entry", {{"amount", std::int64_t{1}}}));

    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, Code::not_editable);
}

void TestAdmit::admitEdit_illegalStep_isBadTransition() {
    const auto result = tryEdit(manager, entryOf(clerk, "draft"),
                                operation(Verb::edit, "entry", {{"status", std::string("approved")}}));

    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, Code::bad_transition);
}

void TestAdmit::admitEdit_ownApproval_isSelfApproval() {
    const auto result = tryEdit(manager, entryOf(manager, "submitted"),
                                operation(Verb::edit, "entry", {{"status", std::string("approved")}}));

    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, Code::self_approval);
}

void TestAdmit::admitEdit_clearingRequired_isRequired() {
    const auto result = tryEdit(clerk, entryOf(clerk, "draft"), operation(Verb::edit, "entry", {{"amount", Value()}}));

    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, Code::required);
}

void TestAdmit::admitEdit_blankingRequired_isRequired() {
    const Record item =
        newRecord(operation(Verb::add, "item", {{"title", std::string("到货")}}), clerk, site, Instant{1});

    const auto result = tryEdit(clerk, item, operation(Verb::edit, "item", {{"title", std::string("  ")}}));

    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, Code::required);
    QCOMPARE(result.error().field, std::string("title"));
}

void TestAdmit::admitEdit_fieldOfTheStateItsStepLeadsTo_passes() {
    const Operation backAndCheaper =
        operation(Verb::edit, "entry", {{"amount", std::int64_t{1}}, {"status", std::string("draft")}});

    QVERIFY(tryEdit(clerk, entryOf(clerk, "submitted"), backAndCheaper).ok());
}

void TestAdmit::admitEdit_moveWhereOneHasNoRole_isForbidden() {
    Operation move = operation(Verb::edit, "item", {});
    move.place = elsewhere;
    const Record item =
        newRecord(operation(Verb::add, "item", {{"title", std::string("到货")}}), clerk, site, Instant{1});

    const auto result = tryEdit(manager, item, move);

    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, Code::forbidden);
}

void TestAdmit::admitEdit_moveByItsPlacingFieldWhereOneHasNoRole_isForbidden() {
    RecordType type = testCatalog().at("item");
    type.fields.push_back(field::reference(90, "site", "node"));
    type.placedBy = "site";
    Record item = blankRecord(type, id(100), site);
    item.set("title", std::string("到货"));
    item.set("author", clerk);
    Operation move;
    move.type = &type;
    move.record = item.id;
    move.changes.push_back(to(type, "site", elsewhere));

    const auto byClerk = tryEdit(clerk, item, move);

    QVERIFY(!byClerk.ok());
    QCOMPARE(byClerk.error().code, Code::forbidden);
    QVERIFY(tryEdit(head, item, move).ok());
}

void TestAdmit::admitEdit_moveOfADecidedRecord_passes() {
    Record entry = entryOf(clerk, "approved");
    (void)stampStep(entry, manager, Instant{9'000});
    Operation move = operation(Verb::edit, "entry", {});
    move.place = elsewhere;

    QVERIFY(tryEdit(head, entry, move).ok());
}

/// A spend of the clerk's that `endorsed` have signed, and an edit of the manager's that signs.
struct Signing {
    Record spend = blankRecord(catalog().at("spend"), id(100), site);
    Operation edit;

    Signing(IdSet endorsed, Value before, Value after) {
        spend.set("recorded_by", clerk);
        spend.set("endorsed_by", std::move(endorsed));
        edit.verb = Verb::edit;
        edit.type = spend.type;
        edit.record = spend.id;
        edit.changes = {
            {static_cast<std::uint16_t>(*spend.type->find("endorsed_by")), std::move(after), std::move(before)}};
    }
    [[nodiscard]] Result<void> judged() const {
        const Organisation all = organisation();
        return admitEdit(actorFor(all, manager, spend), all, edit, spend);
    }
};

void TestAdmit::admitEdit_signingForAnother_isForbidden() {
    const auto result = Signing({}, {}, IdSet{manager, head}).judged();

    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, Code::forbidden);
    QCOMPARE(result.error().field, std::string("endorsed_by"));
}

void TestAdmit::admitEdit_signingBesideOthersUnseen_passes() {
    QVERIFY(Signing({head}, {}, IdSet{manager}).judged().ok());
    QVERIFY(Signing({manager, head}, IdSet{manager}, {}).judged().ok());
}

void TestAdmit::admitAdd_signedByItsAuthor_isSelfApproval() {
    Operation add;
    add.verb = Verb::add;
    add.type = &catalog().at("spend");
    add.record = id(100);
    for (auto& [name, value] : std::initializer_list<std::pair<const char*, Value>>{
             {"budget_line", id(50)}, {"amount", std::int64_t{1}}, {"endorsed_by", IdSet{manager}}}) {
        add.changes.push_back(to(*add.type, name, value));
    }

    const auto result = tryAdd(manager, add);

    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, Code::self_approval);
}

void TestAdmit::stampStep_keepsWhoAndWhen() {
    Record entry = entryOf(clerk, "submitted");

    const auto written = stampStep(entry, manager, Instant{9'000});

    QCOMPARE(written.size(), std::size_t{2});
    QCOMPARE(entry.reference("decided_by"), manager);
    QCOMPARE(entry.number("decided_at"), 9'000);
}

QTEST_APPLESS_MAIN(TestAdmit)
#include "tst_admit.moc"
