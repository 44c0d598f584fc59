"""One record, one node or edge. Every edge shows its evidence: article, start, end and exact text."""

from collections.abc import Iterator

from kg.graph.dates import dated
from kg.graph.elements import Edge, Node, Scalar, scalars
from kg.records import Article, Claim, Entity, Mention, Relation, TextSpan
from kg.schema import schema

BETWEEN = " | "  # between the names in one attribute, since a graph's attributes are scalars: 青禾 | 青禾科技
SPLIT = " … "  # between the pieces of a content that is split round its cue
LABEL_CHARS = 40  # a claim's label in a picture: its first clause or two, 模型将在年内开源，并且免费……


def names(joined: str) -> list[str]:
    """The names in an attribute that holds several, such as aliases; "" holds none."""
    return joined.split(BETWEEN) if joined else []


def entity_node(entity: Entity) -> Node:
    """The node of a person, firm, work …"""
    attrs = scalars(aliases=BETWEEN.join(entity.aliases), referents=len(entity.referents))
    return Node(entity.id, schema().node_label(entity.type), entity.name, attrs)


def article_node(article: Article) -> Node:
    """The node of an article: what it is and where it lies, without its text."""
    attrs = scalars(
        source=article.source,
        record=article.record,
        title=article.title,
        url=article.url,
        outlet=article.outlet,
        published=article.published,
        text_sha256=article.text_sha256,
        fingerprint=article.fingerprint,
        characters=len(article.text),
    )
    return Node(article.id, "Article", article.title or article.source, attrs)


def claim_node(claim: Claim, article: Article, content: str) -> Node:
    """The node of a claim, with its whole content and the offsets of its pieces."""
    date, is_published = dated(claim, article)
    attrs = scalars(
        content=content,
        spans=" ".join(f"{span.start}-{span.end}" for span in claim.content),
        article=article.id,
        mode=claim.mode,
        speaker_by=claim.speaker_by,
        date=date,
        date_is_published=is_published,
        outlet=article.outlet,
        negated=claim.negated,
        hedged=claim.hedged,
        origin=claim.origin,
        confidence=claim.confidence,
    )
    return Node(claim.id, "Claim", _short(content), attrs)


def words(claim: Claim, article: Article) -> str:
    """What the store has as the claim's text, from the article at hand: nothing need be looked up."""
    return SPLIT.join(span.of(article.text) for span in claim.content)


def mention_edge(mention: Mention, entity: str, article: Article) -> Edge:
    """Entity to article, one for each mention."""
    attrs = evidence(article, mention.span) | scalars(
        kind=mention.kind,
        entity_type=mention.type,
        origin=mention.origin,
        confidence=mention.confidence,
    )
    return Edge(f"in:{mention.id}", entity, article.id, "APPEARS_IN", attrs)


def said_edge(
    claim: Claim, speaker: Mention, entity: str, article: Article, *, via: tuple[str, ...] = ()
) -> Edge:
    """Speaker to claim; its evidence is the cue, and for a turn without one the speaker's label.

    ``via`` names who passed it on, as the text writes them (据新华社).
    """
    date, is_published = dated(claim, article)
    attrs = evidence(article, claim.cue or speaker.span) | scalars(
        date=date,
        date_is_published=is_published,
        mode=claim.mode,
        cue=claim.cue.of(article.text) if claim.cue else None,
        speaker=speaker.name,
        speaker_by=claim.speaker_by,
        via=BETWEEN.join(via) or None,
        confidence=claim.confidence,
    )
    return Edge(f"said:{claim.id}", entity, claim.id, "SAID", attrs)


def about_edge(claim: Claim, mention: Mention, entity: str, article: Article, *, implicit: bool) -> Edge:
    """Claim to what it is about, one for each mention; implicit = named outside the content.

    ``place`` counts from 0 the mentions that are named, or those that are not, in the claim's order.
    """
    place = (claim.about_implicit if implicit else claim.about).index(mention.id)
    attrs = evidence(article, mention.span) | scalars(
        implicit=implicit, place=place, confidence=claim.confidence
    )
    return Edge(f"about:{claim.id}:{mention.id}", claim.id, entity, "ABOUT", attrs)


def content_edges(claim: Claim, article: Article) -> Iterator[Edge]:
    """Claim to article, one for each piece of a content that is split round its cue."""
    for span in claim.content:
        attrs = evidence(article, span) | scalars(confidence=claim.confidence)
        yield Edge(f"in:{claim.id}:{span.start}", claim.id, article.id, "APPEARS_IN", attrs)


def relation_edge(relation: Relation, subject: str, object_: str, article: Article) -> Edge:
    """Subject to object, one for each evidence."""
    attrs = evidence(article, relation.evidence) | scalars(
        status=relation.status,
        title=relation.title,
        amount=relation.amount,
        date=relation.date,
        claim=relation.claim,
        outlet=article.outlet,
        published=article.published,
        origin=relation.origin,
        confidence=relation.confidence,
    )
    return Edge(f"relation:{relation.id}", subject, object_, relation.type, attrs)


def _short(content: str) -> str:
    """One line that fits under a node."""
    line = " ".join(content.split())
    return line if len(line) <= LABEL_CHARS else line[: LABEL_CHARS - 1] + "…"


def evidence(article: Article, span: TextSpan) -> dict[str, Scalar]:
    """Where it stands, and the characters that stand there."""
    return {"article": article.id, "start": span.start, "end": span.end, "exact": span.of(article.text)}
