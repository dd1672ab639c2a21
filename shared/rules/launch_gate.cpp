#include "shared/rules/launch_gate.h"

#include <algorithm>
#include <array>

namespace zhixing::rules {
namespace {

Input reviewed(std::string_view name, Review review, const Id& row) {
    Input input{name, Unit::yesNo, std::nullopt, row};
    if (review != Review::open) {
        input.value = review == Review::passed ? 1 : 0;
    }
    return input;
}

}  // namespace

Explained<LaunchGate> judgeLaunch(const LaunchReviews& reviews) {
    const std::array all{reviews.legal, reviews.data, reviews.experience};
    const bool isOpen = std::ranges::count(all, Review::passed) == std::ssize(all);
    const bool hasFailed = std::ranges::count(all, Review::failed) > 0;
    const Light waiting = hasFailed ? Light::red : Light::yellow;
    return {.result = {.isOpen = isOpen, .light = isOpen ? Light::green : waiting},
            .because = {
                .rule = "launch_gate",
                .formula = "legal, data and experience reviews have all passed",
                .inputs = {reviewed("legal", reviews.legal, reviews.row), reviewed("data", reviews.data, reviews.row),
                           reviewed("experience", reviews.experience, reviews.row)}}};
}

}  // namespace zhixing::rules
