"""What stands for an entity in the ledger of names, and which judgements there hold.

A judgement is made about a name wherever it stands. Where several entities bear the name, it is made about
each article's use of it: which of them the name as such means may change with the next article.
"""

from collections.abc import Iterator
from typing import NamedTuple

from kg.errors import QueryError
from kg.match.bearers import NAME, SEED
from kg.names import name_key
from kg.records import Entity, Judgement, Verdict
from kg.resolve.meant import meant
from kg.store import Store
from kg.store.told import JudgedName, judged_name

Pair = tuple[JudgedName, JudgedName]


class Held(NamedTuple):
    """A judgement on two names that holds: no later one on the same two outweighs it or takes it back."""

    judgement: Judgement
    left: JudgedName
    right: JudgedName

    @property
    def sides(self) -> Pair:
        """The two names."""
        return self.left, self.right

    @property
    def nodes(self) -> frozenset[str]:
        """The two as they stand among what is joined."""
        return frozenset((self.left.node, self.right.node))


def held(store: Store) -> list[Held]:
    """The judgements on names that hold, oldest first; unsure takes back what was said, else leaves open."""
    judged = store.names.judged()
    found: dict[frozenset[str], Held] = {}
    for judgement in store.names.judgements():
        before = found.pop(frozenset((judgement.left, judgement.right)), None)
        if before is None or judgement.verdict != "unsure":
            one = Held(judgement, judged[judgement.left], judged[judgement.right])
            found[frozenset((judgement.left, judgement.right))] = one
    return list(found.values())


def forms(entity: Entity) -> dict[str, str]:
    """One written form for each key of the entity's names, its own name before the others."""
    return {name_key(form): form for form in (*entity.aliases, entity.name)}


def own_key(store: Store, entity: Entity, ref: str) -> str:
    """The key of the name that ``ref`` is; of a referent's id that of its name, else the entity's own."""
    if (key := name_key(ref)) in forms(entity):
        return key
    ids = (id_ for id_ in entity.referents if id_.startswith(ref.strip().lower()))
    use = store.names.referent(next(ids, ""))
    return use.key if use and use.key in forms(entity) else name_key(entity.name)


def means(store: Store, key: str, entity: Entity) -> bool:
    """Whether the name as such means this entity: all who bear it, or, if nobody does, the known entity."""
    if bearing := _bearing(store, key):
        return bearing == {entity.id}
    clusters = store.names.resolution([key]).clusters
    return clusters.find(NAME + key) == clusters.find(SEED + entity.id)


def _bearing(store: Store, key: str) -> set[str | None]:
    """The ids of the entities that bear the name in some article."""
    return {store.names.entity_of(bearer.id) for bearer in store.names.bearers(key)}


def uses(store: Store, entity: Entity, key: str) -> list[JudgedName]:
    """What stands for one name of the entity: the name as such, or each article's use of it."""
    form = forms(entity).get(key)
    if form is not None and means(store, key, entity):
        return [judged_name(form)]
    return [one for one in referents(store, entity) if one.key == key]


def anchors(store: Store, entity: Entity, key: str = "") -> list[JudgedName]:
    """What stands for the entity: one of its names as such, preferably this, else the uses of one name."""
    own = forms(entity)
    ranked = [one for one in (key, name_key(entity.name), *sorted(own)) if one in own]
    for one in ranked:
        if means(store, one, entity):
            return [judged_name(own[one])]
    for one in ranked:
        if found := uses(store, entity, one):
            return found
    raise QueryError(f"{entity.name} ({entity.id}) is a source without a name; those are never merged.")


def sides_of(
    store: Store, left: tuple[Entity, str], right: tuple[Entity, str], verdict: Verdict
) -> tuple[list[JudgedName], list[JudgedName]]:
    """What stands for two entities, each with the key that it is preferably known by, in a verdict on them.

    Namesakes are made one use by use: the name as such would go with one of them and leave the other.
    """
    one, other = left[0], right[0]
    if verdict == "same":
        shared = [key for key in sorted(forms(one)) if {one.id, other.id} <= _bearing(store, key)]
        if shared:
            lefts, rights = ([use for key in shared for use in uses(store, it, key)] for it in (one, other))
            return lefts, rights
    return anchors(store, *left), anchors(store, *right)


def referents(store: Store, entity: Entity) -> Iterator[JudgedName]:
    """The entity's names in the articles that hold them."""
    return (one for id_ in entity.referents if (one := store.names.referent(id_)))


def members(store: Store, entity: Entity) -> set[str]:
    """The ids of all that is this entity: its referents, and the names that as such mean it."""
    return {use.id for key in forms(entity) for use in uses(store, entity, key)}.union(entity.referents)


def as_such(store: Store, ref: str) -> Entity:
    """The entity that a name as such means, whoever else may bear it; else like ``meant``."""
    key = name_key(ref)
    found = [entity for entity in store.entities_named(key) if means(store, key, entity)]
    return found[0] if len(found) == 1 else meant(store, ref)


def entity_of(store: Store, name: JudgedName) -> Entity | None:
    """The entity that a judged name is now; None if no article holds it."""
    if name.article:
        return store.entity(name.id)
    return next((one for one in store.entities_named(name.key) if means(store, name.key, one)), None)
