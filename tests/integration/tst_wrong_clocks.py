"""T1 clock-wild, T2 server-clock-step: devices and the server under clocks that are years wrong and jump. Nothing is lost, the order
is the server's, and everybody agrees in the end."""
from random import Random
import sqlite3
import unittest

import ground
from campaign import seeded, trials
from clocks import clock
from invariants import Ledger, check_agreement
from programs import WithGround, at_once

WILD = ['@1970-01-01 00:00:10', '@2038-01-19 03:14:06', '@2099-12-31 23:59:59', '+1h', '-1h', '+1h x20', '-400d', '+30m', '+0']


class WrongClocks(WithGround):
    sites = 3

    def setUp(self):
        super().setUp()
        self.ledger = Ledger()

    def pair(self, number):
        """Field person and manager of a site, and a task that both edit."""
        field, manager = (self.enrolled(f'{role}{number}', ledger=self.ledger) for role in ('field', 'manager'))
        field.sync()
        task = field.add('task', campaign=ground.CAMPAIGN, title=f'第{number}店的任务，众人来改')
        field.sync()
        manager.sync()
        return field, manager, task

    def work(self, one, seed, rounds, settings):
        """Each edits and syncs under a clock of its own, which changes from run to run."""
        *devices, task = one
        random = Random(seed)
        for number in range(rounds):
            for device in random.sample(devices, 2):
                device.more = clock(random.choice(settings))
                device.edit('task', task, title=f'{device.login}第{number}次改名，{seed}')
                device.add('feedback', text=f'{device.login}不知今夕何夕，第{number}条，{seed}')
                if random.random() < 0.7:
                    device.more = clock(random.choice(settings))
                    counts = device.sync()
                    self.assertEqual(counts['rejected'], 0)

    def check_all(self, devices):
        for device in devices:
            device.more = {}
        check_agreement(self.server, *devices, *devices)
        self.ledger.check(self.server, devices)
        self.check_order()

    def check_order(self):
        """Changes are numbered without gaps, and each record's versions follow each other, whatever the clocks said."""
        with sqlite3.connect(f'file:{self.server.data}/zhixing.db?mode=ro', uri=True) as database:
            rows = database.execute('SELECT seq, record, version FROM zx_history ORDER BY seq').fetchall()
        database.close()
        self.assertEqual([seq for seq, _, _ in rows], list(range(rows[0][0], rows[0][0] + len(rows))))
        latest = {}
        for _, record, version in rows:
            self.assertEqual(version, latest.get(record, 0) + 1)
            latest[record] = version


class OfDevices(WrongClocks):
    @seeded
    def test_T1_wild_clocks_of_devices_lose_nothing_and_order_nothing(self, random):
        pairs = at_once(self.pair, range(self.sites))
        rounds, seeds = trials(4), [random.randrange(2**32) for _ in pairs]
        at_once(lambda one: self.work(*one, rounds, WILD), list(zip(pairs, seeds)))
        self.check_all([device for *devices, _ in pairs for device in devices])
        return 2 * rounds * self.sites

    def test_T1_later_edit_is_not_won_for_ever_by_a_clock_ahead(self):
        """A stamp from the future counts as the server's now: the next edit by a clock that is right wins again."""
        field, manager, task = self.pair(0)
        field.more = clock('@2099-01-01 00:00:00')
        field.edit('task', task, module='来自二〇九九年')
        field.sync()
        manager.edit('task', task, module='这是后来改的，该它赢')   # has not seen the other
        manager.sync()
        field.sync()
        self.assertEqual(field.lines('show', 'task', task)[0]['module'], '这是后来改的，该它赢')
        self.check_all([field, manager])


class OfTheServer(WrongClocks):
    @seeded
    def test_T2_steps_of_the_servers_clock_lose_nothing_and_lock_nobody_out(self, random):
        pairs = at_once(self.pair, range(self.sites))
        rounds = trials(1)
        for setting in [*random.sample(['+1d', '-1d', '+1h', '-30d', '+170d'], 2), '+0']:
            self.server.stop()
            self.server.more = clock(setting)
            self.server.start_again()
            seeds = [random.randrange(2**32) for _ in pairs]
            for *devices, _ in pairs:
                for device in devices:
                    device.server = self.server.url + '/sync'
            at_once(lambda one: self.work(*one, rounds, ['+0', '+5m']), list(zip(pairs, seeds)))
        self.check_all([device for *devices, _ in pairs for device in devices])
        return 3 * 2 * rounds * self.sites

    def test_T2_server_of_1970_or_2100_serves_who_enrols_there(self):
        for number, setting in enumerate(['@1970-01-01 00:01:00', '@2038-01-19 03:14:00', '@2099-12-31 23:59:50']):
            self.server.stop()
            self.server.more = clock(setting)
            self.server.start_again()
            device = self.enrolled('field0', name=f'field0 of {number}', ledger=self.ledger)
            device.add('feedback', text=f'服务器的钟是{setting}')
            device.sync()
            check_agreement(self.server, device)
            self.ledger.check(self.server)
        self.check_order()


if __name__ == '__main__':
    unittest.main()
