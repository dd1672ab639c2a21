#pragma once

#include "shared/model/record.h"

/// A small catalog of our own, so that tests of storage and exchange do not change when the product's catalog does:
/// `sample` has a field of every kind, `order` is named like an SQL keyword.
namespace zhixing::test {

inline RecordType sampleType() {
    RecordType type;
    type.id = 901;
    type.name = "sample";
    type.fields = {
        field::text(1, "title", 200),
        field::longText(2, "note", 10'000),
        field::option(3, "status", {"open", "done"}),
        field::integer(4, "number").between(-1'000'000, 1'000'000),
        field::decimal(5, "share"),
        field::money(6, "amount"),
        field::date(7, "day"),
        field::instant(8, "moment"),
        field::boolean(9, "is_ready"),
        field::reference(10, "parent", "sample"),
        field::references(11, "others", "sample"),
        field::tags(12, "tags"),
        field::counter(13, "visits"),
        field::place(14, "position"),
        field::rating(15, "rating"),
        field::answers(16, "answers"),
        field::checklist(17, "items"),
    };
    type.indices = {{"status", "day"}, {"parent"}};
    return type;
}

inline RecordType orderType() {
    RecordType type;
    type.id = 902;
    type.name = "order";
    type.fields = {field::text(1, "group"), field::money(2, "amount").between(-1'000'000, 1'000'000)};
    type.indices = {{"group"}};
    return type;
}

inline Id sampleId(int number) {
    Bytes16 bytes{};
    bytes[6] = 0x70;
    bytes[8] = 0x80;
    bytes[13] = static_cast<std::uint8_t>(number >> 16);
    bytes[14] = static_cast<std::uint8_t>(number >> 8);
    bytes[15] = static_cast<std::uint8_t>(number);
    return Id(bytes);
}

/// A record of `type` (made by sampleType) with every field set.
inline Record fullSample(const RecordType& type, int number) {
    Record record = blankRecord(type, sampleId(number), sampleId(1'000));
    record.version = 3;
    record.audience = Audience::managers;
    record.set("title", std::string("小红书KOC种草"));
    record.set("note", std::string("第一行\n\"引号\", 逗号; 分号\t制表"));
    record.set("status", std::string("done"));
    record.set("number", std::int64_t{-42});
    record.set("share", std::int64_t{33'333'333});
    record.set("amount", std::int64_t{300'050});
    record.set("day", std::int64_t{20'383});
    record.set("moment", std::int64_t{1'760'000'000'123});
    record.set("is_ready", true);
    record.set("parent", sampleId(7));
    record.set("others", IdSet{sampleId(1), sampleId(2)});
    record.set("tags", TagSet{"=危险", "普通"});
    record.set("visits", std::int64_t{9});
    record.set("position", Place{31'230'416, 121'473'701, 15});
    record.set("rating", std::int64_t{4});
    record.set("answers", Entries{{"q1", "很好"}, {"q2", "+1"}});
    record.set("items", Entries{{"到货", "done"}, {"验收", ""}});
    return record;
}

}  // namespace zhixing::test
