#pragma once

#include <QtQml/qqmlregistration.h>

#include "client/viewmodels/day/feedback_form.h"
#include "client/viewmodels/day/incidents.h"
#include "client/viewmodels/day/report_form.h"
#include "client/viewmodels/day/retrospective.h"
#include "client/viewmodels/day/spend_form.h"
#include "client/viewmodels/frame/context.h"
#include "client/viewmodels/frame/lazily.h"
#include "client/viewmodels/frame/row_model.h"

namespace zhixing::client {

/// What was begun in a form and not recorded, for the page that people see first: also after the program was killed, and
/// without opening the form to find out. Where nothing is kept it makes no form either.
class Unfinished : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("offered by App")
    /// `key` is the page it goes on at; `name`, `time` and `words` say what it is, when it was typed and how it begins.
    Q_PROPERTY(zhixing::client::RowModel* rows READ rows CONSTANT FINAL)

public:
    struct Forms {
        Lazily<SpendForm>& spend;
        Lazily<FeedbackForm>& feedback;
        Lazily<IncidentForm>& incident;
        Lazily<ReportForm>& report;
        Lazily<Retrospective>& retrospective;
    };
    /// The forms outlive it.
    Unfinished(Context& context, const Forms& forms);

    [[nodiscard]] RowModel* rows() { return &rows_; }

    /// Looks again; for the page when it comes into sight, while no form is open.
    Q_INVOKABLE void look();

private:
    template <typename Form>
    void begin(Lazily<Form>& form);
    void follow();
    void list();
    void addSpend(std::vector<RowModel::Row>& rows) const;
    /// With its page each; those that nobody has made yet hold nothing.
    [[nodiscard]] std::vector<std::pair<QLatin1String, Drafted*>> drafted() const;

    Context& context_;
    Forms forms_;
    RowModel rows_;
};

}  // namespace zhixing::client
