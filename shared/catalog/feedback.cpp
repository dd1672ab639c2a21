#include "shared/catalog/fields.h"
#include "shared/catalog/types.h"

namespace zhixing::types {
namespace {

Workflow life() {
    return {
        .field = "state",
        .transitions =
            {
                {"open", "in_progress", writers::everyone},
                {"open", "closed", writers::managers | writers::owner},
                {"open", "answered", writers::everyone},
                {"in_progress", "answered", writers::everyone},
                {"in_progress", "open", writers::everyone},
                {"answered", "closed", writers::everyone},
                {"answered", "in_progress", writers::everyone},
                {"closed", "open", writers::managers | writers::owner},
            },
        .decidedBy = "decided_by",
        .decidedAt = "decided_at",
    };
}

}  // namespace

/// What a customer said on site (用户反馈): a survey, an interview, a complaint, a suggestion, praise; with or without a
/// name. Name and phone are kept only where the person agreed (`consent`). What was said stays as its author wrote it.
RecordType feedback() {
    return {
        .id = 40,
        .name = "feedback",
        .author = "recorded_by",
        .recordedAt = "recorded_at",
        .owner = "handled_by",
        .fields = together({
            writtenBy(writers::author,
                      {
                          latest(field::reference(1, "campaign", "campaign")),
                          latest(field::reference(2, "task", "task")),
                          choice(3, "kind", {"survey", "interview", "complaint", "suggestion", "praise"}),
                          field::longText(4, "text", 6'000),
                          latest(field::rating(5, "rating")),
                          latest(field::instant(6, "heard_at")),
                          latest(field::place(7, "location")),
                          latest(field::text(8, "channel", 60)),
                          latest(field::text(9, "respondent_name", 60).personal()),
                          latest(field::text(10, "respondent_phone", 40).personal()),
                          latest(field::boolean(11, "consent")),
                          latest(field::reference(12, "questionnaire", "questionnaire")),
                          field::answers(13, "answers"),
                          field::references(14, "photos", "photo"),
                      }),
            writtenBy(
                writers::everyone,
                {
                    field::tags(15, "tags"),
                    field::option(16, "state", {"open", "in_progress", "answered", "closed"}).merging(Merge::workflow),
                    latest(field::reference(17, "handled_by", "person")),
                    latest(field::instant(18, "reply_due")),
                    field::longText(19, "reply", 4'000),
                    latest(field::instant(20, "replied_at")),
                }),
            writtenBy(writers::server,
                      {field::reference(21, "decided_by", "person"), field::instant(22, "decided_at")}),
            recorded(23),
        }),
        .workflow = life(),
        .indices = {{"campaign"}, {"state", "reply_due"}},
    };
}

}  // namespace zhixing::types
