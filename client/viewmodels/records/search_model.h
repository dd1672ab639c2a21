#pragma once

#include <atomic>
#include <memory>

#include <QtQml/qqmlregistration.h>
#include <QThread>
#include <QVariantMap>

#include "client/viewmodels/frame/context.h"
#include "client/viewmodels/frame/row_model.h"

namespace zhixing::client {

/// Everything on this device that holds some words, by kind. The reading happens on a thread of its own, so that typing
/// never waits for it; an answer that has been overtaken by the next letter is dropped.
class SearchModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("offered by App")
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged FINAL)
    /// Roles: `key`, `type`, `title` and `detail` (styled text, what was found is bold),
    /// `campaign` (the key of the record's campaign, if it has one).
    Q_PROPERTY(zhixing::client::RowModel* rows READ rows CONSTANT FINAL)
    /// What the records of each type are called and how many there are, by the type.
    Q_PROPERTY(QVariantMap kinds READ kinds NOTIFY answered FINAL)
    /// How many records were found, also those that are not listed.
    Q_PROPERTY(int count READ count NOTIFY answered FINAL)
    /// `nothing asked`, `found` or `none`: what the page shows. It stays as it was until the next answer is there.
    Q_PROPERTY(QString state READ state NOTIFY answered FINAL)

public:
    explicit SearchModel(Context& context);
    ~SearchModel() override;

    [[nodiscard]] const QString& text() const { return text_; }
    void setText(const QString& text);
    [[nodiscard]] RowModel* rows() { return &rows_; }
    [[nodiscard]] const QVariantMap& kinds() const { return kinds_; }
    [[nodiscard]] int count() const { return count_; }
    [[nodiscard]] QString state() const { return state_; }

    struct Answer {
        std::vector<RowModel::Row> rows;
        QVariantMap kinds;
        int count = 0;
        bool isWhole = true;
    };

signals:
    void textChanged();
    void answered();

private:
    class Worker;

    [[nodiscard]] static QString nameOf(const QString& kind, std::size_t listed, std::size_t count);
    void ask();
    void take(int question, Answer answer);

    Context& context_;
    RowModel rows_;
    QVariantMap kinds_;
    QString text_;
    QString state_ = QStringLiteral("nothing asked");
    int count_ = 0;
    std::atomic<int> question_ = 0;  ///< the latest; the worker gives up on older ones
    QThread thread_;
    Worker* worker_ = nullptr;  ///< lives on thread_, deleted when it ends
};

}  // namespace zhixing::client
