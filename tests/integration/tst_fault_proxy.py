"""The fault proxy is held against what it promises: the faults by the steps they ask for, the proxy with an echo for a server."""
import contextlib
import random
import socket
import socketserver
import threading
import unittest
from urllib.parse import urlsplit

from fault_proxy import (DOWN, UP, Clean, Cut, CutAfter, FaultProxy, LivesFor, LoseAnswer, Refuse, Repeat, Send, Slow, Vanish,
                         VanishAfter, Wait)
from websocket_messages import Messages, unmasked

UPGRADE = b'GET /sync HTTP/1.1\r\nUpgrade: websocket\r\n\r\n'


def frame(payload, opcode=2, is_last=True, key=None):
    first = bytes([(0x80 if is_last else 0) | opcode])
    mask = 0x80 if key else 0
    length = len(payload)
    size = (bytes([mask | length]) if length < 126 else
            bytes([mask | 126]) + length.to_bytes(2, 'big') if length < 65536 else
            bytes([mask | 127]) + length.to_bytes(8, 'big'))
    return first + size + (key + unmasked(payload, key) if key else payload)


class Splitting(unittest.TestCase):
    def units(self, data, step):
        messages = Messages()
        return [unit for begin in range(0, len(data), step) for unit in messages.feed(data[begin:begin + step])]

    def test_messages_are_found_however_the_bytes_arrive(self):
        stream = (UPGRADE + frame(b'{"t":"pull"}', key=b'abcd') + frame(b'x' * 300) + frame(b'y' * 70_000, key=b'\1\2\3\4'))
        for step in (1, 2, 7, 1000, len(stream)):
            units = self.units(stream, step)
            self.assertEqual([unit.kind for unit in units], ['http', 'message', 'message', 'message'])
            self.assertEqual([len(unit.payload) for unit in units], [0, 12, 300, 70_000])
            self.assertEqual(units[1].payload, b'{"t":"pull"}')
            self.assertEqual(b''.join(unit.raw for unit in units), stream)

    def test_a_message_in_frames_is_one_and_a_ping_between_them_is_not_part_of_it(self):
        units = self.units(UPGRADE + frame(b'one ', is_last=False) + frame(b'!', opcode=9) + frame(b'two', opcode=0), 3)
        self.assertEqual([unit.kind for unit in units], ['http', 'control', 'message'])
        self.assertEqual(units[2].payload, b'one two')

    def test_what_is_no_websocket_passes_as_it_is(self):
        plain = b'POST /enrol HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}'
        self.assertEqual(b''.join(unit.raw for unit in self.units(plain, 5)), plain)


class Faults(unittest.TestCase):
    def test_cut_after_k_bytes_passes_exactly_k_of_that_direction(self):
        for step in (1, 3, 10):
            fault, passed = CutAfter(DOWN, 7), b''
            self.assertEqual(fault.pass_on(UP, b'question'), [Send(b'question')])
            for begin in range(0, 10, step):
                steps = fault.pass_on(DOWN, b'0123456789'[begin:begin + step])
                passed += b''.join(one.data for one in steps if isinstance(one, Send))
                if Cut() in steps:
                    break
            self.assertEqual(passed, b'0123456')
            self.assertTrue(fault.reached)

    def test_vanishing_is_not_cutting(self):
        self.assertEqual(VanishAfter(UP, 2).pass_on(UP, b'abc'), [Send(b'ab'), Vanish()])

    def test_slow_link_keeps_to_its_rate(self):
        steps = Slow(delay=0.5, bytes_per_second=1000).pass_on(UP, b'x' * 600)
        self.assertAlmostEqual(sum(step.seconds for step in steps if isinstance(step, Wait)), 0.5 + 0.6)
        self.assertEqual(b''.join(step.data for step in steps if isinstance(step, Send)), b'x' * 600)

    def test_lost_answer_lets_the_question_through_and_nothing_after_it_back(self):
        fault = LoseAnswer('outcomes')
        self.assertEqual(fault.pass_on(UP, UPGRADE + frame(b'{"t":"push"}', key=b'wxyz'))[-1],
                         Send(frame(b'{"t":"push"}', key=b'wxyz')))
        steps = fault.pass_on(DOWN, UPGRADE + frame(b'{"t":"page"}') + frame(b'{"t":"outcomes"}'))
        self.assertEqual(steps, [Send(UPGRADE), Send(frame(b'{"t":"page"}')), Cut()])
        self.assertTrue(fault.reached)

    def test_repeated_messages_come_two_to_five_times_and_spared_ones_once(self):
        counts = set()
        for seed in range(200):
            fault = Repeat(random.Random(seed), chance=1)
            steps = fault.pass_on(UP, UPGRADE + frame(b'{"t":"hello"}', key=b'abcd') + frame(b'{"t":"push"}', key=b'efgh'))
            self.assertEqual(steps[:2], [Send(UPGRADE), Send(frame(b'{"t":"hello"}', key=b'abcd'))])
            self.assertEqual(set(steps[2:]), {Send(frame(b'{"t":"push"}', key=b'efgh'))})
            counts.add(len(steps) - 2)
        self.assertEqual(counts, {2, 3, 4, 5})


