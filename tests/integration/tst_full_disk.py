"""D5 enospc: the disk is full at each step of enrolling, recording and syncing, on the device and on the server. Each failure has its
code, nothing that was confirmed is lost, and everything goes on when there is space again."""
import re
import shutil
import sys
import unittest

import ground
from campaign import REPLAYED_MAX, seeded, trials
from full_disk import SizeLimit, small_disk
from invariants import Ledger, check_agreement
from programs import Server, WithGround

PAGE = 4096
# What is to be full is what the filler leaves; the disk itself has room for all that a campaign leaves behind.
MIB = 8 * trials(1) * (1 + REPLAYED_MAX)
FULL = r'\[(disk_full|io_failed)\]'
LATE = r'\[(timed_out|unreachable)\]'      # what a sync that may not take long says on a busy machine


def steps(random, pages, ordinary):
    """How many bytes are left: every n-th page and a bit, from none up to more than the work needs."""
    stride = max(1, pages // trials(ordinary))
    chosen = [page * PAGE + random.randrange(PAGE) for page in range(random.randrange(stride), pages, stride)]
    print(f'{len(chosen)} of {pages} pages', file=sys.stderr)
    return [0, *chosen]


class FullDisk(WithGround):
    def setUp(self):
        super().setUp()
        self.ledger = Ledger()
        self.failures = 0

    def failed(self, done, reasons=FULL):
        """Whether it failed; and if so, that it said why."""
        if done.status == 0:
            return False
        self.assertEqual(done.status, 1, done.errors)
        self.assertRegex(done.errors, reasons)
        self.failures += re.search(FULL, done.errors) is not None
        return True

    def sync_briefly(self, device):
        self.failed(device.run('sync', '--once', '--timeout', '0.5', **self.disk.options), f'{FULL}|{LATE}')

    def check_all(self, device):
        self.assertGreater(self.failures, 0, 'the disk was full at least once')
        check_agreement(self.server, device)
        self.ledger.check(self.server, [device])


class OfTheDevice(FullDisk):
    def setUp(self):
        super().setUp()
        self.disk = self.enterContext(small_disk(self.folder / 'disk', MIB))

    def on_the_disk(self, name='phone'):
        for left in self.disk.folder.iterdir():     # of the seed that was played before
            shutil.rmtree(left) if left.is_dir() else left.unlink()
        device = self.device(f'disk/{name}', login='field0', ledger=self.ledger)
        done = device.run('enrol', self.server.link(login='field0'))
        self.assertEqual(done.status, 0, done.errors)
        device.sync()
        return device

    @seeded
    def test_D5_recording_on_a_full_disk_keeps_what_was_confirmed(self, random):
        device = self.on_the_disk(f'recorder{random.randrange(1000)}')
        left = steps(random, 40, 16)
        for number, count in enumerate(left):
            self.disk.leave(count)
            text = f'磁盘剩{count}字节时写的第{number}条' + '满' * 3000
            done = device.run('add', 'feedback', '{"text":"%s"}' % text, **self.disk.options)
            if not self.failed(done):
                self.ledger.told(done.lines[0]['id'], {'text': text})
            self.disk.make_room()
            self.assertEqual(device.lines('verify')[0]['result'], 'ok')
            device.add('feedback', text=f'腾出空间之后写的第{number}条')
        self.check_all(device)
        return len(left)

    @seeded
    def test_D5_syncing_on_a_full_disk_goes_on_when_there_is_space(self, random):
        device = self.on_the_disk(f'syncer{random.randrange(1000)}')
        left = steps(random, 60, 8)
        for number, count in enumerate(left):
            self.server.take_in(*({'type': 'feedback', 'place': ground.site(0), 'text': '别处写下的' * 300} for _ in range(20)))
            for serial in range(5):
                device.add('feedback', text=f'第{number}步第{serial}条' + '满' * 300)
            self.disk.leave(count)
            self.sync_briefly(device)
            self.disk.make_room()
            self.assertTrue(device.sync()['agreed'])
        self.check_all(device)
        return len(left)

    @seeded
    def test_D5_enrolling_on_a_full_disk_can_be_done_again(self, random):
        left = steps(random, 300, 6)     # an empty store takes 220
        for number, count in enumerate(left):
            device = self.device(f'disk/new{number}', login='field0', ledger=self.ledger)
            self.disk.leave(count)
            failed = self.failed(device.run('enrol', self.server.link(login='field0'), **self.disk.options))
            self.disk.make_room()
            if failed:
                again = device.run('enrol', self.server.link(login='field0'))
                self.assertEqual(again.status, 0, again.errors)
            device.add('feedback', text=f'第{number}次登记之后写的')
            device.sync()
            if number + 1 < len(left):      # the last one is looked at; the disk has no room for all of them
                for file in device.store.parent.glob(f'{device.store.name}*'):
                    file.unlink()
        self.check_all(device)
        return len(left)


class OfTheServer(FullDisk):
    def new_server(self):
        self.disk = self.enterContext(small_disk(self.folder / 'disk', MIB))
        return Server(self.disk.folder, [ground.write(self.folder / 'ground.ndjson', self.sites)], ground.people(self.sites))

    @seeded
    def test_D5_full_disk_of_the_server_sends_devices_away_and_loses_nothing(self, random):
        device = self.enrolled('field0', name=f'phone{random.randrange(1000)}', ledger=self.ledger)
        device.sync()
        left = steps(random, 60, 8)
        for number, count in enumerate(left):
            for serial in range(8):
                device.add('feedback', text=f'第{number}步第{serial}条' + '满' * 500)
            self.disk.leave(count, self.server.process)
            self.sync_briefly(device)
            self.assertIsNone(self.server.process.poll(), 'the server lives on')
            self.disk.make_room(self.server.process)
            self.assertTrue(device.sync()['agreed'])
        self.check_all(device)
        return len(left)


class LimitedFiles(FullDisk):
    """An administrator's limit on the size of files is an error like a full disk, and not the end of a program."""

    def setUp(self):
        super().setUp()
        self.disk = SizeLimit(self.folder)
        self.addCleanup(self.disk.make_room)
        self.phone = self.enrolled('field0', ledger=self.ledger)
        self.phone.sync()

    @seeded
    def test_D5_limit_on_the_size_of_files_of_the_device_has_a_code(self, random):
        left = steps(random, 30, 6)
        for number, count in enumerate(left):
            self.disk.leave(count)
            self.failed(self.phone.run('add', 'feedback', '{"text":"%s"}' % ('满' * 3000), **self.disk.options))
            self.disk.make_room()
            self.phone.add('feedback', text=f'放宽之后写的第{number}条')
        self.check_all(self.phone)
        return len(left)

    @seeded
    def test_D5_limit_on_the_size_of_files_of_the_server_sends_devices_away(self, random):
        left = steps(random, 30, 6)
        for number, count in enumerate(left):
            for serial in range(8):
                self.phone.add('feedback', text=f'第{number}步第{serial}条' + '满' * 500)
            self.disk.leave(count, self.server.process)
            self.sync_briefly(self.phone)
            self.assertIsNone(self.server.process.poll(), 'the server lives on')
            self.disk.make_room(self.server.process)
            self.assertTrue(self.phone.sync()['agreed'])
        self.check_all(self.phone)
        return len(left)


if __name__ == '__main__':
    unittest.main()
