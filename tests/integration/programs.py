"""The real programs on a folder of their own, for tests that speak to them as anybody could: arguments in, JSON lines out."""
import concurrent.futures
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import threading
import time
import unittest

import ground

ROOT = pathlib.Path(__file__).resolve().parents[2]
DEMO = ROOT / 'packaging' / 'demo'
PROGRAMS = pathlib.Path(os.environ['ZHIXING_PROGRAMS'])
PASSWORD = 'a long enough password'
WANG = '0197a000-0000-7002-8000-000000000006'
CAMPAIGN = '0197a000-0000-7010-8000-000000000002'


class Done:
    """How a run of a program ended. A line that was cut off in the middle was not printed."""

    def __init__(self, status, output, errors):
        self.status, self.errors = status, errors
        self.lines = [json.loads(line) for line in output.split('\n')[:-1]]


def environment(more):
    return {**os.environ, 'ZHIXING_PASSWORD': PASSWORD, **more}


def run(name, *words, password=PASSWORD, seconds=120, more=None, **options):
    """`more` is added to the environment."""
    done = subprocess.run([PROGRAMS / name, *map(str, words)], capture_output=True, text=True, timeout=seconds,
                          env=environment({'ZHIXING_PASSWORD': password, **(more or {})}), check=False, **options)
    return Done(done.returncode, done.stdout, done.stderr)


