#include "sync/replica/overlay.h"

#include "sync/merge/admit.h"
#include "sync/merge/settle.h"

namespace zhixing::sync {
namespace {

void applyEdit(Record& record, const Operation& edit, const Id& author) {
    const auto& workflow = record.type->workflow;
    for (const FieldChange& change : edit.changes) {
        const Field& field = record.type->fields[change.field];
        Value& shown = record.fields[change.field];
        const bool isStep = workflow && workflow->field == field.name && shown != change.value;
        shown = onTop(field, change.base, shown, change.value);
        if (isStep) (void)stampStep(record, author, edit.at);
    }
    replace(record, edit);
}

}  // namespace

std::optional<Record> overlay(const Record* server, std::span<const PendingOperation> pending, const Id& author,
                              const Id& home) {
    std::optional<Record> shown;
    if (server != nullptr && !server->isDeleted) shown = *server;
    for (const PendingOperation& item : pending) {
        const Operation& operation = item.operation;
        switch (operation.verb) {
            case Verb::add:
                if (!shown) shown = newRecord(operation, author, home, operation.at);
                break;
            case Verb::edit:
                if (shown) applyEdit(*shown, operation, author);
                break;
            case Verb::remove:
                shown.reset();
                break;
            case Verb::revive:
                if (!shown && server != nullptr) {
                    shown = *server;
                    shown->isDeleted = false;
                }
                if (shown) applyEdit(*shown, operation, author);
                break;
        }
    }
    return shown;
}

}  // namespace zhixing::sync
