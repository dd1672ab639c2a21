#include <set>

#include "shared/model/organisation.h"
#include "tests/shared/model/model_fixture.h"
#include "tests/support/seed.h"
#include "tests/support/seeded_random.h"

using namespace zhixing;
using namespace zhixing::test;

namespace {

// Headquarters with two regions; the north has two sites, the south one.
const Id hq = idOf(1);
const Id north = idOf(2);
const Id south = idOf(3);
const Id northSite = idOf(4);
const Id northOther = idOf(5);
const Id southSite = idOf(6);
const Id ann = idOf(100);

Record nodeRecord(const Id& id, const Id& parent) {
    Record record = blankRecord(modelCatalog().at("node"), id, id);
    if (!parent.isNil()) record.set("parent", parent);
    return record;
}

Record personRecord(const Id& id, const Id& place, bool isActive = true) {
    Record record = blankRecord(modelCatalog().at("person"), id, place);
    record.set("active", isActive);
    return record;
}

Record grantRecord(const Id& id, const Id& person, const Id& node, Role role) {
    Record record = blankRecord(modelCatalog().at("grant"), id, node);
    record.set("person", person);
    record.set("node", node);
    record.set("role", std::string(word(role)));
    return record;
}

Record policyRecord(const Id& id, const Id& place, std::int64_t millionths) {
    Record record = blankRecord(modelCatalog().at("policy"), id, place);
    record.set("name", std::string("limit"));
    record.set("value", millionths);
    return record;
}

/// A grant's id that sorts by `number`.
Id grantId(std::uint8_t number) {
    Bytes16 bytes{};
    bytes[15] = number;
    return Id(bytes);
}

/// The tree above with Ann in it, without grants.
Organisation tree() {
    Organisation organisation;
    organisation.apply(nodeRecord(hq, {}));
    organisation.apply(nodeRecord(north, hq));
    organisation.apply(nodeRecord(south, hq));
    organisation.apply(nodeRecord(northSite, north));
    organisation.apply(nodeRecord(northOther, north));
    organisation.apply(nodeRecord(southSite, south));
    organisation.apply(personRecord(ann, southSite));
    return organisation;
}

Organisation treeWith(const Id& node, Role role) {
    Organisation organisation = tree();
    organisation.apply(grantRecord(grantId(1), ann, node, role));
    return organisation;
}

ScopeSet scopes(std::initializer_list<Id> nodes, std::initializer_list<Audience> audiences) {
    ScopeSet set;
    for (const Id& node : nodes) {
        for (const Audience audience : audiences) set.push_back({node, audience});
    }
    std::sort(set.begin(), set.end());
    return set;
}

constexpr auto everyone = Audience::everyone;
constexpr auto managers = Audience::managers;
constexpr auto headquarters = Audience::headquarters;

}  // namespace

class TestOrganisation : public QObject {
    Q_OBJECT

private slots:
    void scopesOf_fieldAtASite_isTheSiteAndItsPathUp();
    void scopesOf_regionalManager_isTheSubtreeAndThePathUp();
    void scopesOf_headquarters_isEverything();
    void scopesOf_twoGrants_areJoinedWithoutRepetition();
    void scopesOf_withoutGrantOrPerson_isNothing();
    void scopesOf_inactivePerson_isNothing();
    void scopesOf_equalsSees_forAnyTree();
    void rolesAt_isOnlyTheSubtree();
    void rolesAt_grantsAlongThePath_addUp();
    void rolesAt_grantWithoutNode_holdsWhereItIsPlaced();
    void homeOf_isTheEarliestGrant_elseThePersonsPlace();
    void apply_sameAgain_changesNothing();
    void apply_anyDifference_isTold();
    void apply_otherTypes_areIgnored();
    void apply_grantRevokedOrDeleted_isGone();
    void apply_grantGivenToSomeoneElse_leavesTheFirst();
    void apply_inAnyOrder_isTheSame();
    void forget_node_cutsItsSubtreeOff();
    void isWithin_ringOfNodes_ends();
    void policySum_theNearestHolds();
    void policySum_inactiveForACampaignOrDeleted_doesNotCount();
    void parentOf_rootAndUnknown_isNothing();
};

