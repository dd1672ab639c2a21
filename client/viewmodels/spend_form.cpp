#include "client/viewmodels/spend_form.h"

#include <algorithm>

#include <QVariantMap>

#include "client/viewmodels/words.h"
#include "shared/base/limits.h"
#include "shared/catalog/catalog.h"
#include "sync/wire/codec.h"

namespace zhixing::client {

SpendForm::SpendForm(Context& context)
    : Live(context, {"budget_line", "spend", "campaign"}),
      draft_(context.gateway(), QStringLiteral("spend/new"), [this] { return content(); }),
      lines_({"key", "name", "remaining", "campaignName"}, this) {
    fill(draft_.kept());
    isFromDraft_ = !amount_.isEmpty() || !note_.isEmpty();
    connect(&context.gateway(), &Gateway::statusChanged, this, &SpendForm::changed);
}

void SpendForm::setAmount(const QString& amount) {
    if (amount == amount_) return;
    amount_ = amount;
    typed();
}

QString SpendForm::amountMeaning() const {
    const auto money = parseMoney(amount_.toStdString());
    if (!money || !amount_.contains(u'万')) return {};
    return tr("= %1 yuan").arg(words::yuan(money->fen));
}

QString SpendForm::amountFault() const {
    if (amount_.trimmed().isEmpty()) return {};
    const auto money = parseMoney(amount_.toStdString());
    if (!money) return tr("Please type an amount such as 3000, 12.50 or 5万.");
    if (money->fen == 0)
        return amount_.endsWith(u'.') || amount_ == u"0" || amount_.startsWith(u"0.") ? QString()
                                                                                      : tr("The amount is zero.");
    if (money->fen > limits::moneyFenMax) return tr("This amount is too large.");
    return {};
}

void SpendForm::setLine(const QString& key) {
    line_ = idOf(key);
    typed();
}

const Budget::Sums* SpendForm::chosenSums() const {
    const auto found =
        std::find_if(sums_.begin(), sums_.end(), [this](const auto& each) { return each.first == line_; });
    return found == sums_.end() ? nullptr : &found->second;
}

QString SpendForm::lineName() const { return lines_.value(lines_.find(line()), QStringLiteral("name")).toString(); }

QString SpendForm::lineLeft() const {
    const Budget::Sums* sums = chosenSums();
    if (sums == nullptr) return {};
    const QString left = words::yuan(sums->remaining());
    const Instant asOf = context().gateway().status().heardAt;
    return asOf.ms == 0 ? tr("￥%1 left, as this device knows it").arg(left)
                        : tr("￥%1 left, as of %2").arg(left, words::moment(asOf, context().today()));
}

QString SpendForm::lineFault() const {
    const Budget::Sums* sums = chosenSums();
    if (sums == nullptr || !overspends()) return {};
    const auto money = parseMoney(amount_.toStdString());
    return tr("￥%1 more than is left").arg(words::yuan(money->fen - sums->remaining()));
}

bool SpendForm::overspends() const {
    const Budget::Sums* sums = chosenSums();
    const auto money = parseMoney(amount_.toStdString());
    return sums != nullptr && money && money->fen > sums->remaining();
}

QString SpendForm::day() const { return words::isoDay(day_.value_or(context().today())); }

void SpendForm::setDay(const QString& day) {
    day_ = Date::parse(day.toStdString());
    typed();
}

QString SpendForm::dayWords() const {
    const Date today = context().today();
    const Date there = day_.value_or(today);
    const QString near = words::nearDay(there, today);
    const QString full = words::day(there, today);
    return near == full ? full : tr("%1, %2", "today, 16 Oct").arg(near, full);
}

QVariantList SpendForm::days() const {
    const Date today = context().today();
    QVariantList days;
    for (int back = 0; back < 7; ++back) {
        const Date there = today.plusDays(-back);
        const QString near = words::nearDay(there, today);
        const QString full = tr("%1, %2", "16 Oct, Thursday").arg(words::day(there, today), words::weekday(there));
        days.append(QVariantMap{{"day", words::isoDay(there)},
                                {"words", back < 2 ? tr("%1, %2", "today, 16 Oct").arg(near, full) : full}});
    }
    return days;
}

void SpendForm::setNote(const QString& note) {
    if (note == note_) return;
    note_ = note;
    typed();
}

bool SpendForm::canSave() const {
    const auto money = parseMoney(amount_.toStdString());
    return money && money->fen > 0 && money->fen <= limits::moneyFenMax && chosenSums() != nullptr;
}

bool SpendForm::save() {
    if (!canSave()) return false;
    const std::int64_t fen = parseMoney(amount_.toStdString())->fen;
    const QString note = note_.trimmed();
    const Context::Values values{{"budget_line", Value(line_)},
                                 {"amount", Value(fen)},
                                 {"spent_on", Value(day_.value_or(context().today()).days)},
                                 {"note", note.isEmpty() ? Value() : Value(note.toStdString())}};
    const QString done = tr("￥%1 saved on this device").arg(words::yuan(fen));
    if (isCorrection()) {
        const sync::Edit edit = Context::add("spend", values);
        context().gateway().resend(correcting_, edit.values, [this, done](const Result<void>& result) {
            if (!result) {
                emit context().said(words::failure(result.error()), true);
                return;
            }
            emit context().said(done, false);
            clear();
        });
        return true;
    }
    // The draft goes only once the spend is on disk: a save that fails leaves the form as it was typed.
    draft_.flush();
    context().record(Context::add("spend", values), done, [this] { clear(); });
    return true;
}

void SpendForm::clear() {
    draft_.forget();
    reset();
    emit changed();
}

void SpendForm::reset() {
    // The line stays: the next spend is most often against the same one.
    amount_.clear();
    note_.clear();
    day_.reset();
    isFromDraft_ = false;
    correcting_ = 0;
    refusal_.clear();
}

void SpendForm::correct(const QString& counter) {
    Reader* reader = context().reader();
    if (reader == nullptr) return;
    reset();
    reader->each(
        "SELECT counter, line, code, message, field FROM zx_tray WHERE counter = ?1",
        [this](Columns row) {
            const auto operation = sync::decodeOperation(catalog(), row.text(1).toStdString());
            if (!operation) return;
            correcting_ = row.number(0);
            refusal_ = words::refusal(Error{codeFromWord(row.text(2).toStdString()).value_or(Code::internal),
                                            row.text(3).toStdString(),
                                            row.text(4).toStdString(),
                                            {}});
            for (const sync::FieldChange& change : operation->changes) {
                const Field& field = operation->type->fields[change.field];
                if (!isSet(change.value)) continue;
                if (field.name == "amount") amount_ = words::yuan(std::get<std::int64_t>(change.value)).remove(u',');
                if (field.name == "budget_line") line_ = std::get<Id>(change.value);
                if (field.name == "spent_on") day_ = Date{std::get<std::int64_t>(change.value)};
                if (field.name == "note") note_ = QString::fromStdString(std::get<std::string>(change.value));
            }
        },
        counter.toLongLong());
    emit changed();
}

void SpendForm::typed() {
    // A correction is kept by the tray already.
    if (!isCorrection()) draft_.touch();
    emit changed();
}

QJsonObject SpendForm::content() const {
    if (amount_.isEmpty() && note_.isEmpty()) return {};
    QJsonObject content{{"amount", amount_}, {"line", line()}, {"note", note_}};
    if (day_) content.insert(QStringLiteral("day"), words::isoDay(*day_));
    return content;
}

void SpendForm::fill(const QJsonObject& content) {
    amount_ = content["amount"].toString();
    line_ = idOf(content["line"].toString());
    note_ = content["note"].toString();
    day_ = Date::parse(content["day"].toString().toStdString());
}

void SpendForm::read(Reader& reader) {
    std::vector<RowModel::Row> rows;
    sums_.clear();
    reader.each(
        R"(SELECT b.id, b.category, coalesce(b.item, b.description, ''), c.name, coalesce(b.amount, 0),
                  coalesce(sum(s.amount) FILTER (WHERE s.state = 'approved'), 0),
                  coalesce(sum(s.amount) FILTER (WHERE s.state = 'submitted'), 0)
           FROM budget_line b LEFT JOIN campaign c ON c.id = b.campaign LEFT JOIN spend s ON s.budget_line = b.id
           WHERE b.state <> 'closed' AND (c.id IS NULL OR c.state IN ('approved', 'running'))
           GROUP BY b.id ORDER BY c.starts_on DESC, c.id, b.number, b.id LIMIT 200)",
        [&](Columns row) {
            const Budget::Sums sums{row.number(4), row.number(5), row.number(6)};
            const QString category = row.isSet(1) ? words::costCategory(row.text(1)) : QString();
            rows.push_back({row.key(0), words::lineName(category, row.text(2)),
                            QStringLiteral("￥") + words::yuan(sums.remaining()), row.text(3)});
            sums_.emplace_back(row.id(0), sums);
        });
    lines_.take(std::move(rows));
    if (line_.isNil()) {
        // The line of the last spend is the likeliest next one.
        reader.each(
            "SELECT budget_line FROM spend WHERE recorded_by = ?1 ORDER BY id DESC LIMIT 1",
            [this](Columns row) { line_ = row.id(0); }, context().person());
    }
    emit changed();
}

}  // namespace zhixing::client
