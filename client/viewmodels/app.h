#pragma once

#include <QtQml/qqmlregistration.h>

#include "client/viewmodels/day/attendance.h"
#include "client/viewmodels/day/feedback_form.h"
#include "client/viewmodels/day/feedbacks.h"
#include "client/viewmodels/day/incidents.h"
#include "client/viewmodels/day/report_form.h"
#include "client/viewmodels/day/retrospective.h"
#include "client/viewmodels/day/spend_form.h"
#include "client/viewmodels/day/spends.h"
#include "client/viewmodels/day/task_detail.h"
#include "client/viewmodels/day/today.h"
#include "client/viewmodels/day/unfinished.h"
#include "client/viewmodels/frame/context.h"
#include "client/viewmodels/frame/lazily.h"
#include "client/viewmodels/overview/overview.h"
#include "client/viewmodels/planning/budget.h"
#include "client/viewmodels/planning/campaigns.h"
#include "client/viewmodels/planning/exporter.h"
#include "client/viewmodels/planning/plan.h"
#include "client/viewmodels/planning/raci.h"
#include "client/viewmodels/planning/targets.h"
#include "client/viewmodels/planning/tasks.h"
#include "client/viewmodels/planning/templates.h"
#include "client/viewmodels/records/history.h"
#include "client/viewmodels/records/record_detail.h"
#include "client/viewmodels/records/search_model.h"
#include "client/viewmodels/review/conflicts.h"
#include "client/viewmodels/review/review.h"
#include "client/viewmodels/sync/account_model.h"
#include "client/viewmodels/sync/correction.h"
#include "client/viewmodels/sync/outbox.h"
#include "client/viewmodels/sync/repairs.h"
#include "client/viewmodels/sync/storage.h"
#include "client/viewmodels/sync/sync_model.h"

namespace zhixing::client {

/// Everything QML sees, made once on one gateway, most of it when it is first asked for. The window is handed this and
/// nothing else.
class App : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(zhixing::client::Settings* settings READ settings CONSTANT FINAL)
    Q_PROPERTY(zhixing::client::AccountModel* account READ account CONSTANT FINAL)
    Q_PROPERTY(zhixing::client::SyncModel* sync READ sync CONSTANT FINAL)
    Q_PROPERTY(zhixing::client::Outbox* outbox READ outbox CONSTANT FINAL)
    Q_PROPERTY(zhixing::client::Correction* correction READ correction CONSTANT FINAL)
    Q_PROPERTY(zhixing::client::History* history READ history CONSTANT FINAL)
    Q_PROPERTY(zhixing::client::Repairs* repairs READ repairs CONSTANT FINAL)
    Q_PROPERTY(zhixing::client::Overview* overview READ overview CONSTANT FINAL)
    Q_PROPERTY(zhixing::client::Conflicts* conflicts READ conflicts CONSTANT FINAL)
    Q_PROPERTY(zhixing::client::Today* today READ today CONSTANT FINAL)
    Q_PROPERTY(zhixing::client::Tasks* tasks READ tasks CONSTANT FINAL)
    Q_PROPERTY(zhixing::client::TaskDetail* task READ task CONSTANT FINAL)
    Q_PROPERTY(zhixing::client::Budget* budget READ budget CONSTANT FINAL)
    Q_PROPERTY(zhixing::client::Campaigns* campaigns READ campaigns CONSTANT FINAL)
    Q_PROPERTY(zhixing::client::Plan* plan READ plan CONSTANT FINAL)
    Q_PROPERTY(zhixing::client::Targets* targets READ targets CONSTANT FINAL)
    Q_PROPERTY(zhixing::client::Raci* raci READ raci CONSTANT FINAL)
    Q_PROPERTY(zhixing::client::Templates* templates READ templates CONSTANT FINAL)
    Q_PROPERTY(zhixing::client::Exporter* exporter READ exporter CONSTANT FINAL)
    Q_PROPERTY(zhixing::client::SpendForm* spendForm READ spendForm CONSTANT FINAL)
    Q_PROPERTY(zhixing::client::FeedbackForm* feedbackForm READ feedbackForm CONSTANT FINAL)
    Q_PROPERTY(zhixing::client::ReportForm* reportForm READ reportForm CONSTANT FINAL)
    Q_PROPERTY(zhixing::client::Attendance* attendance READ attendance CONSTANT FINAL)
    Q_PROPERTY(zhixing::client::IncidentForm* incidentForm READ incidentForm CONSTANT FINAL)
    Q_PROPERTY(zhixing::client::Incidents* incidents READ incidents CONSTANT FINAL)
    Q_PROPERTY(zhixing::client::IncidentDetail* incident READ incident CONSTANT FINAL)
    Q_PROPERTY(zhixing::client::Feedbacks* feedbacks READ feedbacks CONSTANT FINAL)
    Q_PROPERTY(zhixing::client::FeedbackDetail* feedback READ feedback CONSTANT FINAL)
    Q_PROPERTY(zhixing::client::Retrospective* retrospective READ retrospective CONSTANT FINAL)
    Q_PROPERTY(zhixing::client::Unfinished* unfinished READ unfinished CONSTANT FINAL)
    Q_PROPERTY(zhixing::client::Spends* spends READ spends CONSTANT FINAL)
    Q_PROPERTY(zhixing::client::Storage* storage READ storage CONSTANT FINAL)
    Q_PROPERTY(zhixing::client::Review* review READ review CONSTANT FINAL)
    Q_PROPERTY(zhixing::client::SearchModel* search READ search CONSTANT FINAL)
    Q_PROPERTY(zhixing::client::RecordDetail* record READ record CONSTANT FINAL)
    Q_PROPERTY(bool systemIsDark READ systemIsDark CONSTANT FINAL)
    Q_PROPERTY(QString version READ version CONSTANT FINAL)

public:
    /// The gateway and the settings outlive it.
    App(Gateway& gateway, Settings& settings, QObject* parent = nullptr);

