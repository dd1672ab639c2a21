"""N5 half-open: a peer vanishes and nobody is told; both ends notice within a minute. N7 flap: connections that live for moments."""
from random import Random
import time
import unittest

import ground
from campaign import seeded, trials
from clocks import clock
from fault_proxy import DOWN, UP, Clean, FaultProxy, LivesFor, VanishAfter
from invariants import Ledger, check_agreement
from programs import Follower, WithGround, at_once, wait_until

FASTER = 10                     # the programs' clocks run so much faster: a minute of silence costs seconds
MINUTE = 60 / FASTER
SLACK = 4                       # seconds that a busy machine may add
DIALOGUE = {UP: 900, DOWN: 1500}     # bytes, about


class HalfOpen(WithGround):
    sites = 6

    def setUp(self):
        super().setUp()
        self.ledger = Ledger()
        self.server.stop()
        self.server.more = clock(f'+0 x{FASTER}')
        self.server.start()
        self.devices = [self.enrolled(f'field{number}', ledger=self.ledger) for number in range(self.sites)]
        for device in self.devices:
            device.sync()
        self.files = self.server.open_files()
        for device in self.devices:
            device.more = clock(f'+0 x{FASTER}')

    @seeded
    def test_N5_peer_that_vanishes_in_the_middle_is_noticed_by_both_ends(self, random):
        rounds = trials(1)
        seeds = [random.randrange(2**32) for _ in self.devices]
        at_once(lambda one: self.vanish_in_the_middle(*one, rounds), list(zip(self.devices, seeds)))
        self.ledger.check(self.server)
        check_agreement(self.server, *self.devices)
        wait_until(lambda: self.server.open_files() <= self.files, SLACK, 'the server lets go of the connections')
        return rounds * len(self.devices)

    def vanish_in_the_middle(self, device, seed, rounds):
        random = Random(seed)
        with FaultProxy(self.server.url) as proxy:
            device.server = proxy.url
            for number in range(rounds):
                device.add('feedback', text=f'{device.login}第{number}次写完就没了信号')
                way = random.choice([UP, DOWN])
                fault, first = VanishAfter(way, random.randrange(DIALOGUE[way])), proxy.count
                proxy.fault_for = lambda n, fault=fault, first=first: fault if n == first else Clean()
                counts = device.lines('sync', '--once', '--timeout', '600')[0]
                self.assertEqual(counts['pushed'], 1)
                if fault.reached:
                    self.noticed(proxy.connections[first])

    def noticed(self, connection):
        wait_until(lambda: connection.hung_up == {UP, DOWN}, MINUTE + SLACK, f'both ends hang up on a peer that has vanished, not only {connection.hung_up} after {connection.carried}')

    def test_N5_peer_that_vanishes_while_nothing_is_said_is_noticed_by_both_ends(self):
        with FaultProxy(self.server.url) as proxy:
            for device in self.devices:
                device.server = proxy.url
            followers = [Follower(device) for device in self.devices]
            for follower in followers:
                self.addCleanup(follower.kill)
            wait_until(lambda: all(follower.agreements() for follower in followers), MINUTE, 'everybody agrees')
            before = list(proxy.connections)
            proxy.vanish_all()
            for connection in before:
                self.noticed(connection)
            wait_until(lambda: all(follower.agreements() > 1 for follower in followers), MINUTE, 'everybody agrees again')


class Flapping(WithGround):
    sites = 4

    @seeded
    def test_N7_connections_that_live_for_moments_lose_and_repeat_nothing(self, random):
        ledger = Ledger()
        writers = [self.enrolled(f'{role}{number}', ledger=ledger) for number in range(self.sites) for role in ('field', 'manager')]
        watchers = [self.enrolled(f'manager{number}', name=f'watcher{number}') for number in range(self.sites)]
        at_once(lambda device: device.sync(), writers + watchers)
        files = self.server.open_files()
        with FaultProxy(self.server.url) as proxy:
            for device in writers + watchers:
                device.server = proxy.url
            proxy.fault_for = lambda _: LivesFor(random.uniform(0.01, 0.5))
            followers = [Follower(device) for device in watchers]
            for follower in followers:
                self.addCleanup(follower.kill)
            rounds, began = trials(6), time.monotonic()
            seeds = [random.randrange(2**32) for _ in writers]
            at_once(lambda one: self.write_and_sync(*one, rounds), list(zip(writers, seeds)))

            proxy.fault_for = lambda _: Clean()
            proxy.cut_all()
            pause = time.monotonic() - began     # pauses double: the next is no longer than all that were before it
            check_agreement(self.server, *writers)
            head = writers[0].sync()['seq']
            wait_until(lambda: all(line_of(follower) == (True, head) for follower in followers), pause + 10 + SLACK,
                       'I10: whoever only looks agrees as well')
            self.assertGreater(proxy.count, len(writers) * rounds)
        for follower in followers:
            follower.kill()
        ledger.check(self.server, writers)
        check_agreement(self.server, *watchers)
        wait_until(lambda: self.server.open_files() <= files, SLACK, 'I9: the server lets go of the connections')
        return len(writers) * rounds

    def write_and_sync(self, device, seed, rounds):
        """Works and syncs for moments; the edits go out whenever a connection lives long enough."""
        random = Random(seed)
        own = device.add('task', campaign=ground.CAMPAIGN, title=f'{device.login}自己的任务')
        for number in range(rounds):
            device.add('feedback', text=f'{device.login}在断断续续中写下第{number}条')
            device.edit('task', own, title=f'{device.login}的任务改名第{number}次')
            done = device.run('sync', '--once', '--timeout', round(random.uniform(0.2, 2), 2))
            if done.status != 0:
                self.assertRegex(done.errors, r'\[(unreachable|timed_out)\]')


def line_of(follower):
    last = follower.lines()[-1]
    return last['agreed'], last['seq']


if __name__ == '__main__':
    unittest.main()
