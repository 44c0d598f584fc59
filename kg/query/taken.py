"""The entities that a question was taken for, with what tells namesakes apart."""

from collections.abc import Iterable

from msgspec import Struct

from kg.names import name_key
from kg.records import Entity
from kg.resolve.meant import short_id
from kg.store import Store


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


def taken(store: Store, entities: Iterable[Entity]) -> tuple[Taken, ...]:
    """The entities with what is known of them, the most spoken of first."""
    found = [_taken(store, entity) for entity in entities]
    return tuple(sorted(found, key=lambda one: (-one.claims, one.id)))


def _taken(store: Store, entity: Entity) -> Taken:
    own = set(store.names.bearers_of(entity.id))  # a namesake's offices are its own
    keys = {name_key(form) for form in (entity.name, *entity.aliases)}
    shown = [bearer.profile for key in keys for bearer in store.names.bearers(key) if bearer.id in own]
    return Taken(
        id=entity.id,
        name=entity.name,
        type=entity.type,
        titles=tuple(sorted({title for profile in shown for title in profile.titles})),
        firms=tuple(sorted({_name(store, firm) for profile in shown for firm in profile.firms})),
        claims=store.count_about(entity.id),
    )


def _name(store: Store, key: str) -> str:
    """The name of the one entity with this key; the key itself if namesakes bear it."""
    found = store.entities_named(key)
    return found[0].name if len(found) == 1 else key
