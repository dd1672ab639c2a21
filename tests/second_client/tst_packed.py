"""The packed form, read by a client that knows it from the page alone."""
import json
import unittest

from client import packed
from client.link import Link, meet
from programs import ROOT
from with_second_client import CATALOG, SecondClient

NAMES = packed.Names(CATALOG)
VECTORS = [json.loads(line) for line in
           (ROOT / 'tests' / 'fixtures' / 'protocol' / 'packed.ndjson').read_text(encoding='utf-8').splitlines()]


class Reading(unittest.TestCase):
    def test_every_example_is_read_as_its_message(self):
        self.assertGreater(len(VECTORS), 20)
        for vector in VECTORS:
            with self.subTest(vector['name'], names=vector['names']):
                data = bytes.fromhex(vector['packed'])
                self.assertEqual(packed.unpack(NAMES if vector['names'] else None, data), vector['message'])

    def test_message_says_its_name_without_the_catalog(self):
        for vector in VECTORS:
            t = json.loads(vector['message'].split('\n', 1)[0])['t']
            self.assertEqual(packed.name(bytes.fromhex(vector['packed'])), t)


class Syncing(SecondClient):
    async def test_first_sync_over_a_packed_connection_brings_the_same_in_less_than_half_of_the_bytes(self):
        plain, link = await self.synced()
        device = self.second()
        packed_link = await self.enterAsyncContext(Link(self.url, NAMES))
        await meet(device, packed_link)
        await self.assert_quiet(device, packed_link)

        self.assertEqual(device.store.rows, plain.store.rows)
        self.assertLess(packed_link.bytes_received * 2, link.bytes_received)

    async def test_edit_over_a_packed_connection_arrives_everywhere(self):
        plain, link = await self.synced()
        device = self.second()
        packed_link = await self.enterAsyncContext(Link(self.url, NAMES))
        await meet(device, packed_link)
        await self.assert_quiet(device, packed_link)

        record = device.add('feedback', {'text': '排队的人说等得太久'})
        await self.assert_agrees(device, packed_link)
        await self.assert_agrees(plain, link)

        self.assertEqual(plain.store.rows[record]['text'], '排队的人说等得太久')


if __name__ == '__main__':
    unittest.main()
