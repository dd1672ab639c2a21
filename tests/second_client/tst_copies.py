"""Filling, comparing, repairing, and a server that went back: how a copy becomes whole, and whole again."""
import unittest

from client import messages
from client.link import step, until
from programs import CAMPAIGN
from with_second_client import XUHUI, SecondClient


class Filling(SecondClient):
    def many(self, count=1700):
        self.server.take_in(*({'type': 'feedback', 'text': f'第 {number} 条', 'place': XUHUI} for number in range(count)))

    async def filled(self, device, link, answers):
        """Until so many answers to its fills have come."""
        while answers:
            text = await link.receive()
            answers -= messages.read(text)[0]['t'] == 'filled'
            await link.send(*device.receive(text))

    async def test_new_device_is_live_while_it_fills(self):
        self.many()
        device = self.second()
        link = await self.connected(device)
        await self.filled(device, link, 2)
        self.assertTrue(device.store.fills)
        written = device.add('feedback', {'text': '边装边写', 'campaign': CAMPAIGN})
        await link.send(*device.push())

        await until(device, link, lambda: written in device.store.rows)

        self.assertTrue(device.store.fills)
        await self.assert_quiet(device, link)
        self.assertEqual(self.server_holds(), device.store.rows)

    async def test_broken_connection_costs_a_fill_one_answer(self):
        self.many()
        device = self.second()
        link = await self.connected(device)
        await self.filled(device, link, 3)
        held, after = len(device.store.rows), device.store.fills[0].after
        link.vanish()

        link = await self.connected(device)
        self.assertEqual(after, device.store.fills[0].after)
        self.assertGreater(held, 0)
        await self.assert_quiet(device, link)

        self.assertEqual(self.server_holds(), device.store.rows)

    async def test_first_come_the_types_that_a_first_screen_needs(self):
        self.many()
        device = self.second()
        link = await self.connected(device)

        while len(device.store.fills) == 2:
            await step(device, link)

        self.assertIn('task', {row['type'] for row in device.store.rows.values()})
        self.assertNotIn('comment', {row['type'] for row in device.store.rows.values()})


class Repairing(SecondClient):
    async def test_wrong_lost_and_invented_rows_are_put_right_and_noted(self):
        device, link = await self.synced()
        wrong, lost, copied = list(device.store.rows)[:3]
        device.store.rows[wrong] = {**device.store.rows[wrong], 'version': 77}
        del device.store.rows[lost]
        invented = {**device.store.rows[copied], 'id': '00000000-0000-4000-8000-000000000001'}
        device.store.rows[invented['id']] = invented

        await self.assert_agrees(device, link)

        self.assertEqual(self.server_holds(), device.store.rows)
        self.assertEqual([{'fetched': sorted([wrong, lost]), 'removed': [invented]}],
                         [{**note, 'fetched': sorted(note['fetched'])} for note in device.store.notes])

    async def test_unsent_work_is_no_part_of_a_repair(self):
        device, link = await self.synced()
        task = next(key for key, row in device.store.rows.items() if (row['type'], row['place']) == ('task', XUHUI))
        del device.store.rows[next(key for key, row in device.store.rows.items() if row['type'] == 'feedback')]
        device.edit(task, {'progress': 77})

        await self.assert_agrees(device, link)

        self.assertEqual(77, device.show(task)['progress'])
        self.assertEqual(self.server_holds(), device.store.rows)


class MonthsAway(SecondClient):
    async def test_deletions_that_the_server_forgot_are_found_without_a_note(self):
        device, link = await self.synced()
        self.server.take_in(*({'type': 'feedback', 'text': f'第 {number} 条', 'place': XUHUI} for number in range(150)))
        await self.assert_agrees(device, link)
        gone = [key for key, row in device.store.rows.items() if row.get('text', '').startswith('第')][:120]
        link.vanish()
        other, other_link = await self.synced('wu')
        for record in gone:
            other.delete(record)
        await self.assert_agrees(other, other_link)
        kept = device.add('feedback', {'text': '离线写的'})
        task = next(key for key, row in device.store.rows.items() if (row['type'], row['place']) == ('task', XUHUI))
        device.edit(task, {'progress': 41})
        forgotten = self.server.command('compact', '--before', '2200-01-01').lines[0]
        self.assertEqual(len(gone), forgotten['deleted'])

        await self.back(device)

        self.assertEqual(self.server_holds(), device.store.rows)
        self.assertEqual(('离线写的', 41), (device.store.rows[kept]['text'], device.store.rows[task]['progress']))
        self.assertEqual([], device.store.notes)
        self.assertFalse(device.store.has_missed_deletions)
        self.assertEqual('ok', self.server.command('check').lines[0]['result'])


class WentBack(SecondClient):
    async def set_back(self, work):
        """A backup, then what `work` does, then the backup again. Returns what work did."""
        copy = self.folder / 'copy.db'
        self.assertEqual(0, self.server.command('backup', '--to', copy).status)
        done = await work()
        self.server.stop()
        restored = self.server.command('restore', '--from', copy)
        self.assertEqual(0, restored.status, restored.errors)
        self.server.start()
        self.url = f'{self.server.url}/sync'
        return done

    async def test_device_gives_back_what_the_server_lost(self):
        device, link = await self.synced()
        epoch = device.store.epoch

        async def work():
            written = device.add('feedback', {'text': '备份之后'})
            device.edit(written, {'rating': 4})
            device.add('budget_line', {'item': '越权', 'amount': 1})
            await self.assert_agrees(device, link)
            return written
        written = await self.set_back(work)
        self.assertNotIn(written, self.server_holds())

        await self.back(device)

        self.assertNotEqual(epoch, device.store.epoch)
        self.assertEqual(('备份之后', 4), tuple(self.server_holds()[written][key] for key in ('text', 'rating')))
        self.assertEqual(self.server_holds(), device.store.rows)
        self.assertEqual(['forbidden'], [pending.outcome['code'] for pending in device.store.tray])

    async def test_what_nobody_can_give_back_stays_in_the_note(self):
        device, link = await self.synced()

        async def work():
            self.server.take_in({'type': 'feedback', 'text': '总部写的', 'place': XUHUI})
            await until(device, link, lambda: any(row.get('text') == '总部写的' for row in device.store.rows.values()))
        await self.set_back(work)

        await self.back(device)

        self.assertEqual(self.server_holds(), device.store.rows)
        self.assertEqual(['总部写的'], [row['text'] for note in device.store.notes for row in note['removed']])

    async def test_cursor_ahead_of_the_server_begins_anew(self):
        device, _ = await self.synced()
        device.store.cursor += 1000

        await self.back(device)

        self.assertEqual(self.server_holds(), device.store.rows)


if __name__ == '__main__':
    unittest.main()
