#include <QtTest>

#include "shared/catalog/catalog.h"
#include "shared/model/access.h"
#include "shared/model/validation.h"

using namespace zhixing;

namespace {

Id idOf(std::uint8_t last) {
    Bytes16 bytes{};
    bytes[15] = last;
    return Id(bytes);
}

const Actor wang{idOf(1), {Role::field}};
const Actor wu{idOf(2), {Role::siteManager}};
const Actor zhang{idOf(3), {Role::regionalManager}};
const Actor zhao{idOf(4), {Role::finance}};
const Actor chen{idOf(5), {Role::headquarters}};
const Actor nobody{idOf(6), {}};

Record recordedBy(const Actor& author, std::string_view type) {
    Record record = blankRecord(catalog().at(type), idOf(100), idOf(101));
    if (!record.type->author.empty()) record.set(record.type->author, author.person);
    return record;
}

Record spendOf(const Actor& author, std::string state = "submitted") {
    Record spend = recordedBy(author, "spend");
    spend.set("budget_line", idOf(102));
    spend.set("amount", std::int64_t{300'00});
    spend.set("state", std::move(state));
    return spend;
}

Record taskOf(const Actor& author) {
    Record task = recordedBy(author, "task");
    task.set("campaign", idOf(103));
    task.set("title", std::string("场地布置"));
    return task;
}

/// The code of the refusal; `word` of nothing is "ok".
QByteArray codeOf(const Result<void>& result) {
    return result.ok() ? QByteArray("ok") : QByteArray::fromStdString(std::string(word(result.error().code)));
}

QByteArray edit(const Actor& actor, const Record& record, std::string_view field, Value value) {
    const FieldValue change{static_cast<std::uint16_t>(*record.type->find(field)), std::move(value)};
    return codeOf(mayEdit(actor, record, {&change, 1}));
}

}  // namespace

/// Who may do what with the types that people meet every day.
class TestRights : public QObject {
    Q_OBJECT

private slots:
    void task_onTheGround_isMovedAndReported();
    void task_plan_belongsToManagersAndItsAuthor();
    void task_cancelling_isThePlannersDecision();
    void spend_ofMyOwn_isApprovedByOthers();
    void spend_aboveTheLimit_isFinancesAndHeadquarters();
    void spend_amount_isItsAuthorsUntilDecided();
    void spend_approved_isTheEnd();
    void spend_anyone_deletesNone();
    void budgetLine_amount_isPlannersAndFinances();
    void budgetLine_own_isApprovedByOthers();
    void feedback_withOneWord_isEnough();
    void feedback_words_stayTheirAuthors();
    void conflict_people_onlySettle();
    void campaign_own_isApprovedByOthers();
    void grant_onlyAdministrators_give();
};

void TestRights::task_onTheGround_isMovedAndReported() {
    Record task = taskOf(zhang);

    QCOMPARE(codeOf(mayStep(wang, task, "in_progress")), "ok");
    QCOMPARE(edit(wang, task, "progress", std::int64_t{40}), "ok");
    QCOMPARE(edit(wang, task, "delay_reason", std::string("物料未到")), "ok");
    QCOMPARE(edit(wang, task, "checklist", Entries{{"签到台", "done"}}), "ok");
    task.set("status", std::string("in_progress"));
    QCOMPARE(codeOf(mayStep(wang, task, "done")), "ok");
    QCOMPARE(codeOf(mayStep(wang, task, "not_started")), "ok");
    QCOMPARE(codeOf(mayStep(nobody, task, "done")), "forbidden");
}

void TestRights::task_plan_belongsToManagersAndItsAuthor() {
    const Record task = taskOf(zhang);

    for (const auto& [field, value] :
         std::initializer_list<std::pair<std::string_view, Value>>{{"title", std::string("布置")},
                                                                   {"due_date", std::int64_t{20'000}},
                                                                   {"budget", std::int64_t{1}},
                                                                   {"sequence", std::int64_t{7}},
                                                                   {"tags", TagSet{"急"}},
                                                                   {"remark", std::string("18:00前完成")},
                                                                   {"owner", wang.person},
                                                                   {"publish_at", std::int64_t{1'000'000}}}) {
        QCOMPARE(edit(wang, task, field, value), "forbidden");
        QCOMPARE(edit(wu, task, field, value), "ok");
        QCOMPARE(edit(wang, taskOf(wang), field, value), "ok");
    }
}

void TestRights::task_cancelling_isThePlannersDecision() {
    const Record task = taskOf(zhang);

    QCOMPARE(codeOf(mayStep(wang, task, "cancelled")), "forbidden");
    QCOMPARE(codeOf(mayStep(wu, task, "cancelled")), "ok");
    QCOMPARE(codeOf(mayStep(wang, taskOf(wang), "cancelled")), "ok");
}

void TestRights::spend_ofMyOwn_isApprovedByOthers() {
    QCOMPARE(codeOf(mayCreate(wang, spendOf(wang))), "ok");
    QCOMPARE(codeOf(mayStep(wang, spendOf(wang), "approved")), "forbidden");
    QCOMPARE(codeOf(mayStep(zhang, spendOf(wang), "approved")), "ok");
    QCOMPARE(codeOf(mayStep(zhao, spendOf(wang), "returned")), "ok");
    QCOMPARE(codeOf(mayStep(zhang, spendOf(zhang), "approved")), "self_approval");
    QCOMPARE(codeOf(mayCreate(zhang, spendOf(zhang, "approved"))), "self_approval");
}

void TestRights::spend_aboveTheLimit_isFinancesAndHeadquarters() {
    Record spend = spendOf(wang);
    const auto step = [&](Actor actor, const char* to) {
        actor.sumsFen["second_approval_above"] = 5'000'00;
        return codeOf(mayStep(actor, spend, to));
    };

    spend.set("amount", std::int64_t{5'000'00});
    QCOMPARE(step(wu, "approved"), "ok");
    spend.set("amount", std::int64_t{5'000'01});
    for (const Actor& manager : {wu, zhang}) QCOMPARE(step(manager, "approved"), "second_approval");
    for (const Actor& higher : {zhao, chen}) QCOMPARE(step(higher, "approved"), "ok");
    QCOMPARE(step(wu, "returned"), "ok");
    QCOMPARE(edit(wu, spend, "endorsed_by", IdSet{wu.person}), "ok");
}

void TestRights::spend_amount_isItsAuthorsUntilDecided() {
    const Value amount = std::int64_t{280'00};

    QCOMPARE(edit(wang, spendOf(wang), "amount", amount), "ok");
    QCOMPARE(edit(wang, spendOf(wang, "returned"), "amount", amount), "ok");
    QCOMPARE(edit(zhang, spendOf(wang), "amount", amount), "forbidden");
    QCOMPARE(edit(wang, spendOf(wang, "approved"), "amount", amount), "not_editable");
    QCOMPARE(edit(wang, spendOf(wang), "decided_by", wang.person), "forbidden");
}

void TestRights::spend_approved_isTheEnd() {
    const Record approved = spendOf(wang, "approved");

    for (const std::string_view state : {"submitted", "returned", "withdrawn"}) {
        QCOMPARE(codeOf(mayStep(wang, approved, state)), "bad_transition");
        QCOMPARE(codeOf(mayStep(zhao, approved, state)), "bad_transition");
    }
    Record reversal = spendOf(wang);
    reversal.set("amount", std::int64_t{-300'00});
    reversal.set("reversal_of", approved.id);
    QVERIFY(validateRecord(reversal).ok());
    QCOMPARE(codeOf(mayCreate(wang, reversal)), "ok");
}

void TestRights::spend_anyone_deletesNone() {
    for (const Actor& actor : {wang, wu, zhang, zhao, chen}) {
        QCOMPARE(codeOf(mayDelete(actor, spendOf(wang))), "forbidden");
    }
}

void TestRights::budgetLine_amount_isPlannersAndFinances() {
    Record line = recordedBy(chen, "budget_line");
    const Value amount = std::int64_t{16'000'00};

    for (const Actor& actor : {zhang, zhao, chen}) QCOMPARE(edit(actor, line, "amount", amount), "ok");
    for (const Actor& actor : {wang, wu}) QCOMPARE(edit(actor, line, "amount", amount), "forbidden");
    line.set("state", std::string("closed"));
    QCOMPARE(edit(zhao, line, "amount", amount), "not_editable");
}

void TestRights::budgetLine_own_isApprovedByOthers() {
    QCOMPARE(codeOf(mayStep(zhao, recordedBy(zhao, "budget_line"), "approved")), "self_approval");
    QCOMPARE(codeOf(mayStep(chen, recordedBy(zhao, "budget_line"), "approved")), "ok");
    QCOMPARE(codeOf(mayStep(zhang, recordedBy(zhao, "budget_line"), "approved")), "forbidden");
}

void TestRights::feedback_withOneWord_isEnough() {
    Record rated = recordedBy(wang, "feedback");
    rated.set("rating", std::int64_t{4});
    Record said = recordedBy(wang, "feedback");
    said.set("text", std::string("排队太久"));

    for (const Record& feedback : {rated, said}) {
        QVERIFY(validateRecord(feedback).ok());
        QCOMPARE(codeOf(mayCreate(wang, feedback)), "ok");
    }
}

void TestRights::feedback_words_stayTheirAuthors() {
    const Record feedback = recordedBy(wang, "feedback");

    QCOMPARE(edit(wang, feedback, "text", std::string("排队太久")), "ok");
    QCOMPARE(edit(zhang, feedback, "text", std::string("很好")), "forbidden");
    QCOMPARE(edit(zhang, feedback, "reply", std::string("已增设签到台")), "ok");
}

void TestRights::conflict_people_onlySettle() {
    const Record conflict = recordedBy(chen, "conflict");

    QCOMPARE(codeOf(mayCreate(chen, conflict)), "forbidden");
    QCOMPARE(codeOf(mayDelete(chen, conflict)), "forbidden");
    QCOMPARE(edit(chen, conflict, "lost_value", std::string("1")), "forbidden");
    QCOMPARE(edit(wang, conflict, "settlement", std::string("按现场数字")), "ok");
    QCOMPARE(codeOf(mayStep(wang, conflict, "settled")), "ok");
}

void TestRights::campaign_own_isApprovedByOthers() {
    Record campaign = recordedBy(chen, "campaign");
    campaign.set("state", std::string("submitted"));

    QCOMPARE(codeOf(mayStep(chen, campaign, "approved")), "self_approval");
    QCOMPARE(codeOf(mayStep(zhang, campaign, "approved")), "forbidden");
    QCOMPARE(codeOf(mayCreate(wang, recordedBy(wang, "campaign"))), "forbidden");
    QCOMPARE(codeOf(mayCreate(zhang, recordedBy(zhang, "campaign"))), "ok");
}

void TestRights::grant_onlyAdministrators_give() {
    const Actor sun{idOf(7), {Role::administrator}};

    QCOMPARE(codeOf(mayCreate(chen, recordedBy(chen, "grant"))), "forbidden");
    QCOMPARE(codeOf(mayCreate(sun, recordedBy(sun, "grant"))), "ok");
    QCOMPARE(edit(sun, recordedBy(sun, "grant"), "role", std::string("finance")), "not_editable");
    QCOMPARE(edit(sun, recordedBy(sun, "grant"), "revoked", true), "ok");
}

QTEST_APPLESS_MAIN(TestRights)
#include "tst_rights.moc"
