"""Messages as text (PROTOCOL.md, 4): an envelope and further lines, each one JSON object."""
import json


def line(members):
    return json.dumps(members, ensure_ascii=False, separators=(',', ':'))


def message(t, lines=(), **keys):
    """`lines` are written already: an operation is the same bytes for ever."""
    return '\n'.join([line({'t': t, **keys}), *lines])


def read(text):
    """The envelope and the further lines."""
    envelope, *lines = map(json.loads, text.split('\n'))
    return envelope, lines
