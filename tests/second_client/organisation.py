"""The tree of nodes, who has which role where (sync/PROTOCOL.md, 10), and the sums that policies set."""

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
        policies = [record for record in live if record.type.name == 'policy' and record.get('value') is not None
                    and record.get('active') is not False and not record.get('campaign')]
        self.policies = sorted(policies, key=lambda policy: policy.id)

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

    def sum(self, policy, place):
        """In fen, of the nearest on the way to the root; None where nobody has set it."""
        seen = set()
        while place in self.nodes and place not in seen:
            for one in self.policies:
                if one.place == place and one.get('name') == policy:
                    return int(round(one.get('value') * 1_000_000) / 10_000)
            seen.add(place)
            place = self.nodes[place]
        return None

    def roles(self, person, place):
        if not self.is_active(person):
            return set()
        return {role for node, role in self.of(person) if self.is_within(place, node)}

    def sees(self, person, record):
        return self.is_active(person) and any(
            role in AUDIENCES[record.audience]
            and (self.is_within(record.place, node) or self.is_within(node, record.place))
            for node, role in self.of(person))
