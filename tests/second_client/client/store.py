"""What a device remembers (PROTOCOL.md, 1). In memory: a copy.deepcopy() of it is a backup of the device."""
import dataclasses

from client import digest

WRITTEN_MAX = 10_000


@dataclasses.dataclass
class Pending:
    """An operation of our own that the server's state does not contain yet."""
    operation: dict
    line: str
    outcome: dict | None = None


@dataclasses.dataclass
class Fill:
    """What lies behind the cursor and is still to come (PROTOCOL.md, 14)."""
    part: str
    after: int
    until: int
    scopes: list | None = None


@dataclasses.dataclass
class Store:
    person: str
    device: str
    home: str
    token: str
    epoch: str = ''
    cursor: int = 0
    counter: int = 0          # number of the newest operation
    stamp: int = 0            # `at` of the newest operation
    offset: int = 0           # server's clock minus ours, in milliseconds
    scopes: list = dataclasses.field(default_factory=list)
    rows: dict = dataclasses.field(default_factory=dict)     # id -> record as the server sent it
    outbox: list = dataclasses.field(default_factory=list)   # Pending, oldest first
    tray: list = dataclasses.field(default_factory=list)     # Pending that were rejected, with their outcome
    written: dict = dataclasses.field(default_factory=dict)  # n -> Pending: for a server that went back
    fills: list = dataclasses.field(default_factory=list)
    is_afresh: bool = False   # the server went back: versions of before say nothing until all has come and was compared
    notes: list = dataclasses.field(default_factory=list)    # of repairs, for people
    has_missed_deletions: bool = False    # rows may be held that the server has forgotten

    @property
    def undecided(self):
        return [one for one in self.outbox if one.outcome is None]

    @property
    def acked(self):
        """Everything up to here was decided, and we remember how."""
        return self.undecided[0].operation['n'] - 1 if self.undecided else self.counter

    def visible(self):
        held = {(node, audience) for node, audience in self.scopes}
        return [row for row in self.rows.values() if (row['place'], row['audience']) in held]

    def digest(self):
        return digest.digest((row['id'], row['version']) for row in self.visible())

    def append(self, pending):
        self.outbox.append(pending)
        self.written[pending.operation['n']] = pending
        while len(self.written) > WRITTEN_MAX:
            del self.written[min(self.written)]

    def take(self, row):
        """One line of a page."""
        held = self.rows.get(row['id'])
        if held and held['version'] >= row['version'] and not self.is_afresh:
            return
        if 'gone' in row:
            self.rows.pop(row['id'], None)
        else:
            self.rows[row['id']] = row

    def take_scopes(self, scopes):
        """The set the server names replaces the one before."""
        gained = [scope for scope in scopes if scope not in self.scopes]
        self.scopes = scopes
        self.rows = {row['id']: row for row in self.visible()}
        for fill in self.fills:
            if fill.scopes is not None:
                fill.scopes = [scope for scope in fill.scopes if scope in scopes]
        if gained:
            self.fills.append(Fill('all', 0, self.cursor, gained))
        self.fills = [fill for fill in self.fills if fill.scopes != []]

    def begin_anew(self, head, scopes):
        """Live from here; everything before is filled."""
        self.cursor, self.scopes = head, scopes
        self.fills = [Fill(part, 0, head) for part in ('first', 'rest')]

    def go_back(self, last_counter):
        """The server knows nothing of what we did after `last_counter`: it is undecided again, in the same bytes."""
        self.is_afresh = True
        again = [self.written.get(n) or passed(n) for n in range(last_counter + 1, self.counter + 1)]
        for pending in again:
            pending.outcome = None
        numbers = {pending.operation['n'] for pending in again}
        self.tray = [pending for pending in self.tray if pending.operation['n'] not in numbers]
        self.outbox = [pending for pending in self.outbox if pending.operation['n'] not in numbers] + again

    def decide(self, outcome):
        for pending in self.outbox:
            if pending.operation['n'] == outcome['n'] and pending.outcome is None:
                pending.outcome = outcome
                if outcome['result'] == 'rejected':
                    self.outbox.remove(pending)
                    if 'do' in pending.operation:    # a number that was passed concerns nobody
                        self.tray.append(pending)
                return

    def settle(self, caught_up_at=0):
        """Takes off what the server's state contains by now."""
        def is_contained(pending):
            outcome, row = pending.outcome, self.rows.get(pending.operation.get('id'))
            return outcome and (caught_up_at >= outcome['seq']
                                or (row and outcome['version'] and row['version'] >= outcome['version']))
        self.outbox = [pending for pending in self.outbox if not is_contained(pending)]


def passed(n):
    """A number whose operation is not to be done any more."""
    return Pending({'n': n}, f'{{"n":{n}}}')
