"""The tree of nodes and who has which role where (sync/PROTOCOL.md, 10)."""

AUDIENCES = {
    'everyone': {'field', 'site_manager', 'regional_manager', 'headquarters', 'finance', 'administrator'},
    'managers': {'site_manager', 'regional_manager', 'headquarters', 'finance', 'administrator'},
    'headquarters': {'headquarters', 'finance', 'administrator'},
}


class Organisation:
    def __init__(self, records=()):
        live = [record for record in records if not record.is_deleted]
        self.nodes = {record.id: record.get('parent') for record in live if record.type.name == 'node'}
        self.people = {record.id: record for record in live if record.type.name == 'person'}
        grants = [record for record in live if record.type.name == 'grant' and not record.get('revoked')]
        self.grants = sorted(grants, key=lambda grant: grant.id)

    def of(self, person):
        """(node, role) of each of the person's grants."""
        return [(grant.get('node') or grant.place, grant.get('role')) for grant in self.grants
                if grant.get('person') == person]

    def is_active(self, person):
        return person in self.people and self.people[person].get('active') is not False

    def home(self, person):
        granted = self.of(person)
        return granted[0][0] if granted else self.people[person].place

    def is_within(self, node, ancestor):
        seen = set()
        while node in self.nodes and node not in seen:
            if node == ancestor:
                return True
            seen.add(node)
            node = self.nodes[node]
        return False

    def roles(self, person, place):
        if not self.is_active(person):
            return set()
        return {role for node, role in self.of(person) if self.is_within(place, node)}

    def sees(self, person, record):
        return self.is_active(person) and any(
            role in AUDIENCES[record.audience]
            and (self.is_within(record.place, node) or self.is_within(node, record.place))
            for node, role in self.of(person))
