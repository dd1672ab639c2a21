#pragma once

#include <QtQml/qqmlregistration.h>

#include "client/viewmodels/frame/context.h"
#include "client/viewmodels/frame/row_model.h"

namespace zhixing::client {

/// What went wrong with this device's copy and was put right, latest first: in a sentence, with what it was about. `kept` is
/// how many records were removed here and are kept for people to decide about; export() writes them out.
class Repairs : public Live {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("offered by App")
    Q_PROPERTY(zhixing::client::RowModel* rows READ rows CONSTANT FINAL)
    /// What the latest says; empty when there is none.
    Q_PROPERTY(QString latest READ latest NOTIFY changed FINAL)

public:
    explicit Repairs(Context& context);

    [[nodiscard]] RowModel* rows() { return &rows_; }
    [[nodiscard]] QString latest() const;

    /// Writes them all, kept records included, into a new file among the person's documents and says where.
    Q_INVOKABLE void exportAll();

signals:
    void changed();

protected:
    void read(Reader& reader) override;

private:
    RowModel rows_;
};

}  // namespace zhixing::client
