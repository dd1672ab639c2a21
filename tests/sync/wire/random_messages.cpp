#include "tests/sync/wire/random_messages.h"

#include <algorithm>

#include "shared/base/limits.h"
#include "shared/base/time.h"

namespace zhixing::test {

using namespace sync;

namespace {

const std::vector<std::string> snippets = {
    "海报上墙",    "试饮",   "a",           " ",        "\"quoted\"",
    "back\\slash", "/",      "line\nbreak", "\t\r\b\f", "\x01\x1f\x7f",
    "é",           "\u2028", "\U0001f64f",  "<script>", "{\"t\":\"push\"}",
    "=1+1",        "\u200b", "\ufeff",      "0",
};

template <typename Set>
void makeSet(Set& members) {
    std::ranges::sort(members);
    members.erase(std::ranges::unique(members).begin(), members.end());
}

}  // namespace

std::string RandomMessages::text() {
    std::string made;
    for (std::uint64_t parts = random_.below(4); parts > 0; --parts) made += random_.pick(snippets);
    return made;
}

std::int64_t RandomMessages::number() {
    if (random_.oneIn(8)) return limits::integerMax;
    return random_.oneIn(8) ? 0 : random_.between(1, 1'000'000'000);
}

Audience RandomMessages::audience() { return static_cast<Audience>(random_.below(3)); }

const RecordType& RandomMessages::type() { return catalog_.types()[random_.below(catalog_.types().size())]; }

Value RandomMessages::value(const Field& field) { return random_.oneIn(6) ? Value{} : setValue(field); }

Value RandomMessages::setValue(const Field& field) {
    const auto signedNumber = [&](std::int64_t most) {
        if (random_.oneIn(8)) return random_.oneIn(2) ? most : -most;
        return random_.between(-most, most) >> random_.below(40);
    };
    switch (field.kind) {
        case Kind::text:
        case Kind::longText:
            return text();
        case Kind::option:
            return std::string(random_.pick(field.options));
        case Kind::integer:
        case Kind::counter:
        case Kind::instant:
            return signedNumber(limits::integerMax);
        case Kind::decimal:
            return signedNumber(limits::decimalUnitsMax * limits::decimalScale);
        case Kind::money:
            return signedNumber(limits::moneyFenMax);
        case Kind::rating:
            return random_.between(1, 5);
        case Kind::boolean:
            return random_.oneIn(2);
        case Kind::date:
            return random_.between(Date::of(1900, 1, 1)->days, Date::of(2199, 12, 31)->days);
        case Kind::reference:
            return random_.id();
        case Kind::references: {
            IdSet members;
            for (std::uint64_t count = random_.below(5); count > 0; --count) members.push_back(random_.id());
            makeSet(members);
            return members;
        }
        case Kind::tags: {
            TagSet members;
            for (std::uint64_t count = random_.below(5); count > 0; --count) members.push_back("t" + text());
            makeSet(members);
            return members;
        }
        case Kind::place:
            return Place{static_cast<std::int32_t>(random_.between(-90'000'000, 90'000'000)),
                         static_cast<std::int32_t>(random_.between(-180'000'000, 180'000'000)),
                         static_cast<std::int32_t>(random_.between(0, 10'000))};
        case Kind::answers:
        case Kind::checklist: {
            Entries entries;
            for (std::uint64_t count = random_.below(5); count > 0; --count) {
                const std::string key = std::to_string(count) + text();
                entries.push_back({key, field.kind == Kind::answers ? text() : random_.oneIn(2) ? "done" : ""});
            }
            return entries;
        }
    }
    return {};
}

Operation RandomMessages::operation(Counter counter) {
    Operation made;
    made.counter = counter;
    made.verb = static_cast<Verb>(random_.below(4));
    made.type = &type();
    made.record = random_.id();
    made.base = made.verb == Verb::add ? 0 : random_.between(0, 1'000);
    made.at = Instant{number()};
    if (random_.oneIn(3)) made.place = random_.id();
    if (random_.oneIn(3)) made.audience = audience();
    made.more = random_.oneIn(4);
    if (made.verb == Verb::remove) return made;
    for (std::size_t i = 0; i < made.type->fields.size(); ++i) {
        if (random_.oneIn(2)) continue;
        const Field& field = made.type->fields[i];
        made.changes.push_back(
            {static_cast<std::uint16_t>(i), value(field), made.verb == Verb::add ? Value{} : value(field)});
    }
    return made;
}

Error RandomMessages::error() {
    Error made;
    made.code = static_cast<Code>(random_.below(static_cast<std::uint64_t>(Code::internal) + 1));
    made.message = text();
    if (random_.oneIn(2)) made.field = "title";
    if (random_.oneIn(2)) made.limit = number();
    return made;
}

Outcome RandomMessages::outcome(Counter counter) {
    Outcome made;
    made.counter = counter;
    made.verdict = static_cast<Verdict>(random_.below(5));
    made.version = number();
    made.seq = number();
    if (made.verdict == Verdict::conflict || random_.oneIn(5)) {
        for (std::uint64_t count = random_.below(4); count > 0; --count) made.conflicts.push_back(random_.id());
    }
    if (made.verdict == Verdict::rejected) made.error = error();
    return made;
}

PageRecord RandomMessages::pageRecord() {
    PageRecord made;
    Record& record = made.record;
    record.type = &type();
    record.id = random_.id();
    record.version = random_.between(1, 1'000);
    made.gone = static_cast<Gone>(random_.below(5) < 3 ? 0 : random_.below(3));
    if (made.gone != Gone::no) return made;
    record.place = random_.id();
    record.audience = audience();
    for (const Field& field : record.type->fields) record.fields.push_back(value(field));
    return made;
}

ScopeSet RandomMessages::scopes() {
    ScopeSet made;
    for (std::uint64_t count = random_.below(6); count > 0; --count) made.push_back({random_.id(), audience()});
    makeSet(made);
    return made;
}

Prefix RandomMessages::prefix() {
    Prefix made;
    for (std::uint64_t digits = random_.below(Prefix::digitsMax + 1); digits > 0; --digits) {
        made = made.child(static_cast<unsigned>(random_.below(16)));
    }
    return made;
}

Bucket RandomMessages::bucket() {
    Bucket made{prefix(), {}, {}};
    if (random_.oneIn(2)) {
        for (int i = 0; i < 16; ++i) made.children.push_back({number(), random_.next(), random_.next()});
    } else {
        for (std::uint64_t i = random_.below(5); i > 0; --i)
            made.records.emplace_back(random_.id(), 1 + random_.below(9));
    }
    return made;
}

ClientMessage RandomMessages::client() {
    switch (random_.below(10)) {
        case 0:
            return Hello{protocolVersion, text(), text(), text(), number(), number(), text()};
        case 1: {
            Push push{number(), {}};
            const Counter first = random_.between(1, 1'000'000);
            const std::uint64_t count = random_.oneIn(10) ? limits::batchOperationsMax : random_.below(5);
            for (std::uint64_t i = 0; i < count; ++i) push.operations.emplace_back(operation(first + Counter(i)));
            return push;
        }
        case 2:
            return Pull{number(), static_cast<int>(random_.between(1, limits::pageCreditMax))};
        case 3: {
            Fill fill{number(), static_cast<Part>(random_.below(3)), random_.between(0, 1'000), number() + 1'000, {}};
            fill.until = std::min(fill.until, limits::integerMax);
            if (random_.oneIn(2)) fill.scopes = scopes();
            return fill;
        }
        case 4: {
            Inspect inspect{{prefix()}};
            for (std::uint64_t i = random_.below(5); i > 0; --i) inspect.prefixes.push_back(prefix());
            return inspect;
        }
        case 5: {
            Fetch fetch;
            for (std::uint64_t i = random_.below(5); i > 0; --i) fetch.records.push_back(random_.id());
            return fetch;
        }
        case 6:
            return AskHistory{random_.id(), random_.oneIn(2) ? 0 : random_.between(1, 1'000)};
        case 7:
            return Agreed{number(), Digest{number(), random_.next(), random_.next()}};
        case 8:
            return AskDevices{};
        default:
            return Credit{static_cast<int>(random_.between(1, limits::pageCreditMax))};
    }
}

ServerMessage RandomMessages::server() {
    switch (random_.below(11)) {
        case 0: {
            Welcome welcome{text(), number(), Instant{number()}, random_.id(), random_.id(), number(), scopes(), 0};
            if (random_.oneIn(2)) welcome.horizon = welcome.head;
            return welcome;
        }
        case 1: {
            Outcomes outcomes;
            const Counter first = random_.between(1, 1'000'000);
            const std::uint64_t count = random_.oneIn(10) ? limits::batchOperationsMax : 1 + random_.below(5);
            for (std::uint64_t i = 0; i < count; ++i) outcomes.outcomes.push_back(outcome(first + Counter(i)));
            return outcomes;
        }
        case 2: {
            Page page{random_.between(0, 1'000), random_.between(1'000, 2'000), limits::integerMax, {}};
            for (std::uint64_t i = random_.below(5); i > 0; --i) page.records.push_back(pageRecord());
            return page;
        }
        case 3:
            return CaughtUp{random_.between(0, 1'000), random_.between(1'000, 2'000),
                            Digest{number(), random_.next(), random_.next()}};
        case 4:
            return ScopesChanged{scopes()};
        case 5: {
            Filled filled{
                number(), random_.between(0, 1'000), random_.between(1'000, 2'000), limits::integerMax, number(), {}};
            for (std::uint64_t i = random_.below(5); i > 0; --i) filled.records.push_back(pageRecord());
            return filled;
        }
        case 6: {
            Buckets buckets{random_.between(0, 1'000), random_.between(1'000, 2'000), {}};
            for (std::uint64_t i = random_.below(5); i > 0; --i) buckets.buckets.push_back(bucket());
            return buckets;
        }
        case 7: {
            Fetched fetched{random_.oneIn(2), {}};
            for (std::uint64_t i = random_.below(5); i > 0; --i) fetched.records.push_back(pageRecord());
            return fetched;
        }
        case 8: {
            History history{random_.id(), random_.between(0, 1'000), random_.between(0, 1'000), random_.oneIn(2), {}};
            for (std::uint64_t i = random_.below(5); i > 0; --i) {
                const Operation done = operation(random_.between(1, 1'000));
                const bool isDesk = random_.oneIn(4);
                history.entries.push_back({random_.between(1, 1'000), done.type, history.record,
                                           random_.between(1, 1'000), random_.id(), isDesk ? Id{} : random_.id(),
                                           isDesk ? 0 : done.counter, done.verb, Instant{number()}, Instant{number()},
                                           done.changes});
            }
            return history;
        }
        case 9: {
            Devices devices{Instant{number()}, {}};
            for (std::uint64_t i = random_.below(5); i > 0; --i) {
                devices.devices.push_back({random_.id(), random_.id(), Instant{number()}, random_.oneIn(2)});
            }
            return devices;
        }
        default:
            return Refusal{error(), random_.oneIn(2), static_cast<int>(random_.between(0, 60'000))};
    }
}

}  // namespace zhixing::test
