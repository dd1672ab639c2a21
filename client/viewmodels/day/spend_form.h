#pragma once

#include <optional>

#include <QtQml/qqmlregistration.h>
#include <QVariantList>

#include "client/viewmodels/day/spend_lines.h"
#include "client/viewmodels/frame/context.h"
#include "client/viewmodels/frame/draft.h"
#include "client/viewmodels/frame/row_model.h"
#include "client/viewmodels/records/photo_list.h"
#include "shared/media/invoice_code.h"

namespace zhixing::client {

/// Records a spend with its receipts, corrects one that headquarters refused or a manager returned, and takes back one that
/// was approved. What is left of the chosen line is worked out from this device's own rows, with or without a network.
/// Nothing it notices ever blocks: it warns, and the reviewer sees the same.
class SpendForm : public Live {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("offered by App")
    Q_PROPERTY(zhixing::client::PhotoList* photos READ photos CONSTANT FINAL)
    /// As typed: `3000`, `5万`, `￥12.50`.
    Q_PROPERTY(QString amount READ amount WRITE setAmount NOTIFY changed FINAL)
    /// What the typed amount comes to in yuan, when that is not plain already.
    Q_PROPERTY(QString amountMeaning READ amountMeaning NOTIFY changed FINAL)
    Q_PROPERTY(QString amountFault READ amountFault NOTIFY changed FINAL)
    Q_PROPERTY(QString line READ line WRITE setLine NOTIFY changed FINAL)
    Q_PROPERTY(QString lineName READ lineName NOTIFY changed FINAL)
    /// What is left now, after this spend, and since when this device knows it.
    Q_PROPERTY(QString lineLeft READ lineLeft NOTIFY changed FINAL)
    Q_PROPERTY(QString lineFault READ lineFault NOTIFY changed FINAL)
    Q_PROPERTY(bool overspends READ overspends NOTIFY changed FINAL)
    Q_PROPERTY(zhixing::client::RowModel* lines READ lines CONSTANT FINAL)
    /// `YYYY-MM-DD`.
    Q_PROPERTY(QString day READ day WRITE setDay NOTIFY changed FINAL)
    Q_PROPERTY(QString dayWords READ dayWords NOTIFY changed FINAL)
    /// The last week, for choosing: `{day, words}` each.
    Q_PROPERTY(QVariantList days READ days NOTIFY changed FINAL)
    Q_PROPERTY(QString note READ note WRITE setNote NOTIFY changed FINAL)
    /// As typed: `6`, `1.5`; empty when the spend is no product of a quantity and a price.
    Q_PROPERTY(QString quantity READ quantity WRITE setQuantity NOTIFY changed FINAL)
    Q_PROPERTY(QString unitPrice READ unitPrice WRITE setUnitPrice NOTIFY changed FINAL)
    /// That they do not come to the amount, in words; empty while they do.
    Q_PROPERTY(QString priceWarning READ priceWarning NOTIFY changed FINAL)
    /// Why they do not.
    Q_PROPERTY(QString difference READ difference WRITE setDifference NOTIFY changed FINAL)
    Q_PROPERTY(QString invoice READ invoice WRITE setInvoice NOTIFY changed FINAL)
    /// What the invoice's own code says beside the number.
    Q_PROPERTY(QString invoiceWords READ invoiceWords NOTIFY changed FINAL)
    /// Where this invoice was used before; empty when it was not.
    Q_PROPERTY(QString invoiceWarning READ invoiceWarning NOTIFY changed FINAL)
    Q_PROPERTY(bool canSave READ canSave NOTIFY changed FINAL)
    Q_PROPERTY(QString saveWord READ saveWord NOTIFY changed FINAL)
    /// What the form continues or corrects, and why; empty for a fresh one.
    Q_PROPERTY(QString startedFrom READ startedFrom NOTIFY changed FINAL)
    Q_PROPERTY(bool fromDraft READ fromDraft NOTIFY changed FINAL)
    Q_PROPERTY(bool isCorrection READ isCorrection NOTIFY changed FINAL)

public:
    /// Under which the draft of a fresh one is kept.
    static constexpr QLatin1String formName{"spend/new"};
    explicit SpendForm(Context& context);