def run_for(seconds, name, *words):
    """Runs a program and kills it after so long, wherever it is; what it printed until then counts."""
    with subprocess.Popen([PROGRAMS / name, *map(str, words)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                          env=environment({})) as process:
        try:
            output, errors = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            output, errors = process.communicate()
    return Done(process.returncode, output, errors)


def wait_until(holds, seconds, what):
    """Looks every moment whether it holds; its result."""
    end, nobody = time.monotonic() + seconds, threading.Event()
    while not (found := holds()):
        assert time.monotonic() < end, f'not within {seconds} s: {what}'
        nobody.wait(timeout=0.02)
    return found


def at_once(work, items):
    """Does the work for all items at the same time; the results, or the first failure."""
    with concurrent.futures.ThreadPoolExecutor(len(items)) as pool:
        return list(pool.map(work, items))


class Server:
    """zhixing-server with people who can sign in; by default the demo organisation and 王芳."""

    def __init__(self, folder, files=tuple(sorted(DEMO.glob('*.ndjson'))), people=(('wang', WANG),)):
        self.data, self.process, self.url, self.more = folder / 'server', None, None, {}
        for words in (('init', '--organisation', '知行', '--admin', 'admin'), ('import', *files),
                      *(('person', 'add', '--login', login, '--id', person) for login, person in people)):
            done = self.command(*words)
            assert done.status == 0, done.errors

    def command(self, *words):
        count = 2 if words[0] in ('person', 'device') else 1
        return run('zhixing-server', *words[:count], '--data', self.data, *words[count:])

    def start(self, *more, listen='127.0.0.1:0'):
        self.process = subprocess.Popen(
            [PROGRAMS / 'zhixing-server', 'serve', '--data', self.data, '--listen', listen, *more],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment(self.more))
        word, _, self.url = self.process.stdout.readline().strip().partition(' ')
        assert word == 'listening', 'the server does not start'

    def stop(self):
        self._end(subprocess.Popen.terminate)

    def kill(self):
        self._end(subprocess.Popen.kill)

    def start_again(self):
        """Where it was before."""
        self.start(listen=self.url.partition('://')[2])

    def _end(self, how):
        if self.process is None:
            return
        how(self.process)
        self.process.wait(timeout=30)
        self.process.stdout.close()
        self.process = None

    def open_files(self):
        return len(os.listdir(f'/proc/{self.process.pid}/fd'))

    def link(self, *more, login='wang'):
        done = self.command('enrol', '--person', login, *more)
        assert done.status == 0, done.errors
        return done.lines[0]['link']

    def take_in(self, *lines):
        """Imports records given as dicts."""
        file = self.data.parent / 'taken_in.ndjson'
        file.write_text(''.join(json.dumps(line, ensure_ascii=False) + '\n' for line in lines), encoding='utf-8')
        done = self.command('import', file)
        assert done.status == 0, done.errors

    def dump(self, login=None):
        done = self.command('dump', *(('--person', login) if login else ()))
        assert done.status == 0, done.errors
        return done.lines


class Device:
    """zhixing-cli on one store. What it confirms to its person goes to the ledger, if there is one."""

    def __init__(self, store, login='wang', ledger=None):
        self.store, self.login, self.ledger, self.more = store, login, ledger, {}

    def run(self, *words, **options):
        return run('zhixing-cli', '--store', self.store, *words, **{'more': self.more, **options})

    def lines(self, *words):
        done = self.run(*words)
        assert done.status == 0, done.errors
        return done.lines

    def add_feedback(self, text):
        return self.run('add', 'feedback', json.dumps({'text': text, 'campaign': CAMPAIGN}, ensure_ascii=False))

    def add(self, kind, **fields):
        """Its id, now that it is safe on the device."""
        record = self.lines('add', kind, json.dumps(fields, ensure_ascii=False))[0]['id']
        self._told(record, fields)
        return record

    def edit(self, kind, record, **fields):
        self.lines('edit', kind, record, json.dumps(fields, ensure_ascii=False))
        self._told(record, fields)

    def _told(self, record, fields):
        if self.ledger is not None:
            self.ledger.told(record, fields)

    def sync(self):
        """Until both ends agree; the counts."""
        return self.lines('sync', '--once')[0]

    # ---- its files

    @property
    def account(self):
        return self.store.with_name(self.store.name + '.account')

    @property
    def server(self):
        """Where it believes the server to be."""
        return json.loads(self.account.read_text(encoding='utf-8'))['server']

    @server.setter
    def server(self, url):
        content = json.loads(self.account.read_text(encoding='utf-8'))
        self.account.write_text(json.dumps({**content, 'server': url}), encoding='utf-8')

    def copy(self, store):
        """The same device as it is now, in another file."""
        for ending in ('', '-wal', '.account'):
            if (file := self.store.with_name(self.store.name + ending)).exists():
                shutil.copy(file, store.with_name(store.name + ending))
        store.with_name(store.name + '-shm').unlink(missing_ok=True)
        twin = Device(store, self.login, self.ledger)
        twin.more = self.more
        return twin


class Follower:
    """zhixing-cli sync --follow, and the lines it has printed so far."""

    def __init__(self, device):
        self.output = device.store.with_name(device.store.name + '.followed')
        with open(self.output, 'w', encoding='utf-8') as out:
            self.process = subprocess.Popen([PROGRAMS / 'zhixing-cli', '--store', device.store, 'sync', '--follow'], stdout=out,
                                            stderr=subprocess.DEVNULL, env=environment(device.more))

    def lines(self):
        return [json.loads(line) for line in self.output.read_text(encoding='utf-8').split('\n')[:-1]]

    def agreements(self):
        return sum(line['agreed'] for line in self.lines())

    def kill(self):
        self.process.kill()
        self.process.wait(timeout=30)


class WithServer(unittest.TestCase):
    """A running server and a folder for stores; each test has its own."""

    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory(prefix='zhixing-test-')))
        self.server = self.new_server()
        self.addCleanup(self.server.stop)
        self.server.start()

    def new_server(self):
        return Server(self.folder)

    def device(self, name='wang', **more):
        return Device(self.folder / f'{name}.store', **more)

    def enrolled(self, login='wang', name=None, **more):
        device = self.device(name or login, login=login, **more)
        done = device.run('enrol', self.server.link(login=login))
        self.assertEqual(done.status, 0, done.errors)
        return device

    def assert_fails(self, done, code):
        """Status 1, nothing for programs, a sentence with the code's word for people."""
        self.assertEqual(done.status, 1, done.errors)
        self.assertIn(f'[{code}]', done.errors)


class WithGround(WithServer):
    """The same with the small organisation of ground.py."""
    sites = 1

    def new_server(self):
        return Server(self.folder, [ground.write(self.folder / 'ground.ndjson', self.sites)], ground.people(self.sites))
