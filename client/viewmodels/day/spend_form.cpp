#include "client/viewmodels/day/spend_form.h"

#include <algorithm>
#include <cmath>

#include <QVariantMap>

#include "client/viewmodels/words/words.h"
#include "shared/base/limits.h"
#include "shared/catalog/catalog.h"
#include "shared/model/document.h"
#include "shared/rules/budget_figures.h"
#include "sync/wire/codec.h"

namespace zhixing::client {
namespace {

constexpr int formVersion = 2;

std::optional<std::int64_t> fenIn(const QString& text) {
    const auto money = parseMoney(text.toStdString());
    if (!money || std::abs(money->fen) > limits::moneyFenMax) return std::nullopt;
    return money->fen;
}

QString plainYuan(std::int64_t fen) { return words::yuan(fen).remove(u','); }

}  // namespace

SpendForm::SpendForm(Context& context)
    : Live(context, {"budget_line", "spend", "campaign", "allowance"}),
      draft_(
          context.gateway(), formName, [this] { return content(); }, formVersion),
      photos_(context, "receipt"),
      lines_(this) {
    photos_.lookForCodes();
    connect(&photos_, &PhotoList::edited, this, &SpendForm::touched);
    connect(&photos_, &PhotoList::codeFound, this, &SpendForm::takeCode);
    connect(&context.gateway(), &Gateway::statusChanged, this, &SpendForm::changed);
    offerDraft(formName);
}

// ---- what is typed

void SpendForm::type(QString& place, const QString& text) {
    if (place == text) return;
    place = text;
    touched();
}

void SpendForm::setAmount(const QString& amount) { type(typed_.amount, amount); }

std::optional<std::int64_t> SpendForm::fen() const { return fenIn(typed_.amount); }

QString SpendForm::amountMeaning() const {
    const auto amount = fen();
    if (!amount || !typed_.amount.contains(u'万')) return {};
    return tr("= %1 yuan").arg(words::yuan(*amount));
}

QString SpendForm::amountFault() const {
    const QString text = typed_.amount.trimmed();
    if (text.isEmpty()) return {};
    const auto money = parseMoney(text.toStdString());
    if (!money) return tr("Please type an amount such as 3000, 12.50 or 5万.");
    if (money->fen == 0)
        return text.endsWith(u'.') || text == u"0" || text.startsWith(u"0.") ? QString() : tr("The amount is zero.");
    if (money->fen > limits::moneyFenMax) return tr("This amount is too large.");
    return {};
}

void SpendForm::setLine(const QString& key) {
    typed_.line = idOf(key);
    touched();
}

QString SpendForm::lineLeft() const {
    const SpendLines::Line* line = lines_.find(typed_.line);
    if (line == nullptr) return {};
    const std::int64_t left = line->sums.remaining();
    QString sentence = line->share == SpendLines::Share::site ? tr("￥%1 left for this site").arg(words::yuan(left))
                       : line->share == SpendLines::Share::person ? tr("￥%1 left for you").arg(words::yuan(left))
                                                                  : tr("￥%1 left").arg(words::yuan(left));
    const auto amount = fen();
    if (amount && *amount > 0) sentence = tr("%1, ￥%2 after this").arg(sentence, words::yuan(left - *amount));
    const Instant asOf = context().gateway().status().heardAt;
    return asOf.ms == 0 ? tr("%1, as this device knows it").arg(sentence)
                        : tr("%1, as of %2").arg(sentence, words::moment(asOf, context().today()));
}

QString SpendForm::lineFault() const {
    if (!overspends()) return {};
    return tr("￥%1 more than is left").arg(words::yuan(*fen() - lines_.find(typed_.line)->sums.remaining()));
}

bool SpendForm::overspends() const {
    const SpendLines::Line* line = lines_.find(typed_.line);
    const auto amount = fen();
    return line != nullptr && amount && *amount > 0 && *amount > line->sums.remaining();
}

QString SpendForm::day() const { return words::isoDay(typed_.day.value_or(context().today())); }

void SpendForm::setDay(const QString& day) {
    typed_.day = Date::parse(day.toStdString());
    touched();
}

QString SpendForm::dayWords() const {
    const Date today = context().today();
    const Date there = typed_.day.value_or(today);
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

// ---- quantity times unit price

std::optional<std::int64_t> SpendForm::typedQuantity() const {
    bool isNumber = false;
    const double units = typed_.quantity.trimmed().toDouble(&isNumber);
    if (!isNumber || units <= 0 || units > static_cast<double>(limits::decimalUnitsMax)) return std::nullopt;
    return std::llround(units * static_cast<double>(limits::decimalScale));
}

QString SpendForm::priceWarning() const {
    const auto amount = fen();
    const auto price = fenIn(typed_.unitPrice);
    if (!amount || !price || !typedQuantity()) return {};
    const rules::PriceCheck check = rules::checkPrice({{}, Money{*amount}, typedQuantity(), Money{*price}}).result;
    if (check.agrees() || !check.computed) return {};
    return tr("%1 × ￥%2 = ￥%3, which is ￥%4 away from the amount.")
        .arg(typed_.quantity.trimmed(), words::yuan(*price), words::yuan(check.computed->fen),
             words::yuan(std::abs(check.difference.fen)));
}

// ---- the invoice

void SpendForm::setInvoice(const QString& number) {
    if (number == typed_.invoice) return;
    typed_.invoice = number;
    // Typed by hand, it is not the one whose code was read.
    typed_.invoiceCode.clear();
    readCode_.reset();
    touched();
    readSoon();
}

/// From the picture of an invoice. What was typed already stays; a difference is said.
void SpendForm::takeCode(const QString& text) {
    const auto invoice = media::parseInvoiceCode(text.toStdString());
    if (!invoice) return;
    typed_.invoiceCode = QString::fromStdString(invoice->code);
    typed_.invoice = QString::fromStdString(invoice->number);
    if (invoice->date && !typed_.day) typed_.day = invoice->date;
    if (invoice->amount && typed_.amount.isEmpty()) typed_.amount = plainYuan(invoice->amount->fen);
    readCode_ = invoice;
    emit context().said(tr("Invoice read: number, date and amount are filled in"), false);
    touched();
    readNow();
}

QString SpendForm::invoiceWords() const {
    if (!readCode_) return {};
    QStringList parts;
    if (readCode_->amount) {
        const QString printed = words::yuan(readCode_->amount->fen);
        parts << (readCode_->isBeforeTax ? tr("￥%1 before tax").arg(printed) : tr("￥%1").arg(printed));
        if (!readCode_->isBeforeTax && fen() != readCode_->amount->fen) parts << tr("not the amount above");
    }
    if (readCode_->date) parts << words::day(*readCode_->date, context().today());
    return tr("Read from the picture: %1").arg(parts.join(QStringLiteral(" · ")));
}

void SpendForm::readInvoiceUse(Reader& reader) {
    invoiceWarning_.clear();
    const QString number = typed_.invoice.trimmed();
    if (number.isEmpty()) return;
    reader.each(
        R"(SELECT s.amount, s.spent_on, coalesce(p.name, '') FROM spend s LEFT JOIN person p ON p.id = s.recorded_by
           WHERE s.invoice_number = ?1 AND (?2 = '' OR coalesce(s.invoice_code, '') IN ('', ?2)) AND s.state <> 'withdrawn'
             AND s.id IS NOT ?3 AND s.reversal_of IS NULL ORDER BY s.id LIMIT 1)",
        [this](Columns row) {
            QStringList parts{QStringLiteral("￥") + words::yuan(row.number(0))};
            if (const auto day = row.date(1)) parts << words::day(*day, context().today());
            parts << row.text(2);
            parts.removeAll(QString());
            invoiceWarning_ = tr("This invoice was used before: %1").arg(parts.join(QStringLiteral(" · ")));
        },
        number, typed_.invoiceCode, returned_);
}

// ---- saving

bool SpendForm::canSave() const {
    const auto amount = fen();
    return amount && *amount > 0 && lines_.find(typed_.line) != nullptr && photos_.busy() == 0;
}

QString SpendForm::saveWord() const {
    if (overspends()) return tr("Save, although it exceeds the line");
    if (!priceWarning().isEmpty() && typed_.difference.trimmed().isEmpty()) {
        return tr("Save without explaining the difference");
    }
    if (!invoiceWarning_.isEmpty() || !photos_.warning().isEmpty()) return tr("Save, although it was used before");
    return returned_.isNil() ? tr("Save") : tr("Submit again");
}

Context::Values SpendForm::values() const {
    const auto text = [](const QString& typed) {
        const QString trimmed = typed.trimmed();
        return trimmed.isEmpty() ? Value() : Value(trimmed.toStdString());
    };
    const auto price = fenIn(typed_.unitPrice);
    const auto quantity = typedQuantity();
    return {{"budget_line", Value(typed_.line)},
            {"amount", Value(*fen())},
            {"spent_on", Value(typed_.day.value_or(context().today()).days)},
            {"note", text(typed_.note)},
            {"quantity", quantity ? Value(*quantity) : Value()},
            {"unit_price", price ? Value(*price) : Value()},
            {"difference_note", priceWarning().isEmpty() ? Value() : text(typed_.difference)},
            // A fully electronic invoice has no code, and the empty one still makes the pair unique.
            {"invoice_code", Value(typed_.invoiceCode.toStdString())},
            {"invoice_number", text(typed_.invoice)}};
}

bool SpendForm::save() {
    if (!canSave()) return false;
    const QString done = tr("￥%1 saved on this device").arg(words::yuan(*fen()));
    // The draft goes only once the spend is on disk: a save that fails leaves the form as it was typed.
    if (correcting_ != 0) {
        saveRefused(done);
    } else if (!returned_.isNil()) {
        saveReturned(done);
    } else {
        saveFresh(done);
    }
    return true;
}

/// Pictures that were added stand before it in the queue, as they do before a fresh one.
void SpendForm::saveRefused(const QString& done) {
    std::vector<sync::Edit> photos;
    Context::Values all = values();
    IdSet receipts = photos_.addTo(photos, "spend", refusedSpend_);
    if (!receipts.empty()) {
        receipts.insert(receipts.end(), receipts_.begin(), receipts_.end());
        std::sort(receipts.begin(), receipts.end());
        all.emplace_back("receipts", Value(std::move(receipts)));
    }
    const auto resend = [this, done, spend = Context::add("spend", all), counter = correcting_] {
        context().gateway().resend(counter, spend.values, [this, done](const Result<void>& result) {
            emit context().said(result ? done : words::failure(result.error()), !result);
            if (result) clear();
        });
    };
    if (photos.empty()) return resend();
    context().record(std::move(photos), QString(), resend);
}

void SpendForm::saveFresh(const QString& done) {
    const Id id = context().newId();
    std::vector<sync::Edit> edits;
    Context::Values all = values();
    if (IdSet receipts = photos_.addTo(edits, "spend", id); !receipts.empty()) {
        all.emplace_back("receipts", Value(std::move(receipts)));
    }
    edits.push_back(Context::add("spend", all, id));
    context().record(std::move(edits), done, [this] { clear(); });
}

void SpendForm::saveReturned(const QString& done) {
    std::vector<sync::Edit> edits;
    Context::Values all = values();
    IdSet receipts = photos_.addTo(edits, "spend", returned_);
    if (!receipts.empty()) {
        receipts.insert(receipts.end(), receipts_.begin(), receipts_.end());
        std::sort(receipts.begin(), receipts.end());
        all.emplace_back("receipts", Value(std::move(receipts)));
    }
    all.emplace_back("state", Value(std::string("submitted")));
    edits.push_back(Context::change("spend", returned_, all));
    context().record(std::move(edits), done, [this] { clear(); });
}

void SpendForm::reverse(const QString& key, const QString& reason) {
    Reader* reader = context().reader();
    if (reader == nullptr) return;
    Context::Values values;
    std::int64_t amount = 0;
    reader->each(
        R"(SELECT budget_line, amount, category FROM spend s WHERE id = ?1 AND state = 'approved' AND amount > 0
           AND NOT EXISTS (SELECT 1 FROM spend r WHERE r.reversal_of = s.id AND r.state <> 'withdrawn'))",
        [&](Columns row) {
            amount = row.number(1);
            values = {{"budget_line", Value(row.id(0))},
                      {"amount", Value(-amount)},
                      {"spent_on", Value(context().today().days)},
                      {"note", Value(reason.trimmed().toStdString())},
                      {"reversal_of", Value(idOf(key))}};
            if (row.isSet(2)) values.emplace_back("category", Value(row.text(2).toStdString()));
        },
        idOf(key));
    if (values.empty()) {
        emit context().said(tr("This spend was taken back already, or is not approved yet."), true);
        return;
    }
    context().record(Context::add("spend", values),
                     tr("￥%1 taken back; it counts once a manager has approved it").arg(words::yuan(amount)));
}

