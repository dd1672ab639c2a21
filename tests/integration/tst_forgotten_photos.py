"""Photos and documents on the server that no record names any more, and what `check` says of them."""
import contextlib
import sqlite3
import unittest

from photos import name_of, picture
from programs import wait_until
from tst_photos import WithPhotos


class Forgotten(WithPhotos):
    """Months pass by writing another day into the server's file."""

    def setUp(self):
        super().setUp()
        self.owner = self.enrolled()
        self.client = self.tus(self.owner)

    def bring(self, seed):
        content = picture(20_000, seed)
        self.assertIsNotNone(self.client.upload(content)['Zhixing-Receipt'])
        return name_of(content)

    def let_days_pass(self, days):
        """While no server runs."""
        with contextlib.closing(sqlite3.connect(self.server.data / 'zhixing.db')) as database:
            database.execute('UPDATE zx_blob SET unnamed_since = unnamed_since - ?', (days * 86_400_000,))
            database.commit()

    def compact(self):
        """And what it does with photos goes on after it: until every folder was looked through."""
        done = self.server.command('compact', '--days', '1')
        self.assertEqual(done.status, 0, done.errors)

    def is_here(self, name):
        return (self.server.data / 'blobs' / name[:2] / name).exists()

    def test_blob_that_nobody_names_goes_after_ninety_days_and_no_other(self):
        named = self.add(self.owner, [picture(20_000, 'named')])[0]
        self.assertEqual(self.owner.run('sync').status, 0)
        unnamed = self.bring('unnamed')
        self.server.stop()
        for days in (0, 89):
            self.compact()
            self.let_days_pass(days)
        self.compact()
        self.assertTrue(self.is_here(unnamed))
        self.assertEqual(self.server.command('check').lines[0]['unnamed'], 1)

        self.let_days_pass(2)
        self.compact()

        self.assertFalse(self.is_here(unnamed))
        self.assertTrue(self.is_here(named))
        checked = self.server.command('check').lines[0]
        self.assertEqual((checked['blobs'], checked['unnamed']), (1, 0))

    def test_beside_a_running_server_it_goes_too_and_can_be_brought_again(self):
        unnamed = self.bring('unnamed')
        self.server.stop()
        self.compact()
        self.let_days_pass(91)
        self.server.start()
        self.client = self.tus(self.owner)

        self.compact()

        wait_until(lambda: not self.is_here(unnamed), 30, 'the file goes')
        wait_until(lambda: self.client.ask('GET', f'/blobs/{unnamed}').status == 404, 30, 'it is gone')
        self.assertIsNotNone(self.client.upload(picture(20_000, 'unnamed'))['Zhixing-Receipt'])
        self.assertEqual(self.server.command('check').lines[0]['unnamed'], 1)

    def test_server_that_was_set_back_begins_their_time_anew(self):
        unnamed = self.bring('unnamed')
        self.server.stop()
        self.compact()
        self.let_days_pass(91)
        for words in (('backup', '--to'), ('restore', '--from')):
            done = self.server.command(*words, self.folder / 'backup.db')
            self.assertEqual(done.status, 0, done.errors)

        self.compact()

        self.assertTrue(self.is_here(unnamed))

    def test_lost_and_wrong_files_are_told_apart(self):
        lost, wrong = self.bring('lost'), self.bring('wrong')
        (self.server.data / 'blobs' / lost[:2] / lost).unlink()
        (self.server.data / 'blobs' / wrong[:2] / wrong).write_bytes(b'something else')

        done = self.server.command('check')

        self.assertEqual(done.status, 1)
        self.assertIn(f'1 missing: {lost}', done.errors)
        self.assertIn(f'1 not what their name says: {wrong}', done.errors)


if __name__ == '__main__':
    unittest.main()
