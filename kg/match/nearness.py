"""Names that stand near each other: those that share a block and that may be one bearer's, whatever it is."""

from array import array
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from kg.match.blocking import plain
from kg.match.readings import Form, are_near, form_blocks

Numbers = NDArray[np.int64]

LOW = 32  # bits that hold the second of two numbers packed into one


def near_names(forms: Sequence[Form], names: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The pairs of names, the smaller number first, of which two written forms are near.

    ``names`` numbers the name of each form. Gives what comparing form by form as they come would give.
    """
    found: set[tuple[int, int]] = set()
    for left, right in _sharing(forms, np.asarray(names, dtype=np.int64)):
        low, high = sorted((names[left], names[right]))
        if (low, high) not in found and are_near(forms[left], forms[right]):
            found.add((low, high))
            yield low, high


def components(count: int, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The numbers below ``count`` in sets that pairs connect, each set in order."""
    parent = list(range(count))

    def find(one: int) -> int:
        while parent[one] != one:
            parent[one] = one = parent[parent[one]]
        return one

    for left, right in pairs:
        low, high = sorted((find(left), find(right)))
        parent[high] = low
    found: dict[int, list[int]] = {}
    for one in range(count):
        found.setdefault(find(one), []).append(one)
    return list(found.values())


def _sharing(forms: Sequence[Form], names: Numbers) -> Iterator[tuple[int, int]]:
    """The pairs of forms of two names that share a block, each once and in order."""
    values, members = array("q"), array("q")
    for number, form in enumerate(forms):
        for block in form_blocks(form):
            values.append(hash(plain(block)))
            members.append(number << 1 | (plain(block) != block))
    groups = _groups(np.asarray(values), np.asarray(members))
    packed = [pairs for group in groups if len(pairs := _pairs(group, names))]
    for pair in np.unique(np.concatenate(packed)) if packed else ():
        yield int(pair) >> LOW, int(pair) & ((1 << LOW) - 1)


def _groups(values: Numbers, members: Numbers) -> Iterator[Numbers]:
    """The members of each value that has several."""
    order = np.argsort(values, kind="stable")
    values, members = values[order], members[order]
    starts = np.flatnonzero(np.append(True, values[1:] != values[:-1])) if len(values) else values
    ends = np.append(starts[1:], len(values))
    for start, end in zip(starts[ends - starts > 1], ends[ends - starts > 1], strict=True):
        yield members[start:end]


def _pairs(group: Numbers, names: Numbers) -> Numbers:
    """The pairs of a group of forms that are of two names, packed into one number each.

    The lowest bit of a form says that its key is no plain one: two such forms are no pair.
    """
    group = np.unique(group)
    left, right = np.triu_indices(len(group), 1)
    low, high = group[left], group[right]
    is_pair = (low & high & 1) == 0
    low, high = low[is_pair] >> 1, high[is_pair] >> 1
    is_of_two = names[low] != names[high]
    packed: Numbers = (low[is_of_two] << LOW) | high[is_of_two]
    return packed
