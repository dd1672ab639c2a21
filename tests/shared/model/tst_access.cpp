#include "shared/model/access.h"
#include "tests/shared/model/model_fixture.h"

using namespace zhixing;
using namespace zhixing::test;

namespace {

const Id ann = idOf(1);  ///< the author
const Id ben = idOf(2);  ///< the owner
const Id eve = idOf(3);  ///< neither

/// A claim recorded by Ann for Ben, in `status`.
Record claimIn(std::string status) {
    Record record = blankRecord(modelCatalog().at("claim"), idOf(10), idOf(20));
    record.set("author", ann);
    record.set("owner", ben);
    record.set("status", std::move(status));
    return record;
}

FieldValue change(std::string_view field, Value value) {
    return {static_cast<std::uint16_t>(*modelCatalog().at("claim").find(field)), std::move(value)};
}

Value state(const char* name) { return std::string(name); }

}  // namespace

class TestAccess : public QObject {
    Q_OBJECT

private slots:
    void isAmong_roleAuthorOwner_eachCounts();
    void isAmong_serversField_admitsNobody();
    void isAmong_unsetAuthor_isNotTheNilPerson();

    void mayStep_everyStepAndActor_isTheDeclaredTable_data();
    void mayStep_everyStepAndActor_isTheDeclaredTable();
    void mayStep_withoutWorkflow_isABadTransition();
    void mayStep_stateNeverSet_startsAtTheFirst();
    void mayStep_withASum_isTheDeclaredTable_data();
    void mayStep_withASum_isTheDeclaredTable();
    void mayStep_aboveTheLimit_saysWhichSumAndLimit();
    void sumOfStep_saysWhatTheSumAsks();
    void maySign_forOneselfAlone_data();
    void maySign_forOneselfAlone();

    void mayEdit_fieldAndStateAndActor_data();
    void mayEdit_fieldAndStateAndActor();
    void mayEdit_severalFields_oneForbiddenSpoilsAll();
    void mayEdit_fieldOfTheNextState_isAllowedWithTheStep();
    void mayEdit_fieldOfAStateOutOfReach_isRefusedByTheStep();
    void mayEdit_sameStateAgain_isNoStep();
    void mayEdit_stateCleared_isABadTransition();

    void mayCreate_byRole_data();
    void mayCreate_byRole();
    void mayCreate_authorsField_theAdderIsTheAuthor();
    void mayCreate_serversFieldSet_isForbidden_data();
    void mayCreate_serversFieldSet_isForbidden();
    void mayCreate_fixedField_isSetOnce();
    void mayCreate_oneStepOn_isAllowedTwoAreNot();
    void mayCreate_fieldOfALaterState_isNotEditable();

    void mayDelete_authorOrManager_nobodyElse();
};

void TestAccess::isAmong_roleAuthorOwner_eachCounts() {
    const Record record = claimIn("draft");
    const Writers financeOrAuthor = writers::author | Writers{Role::finance};

    QVERIFY(isAmong({ann, {}}, record, financeOrAuthor));
    QVERIFY(isAmong({eve, {Role::field, Role::finance}}, record, financeOrAuthor));
    QVERIFY(!isAmong({eve, {Role::field}}, record, financeOrAuthor));
    QVERIFY(!isAmong({ben, {}}, record, financeOrAuthor));
    QVERIFY(isAmong({ben, {}}, record, writers::owner));
    QVERIFY(!isAmong({ann, {}}, record, writers::owner));
}

void TestAccess::isAmong_serversField_admitsNobody() {
    QVERIFY(!isAmong({ann,
                      {Role::field, Role::siteManager, Role::regionalManager, Role::headquarters, Role::finance,
                       Role::administrator}},
                     claimIn("draft"), writers::server));
}

void TestAccess::isAmong_unsetAuthor_isNotTheNilPerson() {
    Record record = claimIn("draft");
    record.set("author", {});

    QVERIFY(!isAmong({Id(), {}}, record, writers::author));
}

void TestAccess::mayStep_everyStepAndActor_isTheDeclaredTable_data() {
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QByteArray>("author");
    QTest::addColumn<QByteArray>("authorWhoManages");
    QTest::addColumn<QByteArray>("manager");
    QTest::addColumn<QByteArray>("finance");

    const auto row = [](const char* from, const char* to, const char* author, const char* authorWhoManages,
                        const char* manager, const char* finance) {
        QTest::addRow("%s to %s", from, to)
            << QByteArray(from) << QByteArray(to) << QByteArray(author) << QByteArray(authorWhoManages)
            << QByteArray(manager) << QByteArray(finance);
    };
    const char* none = "bad_transition status";
    const char* forbidden = "forbidden status";
    row("draft", "submitted", "ok", "ok", forbidden, forbidden);
    row("submitted", "draft", "ok", "ok", forbidden, forbidden);
    row("submitted", "approved", forbidden, "self_approval status", "ok", "ok");
    row("approved", "paid", forbidden, forbidden, forbidden, "ok");
    row("draft", "approved", none, none, none, none);
    row("draft", "draft", none, none, none, none);
    row("approved", "submitted", none, none, none, none);
    row("paid", "draft", none, none, none, none);
    row("draft", "lost", none, none, none, none);
    row("draft", "", none, none, none, none);
}

