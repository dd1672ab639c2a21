#pragma once

#include <set>

#include <QtQml/qqmlregistration.h>

#include "client/viewmodels/frame/context.h"
#include "client/viewmodels/frame/row_model.h"
#include "sync/replica/settling.h"

namespace zhixing::client {

/// What two people changed without knowing of each other: both values side by side, mine on the left where one of them
/// is, with who, when and on which device; what was there before; and what was decided, which can be undone.
class Conflicts : public Live {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("offered by App")
    /// Those that wait for a decision, and the latest that were decided.
    Q_PROPERTY(zhixing::client::RowModel* open READ open CONSTANT FINAL)
    Q_PROPERTY(zhixing::client::RowModel* settled READ settled CONSTANT FINAL)
    Q_PROPERTY(int count READ count NOTIFY changed FINAL)

public:
    explicit Conflicts(Context& context);

    [[nodiscard]] RowModel* open() { return &open_; }
    [[nodiscard]] RowModel* settled() { return &settled_; }
    [[nodiscard]] int count() const { return open_.count(); }

    /// `choice` is `kept`, `lost` or `both`, as the row names its two sides.
    Q_INVOKABLE void settle(const QString& key, const QString& choice);
    /// Takes what was typed as the field's value. False, with a word about it, when that is none.
    Q_INVOKABLE bool settleWith(const QString& key, const QString& text);
    Q_INVOKABLE void undo(const QString& key);

signals:
    void changed();

protected:
    void read(Reader& reader) override;

private:
    struct Side {
        QString title, words, by, choice;
    };

    [[nodiscard]] std::optional<sync::Dispute> disputeOf(Reader& reader, const Id& conflict) const;
    [[nodiscard]] Side side(Reader& reader, const sync::Dispute& dispute, bool isLost) const;
    [[nodiscard]] QString by(Reader& reader, const sync::Dispute& dispute, const char* prefix) const;
    [[nodiscard]] QString subject(Reader& reader, const sync::Dispute& dispute) const;
    [[nodiscard]] QString verdict(Reader& reader, const sync::Dispute& dispute) const;
    [[nodiscard]] QString nameOf(Reader& reader, const Id& person) const;
    [[nodiscard]] RowModel::Row openRow(Reader& reader, const sync::Dispute& dispute);
    [[nodiscard]] RowModel::Row settledRow(Reader& reader, const sync::Dispute& dispute) const;
    void decide(const Id& conflict, sync::Decision decision);
    [[nodiscard]] Gateway::Done report(const QString& done);

    Id ownDevice_;
    std::set<Id> named_;  ///< deleted records whose history was asked for
    RowModel open_;
    RowModel settled_;
};

}  // namespace zhixing::client
