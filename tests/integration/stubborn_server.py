"""Servers that answer as ours does not, or only in trouble: portals that want a login, proxies, refusals of every kind, garbage. A device
has to keep its work whatever it hears."""
import asyncio
import contextlib
import json
import threading

import websockets
from websockets.datastructures import Headers

from client.link import SUBPROTOCOL

REFUSALS_FOR_GOOD = ('not_enrolled', 'device_revoked', 'person_disabled', 'token_expired', 'unsupported_protocol')
REFUSALS = ('unexpected_message', 'malformed', 'too_large', 'timed_out', 'busy', 'shutting_down', 'disk_full', 'io_failed', 'damaged',
            'locked', 'internal', 'counter_gap', 'wrong_epoch')
PAGES = {'login page': (200, 'text/html', b'<html>Please sign in to this network</html>'),
         'moved': (302, 'text/html', b''), 'not found': (404, 'text/plain', b'nothing here'),
         'gateway': (502, 'text/html', b'<html>Bad gateway</html>'), 'unavailable': (503, 'application/json', b'{"code":"busy"}')}
GARBAGE = {'no JSON': b'hello?', 'nothing': b'', 'another message': b'{"t":"party"}', 'half a message': b'{"t":"welcome","epoch":',
           'too large': b'{"t":"page"}' + b' ' * 2**20, 'no UTF-8': b'\xff\xfe', 'a list': b'[]',
           'a page before the welcome': b'{"t":"page","from":0,"to":5,"head":5}'}


def refusal(code):
    """In bytes, because our devices speak in binary and are answered in the same kind."""
    return json.dumps({'t': 'refused', 'code': code, 'message': 'no', 'fatal': True, 'retry_after_ms': 0}).encode()


class Stubborn:
    """Says `words` to whoever says hello and hangs up; or answers with a `page` instead of a WebSocket at all; or never answers."""

    def __init__(self, words=None, page=None, subprotocol=SUBPROTOCOL, is_silent=False):
        self.words, self.page, self.subprotocol, self.is_silent = words, page, subprotocol, is_silent
        self.heard = 0

    async def meet(self, socket):
        self.heard += 1
        with contextlib.suppress(websockets.ConnectionClosed):
            await socket.recv()
            if self.is_silent:
                await socket.wait_closed()
            await socket.send(self.words)

    async def answer(self, path, headers):
        if self.page is None:
            return None
        self.heard += 1
        status, kind, body = self.page
        return status, Headers({'Content-Type': kind, 'Location': 'http://127.0.0.1:1/'}), body


@contextlib.contextmanager
def listening(stubborn):
    """Its address, while it listens in a thread of its own."""
    loop, known = asyncio.new_event_loop(), threading.Event()
    address = []

    async def serve():
        async with websockets.serve(stubborn.meet, '127.0.0.1', 0, subprotocols=[stubborn.subprotocol], compression=None,
                                    process_request=stubborn.answer, close_timeout=0.2) as server:
            address.append('ws://{}:{}/sync'.format(*server.sockets[0].getsockname()))
            known.set()
            await over.wait()

    over = asyncio.Event()
    thread = threading.Thread(target=loop.run_until_complete, args=(serve(),), daemon=True)
    thread.start()
    assert known.wait(timeout=30)
    try:
        yield address[0]
    finally:
        loop.call_soon_threadsafe(over.set)
        thread.join()
        loop.close()
