"""Everything about one name or id: an entity with what it said, or a record in its paragraph."""

import re

from msgspec import Struct

from kg.errors import QueryError
from kg.graph.filters import KEEP_ALL, Filters
from kg.names import name_key
from kg.query.desk import Desk
from kg.query.taken import Taken, taken
from kg.query.views import ArticleView, EntityView, RecordView, View, article_view, entity_view, record_view
from kg.resolve.meant import Found, How, Suggestion, find, nobody
from kg.store.asked import Asked

__all__ = ["ArticleView", "EntityView", "RecordView", "ShowResult", "show"]

EDGE_ID = re.compile(r"(?:said|in|about|relation):([0-9a-f]+)")
IDS_TOLD = 5  # of an ambiguous prefix, so many ids are shown


class ShowResult(Struct, frozen=True, kw_only=True):
    """What a name or id stands for: several views only if several entities bear the name.

    Of a name, ``found_by`` tells how it was found, and ``taken`` what tells the entities apart.
    ``undated`` claims would pass but for ``since``, ``more`` rows but for ``top``.
    """

    ref: str
    views: tuple[View, ...]
    found_by: How | None = None
    taken: tuple[Taken, ...] = ()
    undated: int = 0
    more: int = 0


def show(store: Asked, ref: str, *, context: int = 0, filters: Filters = KEEP_ALL) -> ShowResult:
    """The views of a name in any script, an id or its first six digits and more, or an article's url or path.

    Nothing found, or an ambiguous id, is a QueryError; filters concern the rows of entities and articles.
    """
    with store.snapshot():
        desk = Desk(store, filters)
        if entities := store.entities_named(name_key(ref)):
            return _entities(desk, ref, Found(entities=tuple(entities), how="name"))
        if resolved := _resolved(store, ref):
            view = _view(desk, *resolved, context)
            return ShowResult(ref=ref, views=(view,), undated=desk.undated, more=desk.more)
        found = find(store, ref)
        if not found.entities:
            raise QueryError(_missing(ref, found.suggestions))
        return _entities(desk, ref, found)


def _entities(desk: Desk, ref: str, found: Found) -> ShowResult:
    """The views of the entities, the most spoken of first."""
    who = taken(desk.store, found.entities)
    by_id = {entity.id: entity for entity in found.entities}
    views = tuple(entity_view(desk, by_id[one.id]) for one in who)
    return ShowResult(
        ref=ref, views=views, found_by=found.how, taken=who, undated=desk.undated, more=desk.more
    )


def _resolved(store: Asked, ref: str) -> tuple[str, str] | None:
    """The kind and id of the one record or article that is meant, or None; QueryError if it is ambiguous."""
    edge = EDGE_ID.match(ref)
    found = store.resolve_id(edge[1] if edge else ref.strip())
    found = found or [("article", id_) for id_ in store.find_articles(ref)]
    if not found:
        _check_judged(store, edge[1] if edge else ref.strip())
        return None
    if len(found) > 1:
        some = ", ".join(f"{kind} {id_}" for kind, id_ in found[:IDS_TOLD])
        raise QueryError(f"{ref!r} may be any of {len(found)}: {some}{' …' if len(found) > IDS_TOLD else ''}")
    return found[0]


def _missing(ref: str, suggestions: tuple[Suggestion, ...]) -> str:
    if suggestions:
        return nobody(ref, suggestions)
    return f"Nothing is called {ref!r}, and no record or article has that id, url or path."


def _check_judged(store: Asked, id_: str) -> None:
    """Say of a record that is there but does not count why it cannot be shown."""
    for kind, found in store.ledger.find(id_):
        raise QueryError(
            f"The {kind} {found} is rejected, hangs on what is, or is gone: kg judgements tells why,"
            " kg undo takes a judgement back."
        )


def _view(desk: Desk, kind: str, id_: str, context: int) -> View:
    store = desk.store
    if kind == "article":
        return article_view(desk, id_)
    entity = store.entity(id_) if kind == "entity" else None
    if entity:
        return entity_view(desk, entity)
    return record_view(Desk(store, KEEP_ALL), kind, id_, context=context)
