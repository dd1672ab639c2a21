"""By what both ends see that they hold the same (PROTOCOL.md, 9.3 and 10)."""
import hashlib
import uuid


def blake2b_128(data):
    return hashlib.blake2b(data, digest_size=16)


def record_hash(record_id, version):
    data = uuid.UUID(record_id).bytes + version.to_bytes(8, 'big')
    return int.from_bytes(blake2b_128(data).digest(), 'big')


def digest(rows):
    """Count and sum, as they stand in `caught_up`, of (id, version) pairs."""
    hashes = [record_hash(record_id, version) for record_id, version in rows]
    return len(hashes), f'{sum(hashes) % 2**128:032x}'


def scopes_key(scopes):
    """What `hello` names a set of scopes by."""
    if not scopes:
        return ''
    lines = ''.join(f'{node} {audience}\n' for node, audience in scopes)
    return blake2b_128(lines.encode()).hexdigest()
