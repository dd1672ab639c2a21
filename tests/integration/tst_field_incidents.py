"""F2 to F8: what happened to other products' users in the field, by their numbers, tried on ours."""
import asyncio
import contextlib
import json
from random import Random
import subprocess
import unittest

import ground
from campaign import seeded, trials
from fault_proxy import DOWN, UP, Clean, CutAfter, FaultProxy, LoseAnswer, Refuse, VanishAfter
from invariants import Ledger, check_agreement
from plain_client import PlainClient, addition, new_id, token_of
from programs import PROGRAMS, WithGround, at_once, environment, wait_until
from stubborn_server import GARBAGE, PAGES, REFUSALS, REFUSALS_FOR_GOOD, Stubborn, listening, refusal

NOWHERE = '0197a100-0000-7010-8000-0000000000ee'


class WithLedger(WithGround):
    def setUp(self):
        super().setUp()
        self.ledger = Ledger()

    def check_all(self, *devices):
        check_agreement(self.server, *devices)
        self.ledger.check(self.server, devices)

    def of_type(self, kind):
        return [record for record in self.server.dump() if record['type'] == kind]


def sync_and_die(device, fault):
    """Syncs through a proxy and is killed in the moment of the fault."""
    with subprocess.Popen([PROGRAMS / 'zhixing-cli', '--store', device.store, 'sync', '--once'], stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL, env=environment({})) as process:
        wait_until(lambda: fault.reached or process.poll() is not None, 60, 'the fault is reached')
        process.kill()


class SameRecordAtOnce(WithLedger):
    @seeded
    def test_F2_same_record_from_eight_connections_of_a_device_is_one_record(self, random):
        token, done = token_of(self.server.link(login='field0')), trials(15)

        async def all_say_it():
            async with contextlib.AsyncExitStack() as stack:
                clients = [await stack.enter_async_context(PlainClient.connected(self.server.url, token)) for _ in range(8)]
                for n in range(1, done + 1):
                    operation = addition(n, 'feedback', {'text': f'八条连接同时说的第{n}条'})
                    outcomes = await asyncio.gather(*(client.push(operation) for client in random.sample(clients, 8)))
                    self.assertEqual({json.dumps(outcome) for outcome in outcomes}, {json.dumps(outcomes[0])})
                    self.assertEqual(outcomes[0][n]['result'], 'applied')
                    self.ledger.told(operation['id'], operation['set'])

        asyncio.run(all_say_it())
        self.assertEqual([record['version'] for record in self.of_type('feedback')], [1] * done)
        self.ledger.check(self.server)
        return done

    @seeded
    def test_F2_same_record_from_eight_devices_is_one_record_and_the_others_are_told(self, random):
        tokens, done = [token_of(self.server.link(login='field0')) for _ in range(8)], trials(8)

        async def all_say_it():
            async with contextlib.AsyncExitStack() as stack:
                clients = [await stack.enter_async_context(PlainClient.connected(self.server.url, token)) for token in tokens]
                for n in range(1, done + 1):
                    record = new_id()
                    operations = [addition(n, 'feedback', {'text': f'第{place}台说的第{n}条'}, record) for place in range(8)]
                    order = random.sample(range(8), 8)
                    said = await asyncio.gather(*(clients[place].push(operations[place]) for place in order))
                    results = [outcomes[n]['result'] for outcomes in said]
                    self.assertEqual(sorted(results), ['applied'] + ['rejected'] * 7)
                    self.assertEqual({outcomes[n].get('code') for outcomes in said}, {None, 'already_exists'})
                    self.ledger.told(record, operations[order[results.index('applied')]]['set'])

        asyncio.run(all_say_it())
        self.assertEqual(len(self.of_type('feedback')), done)
        self.ledger.check(self.server)
        return done


class CrashMidSend(WithLedger):
    sites = 4

    @seeded
    def test_F3_crash_while_sending_then_edit_then_send_is_one_record_with_both_versions_kept(self, random):
        devices = [self.enrolled(f'field{number}', ledger=self.ledger) for number in range(self.sites)]
        rounds, seeds = trials(5), [random.randrange(2**32) for _ in devices]
        at_once(lambda one: self.crash_and_edit(*one, rounds), list(zip(devices, seeds)))
        self.assertEqual(len(self.of_type('feedback')), rounds * self.sites)
        self.check_all(*devices)
        return rounds * self.sites

    def crash_and_edit(self, device, seed, rounds):
        random = Random(seed)
        device.sync()
        with FaultProxy(self.server.url) as proxy:
            device.server = proxy.url
            for number in range(rounds):
                record = device.add('feedback', text=f'{device.login}第{number}条', channel=f'{device.login}第{number}条的第一版')
                fault = random.choice([CutAfter(UP, random.randrange(400, 1400)), CutAfter(DOWN, random.randrange(200, 1600)),
                                       LoseAnswer()])
                proxy.fault_for = lambda _, fault=fault: fault
                sync_and_die(device, fault)
                device.edit('feedback', record, channel=f'{device.login}第{number}条的第二版')
                proxy.fault_for = lambda _: Clean()
                device.sync()


