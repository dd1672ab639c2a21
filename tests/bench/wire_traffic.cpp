#include "tests/bench/wire_traffic.h"

#include <algorithm>
#include <array>
#include <random>

#include "shared/base/limits.h"
#include "shared/catalog/catalog.h"
#include "shared/model/document.h"
#include "sync/wire/codec.h"

namespace zhixing::bench {
namespace {

using namespace sync;
using std::string_view;

constexpr std::int64_t morningMs = 1'760'000'000'000;
/// Two shops that have few words in common: what was learned in one must not flatter what is measured in the other.
struct Shop {
    std::array<string_view, 12> things;
    std::array<string_view, 10> deeds;
};
constexpr Shop market{
    {"展架", "海报", "堆头", "试饮台", "价签", "赠品", "易拉宝", "促销员", "样品", "收银台", "货架", "门头"},
    {"布置完成", "需要补货", "已经上墙", "等待确认", "拍照留档", "清点数量", "更换位置", "协调场地", "核对发票",
     "培训话术"}};
constexpr Shop fair{
    {"充气拱门", "签到墙", "互动屏", "舞台", "桁架", "横幅", "抽奖箱", "模特", "音响", "围栏", "帐篷", "地贴"},
    {"今早进场", "尺寸不对", "晚上撤下", "借给隔壁", "由物业保管", "灯坏了", "排队太长", "正在调试", "改到周五",
     "人手不够"}};

class Day {
public:
    Day(std::uint32_t seed, const Shop& shop) : shop_(shop), random_(seed) {
        for (Id& node : nodes_) node = id();
        for (Id& campaign : campaigns_) campaign = id();
        for (Id& person : people_) person = id();
    }

    std::int64_t below(std::int64_t bound) {
        return static_cast<std::int64_t>(random_() % static_cast<std::uint32_t>(bound));
    }
    Instant moment() { return Instant{morningMs + below(30 * 86'400) * 1'000 + below(1'000)}; }
    Id id() {
        std::array<std::uint8_t, 10> bytes{};
        for (std::uint8_t& byte : bytes) byte = static_cast<std::uint8_t>(random_());
        return Id::v7(moment().ms, bytes);
    }
    template <typename List>
    const auto& pick(const List& list) {
        return list[static_cast<std::size_t>(below(static_cast<std::int64_t>(list.size())))];
    }
    std::string text(int clauses) {
        std::string words;
        for (int i = 0; i < clauses; ++i) {
            words += i == 0 ? "" : "，";
            words += std::string(pick(shop_.things)) + std::string(pick(shop_.deeds));
        }
        return words + std::to_string(below(100));
    }

    Record task() {
        Record record = blankRecord(catalog().at("task"), id(), pick(nodes_));
        record.version = 1 + below(9);
        record.set("title", text(1));
        record.set("campaign", pick(campaigns_));
        record.set("site", record.place);
        record.set("status", std::string("in_progress"));
        record.set("content_standard", text(3));
        record.set("assignee", std::string("李娜"));
        record.set("start_date", 20'300 + below(60));
        record.set("due_date", 20'380 + below(60));
        record.set("sequence", below(200));
        record.set("priority", below(4));
        record.set("budget", below(50'000) * 100);
        record.set("recorded_by", pick(people_));
        record.set("recorded_at", moment().ms);
        return record;
    }
    Record spend() {
        Record record = blankRecord(catalog().at("spend"), id(), pick(nodes_));
        record.version = 1 + below(4);
        record.set("budget_line", pick(campaigns_));
        record.set("amount", below(900'000));
        record.set("spent_on", 20'380 + below(60));
        record.set("invoice_number", std::to_string(10'000'000 + below(89'999'999)));
        record.set("note", text(2));
        record.set("recorded_by", pick(people_));
        record.set("recorded_at", moment().ms);
        return record;
    }

    Operation edit(Counter counter, string_view field, Value value, Value base) {
        const RecordType& type = catalog().at("task");
        Operation operation;
        operation.counter = counter;
        operation.type = &type;
        operation.record = id();
        operation.base = 1 + below(9);
        operation.at = moment();
        operation.changes.push_back({static_cast<std::uint16_t>(*type.find(field)), std::move(value), std::move(base)});
        return operation;
    }
    Operation add(Counter counter, const Record& record) {
        Operation operation;
        operation.counter = counter;
        operation.verb = Verb::add;
        operation.type = record.type;
        operation.record = record.id;
        operation.at = moment();
        for (std::size_t i = 0; i < record.fields.size(); ++i) {
            if (isSet(record.fields[i]))
                operation.changes.push_back({static_cast<std::uint16_t>(i), record.fields[i], {}});
        }
        return operation;
    }
    ScopeSet scopes(std::size_t nodes) {
        ScopeSet set;
        for (std::size_t i = 0; i < nodes; ++i) set.push_back({id(), Audience::everyone});
        std::ranges::sort(set);
        return set;
    }

private:
    const Shop& shop_;
    std::mt19937 random_;
    std::array<Id, 40> nodes_;
    std::array<Id, 5> campaigns_;
    std::array<Id, 30> people_;
};

Sample said(std::string name, const ClientMessage& message) { return {std::move(name), encode(message)}; }
Sample heard(std::string name, const ServerMessage& message) { return {std::move(name), encode(message)}; }

Sample bootstrapPage(Day& day) {
    Filled filled{1, 0, 0, 9'120, 40'000, {}};
    std::string lines;
    for (Seq seq = 1; lines.size() < limits::fillBytesTarget; ++seq) {
        lines += '\n' + canonicalLine(seq % 2 == 0 ? day.task() : day.spend());
        filled.to = seq;
    }
    return {"bootstrap page of 64 KB", filledHead(filled) + lines};
}

}  // namespace

std::vector<Sample> trafficOf(std::uint32_t seed, bool isMeasured) {
    Day day(seed, isMeasured ? fair : market);
    std::vector<Sample> all;
    const Counter counter = 100 + day.below(4'000);
    const Seq seq = 5'000 + day.below(90'000);
    Push status{counter - 1, {day.edit(counter, "status", std::string("done"), std::string("in_progress"))}};
    all.push_back(said("push, one status", status));
    Push text{counter, {day.edit(counter + 1, "title", day.text(1), day.text(1))}};
    all.push_back(said("push, one text of 8 characters", text));
    Outcome outcome;
    outcome.counter = counter;
    outcome.version = 4;
    outcome.seq = seq;
    all.push_back(heard("its outcome", Outcomes{{outcome}}));
    all.push_back(heard("live page, one task", Page{seq - 1, seq, seq, {{day.task(), Gone::no}}}));
    all.push_back(said("credit", Credit{1}));
    Digest digest;
    for (int i = 0; i < 100; ++i) digest.add(day.id(), 1);
    all.push_back(heard("caught up", CaughtUp{seq, seq, digest}));
    all.push_back(said("hello", Hello{protocolVersion, catalog().fingerprint(), std::string(43, 'k'),
                                      "6f9d1c2b3a405e7f", seq, counter, "836050934ae1565587360da35aab1b23"}));
    all.push_back(heard("welcome, 3 scopes",
                        Welcome{"6f9d1c2b3a405e7f", seq, day.moment(), day.id(), day.id(), counter, day.scopes(3)}));
    Push adds{counter, {}};
    for (int i = 0; i < 20; ++i) adds.operations.emplace_back(day.add(counter + 1 + i, day.spend()));
    all.push_back(said("push, 20 new spends", adds));
    all.push_back(bootstrapPage(day));
    return all;
}

}  // namespace zhixing::bench
