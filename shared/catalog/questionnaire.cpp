#include "shared/catalog/fields.h"
#include "shared/catalog/types.h"

namespace zhixing::types {
namespace {

Workflow life() {
    return {
        .field = "state",
        .transitions =
            {
                {"draft", "published", writers::managers},
                {"published", "retired", writers::managers},
                {"retired", "published", writers::managers},
            },
    };
}

}  // namespace

/// One edition of a questionnaire: question key to wording, and question key to the words to choose from, separated by
/// `|` (no entry: free text; `1|2|3|4|5`: a rating). Of the questions named in `several` more than one choice may be taken. Questions do not change once published; another edition with the
/// same `series` is made, so that every answer keeps its question.
RecordType questionnaire() {
    return {
        .id = 41,
        .name = "questionnaire",
        .creators = writers::managers,
        .author = "recorded_by",
        .recordedAt = "recorded_at",
        .fields = together({
            writtenBy(writers::managers | writers::author,
                      {
                          latest(field::reference(1, "campaign", "campaign")),
                          field::text(2, "title", 120).required(),
                          field::text(3, "series", 60).in({"draft"}),
                          field::integer(4, "edition").between(1, 10'000).initially(std::int64_t{1}).in({"draft"}),
                          field::longText(5, "introduction", 2'000).in({"draft"}),
                          field::answers(6, "questions").between(0, 100).in({"draft"}),
                          field::answers(7, "choices").unsearched().between(0, 100).in({"draft"}),
                          field::option(8, "state", {"draft", "published", "retired"}).merging(Merge::workflow),
                      }),
            recorded(9),
            writtenBy(writers::managers | writers::author, {field::tags(11, "several").in({"draft"})}),
        }),
        .workflow = life(),
        .comesFirst = true,
        .indices = {{"campaign"}, {"series"}},
    };
}

}  // namespace zhixing::types
