"""Two people change one record, or what one of them may see: what each of their devices makes of it."""
import json
import unittest

from client.link import until
from programs import CAMPAIGN, WANG
from with_second_client import CHEN, TIANHE, WANGS_GRANT, WU, XUHUI, SecondClient


class Meeting(SecondClient):
    """Two people, one record."""

    async def asyncSetUp(self):
        self.chen, self.chens = await self.synced('chen')
        self.wu, self.wus = await self.synced('wu')
        self.task = self.wu.add('task', {'campaign': CAMPAIGN, 'site': XUHUI, 'title': '挂横幅', 'remark': 'Hang it high. 三楼',
                                         'counted': 5, 'tags': ['a', 'b'], 'deliverable': '一条横幅'})
        await self.assert_agrees(self.wu, self.wus)
        await self.assert_agrees(self.chen, self.chens)

    async def both(self, chens, wus):
        """Both edit without knowing of each other, Chen's arrives first. Returns Wu's outcome."""
        self.chen.edit(self.task, chens)
        self.wu.edit(self.task, wus)
        await self.assert_agrees(self.chen, self.chens)
        pending = self.wu.store.outbox[-1]
        await self.assert_agrees(self.wu, self.wus)
        await self.assert_agrees(self.chen, self.chens)
        self.assertEqual(self.chen.show(self.task), self.wu.show(self.task))
        return pending.outcome

    async def test_different_fields_are_both_taken(self):
        outcome = await self.both({'title': '挂两条横幅'}, {'progress': 30})

        self.assertEqual('applied', outcome['result'])
        self.assertEqual(('挂两条横幅', 30), (self.wu.show(self.task)['title'], self.wu.show(self.task)['progress']))

    async def test_counter_set_and_text_hold_what_both_did(self):
        outcome = await self.both({'counted': 7, 'tags': ['b', 'c'], 'remark': 'Hang it high. 四楼'},
                                  {'counted': 6, 'tags': ['a', 'b', 'd'], 'remark': 'Hang it very high. 三楼'})

        self.assertEqual('merged', outcome['result'])
        shown = self.wu.show(self.task)
        self.assertEqual((8, ['b', 'c', 'd'], 'Hang it very high. 四楼'), tuple(shown[key] for key in ('counted', 'tags', 'remark')))

    async def test_value_that_lost_is_in_a_conflict_record_for_both(self):
        outcome = await self.both({'deliverable': '两条横幅'}, {'deliverable': '一面旗'})

        self.assertEqual('conflict', outcome['result'])
        kept = self.chen.show(outcome['conflicts'][0])
        self.assertEqual(kept, self.wu.show(outcome['conflicts'][0]))
        self.assertEqual(('task', self.task, 'deliverable'), tuple(kept[key] for key in ('record_type', 'record_id', 'field')))
        self.assertEqual(['一条横幅', '两条横幅', '一面旗'], [json.loads(kept[key]) for key in ('base_value', 'kept_value', 'lost_value')])
        self.assertEqual((CHEN, WU), (kept['kept_by'], kept['lost_by']))
        self.assertEqual('两条横幅', self.wu.show(self.task)['deliverable'])

    async def test_losing_value_is_restored_by_choosing_it(self):
        outcome = await self.both({'deliverable': '两条横幅'}, {'deliverable': '一面旗'})
        kept = outcome['conflicts'][0]

        self.wu.edit(self.task, {'deliverable': json.loads(self.wu.show(kept)['lost_value'])})
        self.wu.edit(kept, {'state': 'settled'})
        await self.assert_agrees(self.wu, self.wus)
        await self.assert_agrees(self.chen, self.chens)

        self.assertEqual('一面旗', self.chen.show(self.task)['deliverable'])
        self.assertEqual(('settled', WU), (self.chen.show(kept)['state'], self.chen.show(kept)['settled_by']))

    async def test_edit_of_a_deleted_record_is_kept_for_its_revival(self):
        self.chen.delete(self.task)
        self.wu.edit(self.task, {'deliverable': '一面旗'})
        await self.assert_agrees(self.chen, self.chens)
        pending = self.wu.store.outbox[-1]
        await self.assert_agrees(self.wu, self.wus)

        self.assertIsNone(self.wu.show(self.task))
        self.assertEqual('conflict', pending.outcome['result'])
        lost = json.loads(self.wu.show(pending.outcome['conflicts'][0])['lost_value'])
        self.wu.revive('task', self.task, lost)
        await self.assert_agrees(self.wu, self.wus)
        await self.assert_agrees(self.chen, self.chens)
        self.assertEqual(('挂横幅', '一面旗'), (self.chen.show(self.task)['title'], self.chen.show(self.task)['deliverable']))

    async def test_deletion_that_meets_an_edit_does_not_happen(self):
        self.chen.edit(self.task, {'deliverable': '两条横幅'})
        self.wu.delete(self.task)
        await self.assert_agrees(self.chen, self.chens)
        pending = self.wu.store.outbox[-1]
        await self.assert_agrees(self.wu, self.wus)

        self.assertEqual('conflict', pending.outcome['result'])
        self.assertEqual('两条横幅', self.wu.show(self.task)['deliverable'])

    async def test_loser_too_long_to_travel_is_refused_and_everybody_goes_on(self):
        self.chen.delete(self.task)
        self.wu.edit(self.task, {'content_standard': '\1' * 6000, 'remark': '\1' * 4000, 'delay_reason': '\1' * 2000})
        await self.assert_agrees(self.chen, self.chens)
        await self.assert_agrees(self.wu, self.wus)
        await self.assert_agrees(self.chen, self.chens)

        self.assertEqual(['too_long'], [pending.outcome['code'] for pending in self.wu.store.tray])
        other = self.enrolled()
        self.assertEqual(0, other.run('sync', '--once').status)

    async def test_same_edit_twice_is_no_conflict(self):
        outcome = await self.both({'deliverable': '两条横幅'}, {'deliverable': '两条横幅'})

        self.assertEqual('applied', outcome['result'])


