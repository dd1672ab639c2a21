#pragma once

#include <QtQml/qqmlregistration.h>
#include <QVariantList>

#include "client/viewmodels/budget.h"
#include "client/viewmodels/context.h"
#include "client/viewmodels/row_model.h"

namespace zhixing::client {

/// Spends that wait for this person's decision, and the one being looked at. One's own are not among them.
class Review : public Live {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("offered by App")
    Q_PROPERTY(zhixing::client::RowModel* rows READ rows CONSTANT FINAL)
    Q_PROPERTY(int count READ count NOTIFY changed FINAL)
    /// How many and how much in all.
    Q_PROPERTY(QString summary READ summary NOTIFY changed FINAL)
    Q_PROPERTY(int currentIndex READ currentIndex WRITE setCurrentIndex NOTIFY changed FINAL)
    Q_PROPERTY(QString amount READ amount NOTIFY changed FINAL)
    Q_PROPERTY(QString line READ line NOTIFY changed FINAL)
    Q_PROPERTY(QString campaign READ campaign NOTIFY changed FINAL)
    Q_PROPERTY(QString leftAfter READ leftAfter NOTIFY changed FINAL)
    Q_PROPERTY(bool exceeds READ exceeds NOTIFY changed FINAL)
    Q_PROPERTY(double approvedShare READ approvedShare NOTIFY changed FINAL)
    Q_PROPERTY(double thisShare READ thisShare NOTIFY changed FINAL)
    Q_PROPERTY(QString lineWords READ lineWords NOTIFY changed FINAL)
    /// `{label, words}` each.
    Q_PROPERTY(QVariantList facts READ facts NOTIFY changed FINAL)
    Q_PROPERTY(bool mayDecide READ mayDecide NOTIFY changed FINAL)
    /// Why a decision is not possible just now; empty when it is.
    Q_PROPERTY(QString hindrance READ hindrance NOTIFY changed FINAL)

public:
    explicit Review(Context& context);

    [[nodiscard]] RowModel* rows() { return &rows_; }
    [[nodiscard]] int count() const { return rows_.count(); }
    [[nodiscard]] QString summary() const;
    [[nodiscard]] int currentIndex() const { return current_; }
    void setCurrentIndex(int index);
    [[nodiscard]] QString amount() const;
    [[nodiscard]] QString line() const;
    [[nodiscard]] QString campaign() const;
    [[nodiscard]] QString leftAfter() const;
    [[nodiscard]] bool exceeds() const;
    [[nodiscard]] double approvedShare() const;
    [[nodiscard]] double thisShare() const;
    [[nodiscard]] QString lineWords() const;
    [[nodiscard]] QVariantList facts() const;
    [[nodiscard]] bool mayDecide() const { return chosen() != nullptr; }
    [[nodiscard]] QString hindrance() const;

    /// Both act on the one being looked at; the next takes its place.
    Q_INVOKABLE void approve();
    Q_INVOKABLE void giveBack(const QString& reason);

signals:
    void changed();

protected:
    void read(Reader& reader) override;

private:
    struct Spend {
        Id id;
        std::int64_t fen = 0;
        QString line;
        QString campaign;
        QString who;
        QString site;
        QString day;
        QString note;
        QString recordedAt;
        bool isDuplicate = false;
        Budget::Sums sums;  ///< of its line, this spend among the pending
    };
    [[nodiscard]] const Spend* chosen() const;

    RowModel rows_;
    std::vector<Spend> spends_;
    int current_ = 0;
};

}  // namespace zhixing::client