class EveryErrorWhileSending(WithLedger):
    """Each kind of failure meets a device of its own that has something to send; it still has it afterwards, and sends it."""

    def keeps_its_work(self, meet, kinds):
        first = self.enrolled('field0')
        first.sync()
        first.add('feedback', text='出错时还没有送出的话')
        copies = [first.copy(self.folder / f'copy{number}.store') for number in range(len(kinds))]

        def one(device, kind):
            before = device.lines('dump')
            done = meet(device, kind)
            self.assertEqual(done.status, 1, (kind, done.errors))
            self.assertRegex(done.errors, r'\[[a-z_]+\]', kind)
            self.assertEqual([line['decided'] for line in device.lines('outbox')], [False], kind)
            self.assertEqual(device.lines('dump'), before, kind)

        at_once(lambda pair: one(*pair), list(zip(copies, kinds)))
        # They are copies of one device, so that all of them say the same, and it takes effect once.
        for device in copies:
            device.server = self.server.url + '/sync'
        counts = at_once(lambda device: device.sync(), copies)
        self.assertEqual({(count['pushed'], count['agreed']) for count in counts}, {(1, True)})
        self.assertEqual([record['version'] for record in self.of_type('feedback')], [1])
        check_agreement(self.server, copies[0])

    @staticmethod
    def at_the_stubborn(device, stubborn, seconds=0.7):
        with listening(stubborn) as address:
            device.server = address
            done = device.run('sync', '--once', '--timeout', seconds)
        assert stubborn.heard > 0
        return done

    def test_F4_refusal_of_every_kind_keeps_the_work(self):
        self.keeps_its_work(lambda device, code: self.at_the_stubborn(device, Stubborn(refusal(code))), REFUSALS)

    def test_F4_refusal_for_good_is_told_at_once_and_keeps_the_work(self):
        def told(device, code):
            done = self.at_the_stubborn(device, Stubborn(refusal(code)), seconds=60)
            self.assert_fails(done, code)
            return done
        self.keeps_its_work(told, REFUSALS_FOR_GOOD)

    def test_F4_answers_that_are_not_ours_keep_the_work(self):
        kinds = [*(Stubborn(page=page) for page in PAGES.values()), *(Stubborn(words) for words in GARBAGE.values()),
                 Stubborn(refusal('busy'), subprotocol='other.1'), Stubborn(is_silent=True)]
        self.keeps_its_work(self.at_the_stubborn, kinds)

    def test_F4_broken_connections_keep_the_work(self):
        def behind(device, fault):
            with FaultProxy(self.server.url, lambda _: fault) as proxy:
                device.server = proxy.url
                return device.run('sync', '--once', '--timeout', '0.7')
        faults = [Refuse(), CutAfter(UP, 0), CutAfter(UP, 400, reset=True), CutAfter(DOWN, 0), CutAfter(DOWN, 200), VanishAfter(UP, 300),
                  VanishAfter(DOWN, 100), LoseAnswer('welcome')]
        self.keeps_its_work(behind, faults)