class Scopes(SecondClient):
    def grant(self, **changes):
        self.server.take_in({'type': 'grant', 'id': WANGS_GRANT, **changes})

    async def test_lost_scope_is_purged_and_the_rest_agrees(self):
        device, link = await self.synced()
        self.assertTrue(any(row['place'] == XUHUI for row in device.store.rows.values()))

        self.grant(revoked=True)
        await until(device, link, lambda: not device.store.scopes)
        await self.assert_quiet(device, link)

        self.assertEqual({}, device.store.rows)

    async def test_gained_scope_brings_what_lies_behind_the_cursor(self):
        device, link = await self.synced()
        before = set(device.store.rows)

        self.server.take_in({'type': 'grant', 'person': WANG, 'node': TIANHE, 'role': 'field'})
        await until(device, link, lambda: [TIANHE, 'everyone'] in device.store.scopes)
        await self.assert_quiet(device, link)

        self.assertLess(before, set(device.store.rows))
        self.assertEqual(self.server_holds(), device.store.rows)

    async def test_scopes_that_changed_while_away_are_settled_with_the_welcome(self):
        device, link = await self.synced()
        link.vanish()
        self.grant(revoked=True)
        self.server.take_in({'type': 'grant', 'person': WANG, 'node': TIANHE, 'role': 'field'})

        await self.back(device)

        self.assertEqual(self.server_holds(), device.store.rows)
        self.assertFalse(any(row['place'] == XUHUI for row in device.store.rows.values()))

    async def test_regained_scope_brings_everything_back_untouched(self):
        device, link = await self.synced()
        before = {key: row for key, row in device.store.rows.items() if row['type'] != 'grant'}
        self.grant(revoked=True)
        await until(device, link, lambda: not device.store.scopes)
        self.grant(revoked=False)
        await until(device, link, lambda: device.store.scopes)
        await self.assert_quiet(device, link)

        self.assertEqual(before, {key: row for key, row in device.store.rows.items() if row['type'] != 'grant'})

    async def test_record_that_was_moved_away_leaves_and_pending_edit_is_decided_by_the_server(self):
        chen, chens = await self.synced('chen')
        device, link = await self.synced()
        task = chen.add('task', {'campaign': CAMPAIGN, 'site': XUHUI, 'title': '搬走'})
        await self.assert_agrees(chen, chens)
        await until(device, link, lambda: task in device.store.rows)
        device.edit(task, {'progress': 10})

        chen.edit(task, {'site': TIANHE})
        await self.assert_agrees(chen, chens)
        await until(device, link, lambda: task not in device.store.rows)
        await self.assert_agrees(device, link)

        self.assertEqual(['not_found'], [pending.outcome['code'] for pending in device.store.tray])
        self.assertIsNone(device.show(task))

    async def test_what_cannot_be_seen_cannot_be_edited(self):
        chen, chens = await self.synced('chen')
        hidden = chen.add('task', {'campaign': CAMPAIGN, 'site': TIANHE, 'title': '别处'})
        await self.assert_agrees(chen, chens)
        device, link = await self.synced()
        device.store.rows[hidden] = chen.show(hidden)   # as if it had been told of it

        device.edit(hidden, {'progress': 10})
        del device.store.rows[hidden]
        await self.assert_agrees(device, link)

        self.assertEqual(['not_found'], [pending.outcome['code'] for pending in device.store.tray])


if __name__ == '__main__':
    unittest.main()
