"""Values: what a field may hold, and how it is written (sync/PROTOCOL.md, 5, and the catalog's limits)."""
import json
import re
import uuid

TAG_LENGTH_MAX = 40
WHITE = ' \t\n\r\v\f\u3000'


class Rejected(Exception):
    """Why an operation is not taken: code, field and limit as an outcome says them."""

    def __init__(self, code, field=None, limit=None):
        said = {'code': code, 'field': field, 'limit': limit}
        self.said = {key: value for key, value in said.items() if value is not None}
        super().__init__(str(self.said))


# ---- reading

def is_integer(value):
    return isinstance(value, int) and not isinstance(value, bool)


def is_list_of(test):
    return lambda value: isinstance(value, list) and all(map(test, value))


def is_text(value):
    return isinstance(value, str)


READABLE = {
    **dict.fromkeys(['text', 'long_text', 'option', 'reference'], is_text),
    **dict.fromkeys(['integer', 'money', 'instant', 'counter', 'rating'], is_integer),
    'decimal': lambda value: is_integer(value) or isinstance(value, float),
    'date': lambda value: is_text(value) and re.fullmatch(r'\d{4}-\d\d-\d\d', value) is not None,
    'boolean': lambda value: isinstance(value, bool),
    **dict.fromkeys(['references', 'tags'], is_list_of(is_text)),
    'place': lambda value: isinstance(value, list) and len(value) == 3,
    'answers': lambda value: isinstance(value, dict) and all(map(is_text, value.values())),
    'checklist': is_list_of(lambda item: isinstance(item, list) and len(item) == 2 and is_text(item[0])
                            and isinstance(item[1], bool)),
}


def read_values(type_, values):
    """As the server takes them in: sets ascending, each member once; ids in lower case."""
    return {name: read_value(type_, name, value) for name, value in values.items()}


def read_value(type_, name, value):
    field = type_.fields.get(name)
    if field is None:
        raise Rejected('unknown_field', name)
    if value is None:
        return None
    kind = field['kind']
    if not READABLE[kind](value):
        raise Rejected('wrong_type', name)
    if kind == 'reference':
        return read_id(name, value)
    if kind == 'references':
        return sorted({read_id(name, one) for one in value})
    if kind == 'tags':
        return sorted(set(value), key=lambda tag: tag.encode())
    if kind == 'checklist' and len({item for item, _ in value}) < len(value):
        raise Rejected('duplicate_key', name)
    return value


def read_id(name, value):
    try:
        return str(uuid.UUID(value))
    except ValueError:
        raise Rejected('bad_reference', name) from None


# ---- limits

def check_value(field, value, may_be_missing=True):
    """A value that may be unset; limits are the catalog's."""
    name, limits = field['name'], field['limits']
    if not may_be_missing and field['required'] and is_missing(value):
        raise Rejected('required', name)
    if value is None:
        return
    if 'length_max' in limits:
        if len(value) > limits['length_max']:
            raise Rejected('too_long', name, limits['length_max'])
        if field['kind'] == 'text' and re.search('[\r\n]', value):
            raise Rejected('malformed', name)
    if 'min' in limits and field['kind'] != 'date':
        for bound, is_passed in ((limits['min'], value < limits['min']), (limits['max'], value > limits['max'])):
            if is_passed:
                raise Rejected('out_of_range', name, bound)
    if 'items_max' in limits and len(value) > limits['items_max']:
        raise Rejected('too_many', name, limits['items_max'])
    if 'options' in field and value not in field['options']:
        raise Rejected('not_an_option', name)
    if field['kind'] == 'tags':
        for tag in value:
            if len(tag) > TAG_LENGTH_MAX:
                raise Rejected('too_long', name, TAG_LENGTH_MAX)
            if not tag.strip(WHITE):
                raise Rejected('required', name)


def check_record(type_, fields):
    for name, field in type_.fields.items():
        check_value(field, fields.get(name), may_be_missing=False)


def is_missing(value):
    return value is None or (is_text(value) and not value.strip(WHITE))


# ---- writing

def written(value, field=None):
    """As it stands in a line; numbers with as few places as say the same."""
    if isinstance(value, float):
        return f'{value:.6f}'.rstrip('0').rstrip('.')
    if field and field['kind'] == 'place' and value is not None:
        return '[' + ','.join(written(float(number)) for number in value) + ']'
    return json.dumps(value, ensure_ascii=False, separators=(',', ':'))


def is_same(one, other):
    """Equal as written: answers and checklists are in order, and 1 is not true."""
    if isinstance(one, (int, float)) and isinstance(other, (int, float)):
        return one == other and isinstance(one, bool) == isinstance(other, bool)
    return written(one) == written(other)
