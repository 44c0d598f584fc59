"""Who is called what, asked of a server."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice, takewhile

from kg.match.known import Known
from kg.query.cypher import statements
from kg.query.cypher.hand import Hand
from kg.query.cypher.records import MENTION_EDGE, TIE_EDGE
from kg.records import Entity
from kg.schema import schema
from kg.seeds import aliases
from kg.store.articles import id_range
from kg.store.name_ledger import Shown

NAMES_AT_ONCE = 50  # of those that a question may be about; it looks at 20 guesses, or 100 firms


class ServedNames:
    """``kg.store.asked.Names`` of a server; what is known of an entity is fetched once a question."""

    def __init__(self, hand: Hand) -> None:
        self._hand = hand

    def entities_named(self, key: str) -> list[Entity]:
        """The entities that are written so anywhere, by id; ``key`` comes from ``name_key``."""
        if key not in self._hand.named:
            at = bisect_left(self._hand.offered, key)
            self._fetch_named({key, *self._hand.offered[at : at + NAMES_AT_ONCE]})
        return self._hand.named[key]

    def name_keys(self, starts: Iterable[str] = ("",), *, lengths: range | None = None) -> list[str]:
        """The keys of all names that begin with one of these, have so many characters, or both; in order."""
        found = {key for start in set(starts) for key in self._beginning(start)}
        self._hand.offered = sorted(key for key in found if lengths is None or len(key) in lengths)
        return list(self._hand.offered)

    def is_known(self, key: str) -> bool:
        """Whether a known entity is called so, even if no article speaks of it."""
        return key in self._known.owners

    def entity(self, entity_id: str) -> Entity | None:
        """The entity with this id; None if there is none."""
        _, colon, name = entity_id.partition(":")  # one that is asked for without its type is tried with all
        ids = [f"{type_}:{name}" for type_ in schema().entities] if colon else []
        self._hand.need_entities([entity_id] if entity_id in self._hand.entities else [entity_id, *ids])
        found = self._hand.entities[entity_id]
        return found.entity if found else None

    def shown(self, entity_id: str) -> Shown:
        """What articles tell of the entity besides its names."""
        self._hand.need_entities([entity_id])
        found = self._hand.entities[entity_id]
        return found.shown if found else Shown((), ())

    def resolve_id(self, prefix: str) -> list[tuple[str, str]]:
        """Kind and id of everything whose id starts so (6 digits or more); of a known entity the whole id."""
        if id_range(prefix) is None:
            self._hand.need_entities([prefix])
            return [("entity", prefix)] if self._hand.entities[prefix] else []
        digits = prefix.lower()
        edges = {"mention": MENTION_EDGE + digits, "tie": TIE_EDGE + digits}
        rows = self._hand.ask(statements.ids_beginning(), digits=digits, **edges)
        return sorted((row["kind"], row["id"].rpartition(":")[2]) for row in rows)

    def _beginning(self, start: str) -> Iterator[str]:
        """All keys are fetched once: of those that sound or look alike no index knows."""
        if self._hand.keys is None:
            self._hand.keys = sorted(self._hand.ask(statements.KEYS)[0]["keys"])
        keys = self._hand.keys
        return takewhile(lambda key: key.startswith(start), islice(keys, bisect_left(keys, start), None))

    def _fetch_named(self, keys: set[str]) -> None:
        """With those that were offered after it, which are likely to be asked for next."""
        self._hand.named.update((key, []) for key in keys)
        rows = self._hand.ask(
            statements.ENTITIES_NAMED, query=" OR ".join(map(quoted, keys)), keys=list(keys)
        )
        for row, one in zip(rows, self._hand.take_entities(rows), strict=True):
            for key in row["keys"]:
                self._hand.named[key].append(one.entity)
        for key in keys:
            self._hand.named[key].sort(key=_place)

    @cached_property
    def _known(self) -> Known:
        return Known(aliases())


def _place(entity: Entity) -> tuple[bool, str]:
    """Known entities first, as the store sorts ids."""
    return ":" not in entity.id, entity.id


def quoted(key: str) -> str:
    """A name's key as the full-text index takes it whole: every sign that might mean something escaped."""
    return re.sub(r"(\W)", r"\\\1", key)
