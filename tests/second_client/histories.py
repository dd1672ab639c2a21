"""Random histories: a few people, a few records, edits that collide. A seed is a whole history, but for the ids of its records,
which the caller names, so that one server can hold it many times."""
import datetime
import random
import uuid

TYPES = ('task', 'task', 'task', 'feedback', 'spend', 'spend', 'budget_line', 'risk', 'checklist', 'partner', 'kpi',
         'kpi_reading', 'template', 'alert', 'calendar_day', 'comment', 'campaign', 'node', 'person', 'grant', 'policy')
WORDS = ['海', '报', '贴', '三', '楼', ' ', '，', 'door', 'A3', 'red', '\n', '!']
LIKELY = (5, 2, 4, 3, 4, 3, 2, 2, 1, 1)    # how often each device of world.DEVICES does something
XUHUI = '0197a000-0000-7001-8000-000000000011'
TAGS = ['堆头', '试饮', 'a', 'B']
LIMIT = 500_000    # above it, the demo's policy says, a spend is not for managers alone
NOW = 1_760_000_000_000    # stamps lie around here, far behind the clocks
FAR_AHEAD = 4_000_000_000_000
FIRST_DAY = datetime.date(2100, 1, 1)


class History:
    """Asks the model what is true now, and decides by its seed alone what each device does about it."""

    def __init__(self, seed, salt, devices, model, fixed):
        self.rng, self.salt, self.seed = random.Random(seed), salt, seed
        self.devices, self.model, self.fixed = devices, model, fixed   # fixed: ids by type that every history may refer to
        self.own = []           # ids of this history's records, in the order they were made
        self.views = [{} for _ in devices]     # what each device last saw of a record: (version, fields)
        self.made = 0

    def steps(self, count):
        """(device's index, operations without their numbers, what to do with them)."""
        for which, type_name in ((0, 'campaign'), (0, 'budget_line'), (0, 'kpi'), (4, 'task'), (5, 'spend')):
            yield which, [self.add(type_name)]
        for _ in range(count):
            which = self.index()
            self.refresh(which)
            operations = [self.operation(which) for _ in range(self.rng.choice([1, 1, 1, 2, 3]))]
            if len(operations) > 1 and self.rng.random() < 0.5:
                for operation in operations[:-1]:
                    operation['more'] = True
            yield which, operations
        yield from self.clean_up()

    def clean_up(self):
        """Takes back what other histories would notice: roles, nodes, limits."""
        administrator = next(at for at, device in enumerate(self.devices) if device.login == 'sun')
        for one in self.records('grant'):
            if not one.get('revoked'):
                yield administrator, [self.edit_of(one, {'revoked': True}, {'revoked': one.get('revoked')}, FAR_AHEAD)]
        for one in self.records('policy'):
            if one.get('active') is not False:
                yield administrator, [self.edit_of(one, {'active': False}, {'active': one.get('active')}, FAR_AHEAD)]

    def index(self):
        return self.rng.choices(range(len(self.devices)), LIKELY)[0]

    def place(self):
        """Mostly where most of them may see and write."""
        return XUHUI if self.rng.random() < 0.8 else self.rng.choice(self.fixed['node'])

    # ---- what a device knows

    def records(self, type_name=None):
        return [self.model.records[one] for one in self.own if one in self.model.records
                and (type_name is None or self.model.records[one].type.name == type_name)]

    def notice(self, outcomes):
        """Conflict records are records of this history too."""
        self.own += [kept for outcome in outcomes for kept in outcome.get('conflicts', []) if kept not in self.own]

    def refresh(self, which):
        for record in self.records():
            if self.rng.random() < 0.4:
                self.views[which][record.id] = record.version, dict(record.fields)

    # ---- what it does

    def operation(self, which):
        kind = self.rng.random()
        known = self.records()
        if kind < 0.12 or not known:
            return self.add(self.rng.choice(TYPES))
        if self.rng.random() < 0.8:
            person = self.devices[which].author.person
            known = [record for record in known if self.model.organisation.sees(person, record)] or known
        record = self.rng.choice(known[-12:] if self.rng.random() < 0.7 else known)
        version, seen = self.views[which].get(record.id, (0, {}))
        if kind < 0.18:
            return {'do': 'delete', 'type': record.type.name, 'id': record.id, **based(version), 'at': self.stamp()}
        if kind < 0.24:
            return {'do': 'revive', 'type': record.type.name, 'id': record.id, **based(version), 'at': self.stamp(),
                    **self.some_set(record, seen)}
        if kind < 0.30:
            return self.bad(record, version)
        return self.edit(which, record, version, seen)

    def add(self, type_name, **wrong):
        type_ = self.model.catalog[type_name]
        values = {}
        for name, field in type_.fields.items():
            likely = 1 if field['required'] else 0.2 if {'field', 'author'} & set(field['writers']) else 0.02
            if self.is_state(type_, name):
                likely = 0.1
            if self.rng.random() < likely:
                values[name] = self.value(field, None)
        values = {**values, **self.own_keys(type_name), **wrong}
        operation = {'do': 'add', 'type': type_name, 'id': self.new_id(), 'at': self.stamp(), 'set': values}
        if type_name not in ('node', 'grant') and self.rng.random() < 0.8:
            operation['place'] = self.place()
        if self.rng.random() < 0.08:
            operation['audience'] = self.rng.choice(['everyone', 'managers', 'headquarters'])
        return operation

    def edit(self, which, record, version, seen):
        names = self.editable(record)
        if self.rng.random() < 0.85:
            names = [name for name in names if self.may_write(which, record, name)] or names
        values = {}
        for name in self.rng.sample(names, min(len(names), self.rng.choice([1, 1, 2, 3]))):
            values[name] = self.value(record.type.fields[name], seen.get(name))
            if record.type.fields[name].get('signed') and self.rng.random() < 0.7:
                values[name] = sorted({self.devices[which].author.person} ^ set(seen.get(name) or []))
        was = {name: seen[name] for name in values if seen.get(name) is not None}
        if self.rng.random() < 0.05:
            was = {}
        self.views[which][record.id] = version, {**seen, **values}
        operation = self.edit_of(record, values, was, self.stamp(), version)
        if self.rng.random() < 0.06:
            operation['place'] = self.place()
        if self.rng.random() < 0.04:
            operation['audience'] = self.rng.choice(['everyone', 'managers', 'headquarters'])
        return operation

    def may_write(self, which, record, name):
        return self.model.is_among(self.devices[which].author, record, record.type.fields[name]['writers'])

    def editable(self, record):
        """Mostly the few fields where edits collide and everything that has a policy of its own."""
        fields = record.type.fields
        chosen = [name for name, field in fields.items()
                  if field['merge'] in ('counter', 'set', 'append', 'workflow', 'text') or name in ('title', 'name', 'amount')]
        return chosen + self.rng.sample(list(fields), 2) if self.rng.random() < 0.7 else list(fields)

    def edit_of(self, record, values, was, at, version=0):
        was = {name: value for name, value in was.items() if value is not None}
        return {'do': 'edit', 'type': record.type.name, 'id': record.id, **based(version), 'at': at,
                **({'set': values} if values else {}), **({'was': was} if was else {})}

    def some_set(self, record, seen):
        if self.rng.random() < 0.6:
            return {}
        name = self.rng.choice(self.editable(record))
        return {'set': {name: self.value(record.type.fields[name], seen.get(name))}}

    def bad(self, record, version):
        """Operations that nobody's program should make."""
        fields = record.type.fields
        text = next((name for name, field in fields.items() if field['kind'] == 'text'), None)
        number = next((name for name, field in fields.items() if field['kind'] in ('integer', 'money')), None)
        option = next((name for name, field in fields.items() if field['kind'] == 'option'), None)
        required = next((name for name, field in fields.items() if field['required']), None)
        reference = next((name for name, field in fields.items() if field['kind'] == 'reference'), None)
        tags = next((name for name, field in fields.items() if field['kind'] == 'tags'), None)
        wrong = self.rng.choice([
            {'no_such_field': 1}, {text: 5}, {text: '长' * 300}, {text: 'a\nb'}, {number: -(10 ** 15)}, {option: 'no such word'},
            {required: None}, {required: '  '}, {reference: str(uuid.UUID(int=self.rng.getrandbits(128)))},
            {reference: 'no id'}, {tags: ['x' * 41]}, {tags: [' ']}, {tags: [str(n) for n in range(51)]}])
        wrong = {name: value for name, value in wrong.items() if name is not None}
        kind = self.rng.random()
        if kind < 0.6:
            return self.edit_of(record, wrong, {}, self.stamp(), version)
        if kind < 0.7:
            return {**self.add(record.type.name), 'id': record.id}
        if kind < 0.8:
            return {**self.edit_of(record, {}, {}, self.stamp(), version), 'type': 'no_such_type'}
        if kind < 0.9:
            return {**self.edit_of(record, {}, {}, self.stamp(), version), 'type': self.rng.choice(TYPES)}
        return self.add(record.type.name, **wrong)

    # ---- values

    def value(self, field, seen):
        kind, rng = field['kind'], self.rng
        if seen is not None and rng.random() < 0.08:
            return None
        if kind == 'counter':
            return (seen or 0) + rng.randint(-3, 5)
        if kind == 'long_text':
            return self.rewritten(seen)
        if kind == 'text':
            return rng.choice(['a', 'b', '甲', '乙', ' '] if field['limits']['length_max'] < 100 else ['挂横幅', 'poster', '"x"'])
        if kind == 'option':
            return rng.choice(field['options'])
        if kind == 'boolean':
            return rng.random() < 0.5
        if kind == 'date':
            return f'2025-10-{rng.randint(1, 4):02d}'
        if kind == 'decimal':
            return rng.choice([1, 2.5, -0.25])
        if kind == 'place':
            return [rng.choice([31.2, -31]), 121.437521, rng.choice([0, 15])]
        if kind == 'answers':
            keys = rng.sample(['q1', 'q2', 'q3'], rng.randint(0, 2))
            return {key: rng.choice(['是', '否', '']) for key in keys}
        if kind == 'checklist':
            return [[item, rng.random() < 0.5] for item in rng.sample(['展架', '海报', '音响'], rng.randint(0, 3))]
        if kind == 'tags':
            return rng.sample(TAGS, rng.randint(0, 3))
        if kind in ('reference', 'references'):
            ids = [*self.fixed.get(field['target'], []), *(one.id for one in self.records(field['target']))]
            if kind == 'references':
                return rng.sample(ids, min(len(ids), rng.randint(0, 2)))
            return rng.choice(ids) if ids else None
        if kind == 'money' and rng.random() < 0.3:
            return rng.choice([LIMIT, LIMIT + 1, -LIMIT - 1])
        low, high = field['limits']['min'], field['limits']['max']
        return min(max(low, rng.randint(0, 6)), high) if rng.random() < 0.95 else high

    def rewritten(self, text):
        """The text with a word more, less or other: what two people do to it touches or does not."""
        if text is None or not isinstance(text, str):
            return ''.join(self.rng.choices(WORDS, k=6))
        letters = list(text)
        at = self.rng.randint(0, len(letters))
        if self.rng.random() < 0.3:
            return text + self.rng.choice(WORDS)
        letters[at:at + self.rng.randint(0, 2)] = self.rng.choices(WORDS, k=self.rng.randint(0, 2))
        return ''.join(letters)

    def own_keys(self, type_name):
        """Unique keys collide within a history, never between two."""
        mine = f'{self.salt}-{self.rng.randint(0, 1)}'
        keys = {'spend': {'invoice_number': mine}, 'alert': {'key': mine}, 'node': {'code': mine},
                'person': {'employee_number': mine}, 'calendar_day': {'day': self.day()},
                'policy': {'name': 'second_approval_above'}}
        return keys.get(type_name, {})

    def day(self):
        return str(FIRST_DAY + datetime.timedelta(days=2 * self.salt + self.rng.randint(0, 1)))

    def stamp(self):
        return FAR_AHEAD if self.rng.random() < 0.03 else NOW + self.rng.randint(0, 6) * 1000

    def new_id(self):
        self.made += 1
        new = str(uuid.UUID(int=random.Random(f'{self.seed}/{self.salt}/{self.made}').getrandbits(128)))
        self.own.append(new)
        return new

    @staticmethod
    def is_state(type_, name):
        return (type_.get('workflow') or {}).get('field') == name


def based(version):
    return {'base': version} if version else {}
