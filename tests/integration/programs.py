"""The real programs on a folder of their own, for tests that speak to them as anybody could: arguments in, JSON lines out."""
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
DEMO = ROOT / 'packaging' / 'demo'
PROGRAMS = pathlib.Path(os.environ['ZHIXING_PROGRAMS'])
PASSWORD = 'a long enough password'
WANG = '0197a000-0000-7002-8000-000000000006'
CAMPAIGN = '0197a000-0000-7010-8000-000000000002'


class Done:
    """How a run of a program ended."""

    def __init__(self, process):
        self.status, self.errors = process.returncode, process.stderr
        self.lines = [json.loads(line) for line in process.stdout.splitlines()]


def run(name, *words, password=PASSWORD, seconds=60, **options):
    return Done(subprocess.run([PROGRAMS / name, *map(str, words)], capture_output=True, text=True, timeout=seconds,
                               env={**os.environ, 'ZHIXING_PASSWORD': password}, check=False, **options))


class Server:
    """zhixing-server with the demo organisation and 王芳's login."""

    def __init__(self, folder):
        self.data, self.process, self.url = folder / 'server', None, None
        for words in (('init', '--organisation', '知行', '--admin', 'admin'), ('import', *sorted(DEMO.glob('*.ndjson'))),
                      ('person', 'add', '--login', 'wang', '--id', WANG)):
            done = self.command(*words)
            assert done.status == 0, done.errors

    def command(self, *words):
        count = 2 if words[0] in ('person', 'device') else 1
        return run('zhixing-server', *words[:count], '--data', self.data, *words[count:])

    def start(self, *more, listen='127.0.0.1:0'):
        self.process = subprocess.Popen(
            [PROGRAMS / 'zhixing-server', 'serve', '--data', self.data, '--listen', listen, *more],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        word, _, self.url = self.process.stdout.readline().strip().partition(' ')
        assert word == 'listening', 'the server does not start'

    def stop(self):
        if self.process is None:
            return
        self.process.terminate()
        self.process.wait(timeout=30)
        self.process.stdout.close()
        self.process = None

    def link(self, *more, login='wang'):
        return self.command('enrol', '--person', login, *more).lines[0]['link']

    def take_in(self, *lines):
        """Imports records given as dicts."""
        file = self.data.parent / 'taken_in.ndjson'
        file.write_text(''.join(json.dumps(line, ensure_ascii=False) + '\n' for line in lines), encoding='utf-8')
        done = self.command('import', file)
        assert done.status == 0, done.errors


class Device:
    """zhixing-cli on one store."""

    def __init__(self, store):
        self.store = store

    def run(self, *words, **options):
        return run('zhixing-cli', '--store', self.store, *words, **options)

    def add_feedback(self, text):
        return self.run('add', 'feedback', json.dumps({'text': text, 'campaign': CAMPAIGN}, ensure_ascii=False))


class WithServer(unittest.TestCase):
    """A running server and a folder for stores; each test has its own."""

    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory(prefix='zhixing-test-')))
        self.server = Server(self.folder)
        self.addCleanup(self.server.stop)
        self.server.start()

    def device(self, name='wang'):
        return Device(self.folder / f'{name}.store')

    def enrolled(self):
        device = self.device()
        done = device.run('enrol', self.server.link())
        self.assertEqual(done.status, 0, done.errors)
        return device

    def assert_fails(self, done, code):
        """Status 1, nothing for programs, a sentence with the code's word for people."""
        self.assertEqual(done.status, 1, done.errors)
        self.assertIn(f'[{code}]', done.errors)