    [[nodiscard]] Settings* settings() const { return &context_.settings(); }
    [[nodiscard]] AccountModel* account() { return &account_; }
    [[nodiscard]] SyncModel* sync() { return &sync_; }
    [[nodiscard]] Outbox* outbox() { return outbox_.get(context_); }
    [[nodiscard]] Correction* correction() { return &correction_; }
    [[nodiscard]] History* history() { return &history_; }
    [[nodiscard]] Repairs* repairs() { return repairs_.get(context_); }
    [[nodiscard]] Overview* overview() { return overview_.get(context_); }
    [[nodiscard]] Conflicts* conflicts() { return conflicts_.get(context_); }
    [[nodiscard]] Today* today() { return today_.get(context_); }
    [[nodiscard]] Tasks* tasks() { return tasks_.get(context_); }
    [[nodiscard]] TaskDetail* task() { return &task_; }
    [[nodiscard]] Budget* budget() { return budget_.get(context_, *campaigns()); }
    [[nodiscard]] Campaigns* campaigns() { return campaigns_.get(context_); }
    [[nodiscard]] Plan* plan() { return plan_.get(context_, *campaigns()); }
    [[nodiscard]] Targets* targets() { return targets_.get(context_, *campaigns()); }
    [[nodiscard]] Raci* raci() { return raci_.get(context_, *campaigns()); }
    [[nodiscard]] Templates* templates() { return templates_.get(context_, *campaigns()); }
    [[nodiscard]] Exporter* exporter() {
        return exporter_.get(context_, *campaigns(), *plan(), *targets(), *budget(), *raci());
    }
    [[nodiscard]] SpendForm* spendForm() { return spendForm_.get(context_); }
    [[nodiscard]] FeedbackForm* feedbackForm() { return feedbackForm_.get(context_); }
    [[nodiscard]] ReportForm* reportForm() { return reportForm_.get(context_); }
    [[nodiscard]] Attendance* attendance() { return attendance_.get(context_); }
    [[nodiscard]] IncidentForm* incidentForm() { return incidentForm_.get(context_); }
    [[nodiscard]] Incidents* incidents() { return incidents_.get(context_); }
    [[nodiscard]] IncidentDetail* incident() { return &incident_; }
    [[nodiscard]] Feedbacks* feedbacks() { return feedbacks_.get(context_); }
    [[nodiscard]] FeedbackDetail* feedback() { return &feedback_; }
    [[nodiscard]] Retrospective* retrospective() { return retrospective_.get(context_); }
    [[nodiscard]] Unfinished* unfinished() {
        const Unfinished::Forms forms{spendForm_, feedbackForm_, incidentForm_, reportForm_, retrospective_};
        return unfinished_.get(context_, forms);
    }
    [[nodiscard]] Spends* spends() { return spends_.get(context_); }
    [[nodiscard]] Storage* storage() { return storage_.get(context_); }
    [[nodiscard]] Review* review() { return review_.get(context_, *conflicts()); }
    [[nodiscard]] SearchModel* search() { return &search_; }
    [[nodiscard]] RecordDetail* record() { return &record_; }
    [[nodiscard]] bool systemIsDark() const;
    [[nodiscard]] QString version() const;

    /// Reads everything that somebody has asked for: when an account has just arrived.
    void readAll();

signals:
    /// Something happened that the person should hear of: saved, returned, not saved.
    void said(const QString& text, bool isFault);

private:
    Context context_;
    AccountModel account_;
    SyncModel sync_;
    Lazily<Outbox> outbox_;
    Correction correction_;
    History history_;
    Lazily<Repairs> repairs_;
    Lazily<Overview> overview_;
    Lazily<Conflicts> conflicts_;
    Lazily<Today> today_;
    Lazily<Tasks> tasks_;
    TaskDetail task_;
    Lazily<Campaigns> campaigns_;
    Lazily<Budget> budget_;
    Lazily<Plan> plan_;
    Lazily<Targets> targets_;
    Lazily<Raci> raci_;
    Lazily<Templates> templates_;
    Lazily<Exporter> exporter_;
    Lazily<SpendForm> spendForm_;
    Lazily<FeedbackForm> feedbackForm_;
    Lazily<ReportForm> reportForm_;
    Lazily<Attendance> attendance_;
    Lazily<IncidentForm> incidentForm_;
    Lazily<Incidents> incidents_;
    IncidentDetail incident_;
    Lazily<Feedbacks> feedbacks_;
    FeedbackDetail feedback_;
    Lazily<Retrospective> retrospective_;
    Lazily<Unfinished> unfinished_;
    Lazily<Spends> spends_;
    Lazily<Storage> storage_;
    Lazily<Review> review_;
    SearchModel search_;
    RecordDetail record_;
};

}  // namespace zhixing::client
