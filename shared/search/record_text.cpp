#include "shared/search/record_text.h"

#include "shared/search/folding.h"

namespace zhixing::search {
namespace {

/// True when `visit` wants no more.
using Visit = std::function<bool(const Field&, std::string_view)>;

bool visitField(const Field& field, const Value& value, const Visit& visit) {
    if (const auto* text = std::get_if<std::string>(&value)) return !text->empty() && visit(field, *text);
    if (const auto* tags = std::get_if<TagSet>(&value)) {
        for (const std::string& tag : *tags) {
            if (visit(field, tag)) return true;
        }
    }
    if (const auto* entries = std::get_if<Entries>(&value)) {
        for (const Entry& entry : *entries) {
            const std::string& text = field.kind == Kind::checklist ? entry.key : entry.value;
            if (!text.empty() && visit(field, text)) return true;
        }
    }
    return false;
}

void visitTexts(const Record& record, const Visit& visit) {
    const auto& fields = record.type->fields;
    for (std::size_t i = 0; i < fields.size() && i < record.fields.size(); ++i) {
        if (!fields[i].isSearched || fields[i].kind == Kind::option) continue;
        if (visitField(fields[i], record.fields[i], visit)) return;
    }
}

}  // namespace

void forEachText(const Record& record, const std::function<void(const Field&, std::string_view)>& visit) {
    visitTexts(record, [&](const Field& field, std::string_view text) {
        visit(field, text);
        return false;
    });
}

std::string_view nameOf(const Record& record) {
    std::string_view name;
    visitTexts(record, [&](const Field&, std::string_view text) {
        name = text;
        return true;
    });
    return name;
}

std::string textOf(const Record& record) {
    std::string lines;
    forEachText(record, [&](const Field&, std::string_view text) {
        if (!lines.empty()) lines += '\n';
        lines += folded(text);
    });
    return lines;
}

}  // namespace zhixing::search
