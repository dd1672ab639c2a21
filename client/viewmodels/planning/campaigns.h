#pragma once

#include <QtQml/qqmlregistration.h>
#include <QStringList>

#include "client/viewmodels/frame/context.h"
#include "client/viewmodels/frame/row_model.h"

namespace zhixing::client {

/// The campaigns this device holds, and the chosen one: its progress and what people say.
class Campaigns : public Live {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("offered by App")
    Q_PROPERTY(zhixing::client::RowModel* rows READ rows CONSTANT FINAL)
    Q_PROPERTY(QList<QString> names READ names NOTIFY changed FINAL)
    Q_PROPERTY(int currentIndex READ currentIndex WRITE setCurrentIndex NOTIFY changed FINAL)
    Q_PROPERTY(QString name READ name NOTIFY changed FINAL)
    Q_PROPERTY(QString summary READ summary NOTIFY changed FINAL)
    Q_PROPERTY(QString stateWord READ stateWord NOTIFY changed FINAL)
    Q_PROPERTY(QString light READ light NOTIFY changed FINAL)
    /// An event's plan is printed in the columns of F5, every other in those of F1.
    Q_PROPERTY(bool isEvent READ isEvent NOTIFY changed FINAL)
    Q_PROPERTY(zhixing::client::RowModel* feedback READ feedback CONSTANT FINAL)
    Q_PROPERTY(double progress READ progress NOTIFY changed FINAL)
    Q_PROPERTY(QString progressWords READ progressWords NOTIFY changed FINAL)
    Q_PROPERTY(int lateCount READ lateCount NOTIFY changed FINAL)
    Q_PROPERTY(QString lateWords READ lateWords NOTIFY changed FINAL)

public:
    explicit Campaigns(Context& context);

    [[nodiscard]] RowModel* rows() { return &rows_; }
    [[nodiscard]] QStringList names() const;
    [[nodiscard]] int currentIndex() const { return rows_.find(keyOf(current_)); }
    void setCurrentIndex(int index);
    /// Chooses one that may be about to arrive.
    void choose(const Id& campaign);
    /// The chosen one; nil while there is none.
    [[nodiscard]] const Id& current() const { return current_; }
    [[nodiscard]] QString name() const { return field("name"); }
    [[nodiscard]] QString summary() const { return field("summary"); }
    [[nodiscard]] QString stateWord() const { return field("stateWord"); }
    [[nodiscard]] QString light() const { return field("light"); }
    [[nodiscard]] bool isEvent() const { return rows_.value(currentIndex(), QStringLiteral("isEvent")).toBool(); }
    [[nodiscard]] RowModel* feedback() { return &feedback_; }
    [[nodiscard]] double progress() const { return tasks_ > 0 ? static_cast<double>(done_) / tasks_ : 0; }
    [[nodiscard]] QString progressWords() const;
    [[nodiscard]] int lateCount() const { return late_; }
    [[nodiscard]] QString lateWords() const;

signals:
    void changed();

protected:
    void read(Reader& reader) override;

private:
    void readCampaigns(Reader& reader);
    void readProgress(Reader& reader);
    void readFeedback(Reader& reader);
    [[nodiscard]] QString field(const char* role) const;

    Id current_;
    Id wanted_;  ///< to be chosen as soon as it is here
    RowModel rows_;
    RowModel feedback_;
    int tasks_ = 0;
    int done_ = 0;
    int late_ = 0;
};

}  // namespace zhixing::client
