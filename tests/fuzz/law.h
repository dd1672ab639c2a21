#pragma once

#include <cstdio>
#include <cstdlib>

namespace zhixing::fuzz {

/// What must hold for any input. Unlike an assert it stays in every build, and it stops the program as a crash does.
inline void require(bool holds, const char* law) {
    if (holds) return;
    std::fprintf(stderr, "broken law: %s\n", law);
    std::abort();
}

}  // namespace zhixing::fuzz
