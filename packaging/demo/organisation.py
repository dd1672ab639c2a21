"""The demo organisation on a server of its own, and devices of its people: what the journey in run-demo begins with."""
import json
import os
import pathlib
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
PASSWORD = 'demo-password'


class Failed(Exception):
    """What did not hold, in a sentence."""


def check(holds, sentence):
    if not holds:
        raise Failed(sentence)


class Program:
    """One of our programs: run it, read its JSON lines."""

    def __init__(self, path, *before):
        self.path, self.before = path, [str(word) for word in before]

    def command(self, *words):
        return [str(self.path), *self.before, *(str(word) for word in words)]

    def run(self, *words):
        return subprocess.run(self.command(*words), capture_output=True, text=True, timeout=120,
                              env={**os.environ, 'ZHIXING_PASSWORD': PASSWORD}, check=False)

    def lines(self, *words):
        done = self.run(*words)
        check(done.returncode == 0, f'`{self.path.name} {" ".join(map(str, words))}` failed: {done.stderr.strip()}')
        return [json.loads(line) for line in done.stdout.splitlines()]

    def line(self, *words):
        return self.lines(*words)[0]

    def text(self, *words):
        return '\n'.join(json.dumps(line, ensure_ascii=False) for line in self.lines(*words))


class Server:
    """zhixing-server on a directory of its own; its other commands reach the running one."""

    def __init__(self, path, folder):
        self.data, self.log = folder / 'server', folder / 'server.log'
        self.path, self.process, self.url = path, None, None

    def program(self, *command):
        return Program(self.path, *command, '--data', self.data)

    def prepare(self):
        self.program('init').line('--organisation', '知行', '--admin', 'admin')
        imported = self.program('import').line(*sorted(HERE.glob('*.ndjson')))['imported']
        for login, person in people():
            self.program('person', 'add').line('--login', login, '--id', person)
        return imported

    def start(self):
        with open(self.log, 'a', encoding='utf-8') as log:
            self.process = subprocess.Popen(Program(self.path, 'serve').command(
                '--data', self.data, '--listen', '127.0.0.1:0'), stdout=subprocess.PIPE, stderr=log, text=True)
        word, _, self.url = self.process.stdout.readline().strip().partition(' ')
        check(word == 'listening', f'the server does not start; see {self.log}')

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(timeout=30)

    def dump(self, login):
        return self.program('dump').text('--person', login)


def people():
    for line in (HERE / 'people.txt').read_text(encoding='utf-8').splitlines():
        if not line.startswith('#'):
            login, person, *_ = line.split('\t')
            yield login, person


def enrol(server, device, login):
    device.line('enrol', server.program('enrol').line('--person', login)['link'])
    synced = device.line('sync', '--once')
    check(synced['agreed'], f"{login}'s device and the server do not agree after the first sync")
    return synced['pulled']
