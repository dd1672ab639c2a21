// Loaded into programs before libfaketime, which has no answer to "due at once".
#include <dlfcn.h>
#include <sys/timerfd.h>

/// Asio asks for a timer that is due at once by a moment just after the machine's start. Where clocks have another pace,
/// libfaketime makes a moment after the machine's end of it, and the program's timers stand still until one is set anew.
extern "C" int timerfd_settime(int timer, int flags, const itimerspec* value, itimerspec* before) noexcept {
    static const auto next = reinterpret_cast<decltype(&timerfd_settime)>(dlsym(RTLD_NEXT, "timerfd_settime"));
    if ((flags & TFD_TIMER_ABSTIME) == 0 || value->it_value.tv_sec > 0) return next(timer, flags, value, before);
    constexpr itimerspec soon{{}, {0, 1'000}};  // more than 0, which would stop it, at any pace
    return next(timer, flags & ~TFD_TIMER_ABSTIME, &soon, before);
}