    [[nodiscard]] PhotoList* photos() { return &photos_; }
    [[nodiscard]] const QString& amount() const { return typed_.amount; }
    void setAmount(const QString& amount);
    [[nodiscard]] QString amountMeaning() const;
    [[nodiscard]] QString amountFault() const;
    [[nodiscard]] QString line() const { return keyOf(typed_.line); }
    void setLine(const QString& key);
    [[nodiscard]] QString lineName() const { return lines_.name(typed_.line); }
    [[nodiscard]] QString lineLeft() const;
    [[nodiscard]] QString lineFault() const;
    [[nodiscard]] bool overspends() const;
    [[nodiscard]] RowModel* lines() { return lines_.rows(); }
    [[nodiscard]] QString day() const;
    void setDay(const QString& day);
    [[nodiscard]] QString dayWords() const;
    [[nodiscard]] QVariantList days() const;
    [[nodiscard]] const QString& note() const { return typed_.note; }
    void setNote(const QString& note) { type(typed_.note, note); }
    [[nodiscard]] const QString& quantity() const { return typed_.quantity; }
    void setQuantity(const QString& quantity) { type(typed_.quantity, quantity); }
    [[nodiscard]] const QString& unitPrice() const { return typed_.unitPrice; }
    void setUnitPrice(const QString& price) { type(typed_.unitPrice, price); }
    [[nodiscard]] QString priceWarning() const;
    [[nodiscard]] const QString& difference() const { return typed_.difference; }
    void setDifference(const QString& words) { type(typed_.difference, words); }
    [[nodiscard]] const QString& invoice() const { return typed_.invoice; }
    void setInvoice(const QString& number);
    [[nodiscard]] QString invoiceWords() const;
    [[nodiscard]] const QString& invoiceWarning() const { return invoiceWarning_; }
    [[nodiscard]] bool canSave() const;
    [[nodiscard]] QString saveWord() const;
    [[nodiscard]] QString startedFrom() const;
    [[nodiscard]] bool fromDraft() const { return isFromDraft_ || isCorrection(); }
    [[nodiscard]] bool isCorrection() const { return correcting_ != 0 || !returned_.isNil(); }

    /// When what the fresh form continues was typed; nothing when it was in this run.
    [[nodiscard]] std::optional<Instant> typedAt() const { return draft_.keptAt(); }

    /// True when it was handed on to be saved; the context says when it is on disk.
    Q_INVOKABLE bool save();
    /// Starts afresh and forgets the draft.
    Q_INVOKABLE void clear();
    /// Opens a refused spend of the tray, by its counter.
    Q_INVOKABLE void correct(const QString& counter);
    /// Opens a spend of mine that a manager returned, to be corrected and submitted again.
    Q_INVOKABLE void reopen(const QString& key);
    /// Back to the fresh form, whose draft has waited; what was being corrected keeps its own.
    Q_INVOKABLE void leave();
    /// Takes back an approved spend of mine by recording its opposite.
    Q_INVOKABLE void reverse(const QString& key, const QString& reason);

signals:
    void changed();

protected:
    void read(Reader& reader) override;

private:
    /// All that a person types or chooses.
    struct Typed {
        QString amount;
        Id line;
        std::optional<Date> day;  ///< not chosen: today
        QString note;
        QString quantity;
        QString unitPrice;
        QString difference;
        QString invoiceCode;
        QString invoice;
    };

    [[nodiscard]] QJsonObject content() const;
    void fill(const QJsonObject& content);
    void type(QString& place, const QString& text);
    void touched();
    void reset();
    void offerDraft(const QString& form);
    void takeCode(const QString& text);
    void readInvoiceUse(Reader& reader);
    [[nodiscard]] Context::Values values() const;
    void takeRefused(const sync::Operation& operation);
    void saveRefused(const QString& done);
    void saveReturned(const QString& done);
    void saveFresh(const QString& done);
    [[nodiscard]] std::optional<std::int64_t> fen() const;
    [[nodiscard]] std::optional<std::int64_t> typedQuantity() const;

    Typed typed_;
    Draft draft_;
    PhotoList photos_;
    bool isFromDraft_ = false;
    sync::Counter correcting_ = 0;                ///< of the tray
    Id refusedSpend_;                             ///< that is being corrected
    Id returned_;                                 ///< being corrected
    IdSet receipts_;                              ///< that it has already
    QString refusal_;                             ///< why it came back
    std::optional<media::InvoiceCode> readCode_;  ///< of the picture that filled the form in
    QString invoiceWarning_;
    SpendLines lines_;
};

}  // namespace zhixing::client
