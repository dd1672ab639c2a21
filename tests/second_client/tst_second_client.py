"""What the protocol's page promises, kept by a client that knows nothing but that page: against the real server, beside a
real device."""
import copy
import unittest

from client import enrolment, messages
from client.device import Device
from client.link import Link, step, sync, until
from programs import CAMPAIGN, PASSWORD, WANG
from with_second_client import CATALOG, CHEN, TIANHE, WU, XUHUI, SecondClient


class Enrolling(SecondClient):
    async def test_link_makes_a_device_that_the_server_welcomes(self):
        device = self.second()

        await self.connected(device)

        self.assertEqual(WANG, device.store.person)
        self.assertEqual(XUHUI, device.store.home)
        self.assertTrue(device.store.epoch)
        self.assertIn([XUHUI, 'everyone'], device.store.scopes)
        self.assertNotIn(TIANHE, [node for node, _ in device.store.scopes])

    async def test_code_works_once(self):
        link = self.server.link()
        enrolment.enrol(link, PASSWORD, 'first')

        with self.assertRaises(enrolment.Refused) as refused:
            enrolment.enrol(link, PASSWORD, 'second')

        self.assertEqual('enrolment_used', refused.exception.code)

    async def test_enrolling_again_stays_the_same_device_and_its_numbers_go_on(self):
        device, link = await self.synced()
        device.add('feedback', {'text': '第一条'})
        await self.assert_agrees(device, link)

        again = self.second(device_id=device.store.device)
        await self.connected(again)

        self.assertEqual(device.store.device, again.store.device)
        self.assertEqual(1, again.store.counter)

    async def test_revoked_device_is_told_so_and_keeps_its_work(self):
        device, link = await self.synced()
        device.add('feedback', {'text': '还没发出'})
        self.server.command('device', 'revoke', device.store.device)

        await until(device, link, lambda: device.refusals)

        self.assertEqual(['device_revoked'], device.refusals)
        self.assertEqual(1000, await link.closed())
        self.assertEqual(1, len(device.store.undecided))


class Syncing(SecondClient):
    async def test_first_sync_brings_exactly_what_the_server_would_show(self):
        device, _ = await self.synced()

        self.assertEqual(self.server_holds(), device.store.rows)

    async def test_large_organisation_comes_page_by_page_for_credit(self):
        self.server.take_in(*({'type': 'feedback', 'text': f'第 {number} 条', 'place': XUHUI} for number in range(1700)))
        device = self.second()
        link = await self.enterAsyncContext(Link(self.url))
        await link.send(device.hello())
        device.receive(await link.receive())
        device.store.cursor, device.store.fills = 0, []    # a client that knows nothing of filling reads the feed from its start

        await link.send(messages.message('pull', cursor=0, credit=1))
        pages = 0
        while device.agreed is None:
            envelope, lines = messages.read(text := await link.receive())
            pages += envelope['t'] == 'page'
            self.assertLessEqual(len(lines), 500)
            await link.send(*device.receive(text))

        self.assertGreaterEqual(pages, 4)
        self.assertIs(device.agreed, True)
        self.assertEqual(self.server_holds(), device.store.rows)

    async def test_what_it_records_reaches_the_other_client(self):
        other = self.enrolled()
        device, link = await self.synced()
        task = next(row for row in device.store.rows.values() if row['type'] == 'task' and row['status'] == 'in_progress')
        feedback = device.add('feedback', {'text': '排队太久', 'rating': 2, 'tags': ['签到', '排队'], 'campaign': CAMPAIGN,
                                           'location': [31.195202, 121.437521, 15], 'answers': {'q1': '是'}})
        device.edit(task['id'], {'progress': 60, 'status': 'done'})
        await self.assert_agrees(device, link)

        self.assertEqual(0, other.run('sync', '--once').status)

        self.assertEqual(device.show(feedback), other.run('show', 'feedback', feedback).lines[0])
        self.assertEqual(60, other.run('show', 'task', task['id']).lines[0]['progress'])

    async def test_what_the_other_client_records_comes_live(self):
        device, link = await self.synced()
        other = self.enrolled()
        written = other.add_feedback('现场反馈').lines[0]['id']
        self.assertEqual(0, other.run('sync', '--once').status)

        await until(device, link, lambda: written in device.store.rows)

        self.assertEqual('现场反馈', device.show(written)['text'])
        await self.assert_agrees(device, link)

    async def test_own_work_stays_on_top_until_the_servers_state_contains_it(self):
        device, link = await self.synced()
        written = device.add('feedback', {'text': '先是这样'})
        device.edit(written, {'text': '后来改了'})
        self.assertEqual('后来改了', device.show(written)['text'])

        await link.send(*device.push())
        while device.store.outbox:
            await step(device, link)
            self.assertEqual('后来改了', device.show(written)['text'])

        self.assertEqual('后来改了', device.store.rows[written]['text'])

    async def test_binary_frames_are_answered_in_kind(self):
        device = self.second()
        link = await self.enterAsyncContext(Link(self.url))
        await link.send(device.hello().encode())

        welcome = await link.receive()

        self.assertIsInstance(welcome, bytes)
        device.receive(welcome.decode())
        self.assertTrue(device.is_welcome)



