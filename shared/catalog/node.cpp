#include "shared/catalog/fields.h"
#include "shared/catalog/types.h"

namespace zhixing::types {

/// A part of the organisation: headquarters, a region, a site. Nodes form the tree that decides who sees what.
/// A node is its own place, so whoever works there or above sees it.
RecordType node() {
    return {
        .id = 1,
        .name = "node",
        .creators = writers::headquarters,
        .deleters = writers::administrators,
        .placedBy = "id",
        .fields = together({
            writtenBy(writers::headquarters,
                      {
                          field::text(1, "name", 60).required(),
                          latest(field::option(2, "kind", {"site", "region", "headquarters"})),
                          field::reference(3, "parent", "node"),  // not given: below headquarters
                          field::text(4, "code", 40),
                          latest(field::text(5, "address", 200)),
                          latest(field::place(6, "location")),
                          latest(field::reference(7, "contact", "person")),
                          latest(field::boolean(8, "active").initially(true)),
                          field::longText(9, "remark", 1'000),
                      }),
            writtenBy(writers::server, {field::boolean(10, "is_code_taken")}),
        }),
        .uniqueKeys = {{{"code"}, "is_code_taken"}},
        .comesFirst = true,
        .indices = {{"parent"}},
    };
}

}  // namespace zhixing::types
