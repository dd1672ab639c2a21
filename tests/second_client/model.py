"""The authority as sync/LAWS.md states it: one operation after the other, no store, no sessions, no clock. It is as slow as it
likes; it has to be right at a glance."""
import dataclasses
import uuid

from client import digest
from client.catalog import Type
from merging import Contest, merge
from organisation import Organisation
from values import Rejected, check_record, check_value, is_same, read_values, written

CLOCK_AHEAD_MAX = 300_000
KEPT_BYTES_MAX = 65_536
ORGANISATION = ('node', 'person', 'grant', 'policy')


@dataclasses.dataclass(frozen=True)
class Record:
    type: Type
    id: str
    place: str
    audience: str
    version: int
    is_deleted: bool
    fields: dict            # set ones only
    field_versions: dict    # when each last changed; 1 when it is not in here
    holds_since: dict       # mark of a unique key -> (the values it holds, since when)

    def get(self, name):
        return self.fields.get(name)

    def line(self):
        """As in a dump."""
        return {'type': self.type.name, 'id': self.id, 'place': self.place, 'audience': self.audience,
                'version': self.version, **self.fields}


@dataclasses.dataclass(frozen=True)
class Change:
    """Who made one version of a record."""
    person: str | None
    device: str | None
    at: int | None


@dataclasses.dataclass(frozen=True)
class Author:
    person: str
    device: str


