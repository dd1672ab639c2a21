#include "client/viewmodels/frame/edits.h"

#include <algorithm>

#include "client/viewmodels/words/words.h"
#include "shared/base/limits.h"
#include "shared/catalog/catalog.h"

namespace zhixing::client {

Edits::Edits(Context& context, QObject* parent) : QObject(parent), context_(context) {}

QString Edits::edit(std::string_view type, const Id& record, std::string_view field, const QString& text) {
    const RecordType& description = catalog().at(type);
    const auto position = description.find(field);
    Q_ASSERT(position);
    const Field& kind = description.fields[*position];
    Value value;
    if (!text.trimmed().isEmpty()) {
        Result<Value> typed = words::typed(kind, text);
        if (!typed) {
            return kind.kind == Kind::date ? tr("Write the day as 2025-10-16")
                                           : tr("This is no value for “%1”").arg(words::field(field));
        }
        value = std::move(typed).value();
    } else if (kind.isRequired) {
        return tr("“%1” may not be empty").arg(words::field(field));
    }
    change(type, {{record, {{kind.name, value}}}}, {});
    return {};
}

void Edits::change(std::string_view type, std::vector<Change> changes, const QString& done) {
    Reader* reader = context_.reader();
    if (reader == nullptr || changes.empty()) return;
    const RecordType& description = catalog().at(type);
    Step back{std::string(type), {}};
    for (const Change& change : changes) {
        Change before{change.record, {}};
        for (const auto& [field, value] : change.values) {
            before.values.emplace_back(field, reader->value(description, change.record, field));
        }
        if (before.values != change.values) back.changes.push_back(std::move(before));
    }
    if (back.changes.empty()) return;
    steps_.push_back(std::move(back));
    if (steps_.size() > stepsMax) steps_.erase(steps_.begin());
    record(type, changes, done);
    emit undoChanged();
}

void Edits::undo() {
    if (steps_.empty()) return;
    const Step step = std::move(steps_.back());
    steps_.pop_back();
    record(step.type, step.changes, tr("Undone"));
    emit undoChanged();
}

void Edits::record(std::string_view type, const std::vector<Change>& changes, const QString& done) {
    for (std::size_t from = 0; from < changes.size(); from += limits::groupOperationsMax) {
        const std::size_t to = std::min(changes.size(), from + limits::groupOperationsMax);
        std::vector<sync::Edit> group;
        for (std::size_t i = from; i < to; ++i) {
            group.push_back(Context::change(type, changes[i].record, changes[i].values));
        }
        context_.record(std::move(group), to == changes.size() ? done : QString());
    }
}

}  // namespace zhixing::client
