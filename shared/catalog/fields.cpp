#include "shared/catalog/fields.h"

#include <algorithm>

namespace zhixing::types {

std::vector<Field> writtenBy(Writers who, std::initializer_list<Field> fields) {
    std::vector<Field> group(fields);
    for (Field& field : group) field.writers = who;
    return group;
}

std::vector<Field> together(std::initializer_list<std::vector<Field>> groups) {
    std::vector<Field> all;
    for (const std::vector<Field>& group : groups) all.insert(all.end(), group.begin(), group.end());
    std::sort(all.begin(), all.end(), [](const Field& a, const Field& b) { return a.id < b.id; });
    return all;
}

std::vector<Field> recorded(std::uint16_t first) {
    const auto second = static_cast<std::uint16_t>(first + 1);
    return writtenBy(writers::server,
                     {field::reference(first, "recorded_by", "person"), field::instant(second, "recorded_at")});
}

Field latest(Field field) {
    field.merge = Merge::laterEdit;
    return field;
}

Field choice(std::uint16_t id, std::string_view name, std::initializer_list<std::string_view> words) {
    return latest(field::option(id, name, words).initially(Value{}));
}

Field campaignKind(std::uint16_t id, std::string_view name) {
    return choice(id, name,
                  {"new_product_launch", "annual_plan", "quarterly_plan", "big_promotion", "regional_expansion",
                   "team_training", "existing_growth", "cross_department", "retrospective", "brand_publicity",
                   "holiday_promotion", "customer_reward", "trade_show", "other"});
}

Field costCategory(std::uint16_t id, std::string_view name) {
    return choice(id, name,
                  {
                      "labour",       // 人力成本
                      "materials",    // 物料制作费
                      "channel",      // 渠道推广费
                      "prizes",       // 活动奖品费
                      "venue",        // 场地租赁费
                      "contingency",  // 应急备用金
                      "other",
                  });
}

Field shortfallCause(std::uint16_t id, std::string_view name) {
    return choice(id, name, {"strategy", "execution", "environment", "target"});
}

Field count(std::uint16_t id, std::string_view name) { return field::integer(id, name).between(0, 1'000'000'000); }

std::vector<Field> subject(std::uint16_t first, Writers who) {
    const auto second = static_cast<std::uint16_t>(first + 1);
    return writtenBy(who, {field::text(first, "subject_type", 40).unsearched().fixed(),
                           field::text(second, "subject", 36).unsearched().fixed()});
}

}  // namespace zhixing::types
