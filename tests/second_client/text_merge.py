"""The three-way merge of texts, from the words of sync/LAWS.md ("Texts")."""
import re

CELLS_MAX = 4_000_000


def words(text):
    return re.findall(r'[0-9A-Za-z_]+|.', text, re.DOTALL)


def partners(base, other):
    """For each word of base its position in other, or None; None at all when there is too much to compare."""
    head = 0
    while head < min(len(base), len(other)) and base[head] == other[head]:
        head += 1
    tail = 0
    while tail < min(len(base), len(other)) - head and base[-1 - tail] == other[-1 - tail]:
        tail += 1
    ours, theirs = base[head:len(base) - tail], other[head:len(other) - tail]
    if (len(ours) + 1) * (len(theirs) + 1) > CELLS_MAX:
        return None
    middle = [None if at is None else head + at for at in longest_common(ours, theirs)]
    return [*range(head), *middle, *range(len(other) - tail, len(other))]


def longest_common(ours, theirs):
    """Partners along a longest common subsequence."""
    # common[i][j] is the length of the longest one of ours[i:] and theirs[j:].
    common = [[0] * (len(theirs) + 1) for _ in range(len(ours) + 1)]
    for i in reversed(range(len(ours))):
        for j in reversed(range(len(theirs))):
            common[i][j] = (common[i + 1][j + 1] + 1 if ours[i] == theirs[j]
                            else max(common[i + 1][j], common[i][j + 1]))
    found, i, j = [None] * len(ours), 0, 0
    while i < len(ours) and j < len(theirs):
        if ours[i] == theirs[j]:
            found[i] = j
            i, j = i + 1, j + 1
        elif common[i + 1][j] >= common[i][j + 1]:
            i += 1
        else:
            j += 1
    return found


def merge(base, server, mine):
    """Both edits in one text, or None where a person must choose."""
    base, server, mine = words(base), words(server), words(mine)
    in_server, in_mine = partners(base, server), partners(base, mine)
    if in_server is None or in_mine is None:
        return None
    kept_by_both = [(at, in_server[at], in_mine[at]) for at in range(len(base))
                    if in_server[at] is not None and in_mine[at] is not None]
    merged, b, s, m = [], 0, 0, 0
    for b_end, s_end, m_end in [*kept_by_both, (len(base), len(server), len(mine))]:
        stretch = one_of(base[b:b_end], server[s:s_end], mine[m:m_end])
        if stretch is None:
            return None
        merged += stretch + base[b_end:b_end + 1]
        b, s, m = b_end + 1, s_end + 1, m_end + 1
    return ''.join(merged)


def one_of(base, server, mine):
    """The side that changed the stretch, when only one did or both did the same."""
    if server in (base, mine):
        return mine
    return server if mine == base else None
