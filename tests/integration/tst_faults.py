"""What goes wrong on ordinary days, between the real programs: each fault has a message of its own, and pending work stays."""
import sqlite3
import subprocess
import unittest

from programs import PROGRAMS, WithServer, run


class EnrolmentFaults(WithServer):
    def test_wrong_code_is_refused(self):
        link = self.server.link()
        done = self.device().run('enrol', link[:-4] + ('AAAA' if link[-4:] != 'AAAA' else 'BBBB'))
        self.assert_fails(done, 'bad_enrolment_code')

    def test_used_code_is_refused(self):
        link = self.server.link()
        self.assertEqual(self.device('first').run('enrol', link).status, 0)
        self.assert_fails(self.device('second').run('enrol', link), 'enrolment_used')

    def test_wrong_password_is_refused(self):
        self.enrolled()
        done = self.device('other').run('enrol', self.server.link(), password='another long password')
        self.assert_fails(done, 'bad_credentials')

    def test_something_else_than_a_link_leaves_no_store_behind(self):
        device = self.device()
        self.assert_fails(device.run('enrol', 'https://example.org'), 'bad_enrolment_code')
        self.assertFalse(device.store.exists())

    def test_store_of_nobody_records_nothing(self):
        device = self.device()
        self.assert_fails(device.run('enrol', self.server.link()[:-4] + 'ZZZZ'), 'bad_enrolment_code')
        self.assert_fails(device.add_feedback('给谁？'), 'not_enrolled')


class LinkFaults(WithServer):
    def test_revoked_device_says_so_and_keeps_its_work(self):
        device = self.enrolled()
        self.assertEqual(device.add_feedback('撤销前写下').status, 0)
        listed = self.server.command('device', 'list').lines[0]['id']
        self.assertEqual(self.server.command('device', 'revoke', listed).status, 0)

        self.assert_fails(device.run('sync', '--once'), 'device_revoked')

        self.assertEqual(len(device.run('outbox').lines), 1)

    def test_revoked_device_that_enrols_again_sends_what_it_kept(self):
        device = self.enrolled()
        self.assertEqual(device.run('sync', '--once').status, 0)
        kept = device.add_feedback('撤销前写下').lines[0]['id']
        listed = self.server.command('device', 'list').lines[0]['id']
        self.assertEqual(self.server.command('device', 'revoke', listed).status, 0)
        self.assert_fails(device.run('sync', '--once'), 'device_revoked')

        self.assertEqual(device.run('enrol', self.server.link()).status, 0)
        synced = device.run('sync', '--once')

        self.assertEqual(synced.status, 0, synced.errors)
        self.assertEqual(synced.lines[0]['pushed'], 1)
        self.assertGreater(device.run('show', 'feedback', kept).lines[0]['version'], 0)

    def test_server_that_is_down_is_unreachable_and_work_waits_for_it(self):
        device = self.enrolled()
        address = self.server.url.partition('://')[2]
        self.server.stop()
        self.assertEqual(device.add_feedback('没有信号').status, 0)
        self.assert_fails(device.run('sync', '--once', '--timeout', '0.5'), 'unreachable')

        self.server.start(listen=address)
        synced = device.run('sync', '--once')

        self.assertEqual(synced.status, 0, synced.errors)
        self.assertEqual(synced.lines[0]['pushed'], 1)
        self.assertTrue(synced.lines[0]['agreed'])

    def test_unknown_host_is_unreachable(self):
        link = self.server.link('--server', 'ws://no-such-host.invalid:1')
        self.assert_fails(self.device().run('enrol', link), 'unreachable')

    def test_edit_the_server_refuses_goes_to_the_tray(self):
        device = self.enrolled()
        # Before the first sync the device does not know its person's roles; the server does.
        self.assertEqual(device.run('add', 'budget_line', '{"item":"越权","amount":1}').status, 0)
        synced = device.run('sync', '--once')
        self.assertEqual(synced.lines[0]['rejected'], 1, synced.errors)
        self.assertEqual(device.run('tray').lines[0]['code'], 'forbidden')
        self.assertEqual(device.run('outbox').lines, [])