void TestOrganisation::scopesOf_fieldAtASite_isTheSiteAndItsPathUp() {
    QVERIFY(treeWith(northSite, Role::field).scopesOf(ann) == scopes({northSite, north, hq}, {everyone}));
}

void TestOrganisation::scopesOf_regionalManager_isTheSubtreeAndThePathUp() {
    QVERIFY(treeWith(north, Role::regionalManager).scopesOf(ann) ==
            scopes({north, northSite, northOther, hq}, {everyone, managers}));
}

void TestOrganisation::scopesOf_headquarters_isEverything() {
    QVERIFY(treeWith(hq, Role::headquarters).scopesOf(ann) ==
            scopes({hq, north, south, northSite, northOther, southSite}, {everyone, managers, headquarters}));
}

void TestOrganisation::scopesOf_twoGrants_areJoinedWithoutRepetition() {
    Organisation organisation = treeWith(northSite, Role::field);
    organisation.apply(grantRecord(grantId(2), ann, southSite, Role::siteManager));

    ScopeSet expected = scopes({northSite, north, hq, southSite, south}, {everyone});
    for (const Scope& scope : scopes({southSite, south, hq}, {managers})) expected.push_back(scope);
    std::sort(expected.begin(), expected.end());

    QVERIFY(organisation.scopesOf(ann) == expected);
}

void TestOrganisation::scopesOf_withoutGrantOrPerson_isNothing() {
    QVERIFY(tree().scopesOf(ann).empty());

    Organisation organisation;
    organisation.apply(nodeRecord(hq, {}));
    organisation.apply(grantRecord(grantId(1), ann, hq, Role::administrator));
    QVERIFY(organisation.scopesOf(ann).empty());
    QVERIFY(organisation.rolesAt(ann, hq).empty());
}

void TestOrganisation::scopesOf_inactivePerson_isNothing() {
    Organisation organisation = treeWith(hq, Role::administrator);

    QVERIFY(organisation.apply(personRecord(ann, southSite, false)));

    QVERIFY(!organisation.isActive(ann));
    QVERIFY(organisation.scopesOf(ann).empty());
    QVERIFY(organisation.rolesAt(ann, hq).empty());
    QVERIFY(!organisation.sees(ann, {hq, everyone}));
}

void TestOrganisation::scopesOf_equalsSees_forAnyTree() {
    const std::uint64_t seed = drawnSeed();
    qInfo("seed %llu", static_cast<unsigned long long>(seed));
    SeededRandom random(seed);
    constexpr int nodes = 12;

    for (int round = 0; round < 200; ++round) {
        // Parents are drawn from all nodes, so that rings and orphans occur too.
        Organisation organisation;
        organisation.apply(personRecord(ann, idOf(0)));
        for (int i = 0; i < nodes; ++i) {
            organisation.apply(nodeRecord(idOf(i), i == 0 ? Id() : idOf(static_cast<int>(random.below(nodes + 1)))));
        }
        for (std::uint8_t i = 0; i < 3; ++i) {
            organisation.apply(grantRecord(grantId(i), ann, idOf(static_cast<int>(random.below(nodes))),
                                           static_cast<Role>(random.below(6))));
        }

        const ScopeSet set = organisation.scopesOf(ann);

        for (int i = 0; i < nodes; ++i) {
            for (const Audience audience : {everyone, managers, headquarters}) {
                const Scope scope{idOf(i), audience};
                QCOMPARE(organisation.sees(ann, scope), std::binary_search(set.begin(), set.end(), scope));
            }
        }
    }
}

void TestOrganisation::rolesAt_isOnlyTheSubtree() {
    const Organisation organisation = treeWith(north, Role::regionalManager);

    QVERIFY(organisation.rolesAt(ann, northSite) == std::vector{Role::regionalManager});
    QVERIFY(organisation.rolesAt(ann, north) == std::vector{Role::regionalManager});
    QVERIFY(organisation.rolesAt(ann, hq).empty());
    QVERIFY(organisation.rolesAt(ann, southSite).empty());
    QVERIFY(organisation.rolesAt(ann, idOf(999)).empty());
}

