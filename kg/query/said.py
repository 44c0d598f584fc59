"""Who said what about a topic."""

from collections.abc import Iterator
from itertools import chain

from msgspec import Struct

from kg.errors import QueryError
from kg.graph.filters import KEEP_ALL, Filters
from kg.names import name_key
from kg.query.desk import Desk
from kg.query.rows import MatchedBy, SaidRow
from kg.records import Claim, Entity
from kg.store import Store


class SaidResult(Struct, frozen=True, kw_only=True):
    """The claims about a topic, newest first; ``entities`` = names that the topic was taken for, () if none.

    ``undated`` claims would pass but for ``since``: nothing tells their day.
    """

    topic: str
    entities: tuple[str, ...]
    rows: tuple[SaidRow, ...]
    undated: int = 0


def said(
    store: Store,
    topic: str,
    *,
    by: str | None = None,
    filters: Filters = KEEP_ALL,
    context: int | None = None,
) -> SaidResult:
    """The claims about a topic; if it names nothing that anyone speaks of, those whose words hold it.

    ``by`` is a speaker's name or alias, else a part of the name; ``context`` adds the paragraph of each
    claim and so many before and after.
    """
    if not topic.strip():
        raise QueryError("An empty topic has no answer.")
    desk = Desk(store, filters, context=context)
    with store.snapshot():
        entities = store.entities_named(name_key(topic))
        claims, matched_by = _claims(store, topic, entities)
        if by and by.strip():
            claims = _spoken(store, desk, claims, by)
        rows = desk.said(claims, matched_by=matched_by)
    names = tuple(dict.fromkeys(entity.name for entity in entities))
    return SaidResult(topic=topic, entities=names, rows=tuple(rows), undated=desk.undated)


def _claims(store: Store, topic: str, entities: list[Entity]) -> tuple[Iterator[Claim], MatchedBy]:
    """Claims about the entities, or holding the words if there is not a single one."""
    about = iter(store.claims_about([entity.id for entity in entities]) if entities else ())
    first = next(about, None)
    if first is None:
        return iter(store.claims_with_words(topic.strip())), "words"
    return chain((first,), about), "entity"


def _spoken(store: Store, desk: Desk, claims: Iterator[Claim], by: str) -> Iterator[Claim]:
    """The claims of one speaker: whom the name stands for, else whose name holds it (鸿祎 in 周鸿祎)."""
    key = name_key(by)
    ids = {entity.id for entity in store.entities_named(key)}
    for claim in claims:
        speaker = desk.keep.entities.of(claim.speaker, claim.article)
        if speaker and ids:
            is_meant = speaker.id in ids
        else:  # a title (董事长) is no entity, but may be asked for all the same
            is_meant = key in name_key(speaker.name if speaker else desk.written(claim) or "")
        if is_meant:
            yield claim
