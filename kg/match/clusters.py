"""Joining by rank: a person's judgements first, then what one name says, then likeness by score.

A join that would unite a pair judged different is refused. Nothing but the judgements and their order
decides, so the same judgements give the same clusters however they came about.
"""

from collections.abc import Iterable
from typing import NamedTuple


class Join(NamedTuple):
    """Two nodes that are one, and why; ``score`` orders the machine's joins."""

    left: str
    right: str
    score: float
    reason: str


class Apart(NamedTuple):
    """Two nodes that are never one, and why."""

    left: str
    right: str
    reason: str


class Clusters:
    """Disjoint sets of nodes that know whom they must not meet; ``joined`` are the joins that united some."""

    def __init__(self) -> None:
        self.joined: list[Join] = []
        self._parent: dict[str, str] = {}
        self._size: dict[str, int] = {}
        self._foes: dict[str, set[str]] = {}

    def find(self, node: str) -> str:
        """The node that stands for its set; a node never seen stands for itself."""
        root = node
        while (parent := self._parent.get(root, root)) != root:
            root = parent
        while (parent := self._parent.get(node, node)) != root:
            self._parent[node] = root
            node = parent
        return root

    def keep_apart(self, left: str, right: str) -> None:
        """From now on no join unites the two; of two that are one already nothing changes."""
        a, b = self.find(left), self.find(right)
        if a != b:
            self._foes.setdefault(a, set()).add(right)
            self._foes.setdefault(b, set()).add(left)

    def join(self, join: Join) -> bool:
        """Unite the sets of two nodes; False if a pair across them is to be kept apart."""
        a, b = self.find(join.left), self.find(join.right)
        if a == b:
            return True
        if self._are_foes(a, b):
            return False
        if self._size.get(a, 1) < self._size.get(b, 1):
            a, b = b, a
        self._parent[b] = a
        self._size[a] = self._size.get(a, 1) + self._size.pop(b, 1)
        if foes := self._foes.pop(b, None):
            self._foes.setdefault(a, set()).update(foes)
        self.joined.append(join)
        return True

    def _are_foes(self, a: str, b: str) -> bool:
        """Whether one set holds a foe of the other; each knows all of its own."""
        if len(self._foes.get(b, ())) < len(self._foes.get(a, ())):
            a, b = b, a
        return any(self.find(foe) == b for foe in self._foes.get(a, ()))


class Stage(NamedTuple):
    """What is said at one rank: who differs, then who is one, the surest first, of equals the first given."""

    apart: list[Apart]
    joins: list[Join]


def cluster(stages: Iterable[Stage]) -> Clusters:
    """The clusters that the stages make, one after the other; a later one changes nothing that stands."""
    found = Clusters()
    for stage in stages:
        for pair in stage.apart:
            found.keep_apart(pair.left, pair.right)
        for join in sorted(stage.joins, key=lambda join: -join.score):
            found.join(join)
    return found