class Authority:
    merge = staticmethod(merge)

    def __init__(self, catalog, rows, head):
        """Begins with what a dump shows: nobody is remembered as its author, and every field as old as its record."""
        self.catalog, self.head = catalog, head
        self.records, self.history, self.holds = {}, {}, 0
        self.outcomes, self.last = {}, {}    # by device: {n: outcome}, newest n
        for row in rows:
            type_ = catalog[row['type']]
            fields = {name: row[name] for name in type_.fields if name in row}
            versions = dict.fromkeys(type_.fields, row['version'])
            self.records[row['id']] = Record(type_, row['id'], row['place'], row['audience'], row['version'], False,
                                             fields, versions, {})
        self.organisation = Organisation(self.records.values())

    # ---- pushes

    def push(self, author, acked, operations, now):
        """The outcomes of one push; its lines are dicts in the order they were written in."""
        kept = self.outcomes.setdefault(author.device, {})
        for n in [n for n in kept if n <= acked]:
            del kept[n]
        answers, group = [], []
        last = self.last.get(author.device, 0)
        for operation in operations:
            if operation['n'] <= last:
                answers.append(kept.get(operation['n'], {'n': operation['n'], 'result': 'duplicate', 'version': 0,
                                                         'seq': self.head}))
                continue
            group.append(operation)
            if not operation.get('more') or not self.is_readable(operation):
                answers += self.decide_group(author, group, now)
                group = []
        assert not group, 'a push may not end inside a group'
        for answer in answers:
            if answer['n'] > last:
                self.last[author.device] = answer['n']
                kept[answer['n']] = answer
        return answers

    def decide_group(self, author, group, now):
        """All or nothing, judged by the organisation as it is before."""
        before = self.head, self.holds, dict(self.records), dict(self.history)
        outcomes = []
        for operation in group:
            try:
                outcomes.append({'n': operation['n'], **self.decide(author, operation, now), 'seq': self.head})
            except Rejected as rejected:
                outcomes.append({'n': operation['n'], 'result': 'rejected', 'version': 0, 'seq': self.head, **rejected.said})
        culprit = next((outcome for outcome in outcomes if outcome['result'] == 'rejected'), None)
        if culprit:
            self.head, self.holds, self.records, self.history = before
            return [{**outcome, 'seq': self.head} if outcome is culprit else
                    {'n': outcome['n'], 'result': 'rejected', 'version': 0, 'seq': self.head, 'code': 'group_failed'}
                    for outcome in outcomes]
        if any(operation['type'] in ORGANISATION for operation in group):
            self.organisation = Organisation(self.records.values())
        return outcomes

    def is_readable(self, operation):
        try:
            self.read(operation)
        except Rejected:
            return False
        return True

    def read(self, operation):
        type_ = self.catalog.get(operation['type'])
        if type_ is None:
            raise Rejected('unknown_type', 'type')
        new, was = (read_values(type_, operation.get(key, {})) for key in ('set', 'was'))
        return type_, new, was

    def decide(self, author, operation, now):
        """One operation: `result`, `version` and `conflicts`, or Rejected."""
        type_, new, was = self.read(operation)
        operation = {**operation, 'set': new, 'was': was, 'at': held_back(operation['at'], now)}
        self.check_references(type_, new)
        if operation['do'] == 'add':
            return self.add(author, type_, operation)
        record = self.records.get(operation['id'])
        if record is None or record.type is not type_ or not self.organisation.sees(author.person, record):
            raise Rejected('not_found')
        return {'edit': self.edit, 'delete': self.delete, 'revive': self.revive}[operation['do']](
            author, record, operation, now)

    # ---- the four verbs

    def add(self, author, type_, operation):
        if operation['id'] in self.records:
            raise Rejected('already_exists')
        given = {name: value for name, value in operation['set'].items() if value is not None}
        fields = {**type_.defaults(), **given}
        if type_.get('author'):
            fields[type_.get('author')] = author.person
        if type_.get('recorded_at'):
            fields[type_.get('recorded_at')] = operation['at']
        record = Record(type_, operation['id'], operation.get('place', self.organisation.home(author.person)),
                        operation.get('audience', type_.audience), 1, False, fields, {}, {})
        record = dataclasses.replace(record, place=self.place_by_content(record) or record.place)

        self.check_place(record)
        self.may_create(author, record)
        for name, value in given.items():
            check_value(type_.fields[name], value)
            if self.is_state(type_, name):
                self.check_step(author, record, type_.fields[name]['default'], value)
            elif not self.is_among(author, record, type_.fields[name]['writers']):
                raise Rejected('forbidden', name)
            else:
                self.check_signatures(author, record, name, None, value)
        check_record(type_, fields)
        self.stage(author, operation, self.marked(record))
        return {'result': 'applied', 'version': 1}

    def edit(self, author, record, operation, now):
        if record.is_deleted:
            kept = self.keep_whole(author, operation, record)
            return {'result': 'conflict', 'version': record.version, 'conflicts': [kept]}
        self.check_change(author, record, operation)
        return self.settle(author, record, operation, now)

    def settle(self, author, record, operation, now):
        settled, conflicts, result = {}, [], 'applied'
        for name, mine in operation['set'].items():
            field = record.type.fields[name]
            rival = self.history.get((record.id, record.field_versions.get(name, 1)))
            contest = Contest(operation['was'].get(name), record.get(name), mine,
                              is_later=rival is None or rival.at is None or operation['at'] > rival.at)
            outcome = self.merge(field, contest)
            if outcome.is_merged:
                result = 'merged'
            if outcome.loser:
                conflicts.append(self.keep_field(author, operation, record, field, contest, outcome, rival))
            settled[name] = outcome.value
        fields = dict(record.fields)
        changed = self.take(author, record, fields, settled, now)
        after = self.moved(dataclasses.replace(record, fields=fields), operation)
        if conflicts:
            result = 'conflict'
        said = {'result': result, 'version': record.version, **({'conflicts': conflicts} if conflicts else {})}
        if changed or (after.place, after.audience) != (record.place, record.audience):
            said['version'] = record.version + 1
            versions = {**record.field_versions, **dict.fromkeys(changed, said['version'])}
            after = dataclasses.replace(after, version=said['version'], field_versions=versions)
            self.stage(author, operation, self.marked(after))
        return said

    def delete(self, author, record, operation, now):
        if record.is_deleted:
            return {'result': 'applied', 'version': record.version}
        self.may_delete(author, record)
        if self.others_changed(author, record, operation):
            kept = self.keep_whole(author, operation, record)
            return {'result': 'conflict', 'version': record.version, 'conflicts': [kept]}
        after = dataclasses.replace(record, version=record.version + 1, is_deleted=True, holds_since={})
        self.stage(author, operation, after)
        return {'result': 'applied', 'version': after.version}

    def revive(self, author, record, operation, now):
        self.may_delete(author, record)
        if not record.is_deleted:
            return self.edit(author, record, operation, now)
        self.check_change(author, record, operation)
        fields, version = dict(record.fields), record.version + 1
        changed = self.take(author, record, fields, operation['set'], now)
        check_record(record.type, fields)
        after = self.moved(dataclasses.replace(record, fields=fields), operation)
        after = dataclasses.replace(after, version=version, is_deleted=False,
                                    field_versions={**record.field_versions, **dict.fromkeys(changed, version)})
        self.stage(author, operation, self.marked(after))
        return {'result': 'applied', 'version': version}

    def take(self, author, record, fields, values, now):
        """Puts the values that differ from the record's into `fields`. Returns what changed."""
        changed = []
        for name, value in values.items():
            if is_same(value, record.get(name)):
                continue
            fields[name] = value
            changed.append(name)
            if self.is_state(record.type, name):
                changed += self.stamp(record.type, fields, author, now)
        for name in [name for name, value in fields.items() if value is None]:
            del fields[name]
        return changed

    # ---- what is asked

    def check_change(self, author, record, operation):
        """Law 8 comes after everything else."""
        self.check_edit(author, record, operation)
        if self.is_judgement(record, operation) and self.others_changed(author, record, operation):
            raise Rejected('outdated', record.type.get('workflow')['field'])

    def check_references(self, type_, values):
        for name, value in values.items():
            kind, target = type_.fields[name]['kind'], type_.fields[name].get('target')
            if value is None or kind not in ('reference', 'references'):
                continue
            for one in [value] if kind == 'reference' else value:
                found = self.records.get(one)
                if found is None or found.type.name != target:
                    raise Rejected('bad_reference', name)

    def check_edit(self, author, record, operation):
        type_ = record.type
        for name, value in operation['set'].items():
            check_value(type_.fields[name], value, may_be_missing=False)
        different = {name: value for name, value in operation['set'].items() if not is_same(value, record.get(name))}
        states = {self.state(record), *(value for name, value in different.items() if self.is_state(type_, name))}
        for name, value in different.items():
            field = type_.fields[name]
            if self.is_state(type_, name):
                self.check_step(author, record, self.state(record), value)
            elif self.is_servers(type_, field) or not self.is_among(author, record, field['writers']):
                raise Rejected('forbidden', name)
            elif field.get('fixed') or not states & set(field.get('states', states)):
                raise Rejected('not_editable', name)
        for name, value in operation['set'].items():
            self.check_signatures(author, record, name, operation['was'].get(name), value)
        self.check_move(author, record, dataclasses.replace(record, fields={**record.fields, **different}), operation)

    def check_signatures(self, author, record, name, before, after):
        """People put down and take back themselves, and nobody signs their own record."""
        if not record.type.fields[name].get('signed'):
            return
        for person in sorted(set(before or []) ^ set(after or [])):
            if person != author.person:
                raise Rejected('forbidden', name)
            if self.is_author(author, record):
                raise Rejected('self_approval', name)

    def check_move(self, author, record, edited, operation):
        moved = self.moved(edited, operation)
        if (moved.place, moved.audience) == (record.place, record.audience):
            return
        self.check_place(moved)
        self.may_delete(author, record)
        if not self.is_among(author, moved, record.type.described['creators']):
            raise Rejected('forbidden')

    def check_place(self, record):
        if record.place != record.id and record.place not in self.organisation.nodes:
            raise Rejected('bad_reference', 'place')

    def may_create(self, author, record):
        type_, described = record.type, record.type.described
        if not self.is_among(author, record, described['creators'], is_author=True):
            raise Rejected('forbidden')
        start = self.first_state(type_)
        for name, field in type_.fields.items():
            if is_same(record.get(name), field.get('default')) or name in (type_.get('author'), type_.get('recorded_at')):
                continue
            if self.is_state(type_, name):
                self.check_step(author, record, start, record.get(name))
            elif self.is_servers(type_, field) or not self.is_among(author, record, field['writers'], is_author=True):
                raise Rejected('forbidden', name)
            elif not {start, self.state(record)} & set(field.get('states', [start])):
                raise Rejected('not_editable', name)

    def may_delete(self, author, record):
        if not self.is_among(author, record, record.type.described['deleters']):
            raise Rejected('forbidden')

    def check_step(self, author, record, before, after):
        if before == after:
            return
        workflow = record.type.get('workflow')
        steps = [step for step in workflow['transitions'] if (step['from'], step['to']) == (before, after)]
        admitted = [step for step in steps if self.is_among(author, record, step['who'])]
        is_author = self.is_author(author, record)
        if not steps:
            raise Rejected('bad_transition', workflow['field'])
        if not admitted:
            raise Rejected('forbidden', workflow['field'])
        if is_author and all(step.get('not_by_author') for step in admitted):
            raise Rejected('self_approval', workflow['field'])
        if all(self.is_beyond(author, record, step) for step in admitted):
            limit = admitted[0]['limit']
            raise Rejected('second_approval', limit['amount'], self.organisation.sum(limit['policy'], record.place))

    def is_beyond(self, author, record, step):
        """Whether the step is for a higher role, because of the record's sum."""
        limit = step.get('limit')
        most = limit and self.organisation.sum(limit['policy'], record.place)
        return most is not None and abs(record.get(limit['amount']) or 0) > most and not self.is_among(
            author, record, limit['beyond'])

    def is_judgement(self, record, operation):
        workflow = record.type.get('workflow')
        step = workflow and (self.state(record), operation['set'].get(workflow['field']))
        return workflow and any(step == (one['from'], one['to']) and one.get('not_by_author')
                                for one in workflow['transitions'])

    def others_changed(self, author, record, operation):
        """Since the version beneath what the author saw; another device of the same person is another."""
        since = range(operation.get('base', 0) + 1, record.version + 1)
        made_by = [self.history.get((record.id, version)) for version in since]
        return any(change is None or change.device != author.device for change in made_by)

    # ---- who somebody is to a record

    def is_author(self, author, record):
        return record.type.get('author') is not None and record.get(record.type.get('author')) == author.person

    def is_among(self, author, record, writers, is_author=None):
        place = record.place
        if place == record.id and place not in self.organisation.nodes:
            place = record.get('parent')    # a node that is new is judged where it is put
        roles = self.organisation.roles(author.person, place)
        is_author = self.is_author(author, record) if is_author is None else is_author
        owner = record.type.get('owner')
        return bool(roles & set(writers) or ('author' in writers and is_author)
                    or ('owner' in writers and owner and record.get(owner) == author.person))

    @staticmethod
    def is_state(type_, name):
        return type_.get('workflow') is not None and type_.get('workflow')['field'] == name

    @staticmethod
    def first_state(type_):
        workflow = type_.get('workflow')
        return type_.fields[workflow['field']]['options'][0] if workflow else ''

    def state(self, record):
        workflow = record.type.get('workflow')
        return (workflow and record.get(workflow['field'])) or self.first_state(record.type)

    @staticmethod
    def is_servers(type_, field):
        workflow = type_.get('workflow') or {}
        return not field['writers'] or field['name'] in (
            type_.get('author'), type_.get('recorded_at'), workflow.get('decided_by'), workflow.get('decided_at'))

    # ---- what is written

    @staticmethod
    def place_by_content(record):
        by = record.type.get('placed_by')
        return record.id if by == 'id' else record.get(by) if by else None

    def moved(self, record, operation):
        place = self.place_by_content(record) or operation.get('place', record.place)
        return dataclasses.replace(record, place=place, audience=operation.get('audience', record.audience))

    @staticmethod
    def stamp(type_, fields, author, now):
        workflow = type_.get('workflow')
        stamps = {workflow.get('decided_by'): author.person, workflow.get('decided_at'): now}
        stamps = {name: value for name, value in stamps.items() if name}
        fields.update(stamps)
        return list(stamps)

    def marked(self, record):
        """With the marks of its unique keys: true when another live record has held the same values for longer."""
        fields, since = dict(record.fields), {}
        for key in record.type.get('unique') or []:
            values = written([record.get(name) for name in key['fields']])
            fields[key['mark']] = False
            if any(record.get(name) is None for name in key['fields']):
                continue
            held, when = record.holds_since.get(key['mark'], (None, 0))
            if held != values:
                self.holds += 1
                when = self.holds
            since[key['mark']] = (values, when)
            fields[key['mark']] = any(
                other.id != record.id and other.type is record.type and not other.is_deleted
                and other.holds_since.get(key['mark'], (None, 0))[0] == values
                and other.holds_since[key['mark']][1] < when for other in self.records.values())
        return dataclasses.replace(record, fields=fields, holds_since=since)

    def stage(self, author, operation, record):
        self.head += 1
        self.records[record.id] = record
        self.history[record.id, record.version] = Change(author.person, author.device, operation['at'])

    # ---- conflict records

    def keep_field(self, author, operation, record, field, contest, outcome, rival):
        mine_lost = outcome.loser == 'mine'
        lost, kept = (contest.mine, contest.server) if mine_lost else (contest.server, contest.mine)
        values = {'field': field['name'], 'base_value': written(contest.base, field), 'kept_value': written(kept, field),
                  'lost_value': written(lost, field)}
        return self.keep(author, operation, record, field['name'], values, rival, mine_lost)

    def keep_whole(self, author, operation, record):
        lost = '{"deleted":true}' if operation['do'] == 'delete' else written_object(record.type, operation['set'])
        rival = self.history.get((record.id, record.version))
        return self.keep(author, operation, record, '', {'lost_value': lost}, rival, True)

    def keep(self, author, operation, record, field_name, values, rival, mine_lost):
        type_ = self.catalog['conflict']
        for value in values.values():
            if len(value.encode()) > KEPT_BYTES_MAX:
                raise Rejected('too_long', field_name or None, KEPT_BYTES_MAX)
        mine = (author.person, operation['at'], author.device)
        theirs = (rival.person, rival.at, rival.device) if rival else (None, None, None)
        (kept_by, kept_at, kept_device), (lost_by, lost_at, lost_device) = (theirs, mine) if mine_lost else (mine, theirs)
        fields = {**type_.defaults(), 'record_type': record.type.name, 'record_id': record.id, **values,
                  'kept_by': kept_by, 'kept_at': kept_at, 'kept_device': kept_device,
                  'lost_by': lost_by, 'lost_at': lost_at, 'lost_device': lost_device}
        fields = {name: value for name, value in fields.items() if value is not None}
        kept = conflict_id(author.device, operation['n'], field_name)
        self.stage(author, operation, Record(type_, kept, record.place, record.audience, 1, False, fields, {}, {}))
        return kept


def held_back(at, now):
    return now if at > now + CLOCK_AHEAD_MAX else at


def written_object(type_, values):
    return '{' + ','.join(f'"{name}":{written(value, type_.fields[name])}' for name, value in values.items()) + '}'


def conflict_id(device, n, field_name):
    hashed = bytearray(digest.blake2b_128(f'{device}/{n}/{field_name}'.encode()).digest())
    hashed[6] = hashed[6] & 0x0F | 0x80    # a UUID of version 8
    hashed[8] = hashed[8] & 0x3F | 0x80
    return str(uuid.UUID(bytes=bytes(hashed)))
