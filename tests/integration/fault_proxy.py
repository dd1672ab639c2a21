"""A TCP proxy of our own between a device and the server, which does to connections what bad networks do.

A fault decides about the bytes of one connection: pass_on(way, data) gives back steps, which the proxy carries out in
order. Faults have no socket, clock or thread, and each is good for one connection.

    with FaultProxy(server.url, lambda number: CutAfter(DOWN, 300) if number == 0 else Clean()) as proxy:
        device.server = proxy.url
"""
import asyncio
import dataclasses
import socket
import struct
import threading
from urllib.parse import urlsplit

from client import packed
from websocket_messages import Messages

UP, DOWN = 'up', 'down'     # what the device says, what the server says


# ---- steps

@dataclasses.dataclass(frozen=True)
class Send:
    data: bytes


@dataclasses.dataclass(frozen=True)
class Wait:
    seconds: float


@dataclasses.dataclass(frozen=True)
class Cut:
    """Both ends learn that the connection is gone; with `reset` as an error, and what is under way is destroyed."""
    reset: bool = False


@dataclasses.dataclass(frozen=True)
class Vanish:
    """Nothing passes any more in either direction, and nobody is told: the radio has gone."""


# ---- faults

class Clean:
    """Passes everything on. The others say where they differ."""
    refuses = False         # hang up at once, without calling the server
    lifetime = None         # seconds until the connection is cut

    def pass_on(self, way, data):
        return [Send(data)]


class Refuse(Clean):
    refuses = True


class LivesFor(Clean):
    """Is cut after so many seconds, wherever the conversation is."""

    def __init__(self, seconds):
        self.lifetime = seconds


class After(Clean):
    """Passes so many bytes of one direction on, and then takes the last step. `reached` says whether it came to that."""

    def __init__(self, way, count, last):
        self.way, self.count, self.left, self.last, self.reached = way, count, count, last, False

    def pass_on(self, way, data):
        if way != self.way:
            return [Send(data)]
        passed, self.left = data[:self.left], self.left - len(data)
        if self.left > 0:
            return [Send(passed)]
        self.reached = True
        return [Send(passed), self.last]


def CutAfter(way, count, reset=False):
    return After(way, count, Cut(reset))


def VanishAfter(way, count):
    return After(way, count, Vanish())


class Slow(Clean):
    """Every piece waits, and then trickles at so many bytes a second."""

    def __init__(self, delay=0.0, bytes_per_second=None, piece=256):
        self.delay, self.rate, self.piece = delay, bytes_per_second, piece

    def pass_on(self, way, data):
        steps = [Wait(self.delay)] if self.delay else []
        if self.rate is None:
            return [*steps, Send(data)]
        for begin in range(0, len(data), self.piece):
            part = data[begin:begin + self.piece]
            steps += [Wait(len(part) / self.rate), Send(part)]
        return steps


class ByMessage(Clean):
    """For faults that see messages rather than bytes: they decide about each in message()."""

    def __init__(self):
        self._ways = {UP: Messages(), DOWN: Messages()}

    def pass_on(self, way, data):
        return [step for unit in self._ways[way].feed(data)
                for step in (self.message(way, unit) if unit.kind == 'message' else [Send(unit.raw)])]

    def message(self, way, unit):
        return [Send(unit.raw)]


def says(unit, word):
    """Whether it is a message of this name; the name comes first in what our programs write."""
    return packed.name(unit.payload) == word


class LoseAnswer(ByMessage):
    """The server decides and commits, but from its first message of this name on nothing it says arrives."""

    def __init__(self, word='outcomes', last=Cut()):
        super().__init__()
        self.word, self.last, self.reached = word, last, False

    def message(self, way, unit):
        if way == DOWN and says(unit, self.word):
            self.reached = True
            return [self.last]
        return [Send(unit.raw)]


class Repeat(ByMessage):
    """Some messages arrive two to five times. `spared` are those that arrive once."""

    def __init__(self, random, chance=0.6, spared=('hello',)):
        super().__init__()
        self.random, self.chance, self.spared, self.repeated = random, chance, spared, 0

    def message(self, way, unit):
        if self.random.random() >= self.chance or any(says(unit, word) for word in self.spared):
            return [Send(unit.raw)]
        self.repeated += 1
        return [Send(unit.raw)] * self.random.randint(2, 5)


