#include "client/viewmodels/frame/permissions.h"

#include <algorithm>

#include "shared/catalog/catalog.h"

namespace zhixing::client {

Permissions Permissions::read(Reader& reader, const Id& person) {
    Permissions permissions;
    permissions.person_ = person;
    const RecordType& nodes = catalog().at("node");
    const RecordType& people = catalog().at("person");
    const RecordType& grants = catalog().at("grant");
    const RecordType& policies = catalog().at("policy");
    const auto set = [](Record& record, const char* field, const Columns& row, int column) {
        if (row.isSet(column)) record.set(field, row.value(column, record.type->fields[*record.type->find(field)]));
    };
    reader.each("SELECT id, place, parent FROM node", [&](Columns row) {
        Record record = blankRecord(nodes, row.id(0), row.id(1));
        set(record, "parent", row, 2);
        permissions.organisation_.apply(record);
    });
    reader.each(
        "SELECT id, place, active FROM person WHERE id = ?1",
        [&](Columns row) {
            Record record = blankRecord(people, row.id(0), row.id(1));
            set(record, "active", row, 2);
            permissions.organisation_.apply(record);
        },
        person);
    reader.each(R"(SELECT id, place, person, node, role, revoked FROM "grant" WHERE person = ?1)",
                [&](Columns row) {
                    Record record = blankRecord(grants, row.id(0), row.id(1));
                    int column = 1;
                    for (const char* field : {"person", "node", "role", "revoked"}) set(record, field, row, ++column);
                    permissions.organisation_.apply(record);
                },
                person);
    reader.each("SELECT id, place, name, campaign, value, active FROM policy WHERE value IS NOT NULL",
                [&](Columns row) {
                    Record record = blankRecord(policies, row.id(0), row.id(1));
                    int column = 1;
                    for (const char* field : {"name", "campaign", "value", "active"}) set(record, field, row, ++column);
                    permissions.organisation_.apply(record);
                });
    return permissions;
}

bool Permissions::has(Writers who, const Id& place) const {
    const auto roles = organisation_.rolesAt(person_, place);
    return std::any_of(roles.begin(), roles.end(), [&](Role role) { return who.admits(role); });
}

}  // namespace zhixing::client
