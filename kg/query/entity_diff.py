"""Which entities are new, gone or changed, and which of them were merged or split.

Referents, a name's uses in one article, tell which entity is which: they are the same in both databases.
"""

from collections.abc import Iterable, Iterator

from kg.graph.stream import Selection, by_id
from kg.query.changes import EntityChange, Facts, Field, Other, changed_fields, entity_change
from kg.query.joined import joined
from kg.records import Entity
from kg.store import Store


def entity_changes(old: Selection, new: Selection) -> Iterator[EntityChange]:
    """The entities that differ, by id; one that only stands in more articles, or in fewer, does not."""
    sides = _Sides(old, new)
    for before, after in joined(_shown(old), _shown(new), key=by_id):
        if before and after:
            yield from sides.compared(before, after)
        elif after:
            yield sides.appeared(after)
        elif before:
            yield from sides.vanished(before)


def holders(store: Store, referents: Iterable[str]) -> list[Entity]:
    """The entities of a database that hold any of the referents, by id."""
    left, found = set(referents), []
    while left:
        if entity := store.entity(left.pop()):
            left.difference_update(entity.referents)
            found.append(entity)
    return sorted(found, key=by_id)


class _Sides:
    """The two databases, each asked what became of the entities of the other."""

    def __init__(self, old: Selection, new: Selection) -> None:
        self._old, self._new = old, new

    def compared(self, before: Entity, after: Entity) -> Iterator[EntityChange]:
        left, right = set(before.referents), set(after.referents)
        fields = changed_fields(_facts(before), _facts(after))
        came_from = self._came_from(after, right - left)
        went_to = self._went_to(before, left - right)
        if fields or came_from or went_to:
            yield entity_change("changed", after, fields=fields, came_from=came_from, went_to=went_to)

    def appeared(self, after: Entity) -> EntityChange:
        was = holders(self._old.store, after.referents)
        if len(was) == 1 and self._old.touches(was[0].id) and self._is_one(was[0], after):
            fields = (Field("id", was[0].id, after.id), *changed_fields(_facts(was[0]), _facts(after)))
            return entity_change("changed", after, fields=fields)
        return entity_change("new", after, came_from=self._came_from(after, after.referents))

    def vanished(self, before: Entity) -> Iterator[EntityChange]:
        now = holders(self._new.store, before.referents)
        if len(now) == 1 and self._new.touches(now[0].id) and self._is_one(before, now[0]):
            return  # it is told where it appears with its new id
        yield entity_change("gone", before, went_to=self._went_to(before, before.referents))

    def _is_one(self, before: Entity, after: Entity) -> bool:
        """Is all of the one all of the other, under another id: the article is gone that gave the first."""
        return (
            before.id != after.id
            and holders(self._new.store, before.referents) == [after]
            and holders(self._old.store, after.referents) == [before]
            and not _has_id(self._new.store, before.id)
            and not _has_id(self._old.store, after.id)
        )

    def _came_from(self, after: Entity, referents: Iterable[str]) -> tuple[Other, ...]:
        found = holders(self._old.store, referents)
        return tuple(_other(one, after, self._new.store) for one in found if one.id != after.id)

    def _went_to(self, before: Entity, referents: Iterable[str]) -> tuple[Other, ...]:
        found = holders(self._new.store, referents)
        return tuple(_other(one, before, self._old.store) for one in found if one.id != before.id)


def _shown(side: Selection) -> Iterator[Entity]:
    return (entity for entity in side.entities() if side.touches(entity.id))


def _other(one: Entity, entity: Entity, there: Store) -> Other:
    """``one``, of which all may be part of the ``entity`` that is ``there``."""
    is_whole = [holder.id for holder in holders(there, one.referents)] == [entity.id]
    return Other(id=one.id, name=one.name, type=one.type, is_whole=is_whole)


def _has_id(store: Store, id_: str) -> bool:
    found = store.entity(id_)
    return found is not None and found.id == id_


def _facts(entity: Entity) -> Facts:
    return {"name": entity.name, "type": entity.type, "aliases": entity.aliases}
