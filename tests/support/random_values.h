#pragma once

#include <algorithm>
#include <string>

#include "shared/base/limits.h"
#include "shared/model/record.h"
#include "tests/support/seeded_random.h"

/// Values that a field admits, made from its description: what property tests feed to merge, codec and stores.
namespace zhixing::test {

/// Text of `codePoints` code points from where mistakes hide: quotes, controls, and UTF-8 of every length.
inline std::string randomText(SeededRandom& random, std::int64_t codePoints, bool isOneLine) {
    static const std::vector<std::string> alphabet = {"a",           "Z",        "7",
                                                      " ",           "\"",       "\\",
                                                      "/",           "\t",       "{",
                                                      ",",           "é",        "知",
                                                      "行",          "\x7f",     "\xf0\x9f\x93\xb7",
                                                      "\x01",        "\xc2\x80", "\xef\xbf\xbf",
                                                      "\xe2\x80\xa8"};
    std::string text;
    for (std::int64_t i = 0; i < codePoints; ++i) {
        text += !isOneLine && random.oneIn(12) ? "\n" : random.pick(alphabet);
    }
    return text;
}

inline std::int64_t randomNumber(SeededRandom& random, const Field& field) {
    if (random.oneIn(8)) return random.oneIn(2) ? field.least : field.most;
    if (random.oneIn(3)) return std::clamp<std::int64_t>(random.between(-20, 20), field.least, field.most);
    return random.between(field.least, field.most);
}

template <typename T>
void makeSet(std::vector<T>& members) {
    std::sort(members.begin(), members.end());
    members.erase(std::unique(members.begin(), members.end()), members.end());
}

inline Entries randomEntries(SeededRandom& random, const Field& field) {
    Entries entries;
    const std::int64_t count = random.between(field.least, std::min<std::int64_t>(field.most, field.least + 6));
    for (std::int64_t i = 0; i < count; ++i) {
        const std::string key = std::to_string(i) + randomText(random, random.between(0, 12), false);
        const bool isDone = random.oneIn(2);
        const std::string answer = randomText(random, random.between(0, 20), false);
        entries.push_back({key, field.kind == Kind::checklist ? (isDone ? "done" : "") : answer});
    }
    return entries;
}

/// A set value that passes validateValue().
inline Value randomValue(SeededRandom& random, const Field& field) {
    switch (field.kind) {
        case Kind::text:
        case Kind::longText: {
            // A letter first, so that no required text is only white space.
            const std::int64_t rest = std::max<std::int64_t>(0, std::min<std::int64_t>(field.most, 40) - 1);
            return "x" + randomText(random, random.between(0, rest), field.kind == Kind::text);
        }
        case Kind::option:
            return std::string(random.pick(field.options));
        case Kind::integer:
        case Kind::decimal:
        case Kind::money:
        case Kind::date:
        case Kind::instant:
        case Kind::counter:
        case Kind::rating:
            return randomNumber(random, field);
        case Kind::boolean:
            return random.oneIn(2);
        case Kind::reference:
            return random.id();
        case Kind::references: {
            IdSet ids;
            const std::int64_t count = random.between(field.least, std::min<std::int64_t>(field.most, field.least + 5));
            for (std::int64_t i = 0; i < count; ++i) ids.push_back(random.id());
            makeSet(ids);
            return ids;
        }
        case Kind::tags: {
            TagSet tags;
            const std::int64_t count = random.between(field.least, std::min<std::int64_t>(field.most, field.least + 5));
            for (std::int64_t i = 0; i < count; ++i) {
                tags.push_back(std::to_string(i) + randomText(random, random.between(0, 10), true));
            }
            makeSet(tags);
            return tags;
        }
        case Kind::place:
            return Place{static_cast<std::int32_t>(random.between(-90'000'000, 90'000'000)),
                         static_cast<std::int32_t>(random.between(-180'000'000, 180'000'000)),
                         static_cast<std::int32_t>(random.between(0, limits::accuracyMetresMax))};
        case Kind::answers:
        case Kind::checklist:
            return randomEntries(random, field);
    }
    return {};
}

/// A record that passes validateRecord(): required fields set, the others mostly.
inline Record randomRecord(SeededRandom& random, const RecordType& type) {
    Record record = blankRecord(type, random.id(), random.id());
    record.version = random.between(1, 1'000'000);
    for (std::size_t i = 0; i < type.fields.size(); ++i) {
        const bool isLeftUnset = !type.fields[i].isRequired && random.oneIn(4);
        record.fields[i] = isLeftUnset ? Value() : randomValue(random, type.fields[i]);
    }
    return record;
}

}  // namespace zhixing::test
