#include "client/viewmodels/frame/row_model.h"

#include <algorithm>

#include <QSet>

namespace zhixing::client {

RowModel::RowModel(std::vector<QByteArray> roles, QObject* parent)
    : QAbstractListModel(parent), roles_(std::move(roles)) {
    Q_ASSERT(!roles_.empty() && roles_.front() == "key");
}

void RowModel::take(std::vector<Row> rows) {
    const int before = count();
    removeMissing(rows);
    for (std::size_t i = 0; i < rows.size(); ++i) insertOrMove(static_cast<int>(i), std::move(rows[i]));
    if (count() != before) emit countChanged();
}

void RowModel::removeMissing(const std::vector<Row>& next) {
    QSet<QString> kept;
    for (const Row& row : next) kept.insert(row.front().toString());
    for (int i = count() - 1; i >= 0; --i) {
        if (kept.contains(rows_[static_cast<std::size_t>(i)].front().toString())) continue;
        beginRemoveRows({}, i, i);
        rows_.erase(rows_.begin() + i);
        endRemoveRows();
    }
}

void RowModel::insertOrMove(int position, Row row) {
    const auto begin = rows_.begin() + position;
    const auto found =
        std::find_if(begin, rows_.end(), [&](const Row& candidate) { return candidate.front() == row.front(); });
    if (found == rows_.end()) {
        beginInsertRows({}, position, position);
        rows_.insert(begin, std::move(row));
        endInsertRows();
        return;
    }
    if (found != begin) {
        beginMoveRows({}, static_cast<int>(found - rows_.begin()), static_cast<int>(found - rows_.begin()), {},
                      position);
        std::rotate(begin, found, found + 1);
        endMoveRows();
    }
    if (Row& present = rows_[static_cast<std::size_t>(position)]; present != row) {
        present = std::move(row);
        emit dataChanged(index(position), index(position));
    }
}

QVariant RowModel::value(int row, const QString& role) const {
    const auto found = std::find(roles_.begin(), roles_.end(), role.toUtf8());
    if (row < 0 || row >= count() || found == roles_.end()) return {};
    return rows_[static_cast<std::size_t>(row)].value(found - roles_.begin());
}

int RowModel::find(const QString& key) const {
    const auto found =
        std::find_if(rows_.begin(), rows_.end(), [&](const Row& row) { return row.front().toString() == key; });
    return found == rows_.end() ? -1 : static_cast<int>(found - rows_.begin());
}

int RowModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant RowModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    return rows_[static_cast<std::size_t>(index.row())].value(role - Qt::UserRole);
}

QHash<int, QByteArray> RowModel::roleNames() const {
    QHash<int, QByteArray> names;
    for (std::size_t i = 0; i < roles_.size(); ++i) names.insert(Qt::UserRole + static_cast<int>(i), roles_[i]);
    return names;
}

}  // namespace zhixing::client