class Deleted(WithLedger):
    def setUp(self):
        super().setUp()
        self.field, self.manager = (self.enrolled(login, ledger=self.ledger) for login in ('field0', 'manager0'))
        self.field.sync()
        self.manager.sync()

    def task(self, title):
        return self.field.add('task', campaign=ground.CAMPAIGN, title=title)

    def conflicts_about(self, record):
        return [conflict for conflict in self.of_type('conflict') if conflict['record_id'] == record]

    @seeded
    def test_F5_record_sent_again_after_the_server_deleted_it_stays_deleted(self, random):
        """The answer was lost, the record deleted, and then the device sends it again: the same bytes, so nothing is done twice."""
        done = trials(6)
        with FaultProxy(self.server.url) as proxy:
            for number in range(done):
                task = self.task(f'送到了却没听见回执的任务{number}')
                fault = LoseAnswer()
                proxy.fault_for = lambda _, fault=fault: fault
                self.field.server = proxy.url
                sync_and_die(self.field, fault)
                self.assertTrue(fault.reached)
                self.manager.sync()
                self.assertEqual(self.manager.run('delete', 'task', task).status, 0)
                self.manager.sync()
                self.field.server = self.server.url + '/sync'
                self.assertEqual(self.field.sync()['pushed'], 1)
                self.assert_fails(self.field.run('show', 'task', task), 'not_found')
                self.assertEqual(self.conflicts_about(task), [])
        self.check_all(self.field, self.manager)
        return done

    @seeded
    def test_F7_delete_against_update_loses_neither(self, random):
        """Whoever comes first: the edit's values stay visible, in the record or in a conflict."""
        done = trials(8)
        for number in range(done):
            task = self.task(f'一个改一个删的任务{number}')
            self.field.sync()
            self.manager.sync()
            self.field.edit('task', task, title=f'删除的同时改的名{number}')
            self.assertEqual(self.manager.run('delete', 'task', task).status, 0)
            first, second = random.sample([self.field, self.manager], 2)
            first.sync()
            self.assertEqual(second.sync()['conflicts'], 1)
            kept = self.conflicts_about(task)
            self.assertEqual(len(kept), 1)
            is_alive = any(record['id'] == task for record in self.server.dump())
            self.assertEqual(is_alive, first is self.field, 'what came first stands')
        self.check_all(self.field, self.manager)
        return done

    def test_F7_new_record_with_the_id_of_a_deleted_one_is_refused_and_kept(self):
        task = self.task('先删掉再用同一编号新建')
        self.field.sync()
        self.manager.sync()
        again = {'id': task, 'campaign': ground.CAMPAIGN, 'title': '同一编号的另一个任务'}
        self.assertEqual(self.manager.run('delete', 'task', task).status, 0)
        self.manager.sync()
        self.field.sync()
        self.field.add('task', **again)
        counts = self.field.sync()
        self.assertEqual((counts['pushed'], counts['rejected']), (0, 1))
        self.assertEqual([(line['code'], line['set']['title']) for line in self.field.lines('tray')],
                         [('already_exists', again['title'])])
        self.assertFalse(any(record['id'] == task for record in self.server.dump()))
        self.check_all(self.field, self.manager)


BAD = {'bad_reference': {'text': '活动不存在', 'campaign': NOWHERE}, 'unknown_field': {'text': '没有这一栏', 'colour': 'red'},
       'too_long': {'text': '长' * 7000}, 'wrong_type': {'text': 5}, 'out_of_range': {'text': '六分', 'rating': 6},
       'not_an_option': {'text': '没有这一类', 'kind': 'rumour'}}


class OneBadRecord(WithLedger):
    @seeded
    def test_F8_one_bad_record_in_a_batch_is_refused_alone_and_with_its_reason(self, random):
        token, done = token_of(self.server.link(login='field0')), trials(12)

        async def push_batches():
            async with PlainClient.connected(self.server.url, token) as client:
                counter = 0
                for _ in range(done):
                    size, (code, fields) = random.randint(2, 100), random.choice(list(BAD.items()))
                    bad = counter + random.randint(1, size)
                    batch = [addition(n, 'feedback', fields if n == bad else {'text': f'好好的第{n}条记录'})
                             for n in range(counter + 1, counter + size + 1)]
                    outcomes = await client.push(*batch)
                    self.assertEqual([n for n, outcome in outcomes.items() if outcome['result'] != 'applied'], [bad])
                    self.assertEqual((outcomes[bad]['result'], outcomes[bad]['code']), ('rejected', code))
                    for operation in batch:
                        if operation['n'] != bad:
                            self.ledger.told(operation['id'], operation['set'])
                    counter += size

        asyncio.run(push_batches())
        self.ledger.check(self.server)
        self.assertEqual(len(self.of_type('feedback')), len(self.ledger))
        return done

    def test_F8_device_counts_the_one_that_was_refused_and_shows_it(self):
        device = self.enrolled('field0', ledger=self.ledger)
        device.sync()
        for number in range(30):
            fields = {'text': f'一批里的第{number}条'}
            device.add('feedback', **({**fields, 'campaign': NOWHERE} if number == 17 else fields))
        counts = device.sync()
        self.assertEqual((counts['pushed'], counts['rejected']), (29, 1))
        self.assertEqual([line['code'] for line in device.lines('tray')], ['bad_reference'])
        self.check_all(device)


if __name__ == '__main__':
    unittest.main()