class Refusing(SecondClient):
    async def test_rejected_operation_says_code_and_field_and_waits_in_the_tray(self):
        device, link = await self.synced()
        forbidden = device.add('budget_line', {'item': '越权', 'amount': 1})
        device.add('feedback', {'text': '长' * 6001})
        fine = device.add('feedback', {'text': '正常'})
        await self.assert_agrees(device, link)

        said = [{key: pending.outcome.get(key) for key in ('n', 'code', 'field', 'limit')} for pending in device.store.tray]
        self.assertEqual([{'n': 1, 'code': 'forbidden', 'field': None, 'limit': None},
                          {'n': 2, 'code': 'too_long', 'field': 'text', 'limit': 6000}], said)
        self.assertIsNone(device.show(forbidden))
        self.assertEqual(1, device.show(fine)['version'])
        self.assertEqual('越权', device.store.tray[0].operation['set']['item'])

    async def test_operation_that_cannot_be_read_is_rejected_alone(self):
        device, link = await self.synced()
        device.add('feedback', {'no_such_field': 1})
        device.add('feedback', {'rating': 'five'})
        fine = device.add('feedback', {'text': '好'})
        await self.assert_agrees(device, link)

        self.assertEqual(['unknown_field', 'wrong_type'], [pending.outcome['code'] for pending in device.store.tray])
        self.assertEqual(1, device.show(fine)['version'])

    async def test_group_is_taken_as_a_whole_or_not_at_all(self):
        device, link = await self.synced()
        with device.together():
            first = device.add('feedback', {'text': '一起'})
            second = device.add('feedback', {'text': '也一起'})
        with device.together():
            third = device.add('feedback', {'text': '随它去'})
            device.add('budget_line', {'item': '越权', 'amount': 1})
        await self.assert_agrees(device, link)

        self.assertEqual([1, 1, None], [row and row['version'] for row in map(device.show, (first, second, third))])
        self.assertEqual(['group_failed', 'forbidden'], [pending.outcome['code'] for pending in device.store.tray])

    async def test_own_spend_is_not_approved_by_its_author(self):
        device, link = await self.synced('wu')
        line = next(row for row in device.store.rows.values() if row['type'] == 'budget_line')
        spend = device.add('spend', {'budget_line': line['id'], 'amount': 100})
        device.edit(spend, {'state': 'approved'})
        await self.assert_agrees(device, link)

        self.assertEqual([('self_approval', 'state')], [(one.outcome['code'], one.outcome['field']) for one in device.store.tray])
        self.assertEqual('submitted', device.show(spend)['state'])

    async def test_spend_above_the_limit_takes_a_second_person_of_a_higher_role(self):
        device, link = await self.synced()
        manager, managers = await self.synced('wu')
        higher, highers = await self.synced('chen')
        line = next(row for row in device.store.rows.values() if row['type'] == 'budget_line')
        spend = device.add('spend', {'budget_line': line['id'], 'amount': 500_001})
        await self.assert_agrees(device, link)
        await self.assert_agrees(manager, managers)

        manager.edit(spend, {'state': 'approved'})
        manager.edit(spend, {'endorsed_by': [CHEN]})    # in somebody else's name
        await self.assert_agrees(manager, managers)
        self.assertEqual([('second_approval', 'amount', 500_000), ('forbidden', 'endorsed_by', None)],
                         [tuple(map(one.outcome.get, ('code', 'field', 'limit'))) for one in manager.store.tray])

        manager.edit(spend, {'endorsed_by': [WU]})
        await self.assert_agrees(manager, managers)
        self.assertEqual('submitted', manager.show(spend)['state'])
        await self.assert_agrees(higher, highers)
        higher.edit(spend, {'state': 'approved'})
        await self.assert_agrees(higher, highers)
        self.assertEqual(('approved', [WU], CHEN), tuple(map(higher.show(spend).get, ('state', 'endorsed_by', 'decided_by'))))

    async def test_message_that_cannot_be_read_ends_this_connection_only(self):
        other, others = await self.synced('wu')
        device, link = await self.synced()

        await link.send('{"t":"push","acked":0}\n{"do":"add"}')
        await until(device, link, lambda: device.refusals)

        self.assertEqual(['required'], device.refusals)
        self.assertEqual(1000, await link.closed())
        await self.assert_agrees(other, others)


