"""What may be recorded, as `zhixing-cli describe` prints it: one JSON line a record type."""
import json


class Type:
    """One record type. Its fields keep the description's own form: a dict with `name`, `kind`, `merge`, `limits` …"""

    def __init__(self, described):
        self.described = described
        self.name = described['type']
        self.audience = described['audience']
        self.fields = {field['name']: field for field in described['fields']}

    def get(self, key):
        """A part of the description that not every type has: `placed_by`, `author`, `workflow` …"""
        return self.described.get(key)

    def defaults(self):
        return {name: field['default'] for name, field in self.fields.items() if 'default' in field}


def read(lines):
    """The types by name."""
    types = map(Type, map(json.loads, lines))
    return {one.name: one for one in types}
