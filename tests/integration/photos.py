"""What tests of photos share: pictures, a link with the faults of a phone's, and a tus client that shares no code with ours."""
import base64
import collections
import hashlib
import http.client
import json
import random
import socket
import struct
import threading
import time


def segment(marker, content):
    return b'\xff' + bytes([marker]) + struct.pack('>H', len(content) + 2) + content


def picture(size, seed, width=800, height=600, extra=b''):
    """A JPEG of about that many bytes; `extra` are segments that programs add."""
    noise = bytes(random.Random(seed).choices(range(255), k=size))
    return (b'\xff\xd8' + segment(0xe0, b'JFIF\0\1\1\0\0\1\0\1\0\0') + extra +
            segment(0xc0, struct.pack('>BHHB', 8, height, width, 1) + b'\1\x11\0') +
            segment(0xda, b'\1\1\0\0?\0') + noise + b'\xff\xd9')


POSITION = segment(0xe1, b'Exif\0\0MM\0*\0\0\0\x08\0\0 31.2304 N 121.4737 E')


def name_of(content):
    return hashlib.sha256(content).hexdigest()


class Link:
    """Stands between devices and a server as the one radio link that all connections share: what is sent waits its turn
    in one queue, which `rate` bytes a second leave. cut() ends every connection, with what was still on its way lost."""

    def __init__(self, url, rate):
        host, _, port = url.partition('://')[2].partition(':')
        self.target, self.rate = (host, int(port)), rate
        self.sent_bytes, self.cuts, self.longest_wait = 0, 0, 0.0
        self.bytes_between_cuts, self.carried_bytes = float('inf'), 0
        self.queue, self.pairs, self.isClosed = collections.deque(), [], False
        self.filled, self.lock = threading.Condition(), threading.Lock()
        self.listener = socket.create_server(('127.0.0.1', 0))
        self.url = f'ws://127.0.0.1:{self.listener.getsockname()[1]}'
        for work in (self._accept, self._carry):
            threading.Thread(target=work, daemon=True).start()

    def close(self):
        self.isClosed = True
        self.listener.close()
        self.cut()

    def cut(self):
        with self.lock:
            pairs, self.pairs = self.pairs, []
        with self.filled:
            self.queue.clear()
        self.cuts += bool(pairs)
        for one in (one for pair in pairs for one in pair):
            try:
                one.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass

    def cut_every(self, seconds):
        """By the link's own time: after as many bytes as it carries in so many seconds, until it is closed."""
        self.bytes_between_cuts = self.rate * seconds

    def _accept(self):
        while not self.isClosed:
            try:
                device = self.listener.accept()[0]
                server = socket.create_connection(self.target)
            except OSError:
                continue
            for one in (device, server):
                one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            with self.lock:
                self.pairs.append((device, server))
            threading.Thread(target=self._up, args=(device, server), daemon=True).start()
            threading.Thread(target=self._down, args=(server, device), daemon=True).start()

    def _up(self, device, server):
        try:
            while piece := device.recv(4096):
                self.sent_bytes += len(piece)
                with self.filled:
                    self.queue.append((time.monotonic(), piece, server))
                    self.filled.notify()
        except OSError:
            pass
        self._end(device, server)
        device.close()

    def _carry(self):
        never, due = threading.Event(), 0.0
        while not self.isClosed:
            with self.filled:
                while not self.queue:
                    if not self.filled.wait(timeout=1.0) and self.isClosed:
                        return
                since, piece, server = self.queue.popleft()
            due = max(due, since) + len(piece) / self.rate
            if (ahead := due - time.monotonic()) > 0:
                never.wait(ahead)
            # By the link's own clock: how long this machine let the thread sleep is not the device's doing.
            self.longest_wait = max(self.longest_wait, due - since)
            try:
                server.sendall(piece)
            except OSError:
                pass
            self.carried_bytes += len(piece)
            if self.carried_bytes >= self.bytes_between_cuts:
                self.carried_bytes = 0
                self.cut()

    def _down(self, server, device):
        try:
            while piece := server.recv(65536):
                device.sendall(piece)
        except OSError:
            pass
        self._end(server, device)
        server.close()

    @staticmethod
    def _end(*ends):
        for one in ends:
            try:
                one.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass


class Answer:
    def __init__(self, response):
        self.status, self.headers, self.body = response.status, response.headers, response.read()

    def __getitem__(self, name):
        return self.headers[name]

    @property
    def code(self):
        return json.loads(self.body)['code']

    @property
    def offset(self):
        return int(self.headers['Upload-Offset'])


class Tus:
    """A tus 1.0 client, written from the protocol's text."""

    def __init__(self, url, token):
        host, _, port = url.partition('://')[2].partition('/')[0].partition(':')
        self.address, self.token, self.connection = (host, int(port)), token, None

    def close(self):
        if self.connection is not None:
            self.connection.close()
        self.connection = None

    def ask(self, method, path, body=None, **headers):
        """Header names with underscores for hyphens; one that is None is left out."""
        words = {'Tus-Resumable': '1.0.0', 'Authorization': f'Bearer {self.token}'}
        words.update({name.replace('_', '-'): value for name, value in headers.items()})
        if self.connection is None:
            self.connection = http.client.HTTPConnection(*self.address, timeout=20)
        self.connection.request(method, path, body, {name: str(value) for name, value in words.items() if value is not None})
        return Answer(self.connection.getresponse())

    def create(self, content, name=None, **headers):
        name = base64.b64encode((name_of(content) if name is None else name).encode()).decode()
        return self.ask('POST', '/blobs', **{'Upload_Length': len(content), 'Upload_Metadata': f'sha256 {name}', **headers})

    def patch(self, path, offset, piece, **headers):
        return self.ask('PATCH', path, piece, **{'Upload_Offset': offset,
                                                 'Content_Type': 'application/offset+octet-stream', **headers})

    def upload(self, content, piece_bytes=65536, **headers):
        """The last answer."""
        made = self.create(content)
        answer = made
        while made.status == 201 and answer.status in (201, 204) and answer.offset < len(content):
            offset = answer.offset
            answer = self.patch(made['Location'], offset, content[offset:offset + piece_bytes], **headers)
        return answer
