"""A connection to the server (PROTOCOL.md, 3), and a device that talks over it."""
import asyncio
import contextlib

import websockets

from client import packed

SUBPROTOCOL = 'zhixing.sync.1'
MESSAGE_BYTES_MAX = 1_048_576
SECONDS = 20


class Link:
    """`async with Link(url) as link:`, then text messages each way. With `names` (packed.Names) what the server says is packed
    on its way; what is said to it need not be."""

    def __init__(self, url, names=None):
        self._names = names
        offered = [names.subprotocol] if names else [SUBPROTOCOL]
        self._connecting = websockets.connect(url, subprotocols=offered, compression=None, max_size=MESSAGE_BYTES_MAX)
        self._socket = None
        self.bytes_received = 0

    async def __aenter__(self):
        self._socket = await self._connecting
        assert self._socket.subprotocol == (self._names.subprotocol if self._names else SUBPROTOCOL)
        return self

    async def __aexit__(self, *_):
        await self._socket.close()

    async def send(self, *messages):
        """What a closed connection does not take is lost; what was said before it closed can still be received."""
        with contextlib.suppress(websockets.ConnectionClosed):
            for message in messages:
                # Answers come in the kind of the hello, and packed ones are no text.
                await self._socket.send(message.encode() if self._names else message)

    async def receive(self):
        data = await asyncio.wait_for(self._socket.recv(), SECONDS)
        self.bytes_received += len(data)
        return packed.unpack(self._names, data) if self._names else data

    async def closed(self):
        """The status the server closed with."""
        await asyncio.wait_for(self._socket.wait_closed(), SECONDS)
        return self._socket.close_code

    def vanish(self):
        """As when the network goes: no farewell."""
        self._socket.transport.abort()


async def meet(device, link):
    """Says hello and takes in the welcome; what follows from it has been sent."""
    await link.send(device.hello())
    while not device.is_welcome and not device.refusals:
        await step(device, link)


async def step(device, link):
    await link.send(*device.receive(await link.receive()))


async def quiet(device, link):
    """Until everything recorded was decided and has come back, and the two ends have compared."""
    while device.store.outbox or device.agreed is None:
        await step(device, link)


async def sync(device, link):
    """Sends what is to be sent, or asks anew, until it is quiet."""
    device.agreed = None
    pushes = device.push()
    await link.send(*(pushes if device.store.outbox else [device.pull()]))
    await quiet(device, link)


async def until(device, link, holds):
    """Follows what comes by itself until `holds()`."""
    while not holds():
        await step(device, link)