# ---- the proxy

class Ended(Exception):
    """This connection is over, by a fault."""

    def __init__(self, reset=False):
        super().__init__()
        self.reset = reset


class Connection:
    """One device's connection and the one to the server that belongs to it."""

    def __init__(self, fault, device, server):
        self.fault, self.ends = fault, {UP: device, DOWN: server}
        self.has_vanished = False
        self.hung_up = set()        # the ways along which a hang-up came
        self.carried = {UP: 0, DOWN: 0}

    async def run(self):
        reset = False
        try:
            async with asyncio.timeout(self.fault.lifetime), asyncio.TaskGroup() as pumps:
                pumps.create_task(self._pump(UP, DOWN))
                pumps.create_task(self._pump(DOWN, UP))
        except* Ended as ended:
            reset = any(end.reset for end in ended.exceptions)
        except* (OSError, TimeoutError):
            pass
        finally:
            for _, writer in self.ends.values():
                cut(writer, reset)

    async def _pump(self, way, onto):
        reader, _ = self.ends[way]
        _, writer = self.ends[onto]
        while data := await self._read(reader):
            for step in [] if self.has_vanished else self.fault.pass_on(way, data):
                await self._do(step, way, writer)
        self.hung_up.add(way)
        if not self.has_vanished:
            writer.write_eof()

    async def _read(self, reader):
        """A reset is a hang-up as well, and as such kept from the other end when the peer has vanished."""
        try:
            return await reader.read(65536)
        except ConnectionError:
            if not self.has_vanished:
                raise
            return b''

    async def _do(self, step, way, writer):
        if isinstance(step, Send):
            if not self.has_vanished:
                writer.write(step.data)
                self.carried[way] += len(step.data)
                await writer.drain()
        elif isinstance(step, Wait):
            await asyncio.sleep(step.seconds)
        elif isinstance(step, Vanish):
            self.has_vanished = True
        else:
            await writer.drain()
            raise Ended(step.reset)


def cut(writer, reset):
    if reset:
        linger = struct.pack('ii', 1, 0)
        writer.get_extra_info('socket').setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        writer.transport.abort()
    else:
        writer.close()


class FaultProxy:
    """Runs in a thread of its own from enter to exit. `fault_for(number)` gives the fault of the connection with that
    number, from 0; it may be exchanged at any time. `source` is the address that the server sees."""

    def __init__(self, target, fault_for=lambda number: Clean(), source='127.0.0.1'):
        address = urlsplit(target)
        self.target, self.fault_for, self.source = (address.hostname, address.port), fault_for, source
        self.connections = []
        self.count = 0
        self.url = None
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def __enter__(self):
        self._thread.start()
        self._server = self._call(asyncio.start_server(self._serve, '127.0.0.1', 0))
        self.url = 'ws://{}:{}/sync'.format(*self._server.sockets[0].getsockname())
        return self

    def __exit__(self, *_):
        self._call(self._close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def cut_all(self):
        """Everybody who is connected is cut off."""
        self._call(self._cut_all())

    def vanish_all(self):
        """Nothing passes any more for those who are connected, and nobody is told."""
        for connection in self.connections:
            connection.has_vanished = True

    def _call(self, coroutine):
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result(30)

    async def _serve(self, reader, writer):
        fault = self.fault_for(self.count)
        self.count += 1
        try:
            if fault.refuses:
                raise ConnectionRefusedError
            server = await asyncio.open_connection(*self.target, local_addr=(self.source, 0))
        except OSError:     # the server is not there, or should not seem to be
            cut(writer, reset=True)
            return
        connection = Connection(fault, (reader, writer), server)
        self.connections.append(connection)
        await connection.run()

    async def _cut_all(self):
        for connection in self.connections:
            for _, writer in connection.ends.values():
                cut(writer, reset=False)

    async def _close(self):
        self._server.close()
        await self._cut_all()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
