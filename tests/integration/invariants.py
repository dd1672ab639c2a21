"""What must hold whatever happened in between, checked from outside: from what people were told, what the programs print, and
the server's history as it stands in its file.

I1 nothing that was confirmed is lost · I2 everything takes effect once · I3 a quiet device holds, line by line, what the server
has for it. Findings are AssertionErrors that begin with the invariant's name.
"""
import collections
import contextlib
import json
import sqlite3
import threading
import uuid


class Ledger:
    """What people were told is safe. The values of the texts that tests write are all different, so that each can be found again."""

    def __init__(self):
        self._told = []
        self._lock = threading.Lock()

    def told(self, record, fields):
        with self._lock:
            self._told += [(record, field, value) for field, value in fields.items() if is_unique(value)]

    def __len__(self):
        return len(self._told)

    def check(self, server, devices=()):
        """Each confirmed value is in exactly one of these: written on the server, a conflict, the tray of one of `devices`. One
        that was written is still there, or the history says who replaced it."""
        whole = Whole(server, devices)
        for told in self._told:
            whole.check(*told)


def is_unique(value):
    return isinstance(value, str) and len(value) >= 8 and not is_id(value)


def is_id(text):
    with contextlib.suppress(ValueError):
        return bool(uuid.UUID(text))
    return False


class Whole:
    """Everything there is, arranged for looking values up."""

    def __init__(self, server, devices):
        records = server.dump()
        self.records = {record['id']: record for record in records}
        self.lost = collections.Counter(place for record in records if record['type'] == 'conflict' for place in losses(record))
        self.trays = collections.Counter(
            (line['id'], field, value) for device in devices for line in device.lines('tray')
            for field, value in line.get('set', {}).items() if is_unique(value))
        self.written, self.replaced, self.deleted = history(server.data / 'zhixing.db')

    def check(self, record, field, value):
        where = (record, field, value)
        written, lost, refused = self.written[where], self.lost[where], self.trays[where]
        places = f'written {written} times, {lost} conflicts, {refused} in trays'
        assert written <= 1 and lost <= 1, f'I2: {where} took effect more than once: {places}'
        assert written or lost or refused, f'I1: {where} was confirmed and is nowhere'
        assert (written > 0) + (lost > 0) + (refused > 0) == 1 or where in self.replaced, f'I2: {where} is in two places: {places}'
        if written:
            holds = self.records.get(record, {}).get(field) == value
            assert holds or where in self.replaced or record in self.deleted, f'I1: {where} has vanished from its record'


def losses(conflict):
    """What a conflict keeps: one field's value, or those of a whole edit."""
    lost = json.loads(conflict.get('lost_value', 'null'))
    fields = {conflict['field']: lost} if 'field' in conflict else lost if isinstance(lost, dict) else {}
    return [(conflict['record_id'], field, value) for field, value in fields.items() if is_unique(value)]


def history(file):
    """How often each value was written, which were replaced later, and which records were deleted."""
    written, replaced, deleted = collections.Counter(), set(), set()
    with contextlib.closing(sqlite3.connect(f'file:{file}?mode=ro', uri=True)) as database:
        once = set()
        for record, device, counter, new, old in database.execute(
                'SELECT record, device, counter, written, replaced FROM zx_history ORDER BY seq'):
            one = str(uuid.UUID(bytes=record))
            if counter > 0:
                assert (device, counter, one) not in once, f'I2: operation {counter} took effect twice on {one}'
                once.add((device, counter, one))
            written.update((one, field, value) for field, value in json.loads(new or '{}').items() if is_unique(value))
            replaced |= {(one, field, value) for field, value in json.loads(old or '{}').items() if is_unique(value)}
        deleted |= {str(uuid.UUID(bytes=record)) for record, in database.execute('SELECT id FROM record WHERE deleted')}
    return written, replaced, deleted


def check_agreement(server, *devices):
    """Devices hold what the server has for their people (I3) once nothing stands between them; their stores and the server's
    are whole."""
    for device in devices:
        device.server = server.url + '/sync'
        counts = device.sync()
        assert counts['agreed'], f"I3: {device.store.name}'s digest is not the server's"
        mine, theirs = device.lines('dump'), server.dump(device.login)
        assert mine == theirs, f'I3: {device.store.name} does not hold what the server has for it: {difference(mine, theirs)}'
        assert device.lines('outbox') == [], f'{device.store.name} agrees and still has something to send'
        assert device.lines('verify')[0]['result'] == 'ok'
    checked = server.command('check')
    assert checked.status == 0, checked.errors


def difference(mine, theirs):
    """A few of the lines that only one has."""
    ours, others = ({json.dumps(line, sort_keys=True, ensure_ascii=False) for line in lines} for lines in (mine, theirs))
    return {'only here': sorted(ours - others)[:3], 'only there': sorted(others - ours)[:3]}
