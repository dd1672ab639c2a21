#pragma once

#include <optional>
#include <vector>

#include "client/viewmodels/frame/context.h"
#include "client/viewmodels/frame/row_model.h"
#include "client/viewmodels/planning/budget.h"

namespace zhixing::client {

/// The budget lines that may be spent on, each with what is left of it for this person at this moment, from this device's
/// own rows. Where the person or their site has an allowance, that is what counts, less what they themselves have
/// approved or waiting; else the whole line, less everybody's that this device knows of.
class SpendLines {
public:
    enum class Share { line, site, person };
    struct Line {
        Id id;
        Share share = Share::line;
        Budget::Sums sums;
    };

    explicit SpendLines(QObject* parent);

    void read(Reader& reader, const Context& context);
    /// `key`, `name`, `remaining`, `campaignName`.
    [[nodiscard]] RowModel* rows() { return &rows_; }
    [[nodiscard]] const Line* find(const Id& id) const;
    [[nodiscard]] QString name(const Id& id) const;

private:
    RowModel rows_;
    std::vector<Line> lines_;
};

}  // namespace zhixing::client
