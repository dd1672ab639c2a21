#pragma once

#include <vector>

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <QByteArray>
#include <QVariantList>

namespace zhixing::client {

/// Rows of a query as a list for QML. The first role is `key`, which is unique; the others are named by whoever makes
/// the model. A new reading is taken in as the inserts, moves, removals and changes that lead from the old rows to the
/// new, so that what is on screen stays where it is.
class RowModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("offered by App")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    using Row = QVariantList;  ///< one value per role

    RowModel(std::vector<QByteArray> roles, QObject* parent);

    void take(std::vector<Row> rows);

    [[nodiscard]] int count() const { return static_cast<int>(rows_.size()); }
    /// The value of `role` in a row; for pages that show one row large.
    Q_INVOKABLE [[nodiscard]] QVariant value(int row, const QString& role) const;
    /// Where `key` is, or -1.
    Q_INVOKABLE [[nodiscard]] int find(const QString& key) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void countChanged();

private:
    void removeMissing(const std::vector<Row>& next);
    void insertOrMove(int position, Row row);

    std::vector<QByteArray> roles_;
    std::vector<Row> rows_;
};

}  // namespace zhixing::client