class Repeating(SecondClient):
    async def lost_answer(self, device):
        """Pushes, and the network goes when the answer is under way. Returns the answer that never arrived."""
        link = await self.connected(device)
        while not (text := await link.receive()).startswith('{"t":"outcomes"}'):
            device.receive(text)
        link.vanish()
        return text

    async def test_push_whose_answer_was_lost_is_answered_with_the_same_bytes(self):
        device = self.second()
        written = device.add('feedback', {'text': '只此一次'})
        device.edit(written, {'rating': 4})
        device.add('budget_line', {'item': '越权', 'amount': 1})
        lost = await self.lost_answer(device)
        self.assertEqual(3, len(device.store.undecided))

        again = await self.lost_answer(device)

        self.assertEqual(lost, again)
        await self.back(device)
        self.assertEqual(2, device.show(written)['version'])
        self.assertEqual(1, sum(row.get('text') == '只此一次' for row in self.server_holds().values()))

    async def test_outcome_that_was_acknowledged_is_forgotten_but_nothing_done_twice(self):
        device, link = await self.synced()
        written = device.add('feedback', {'text': '只此一次'})
        line = device.store.outbox[0].line
        await self.assert_agrees(device, link)

        await link.send(messages.message('push', [line], acked=1))
        while True:
            envelope, lines = messages.read(await link.receive())
            if envelope['t'] == 'outcomes':
                break

        self.assertEqual([(1, 'duplicate')], [(outcome['n'], outcome['result']) for outcome in lines])
        self.assertEqual(1, self.server_holds()[written]['version'])

    async def test_gap_in_the_numbers_is_refused_and_filled(self):
        device, link = await self.synced()
        device.add('feedback', {'text': '一'})
        device.add('feedback', {'text': '二'})

        await link.send(messages.message('push', [device.store.outbox[1].line], acked=0))
        await until(device, link, lambda: device.refusals)
        await self.assert_agrees(device, link)

        self.assertEqual(['counter_gap'], device.refusals)
        self.assertEqual(2, device.store.acked)

    async def test_store_put_back_to_an_older_copy_does_not_reuse_numbers(self):
        device, link = await self.synced()
        older = copy.deepcopy(device.store)
        device.add('feedback', {'text': '副本之后'})
        await self.assert_agrees(device, link)

        device = Device(older, CATALOG)
        link = await self.back(device)
        device.add('feedback', {'text': '复原之后'})
        await self.assert_agrees(device, link)

        self.assertEqual(2, device.store.counter)
        self.assertEqual({'副本之后', '复原之后'}, {row.get('text') for row in device.store.rows.values()} & {'副本之后', '复原之后'})

    async def test_more_than_may_be_under_way_at_once_arrives(self):
        device, link = await self.synced()
        for number in range(2600):
            device.add('feedback', {'text': f'第 {number} 条'})

        await self.assert_agrees(device, link)

        self.assertEqual(2600, device.store.acked)


if __name__ == '__main__':
    unittest.main()