class Echo(socketserver.StreamRequestHandler):
    def handle(self):
        with contextlib.suppress(ConnectionError):
            while data := self.request.recv(1000):
                self.server.heard += data
                self.request.sendall(data)
        self.server.ended.set()


class EchoServer(socketserver.ThreadingTCPServer):
    daemon_threads = True
    heard = b''

    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.ended = threading.Event()


class Proxying(unittest.TestCase):
    def setUp(self):
        self.echo = self.enterContext(EchoServer(('127.0.0.1', 0), Echo))
        threading.Thread(target=self.echo.serve_forever, args=(0.02,), daemon=True).start()
        self.addCleanup(self.echo.shutdown)

    def proxy(self, *faults):
        """One fault a connection, in this order, and none for those that follow."""
        given = iter(faults)
        target = 'ws://{}:{}'.format(*self.echo.server_address)
        return self.enterContext(FaultProxy(target, lambda number: next(given, Clean())))

    def connected(self, proxy):
        address = urlsplit(proxy.url)
        return socket.create_connection((address.hostname, address.port), timeout=10)

    def talk(self, proxy, data):
        """What comes back until the connection ends, or all of it is there."""
        heard = b''
        with self.connected(proxy) as line:
            line.sendall(data)
            while len(heard) < len(data) and (more := line.recv(1000)):
                heard += more
        return heard

    def test_clean_connection_carries_everything(self):
        self.assertEqual(self.talk(self.proxy(), b'hello' * 10_000), b'hello' * 10_000)

    def test_cut_connection_carries_k_bytes_and_the_next_one_all(self):
        proxy = self.proxy(CutAfter(DOWN, 3))
        self.assertEqual([self.talk(proxy, b'hello') for _ in range(2)], [b'hel', b'hello'])
        self.assertEqual(proxy.count, 2)

    def test_server_hears_k_bytes_of_what_is_cut_on_the_way_to_it(self):
        with self.connected(self.proxy(CutAfter(UP, 2))) as line:
            line.sendall(b'hello')
            while line.recv(10):
                pass
        self.assertTrue(self.echo.ended.wait(timeout=10))
        self.assertEqual(self.echo.heard, b'he')

    def test_reset_is_an_error_to_the_device(self):
        with self.assertRaises(ConnectionResetError):
            self.talk(self.proxy(CutAfter(UP, 1, reset=True)), b'hello')

    def test_refused_connection_ends_at_once(self):
        with self.assertRaises(ConnectionError):
            self.talk(self.proxy(Refuse()), b'hello')

    def test_connection_that_lives_for_a_while_ends(self):
        with self.connected(self.proxy(LivesFor(0.05))) as line:
            self.assertEqual(line.recv(10), b'')

    def test_vanished_peer_is_silent_and_does_not_hang_up(self):
        proxy = self.proxy(VanishAfter(DOWN, 2))
        with self.connected(proxy) as line:
            line.sendall(b'hello')
            self.assertEqual(line.recv(2), b'he')
            line.settimeout(0.3)
            with self.assertRaises(TimeoutError):
                line.recv(10)
            line.settimeout(10)
            proxy.cut_all()
            self.assertEqual(line.recv(10), b'')


if __name__ == '__main__':
    unittest.main()
