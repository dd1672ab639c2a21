"""A check is worth what it catches: the invariants are shown a server that lost, doubled or forgot something, and have to say so."""
import contextlib
import json
import pathlib
import sqlite3
import tempfile
import unittest
import uuid

from invariants import Ledger

RECORD = '0197a100-0000-7040-8000-000000000001'
DEVICE = b'd' * 16
FIRST, SECOND = '第一次写下的标题', '第二次写下的标题'


class ToldServer:
    """What a server would print, and the history it would have."""

    def __init__(self, data, records, history, deleted=()):
        self.data, self.records = data, records
        with contextlib.closing(sqlite3.connect(data / 'zhixing.db')) as database, database:
            database.execute('CREATE TABLE zx_history (seq INTEGER, record BLOB, device BLOB, counter INTEGER, written TEXT, replaced TEXT)')
            database.execute('CREATE TABLE record (id BLOB, deleted INTEGER)')
            database.executemany('INSERT INTO zx_history VALUES (?, ?, ?, ?, ?, ?)', [
                (seq, uuid.UUID(RECORD).bytes, DEVICE, counter, json.dumps(written), json.dumps(replaced))
                for seq, (counter, written, replaced) in enumerate(history, 1)])
            database.executemany('INSERT INTO record VALUES (?, 1)', [(uuid.UUID(one).bytes,) for one in deleted])

    def dump(self):
        return self.records


class ToldDevice:
    def __init__(self, *tray):
        self.tray = tray

    def lines(self, _):
        return self.tray


def task(title):
    return {'type': 'task', 'id': RECORD, 'title': title}


def conflict(title):
    return {'type': 'conflict', 'id': 'c', 'record_id': RECORD, 'field': 'title', 'lost_value': json.dumps(title)}


ADDED = (1, {'title': FIRST}, {})
EDITED = (2, {'title': SECOND}, {'title': FIRST})


class Findings(unittest.TestCase):
    def check(self, records, history, *titles, tray=(), deleted=()):
        ledger = Ledger()
        for title in titles:
            ledger.told(RECORD, {'title': title})
        with tempfile.TemporaryDirectory() as folder:
            ledger.check(ToldServer(pathlib.Path(folder), records, history, deleted), [ToldDevice(*tray)])

    def finds(self, invariant, *arguments, **more):
        with self.assertRaisesRegex(AssertionError, f'^{invariant}'):
            self.check(*arguments, **more)

    def test_what_is_where_it_should_be_is_no_finding(self):
        self.check([task(FIRST)], [ADDED], FIRST)
        self.check([task(SECOND)], [ADDED, EDITED], FIRST, SECOND)
        self.check([task(FIRST), conflict(SECOND)], [ADDED], FIRST, SECOND)
        self.check([task(FIRST)], [ADDED], FIRST, SECOND, tray=[{'id': RECORD, 'set': {'title': SECOND}}])
        self.check([], [ADDED], FIRST, deleted=[RECORD])

    def test_confirmed_edit_that_is_nowhere_is_found(self):
        self.finds('I1', [], [], FIRST)
        self.finds('I1', [task(FIRST)], [ADDED], FIRST, SECOND)

    def test_value_that_vanished_from_its_record_is_found(self):
        self.finds('I1', [task('谁也没写过的标题')], [ADDED], FIRST)
        self.finds('I1', [], [ADDED], FIRST)

    def test_operation_that_took_effect_twice_is_found(self):
        self.finds('I2', [task(FIRST)], [ADDED, ADDED], FIRST)
        self.finds('I2', [task(FIRST)], [ADDED, (7, {'title': FIRST}, {})], FIRST)

    def test_value_in_two_places_is_found(self):
        self.finds('I2', [task(FIRST), conflict(FIRST)], [ADDED], FIRST)
        self.finds('I2', [task(FIRST)], [ADDED], FIRST, tray=[{'id': RECORD, 'set': {'title': FIRST}}])
        self.finds('I2', [conflict(FIRST), conflict(FIRST)], [], FIRST)


if __name__ == '__main__':
    unittest.main()
