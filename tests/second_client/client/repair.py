"""Finding what differs by prefixes, and putting it right (PROTOCOL.md, 15)."""
import uuid

from client import digest

PREFIXES_MAX = 64
FETCH_MAX = 500


def prefix_hash(record_id):
    return digest.blake2b_128(uuid.UUID(record_id).bytes).hexdigest()


class Repair:
    """One descent from the root. `next()` is what to ask now: ('inspect', prefixes), ('fetch', ids), or None when done."""

    def __init__(self, store):
        self.store = store
        self.prefixes, self.wanted = [''], []
        self.note = {'fetched': [], 'removed': []}

    def next(self):
        if self.prefixes:
            return 'inspect', self.prefixes[:PREFIXES_MAX]
        if self.wanted:
            return 'fetch', self.wanted[:FETCH_MAX]
        return None

    def take_buckets(self, lines):
        answered = {line['prefix'] for line in lines}
        self.prefixes = [prefix for prefix in self.prefixes if prefix not in answered]
        for line in lines:
            if 'children' in line:
                self.prefixes += self.differing(line['prefix'], line['children'])
            else:
                self.compare(line['prefix'], dict(map(tuple, line['records'])))

    def take_fetched(self, rows, is_last):
        for row in rows:
            self.store.rows[row['id']] = row
            self.note['fetched'].append(row['id'])
        if is_last:
            asked, self.wanted = self.wanted[:FETCH_MAX], self.wanted[FETCH_MAX:]
            for missing in set(asked) - set(self.note['fetched']):
                self.remove(missing)

    def beneath(self, prefix):
        return [row for row in self.store.visible() if prefix_hash(row['id']).startswith(prefix)]

    def differing(self, prefix, children):
        beneath = self.beneath(prefix)
        for digit, (count, total) in zip('0123456789abcdef', children, strict=True):
            own = [(row['id'], row['version']) for row in beneath if prefix_hash(row['id']).startswith(prefix + digit)]
            if digest.digest(own) != (count, total):
                yield prefix + digit

    def compare(self, prefix, theirs):
        own = {row['id']: row['version'] for row in self.beneath(prefix)}
        self.wanted += [one for one, version in theirs.items() if own.get(one) != version]
        for one in own.keys() - theirs.keys():
            self.remove(one)

    def remove(self, record_id):
        """What was held nowhere else stays in the note."""
        if record_id in self.store.rows:
            self.note['removed'].append(self.store.rows.pop(record_id))
