#pragma once

#include "shared/rules/deviation.h"

namespace zhixing::rules {

/// How far one review has come.
enum class Review : std::uint8_t { open, passed, failed };

/// The three reviews before a launch. All are required; nobody can waive one.
struct LaunchReviews {
    Id row;
    Review legal = Review::open;
    Review data = Review::open;
    Review experience = Review::open;
};

struct LaunchGate {
    bool isOpen = false;        ///< the campaign may go live
    Light light = Light::none;  ///< green: open; yellow: reviews to come; red: one has failed
};

[[nodiscard]] Explained<LaunchGate> judgeLaunch(const LaunchReviews& reviews);

}  // namespace zhixing::rules
