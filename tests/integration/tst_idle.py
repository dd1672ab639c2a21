"""What a connection costs on which nothing is said: the bytes between the real programs, counted on the way."""
import time
import unittest

from clocks import clock
from fault_proxy import Clean, FaultProxy, Send
from programs import Follower, WithServer, wait_until

FASTER = 20                             # the programs' clocks run so much faster
FIVE_MINUTES = 5 * 60 / FASTER
MOMENT = 1 / FASTER
AHEAD = 25 * MOMENT                     # so long after agreeing the device has begun to fetch histories ahead
BYTES_MAX = 2 * 1024


class Counted(Clean):
    """Remembers when how much passed, in either direction."""

    def __init__(self):
        self.pieces = []

    def pass_on(self, way, data):
        self.pieces.append((time.monotonic(), len(data)))
        return [Send(data)]

    def silence(self):
        return time.monotonic() - self.pieces[-1][0]

    def since(self, start):
        return [piece for piece in self.pieces if piece[0] >= start]


def bursts(pieces):
    """How often something was said after a moment of silence: each time wakes a phone's radio."""
    return sum(later[0] - earlier[0] > MOMENT for earlier, later in zip(pieces, pieces[1:])) + bool(pieces)


class Idle(WithServer):
    def setUp(self):
        super().setUp()
        self.server.stop()
        self.server.more = clock(f'+0 x{FASTER}')
        self.server.start()

    def test_idle_link_costs_at_most_two_kilobytes_in_five_minutes(self):
        device, link = self.enrolled(), Counted()
        device.more = clock(f'+0 x{FASTER}')
        with FaultProxy(self.server.url, lambda number: link) as proxy:
            device.server = proxy.url
            follower = Follower(device)
            self.addCleanup(follower.kill)
            wait_until(lambda: follower.agreements() > 0, 60, 'both ends agree')
            agreed = time.monotonic()
            wait_until(lambda: time.monotonic() > agreed + AHEAD and link.silence() > 10 * MOMENT, 60, 'all has been said')

            start = time.monotonic()
            wait_until(lambda: time.monotonic() > start + FIVE_MINUTES, FIVE_MINUTES + 1, 'five minutes pass')

            pieces = link.since(start)
            carried, times = sum(count for _, count in pieces), bursts(pieces)
            print(f'idle for five minutes: {carried} bytes both ways, in {times} bursts')
            self.assertEqual(len(proxy.connections), 1)
            self.assertGreater(carried, 0, 'the ends ask each other for signs of life')
            self.assertLessEqual(carried, BYTES_MAX)
            self.assertLessEqual(times, 15, 'both ends ping in the same moments')


if __name__ == '__main__':
    unittest.main()
