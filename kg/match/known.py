"""The known entities as the entity table asks for them: by id, and by the key of any of their names."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from kg.names import name_key
from kg.records import digest
from kg.seeds import Alias


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
    def keys(self) -> Mapping[str, frozenset[str]]:
        """The keys of all written forms of each known entity."""
        return {id_: frozenset(map(name_key, forms)) for id_, forms in self.forms.items()}

    @cached_property
    def fingerprint(self) -> str:
        """Differs when the rows do: entities computed with others are out of date."""
        cells = (cell for row in self.aliases for cell in (row.id, row.type, row.name, row.alias))
        return digest("aliases", *cells)
