"""One real server, the demo's people connected to it, and the model beside it: each push goes to both."""
import contextlib
import json
import pathlib
import tempfile
import time

from client import catalog, enrolment, messages
from client.link import Link
from model import Authority, Author
from programs import PASSWORD, ROOT, WANG, Server

CATALOG = catalog.read((ROOT / 'tests' / 'fixtures' / 'catalog.ndjson').read_text(encoding='utf-8').splitlines())
PEOPLE = {'chen': 1, 'zhao': 2, 'sun': 3, 'zhang': 4, 'li': 5, 'wang': 6, 'wu': 7, 'zheng': 8}
DEVICES = ['chen', 'sun', 'zhang', 'zhang', 'wu', 'wang', 'wang', 'zhao', 'li', 'zheng']
HEADQUARTERS = 'd580725b-1554-86ac-83cc-6dde6e4cd540'


class Difference(Exception):
    """Where server and model part."""

    def __init__(self, said, expected):
        super().__init__(f'\n  server {said}\n  model  {expected}')


class Connected:
    """A device as far as pushing goes."""

    def __init__(self, login, said, link):
        self.login, self.author, self.token, self.link = login, Author(said['person'], said['device']), said['token'], link
        self.counter = 0

    async def hello(self):
        await self.link.send(messages.message('hello', protocol=1, schema='', token=self.token, epoch='', cursor=0,
                                              acked=0, scopes=''))
        return await self.answer('welcome')

    async def answer(self, wanted):
        """The next message of this name, or a refusal. Changed scopes concern pages, and nobody pulls here."""
        while True:
            envelope, lines = messages.read(await self.link.receive())
            if envelope['t'] in (wanted, 'refused'):
                return envelope, lines


class World(contextlib.AsyncExitStack):
    async def start(self):
        folder = pathlib.Path(self.enter_context(tempfile.TemporaryDirectory(prefix='zhixing-model-')))
        self.server = Server(folder)
        for login, number in PEOPLE.items():
            if login != 'wang':
                self.server.command('person', 'add', '--login', login, '--id', f'{WANG[:-1]}{number}')
        self.callback(self.server.stop)
        self.server.start()
        self.devices, self.windows = [], []
        for login in DEVICES:
            url, said = enrolment.enrol(self.server.link(login=login), PASSWORD, login)
            self.devices.append(Connected(login, said, await self.enter_async_context(Link(url))))
            welcome, _ = await self.devices[-1].hello()
        self.model = Authority(CATALOG, self.dump(), welcome['head'])
        self.fixed = {'node': [row['id'] for row in self.dump() if row['type'] == 'node'],
                      'person': [row['id'] for row in self.dump() if row['type'] == 'person']}

    def dump(self):
        return self.server.command('dump').lines

    async def push(self, device, lines, acked=0):
        """To both; raises Difference. The clocks of both are this machine's, so that the model's now is within a window."""
        operations = [json.loads(line) for line in lines]
        before = int(time.time() * 1000)
        await device.link.send(messages.message('push', lines, acked=acked))
        envelope, said = await device.answer('outcomes')
        after = int(time.time() * 1000)
        self.windows.append((before, after))
        expected = self.model.push(device.author, acked, operations, before)
        if envelope['t'] != 'outcomes':
            raise Difference(envelope, expected)
        for outcome in said:
            outcome.pop('message', None)
        for one, other in zip(said, expected, strict=True):
            if one != other:
                raise Difference(one, other)
        while int(time.time() * 1000) <= after:
            pass    # so that the nows of two pushes differ
        return said

    def compare_records(self, ids=None):
        """What a dump shows against the model's live records."""
        said = {row['id']: row for row in self.dump() if ids is None or row['id'] in ids}
        expected = {record.id: record.line() for record in self.model.records.values()
                    if not record.is_deleted and (ids is None or record.id in ids)}
        nows = {before: after for before, after in self.windows}
        for one in sorted(said.keys() | expected.keys()):
            if not self.is_same_row(said.get(one), expected.get(one), nows):
                raise Difference(said.get(one), expected.get(one))

    @staticmethod
    def is_same_row(said, expected, nows):
        if said is None or expected is None or said.keys() != expected.keys():
            return False
        return all(said[key] == value or (key.endswith('_at') and value <= said[key] <= nows.get(value, 0))
                   for key, value in expected.items())
