"""The graph as two streams of plain records, in an order that never changes, with bounded memory.

Nodes come as entities by id, then article by article each article and its claims; edges article by
article in reading order. An unfiltered graph holds every record; a filtered one the edges that pass
and the nodes they touch, so that no edge ever hangs in the air.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

from kg.graph import parts
from kg.graph.elements import Edge, Node
from kg.graph.filters import KEEP_ALL, Filters
from kg.graph.keep import Keep
from kg.records import Article, Claim, Mention
from kg.store import Store

__all__ = ["Edge", "Node", "edges", "nodes", "undated"]


def edges(store: Store, filters: Filters = KEEP_ALL) -> Iterator[Edge]:
    """Every edge that passes, one for each evidence."""
    keep = Keep(store, filters)
    for article in store.articles():
        yield from _article_edges(store, article, keep)


def nodes(store: Store, filters: Filters = KEEP_ALL) -> Iterator[Node]:
    """Every node; under filters, those that an edge touches."""
    return _all_nodes(store) if filters == KEEP_ALL else _touched_nodes(store, filters)


def undated(store: Store, filters: Filters) -> int:
    """How many claims ``since`` leaves out only because nothing tells their day; 0 without ``since``."""
    if filters.since is None:
        return 0
    keep = Keep(store, filters)
    return sum(
        keep.but_date(claim, article)
        for article in store.articles()
        if article.published is None
        for claim in store.claims(article.id)
        if claim.said_on is None
    )


def _all_nodes(store: Store) -> Iterator[Node]:
    for entity in store.entities():
        yield parts.entity_node(entity)
    for article in store.articles():
        yield parts.article_node(article)
        for claim in store.claims(article.id):
            yield parts.claim_node(claim, article, store.claim_text(claim))


def _touched_nodes(store: Store, filters: Filters) -> Iterator[Node]:
    with closing(sqlite3.connect("")) as disk:  # a set that spills: entities may be millions
        disk.execute("CREATE TABLE touched (id TEXT PRIMARY KEY) WITHOUT ROWID")
        for edge in edges(store, filters):
            ends = ((edge.source,), (edge.target,))
            disk.executemany("INSERT OR IGNORE INTO touched VALUES (?)", ends)
        for node in _all_nodes(store):
            if disk.execute("SELECT 1 FROM touched WHERE id = ?", (node.id,)).fetchone():
                yield node


def _article_edges(store: Store, article: Article, keep: Keep) -> Iterator[Edge]:
    mentions = {mention.id: mention for mention in store.mentions(article.id)}
    claims = {claim.id: claim for claim in store.claims(article.id)}
    if keep.filters.edges("appears_in"):
        yield from _appearances(article, mentions, keep)
    for claim in claims.values():
        if keep.claim(claim, article):
            yield from _claim_edges(claim, article, mentions, keep)
    yield from _ties(store, article, claims, keep)


def _appearances(article: Article, mentions: dict[str, Mention], keep: Keep) -> Iterator[Edge]:
    for mention in mentions.values():
        entity = keep.entity(mention.id, article.id) if keep.mention(mention, article) else None
        if entity:
            yield parts.mention_edge(mention, entity, article)


def _claim_edges(claim: Claim, article: Article, mentions: dict[str, Mention], keep: Keep) -> Iterator[Edge]:
    speaker = keep.entity(claim.speaker, article.id) if keep.filters.edges("said") else None
    if speaker and claim.speaker:
        via = tuple(mentions[id_].name for id_ in claim.via)
        yield parts.said_edge(claim, mentions[claim.speaker], speaker, article, via=via)
    if keep.filters.edges("about"):
        for ids, implicit in ((claim.about, False), (claim.about_implicit, True)):
            for id_ in ids:
                entity = keep.entity(id_, article.id)
                if entity:
                    yield parts.about_edge(claim, mentions[id_], entity, article, implicit=implicit)
    if keep.filters.edges("appears_in"):
        yield from parts.content_edges(claim, article)


def _ties(store: Store, article: Article, claims: dict[str, Claim], keep: Keep) -> Iterator[Edge]:
    for relation in store.relations(article.id):
        claim = claims.get(relation.claim) if relation.claim else None
        if not keep.relation(relation, claim, article):
            continue
        subject = keep.entity(relation.subject, article.id)
        object_ = keep.entity(relation.object, article.id)
        if subject and object_ and keep.tie(subject, relation.type, object_):
            yield parts.relation_edge(relation, subject, object_, article)
