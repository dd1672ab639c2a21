"""Messages as fewer bytes (PROTOCOL.md, 18): what the server sends on a packed connection, as text again."""
import datetime
import hashlib
import json
import uuid

import zstandard

PLAIN = 'zhixing.sync.1'
PACKED, PACKED_COMPRESSED, TEXT_COMPRESSED = 1, 2, 3
MESSAGE_BYTES_MAX = 1_048_576
FIRST_DAY = datetime.date(1970, 1, 1)
WORDS = '''t n do type id base at place audience set was more version gone
    protocol schema token epoch cursor acked scopes credit pages part after until prefixes ids head now person device
    last_counter from to seq count sum last code message field limit fatal retry_after_ms
    result conflicts prefix children records
    hello push pull fill inspect fetch welcome outcomes page caught_up filled buckets fetched scopes_changed refused
    add edit delete revive applied merged conflict rejected duplicate deleted left all first rest
    everyone managers headquarters
    required too_long out_of_range not_an_option bad_reference not_editable forbidden bad_transition self_approval
    outdated not_found already_exists group_failed
    horizon history agreed devices received before connected second_approval'''.split()


class Names:
    """The types and fields of a catalog (catalog.read) by number."""

    def __init__(self, types):
        self.types = {one.described['id']: one for one in types.values()}
        self.fields = {one.name: {field['id']: name for name, field in one.fields.items()} for one in types.values()}
        lines = ''
        for number, one in self.types.items():
            lines += f'{number} {one.name}\n'
            for name, field in one.fields.items():
                lines += ' '.join(['', str(field['id']), name, *field.get('options', [])]) + '\n'
        self.subprotocol = f'{PLAIN}.1.packed.' + hashlib.blake2b(lines.encode(), digest_size=16).hexdigest()

        self.options = {(one.name, name): field.get('options', [])
                        for one in types.values() for name, field in one.fields.items()}


def unpack(names, data):
    """The message as text."""
    mark, lines = content(data)
    return '\n'.join(Reader(names, lines).lines()) if mark == PACKED else lines.decode()


def name(data):
    """What the message calls itself, when it begins with that."""
    mark, lines = content(data)
    if mark != PACKED:
        return json.loads(lines.split(b'\n', 1)[0]).get('t')
    reader = Reader(None, lines[1:])
    return json.loads(reader.value()) if reader.key() == 't' else None


def content(data):
    """Whether it is packed, and what there is to read."""
    data = data.encode() if isinstance(data, str) else data
    mark = data[0] if data[:1] in (b'\1', b'\2', b'\3') else None
    if mark in (PACKED_COMPRESSED, TEXT_COMPRESSED):
        whole = zstandard.ZstdDecompressor().decompress(data[1:], max_output_size=MESSAGE_BYTES_MAX)
        return (PACKED if mark == PACKED_COMPRESSED else None), whole
    return mark, data[1:] if mark else data


class Reader:
    """Packed values as JSON text. `names` is None on a connection that does not name the catalog."""

    def __init__(self, names, data):
        self.names, self.data, self.at = names, data, 0
        self.strings = []       # those that can be named again, as text
        self.type = None        # of the line

    def lines(self):
        while self.at < len(self.data):
            self.type = None
            yield self.value()

    def bytes(self, count):
        taken = self.data[self.at:self.at + count]
        if len(taken) < count:
            raise ValueError('ends too early')
        self.at += count
        return taken

    def byte(self):
        return self.bytes(1)[0]

    def varint(self):
        value, shift = 0, 0
        while (byte := self.byte()) >= 0x80:
            value |= (byte & 0x7F) << shift
            shift += 7
        return value | byte << shift

    def value(self, field=None):
        first = self.byte()
        if first < 0x80:
            return str(first)
        if first < 0xA0:
            return self.string(first - 0x80)
        if first < 0xB0:
            return self.object(first - 0xA0)
        if first < 0xC0:
            return self.array(first - 0xB0)
        if first < 0xE0:
            return quoted(self.names.options[self.type, field][first - 0xC0])
        return self.KINDS[first](self)

    def decimal(self):
        places, zigzag = self.byte(), self.varint()
        sign, digits = ('-', zigzag // 2 + 1) if zigzag & 1 else ('', zigzag // 2)
        text = str(digits).rjust(places + 1, '0')
        return f'{sign}{text[:-places]}.{text[-places:]}'

    def string(self, count):
        return self.said(self.bytes(count).decode(), count >= 4)

    def said(self, text, is_kept=True):
        if is_kept:
            self.strings.append(text)
        return quoted(text)

    def array(self, count):
        return '[' + ','.join([self.value() for _ in range(count)]) + ']'

    def object(self, count):
        members = []
        for _ in range(count):
            key = self.key()
            value = self.value(key)
            if key == 'type' and self.names and any(quoted(name) == value for name in self.names.fields):
                self.type = json.loads(value)
            members.append(f'{quoted(key)}:{value}')
        return '{' + ','.join(members) + '}'

    def key(self):
        first = self.byte()
        if first >= 0x80:
            return WORDS[first - 0x80]
        return json.loads(self.value()) if first == 0 else self.names.fields[self.type][first]

    KINDS = {
        0xE0: lambda self: 'null',
        0xE1: lambda self: 'false',
        0xE2: lambda self: 'true',
        0xE3: lambda self: str(self.varint() + 0x80),
        0xE4: lambda self: str(-1 - self.varint()),
        0xE5: decimal,
        0xE6: lambda self: self.bytes(self.varint()).decode(),
        0xE7: lambda self: self.string(self.varint() + 0x20),
        0xE8: lambda self: self.object(self.varint() + 0x10),
        0xE9: lambda self: self.array(self.varint() + 0x10),
        0xEA: lambda self: self.said(str(uuid.UUID(bytes=self.bytes(16)))),
        0xEB: lambda self: self.said(self.bytes(self.varint()).hex()),
        0xEC: lambda self: quoted((FIRST_DAY + datetime.timedelta(self.varint())).isoformat()),
        0xED: lambda self: quoted(self.strings[self.varint()]),
        0xEE: lambda self: quoted(WORDS[self.byte()]),
        0xEF: lambda self: quoted(self.names.types[self.varint()].name),
    }


def quoted(text):
    return json.dumps(text, ensure_ascii=False)
