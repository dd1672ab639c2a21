#include "sync/merge/settle.h"

#include <string>
#include <utility>

#include "shared/model/validation.h"
#include "sync/merge/set_merge.h"
#include "sync/merge/text_merge.h"
#include "sync/planted.h"

namespace zhixing::sync {
namespace {

using How = Settlement::How;

std::int64_t numberOf(const Value& value) {
    const auto* number = std::get_if<std::int64_t>(&value);
    return number != nullptr ? *number : 0;
}

std::string textOf(const Value& value) {
    const auto* text = std::get_if<std::string>(&value);
    return text != nullptr ? *text : std::string();
}

template <typename Collection>
Collection collectionOf(const Value& value) {
    const auto* collection = std::get_if<Collection>(&value);
    return collection != nullptr ? *collection : Collection();
}

/// A collection without members is the same as none: "not set" has one form.
template <typename Collection>
Value valueOf(Collection collection) {
    return collection.empty() ? Value() : Value(std::move(collection));
}

/// What `mine` added after `base`, on a line of its own where it did not simply continue the text.
std::string appended(const std::string& base, const std::string& server, const std::string& mine) {
    if (mine.starts_with(base)) return server + mine.substr(base.size());
    return server + '\n' + mine;
}

/// The value made of both sides for policies that know how; nothing where a person must choose.
std::optional<Value> combined(const Field& field, const Value& base, const Value& server, const Value& mine) {
    switch (field.merge) {
        case Merge::counter:
            if (planted(Bug::counterIsSet)) return mine;
            return Value(numberOf(server) + (numberOf(mine) - numberOf(base)));
        case Merge::set:
            if (field.kind == Kind::references) {
                return valueOf(
                    mergeSets(collectionOf<IdSet>(base), collectionOf<IdSet>(server), collectionOf<IdSet>(mine)));
            }
            if (field.kind == Kind::tags) {
                return valueOf(
                    mergeSets(collectionOf<TagSet>(base), collectionOf<TagSet>(server), collectionOf<TagSet>(mine)));
            }
            if (auto merged = mergeEntries(collectionOf<Entries>(base), collectionOf<Entries>(server),
                                           collectionOf<Entries>(mine));
                !merged.isContested) {
                return valueOf(std::move(merged.entries));
            }
            return std::nullopt;
        case Merge::append:
            if (planted(Bug::appendReplaces)) return mine;
            return Value(appended(textOf(base), textOf(server), textOf(mine)));
        case Merge::text:
            if (planted(Bug::textTakesMine)) return mine;
            if (auto merged = mergeText(textOf(base), textOf(server), textOf(mine))) return valueOf(std::move(*merged));
            return std::nullopt;
        case Merge::review:
        case Merge::laterEdit:
        case Merge::firstWins:
        case Merge::workflow:
            return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace

Settlement settle(const Field& field, const Contest& contest) {
    if (field.merge == Merge::counter) {
        Value sum = *combined(field, contest.base, contest.server, contest.mine);
        if (!validateField(field, sum).ok()) return {How::contested, contest.server, contest.mine, false};
        return {contest.server == contest.base ? How::taken : How::merged, std::move(sum), {}, false};
    }
    if (contest.server == contest.mine) return {How::same, contest.mine, {}, false};
    if (contest.server == contest.base) return {How::taken, contest.mine, {}, false};

    if (auto merged = combined(field, contest.base, contest.server, contest.mine);
        merged && validateField(field, *merged).ok()) {
        return {How::merged, std::move(*merged), {}, false};
    }
    if (planted(Bug::lastWriterWins)) return {How::taken, contest.mine, {}, false};
    if (field.merge == Merge::laterEdit && contest.mineIsLater)
        return {How::contested, contest.mine, contest.server, true};
    return {How::contested, contest.server, contest.mine, false};
}

Value onTop(const Field& field, const Value& base, const Value& server, const Value& mine) {
    if (field.merge != Merge::counter && (server == base || server == mine)) return mine;
    auto merged = combined(field, base, server, mine);
    return merged && validateField(field, *merged).ok() ? std::move(*merged) : mine;
}

}  // namespace zhixing::sync