void TestOrganisation::rolesAt_grantsAlongThePath_addUp() {
    Organisation organisation = treeWith(hq, Role::finance);
    organisation.apply(grantRecord(grantId(2), ann, northSite, Role::field));
    organisation.apply(grantRecord(grantId(3), ann, north, Role::finance));

    QVERIFY((organisation.rolesAt(ann, northSite) == std::vector{Role::field, Role::finance}));
    QVERIFY(organisation.rolesAt(ann, southSite) == std::vector{Role::finance});
}

void TestOrganisation::rolesAt_grantWithoutNode_holdsWhereItIsPlaced() {
    Record grant = grantRecord(grantId(1), ann, north, Role::finance);
    grant.set("node", Value{});
    Organisation organisation = tree();

    organisation.apply(grant);

    QCOMPARE(organisation.rolesAt(ann, northSite), std::vector{Role::finance});
    QCOMPARE(organisation.rolesAt(ann, southSite), std::vector<Role>{});
    QCOMPARE(organisation.homeOf(ann), std::optional(north));
}

void TestOrganisation::homeOf_isTheEarliestGrant_elseThePersonsPlace() {
    Organisation organisation = tree();
    QVERIFY(organisation.homeOf(ann) == southSite);
    QVERIFY(!organisation.homeOf(idOf(999)).has_value());

    organisation.apply(grantRecord(grantId(9), ann, hq, Role::finance));
    organisation.apply(grantRecord(grantId(4), ann, northSite, Role::field));

    QVERIFY(organisation.homeOf(ann) == northSite);
}

void TestOrganisation::apply_sameAgain_changesNothing() {
    Organisation organisation = treeWith(north, Role::field);

    QVERIFY(!organisation.apply(nodeRecord(north, hq)));
    QVERIFY(!organisation.apply(personRecord(ann, southSite)));
    QVERIFY(!organisation.apply(grantRecord(grantId(1), ann, north, Role::field)));
}

void TestOrganisation::apply_anyDifference_isTold() {
    Organisation organisation = treeWith(north, Role::field);

    QVERIFY(organisation.apply(nodeRecord(northSite, south)));
    QVERIFY(organisation.apply(personRecord(ann, north)));
    QVERIFY(organisation.apply(grantRecord(grantId(1), ann, north, Role::finance)));
    QVERIFY(organisation.apply(grantRecord(grantId(1), ann, south, Role::finance)));
    QVERIFY(organisation.scopesOf(ann) ==
            scopes({south, southSite, northSite, hq}, {everyone, managers, headquarters}));
}

void TestOrganisation::apply_otherTypes_areIgnored() {
    Organisation organisation = treeWith(north, Role::field);

    QVERIFY(!organisation.apply(blankRecord(modelCatalog().at("sample"), north, hq)));
    QVERIFY(organisation.hasNode(north));
}

void TestOrganisation::apply_grantRevokedOrDeleted_isGone() {
    Record revoked = grantRecord(grantId(1), ann, hq, Role::finance);
    revoked.set("revoked", true);
    Record deleted = grantRecord(grantId(1), ann, hq, Role::finance);
    deleted.isDeleted = true;

    for (const Record& end : {revoked, deleted}) {
        Organisation organisation = treeWith(hq, Role::finance);
        QVERIFY(organisation.apply(end));
        QVERIFY(organisation.scopesOf(ann).empty());
        QVERIFY(organisation.homeOf(ann) == southSite);
        QVERIFY(!organisation.apply(end));
    }
}

void TestOrganisation::apply_grantGivenToSomeoneElse_leavesTheFirst() {
    const Id ben = idOf(101);
    Organisation organisation = treeWith(north, Role::field);
    organisation.apply(personRecord(ben, hq));

    QVERIFY(organisation.apply(grantRecord(grantId(1), ben, north, Role::field)));

    QVERIFY(organisation.scopesOf(ann).empty());
    QVERIFY(organisation.scopesOf(ben) == scopes({north, northSite, northOther, hq}, {everyone}));
}

