"""How one field is settled (sync/LAWS.md, "Fields")."""
import dataclasses
from typing import Any

import text_merge
from values import Rejected, check_value, is_same


@dataclasses.dataclass
class Contest:
    base: Any
    server: Any
    mine: Any
    is_later: bool


@dataclasses.dataclass
class Settled:
    value: Any
    is_merged: bool = False
    loser: str = ''    # 'mine' or 'server': whose value must be kept


def merge(field, contest):
    """Law 1, 2 and 4. `is_later` says whether mine has the later stamp."""
    base, server, mine = contest.base, contest.server, contest.mine
    policy = field['merge']
    if policy == 'counter':
        total = (server or 0) + (mine or 0) - (base or 0)
        if not holds(field, total):
            return Settled(server, loser='mine')
        return Settled(total, is_merged=not is_same(server, base))
    if policy == 'workflow' or is_same(server, mine) or is_same(server, base):
        return Settled(mine)
    if policy in MERGED:
        merged = MERGED[policy](field, base, server, mine)
        if merged is not None and holds(field, merged.value):
            return Settled(merged.value, is_merged=True)
    if policy == 'later_edit' and contest.is_later:
        return Settled(mine, loser='server')
    return Settled(server, loser='mine')


def holds(field, value):
    try:
        check_value(field, value, may_be_missing=False)
    except Rejected:
        return False
    return True


@dataclasses.dataclass
class Merged:
    value: Any


def merge_set(field, base, server, mine):
    base, server, mine = base or [], server or [], mine or []
    if field['kind'] in ('answers', 'checklist'):
        return merge_members(field, dict(base), dict(server), dict(mine))
    added, removed = set(mine) - set(base), set(base) - set(mine)
    merged = sorted(set(server) - removed | added, key=lambda member: member.encode())
    return Merged(merged or None)


def merge_members(field, base, server, mine):
    """Member by member: the server's in its order, then those that mine added."""
    merged = {}
    for key in [*server, *(key for key in mine if key not in server)]:
        theirs, now, before = server.get(key), mine.get(key), base.get(key)
        if now in (before, theirs):
            value = theirs
        elif theirs == before:
            value = now
        else:
            return None
        if value is not None:
            merged[key] = value
    members = merged if field['kind'] == 'answers' else [list(item) for item in merged.items()]
    return Merged(members or None)


def merge_append(field, base, server, mine):
    base, server, mine = base or '', server or '', mine or ''
    if mine.startswith(base):
        return Merged(server + mine[len(base):])
    return Merged(server + '\n' + mine)


def merge_text(field, base, server, mine):
    merged = text_merge.merge(base or '', server or '', mine or '')
    return None if merged is None else Merged(merged or None)


MERGED = {'set': merge_set, 'append': merge_append, 'text': merge_text}
