"""The entities that a question was taken for, with what tells namesakes apart."""

from collections.abc import Iterable

from msgspec import Struct

from kg.records import Entity
from kg.resolve.meant import short_id
from kg.store.asked import Asked


class Taken(Struct, frozen=True, kw_only=True):
    """An entity that was meant: its offices, the firms it is tied to, how many claims are about it."""

    id: str
    name: str
    type: str
    titles: tuple[str, ...]
    firms: tuple[str, ...]
    claims: int

    @property
    def short_id(self) -> str:
        """As much of the id as finds it again."""
        return short_id(self.id)


def taken(store: Asked, entities: Iterable[Entity]) -> tuple[Taken, ...]:
    """The entities with what is known of them, the most spoken of first."""
    found = [_taken(store, entity) for entity in entities]
    return tuple(sorted(found, key=lambda one: (-one.claims, one.id)))


def _taken(store: Asked, entity: Entity) -> Taken:
    shown = store.names.shown(entity.id)  # a namesake's offices are its own
    return Taken(
        id=entity.id,
        name=entity.name,
        type=entity.type,
        titles=shown.titles,
        firms=shown.ties,
        claims=store.count_about(entity.id),
    )
