#include "client/viewmodels/unfinished.h"

#include "client/viewmodels/words.h"

namespace zhixing::client {

Unfinished::Unfinished(Context& context, const Forms& forms)
    : context_(context), forms_(forms), rows_({"key", "name", "time", "words"}, this) {
    connect(&forms.spend, &SpendForm::changed, this, &Unfinished::list);
    for (Drafted* form :
         std::initializer_list<Drafted*>{&forms.feedback, &forms.incident, &forms.report, &forms.retrospective}) {
        connect(form, &Drafted::changed, this, &Unfinished::list);
    }
    connect(&context.settings(), &Settings::languageChanged, this, &Unfinished::list);
    list();
}

void Unfinished::look() {
    for (Drafted* form :
         std::initializer_list<Drafted*>{&forms_.feedback, &forms_.incident, &forms_.report, &forms_.retrospective}) {
        form->open();
    }
    list();
}

void Unfinished::list() {
    std::vector<RowModel::Row> rows;
    addSpend(rows);
    const std::pair<const char*, Drafted*> forms[] = {{"feedback", &forms_.feedback},
                                                      {"incident", &forms_.incident},
                                                      {"report", &forms_.report},
                                                      {"retrospective", &forms_.retrospective}};
    for (const auto& [page, form] : forms) {
        if (!form->hasDraft()) continue;
        rows.push_back({QLatin1String(page), form->draftName(), form->draftTime(), form->draftText()});
    }
    rows_.take(std::move(rows));
}

/// Its form holds what was typed from the start and says so there; nothing has to be put back.
void Unfinished::addSpend(std::vector<RowModel::Row>& rows) const {
    const SpendForm& spend = forms_.spend;
    const bool isTyped = !spend.amount().isEmpty() || !spend.note().isEmpty() || !spend.invoice().isEmpty() ||
                         !spend.quantity().isEmpty() || forms_.spend.photos()->hasNew();
    if (spend.isCorrection() || !isTyped) return;
    const auto at = spend.typedAt();
    const QString name =
        spend.amount().isEmpty() ? tr("A spend without its amount") : tr("A spend of ￥%1").arg(spend.amount());
    QStringList parts;
    if (const int photos = forms_.spend.photos()->count(); photos > 0) parts.append(tr("%n photo(s)", "", photos));
    if (!spend.lineName().isEmpty()) parts.append(spend.lineName());
    if (!spend.note().isEmpty()) parts.append(spend.note().simplified());
    rows.push_back({QStringLiteral("spend"), name, at ? words::moment(*at, context_.today()) : QString(),
                    parts.join(QStringLiteral(" · "))});
}

}  // namespace zhixing::client
