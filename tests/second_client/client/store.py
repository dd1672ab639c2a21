"""What a device remembers (PROTOCOL.md, 1). In memory: a copy.deepcopy() of it is a backup of the device."""
import dataclasses

from client import digest


@dataclasses.dataclass
class Pending:
    """An operation of our own that the server's state does not contain yet."""
    operation: dict
    line: str
    outcome: dict | None = None


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

    @property
    def undecided(self):
        return [one for one in self.outbox if one.outcome is None]

    @property
    def acked(self):
        """Everything up to here was decided, and we remember how."""
        return self.undecided[0].operation['n'] - 1 if self.undecided else self.counter

    def digest(self):
        held = {(node, audience) for node, audience in self.scopes}
        return digest.digest((row['id'], row['version']) for row in self.rows.values()
                             if (row['place'], row['audience']) in held)

    def take(self, row):
        """One line of a page."""
        held = self.rows.get(row['id'])
        if held and held['version'] >= row['version']:
            return
        if 'gone' in row:
            self.rows.pop(row['id'], None)
        else:
            self.rows[row['id']] = row

    def take_scopes(self, scopes):
        """The set the server names replaces the one before."""
        before, after = ({(node, audience) for node, audience in some} for some in (self.scopes, scopes))
        self.rows = {key: row for key, row in self.rows.items() if (row['place'], row['audience']) in after}
        if after - before:
            self.cursor = 0   # what lies behind the cursor in the new scopes was never ours to see
        self.scopes = scopes

    def decide(self, outcome):
        for pending in self.outbox:
            if pending.operation['n'] == outcome['n'] and pending.outcome is None:
                pending.outcome = outcome
                if outcome['result'] == 'rejected':
                    self.outbox.remove(pending)
                    self.tray.append(pending)
                return

    def settle(self, caught_up_at=0):
        """Takes off what the server's state contains by now."""
        def is_contained(pending):
            outcome, row = pending.outcome, self.rows.get(pending.operation['id'])
            return outcome and (caught_up_at >= outcome['seq']
                                or (row and outcome['version'] and row['version'] >= outcome['version']))
        self.outbox = [pending for pending in self.outbox if not is_contained(pending)]