void TestOrganisation::apply_inAnyOrder_isTheSame() {
    const ScopeSet expected = treeWith(north, Role::siteManager).scopesOf(ann);

    Organisation organisation;
    organisation.apply(grantRecord(grantId(1), ann, north, Role::siteManager));
    organisation.apply(nodeRecord(northOther, north));
    organisation.apply(personRecord(ann, southSite));
    organisation.apply(nodeRecord(northSite, north));
    organisation.apply(nodeRecord(north, hq));
    organisation.apply(nodeRecord(hq, {}));

    QVERIFY(organisation.scopesOf(ann) == expected);
}

void TestOrganisation::forget_node_cutsItsSubtreeOff() {
    Organisation organisation = treeWith(hq, Role::finance);

    organisation.forget(north);

    QVERIFY(!organisation.hasNode(north));
    QVERIFY(!organisation.isWithin(northSite, hq));
    QVERIFY(!organisation.sees(ann, {north, everyone}));
    QVERIFY(organisation.sees(ann, {southSite, headquarters}));
}

void TestOrganisation::isWithin_ringOfNodes_ends() {
    Organisation organisation = tree();
    organisation.apply(nodeRecord(hq, northSite));

    QVERIFY(organisation.isWithin(hq, north));
    QVERIFY(organisation.isWithin(northSite, hq));
    QVERIFY(!organisation.isWithin(hq, southSite));
    QVERIFY(!organisation.isWithin(idOf(999), hq));
}

void TestOrganisation::parentOf_rootAndUnknown_isNothing() {
    const Organisation organisation = tree();

    QVERIFY(organisation.parentOf(northSite) == north);
    QVERIFY(!organisation.parentOf(hq).has_value());
    QVERIFY(!organisation.parentOf(idOf(999)).has_value());
}

void TestOrganisation::policySum_theNearestHolds() {
    Organisation all = tree();
    all.apply(policyRecord(idOf(201), hq, 5'000'000'000));
    all.apply(policyRecord(idOf(202), north, 2'500'000));

    QCOMPARE(all.policySumFen("limit", hq), std::optional<std::int64_t>(500'000));
    QCOMPARE(all.policySumFen("limit", southSite), std::optional<std::int64_t>(500'000));
    QCOMPARE(all.policySumFen("limit", northSite), std::optional<std::int64_t>(250));
    QVERIFY(!all.policySumFen("other", northSite));
    QVERIFY(!all.policySumFen("limit", idOf(77)));
}

void TestOrganisation::policySum_inactiveForACampaignOrDeleted_doesNotCount() {
    Organisation all = tree();
    Record policy = policyRecord(idOf(201), hq, 5'000'000);

    QVERIFY(!all.apply(policy));  // nobody's scopes or roles differ
    QVERIFY(all.policySumFen("limit", hq));
    policy.set("active", false);
    all.apply(policy);
    QVERIFY(!all.policySumFen("limit", hq));

    policy.set("active", true);
    policy.set("campaign", idOf(300));
    all.apply(policy);
    QVERIFY(!all.policySumFen("limit", hq));

    policy.set("campaign", Value());
    all.apply(policy);
    QVERIFY(all.policySumFen("limit", hq));
    policy.set("value", Value());
    all.apply(policy);
    QVERIFY(!all.policySumFen("limit", hq));

    policy.set("value", std::int64_t{1'000'000});
    all.apply(policy);
    policy.isDeleted = true;
    all.apply(policy);
    QVERIFY(!all.policySumFen("limit", hq));

    policy.isDeleted = false;
    all.apply(policy);
    all.forget(policy.id);
    QVERIFY(!all.policySumFen("limit", hq));
}

QTEST_APPLESS_MAIN(TestOrganisation)
#include "tst_organisation.moc"
