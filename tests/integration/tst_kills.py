"""D6 kill9-client, D7 kill9-server: SIGKILL at random instants, of devices that record and sync, and of the server under load. What was
confirmed before is there afterwards, once."""
import asyncio
import json
from random import Random
import threading
import time
import unittest

import ground
from campaign import seeded, trials
from invariants import Ledger, check_agreement
from plain_client import GONE, PlainClient, Refused, addition, token_of
from programs import WithGround, at_once, run_for

LINES = 300     # in a file that is being taken in when the device dies


class Killed(WithGround):
    sites = 4

    def setUp(self):
        super().setUp()
        self.ledger = Ledger()
        self.devices = [self.enrolled(f'field{number}', ledger=self.ledger) for number in range(self.sites)]
        at_once(lambda device: device.sync(), self.devices)


class KilledDevice(Killed):
    @seeded
    def test_D6_device_killed_while_recording_and_syncing_keeps_what_it_confirmed(self, random):
        seeds, rounds = [random.randrange(2**32) for _ in self.devices], trials(10)
        self.killed = 0
        at_once(lambda one: self.live_and_die(*one, rounds), list(zip(self.devices, seeds)))
        self.assertGreater(self.killed, rounds, 'of four devices, one in four is hit while it works')
        check_agreement(self.server, *self.devices)
        self.ledger.check(self.server, self.devices)
        return rounds * len(self.devices)

    def live_and_die(self, device, seed, rounds):
        random = Random(seed)
        own = device.add('task', campaign=ground.CAMPAIGN, title=f'{device.login}的任务')
        lasts = {'add': self.time_of(device, '第一次'), 'sync': self.time_of_sync(device)}
        for number in range(rounds):
            if random.random() < 0.5:
                self.record(device, f'第{number}轮', lasts['add'] * random.uniform(0.1, 1.1))
            else:
                device.edit('task', own, title=f'{device.login}第{number}次改名')
                self.count(run_for(lasts['sync'] * random.uniform(0.1, 1.1), 'zhixing-cli', '--store', device.store, 'sync', '--once'))
            self.assertEqual(device.lines('verify')[0]['result'], 'ok')

    def record(self, device, name, seconds):
        """Takes in a file and is killed; every line that was printed is a record that is safe."""
        texts = [f'{device.login}{name}的第{line}行' for line in range(LINES)]
        file = self.folder / f'{device.login}.ndjson'
        file.write_text(''.join(json.dumps({'text': text}, ensure_ascii=False) + '\n' for text in texts), encoding='utf-8')
        done = run_for(seconds, 'zhixing-cli', '--store', device.store, 'add', 'feedback', '--file', file)
        for line, text in zip(done.lines, texts):
            self.ledger.told(line['id'], {'text': text})
        self.count(done)

    def count(self, done):
        self.assertIn(done.status, (0, -9), done.errors)
        self.killed += done.status == -9

    def time_of(self, device, name):
        began = time.monotonic()
        self.record(device, name, 60)
        return time.monotonic() - began

    def time_of_sync(self, device):
        began = time.monotonic()
        device.sync()
        return time.monotonic() - began


class KilledServer(Killed):
    def setUp(self):
        super().setUp()
        self.failures_inside = []

    @seeded
    def test_D7_server_killed_under_load_keeps_what_it_acknowledged(self, random):
        tokens = [token_of(self.server.link(login=f'field{number}')) for number in range(self.sites)]
        over = threading.Event()
        pushers = threading.Thread(target=lambda: asyncio.run(self.push_all(tokens, over)))
        syncers = [threading.Thread(target=self.record_and_sync, args=(device, over)) for device in self.devices[:2]]
        for one in (pushers, *syncers):
            one.start()
        kills = trials(12)
        for _ in range(kills):
            over.wait(timeout=random.uniform(0.05, 0.5))
            self.server.kill()
            self.server.start_again()
        over.set()
        for one in (pushers, *syncers):
            one.join()
        self.assertEqual(self.failures_inside, [])
        self.assertGreater(len(self.ledger), kills)
        check_agreement(self.server, *self.devices)
        self.ledger.check(self.server, self.devices)
        return kills

    async def push_all(self, tokens, over):
        try:
            await asyncio.gather(*(self.keep_pushing(token, link, over) for link, token in enumerate(tokens)))
        except Exception as wrong:     # to be told by the thread that waits
            self.failures_inside.append(wrong)

    async def keep_pushing(self, token, link, over):
        """Says again what was not answered; believes nothing but the answers."""
        counter, waiting = 0, {}
        while not over.is_set() or waiting:
            try:
                async with PlainClient.connected(self.server.url, token, acked=counter) as client:
                    while not over.is_set() or waiting:
                        waiting = waiting or {n: addition(n, 'feedback', {'text': f'第{link}路的第{n}条记录'})
                                              for n in range(counter + 1, counter + 4)}
                        outcomes = await client.push(*waiting.values(), acked=counter)
                        for n, operation in waiting.items():
                            assert outcomes[n]['result'] == 'applied' and outcomes[n]['version'] == 1, outcomes[n]
                            self.ledger.told(operation['id'], operation['set'])
                        counter, waiting = max(waiting), {}
            except (*GONE, Refused):
                await asyncio.sleep(0.02)

    def record_and_sync(self, device, over):
        number = 0
        while not over.is_set():
            number += 1
            device.add('feedback', text=f'{device.login}在服务器倒下时写的第{number}条')
            done = device.run('sync', '--once', '--timeout', '0.5')
            if done.status != 0 and not any(code in done.errors for code in ('unreachable', 'timed_out', 'shutting_down')):
                self.failures_inside.append(done.errors)


if __name__ == '__main__':
    unittest.main()