// ---- beginning, leaving, drafts

void SpendForm::clear() {
    draft_.forget();
    photos_.clear();
    reset();
    offerDraft(formName);
}

void SpendForm::leave() {
    if (!isCorrection()) return;
    reset();
    offerDraft(formName);
}

void SpendForm::reset() {
    // The line stays: the next spend is most often against the same one.
    const Id line = typed_.line;
    typed_ = {};
    typed_.line = line;
    isFromDraft_ = false;
    correcting_ = 0;
    returned_ = {};
    refusedSpend_ = {};
    receipts_.clear();
    refusal_.clear();
    readCode_.reset();
    invoiceWarning_.clear();
    // Put aside, not dropped: they belong to a draft that is still kept.
    photos_.fill({});
    photos_.open("spend", {});
}

void SpendForm::offerDraft(const QString& form) {
    draft_.turnTo(form);
    const QJsonObject kept = draft_.kept();
    isFromDraft_ = !kept.isEmpty();
    if (isFromDraft_ || !isCorrection()) fill(kept);
    emit changed();
    // What was just saved is read by the same turn as what it changed.
    readSoon();
}

QString SpendForm::startedFrom() const {
    QStringList parts;
    if (!refusal_.isEmpty()) parts << refusal_;
    if (isFromDraft_ && draft_.keptAt()) {
        parts << tr("Continued from what you typed at %1").arg(words::moment(*draft_.keptAt(), context().today()));
    }
    if (isFromDraft_ && draft_.isOfAnotherVersion()) parts << tr("The form has changed since: please look it over");
    return parts.join(tr(". ", "between two sentences"));
}

