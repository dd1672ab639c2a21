"""Second clients beside real ones, on a server with the demo's organisation: what the tests here begin with."""
import logging
import unittest

from client import catalog, enrolment
from client.device import Device
from client.link import Link, meet, quiet, sync
from client.store import Store
from programs import PASSWORD, ROOT, WithServer

CATALOG = catalog.read((ROOT / 'tests' / 'fixtures' / 'catalog.ndjson').read_text(encoding='utf-8').splitlines())
CHEN = '0197a000-0000-7002-8000-000000000001'    # headquarters
WU = '0197a000-0000-7002-8000-000000000007'      # site manager in 徐汇 and 西湖
XUHUI = '0197a000-0000-7001-8000-000000000011'
TIANHE = '0197a000-0000-7001-8000-000000000021'
WANGS_GRANT = '0197a000-0000-7003-8000-000000000006'

# The event loop of a test waits while the real programs run; it need not say so.
logging.getLogger('asyncio').setLevel(logging.ERROR)


class SecondClient(WithServer, unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        super().setUp()
        for login, person in (('chen', CHEN), ('wu', WU)):
            self.server.command('person', 'add', '--login', login, '--id', person)

    def second(self, login='wang', device_id=None):
        """A client of ours that is enrolled."""
        self.url, said = enrolment.enrol(self.server.link(login=login), PASSWORD, 'a second client', device_id)
        store = Store(said['person'], said['device'], said['home'], said['token'])
        return Device(store, CATALOG)

    async def connected(self, device):
        link = await self.enterAsyncContext(Link(self.url))
        await meet(device, link)
        return link

    async def synced(self, login='wang'):
        device = self.second(login)
        return device, await self.back(device)

    async def back(self, device):
        """Connected, and nothing is left to say."""
        link = await self.connected(device)
        await self.assert_quiet(device, link)
        return link

    async def assert_quiet(self, device, link):
        await quiet(device, link)
        self.assertIs(device.agreed, True)

    async def assert_agrees(self, device, link):
        """After sending what there is, or after asking."""
        await sync(device, link)
        self.assertIs(device.agreed, True)

    def server_holds(self, login='wang'):
        return {row['id']: row for row in self.server.command('dump', '--person', login).lines}
