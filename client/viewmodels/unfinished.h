#pragma once

#include <QtQml/qqmlregistration.h>

#include "client/viewmodels/context.h"
#include "client/viewmodels/feedback_form.h"
#include "client/viewmodels/incidents.h"
#include "client/viewmodels/report_form.h"
#include "client/viewmodels/retrospective.h"
#include "client/viewmodels/row_model.h"
#include "client/viewmodels/spend_form.h"

namespace zhixing::client {

/// What was begun in a form and not recorded, for the page that people see first: also after the program was killed, and
/// without opening the form to find out.
class Unfinished : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("offered by App")
    /// `key` is the page it goes on at; `name`, `time` and `words` say what it is, when it was typed and how it begins.
    Q_PROPERTY(zhixing::client::RowModel* rows READ rows CONSTANT FINAL)

public:
    struct Forms {
        SpendForm& spend;
        FeedbackForm& feedback;
        IncidentForm& incident;
        ReportForm& report;
        Retrospective& retrospective;
    };
    Unfinished(Context& context, const Forms& forms);

    [[nodiscard]] RowModel* rows() { return &rows_; }

    /// Looks again; for the page when it comes into sight, while no form is open.
    Q_INVOKABLE void look();

private:
    void list();
    void addSpend(std::vector<RowModel::Row>& rows) const;

    Context& context_;
    Forms forms_;
    RowModel rows_;
};

}  // namespace zhixing::client
