#include "shared/catalog/fields.h"
#include "shared/catalog/types.h"

namespace zhixing::types {

/// What is known about a photo or document; the bytes are a blob named by `hash` (SHA-256, hex) and travel on their
/// own. The thumbnail travels with the record (JPEG as base64, 20 KiB before encoding). `held_at` is when the server
/// had the whole blob and had checked its hash.
RecordType photo() {
    return {
        .id = 45,
        .name = "photo",
        .author = "recorded_by",
        .recordedAt = "recorded_at",
        .fields = together({
            writtenBy(writers::author,
                      {
                          field::text(1, "hash", 64).unsearched().required().fixed(),
                          field::option(2, "format", {"jpeg", "png", "webp", "pdf"}).fixed(),
                          count(3, "byte_count").fixed(),
                          count(4, "width").fixed(),
                          count(5, "height").fixed(),
                          choice(6, "purpose", {"evidence", "receipt", "document", "other"}),
                      }),
            subject(7, writers::author),
            writtenBy(writers::author,
                      {
                          latest(field::text(9, "caption", 200)),
                          field::instant(10, "taken_at").fixed(),
                          latest(field::place(11, "location").personal()),
                          latest(field::boolean(12, "location_consent")),
                          field::longText(13, "thumbnail", 28'000).unsearched().fixed(),
                      }),
            writtenBy(writers::server, {field::instant(14, "held_at")}),
            recorded(15),
        }),
        .indices = {{"subject"}, {"hash"}},
    };
}

}  // namespace zhixing::types
