#pragma once

#include <QtTest>

#include "shared/base/result.h"
#include "shared/model/record.h"

/// Small types of our own, so that tests of the model do not change with the catalog.
namespace zhixing::test {

/// One field of every kind.
inline RecordType everyKind() {
    RecordType type;
    type.id = 1;
    type.name = "sample";
    type.fields.push_back(field::text(1, "title", 10).required());
    type.fields.push_back(field::longText(2, "note", 100));
    type.fields.push_back(field::option(3, "colour", {"red", "green"}));
    type.fields.push_back(field::integer(4, "count").between(-5, 5));
    type.fields.push_back(field::decimal(5, "ratio"));
    type.fields.push_back(field::money(6, "amount"));
    type.fields.push_back(field::date(7, "day"));
    type.fields.push_back(field::instant(8, "moment"));
    type.fields.push_back(field::boolean(9, "flag"));
    type.fields.push_back(field::reference(10, "parent", "sample"));
    type.fields.push_back(field::references(11, "links", "sample"));
    type.fields.push_back(field::tags(12, "tags"));
    type.fields.push_back(field::counter(13, "visits"));
    type.fields.push_back(field::place(14, "spot"));
    type.fields.push_back(field::rating(15, "score"));
    type.fields.push_back(field::answers(16, "answers"));
    type.fields.push_back(field::checklist(17, "steps"));
    return type;
}

/// A workflow with the two-person rule, fields bound to states, to their author and to their owner.
inline RecordType claim() {
    RecordType type;
    type.id = 2;
    type.name = "claim";
    type.creators = {Role::field, Role::siteManager};
    type.author = "author";
    type.recordedAt = "recorded_at";
    type.owner = "owner";
    type.fields.push_back(field::money(1, "amount").by(writers::author).in({"draft"}));
    type.fields.push_back(
        field::option(2, "status", {"draft", "submitted", "approved", "paid"}).merging(Merge::workflow));
    type.fields.push_back(
        field::text(3, "reason").by({Role::siteManager, Role::finance}).in({"submitted", "approved"}));
    type.fields.push_back(field::text(4, "number").fixed());
    type.fields.push_back(field::boolean(5, "is_suspect").by(writers::server));
    type.fields.push_back(field::reference(6, "owner", "person"));
    type.fields.push_back(field::text(7, "answer").by(writers::owner));
    type.fields.push_back(field::reference(8, "author", "person"));
    type.fields.push_back(field::instant(9, "recorded_at"));
    type.fields.push_back(field::reference(10, "decided_by", "person"));
    type.fields.push_back(field::references(11, "signed_by", "person").signedBySelf());
    type.workflow = Workflow{"status",
                             {{"draft", "submitted", writers::author},
                              {"submitted", "draft", writers::author},
                              {"submitted",
                               "approved",
                               {Role::siteManager, Role::finance},
                               true,
                               StepLimit{"amount", "claim_limit", {Role::finance}}},
                              {"approved", "paid", {Role::finance}}},
                             "decided_by",
                             {}};
    return type;
}

inline RecordType node() {
    RecordType type;
    type.id = 3;
    type.name = "node";
    type.fields.push_back(field::text(1, "name"));
    type.fields.push_back(field::reference(2, "parent", "node"));
    return type;
}

inline RecordType person() {
    RecordType type;
    type.id = 4;
    type.name = "person";
    type.fields.push_back(field::text(1, "name"));
    type.fields.push_back(field::boolean(2, "active").initially(true));
    return type;
}

inline RecordType grant() {
    RecordType type;
    type.id = 5;
    type.name = "grant";
    type.fields.push_back(field::reference(1, "person", "person"));
    type.fields.push_back(field::reference(2, "node", "node"));
    type.fields.push_back(field::option(
        3, "role", {"field", "site_manager", "regional_manager", "headquarters", "finance", "administrator"}));
    type.fields.push_back(field::boolean(4, "revoked"));
    return type;
}

inline RecordType policy() {
    RecordType type;
    type.id = 6;
    type.name = "policy";
    type.fields.push_back(field::text(1, "name"));
    type.fields.push_back(field::decimal(2, "value"));
    type.fields.push_back(field::boolean(3, "active").initially(true));
    type.fields.push_back(field::reference(4, "campaign", "sample"));
    return type;
}

inline const Catalog& modelCatalog() {
    static const Catalog catalog({everyKind(), claim(), node(), person(), grant(), policy()});
    return catalog;
}

inline Id idOf(int number) { return Id::named("model test " + std::to_string(number)); }

/// "ok", or what went wrong and where: `out_of_range count`.
template <typename T>
QByteArray told(const Result<T>& result) {
    if (result.ok()) {
        return "ok";
    }
    const std::string_view code = word(result.error().code);
    QByteArray text(code.data(), static_cast<qsizetype>(code.size()));
    return result.error().field.empty() ? text : text + ' ' + result.error().field.c_str();
}

inline std::string_view view(const QByteArray& bytes) { return {bytes.data(), static_cast<std::size_t>(bytes.size())}; }

}  // namespace zhixing::test
