"""Joining by likeness: two clusters become one only where none of their best known members differ.

约翰·史密斯 and 威廉·史密斯 are both like 史密斯; he is one of them, and then the other stays by himself.
Only names that may be one are compared beforehand, so it is the join that has to ask.
"""

from collections.abc import Iterable, Iterator
from itertools import product

from kg.match.clusters import Apart, Clusters, Join
from kg.match.compare import Match, compare
from kg.match.profile import Bearer

HEADS = 12  # members of a cluster that are asked: more change nothing, and a join costs the square of it


class Heads:
    """The most mentioned members of each cluster; two of them are compared once, when first asked for."""

    def __init__(self, clusters: Clusters, members: Iterable[Bearer]) -> None:
        self._clusters = clusters
        self._heads: dict[str, list[Bearer]] = {}
        self._compared: dict[tuple[str, str], Match] = {}
        for member in sorted(members, key=_rank):
            heads = self._heads.setdefault(clusters.find(member.id), [])
            if len(heads) < HEADS:
                heads.append(member)

    def join(self, join: Join) -> Apart | None:
        """Unite two clusters; what keeps them apart instead, None if nothing that is known of heads does."""
        left, right = self._clusters.find(join.left), self._clusters.find(join.right)
        if left == right:
            return None
        for one, other in product(self._heads.get(left, ()), self._heads.get(right, ())):
            match = self._match(one, other)
            if speaks_against(match):
                return Apart(one.id, other.id, words(match))
        if self._clusters.join(join):
            both = sorted((*self._heads.pop(left, ()), *self._heads.pop(right, ())), key=_rank)
            self._heads[self._clusters.find(left)] = both[:HEADS]
        return None

    def _match(self, one: Bearer, other: Bearer) -> Match:
        if other.id < one.id:
            one, other = other, one
        pair = (one.id, other.id)
        if pair not in self._compared:
            self._compared[pair] = compare(one.profile, other.profile)
        return self._compared[pair]


def join_alike(clusters: Clusters, joins: Iterable[Join], members: Iterable[Bearer]) -> Iterator[Apart]:
    """Make the joins, the surest first, of equals that of the most mentioned; yields what refused some."""
    here = list(members)
    mentions = {member.id: member.mentions for member in here}
    heads = Heads(clusters, here)
    ranked = sorted(joins, key=lambda join: (-join.score, -min(mentions[join.left], mentions[join.right])))
    yield from filter(None, map(heads.join, ranked))


def speaks_against(match: Match) -> bool:
    """Whether the two differ, and something tells so; two names of which no feature speaks may yet be one."""
    return match.verdict == "different" and any(reason.score < 0 for reason in match.reasons)


def words(match: Match) -> str:
    """The reasons in one line."""
    return "; ".join(reason.detail for reason in match.reasons)


def _rank(member: Bearer) -> tuple[int, str]:
    return (-member.mentions, member.id)
