"""N2 ack-lost, N3 duplicate-replay: what the server decided takes effect once, whether its answer arrives, is lost, or comes five times."""
import asyncio
from random import Random
import unittest

import ground
from campaign import seeded, trials
from fault_proxy import DOWN, Clean, Cut, FaultProxy, LoseAnswer, Repeat, CutAfter
from invariants import Ledger, check_agreement
from plain_client import GONE, PlainClient, addition, token_of
from programs import WithGround, at_once

LINKS = 4       # devices at once, without a program each


class WithLedger(WithGround):
    def setUp(self):
        super().setUp()
        self.ledger = Ledger()

    def behind(self, proxy, device):
        device.server = proxy.url
        return device


class LostAnswers(WithLedger):
    sites = 5

    @seeded
    def test_N2_answer_lost_after_the_commit_and_the_device_sends_again(self, random):
        devices = [self.enrolled(f'field{number}', ledger=self.ledger) for number in range(self.sites)]
        seeds = [random.randrange(2**32) for _ in devices]
        per_device = trials(4)
        at_once(lambda one: self.lose_answers(*one, per_device), list(zip(devices, seeds)))
        self.ledger.check(self.server, devices)
        check_agreement(self.server, *devices)
        return per_device * len(devices)

    def lose_answers(self, device, seed, rounds):
        random = Random(seed)
        device.sync()
        with FaultProxy(self.server.url) as proxy:
            self.behind(proxy, device)
            for number in range(rounds):
                record = device.add('feedback', text=f'{device.login}的回执会丢失，第{number}条')
                device.edit('feedback', record, channel=f'{device.login}又改了一次，第{number}条')
                faults = [LoseAnswer(random.choice(['outcomes', 'page', 'caught_up']), Cut(random.random() < 0.3))
                          for _ in range(random.randint(1, 2))]
                waiting = iter(faults)
                proxy.fault_for = lambda _, waiting=waiting: next(waiting, Clean())
                counts = device.sync()
                self.assertEqual((counts['pushed'], counts['rejected'], counts['conflicts']), (2, 0, 0))
                self.assertTrue(faults[0].reached)

    @seeded
    def test_N2_answers_lost_many_times_in_a_row_over_one_operation(self, random):
        """A light client sends the same bytes until an answer comes through; each time it is the same answer."""
        tokens = [token_of(self.server.link(login='field0')) for _ in range(LINKS)]
        per_link = trials(60)

        async def insist(proxy, token, link):
            counter = 0
            for number in range(per_link):
                counter += 1
                text = f'第{link}台第{number}条，回执屡次丢失'
                operation = addition(counter, 'feedback', {'text': text})
                while True:
                    try:
                        async with PlainClient.connected(proxy.url, token, acked=counter - 1) as client:
                            self.assertIn(client.counter, (counter - 1, counter))
                            outcome = (await client.push(operation))[counter]
                            break
                    except GONE:
                        continue
                self.assertEqual((outcome['result'], outcome['version']), ('applied', 1))
                self.ledger.told(operation['id'], operation['set'])

        async def all_at_once(proxy):
            await asyncio.gather(*(insist(proxy, token, link) for link, token in enumerate(tokens)))

        with FaultProxy(self.server.url, lambda _: LoseAnswer() if random.random() < 0.6 else Clean()) as proxy:
            asyncio.run(all_at_once(proxy))
        self.ledger.check(self.server)
        return per_link * LINKS


class RepeatedMessages(WithLedger):
    @seeded
    def test_N3_each_message_two_to_five_times_takes_effect_once(self, random):
        self.conflicting(random, lambda: Repeat(random, chance=0.8), trials(8))
        return trials(8)

    @seeded
    def test_N3_repeated_messages_and_then_a_cut(self, random):
        self.conflicting(random, lambda: random.choice([Repeat(random), CutAfter(DOWN, random.randrange(3000))]), trials(6))
        return trials(6)

    def conflicting(self, random, fault, rounds):
        """Two people write to one task and add their own, each through repeated messages; the other one's edits come in live pages."""
        field, manager = (self.enrolled(login, ledger=self.ledger) for login in ('field0', 'manager0'))
        field.sync()
        task = field.add('task', campaign=ground.CAMPAIGN, title='两人都要改的任务')
        field.sync()
        manager.sync()
        with FaultProxy(self.server.url) as proxy:
            for device in (field, manager):
                self.behind(proxy, device)
            for number in range(rounds):
                faults = iter([fault() for _ in range(2)])
                proxy.fault_for = lambda _, faults=faults: next(faults, Clean())
                for device in random.sample([field, manager], 2):
                    device.edit('task', task, title=f'{device.login}第{number}次改名')
                    device.add('feedback', text=f'{device.login}第{number}次记录')
                for device in random.sample([field, manager], 2):
                    counts = device.sync()
                    self.assertEqual((counts['pushed'], counts['rejected']), (2, 0))
        self.ledger.check(self.server, [field, manager])
        check_agreement(self.server, field, manager)

    def test_N3_hello_said_twice_ends_that_connection_and_nothing_else(self):
        device = self.enrolled('field0', ledger=self.ledger)
        device.add('feedback', text='打了两次招呼之后')
        with FaultProxy(self.server.url) as proxy:
            self.behind(proxy, device)
            proxy.fault_for = lambda number: Repeat(AlwaysTwice(), spared=()) if number == 0 else Clean()
            counts = device.sync()
            self.assertGreater(proxy.count, 1)
        self.assertEqual(counts['pushed'], 1)
        self.ledger.check(self.server)
        check_agreement(self.server, device)

    @seeded
    def test_N3_operation_repeated_long_after_it_was_acknowledged_is_a_duplicate(self, random):
        token = token_of(self.server.link(login='field0'))
        operations = [addition(n + 1, 'feedback', {'text': f'很久以前的第{n}条记录'}) for n in range(20)]
        done = trials(20)

        async def replay():
            async with PlainClient.connected(self.server.url, token) as client:
                await client.push(*operations)
            for _ in range(done):
                again = operations[:random.randint(1, len(operations))]
                async with PlainClient.connected(self.server.url, token, acked=len(operations)) as client:
                    outcomes = await client.push(*again, acked=len(operations))
                    self.assertEqual({line['result'] for line in outcomes.values()}, {'duplicate'})

        asyncio.run(replay())
        self.assertEqual([record['version'] for record in self.server.dump() if record['type'] == 'feedback'], [1] * 20)
        return done


class AlwaysTwice:
    def random(self):
        return 0

    def randint(self, *_):
        return 2


if __name__ == '__main__':
    unittest.main()
