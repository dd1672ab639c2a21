#pragma once

#include <QtQml/qqmlregistration.h>

#include "client/viewmodels/frame/context.h"
#include "client/viewmodels/frame/row_model.h"

namespace zhixing::client {

/// What I spent and what became of it, newest first; `step` is what may be done about it: `correct`, `reverse` or nothing.
class Spends : public Live {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("offered by App")
    Q_PROPERTY(zhixing::client::RowModel* rows READ rows CONSTANT FINAL)

public:
    explicit Spends(Context& context);

    [[nodiscard]] RowModel* rows() { return &rows_; }

protected:
    void read(Reader& reader) override;

private:
    RowModel rows_;
};

}  // namespace zhixing::client
