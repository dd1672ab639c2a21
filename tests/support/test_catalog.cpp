#include "tests/support/test_catalog.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "shared/catalog/types.h"

namespace zhixing::test {
namespace {

RecordType item() {
    RecordType type;
    type.id = 1001;
    type.name = "item";
    type.author = "author";
    type.recordedAt = "recorded_at";
    type.owner = "owner";
    type.fields.push_back(field::text(1, "title").required());
    type.fields.push_back(field::longText(2, "plan"));
    type.fields.push_back(field::longText(3, "log").merging(Merge::append));
    type.fields.push_back(field::option(4, "priority", {"normal", "high", "low"}).merging(Merge::laterEdit));
    type.fields.push_back(field::integer(5, "size").between(-1'000'000, 1'000'000));
    type.fields.push_back(field::decimal(6, "ratio").merging(Merge::laterEdit));
    type.fields.push_back(field::money(7, "price"));
    type.fields.push_back(field::date(8, "due").merging(Merge::firstWins));
    type.fields.push_back(field::instant(9, "seen_at").merging(Merge::laterEdit));
    type.fields.push_back(field::boolean(10, "is_open").merging(Merge::laterEdit));
    type.fields.push_back(field::reference(11, "parent", "item"));
    type.fields.push_back(field::references(12, "links", "item"));
    type.fields.push_back(field::tags(13, "labels"));
    type.fields.push_back(field::counter(14, "visits"));
    type.fields.push_back(field::place(15, "spot").merging(Merge::laterEdit));
    type.fields.push_back(field::rating(16, "score").merging(Merge::firstWins));
    type.fields.push_back(field::answers(17, "answers"));
    type.fields.push_back(field::checklist(18, "steps"));
    type.fields.push_back(field::text(19, "number", 40));
    type.fields.push_back(field::boolean(20, "is_number_taken").by(writers::server));
    type.fields.push_back(field::text(21, "serial", 40).fixed());
    type.fields.push_back(field::reference(22, "owner", "person"));
    type.fields.push_back(field::reference(23, "author", "person").by(writers::server));
    type.fields.push_back(field::instant(24, "recorded_at").by(writers::server));
    type.uniqueKeys = {{{"number"}, "is_number_taken"}};
    type.indices = {{"parent"}, {"due"}};
    return type;
}

RecordType entry() {
    const Writers approvers = writers::finance | Writers{Role::siteManager, Role::regionalManager};
    RecordType type;
    type.id = 1002;
    type.name = "entry";
    type.author = "author";
    type.recordedAt = "recorded_at";
    type.fields.push_back(field::reference(1, "item", "item").required().fixed());
    type.fields.push_back(field::money(2, "amount").required().by(writers::author).in({"draft"}));
    type.fields.push_back(
        field::option(3, "status", {"draft", "submitted", "approved", "refused", "reversed"}).merging(Merge::workflow));
    type.fields.push_back(field::longText(4, "note"));
    type.fields.push_back(field::longText(5, "reason", 500).by(approvers));
    type.fields.push_back(field::reference(6, "author", "person").by(writers::server));
    type.fields.push_back(field::instant(7, "recorded_at").by(writers::server));
    type.fields.push_back(field::reference(8, "decided_by", "person").by(writers::server));
    type.fields.push_back(field::instant(9, "decided_at").by(writers::server));
    type.workflow = Workflow{"status",
                             {
                                 {"draft", "submitted", writers::author},
                                 {"submitted", "draft", writers::author},
                                 {"submitted", "approved", approvers, true},
                                 {"submitted", "refused", approvers, true},
                                 {"approved", "reversed", writers::finance},
                             },
                             "decided_by",
                             "decided_at"};
    type.indices = {{"item"}};
    return type;
}

std::vector<RecordType> types() {
    std::vector<RecordType> all;
    all.push_back(types::node());
    all.push_back(types::person());
    all.push_back(types::grant());
    all.push_back(types::conflict());
    all.push_back(types::comment());
    all.push_back(item());
    all.push_back(entry());
    return all;
}

std::vector<RecordType> olderTypes(int versionsAgo) {
    std::vector<std::string_view> missing{"steps", "serial", "number", "is_number_taken"};
    if (versionsAgo > 1) missing.push_back("labels");
    std::vector<RecordType> all = types();
    if (versionsAgo > 1) std::erase_if(all, [](const RecordType& type) { return type.name == "entry"; });
    for (RecordType& type : all) {
        if (type.name != "item") continue;
        std::erase_if(type.fields,
                      [&](const Field& field) { return std::ranges::find(missing, field.name) != missing.end(); });
        type.uniqueKeys.clear();
    }
    return all;
}

}  // namespace

const Catalog& olderCatalog(int versionsAgo) {
    static const Catalog oneAgo(olderTypes(1));
    static const Catalog twoAgo(olderTypes(2));
    return versionsAgo == 1 ? oneAgo : twoAgo;
}

const Catalog& testCatalog() {
    static const Catalog catalog(types());
    return catalog;
}

}  // namespace zhixing::test
