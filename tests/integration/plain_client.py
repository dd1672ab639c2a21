"""A light client for tests that need hundreds of connections, or one that misbehaves: it speaks PROTOCOL.md over a WebSocket, and
keeps nothing but what it has said. For a device that holds records there is tests/second_client."""
import contextlib
import itertools
import time
import uuid

import websockets

from client import enrolment, link, messages
from programs import PASSWORD

GONE = (OSError, TimeoutError, websockets.WebSocketException)      # the connection is over, or never came about
_serial = itertools.count(1)


def token_of(enrolment_link):
    """The token of a new device."""
    return enrolment.enrol(enrolment_link, PASSWORD, 'a plain client')[1]['token']


def new_id():
    """A UUIDv7."""
    return str(uuid.UUID(int=(time.time_ns() // 1_000_000) << 80 | 7 << 76 | 2 << 62 | next(_serial)))


def now():
    return time.time_ns() // 1_000_000


def addition(counter, kind, fields, record=None):
    return {'n': counter, 'do': 'add', 'type': kind, 'id': record or new_id(), 'at': now(), 'set': fields}


class PlainClient:
    """One connection after its welcome:

        async with PlainClient.connected(url, token) as client:
            outcomes = await client.push(addition(client.counter + 1, 'feedback', {'text': …}))
    """

    def __init__(self, socket, welcome):
        self.socket, self.welcome = socket, welcome
        self.counter = welcome['last_counter']

    @classmethod
    @contextlib.asynccontextmanager
    async def connected(cls, url, token, source='127.0.0.1', cursor=0, epoch='', acked=0):
        base = url if url.endswith('/sync') else url + '/sync'
        async with websockets.connect(base, subprotocols=[link.SUBPROTOCOL], compression=None, ping_interval=None,
                                      close_timeout=1, open_timeout=20, local_addr=(source, 0)) as socket:
            await say(socket, 'hello', protocol=1, schema='', token=token, epoch=epoch, cursor=cursor, acked=acked, scopes='')
            envelope, _ = await hear(socket)
            if envelope['t'] != 'welcome':
                raise Refused(envelope)
            yield cls(socket, envelope)

    async def push(self, *operations, acked=0):
        """The outcomes, by counter. Whatever else comes before them is passed over."""
        await say(self.socket, 'push', *operations, acked=acked)
        return await self.outcomes({operation['n'] for operation in operations})

    async def outcomes(self, wanted):
        found = {}
        while wanted - found.keys():
            envelope, lines = await hear(self.socket)
            if envelope['t'] == 'refused':
                raise Refused(envelope)
            if envelope['t'] == 'outcomes':
                found.update((line['n'], line) for line in lines)
        return found

    async def pull(self, cursor=0):
        """(lines, caught_up): the feed from there on, to its end."""
        await say(self.socket, 'pull', cursor=cursor, credit=8)
        lines = []
        while True:
            envelope, more = await hear(self.socket)
            if envelope['t'] == 'caught_up':
                return lines, envelope
            if envelope['t'] == 'refused':
                raise Refused(envelope)
            if envelope['t'] == 'page':
                lines += more
                await say(self.socket, 'credit', pages=1)


class Refused(Exception):
    def __init__(self, envelope):
        super().__init__(f'{envelope.get("code")}: {envelope.get("message")}')
        self.code = envelope.get('code')


async def say(socket, t, *lines, **keys):
    await socket.send(messages.message(t, map(messages.line, lines), **keys))


async def hear(socket):
    """(envelope, further lines) of the next message."""
    return messages.read(await socket.recv())
