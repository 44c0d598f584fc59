"""Who said what about a topic."""

from collections.abc import Iterator
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from kg.errors import QueryError
from kg.graph.filters import KEEP_ALL, Filters
from kg.names import name_key
from kg.query.desk import Desk
from kg.query.rows import MatchedBy, SaidRow
from kg.query.taken import Taken, taken
from kg.records import Claim, Entity
from kg.resolve.meant import How, Suggestion, find
from kg.store.asked import Asked

SHORTEST_WORDS = 2  # characters of a name that is searched in words: X stands in many that do not mean it


class SaidResult(Struct, frozen=True, kw_only=True):
    """The claims about a topic, newest first; ``entities`` = names that the topic was taken for, () if none.

    ``found_by`` tells how, ``taken`` what is known of them, ``suggestions`` who else may be meant.
    ``undated`` claims would pass but for ``since``: nothing tells their day; ``more`` rows but for ``top``.
    """

    topic: str
    entities: tuple[str, ...]
    found_by: How | None
    taken: tuple[Taken, ...]
    suggestions: tuple[Suggestion, ...]
    rows: tuple[SaidRow, ...]
    undated: int = 0
    more: int = 0


def said(
    store: Asked,
    topic: str,
    *,
    by: str | None = None,
    filters: Filters = KEEP_ALL,
    context: int | None = None,
) -> SaidResult:
    """The claims about a topic; if it names nothing that anyone speaks of, those whose words hold it.

    The topic may be any name of an entity, also in pinyin, or its id. ``by`` is the same of a speaker, else
    a part of the name; ``context`` adds the paragraph of each claim and so many before and after.
    """
    if not topic.strip():
        raise QueryError("An empty topic has no answer.")
    with store.snapshot():
        desk = Desk(store, filters, context=context)
        found = find(store, topic)
        rows = _newest(desk, found.entities) if _is_plain(filters, by) else []
        if not rows:
            claims, matched_by = _claims(store, topic, found.entities)
            if by and by.strip():
                claims = _spoken(store, desk, claims, by)
            rows = desk.said(claims, matched_by=matched_by)
        who = taken(store, found.entities)
    return SaidResult(
        topic=topic,
        entities=tuple(dict.fromkeys(one.name for one in who)),
        found_by=found.how,
        taken=who,
        suggestions=found.suggestions,
        rows=tuple(rows),
        undated=desk.undated,
        more=desk.more,
    )


def _is_plain(filters: Filters, by: str | None) -> bool:
    """Whether only ``top`` decides which rows are shown: then not all claims need be looked at."""
    return filters.top is not None and replace(filters, top=None) == KEEP_ALL and not (by and by.strip())


def _newest(desk: Desk, entities: tuple[Entity, ...]) -> list[SaidRow]:
    """The rows of the newest claims about the entities; none if there is no claim about them."""
    ids = [entity.id for entity in entities]
    claims, count = desk.store.newest_about(ids, desk.keep.filters.top or 0) if ids else ([], 0)
    desk.more += count - len(claims)
    return [desk.said_row(claim) for claim in claims]


def _claims(store: Asked, topic: str, entities: tuple[Entity, ...]) -> tuple[Iterator[Claim], MatchedBy]:
    """Claims about the entities, or holding the words if there is not a single one."""
    about = iter(store.claims_about([entity.id for entity in entities]) if entities else ())
    first = next(about, None)
    if first is None:
        return _with_words(store, topic, entities), "words"
    return chain((first,), about), "entity"


def _with_words(store: Asked, topic: str, entities: tuple[Entity, ...]) -> Iterator[Claim]:
    """The claims that hold the topic, or any name of what it means (智谱 and zhipu find the same); once."""
    names = {name for entity in entities for name in (entity.name, *entity.aliases)}
    words = sorted(name for name in names if len(name) >= SHORTEST_WORDS) or [topic.strip()]
    found = chain.from_iterable(map(store.claims_with_words, words))
    return iter({claim.id: claim for claim in found}.values())


def _spoken(store: Asked, desk: Desk, claims: Iterator[Claim], by: str) -> Iterator[Claim]:
    """The claims of one speaker: whom the name stands for, else whose name holds it (鸿祎 in 周鸿祎)."""
    key = name_key(by)
    ids = {entity.id for entity in find(store, by).entities}
    for claim in claims:
        speaker = desk.keep.entities.of(claim.speaker, claim.article)
        if speaker and ids:
            is_meant = speaker.id in ids
        else:  # a title (董事长) is no entity, but may be asked for all the same
            is_meant = key in name_key(speaker.name if speaker else desk.written(claim) or "")
        if is_meant:
            yield claim
