#include "shared/model/access.h"

#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <iterator>

namespace zhixing {
namespace {

Error refusal(Code code, std::string_view message, std::string_view field = {}) {
    return Error{code, std::string(message), std::string(field), {}};
}

bool names(const Record& record, std::string_view fieldName, const Id& person) {
    return !fieldName.empty() && record.value(fieldName) == Value(person);
}

/// An actor before one record. Whoever adds a record is its author, also before the server has written that down.
struct Standing {
    const Actor& actor;
    const Record& record;
    bool isAuthor;

    [[nodiscard]] bool isAmong(Writers who) const {
        const auto admitted = [&](Role role) { return who.admits(role); };
        return std::any_of(actor.roles.begin(), actor.roles.end(), admitted) || (who.admitsAuthor() && isAuthor) ||
               (who.admitsOwner() && names(record, record.type->owner, actor.person));
    }
};

Standing standingOf(const Actor& actor, const Record& record) {
    return {actor, record, names(record, record.type->author, actor.person)};
}

bool isWorkflowField(const RecordType& type, const Field& field) {
    return type.workflow.has_value() && type.workflow->field == field.name;
}

/// What the server fills in about who did what and when; never a person's to say, whatever the field declares.
bool isServersField(const RecordType& type, const Field& field) {
    if (field.writers.none() || field.name == type.author || field.name == type.recordedAt) {
        return true;
    }
    return type.workflow.has_value() &&
           (field.name == type.workflow->decidedBy || field.name == type.workflow->decidedAt);
}

/// The first state; nothing where there is no workflow.
std::string_view startOf(const RecordType& type) {
    if (!type.workflow.has_value()) {
        return {};
    }
    const auto position = type.find(type.workflow->field);
    assert(position.has_value() && !type.fields[*position].options.empty());
    return type.fields[*position].options.front();
}

/// Where the record is in its workflow; the start when nobody has said.
std::string_view stateOf(const Record& record) {
    const auto& workflow = record.type->workflow;
    const std::string_view state = workflow.has_value() ? record.string(workflow->field) : std::string_view();
    return state.empty() ? startOf(*record.type) : state;
}

bool isEditableIn(const Field& field, std::string_view state) {
    return field.states.empty() || std::find(field.states.begin(), field.states.end(), state) != field.states.end();
}

std::optional<StepSum> sumOf(const Standing& standing, const Transition& step) {
    if (!step.limit) {
        return std::nullopt;
    }
    const auto limit = standing.actor.sumsFen.find(step.limit->policy);
    if (limit == standing.actor.sumsFen.end()) {
        return std::nullopt;
    }
    const std::int64_t amount = standing.record.number(step.limit->amount);
    return StepSum{limit->second, std::abs(amount) > limit->second, standing.isAmong(step.limit->beyond)};
}

Result<void> judgeStep(const Standing& standing, std::string_view from, std::string_view to) {
    const Workflow& workflow = *standing.record.type->workflow;
    bool exists = false;
    bool isOwnWork = false;
    std::optional<Error> tooMuch;
    for (const Transition& step : workflow.transitions) {
        if (step.from != from || step.to != to) {
            continue;
        }
        exists = true;
        if (!standing.isAmong(step.who)) {
            continue;
        }
        if (step.notByAuthor && standing.isAuthor) {
            isOwnWork = true;
            continue;
        }
        if (const auto sum = sumOf(standing, step); sum && sum->isPassed && !sum->mayTakeMore) {
            tooMuch = refusal(Code::second_approval, "the sum takes somebody of a higher role", step.limit->amount);
            tooMuch->limit = sum->limitFen;
            continue;
        }
        return {};
    }
    if (tooMuch) {
        return std::move(*tooMuch);
    }
    if (isOwnWork) {
        return refusal(Code::self_approval, "somebody other than the author takes this step", workflow.field);
    }
    if (exists) {
        return refusal(Code::forbidden, "this step is not for the person's role", workflow.field);
    }
    return refusal(Code::bad_transition, "no such step from where the record is", workflow.field);
}

/// The state the changes lead to: what is filled in together with a step may belong to either side of it.
std::string_view stateAfter(const Record& current, std::span<const FieldValue> changes) {
    for (const FieldValue& change : changes) {
        const auto* state = std::get_if<std::string>(&change.value);
        if (state != nullptr && isWorkflowField(*current.type, current.type->fields[change.field])) {
            return *state;
        }
    }
    return stateOf(current);
}

Result<void> mayChangeState(const Actor& actor, const Record& current, const Value& value) {
    const auto* to = std::get_if<std::string>(&value);
    if (to == nullptr) {
        return refusal(Code::bad_transition, "a state cannot be cleared", current.type->workflow->field);
    }
    return *to == stateOf(current) ? Result<void>() : mayStep(actor, current, *to);
}

}  // namespace

Actor actorFor(const Organisation& organisation, const Id& person, const Record& record) {
    const bool isNewNode = record.place == record.id && !organisation.hasNode(record.id);
    const Id place = isNewNode && record.type->find("parent") ? record.reference("parent") : record.place;
    Actor actor{person, organisation.rolesAt(person, place)};
    if (!record.type->workflow.has_value()) {
        return actor;
    }
    for (const Transition& step : record.type->workflow->transitions) {
        const auto fen = step.limit ? organisation.policySumFen(step.limit->policy, place) : std::nullopt;
        if (fen) {
            actor.sumsFen[step.limit->policy] = *fen;
        }
    }
    return actor;
}

bool isAmong(const Actor& actor, const Record& record, Writers who) { return standingOf(actor, record).isAmong(who); }

std::optional<StepSum> sumOfStep(const Actor& actor, const Record& current, std::string_view to) {
    if (!current.type->workflow.has_value()) {
        return std::nullopt;
    }
    const std::string_view from = stateOf(current);
    for (const Transition& step : current.type->workflow->transitions) {
        if (step.from == from && step.to == to) {
            return sumOf(standingOf(actor, current), step);
        }
    }
    return std::nullopt;
}

Result<void> maySign(const Actor& actor, const Record& record, const Field& field, const Value& before,
                     const Value& after) {
    const auto people = [](const Value& value) { return isSet(value) ? std::get<IdSet>(value) : IdSet{}; };
    const IdSet was = people(before);
    const IdSet is = people(after);
    IdSet changed;
    std::set_symmetric_difference(was.begin(), was.end(), is.begin(), is.end(), std::back_inserter(changed));
    for (const Id& person : changed) {
        if (person != actor.person) {
            return refusal(Code::forbidden, "nobody signs for somebody else", field.name);
        }
        if (names(record, record.type->author, person)) {
            return refusal(Code::self_approval, "nobody signs what they recorded", field.name);
        }
    }
    return {};
}

Result<void> mayStep(const Actor& actor, const Record& current, std::string_view to) {
    if (!current.type->workflow.has_value()) {
        return refusal(Code::bad_transition, "the type has no workflow");
    }
    return judgeStep(standingOf(actor, current), stateOf(current), to);
}

Result<void> mayCreate(const Actor& actor, const Record& record) {
    const RecordType& type = *record.type;
    const Standing standing{actor, record, true};
    const std::string_view start = startOf(type);
    if (!standing.isAmong(type.creators)) {
        return refusal(Code::forbidden, "the person may not add records of this type");
    }
    for (std::size_t i = 0; i < type.fields.size(); ++i) {
        const Field& field = type.fields[i];
        if (record.fields[i] == field.fallback || field.name == type.author || field.name == type.recordedAt) {
            continue;
        }
        if (isWorkflowField(type, field)) {
            // Work that was begun before it was recorded: one legal step from the start may be taken at once.
            ZX_TRY(judgeStep(standing, start, stateOf(record)));
        } else if (isServersField(type, field) || !standing.isAmong(field.writers)) {
            return refusal(Code::forbidden, "the field is not this person's to set", field.name);
        } else if (!isEditableIn(field, stateOf(record)) && !isEditableIn(field, start)) {
            return refusal(Code::not_editable, "the field cannot be set in this state", field.name);
        }
    }
    return {};
}

Result<void> mayEdit(const Actor& actor, const Record& current, std::span<const FieldValue> changes) {
    const RecordType& type = *current.type;
    const std::string_view before = stateOf(current);
    const std::string_view after = stateAfter(current, changes);
    for (const FieldValue& change : changes) {
        assert(change.field < type.fields.size());
        const Field& field = type.fields[change.field];
        if (isWorkflowField(type, field)) {
            ZX_TRY(mayChangeState(actor, current, change.value));
        } else if (isServersField(type, field) || !isAmong(actor, current, field.writers)) {
            return refusal(Code::forbidden, "the field is not this person's to change", field.name);
        } else if (field.isFixed) {
            return refusal(Code::not_editable, "the field is set once, when the record is added", field.name);
        } else if (!isEditableIn(field, before) && !isEditableIn(field, after)) {
            return refusal(Code::not_editable, "the field cannot be changed in this state", field.name);
        }
    }
    return {};
}

Result<void> mayDelete(const Actor& actor, const Record& current) {
    if (!isAmong(actor, current, current.type->deleters)) {
        return refusal(Code::forbidden, "the person may not delete this record");
    }
    return {};
}

}  // namespace zhixing
