"""What a mention refers to, and which referents are one entity for now: those whose names are equal.

Pure: records and alias rows in, keys out. Names count as equal after ``name_key``, or when both
are forms of one known entity.
"""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from kg.names import name_key
from kg.records import Mention, digest, referent_id
from kg.schema import POSITION
from kg.seeds import Alias


class Referent(NamedTuple):
    """All mentions of one name, or of one nameless source, in one article, and the entity's key."""

    id: str
    entity: str


class Known:
    """The known entities: their heads by id, and the id that owns a name's key."""

    def __init__(self, aliases: Iterable[Alias]) -> None:
        self.aliases = tuple(aliases)

    @cached_property
    def heads(self) -> Mapping[str, Alias]:
        """One row of each known entity, for its name and type."""
        return {row.id: row for row in self.aliases}

    @cached_property
    def owners(self) -> Mapping[str, str]:
        """The known entity's id for each key of its name and aliases."""
        return {name_key(form): row.id for row in self.aliases for form in (row.alias, row.name)}

    @cached_property
    def forms(self) -> Mapping[str, frozenset[str]]:
        """All written forms of each known entity."""
        found: dict[str, set[str]] = {}
        for row in self.aliases:
            found.setdefault(row.id, set()).update((row.name, row.alias))
        return {id_: frozenset(forms) for id_, forms in found.items()}

    @cached_property
    def fingerprint(self) -> str:
        """Differs when the rows do: entities computed with others are out of date."""
        cells = (cell for row in self.aliases for cell in (row.id, row.type, row.name, row.alias))
        return digest("aliases", *cells)


SEED, NAME, UNNAMED = "seed:", "name:", "unnamed:"  # the kinds of entity keys


def referents(mentions: Iterable[Mention], known: Known) -> dict[str, Referent]:
    """The referent of each mention by its id; titles have none, nor has what stands for a title."""
    by_id = {mention.id: mention for mention in mentions}
    found = {}
    for mention in by_id.values():
        root = _root(mention, by_id)
        if not (_is_title(mention) or _is_title(root)):
            found[mention.id] = _referent(root, known)
    return found


def _root(mention: Mention, by_id: Mapping[str, Mention]) -> Mention:
    while mention.antecedent:
        mention = by_id[mention.antecedent]
    return mention


def _is_title(mention: Mention) -> bool:
    return mention.kind == "name" and mention.type == POSITION


def _referent(root: Mention, known: Known) -> Referent:
    key = name_key(root.name)
    if root.kind != "name":
        id_ = referent_id(root.article, UNNAMED + key)
        return Referent(id_, UNNAMED + id_)
    owner = known.owners.get(key)
    return Referent(referent_id(root.article, key), SEED + owner if owner else NAME + key)