void SpendForm::takeRefused(const sync::Operation& operation) {
    for (const sync::FieldChange& change : operation.changes) {
        const Field& field = operation.type->fields[change.field];
        if (!isSet(change.value)) continue;
        const auto text = [&] { return QString::fromStdString(std::get<std::string>(change.value)); };
        const auto number = [&] { return std::get<std::int64_t>(change.value); };
        if (field.name == "amount") typed_.amount = plainYuan(number());
        if (field.name == "budget_line") typed_.line = std::get<Id>(change.value);
        if (field.name == "spent_on") typed_.day = Date{number()};
        if (field.name == "note") typed_.note = text();
        if (field.name == "quantity") typed_.quantity = words::decimal(number());
        if (field.name == "unit_price") typed_.unitPrice = plainYuan(number());
        if (field.name == "difference_note") typed_.difference = text();
        if (field.name == "invoice_code") typed_.invoiceCode = text();
        if (field.name == "invoice_number") typed_.invoice = text();
        if (field.name == "receipts") receipts_ = std::get<IdSet>(change.value);
    }
    refusedSpend_ = operation.record;
    photos_.open("spend", refusedSpend_);
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
            draft_.turnTo(QStringLiteral("spend/tray"));  // the fresh one stays as it is
            refusal_ = words::refusal(Error{codeFromWord(row.text(2).toStdString()).value_or(Code::internal),
                                            row.text(3).toStdString(),
                                            row.text(4).toStdString(),
                                            {}});
            takeRefused(*operation);
        },
        counter.toLongLong());
    readNow();
}

