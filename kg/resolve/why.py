"""Why two names are one entity, or two: the chain of joins between them, or what keeps them apart."""

from collections.abc import Iterator

from msgspec import Struct

from kg.match.bearers import NAME, SEED, Resolution
from kg.match.compare import Match, compare
from kg.match.profile import Bearer
from kg.records import Entity
from kg.resolve.chain import between, node
from kg.resolve.uses import as_such, forms, held, members, own_key
from kg.store import Store

SAME_NAME = "the same name"


class Step(Struct, frozen=True, kw_only=True):
    """Two names that are one, or are not, and why; ``score`` is how sure a join is."""

    left: str
    right: str
    reason: str
    score: float | None = None


class Named(Struct, frozen=True, kw_only=True):
    """A name as it was asked for, and the entity it means."""

    name: str
    entity: str
    id: str
    type: str


class Why(Struct, frozen=True, kw_only=True):
    """The answer: of one entity ``steps`` lead from name to name; of two ``apart`` tells what divides them.

    ``match`` compares the two names as far as they are known; ``is_open`` if nothing divides them but that
    the program is not sure enough, or never compared them because their names have nothing in common.
    """

    left: Named
    right: Named
    is_one: bool
    steps: tuple[Step, ...] = ()
    apart: tuple[Step, ...] = ()
    match: Match | None = None
    is_open: bool = False


def why(store: Store, left: str, right: str) -> Why:
    """What makes the two names one or two; QueryError if one of them is no entity's."""
    with store.snapshot():
        one, other = as_such(store, left), as_such(store, right)
        keys = own_key(store, one, left), own_key(store, other, right)
        named = _named(one, keys[0]), _named(other, keys[1])
        if one.id == other.id:
            return Why(left=named[0], right=named[1], is_one=True, steps=tuple(_steps(store, one, *keys)))
        return _two(store, named, (one, other), keys)


def _named(entity: Entity, key: str) -> Named:
    return Named(name=forms(entity)[key], entity=entity.name, id=entity.id, type=entity.type)


def _steps(store: Store, entity: Entity, left: str, right: str) -> Iterator[Step]:
    """The joins from name to name, those left out that lead from a name to its bearer."""
    names = forms(entity)
    if left == right:
        yield Step(left=names[left], right=names[right], reason=SAME_NAME, score=1.0)
        return
    joined = store.names.resolution([left, right]).clusters.joined
    here, end = node(store, entity, left), node(store, entity, right)
    labels = _labels(store, entity)
    at = labels.get(here, names[left])
    if here == SEED + entity.id and names[left] != at:
        yield Step(left=names[left], right=at, reason=f"a known name of {at}", score=1.0)
    for join in between(joined, here, end):
        here = join.right if join.left == here else join.left
        label = labels.get(here, here.removeprefix(SEED))
        if label != at:
            yield Step(left=at, right=label, reason=join.reason, score=join.score)
            at = label
    if here == SEED + entity.id and names[right] != at:
        yield Step(left=at, right=names[right], reason=f"a known name of {at}", score=1.0)


def _labels(store: Store, entity: Entity) -> dict[str, str]:
    """What each node of an entity is called: 智谱, or 张伟 in 甲报/1.txt for one article's use of a name."""
    found = {SEED + entity.id: entity.name}
    for key, form in forms(entity).items():
        found[NAME + key] = form
        found |= {bearer.id: form for bearer in store.names.bearers(key)}
    for one in held(store):
        for side in one.sides:
            article = store.article(side.article) if side.article else None
            found.setdefault(side.node, side.name)
            if article:
                found[side.node] = f"{side.name} in {article.source}"
    return found


def _two(
    store: Store, named: tuple[Named, Named], entities: tuple[Entity, Entity], keys: tuple[str, str]
) -> Why:
    """What keeps two entities apart: people, what the program found, or that it is not sure."""
    resolved = store.names.resolution([keys[0]])
    apart = (*_by_people(store, entities), *_by_program(store, resolved, entities))
    return Why(
        left=named[0],
        right=named[1],
        is_one=False,
        apart=apart,
        match=_match(resolved, _bearer(store, entities[0], keys[0]), _bearer(store, entities[1], keys[1])),
        is_open=not apart,
    )


def _match(resolved: Resolution, left: Bearer | None, right: Bearer | None) -> Match | None:
    """How alike two bearers are, with what articles tell of both where that was asked; None for sources."""
    if left is None or right is None:
        return None
    ids = {left.id, right.id}
    doubted = (doubt.match for doubt in resolved.doubts if {doubt.left, doubt.right} == ids)
    return next(doubted, None) or compare(left.profile, right.profile)


def _bearer(store: Store, entity: Entity, key: str) -> Bearer | None:
    """The bearer of the entity's name; None for a nameless source."""
    id_ = node(store, entity, key)
    return next((bearer for bearer in store.names.bearers(key) if bearer.id == id_), None)


def _by_people(store: Store, entities: tuple[Entity, Entity]) -> Iterator[Step]:
    """What people judged different of the two."""
    sides = [members(store, entity) for entity in entities]
    for one in held(store):
        for here, there in (one.sides, one.sides[::-1]):
            if one.judgement.verdict == "different" and here.id in sides[0] and there.id in sides[1]:
                judge, reason = one.judgement.judge, one.judgement.reason
                words = f"{judge} judged so: {reason}" if reason else f"{judge} judged so"
                yield Step(left=here.name, right=there.name, reason=words, score=1.0)


def _by_program(store: Store, resolved: Resolution, entities: tuple[Entity, Entity]) -> Iterator[Step]:
    """What the program found that differs between bearers of the two, each reason once."""
    labels = [_labels(store, entity) for entity in entities]
    roots = [_roots(store, resolved, entity) for entity in entities]
    seen = set()
    for one in resolved.apart:
        for here, there in ((one.left, one.right), (one.right, one.left)):
            if resolved.clusters.find(here) in roots[0] and resolved.clusters.find(there) in roots[1]:
                step = Step(
                    left=labels[0].get(here, here), right=labels[1].get(there, there), reason=one.reason
                )
                if step not in seen:
                    seen.add(step)
                    yield step


def _roots(store: Store, resolved: Resolution, entity: Entity) -> set[str]:
    return {resolved.clusters.find(bearer) for bearer in store.names.bearers_of(entity.id)}
