#pragma once

#include "client/viewmodels/context.h"
#include "client/viewmodels/row_model.h"

namespace zhixing::client {

/// What I spent and what became of it, newest first; `step` is what may be done about it: `correct`, `reverse` or nothing.
class Spends : public Live {
    Q_OBJECT

public:
    explicit Spends(Context& context);

    [[nodiscard]] RowModel* rows() { return &rows_; }

protected:
    void read(Reader& reader) override;

private:
    RowModel rows_;
};

}  // namespace zhixing::client
