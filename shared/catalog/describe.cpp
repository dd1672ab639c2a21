#include "shared/catalog/describe.h"

#include <nlohmann/json.hpp>

#include "shared/model/document.h"

namespace zhixing {
namespace {

using Json = nlohmann::ordered_json;

Json jsonOf(Writers who) {
    Json words = Json::array();
    for (const Role role : {Role::field, Role::siteManager, Role::regionalManager, Role::headquarters, Role::finance,
                            Role::administrator}) {
        if (who.admits(role)) words.push_back(word(role));
    }
    if (who.admitsAuthor()) words.push_back("author");
    if (who.admitsOwner()) words.push_back("owner");
    return words;
}

Json jsonOf(Kind kind, const Value& value) {
    std::string text;
    appendJson(text, kind, value);
    return Json::parse(text);
}

/// Numbers are limited in size, texts in length, sets in members; the other kinds by what they are.
Json limitsOf(const Field& field) {
    switch (field.kind) {
        case Kind::text:
        case Kind::longText:
            return {{"length_max", field.most}};
        case Kind::integer:
        case Kind::decimal:
        case Kind::money:
        case Kind::date:
        case Kind::instant:
        case Kind::counter:
        case Kind::rating:
            return {{"min", jsonOf(field.kind, field.least)}, {"max", jsonOf(field.kind, field.most)}};
        case Kind::references:
        case Kind::tags:
        case Kind::answers:
        case Kind::checklist:
            return {{"items_max", field.most}};
        case Kind::option:
        case Kind::boolean:
        case Kind::reference:
        case Kind::place:
            return Json::object();
    }
    return Json::object();
}

Json jsonOf(const Field& field) {
    Json json{{"id", field.id}, {"name", field.name}, {"kind", word(field.kind)}, {"required", field.isRequired}};
    json["limits"] = limitsOf(field);
    json["merge"] = word(field.merge);
    json["writers"] = jsonOf(field.writers);
    if (!field.options.empty()) json["options"] = field.options;
    if (!field.target.empty()) json["target"] = field.target;
    if (isSet(field.fallback)) json["default"] = jsonOf(field.kind, field.fallback);
    if (field.isFixed) json["fixed"] = true;
    if (field.isPersonal) json["personal"] = true;
    if (field.isSigned) json["signed"] = true;
    if (!field.states.empty()) json["states"] = field.states;
    return json;
}

Json jsonOf(const Workflow& workflow) {
    Json transitions = Json::array();
    for (const Transition& step : workflow.transitions) {
        Json json{{"from", step.from}, {"to", step.to}, {"who", jsonOf(step.who)}};
        if (step.notByAuthor) json["not_by_author"] = true;
        if (step.limit) {
            json["limit"] = {
                {"amount", step.limit->amount}, {"policy", step.limit->policy}, {"beyond", jsonOf(step.limit->beyond)}};
        }
        transitions.push_back(std::move(json));
    }
    Json json{{"field", workflow.field}, {"transitions", std::move(transitions)}};
    if (!workflow.decidedBy.empty()) json["decided_by"] = workflow.decidedBy;
    if (!workflow.decidedAt.empty()) json["decided_at"] = workflow.decidedAt;
    return json;
}

}  // namespace

std::string describe(const RecordType& type) {
    Json json{{"type", type.name}, {"id", type.id}, {"audience", word(type.audience)}};
    json["creators"] = jsonOf(type.creators);
    json["deleters"] = jsonOf(type.deleters);
    if (!type.placedBy.empty()) json["placed_by"] = type.placedBy;
    if (!type.author.empty()) json["author"] = type.author;
    if (!type.recordedAt.empty()) json["recorded_at"] = type.recordedAt;
    if (!type.owner.empty()) json["owner"] = type.owner;
    if (type.workflow) json["workflow"] = jsonOf(*type.workflow);
    for (const UniqueKey& key : type.uniqueKeys) json["unique"].push_back({{"fields", key.fields}, {"mark", key.mark}});
    json["fields"] = Json::array();
    for (const Field& field : type.fields) json["fields"].push_back(jsonOf(field));
    return json.dump();
}

}  // namespace zhixing
