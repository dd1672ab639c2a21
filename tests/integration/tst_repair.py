"""Copies that are not what they should be: a device's rows, a device's file, a server that was set back."""
import hashlib
import sqlite3
import unittest

from photos import picture
from programs import WithServer


def canonical(lines):
    return {line['id']: line for line in lines}


class WrongRows(WithServer):
    def test_a_row_lost_behind_the_engine_is_found_at_the_next_sync_and_noted(self):
        phone = self.enrolled()
        phone.sync()
        with sqlite3.connect(phone.store) as store:
            lost = bytes(store.execute('SELECT id FROM task LIMIT 1').fetchone()[0])
            store.execute('DELETE FROM task WHERE id = ?', (lost,))
        store.close()
        self.assert_fails(phone.run('verify'), 'damaged')

        phone.sync()

        self.assertEqual(canonical(phone.lines('dump')), canonical(self.server.dump('wang')))
        self.assertEqual(phone.run('verify').status, 0)
        kinds = {incident['kind']: incident for incident in phone.lines('incidents')}
        self.assertEqual(kinds['repaired']['missing'], 1)

    def test_D9_a_text_changed_behind_the_engine_is_found_and_repaired_whatever_its_version(self):
        phone = self.enrolled()
        phone.sync()
        with sqlite3.connect(phone.store) as store:
            changed = store.execute("UPDATE task SET title = title || '!' WHERE id = (SELECT id FROM task LIMIT 1)").rowcount
        store.close()
        self.assertEqual(changed, 1)
        self.assert_fails(phone.run('verify'), 'damaged')

        phone.sync()

        self.assertEqual(canonical(phone.lines('dump')), canonical(self.server.dump('wang')))
        self.assertEqual(phone.run('verify').status, 0)
        kinds = {incident['kind']: incident for incident in phone.lines('incidents')}
        self.assertEqual(kinds['repaired']['outdated'], 1)

    def test_copies_that_agree_have_no_incidents(self):
        phone = self.enrolled()
        phone.sync()
        phone.sync()

        self.assertEqual(phone.lines('incidents'), [])


class DamagedFile(WithServer):
    def test_a_damaged_store_is_rebuilt_with_its_unsent_work(self):
        phone = self.enrolled()
        phone.sync()
        for number in range(20):
            self.assertEqual(phone.add_feedback(f'没有信号时写下的 {number}').status, 0)
        with sqlite3.connect(phone.store) as store:
            root = store.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'task'").fetchone()[0]
            store.execute('PRAGMA wal_checkpoint(TRUNCATE)')
        store.close()
        with open(phone.store, 'r+b') as file:
            file.seek((root - 1) * 4096)
            file.write(b'\xa5' * 4096)
        self.assertNotEqual(phone.run('sync', '--once').status, 0)

        rebuilt = phone.lines('rebuild')[0]
        phone.sync()

        self.assertEqual((rebuilt['unsent'], rebuilt['complete']), (20, True))
        texts = {line.get('text') for line in self.server.dump() if line['type'] == 'feedback'}
        self.assertLessEqual({f'没有信号时写下的 {number}' for number in range(20)}, texts)
        self.assertEqual(canonical(phone.lines('dump')), canonical(self.server.dump('wang')))


class ServerSetBack(WithServer):
    def test_devices_give_back_what_the_server_lost(self):
        phone = self.enrolled()
        phone.sync()
        backup = self.folder / 'backup.db'
        self.assertEqual(self.server.command('backup', '--to', backup).status, 0)
        other = self.enrolled(name='new')  # the backup does not know this device
        for number in range(5):
            self.assertEqual(phone.add_feedback(f'备份之后 {number}').status, 0)
        phone.sync()
        other.sync()
        self.server.stop()
        done = self.server.command('restore', '--from', backup)
        self.assertEqual(done.status, 0, done.errors)
        self.assertFalse(any('备份之后' in str(line) for line in self.server.dump()))
        self.server.start_again()

        phone.sync()

        texts = {line.get('text') for line in self.server.dump()}
        self.assertLessEqual({f'备份之后 {number}' for number in range(5)}, texts)
        self.assertEqual(phone.lines('incidents')[0]['resent'], 5)
        self.assertEqual(canonical(phone.lines('dump')), canonical(self.server.dump('wang')))
        self.assert_fails(other.run('sync', '--once'), 'not_enrolled')
        self.assertEqual(other.add_feedback('还在').status, 0)
        done = other.run('enrol', self.server.link())
        self.assertEqual(done.status, 0, done.errors)
        other.sync()
        self.assertIn('还在', {line.get('text') for line in self.server.dump()})

    def test_I8_photos_that_the_server_signed_for_and_lost_arrive_again(self):
        phone = self.enrolled()
        phone.sync()
        backup = self.folder / 'backup.db'
        self.assertEqual(self.server.command('backup', '--to', backup).status, 0)
        (self.folder / '1.jpg').write_bytes(picture(20_000, 1))
        name = phone.lines('photo', 'add', self.folder / '1.jpg')[0]['hash']
        self.assertEqual(phone.sync()['photos'], 1)
        self.server.stop()
        self.assertEqual(self.server.command('restore', '--from', backup).status, 0)
        kept = self.server.data / 'blobs' / name[:2] / name
        kept.unlink()
        self.server.start_again()

        self.assertEqual(phone.sync()['photos'], 1)

        self.assertEqual(hashlib.sha256(kept.read_bytes()).hexdigest(), name)
        self.assertEqual([photo['state'] for photo in phone.lines('photo', 'list')], ['held'])


if __name__ == '__main__':
    unittest.main()
