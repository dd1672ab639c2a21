"""What waits and what was refused, as the command line shows it: size, tries, reasons; corrected and sent again, exported, thrown
away, had back."""
import json
import unittest

from programs import CAMPAIGN, WithServer

NOWHERE = '0197a000-0000-7010-8000-0000000000ee'


class Outbox(WithServer):
    def test_shows_size_tries_and_what_kept_it(self):
        device = self.enrolled()
        self.server.stop()
        self.assertEqual(device.add_feedback('没有信号').status, 0)
        for _ in range(2):
            self.assert_fails(device.run('sync', '--once', '--timeout', '0.3'), 'unreachable')
        self.assertEqual(device.add_feedback('后来写下').status, 0)

        first, second = device.run('outbox').lines

        self.assertGreater(first['bytes'], 100)
        self.assertGreaterEqual(first['tries'], 2)
        self.assertEqual(first['last_error'], 'unreachable')
        self.assertGreater(first['tried_at'], first['at'])
        self.assertEqual(second['tries'], 0)
        self.assertNotIn('last_error', second)


class Tray(WithServer):
    """One feedback about a campaign that does not exist, with an edit of it; and good ones before and after."""

    def setUp(self):
        super().setUp()
        self.phone = self.enrolled()
        self.assertEqual(self.phone.add_feedback('好的').status, 0)
        bad = json.dumps({'text': '活动写错了', 'campaign': NOWHERE}, ensure_ascii=False)
        self.bad = self.phone.run('add', 'feedback', bad).lines[0]['id']
        self.assertEqual(self.phone.run('edit', 'feedback', self.bad, '{"rating":4}').status, 0)
        self.assertEqual(self.phone.add_feedback('也是好的').status, 0)
        self.synced = self.phone.run('sync', '--once')
        self.assertEqual(self.synced.status, 0, self.synced.errors)

    def codes(self):
        return [item['code'] for item in self.phone.run('tray').lines]

    def test_one_bad_one_holds_up_only_what_depends_on_it(self):
        self.assertEqual((self.synced.lines[0]['pushed'], self.synced.lines[0]['rejected']), (2, 2))
        self.assertEqual(self.codes(), ['bad_reference', 'depends_on_rejected'])
        self.assertEqual(self.phone.run('tray').lines[0]['field'], 'campaign')
        self.assertEqual(self.phone.run('outbox').lines, [])

    def test_corrected_and_sent_again_it_arrives_with_what_depends_on_it(self):
        number = self.phone.run('tray').lines[0]['n']
        done = self.phone.run('tray', 'resend', number, '--set', f'campaign={CAMPAIGN}')
        self.assertEqual(done.status, 0, done.errors)
        self.assertEqual(self.codes(), [])
        self.assertEqual(len(self.phone.run('outbox').lines), 2)

        self.assertEqual(self.phone.run('sync', '--once').lines[0]['pushed'], 2)

        arrived = self.phone.run('show', 'feedback', self.bad).lines[0]
        self.assertEqual((arrived['campaign'], arrived['rating']), (CAMPAIGN, 4))

    def test_corrected_to_nonsense_it_stays_in_the_tray(self):
        number = self.phone.run('tray').lines[0]['n']
        self.assert_fails(self.phone.run('tray', 'resend', number, '--set', 'rating=99'), 'out_of_range')
        self.assert_fails(self.phone.run('tray', 'resend', number, '--set', 'colour=red'), 'unknown_field')
        self.assertEqual(len(self.codes()), 2)

    def test_exported_it_is_a_file_of_json_lines(self):
        file = self.folder / 'tray.ndjson'
        self.assertEqual(self.phone.run('tray', 'export', file).status, 0)
        lines = [json.loads(line) for line in file.read_text(encoding='utf-8').splitlines()]
        self.assertEqual(lines, self.phone.run('tray').lines)
        self.assertEqual(lines[0]['set']['text'], '活动写错了')
        self.assert_fails(self.phone.run('tray', 'export', file), 'already_exists')

    def test_thrown_away_it_can_be_had_back(self):
        item = self.phone.run('tray').lines[1]
        self.assertEqual(self.phone.run('tray', 'discard', item['n']).status, 0)
        self.assertEqual(self.codes(), ['bad_reference'])
        discarded = self.phone.run('tray', 'discarded').lines
        self.assertEqual([one['n'] for one in discarded], [item['n']])
        self.assertGreater(discarded[0]['discarded_at'], item['rejected_at'] - 60_000)

        self.assertEqual(self.phone.run('tray', 'restore', item['n']).status, 0)

        self.assertEqual(self.phone.run('tray').lines[1], item)
        self.assertEqual(self.phone.run('tray', 'discarded').lines, [])
        self.assert_fails(self.phone.run('tray', 'discard', 999), 'not_found')


if __name__ == '__main__':
    unittest.main()