void TestAccess::mayStep_everyStepAndActor_isTheDeclaredTable() {
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QByteArray, author);
    QFETCH(QByteArray, authorWhoManages);
    QFETCH(QByteArray, manager);
    QFETCH(QByteArray, finance);
    const Record record = claimIn(from.toStdString());

    QCOMPARE(told(mayStep({ann, {Role::field}}, record, view(to))), author);
    QCOMPARE(told(mayStep({ann, {Role::siteManager}}, record, view(to))), authorWhoManages);
    QCOMPARE(told(mayStep({eve, {Role::siteManager}}, record, view(to))), manager);
    QCOMPARE(told(mayStep({eve, {Role::finance}}, record, view(to))), finance);
}

void TestAccess::mayStep_withoutWorkflow_isABadTransition() {
    const Record record = blankRecord(modelCatalog().at("sample"), idOf(10), idOf(20));

    QCOMPARE(told(mayStep({ann, {Role::administrator}}, record, "done")), QByteArray("bad_transition"));
}

void TestAccess::mayStep_stateNeverSet_startsAtTheFirst() {
    Record record = claimIn("draft");
    record.set("status", {});

    QCOMPARE(told(mayStep({ann, {}}, record, "submitted")), QByteArray("ok"));
}

void TestAccess::mayStep_withASum_isTheDeclaredTable_data() {
    QTest::addColumn<qint64>("fen");
    QTest::addColumn<bool>("isLimited");
    QTest::addColumn<QByteArray>("manager");
    QTest::addColumn<QByteArray>("finance");
    QTest::newRow("at the limit") << qint64{1'000} << true << QByteArray("ok") << QByteArray("ok");
    QTest::newRow("above it") << qint64{1'001} << true << QByteArray("second_approval amount") << QByteArray("ok");
    QTest::newRow("back, at it") << qint64{-1'000} << true << QByteArray("ok") << QByteArray("ok");
    QTest::newRow("back, above it") << qint64{-1'001} << true << QByteArray("second_approval amount")
                                    << QByteArray("ok");
    QTest::newRow("no limit set") << qint64{1'001} << false << QByteArray("ok") << QByteArray("ok");
}

void TestAccess::mayStep_withASum_isTheDeclaredTable() {
    QFETCH(qint64, fen);
    QFETCH(bool, isLimited);
    QFETCH(QByteArray, manager);
    QFETCH(QByteArray, finance);
    Record record = claimIn("submitted");
    record.set("amount", std::int64_t{fen});
    const auto acting = [&](std::vector<Role> roles) {
        Actor actor{eve, std::move(roles)};
        if (isLimited) actor.sumsFen["claim_limit"] = 1'000;
        return actor;
    };

    QCOMPARE(told(mayStep(acting({Role::siteManager}), record, "approved")), manager);
    QCOMPARE(told(mayStep(acting({Role::finance}), record, "approved")), finance);
    QCOMPARE(told(mayStep(acting({Role::siteManager, Role::finance}), record, "approved")), finance);
    QCOMPARE(told(mayStep(acting({Role::field}), record, "approved")), QByteArray("forbidden status"));
}

void TestAccess::mayStep_aboveTheLimit_saysWhichSumAndLimit() {
    Record record = claimIn("submitted");
    record.set("amount", std::int64_t{5'000});

    const auto refused = mayStep({eve, {Role::siteManager}, {{"claim_limit", 1'000}}}, record, "approved");
    const auto own = mayStep({ann, {Role::siteManager}, {{"claim_limit", 1'000}}}, record, "approved");

    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().limit.value_or(0), std::int64_t{1'000});
    QCOMPARE(told(own), QByteArray("self_approval status"));
}

void TestAccess::sumOfStep_saysWhatTheSumAsks() {
    Record record = claimIn("submitted");
    record.set("amount", std::int64_t{5'000});
    const Actor manager{eve, {Role::siteManager}, {{"claim_limit", 1'000}}};
    const Actor finance{eve, {Role::finance}, {{"claim_limit", 9'000}}};

    const auto above = sumOfStep(manager, record, "approved");
    const auto within = sumOfStep(finance, record, "approved");

    QVERIFY(above && above->limitFen == 1'000 && above->isPassed && !above->mayTakeMore);
    QVERIFY(within && within->limitFen == 9'000 && !within->isPassed && within->mayTakeMore);
    QVERIFY(!sumOfStep({eve, {Role::finance}}, record, "approved"));
    QVERIFY(!sumOfStep(manager, record, "draft"));
}

void TestAccess::maySign_forOneselfAlone_data() {
    QTest::addColumn<int>("before");  // bits: ann, ben, eve
    QTest::addColumn<int>("after");
    QTest::addColumn<QByteArray>("said");
    const QByteArray forbidden("forbidden signed_by");
    QTest::newRow("oneself") << 0 << 4 << QByteArray("ok");
    QTest::newRow("oneself beside another") << 2 << 6 << QByteArray("ok");
    QTest::newRow("oneself back") << 6 << 2 << QByteArray("ok");
    QTest::newRow("nobody") << 2 << 2 << QByteArray("ok");
    QTest::newRow("another") << 0 << 2 << forbidden;
    QTest::newRow("oneself and another") << 0 << 6 << forbidden;
    QTest::newRow("another back") << 2 << 0 << forbidden;
}

void TestAccess::maySign_forOneselfAlone() {
    QFETCH(int, before);
    QFETCH(int, after);
    QFETCH(QByteArray, said);
    const auto people = [](int bits) {
        IdSet set;
        for (const auto& [bit, person] : {std::pair(1, ann), {2, ben}, {4, eve}}) {
            if ((bits & bit) != 0) set.push_back(person);
        }
        std::sort(set.begin(), set.end());
        return set.empty() ? Value() : Value(set);
    };
    const RecordType& type = modelCatalog().at("claim");
    const Field& field = type.fields[*type.find("signed_by")];

    QCOMPARE(told(maySign({eve, {}}, claimIn("submitted"), field, people(before), people(after))), said);
    QCOMPARE(told(maySign({ann, {}}, claimIn("submitted"), field, {}, people(1))),
             QByteArray("self_approval signed_by"));
}

void TestAccess::mayEdit_fieldAndStateAndActor_data() {
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("author");
    QTest::addColumn<QByteArray>("owner");
    QTest::addColumn<QByteArray>("manager");

    const auto row = [](const char* status, const char* field, const char* author, const char* owner,
                        const char* manager) {
        QTest::addRow("%s when %s", field, status) << QByteArray(status) << QByteArray(field) << QByteArray(author)
                                                   << QByteArray(owner) << QByteArray(manager);
    };
    row("draft", "amount", "ok", "forbidden amount", "forbidden amount");
    row("submitted", "amount", "not_editable amount", "forbidden amount", "forbidden amount");
    row("draft", "reason", "forbidden reason", "forbidden reason", "not_editable reason");
    row("submitted", "reason", "forbidden reason", "forbidden reason", "ok");
    row("approved", "reason", "forbidden reason", "forbidden reason", "ok");
    row("paid", "reason", "forbidden reason", "forbidden reason", "not_editable reason");
    row("draft", "number", "not_editable number", "not_editable number", "not_editable number");
    row("draft", "is_suspect", "forbidden is_suspect", "forbidden is_suspect", "forbidden is_suspect");
    row("draft", "author", "forbidden author", "forbidden author", "forbidden author");
    row("draft", "recorded_at", "forbidden recorded_at", "forbidden recorded_at", "forbidden recorded_at");
    row("submitted", "decided_by", "forbidden decided_by", "forbidden decided_by", "forbidden decided_by");
    row("paid", "owner", "ok", "ok", "ok");
    row("paid", "answer", "forbidden answer", "ok", "forbidden answer");
}

void TestAccess::mayEdit_fieldAndStateAndActor() {
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, author);
    QFETCH(QByteArray, owner);
    QFETCH(QByteArray, manager);
    const Record record = claimIn(status.toStdString());
    const std::vector<FieldValue> changes = {change(view(field), {})};

    QCOMPARE(told(mayEdit({ann, {Role::field}}, record, changes)), author);
    QCOMPARE(told(mayEdit({ben, {Role::field}}, record, changes)), owner);
    QCOMPARE(told(mayEdit({eve, {Role::siteManager}}, record, changes)), manager);
}

void TestAccess::mayEdit_severalFields_oneForbiddenSpoilsAll() {
    const std::vector<FieldValue> changes = {change("amount", std::int64_t{5}), change("is_suspect", false)};

    QCOMPARE(told(mayEdit({ann, {Role::field}}, claimIn("draft"), changes)), QByteArray("forbidden is_suspect"));
}

void TestAccess::mayEdit_fieldOfTheNextState_isAllowedWithTheStep() {
    const std::vector<FieldValue> back = {change("amount", std::int64_t{5}), change("status", state("draft"))};
    const std::vector<FieldValue> alone = {change("amount", std::int64_t{5})};

    QCOMPARE(told(mayEdit({ann, {Role::field}}, claimIn("submitted"), back)), QByteArray("ok"));
    QCOMPARE(told(mayEdit({ann, {Role::field}}, claimIn("submitted"), alone)), QByteArray("not_editable amount"));
}

void TestAccess::mayEdit_fieldOfAStateOutOfReach_isRefusedByTheStep() {
    const std::vector<FieldValue> changes = {change("amount", std::int64_t{5}), change("status", state("draft"))};

    QCOMPARE(told(mayEdit({ann, {Role::field}}, claimIn("approved"), changes)), QByteArray("bad_transition status"));
}

void TestAccess::mayEdit_sameStateAgain_isNoStep() {
    const std::vector<FieldValue> changes = {change("status", state("approved"))};

    QCOMPARE(told(mayEdit({eve, {Role::finance}}, claimIn("approved"), changes)), QByteArray("ok"));
}

void TestAccess::mayEdit_stateCleared_isABadTransition() {
    const std::vector<FieldValue> changes = {change("status", {})};

    QCOMPARE(told(mayEdit({ann, {Role::finance}}, claimIn("draft"), changes)), QByteArray("bad_transition status"));
}

void TestAccess::mayCreate_byRole_data() {
    QTest::addColumn<QByteArray>("role");
    QTest::addColumn<QByteArray>("answer");

    QTest::newRow("field") << QByteArray("field") << QByteArray("ok");
    QTest::newRow("site manager") << QByteArray("site_manager") << QByteArray("ok");
    QTest::newRow("finance") << QByteArray("finance") << QByteArray("forbidden");
    QTest::newRow("administrator") << QByteArray("administrator") << QByteArray("forbidden");
}

void TestAccess::mayCreate_byRole() {
    QFETCH(QByteArray, role);
    QFETCH(QByteArray, answer);

    QCOMPARE(told(mayCreate({ann, {*roleFromWord(view(role))}}, claimIn("draft"))), answer);
    QCOMPARE(told(mayCreate({ann, {}}, claimIn("draft"))), QByteArray("forbidden"));
}

void TestAccess::mayCreate_authorsField_theAdderIsTheAuthor() {
    Record record = claimIn("draft");
    record.set("author", {});
    record.set("amount", std::int64_t{300});

    QCOMPARE(told(mayCreate({eve, {Role::field}}, record)), QByteArray("ok"));
}

void TestAccess::mayCreate_serversFieldSet_isForbidden_data() {
    QTest::addColumn<QByteArray>("field");

    QTest::newRow("mark") << QByteArray("is_suspect");
    QTest::newRow("who decided") << QByteArray("decided_by");
    QTest::newRow("the owner's answer") << QByteArray("answer");
}

void TestAccess::mayCreate_serversFieldSet_isForbidden() {
    QFETCH(QByteArray, field);
    Record record = claimIn("draft");
    const Kind kind = record.type->fields[*record.type->find(view(field))].kind;
    record.set(view(field), kind == Kind::boolean ? Value(true) : kind == Kind::text ? Value("yes") : Value(ann));

    QCOMPARE(told(mayCreate({ann, {Role::field}}, record)), "forbidden " + field);
}

void TestAccess::mayCreate_fixedField_isSetOnce() {
    Record record = claimIn("draft");
    record.set("number", std::string("INV-1"));

    QCOMPARE(told(mayCreate({ann, {Role::field}}, record)), QByteArray("ok"));
}

void TestAccess::mayCreate_oneStepOn_isAllowedTwoAreNot() {
    QCOMPARE(told(mayCreate({ann, {Role::field}}, claimIn("submitted"))), QByteArray("ok"));
    QCOMPARE(told(mayCreate({ann, {Role::siteManager}}, claimIn("approved"))), QByteArray("bad_transition status"));
}

void TestAccess::mayCreate_fieldOfALaterState_isNotEditable() {
    Record record = claimIn("draft");
    record.set("reason", std::string("late"));

    QCOMPARE(told(mayCreate({ann, {Role::siteManager}}, record)), QByteArray("not_editable reason"));
}

void TestAccess::mayDelete_authorOrManager_nobodyElse() {
    const Record record = claimIn("draft");

    QCOMPARE(told(mayDelete({ann, {Role::field}}, record)), QByteArray("ok"));
    QCOMPARE(told(mayDelete({eve, {Role::regionalManager}}, record)), QByteArray("ok"));
    QCOMPARE(told(mayDelete({eve, {Role::field}}, record)), QByteArray("forbidden"));
    QCOMPARE(told(mayDelete({ben, {Role::finance}}, record)), QByteArray("forbidden"));
}

QTEST_APPLESS_MAIN(TestAccess)
#include "tst_access.moc"
