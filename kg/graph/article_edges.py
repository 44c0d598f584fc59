"""The edges of one article that pass the filters, in reading order."""

from collections.abc import Iterator

from kg.graph import parts
from kg.graph.elements import Edge
from kg.graph.keep import Keep
from kg.records import Article, Claim, Mention
from kg.store import Store


def article_edges(store: Store, article: Article, keep: Keep) -> Iterator[Edge]:
    """The edges of one article that pass: mentions, claims, ties."""
    mentions = {mention.id: mention for mention in store.mentions(article.id)}
    claims = {claim.id: claim for claim in store.claims(article.id)}
    if keep.filters.edges("appears_in") and keep.is_near(article):
        yield from _appearances(article, mentions, keep)
    for claim in claims.values():
        if keep.claim(claim, article) and keep.is_inside(claim):
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
