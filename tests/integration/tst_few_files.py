"""D15: a server that may open no more files keeps those who are connected, and takes others again as soon as it can."""
import resource
import socket
import unittest
import urllib.parse

from programs import Follower, WithServer, wait_until

SPARE = 6  # files that the server may still open
CALLERS = 40
PATIENCE = 60


class FewFiles(WithServer):
    def setUp(self):
        super().setUp()
        self.writer = self.enrolled(name='writer')
        self.one, self.other = self.enrolled(name='one'), self.enrolled(name='other')
        self.first, self.second = Follower(self.one), Follower(self.other)
        self.addCleanup(self.first.kill)
        self.addCleanup(self.second.kill)
        wait_until(lambda: self.first.agreements() > 0 and self.second.agreements() > 0, PATIENCE, 'two devices that follow')

    def limit_files(self):
        process = self.server.process.pid
        _, most = resource.prlimit(process, resource.RLIMIT_NOFILE)
        resource.prlimit(process, resource.RLIMIT_NOFILE, (self.server.open_files() + SPARE, most))

    def callers(self):
        """Connections that say nothing, more than there are files for."""
        where = urllib.parse.urlsplit(self.server.url)
        return [socket.create_connection((where.hostname, where.port)) for _ in range(CALLERS)]

    def test_D15_those_who_are_connected_stay_and_newcomers_are_served_afterwards(self):
        self.limit_files()
        before = self.server.open_files()

        callers = self.callers()
        wait_until(lambda: self.server.open_files() >= before + SPARE, PATIENCE, 'no file left')
        followers = [follower.process.poll() for follower in (self.first, self.second)]
        for caller in callers:
            caller.close()
        self.assertEqual(self.writer.add_feedback('文件又够了').status, 0)
        self.writer.sync()

        self.assertEqual(followers, [None, None])
        self.assertIsNone(self.server.process.poll())
        for reader in (self.one, self.other):
            wait_until(lambda: any(line.get('text') == '文件又够了' for line in reader.lines('dump')), PATIENCE,
                       'the new record everywhere')


if __name__ == '__main__':
    unittest.main()