class CertificateFaults(WithServer):
    """The server speaks TLS with a certificate of an authority that only the test knows."""

    def setUp(self):
        super().setUp()
        self.server.stop()
        for words in (
                ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2', '-subj',
                 '/CN=test authority', '-keyout', 'ca.key', '-out', 'ca.pem'],
                ['req', '-new', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-subj',
                 '/CN=localhost', '-keyout', 'key.pem', '-out', 'request.pem'],
                ['x509', '-req', '-in', 'request.pem', '-CA', 'ca.pem', '-CAkey', 'ca.key', '-days', '2', '-extfile',
                 'names', '-out', 'cert.pem']):
            (self.folder / 'names').write_text('subjectAltName=DNS:localhost\n', encoding='ascii')
            subprocess.run(['openssl', *words], cwd=self.folder, check=True, capture_output=True)
        self.server.start('--tls-cert', self.folder / 'cert.pem', '--tls-key', self.folder / 'key.pem')
        self.port = self.server.url.rpartition(':')[2]

    def enrol(self, host, *more):
        return self.device().run('enrol', self.server.link('--server', f'wss://{host}:{self.port}'), *more)

    def test_known_authority_is_trusted(self):
        done = self.enrol('localhost', '--ca', self.folder / 'ca.pem')
        self.assertEqual(done.status, 0, done.errors)
        synced = self.device().run('sync', '--once')
        self.assertEqual(synced.status, 0, synced.errors)

    def test_unknown_authority_is_untrusted(self):
        self.assert_fails(self.enrol('localhost'), 'untrusted')

    def test_certificate_of_another_name_is_untrusted(self):
        self.assert_fails(self.enrol('127.0.0.1', '--ca', self.folder / 'ca.pem'), 'untrusted')


class StoreFaults(WithServer):
    def unchanged_after_failing(self, device, code):
        before = device.store.read_bytes()
        for words in (('list', 'task'), ('add', 'feedback', '{"text":"x"}'), ('sync', '--once')):
            self.assert_fails(device.run(*words), code)
        self.assertEqual(device.store.read_bytes(), before)

    def test_file_that_is_not_ours_stays_untouched(self):
        device = self.device()
        with sqlite3.connect(device.store) as other:
            other.execute('CREATE TABLE holiday(photo)')
        other.close()
        self.unchanged_after_failing(device, 'not_ours')

    def test_file_of_a_newer_program_stays_untouched(self):
        device = self.enrolled()
        with sqlite3.connect(device.store) as newer:
            newer.execute('PRAGMA user_version = 9999')
        newer.close()
        self.unchanged_after_failing(device, 'newer_format')

    def test_damaged_file_is_called_so(self):
        device = self.enrolled()
        self.assertEqual(device.run('sync', '--once').status, 0)
        content = bytearray(device.store.read_bytes())
        content[4096:] = b'\xA5' * (len(content) - 4096)
        device.store.write_bytes(content)
        self.assert_fails(device.run('verify'), 'damaged')

    def test_missing_store_is_called_so(self):
        self.assert_fails(self.device('nobody').run('list', 'task'), 'not_found')


class Beside(WithServer):
    def test_looking_works_beside_a_running_sync_and_recording_says_why_not(self):
        device = self.enrolled()
        with subprocess.Popen([PROGRAMS / 'zhixing-cli', '--store', device.store, 'sync', '--follow'],
                              stdout=subprocess.PIPE, text=True) as follower:
            self.addCleanup(follower.kill)
            while '"agreed":true' not in follower.stdout.readline():
                self.assertIsNone(follower.poll())
            self.assertEqual(len(device.run('list', 'campaign').lines), 2)
            self.assertEqual(device.run('verify').lines[0]['result'], 'ok')
            self.assert_fails(device.add_feedback('等一下'), 'locked')
            follower.kill()
        self.assertEqual(device.add_feedback('现在可以').status, 0)

    def test_wrong_use_is_told_apart(self):
        self.assertEqual(run('zhixing-cli', 'sync', '--sideways').status, 2)
        self.assertEqual(run('zhixing-cli', 'list', 'task').status, 2)
        self.assertEqual(self.device().run().status, 2)


if __name__ == '__main__':
    unittest.main()