void SpendForm::reopen(const QString& key) {
    Reader* reader = context().reader();
    if (reader == nullptr) return;
    reset();
    reader->each(
        R"(SELECT amount, budget_line, spent_on, coalesce(note, ''), quantity, unit_price, coalesce(difference_note, ''),
                  coalesce(invoice_code, ''), coalesce(invoice_number, ''), coalesce(returned_reason, ''), receipts
           FROM spend WHERE id = ?1 AND state = 'returned')",
        [&](Columns row) {
            returned_ = idOf(key);
            typed_ = {plainYuan(row.number(0)),
                      row.id(1),
                      row.date(2),
                      row.text(3),
                      {},
                      {},
                      row.text(6),
                      row.text(7),
                      row.text(8)};
            if (row.isSet(4)) typed_.quantity = row.text(4);
            if (row.isSet(5)) typed_.unitPrice = plainYuan(row.number(5));
            refusal_ = row.text(9).isEmpty() ? tr("Returned without a reason") : tr("Returned: %1").arg(row.text(9));
            const RecordType& type = catalog().at("spend");
            const Field& field = type.fields[*type.find("receipts")];
            const auto kept = parseJsonValue(field, row.text(10).toStdString());
            if (row.isSet(10) && kept && isSet(*kept)) receipts_ = std::get<IdSet>(*kept);
        },
        idOf(key));
    if (returned_.isNil()) return;
    photos_.open("spend", returned_);
    offerDraft(QStringLiteral("spend/") + key);
    readNow();
}

