"""What differs between two databases, a record each: an entity, an article, a claim or a tie."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from kg.query.rows import ArticleRow, RelationRow, SaidRow
from kg.records import Entity

What = Literal["new", "gone", "changed"]
Value = str | bool | tuple[str, ...] | None
Facts = Mapping[str, Value]


class Field(Struct, frozen=True):
    """A field that was one thing and is another."""

    name: str
    before: Value
    after: Value


class Other(Struct, frozen=True, kw_only=True):
    """An entity of the other database with which names are shared; ``is_whole``: it went nowhere else."""

    id: str
    name: str
    type: str
    is_whole: bool


class EntityChange(Struct, frozen=True, kw_only=True, tag="entity", tag_field="kind"):
    """An entity as it is, or as it was if it is gone.

    ``came_from`` are other entities of the old database that were, or had, what is now part of it;
    ``went_to`` other entities of the new one that are, or have, what was part of it.
    """

    change: What
    id: str
    name: str
    type: str
    aliases: tuple[str, ...]
    fields: tuple[Field, ...] = ()
    came_from: tuple[Other, ...] = ()
    went_to: tuple[Other, ...] = ()


class ArticleChange(Struct, frozen=True, kw_only=True, tag="article", tag_field="kind"):
    """An article that was added, retracted or edited; the text is compared by its sha256."""

    change: What
    article: ArticleRow
    fields: tuple[Field, ...] = ()


class ClaimChange(Struct, frozen=True, kw_only=True, tag="claim", tag_field="kind"):
    """A claim as it is, or as it was if it is gone."""

    change: What
    claim: SaidRow
    fields: tuple[Field, ...] = ()


class TieChange(Struct, frozen=True, kw_only=True, tag="tie", tag_field="kind"):
    """A tie as it is, or as it was if it is gone."""

    change: What
    tie: RelationRow
    fields: tuple[Field, ...] = ()


Change = EntityChange | ArticleChange | ClaimChange | TieChange


def changed_fields(before: Facts, after: Facts) -> tuple[Field, ...]:
    """The fields that differ, in their order."""
    return tuple(Field(name, before[name], after[name]) for name in after if before[name] != after[name])


def entity_change(
    change: What,
    entity: Entity,
    *,
    fields: tuple[Field, ...] = (),
    came_from: tuple[Other, ...] = (),
    went_to: tuple[Other, ...] = (),
) -> EntityChange:
    """The change of an entity, with its names."""
    return EntityChange(
        change=change,
        id=entity.id,
        name=entity.name,
        type=entity.type,
        aliases=entity.aliases,
        fields=fields,
        came_from=came_from,
        went_to=went_to,
    )
