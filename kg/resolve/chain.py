"""The chain of joins that makes two names one entity."""

from collections.abc import Iterable

from kg.match.bearers import SEED
from kg.match.clusters import Join
from kg.records import Entity
from kg.store import Store


def path(store: Store, entity: Entity, left: str, right: str) -> list[Join]:
    """The joins from one name's key to the other's, in order; none if no article has both."""
    joined = store.names.resolution([left, right]).clusters.joined
    ends = (node(store, entity, left), node(store, entity, right))
    return between(joined, *ends)


def node(store: Store, entity: Entity, key: str) -> str:
    """Where the entity's name with this key stands among what is joined: its bearer of most mentions.

    A known name that no article holds stands where the known entity does.
    """
    own = set(store.names.bearers_of(entity.id))
    found = [bearer for bearer in store.names.bearers(key) if bearer.id in own]
    if not found:
        return SEED + entity.id
    return min(found, key=lambda bearer: (-bearer.mentions, bearer.id)).id


def between(joined: Iterable[Join], left: str, right: str) -> list[Join]:
    """The joins that lead from one node to another; there is one way at most, since no join closes a ring."""
    beside: dict[str, list[Join]] = {}
    for join in joined:
        beside.setdefault(join.left, []).append(join)
        beside.setdefault(join.right, []).append(join)
    came: dict[str, tuple[str, Join] | None] = {left: None}
    waiting = [left]
    while waiting and right not in came:
        here = waiting.pop()
        for join in beside.get(here, ()):
            there = join.right if join.left == here else join.left
            if there not in came:
                came[there] = here, join
                waiting.append(there)
    found: list[Join] = []
    while step := came.get(right):
        right, join = step
        found.append(join)
    return found[::-1]