void SpendForm::touched() {
    // What is corrected from the tray is kept there.
    if (correcting_ == 0) draft_.touch();
    emit changed();
}

QJsonObject SpendForm::content() const {
    const Typed& t = typed_;
    const bool isBare = t.amount.isEmpty() && t.note.isEmpty() && t.quantity.isEmpty() && t.unitPrice.isEmpty() &&
                        t.invoice.isEmpty() && !photos_.hasNew();
    if (isBare) return {};
    QJsonObject content{{"amount", t.amount},     {"line", line()},           {"note", t.note},
                        {"quantity", t.quantity}, {"unitPrice", t.unitPrice}, {"difference", t.difference},
                        {"code", t.invoiceCode},  {"invoice", t.invoice},     {"photos", photos_.content()}};
    if (t.day) content.insert(QStringLiteral("day"), words::isoDay(*t.day));
    return content;
}

void SpendForm::fill(const QJsonObject& content) {
    const Id lineBefore = typed_.line;
    typed_ = {content["amount"].toString(),
              idOf(content["line"].toString()),
              Date::parse(content["day"].toString().toStdString()),
              content["note"].toString(),
              content["quantity"].toString(),
              content["unitPrice"].toString(),
              content["difference"].toString(),
              content["code"].toString(),
              content["invoice"].toString()};
    if (typed_.line.isNil()) typed_.line = lineBefore;
    photos_.fill(content["photos"].toArray());
}

void SpendForm::read(Reader& reader) {
    lines_.read(reader, context());
    readInvoiceUse(reader);
    if (typed_.line.isNil()) {
        // The line of the last spend is the likeliest next one.
        reader.each(
            "SELECT budget_line FROM spend WHERE recorded_by = ?1 ORDER BY id DESC LIMIT 1",
            [this](Columns row) { typed_.line = row.id(0); }, context().person());
    }
    emit changed();
}

}  // namespace zhixing::client
