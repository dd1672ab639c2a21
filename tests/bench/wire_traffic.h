#pragma once

#include <cstdint>
#include <string>
#include <vector>

/// What devices and servers say to each other on a day in the field, as JSON, drawn from a seed: Chinese texts, ids with
/// their time in front, money, dates, places; tasks and spends of the product's own catalog.
namespace zhixing::bench {

struct Sample {
    std::string name;
    std::string message;
};

/// One of each kind, in the order in which they come. Dictionaries are learned from days that are not measured, on
/// which people use other words.
[[nodiscard]] std::vector<Sample> trafficOf(std::uint32_t seed, bool isMeasured);

}  // namespace zhixing::bench
