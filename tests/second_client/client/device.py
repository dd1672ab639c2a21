"""A device: what it records, what it says and what it makes of what it hears. No socket, no waiting; link.py has both."""
import contextlib
import time
import uuid

from client import digest, messages
from client.repair import Repair
from client.store import Pending

PROTOCOL = 1
PUSH_OPERATIONS_MAX = 500
PUSH_BYTES_TARGET = 524_288
IN_FLIGHT_MAX = 2_000
CREDIT = 4
REPAIRS_MAX = 3    # on one connection


class NotOurs(Exception):
    """The server takes this connection for somebody else."""


class Device:
    """Steps: each gets a message and returns the messages to send. `agreed` is what the last `caught_up` showed; None when
    something has come since."""

    def __init__(self, store, catalog, schema='', clock=lambda: int(time.time() * 1000)):
        self.store, self.catalog, self.schema, self.clock = store, catalog, schema, clock
        self.is_welcome = False
        self.agreed = None
        self.refusals = []
        self.sent = 0      # the newest operation that went out on this connection
        self.group = None  # operations recorded together, while they are being collected
        self.question = 0  # of the fill that was asked last
        self.repair, self.repairs = None, 0

    # ---- what people do

    def add(self, type_name, values, record_id=None, **where):
        record_id = record_id or str(uuid.uuid4())
        self._record({'do': 'add', 'type': type_name, 'id': record_id, **where, 'set': values})
        return record_id

    def edit(self, record_id, values=None, **where):
        """`where` moves it: `place`, `audience`."""
        shown, values = self.show(record_id), values or {}
        was = {name: shown[name] for name in values if name in shown}
        self._record({'do': 'edit', 'type': shown['type'], 'id': record_id, **self._base(record_id), **where,
                      **({'set': values} if values else {}), **({'was': was} if was else {})})

    def delete(self, record_id):
        shown = self.show(record_id)
        self._record({'do': 'delete', 'type': shown['type'], 'id': record_id, **self._base(record_id)})

    def revive(self, type_name, record_id, values):
        self._record({'do': 'revive', 'type': type_name, 'id': record_id, **self._base(record_id), 'set': values})

    @contextlib.contextmanager
    def together(self):
        """What is recorded inside takes effect as a whole or not at all."""
        self.group = []
        yield
        group, self.group = self.group, None
        for operation in group[:-1]:
            operation['more'] = True
        self._keep(group)

    def show(self, record_id):
        """A record as a person sees it: the server's with our own on top. None when there is none."""
        row = self.store.rows.get(record_id)
        own = [pending.operation for pending in self.store.outbox] + (self.group or [])
        for operation in own:
            if operation.get('id') == record_id:
                row = self._on_top(row, operation)
        return row

    def _record(self, operation):
        store = self.store
        store.counter += 1
        store.stamp = max(store.stamp, self.clock() + store.offset)
        operation = {'n': store.counter, **operation, 'at': store.stamp}
        if self.group is None:
            self._keep([operation])
        else:
            self.group.append(operation)

    def _keep(self, operations):
        for operation in operations:
            self.store.append(Pending(operation, messages.line(operation)))

    def _base(self, record_id):
        row = self.store.rows.get(record_id)
        return {'base': row['version']} if row else {}

    def _on_top(self, row, operation):
        if operation['do'] == 'delete':
            return None
        type_ = self.catalog[operation['type']]
        if operation['do'] == 'add' or row is None:
            row = {'type': type_.name, 'id': operation['id'], 'place': self.store.home, 'audience': type_.audience,
                   'version': 0, **(type_.defaults() if operation['do'] == 'add' else {})}
        row = {**row, **{key: operation[key] for key in ('place', 'audience') if key in operation}}
        was = operation.get('was', {})
        for name, value in operation.get('set', {}).items():
            if type_.fields[name]['kind'] == 'counter':
                value = row.get(name, 0) + (value or 0) - was.get(name, 0)
            row[name] = value
            if value is None:
                del row[name]
        return row

    # ---- what goes back and forth

    def hello(self):
        store = self.store
        self.is_welcome, self.sent, self.agreed = False, 0, None
        self.repair, self.repairs = None, 0
        return messages.message('hello', protocol=PROTOCOL, schema=self.schema, token=store.token, epoch=store.epoch,
                                cursor=store.cursor, acked=store.acked, scopes=digest.scopes_key(store.scopes))

    def receive(self, text):
        envelope, lines = messages.read(text)
        return getattr(self, '_' + envelope.pop('t'))(lines=lines, **envelope)

    def pull(self):
        return messages.message('pull', cursor=self.store.cursor, credit=CREDIT)

    def push(self):
        """Messages with everything that is undecided and not under way, as far as may be under way at once."""
        undecided = self.store.undecided
        under_way = sum(pending.operation['n'] <= self.sent for pending in undecided)
        waiting = [pending for pending in undecided if pending.operation['n'] > self.sent]
        pushes, batch = [], []
        for group in self._groups(waiting):
            if under_way + len(group) > IN_FLIGHT_MAX:
                break
            under_way += len(group)
            grown = batch + group
            if batch and (len(grown) > PUSH_OPERATIONS_MAX or sum(map(_bytes, grown)) > PUSH_BYTES_TARGET):
                pushes.append(batch)
                grown = group
            batch = grown
            self.sent = batch[-1].operation['n']
        if batch:
            pushes.append(batch)
        return [messages.message('push', [pending.line for pending in one], acked=self.store.acked) for one in pushes]

    @staticmethod
    def _groups(operations):
        group = []
        for pending in operations:
            group.append(pending)
            if not pending.operation.get('more'):
                yield group
                group = []

    def _welcome(self, lines, epoch, head, now, person, device, last_counter, scopes, horizon=0):
        store = self.store
        if (person, device) != (store.person, store.device):
            raise NotOurs
        if not store.epoch:
            store.begin_anew(head, scopes)
        elif epoch != store.epoch or head < store.cursor or last_counter < store.acked:
            store.go_back(last_counter)
            store.begin_anew(head, scopes)
        else:
            store.take_scopes(scopes)
        store.has_missed_deletions |= store.cursor < horizon
        store.epoch = epoch
        store.offset = now - self.clock()
        store.counter = max(store.counter, last_counter)
        self.is_welcome = True
        return [self.pull(), *self._fill(), *self.push()]

    def _outcomes(self, lines):
        self.agreed = None
        for outcome in lines:
            self.store.decide(outcome)
        self.store.settle()
        return self.push()

    def _page(self, lines, head, to, **envelope):
        store, self.agreed = self.store, None
        if envelope['from'] > store.cursor:
            return [self.pull()]
        if to > store.cursor:
            for row in lines:
                store.take(row)
            store.cursor = to
            store.settle()
        return [messages.message('credit', pages=1)]

    def _caught_up(self, lines, seq, count, sum, **envelope):
        store = self.store
        if envelope['from'] > store.cursor:
            return [self.pull()]
        if store.cursor <= seq:
            store.cursor = seq
            store.settle(caught_up_at=seq)
            if not store.fills and self.repair is None:
                return self._compare((count, sum))
        return []

    def _scopes_changed(self, lines, scopes):
        self.agreed = None
        self.store.take_scopes(scopes)
        return [self.pull(), *self._fill()]

    # ---- filling, comparing, repairing

    def _fill(self):
        """Asks for more of what is still to come. A new number, so that an answer to the last question is ignored."""
        if not self.store.fills:
            return []
        self.question += 1
        fill = self.store.fills[0]
        only = {} if fill.scopes is None else {'scopes': fill.scopes}
        return [messages.message('fill', n=self.question, part=fill.part, after=fill.after, until=fill.until, **only)]

    def _filled(self, lines, n, to, **envelope):
        if n != self.question:
            return []
        store = self.store
        for row in lines:
            store.take(row)
        store.settle()
        store.fills[0].after = to
        if to >= store.fills[0].until:
            del store.fills[0]
        return self._fill() or [self.pull()]

    def _compare(self, theirs):
        self.agreed = self.store.digest() == theirs
        if self.agreed or self.repairs == REPAIRS_MAX:
            self.store.is_afresh = False
            self.store.has_missed_deletions &= not self.agreed
            return []
        self.agreed = None
        self.repairs += 1
        self.repair = Repair(self.store)
        return self._ask()

    def _ask(self):
        question = self.repair.next()
        if question is None:
            note = self.repair.note
            if self.store.has_missed_deletions:    # what is gone was to be found
                note['removed'] = []
            if any(note.values()):
                self.store.notes.append(note)
            self.repair = None
            return [self.pull()]
        what, about = question
        return [messages.message(what, **{{'inspect': 'prefixes', 'fetch': 'ids'}[what]: about})]

    def _buckets(self, lines, seq, **envelope):
        if self.repair is None:
            return []
        self.repair.take_buckets(lines)
        return self._ask()

    def _fetched(self, lines, last):
        if self.repair is None:
            return []
        self.repair.take_fetched(lines, last)
        self.store.settle()
        return self._ask() if last else []

    def _refused(self, lines, code, message, fatal, retry_after_ms, field=None, limit=None):
        self.refusals.append(code)
        if code == 'counter_gap':
            self.sent = 0
            return self.push()
        return []


def _bytes(pending):
    return len(pending.line.encode()) + 1
