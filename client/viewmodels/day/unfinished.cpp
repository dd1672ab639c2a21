#include "client/viewmodels/day/unfinished.h"

#include "client/viewmodels/words/words.h"

namespace zhixing::client {

Unfinished::Unfinished(Context& context, const Forms& forms)
    : context_(context), forms_(forms), rows_({"key", "name", "time", "words"}, this) {
    begin(forms_.spend);
    begin(forms_.feedback);
    begin(forms_.incident);
    begin(forms_.report);
    begin(forms_.retrospective);
    connect(&context.settings(), &Settings::languageChanged, this, &Unfinished::list);
    follow();
    list();
}

/// What was kept before the program started; later drafts are of forms that somebody has made.
template <typename Form>
void Unfinished::begin(Lazily<Form>& form) {
    if (!context_.gateway().draft(Form::formName).isEmpty()) static_cast<void>(form.get(context_));
}

void Unfinished::follow() {
    if (SpendForm* spend = forms_.spend.made()) {
        connect(spend, &SpendForm::changed, this, &Unfinished::list, Qt::UniqueConnection);
    }
    for (const auto& [page, form] : drafted()) {
        connect(form, &Drafted::changed, this, &Unfinished::list, Qt::UniqueConnection);
    }
}

void Unfinished::look() {
    for (const auto& [page, form] : drafted()) form->open();
    follow();
    list();
}

std::vector<std::pair<QLatin1String, Drafted*>> Unfinished::drafted() const {
    std::vector<std::pair<QLatin1String, Drafted*>> forms{
        {QLatin1String("feedback"), forms_.feedback.made()},
        {QLatin1String("incident"), forms_.incident.made()},
        {QLatin1String("report"), forms_.report.made()},
        {QLatin1String("retrospective"), forms_.retrospective.made()},
    };
    std::erase_if(forms, [](const auto& form) { return form.second == nullptr; });
    return forms;
}

void Unfinished::list() {
    std::vector<RowModel::Row> rows;
    addSpend(rows);
    for (const auto& [page, form] : drafted()) {
        if (form->hasDraft()) rows.push_back({page, form->draftName(), form->draftTime(), form->draftText()});
    }
    rows_.take(std::move(rows));
}

/// Its form holds what was typed from the start and says so there; nothing has to be put back.
void Unfinished::addSpend(std::vector<RowModel::Row>& rows) const {
    SpendForm* spend = forms_.spend.made();
    if (spend == nullptr || spend->isCorrection()) return;
    const PhotoList& photos = *spend->photos();
    const bool isTyped = !spend->amount().isEmpty() || !spend->note().isEmpty() || !spend->invoice().isEmpty() ||
                         !spend->quantity().isEmpty() || photos.hasNew();
    if (!isTyped) return;
    const auto at = spend->typedAt();
    const QString name =
        spend->amount().isEmpty() ? tr("A spend without its amount") : tr("A spend of ￥%1").arg(spend->amount());
    QStringList parts;
    if (photos.count() > 0) parts.append(tr("%n photo(s)", "", photos.count()));
    if (!spend->lineName().isEmpty()) parts.append(spend->lineName());
    if (!spend->note().isEmpty()) parts.append(spend->note().simplified());
    rows.push_back({QStringLiteral("spend"), name, at ? words::moment(*at, context_.today()) : QString(),
                    parts.join(QStringLiteral(" · "))});
}

}  // namespace zhixing::client
