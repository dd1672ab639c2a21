#pragma once

#include <vector>

#include "client/viewmodels/frame/context.h"

namespace zhixing::client {

/// Changes made in a table or a chart: what was typed becomes a recorded change of one field, several go together, and
/// the latest can be taken back by the change that leads there, which is recorded like any other.
class Edits : public QObject {
    Q_OBJECT

public:
    struct Change {
        Id record;
        Context::Values values;
    };

    explicit Edits(Context& context, QObject* parent = nullptr);

    /// Records what was typed into one field; empty text clears it. Returns what is wrong with the text, or nothing.
    [[nodiscard]] QString edit(std::string_view type, const Id& record, std::string_view field, const QString& text);
    /// Records changes of one type together, and says `done`. More than a group holds are recorded in several groups.
    void change(std::string_view type, std::vector<Change> changes, const QString& done);
    [[nodiscard]] bool canUndo() const { return !steps_.empty(); }
    void undo();

    static constexpr std::size_t stepsMax = 50;

signals:
    void undoChanged();

private:
    struct Step {
        std::string type;
        std::vector<Change> changes;
    };
    void record(std::string_view type, const std::vector<Change>& changes, const QString& done);

    Context& context_;
    std::vector<Step> steps_;  ///< what leads back, the latest last
};

}  // namespace zhixing::client
