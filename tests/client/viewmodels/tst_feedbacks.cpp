#include <QTest>

#include "client/viewmodels/day/questions.h"
#include "tests/gallery/demo_app.h"

namespace zhixing::client {

namespace {
const QString firstEdition = QStringLiteral("0197a000-0000-7041-8000-000000000001");
const QString secondEdition = QStringLiteral("0197a000-0000-7041-8000-000000000002");
constexpr int survey = 0;
constexpr int complaint = 2;
constexpr int praise = 4;
}  // namespace

/// What people on site say (F6): questionnaires in their editions, consent, replies.
class TestFeedbacks : public QObject, protected DemoApp {
    Q_OBJECT

private:
    [[nodiscard]] FeedbackForm* form() const { return app_->feedbackForm(); }
    [[nodiscard]] QVariantMap question(const QString& key) const;
    /// A column of the feedback recorded here.
    [[nodiscard]] QString recorded(const char* column) const;

private slots:
    void init();
    void cleanup() { end(); }

    void questions_ofAnEdition_haveTheirKinds();
    void questions_severalChoices_keepTheQuestionnairesOrder();
    void questions_answersOfOthers_areNotTaken();
    void survey_chosen_asksTheNewestEdition();
    void survey_answered_isBoundToItsEditionAndRated();
    void survey_killed_goesOnWithTheEditionItBeganWith();
    void survey_withoutAnswers_cannotBeSaved();
    void consent_notGiven_keepsNoName();
    void consent_given_keepsNameAndPhone();
    void complaint_saved_isDueWhenSaid();
    void list_waiting_isWhatIsOwedAReply();
    void detail_ofAnOldEdition_showsItsOwnWords();
    void reply_written_answersIt();
    void reply_killedWhileTyping_isOffered();
    void takenOver_namesWhoAnswers();
};

void TestFeedbacks::init() { QVERIFY(begin(DemoGateway::Person::field)); }

QVariantMap TestFeedbacks::question(const QString& key) const {
    const QVariantList questions = form()->questions();
    for (const QVariant& each : questions) {
        if (each.toMap()["key"].toString() == key) return each.toMap();
    }
    return {};
}

QString TestFeedbacks::recorded(const char* column) const {
    auto reader = Reader::open(gateway_->storePath());
    QString text;
    if (reader.ok()) {
        reader->each(std::string("SELECT ") + column + " FROM feedback WHERE is_pending ORDER BY id DESC LIMIT 1",
                     [&](Columns row) { text = row.text(0); });
    }
    return text;
}

void TestFeedbacks::questions_ofAnEdition_haveTheirKinds() {
    form()->setKind(survey);

    QCOMPARE(question(QStringLiteral("q1"))["kind"].toString(), QStringLiteral("rating"));
    QCOMPARE(question(QStringLiteral("q2"))["kind"].toString(), QStringLiteral("single"));
    QCOMPARE(question(QStringLiteral("q6"))["kind"].toString(), QStringLiteral("multiple"));
    QCOMPARE(question(QStringLiteral("q5"))["kind"].toString(), QStringLiteral("text"));
}

void TestFeedbacks::questions_severalChoices_keepTheQuestionnairesOrder() {
    form()->setKind(survey);

    form()->answer(QStringLiteral("q6"), QStringLiteral("会员专场"));
    form()->answer(QStringLiteral("q6"), QStringLiteral("亲子活动"));
    QCOMPARE(question(QStringLiteral("q6"))["answer"].toString(), QStringLiteral("亲子活动|会员专场"));
    form()->answer(QStringLiteral("q6"), QStringLiteral("会员专场"));

    QCOMPARE(question(QStringLiteral("q6"))["answer"].toString(), QStringLiteral("亲子活动"));
}

void TestFeedbacks::questions_answersOfOthers_areNotTaken() {
    auto reader = Reader::open(gateway_->storePath());
    QVERIFY(reader.ok());
    Questions questions = Questions::read(*reader, idOf(firstEdition));

    questions.take({{"q1", "5"}, {"q6", "亲子活动"}});

    QCOMPARE(questions.answeredCount(), 1);
    QVERIFY(!questions.answer(QStringLiteral("q6"), QStringLiteral("亲子活动")));
    QVERIFY(!questions.answer(QStringLiteral("q2"), QStringLiteral("no such choice")));
}

void TestFeedbacks::survey_chosen_asksTheNewestEdition() {
    form()->setKind(survey);

    QCOMPARE(form()->questionnaires()->count(), 1);
    QCOMPARE(form()->questionnaires()->value(0, QStringLiteral("key")).toString(), secondEdition);
    QCOMPARE(form()->questions().size(), 6);
}

void TestFeedbacks::survey_answered_isBoundToItsEditionAndRated() {
    form()->setKind(survey);
    form()->answer(QStringLiteral("q1"), QStringLiteral("4"));
    form()->answer(QStringLiteral("q5"), QStringLiteral("a bench"));

    QVERIFY(form()->save());

    QTRY_COMPARE(recorded("rating"), QStringLiteral("4"));
    QCOMPARE(recorded("lower(hex(questionnaire))"), QString(secondEdition).remove(u'-'));
    QCOMPARE(recorded("answers"), QStringLiteral(R"({"q1":"4","q5":"a bench"})"));
}

void TestFeedbacks::survey_killed_goesOnWithTheEditionItBeganWith() {
    form()->setKind(survey);
    form()->answer(QStringLiteral("q6"), QStringLiteral("夜场"));
    QTRY_VERIFY(gateway_->draft(QStringLiteral("feedback/new")).contains(QStringLiteral("夜场")));
    // Meanwhile a third edition has come, without that question.
    QVERIFY(gateway_
                ->put(R"({"type":"questionnaire","id":"0197a000-0000-7041-8000-000000000003","title":"现场满意度问卷",)"
                      R"("series":"现场满意度","edition":3,"questions":{"q1":"?"},"state":"published"})")
                .ok());

    restart();
    QVERIFY(form()->draftName().contains(QStringLiteral("现场满意度问卷, edition 2")));
    form()->continueDraft();

    QCOMPARE(form()->questions().size(), 6);
    QCOMPARE(question(QStringLiteral("q6"))["answer"].toString(), QStringLiteral("夜场"));
    QVERIFY(form()->save());
    QTRY_COMPARE(recorded("lower(hex(questionnaire))"), QString(secondEdition).remove(u'-'));
}

void TestFeedbacks::survey_withoutAnswers_cannotBeSaved() {
    form()->setKind(survey);

    QVERIFY(!form()->canSave());
    QCOMPARE(form()->missing(), QStringLiteral("Answer at least one question."));
    QVERIFY(!form()->save());
}

void TestFeedbacks::consent_notGiven_keepsNoName() {
    form()->setKind(praise);
    form()->setRating(5);
    form()->setConsent(true);
    form()->setRespondent(QStringLiteral("Mrs Zhou"));
    form()->setPhone(QStringLiteral("13800000000"));
    form()->setConsent(false);

    QVERIFY(form()->save());

    QTRY_COMPARE(recorded("rating"), QStringLiteral("5"));
    QCOMPARE(recorded("coalesce(respondent_name, 'none')"), QStringLiteral("none"));
    QCOMPARE(recorded("coalesce(respondent_phone, 'none')"), QStringLiteral("none"));
}

void TestFeedbacks::consent_given_keepsNameAndPhone() {
    form()->setKind(praise);
    form()->setText(QStringLiteral("Lovely"));
    form()->setConsent(true);
    form()->setRespondent(QStringLiteral("Mrs Zhou"));

    QVERIFY(form()->save());

    QTRY_COMPARE(recorded("respondent_name"), QStringLiteral("Mrs Zhou"));
    QCOMPARE(recorded("consent"), QStringLiteral("1"));
}

void TestFeedbacks::complaint_saved_isDueWhenSaid() {
    const int waiting = app_->feedbacks()->waitingCount();
    form()->setKind(complaint);
    form()->setText(QStringLiteral("No place to sit"));
    form()->setReplyDue(0);

    QVERIFY(form()->save());

    // 20:00 of the same day in Shanghai.
    QTRY_COMPARE(recorded("reply_due"), QStringLiteral("1760616000000"));
    QTRY_COMPARE(app_->feedbacks()->waitingCount(), waiting + 1);
}

void TestFeedbacks::list_waiting_isWhatIsOwedAReply() {
    app_->feedbacks()->setFilter(QStringLiteral("waiting"));
    const int waiting = app_->feedbacks()->rows()->count();
    app_->feedbacks()->setFilter(QStringLiteral("all"));

    QCOMPARE(waiting, app_->feedbacks()->waitingCount());
    QVERIFY(waiting > 0);
    QVERIFY(app_->feedbacks()->rows()->count() > waiting);
}

void TestFeedbacks::detail_ofAnOldEdition_showsItsOwnWords() {
    app_->feedback()->open(QStringLiteral("0197a000-0000-7040-8000-000000000005"));

    QCOMPARE(app_->feedback()->questionnaire(), QStringLiteral("现场满意度问卷, edition 1"));
    QCOMPARE(app_->feedback()->answers().size(), 5);
    QCOMPARE(app_->feedback()->answers().at(1).toMap()["answer"].toString(), QStringLiteral("社群"));
}

void TestFeedbacks::reply_written_answersIt() {
    app_->feedback()->open(QStringLiteral("0197a000-0000-7040-8000-000000000006"));
    const int waiting = app_->feedbacks()->waitingCount();
    QVERIFY(!app_->feedback()->canAnswer());
    QCOMPARE(app_->feedback()->respondent(), QStringLiteral("周女士 · 138****2210"));

    app_->feedback()->setReply(QStringLiteral("Signs are up, voucher sent"));
    app_->feedback()->answer();

    QTRY_VERIFY(app_->feedback()->isAnswered());
    QCOMPARE(app_->feedback()->reply(), QStringLiteral("Signs are up, voucher sent"));
    QCOMPARE(app_->feedback()->handler(), QStringLiteral("王芳"));
    QTRY_COMPARE(app_->feedbacks()->waitingCount(), waiting - 1);
}

void TestFeedbacks::reply_killedWhileTyping_isOffered() {
    const QString key = QStringLiteral("0197a000-0000-7040-8000-000000000006");
    app_->feedback()->open(key);
    app_->feedback()->setReply(QStringLiteral("Signs are"));
    QTRY_VERIFY(!gateway_->draft(QStringLiteral("feedback/") + key).isEmpty());

    restart();
    app_->feedback()->open(key);

    QVERIFY(app_->feedback()->hasDraft());
    app_->feedback()->continueDraft();
    QCOMPARE(app_->feedback()->reply(), QStringLiteral("Signs are"));
}

void TestFeedbacks::takenOver_namesWhoAnswers() {
    app_->feedback()->open(QStringLiteral("0197a000-0000-7040-8000-000000000006"));
    QVERIFY(app_->feedback()->canTakeOver());

    app_->feedback()->takeOver();

    QTRY_COMPARE(app_->feedback()->handler(), QStringLiteral("王芳"));
    QVERIFY(!app_->feedback()->canTakeOver());
}

}  // namespace zhixing::client

QTEST_MAIN(zhixing::client::TestFeedbacks)
#include "tst_feedbacks.moc"
