#include "client/viewmodels/records/found_words.h"

#include <algorithm>

#include "shared/search/folding.h"
#include "shared/search/record_text.h"

namespace zhixing::client::words {
namespace {

constexpr std::size_t lengthMax = 60;  // code points
constexpr std::size_t before = 12;     // kept in front of the first place

QString styled(const std::u32string& text, std::size_t first, std::size_t count) {
    return QString::fromUcs4(text.data() + first, static_cast<qsizetype>(count)).toHtmlEscaped();
}

}  // namespace

std::string_view nameOf(const Record& record) {
    for (const std::string_view field : {"title", "name"}) {
        if (record.type->find(field) && !record.string(field).empty()) return record.string(field);
    }
    return search::nameOf(record);
}

QString marked(const search::Query& query, std::string_view text) {
    std::u32string all;
    for (std::string_view rest = text; !rest.empty();) {
        const char32_t c = search::takeCodePoint(rest);
        all.push_back(c < ' ' ? U' ' : c);
    }
    const auto places = query.places(search::folded(text));
    const std::size_t firstPlace = places.empty() ? 0 : places.front().first;
    const bool isLong = all.size() > lengthMax;
    const std::size_t start = isLong && firstPlace > before ? firstPlace - before : 0;
    const std::size_t end = std::min(all.size(), start + lengthMax);
    QString result = start > 0 ? QStringLiteral("…") : QString();
    std::size_t at = start;
    for (const search::Range& place : places) {
        if (place.first < at || place.first + place.count > end) continue;
        result += styled(all, at, place.first - at) + QStringLiteral("<b>") + styled(all, place.first, place.count) +
                  QStringLiteral("</b>");
        at = place.first + place.count;
    }
    result += styled(all, at, end - at);
    return end < all.size() ? result + QStringLiteral("…") : result;
}

FoundWords found(const search::Query& query, const Record& record) {
    const std::string_view name = nameOf(record);
    FoundWords words{marked(query, name), {}};
    if (query.matches(search::folded(name))) return words;
    search::forEachText(record, [&](const Field&, std::string_view text) {
        if (!words.detail.isEmpty() || text.data() == name.data()) return;
        if (!query.places(search::folded(text)).empty()) words.detail = marked(query, text);
    });
    return words;
}

}  // namespace zhixing::client::words
