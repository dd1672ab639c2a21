"""N1 cut-at-each-byte: four dialogues, each cut after byte k of either direction. The device comes back by itself, and everything is
there once. All k are the number of trials divided by the bytes of the dialogue; a run takes every n-th byte from a random first."""
import pathlib
import sys
import tempfile
import unittest

import ground
from campaign import seeded, trials
from fault_proxy import DOWN, UP, Clean, CutAfter, FaultProxy
from invariants import Ledger, check_agreement
from programs import Device, Server, at_once

PAIRS = 12      # at once: most of the time each waits for its device to call again


class Pair:
    """A person in the field and the manager of one site; what the field device says passes through a proxy of its own."""

    def __init__(self, server, folder, number, ledger):
        self.server, self.number, self.serial = server, number, 0
        self.proxy = FaultProxy(server.url)
        self.field, self.manager = (Device(folder / f'{role}{number}.store', f'{role}{number}', ledger)
                                    for role in ('field', 'manager'))
        for device in (self.field, self.manager):
            done = device.run('enrol', server.link(login=device.login))
            assert done.status == 0, done.errors
        self.newborn = self.field.copy(folder / f'newborn{number}.store')
        self.manager.sync()
        self.field.sync()
        self.task = self.field.add('task', campaign=ground.CAMPAIGN, title=self.words())
        self.field.sync()
        self.spare = folder / f'spare{number}.store'

    def words(self):
        self.serial += 1
        return f'组{self.number}第{self.serial}次写下的话'

    def cut_once(self, device, fault):
        """Syncs through the proxy, which cuts the first connection; the counts, and the connection."""
        faults = iter([fault])
        first = len(self.proxy.connections)
        self.proxy.fault_for = lambda _: next(faults, Clean())
        device.server = self.proxy.url
        counts = device.sync()
        assert counts['agreed']
        return counts, self.proxy.connections[first]

    # ---- dialogues: each prepares, and syncs with the fault

    def first_sync(self, fault):
        """A new device fetches everything."""
        device = self.newborn.copy(self.spare)
        counts, connection = self.cut_once(device, fault)
        assert device.lines('dump') == self.server.dump(device.login), 'I3'
        assert counts['pushed'] == 0, counts
        return connection

    def push(self, fault):
        """Three operations, one of them an edit."""
        added = self.field.add('feedback', text=self.words())
        self.field.add('feedback', text=self.words())
        self.field.edit('feedback', added, channel=self.words())
        counts, connection = self.cut_once(self.field, fault)
        assert (counts['pushed'], counts['rejected'], counts['conflicts']) == (3, 0, 0), counts
        return connection

    def pull(self, fault):
        """Two pages. The device has forgotten them again by the next time."""
        counts, connection = self.cut_once(self.field.copy(self.spare), fault)
        assert counts['pulled'] == PAGES_RECORDS, counts
        return connection

    def conflict(self, fault):
        """Both rename the task; the field device comes second and learns it."""
        self.manager.sync()
        self.manager.edit('task', self.task, title=self.words())
        self.manager.sync()
        self.field.edit('task', self.task, title=self.words())
        counts, connection = self.cut_once(self.field, fault)
        assert (counts['pushed'], counts['conflicts'], counts['rejected']) == (1, 1, 0), counts
        return connection


PAGES_RECORDS = 520     # more than a page holds


class CutAtEachByte(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(cls.enterClassContext(tempfile.TemporaryDirectory(prefix='zhixing-test-')))
        cls.ledger = Ledger()
        cls.server = Server(cls.folder, [ground.write(cls.folder / 'ground.ndjson', PAIRS)], ground.people(PAIRS))
        cls.server.start()
        cls.addClassCleanup(cls.server.stop)
        cls.pairs = at_once(lambda n: Pair(cls.server, cls.folder, n, cls.ledger), range(PAIRS))
        for pair in cls.pairs:
            cls.enterClassContext(pair.proxy)

    def cut_everywhere(self, name, random, ordinary):
        """The dialogue once without a fault, to learn how long it is; then cut at points of it, all pairs at once."""
        points = [(way, k) for way, count in getattr(self.pairs[0], name)(Clean()).carried.items() for k in range(count)]
        stride = max(1, len(points) // trials(ordinary))
        chosen = points[random.randrange(stride)::stride]
        print(f'{name}: {len(points)} bytes, cut at each' if stride == 1 else
              f'{name}: {len(points)} bytes, cut at one in {stride}', file=sys.stderr)
        faults = [CutAfter(way, k, reset=random.random() < 0.3) for way, k in chosen]

        def cut(pair):
            for fault in faults[pair.number::PAIRS]:
                try:
                    getattr(pair, name)(fault)
                except AssertionError as wrong:
                    raise AssertionError(f'{name} cut after {fault.count} bytes {fault.way}: {wrong}') from wrong

        at_once(cut, self.pairs)
        reached = sum(fault.reached for fault in faults)
        self.assertGreater(reached, len(faults) * 0.8, 'most cuts happen where they were meant to')
        self.ledger.check(self.server, [pair.field for pair in self.pairs])
        return len(faults)

    @seeded
    def test_N1_first_sync_cut_at_each_byte_ends_with_everything(self, random):
        return self.cut_everywhere('first_sync', random, 90)

    @seeded
    def test_N1_push_cut_at_each_byte_takes_effect_once(self, random):
        done = self.cut_everywhere('push', random, 90)
        check_agreement(self.server, *(pair.field for pair in self.pairs))
        return done

    @seeded
    def test_N1_pull_cut_at_each_byte_ends_with_all_pages(self, random):
        for pair in self.pairs:
            pair.field.sync()
        self.server.take_in(*({'type': 'feedback', 'place': ground.site(pair.number), 'text': f'来自总部{n}'}
                              for pair in self.pairs for n in range(PAGES_RECORDS)))
        done = self.cut_everywhere('pull', random, 60)
        check_agreement(self.server, *(pair.field for pair in self.pairs))
        return done

    @seeded
    def test_N1_conflict_cut_at_each_byte_is_one_conflict(self, random):
        done = self.cut_everywhere('conflict', random, 80)
        check_agreement(self.server, *(device for pair in self.pairs for device in (pair.field, pair.manager)))
        return done


if __name__ == '__main__':
    unittest.main()
