"""The histories are worth what they catch: a model with one law broken is told from the right one within a few hundred."""
import copy
import dataclasses
import json
import logging
import unittest

import merging
from histories import NOW
from model import Authority
from merging import Settled
from tst_model import Run
from world import Difference, World

HISTORIES_MAX = 400
UNBROKEN = 20    # as many find nothing where nothing is broken

# The event loop of a test waits while the models think; it need not say so.
logging.getLogger('asyncio').setLevel(logging.ERROR)


def takes_mine(policy):
    """A field of this policy becomes what was written last, and nothing is kept."""
    def merge(field, contest):
        return Settled(contest.mine) if field['merge'] == policy else merging.merge(field, contest)
    return {'merge': staticmethod(merge)}


def later_wins_ties(field, contest):
    is_tie = field['merge'] == 'later_edit' and not contest.is_later
    return merging.merge(field, dataclasses.replace(contest, is_later=True) if is_tie else contest)


def half_groups(self, author, group, now):
    return [outcome for operation in group for outcome in Authority.decide_group(self, author, [operation], now)]


def forgetful(self, author, acked, operations, now):
    self.outcomes[author.device] = {}
    return Authority.push(self, author, acked, operations, now)



def hopping_marks(self, record):
    return Authority.marked(self, dataclasses.replace(record, holds_since={}))


def revives_over(self, author, record, operation, now):
    return Authority.revive(self, author, dataclasses.replace(record, is_deleted=True), operation, now)


MUTANTS = {
    **{f'{policy} takes what was written last': takes_mine(policy)
       for policy in ('review', 'later_edit', 'counter', 'set', 'append', 'text')},
    'later edit decides ties for the newcomer': {'merge': staticmethod(later_wins_ties)},
    'a deletion does not look at edits': {'others_changed': lambda *_: False},
    'an approval does not look at what changed': {'is_judgement': lambda *_: False},
    'an author may approve': {'is_author': lambda *_: False},
    'a sum is not asked about': {'is_beyond': lambda *_: False},
    'anybody signs for anybody': {'check_signatures': lambda *_: None},
    'groups are taken in part': {'decide_group': half_groups},
    'outcomes are not kept': {'push': forgetful},
    'marks hop from one holder to the next': {'marked': hopping_marks},
    'a revival overwrites': {'revive': revives_over},
    'moves are not asked about': {'check_move': lambda *_: None},
    'references are not asked about': {'check_references': lambda *_: None},
    'a new record is not asked about': {'may_create': lambda *_: None},
}


class Pair:
    """Stands where a world does, with the mutant in the server's place."""

    def __init__(self, world, changes):
        self.model, self.fixed = copy.deepcopy(world.model), world.fixed
        self.devices = [copy.copy(device) for device in world.devices]
        self.mutant = copy.deepcopy(world.model)
        self.mutant.__class__ = type('Mutant', (Authority,), changes)
        self.now = NOW + 10 ** 9

    async def push(self, device, lines, acked=0):
        self.now += 1000
        said, expected = (one.push(device.author, acked, [json.loads(line) for line in lines], self.now)
                          for one in (self.mutant, self.model))
        if said != expected:
            raise Difference(said, expected)
        return said

    def compare_records(self):
        for key, record in self.model.records.items():
            if self.mutant.records[key].line() != record.line():
                raise Difference(self.mutant.records[key].line(), record.line())


async def histories_until_found(world, changes, most=HISTORIES_MAX):
    pair = Pair(world, changes)
    for seed in range(most):
        try:
            await Run(pair, seed, seed).play(25)
            pair.compare_records()
        except Difference:
            return seed + 1
    return None


class Mutants(unittest.IsolatedAsyncioTestCase):
    async def test_each_broken_law_is_found(self):
        async with World() as world:
            await world.start()
            for name, changes in MUTANTS.items():
                with self.subTest(name):
                    found = await histories_until_found(world, changes)
                    print(f'{name}: found after {found} histories')
                    self.assertIsNotNone(found)
            self.assertIsNone(await histories_until_found(world, {}, UNBROKEN))


if __name__ == '__main__':
    unittest.main()
