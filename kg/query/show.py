"""Everything about one name or id: an entity with what it said, or a record in its paragraph."""

import re

from msgspec import Struct

from kg.errors import QueryError
from kg.graph.filters import KEEP_ALL, Filters
from kg.names import name_key
from kg.query.desk import Desk
from kg.query.views import ArticleView, EntityView, RecordView, View, article_view, entity_view, record_view
from kg.store import Store

__all__ = ["ArticleView", "EntityView", "RecordView", "ShowResult", "show"]

EDGE_ID = re.compile(r"(?:said|in|about|relation):([0-9a-f]+)")
IDS_TOLD = 5  # of an ambiguous prefix, so many ids are shown


class ShowResult(Struct, frozen=True, kw_only=True):
    """What a name or id stands for: several views only if several entities bear the name."""

    ref: str
    views: tuple[View, ...]


def show(store: Store, ref: str, *, context: int = 0, filters: Filters = KEEP_ALL) -> ShowResult:
    """The views of a name, an id or its first six digits and more, or an article's url or path.

    Nothing found, or an ambiguous id, is a QueryError; filters concern the rows of entities and articles.
    """
    desk = Desk(store, filters)
    with store.snapshot():
        entities = store.entities_named(name_key(ref)) if ref.strip() else []
        if entities:
            return ShowResult(ref=ref, views=tuple(entity_view(desk, entity) for entity in entities))
        kind, id_ = _resolved(store, ref)
        return ShowResult(ref=ref, views=(_view(desk, kind, id_, context),))


def _resolved(store: Store, ref: str) -> tuple[str, str]:
    """The kind and id of the one record or article that is meant."""
    edge = EDGE_ID.match(ref)
    found = store.resolve_id(edge[1] if edge else ref.strip())
    found = found or [("article", id_) for id_ in store.find_articles(ref)]
    if not found:
        _check_judged(store, edge[1] if edge else ref.strip())
        raise QueryError(f"Nothing is called {ref!r}, and no record or article has that id, url or path.")
    if len(found) > 1:
        some = ", ".join(f"{kind} {id_}" for kind, id_ in found[:IDS_TOLD])
        raise QueryError(f"{ref!r} may be any of {len(found)}: {some}{' …' if len(found) > IDS_TOLD else ''}")
    return found[0]


def _check_judged(store: Store, id_: str) -> None:
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
