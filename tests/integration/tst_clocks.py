"""The clocks that other tests give to programs must keep what timers promise."""
import os
import subprocess
import sys
import unittest

from clocks import clock

# A timer that is due since the first nanosecond, as Asio sets it; the program ends when it rings.
RINGS_AT_ONCE = '''
import ctypes, os
CLOCK_MONOTONIC, TFD_TIMER_ABSTIME = 1, 1
library = ctypes.CDLL(None)
timer = library.timerfd_create(CLOCK_MONOTONIC, 0)
assert library.timerfd_settime(timer, TFD_TIMER_ABSTIME, (ctypes.c_long * 4)(0, 0, 0, 1), None) == 0
os.read(timer, 8)
'''


class Clocks(unittest.TestCase):
    def test_timer_that_is_due_rings_at_once_at_any_pace(self):
        for setting in ('+0', '+0 x10', '+0 x20', '@2100-01-01 00:00:00'):
            with self.subTest(setting):
                subprocess.run([sys.executable, '-c', RINGS_AT_ONCE], env={**os.environ, **clock(setting)}, timeout=10, check=True)


if __name__ == '__main__':
    unittest.main()
