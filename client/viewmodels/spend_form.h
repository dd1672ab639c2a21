#pragma once

#include <optional>

#include <QtQml/qqmlregistration.h>
#include <QVariantList>

#include "client/viewmodels/budget.h"
#include "client/viewmodels/context.h"
#include "client/viewmodels/draft.h"
#include "client/viewmodels/row_model.h"

namespace zhixing::client {

/// Records a spend, or corrects one that headquarters refused. What is left of the chosen line is worked out from this
/// device's own rows, with or without a network.
class SpendForm : public Live {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("offered by App")
    /// As typed: `3000`, `5万`, `￥12.50`.
    Q_PROPERTY(QString amount READ amount WRITE setAmount NOTIFY changed FINAL)
    /// What the typed amount comes to in yuan, when that is not plain already.
    Q_PROPERTY(QString amountMeaning READ amountMeaning NOTIFY changed FINAL)
    Q_PROPERTY(QString amountFault READ amountFault NOTIFY changed FINAL)
    Q_PROPERTY(QString line READ line WRITE setLine NOTIFY changed FINAL)
    Q_PROPERTY(QString lineName READ lineName NOTIFY changed FINAL)
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
    Q_PROPERTY(bool canSave READ canSave NOTIFY changed FINAL)
    Q_PROPERTY(bool fromDraft READ fromDraft NOTIFY changed FINAL)
    Q_PROPERTY(bool isCorrection READ isCorrection NOTIFY changed FINAL)
    /// Why headquarters refused what is being corrected.
    Q_PROPERTY(QString refusal READ refusal NOTIFY changed FINAL)

public:
    explicit SpendForm(Context& context);

    [[nodiscard]] const QString& amount() const { return amount_; }
    void setAmount(const QString& amount);
    [[nodiscard]] QString amountMeaning() const;
    [[nodiscard]] QString amountFault() const;
    [[nodiscard]] QString line() const { return keyOf(line_); }
    void setLine(const QString& key);
    [[nodiscard]] QString lineName() const;
    [[nodiscard]] QString lineLeft() const;
    [[nodiscard]] QString lineFault() const;
    [[nodiscard]] bool overspends() const;
    [[nodiscard]] RowModel* lines() { return &lines_; }
    [[nodiscard]] QString day() const;
    void setDay(const QString& day);
    [[nodiscard]] QString dayWords() const;
    [[nodiscard]] QVariantList days() const;
    [[nodiscard]] const QString& note() const { return note_; }
    void setNote(const QString& note);
    [[nodiscard]] bool canSave() const;
    [[nodiscard]] bool fromDraft() const { return isFromDraft_ || isCorrection(); }
    [[nodiscard]] bool isCorrection() const { return correcting_ != 0; }
    [[nodiscard]] const QString& refusal() const { return refusal_; }

    /// True when it was handed on to be saved; the context says when it is on disk.
    Q_INVOKABLE bool save();
    /// Starts afresh and forgets the draft.
    Q_INVOKABLE void clear();
    /// Opens a refused spend of the tray, by its counter.
    Q_INVOKABLE void correct(const QString& counter);

signals:
    void changed();

protected:
    void read(Reader& reader) override;

private:
    [[nodiscard]] QJsonObject content() const;
    void fill(const QJsonObject& content);
    void typed();
    void reset();
    [[nodiscard]] const Budget::Sums* chosenSums() const;

    Draft draft_;
    QString amount_;
    Id line_;
    std::optional<Date> day_;  ///< not chosen: today
    QString note_;
    bool isFromDraft_ = false;
    sync::Counter correcting_ = 0;
    QString refusal_;
    RowModel lines_;
    std::vector<std::pair<Id, Budget::Sums>> sums_;
};

}  // namespace zhixing::client
