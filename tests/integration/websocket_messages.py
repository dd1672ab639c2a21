"""Splits one direction of a connection into what a WebSocket carries, whether or not it is masked. Knows bytes, no sockets."""
import dataclasses

CONTINUATION, CLOSE = 0x0, 0x8


@dataclasses.dataclass(frozen=True)
class Unit:
    """Something that can be passed on, repeated or dropped as a whole. `raw` is all of it as it travelled."""
    kind: str               # 'http', 'control' or 'message'
    raw: bytes
    payload: bytes = b''    # of a message: what was said, unmasked and in one piece


class Messages:
    """feed() takes bytes as they come and gives back the units that are complete; the rest waits for more."""

    def __init__(self):
        self._waiting = b''
        self._is_websocket = None       # not known before the HTTP header is complete
        self._begun = []                # frames of a message whose last one is still to come

    def feed(self, data):
        self._waiting += data
        units = []
        while (unit := self._next()) is not None:
            units.append(unit)
        return units

    def _next(self):
        if not self._waiting:
            return None
        if self._is_websocket is None:
            return self._header()
        if not self._is_websocket:      # a plain request or answer: nothing to split
            unit, self._waiting = Unit('http', self._waiting), b''
            return unit
        while (frame := self._frame()) is not None:
            raw, opcode, is_last, payload = frame
            if opcode >= CLOSE:
                return Unit('control', raw)
            self._begun.append((raw, payload))
            if is_last:
                whole = Unit('message', *(b''.join(parts) for parts in zip(*self._begun)))
                self._begun = []
                return whole
        return None

    def _header(self):
        end = self._waiting.find(b'\r\n\r\n') + 4
        if end < 4:
            return None
        unit = Unit('http', self._waiting[:end])
        self._waiting = self._waiting[end:]
        self._is_websocket = b'\r\nupgrade: websocket' in unit.raw.lower()
        return unit

    def _frame(self):
        """The next whole frame as (raw, opcode, is_last, payload); RFC 6455, section 5.2."""
        head = self._waiting
        if len(head) < 2:
            return None
        is_masked, length = head[1] & 0x80, head[1] & 0x7F
        extra = {126: 2, 127: 8}.get(length, 0)
        begin = 2 + extra + (4 if is_masked else 0)
        if len(head) < begin:
            return None
        if extra:
            length = int.from_bytes(head[2:2 + extra], 'big')
        if len(head) < begin + length:
            return None
        raw, self._waiting = head[:begin + length], head[begin + length:]
        payload = raw[begin:]
        if is_masked:
            payload = unmasked(payload, raw[begin - 4:begin])
        return raw, raw[0] & 0x0F, bool(raw[0] & 0x80), payload


def unmasked(payload, key):
    """The same key takes a mask off and puts it on."""
    mask = (key * (len(payload) // 4 + 1))[:len(payload)]
    return (int.from_bytes(payload, 'big') ^ int.from_bytes(mask, 'big')).to_bytes(len(payload), 'big')
