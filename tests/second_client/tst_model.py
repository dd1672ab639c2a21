"""The server against the sequential model, over random histories (RELIABILITY S7).

    tst_model.py [--histories N | --seconds S] [--seed FIRST] [--steps N] [--results FILE]

Each history is one seed. Where the two part it prints the seed and the smallest prefix that still shows it, and fails.
"""
import argparse
import asyncio
import json
import pathlib
import random
import subprocess
import sys
import time

from client import messages
from histories import History
from programs import ROOT
from seeds import drawn_seed
from world import Difference, World

HISTORIES_A_WORLD = 200    # then a fresh server: what the model has to look at stays small


class Run:
    """One history against one world."""

    def __init__(self, world, seed, salt):
        self.world, self.rng = world, random.Random(f'pushes of {seed}')
        self.history = History(seed, salt, world.devices, world.model, world.fixed)
        self.trace, self.counts = [], {}

    async def play(self, steps, limit=None):
        """Up to `limit` pushes. Returns how many there were."""
        for number, (which, operations) in enumerate(self.history.steps(steps)):
            if number == limit:
                return number
            await self.push(self.world.devices[which], operations)
        return number + 1

    async def push(self, device, operations):
        lines = []
        for operation in operations:
            device.counter += 1
            lines.append(messages.line({'n': device.counter, **operation}))
        self.trace.append((device.login, lines))
        acked = device.counter - len(lines) if self.rng.random() < 0.5 else 0
        outcomes = await self.world.push(device, lines, acked)
        self.history.notice(outcomes)
        for outcome in outcomes:
            self.counts[outcome.get('code', outcome['result'])] = self.counts.get(outcome.get('code', outcome['result']), 0) + 1
        if self.rng.random() < 0.1:
            await self.world.push(device, lines, acked)    # the answer was lost: once more, the same bytes
        if self.rng.random() < 0.05:
            await self.world.push(device, lines, device.counter)    # and once more when nobody knows the answer any more


async def differs(seed, steps, limit):
    """Whether this many pushes of a history show a difference, on a fresh world: how, and what was pushed."""
    async with World() as world:
        await world.start()
        run = Run(world, seed, 0)
        try:
            await run.play(steps, limit)
            world.compare_records()
        except Difference as difference:
            return difference, run.trace
    return None


async def smallest(seed, steps, most):
    """The shortest prefix with a difference."""
    least, found = 0, await differs(seed, steps, most)
    if found is None:
        return None
    most = len(found[1])
    while most - least > 1:
        middle = (least + most) // 2
        shorter = await differs(seed, steps, middle)
        if shorter:
            most, found = middle, shorter
        else:
            least = middle
    return found


async def run_world(seeds, steps, is_over, counts):
    """Plays seeds until it is over. Returns how many, and the seed with a difference if there is one."""
    async with World() as world:
        await world.start()
        played = []
        for salt, seed in enumerate(seeds):
            if is_over():
                break
            run = Run(world, seed, salt)
            try:
                await run.play(steps)
            except Difference as difference:
                return len(played), seed, difference
            played.append((seed, set(run.history.own)))
            for name, count in run.counts.items():
                counts[name] = counts.get(name, 0) + count
        for seed, ids in played:
            try:
                world.compare_records()
            except Difference as difference:
                try:
                    world.compare_records(ids)
                except Difference:
                    return len(played), seed, difference
                continue
            break
        return len(played), None, None


async def main(arguments):
    first = arguments.seed if arguments.seed is not None else drawn_seed()
    begun, done, counts = time.monotonic(), 0, {}
    failed = None

    def is_over():
        return arguments.histories is None and time.monotonic() - begun > arguments.seconds

    while failed is None and not is_over() and done != arguments.histories:
        count = HISTORIES_A_WORLD if arguments.histories is None else min(HISTORIES_A_WORLD, arguments.histories - done)
        played, failed, difference = await run_world(range(first + done, first + done + count), arguments.steps, is_over, counts)
        done += played
    seconds = round(time.monotonic() - begun, 1)
    print(f'{done} histories from seed {first} in {seconds} s: {sum(counts.values())} operations, {dict(sorted(counts.items()))}')
    if failed is not None:
        report(failed, difference, await smallest(failed, arguments.steps, None))
    if arguments.results:
        commit = subprocess.run(['git', 'rev-parse', 'HEAD'], cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()
        arguments.results.parent.mkdir(parents=True, exist_ok=True)
        arguments.results.write_text(json.dumps({
            'test': 'model', 'commit': commit, 'seed': first, 'histories': done, 'seconds': seconds, 'outcomes': counts,
            'failed_seed': failed}) + '\n', encoding='utf-8')
    return 0 if failed is None else 1


def report(seed, difference, found):
    print(f'seed {seed}: server and model part: {difference}')
    if found is None:
        print('alone on a fresh server the history shows nothing')
        return
    difference, trace = found
    print(f'the smallest prefix has {len(trace)} pushes and ends with: {difference}')
    for login, lines in trace:
        print(f'{login}:')
        for line in lines:
            print(f'  {line}')


def parsed():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--histories', type=int)
    parser.add_argument('--seconds', type=float, default=25)
    parser.add_argument('--seed', type=int)
    parser.add_argument('--steps', type=int, default=25)
    parser.add_argument('--results', type=pathlib.Path)
    return parser.parse_args()


if __name__ == '__main__':
    sys.exit(asyncio.run(main(parsed())))
