"""What goes to the server, row by row: nodes and edges of the graph with the properties they have there."""

from collections.abc import Callable, Iterator
from hashlib import blake2b

import msgspec
from msgspec import Struct

from kg.export.neo4j.answering import article_extra, claim_extras, entity_extra
from kg.export.neo4j.model import ARTICLE, CLAIM, ENTITY, MARK, Group, NodeGroup, TieGroup
from kg.graph import parts
from kg.graph.article_edges import article_edges
from kg.graph.elements import Edge, Node
from kg.graph.stream import Selection
from kg.records import Article, Entity
from kg.schema import schema
from kg.store import Store

Value = str | int | float | bool | list[str]

MARK_BYTES = 8  # two rows of one id that differ have the same mark once in 2**64 times

EVIDENCE = ("article", "start", "end", "exact")
TIE = (
    *EVIDENCE,
    *("status", "title", "amount", "date", "claim", "outlet", "published", "origin", "confidence"),
)

# All that a node or relationship may have: the columns in which it is sent, and what is taken off it when
# it has it no more, while all else, which is somebody's own, stays.
PROPERTIES = {
    ENTITY: ("name", "aliases", "referents", "keys", "titles", "firms"),
    CLAIM: (
        *("name", "content", "spans", "article", "mode", "speaker_by", "date", "date_is_published", "outlet"),
        *("negated", "hedged", "origin", "confidence"),
        *("speaker", "cue", "pairs", "via_ids", "asserts"),
    ),
    ARTICLE: (
        *("name", "source", "record", "title", "url", "outlet", "published", "text_sha256", "fingerprint"),
        *("characters", "mentions", "text"),
    ),
    "SAID": (
        *EVIDENCE,
        *("date", "date_is_published", "mode", "cue", "speaker", "speaker_by", "via", "confidence"),
    ),
    "ABOUT": (*EVIDENCE, "implicit", "place", "confidence"),
    "APPEARS_IN": (*EVIDENCE, "kind", "entity_type", "origin", "confidence"),
    **dict.fromkeys(map(str.upper, schema().relations), TIE),
}

_encode = msgspec.json.Encoder().encode


class Row(Struct, frozen=True, kw_only=True):
    """A node or relationship as the server holds it; ``props`` has ``kg``, the mark, and no id."""

    group: Group
    id: str
    source: str = ""
    target: str = ""
    props: dict[str, Value]

    @property
    def of(self) -> str:
        """The kind of node, or the type of relationship, in which its id is unique."""
        return self.group[0]

    @property
    def mark(self) -> str:
        """The digest of all the rest."""
        return str(self.props[MARK])


def graph_nodes(
    chosen: Selection, *, texts: bool = False, on_article: Callable[[], None] = lambda: None
) -> Iterator[Row]:
    """All nodes: the entities, then each article with its claims."""
    for entity in chosen.entities():
        if chosen.touches(entity.id):
            yield entity_row(chosen.store, entity)
    for article in chosen.articles():
        yield from node_rows(chosen, article, texts=texts)
        on_article()


def graph_ties(chosen: Selection, *, on_article: Callable[[], None] = lambda: None) -> Iterator[Row]:
    """All relationships, article by article."""
    for article in chosen.articles():
        yield from tie_rows(chosen, article)
        on_article()


def node_rows(chosen: Selection, article: Article, *, texts: bool = False) -> Iterator[Row]:
    """An article and its claims."""
    if chosen.touches(article.id):
        node = parts.article_node(article)
        text = {"text": article.text} if texts else {}
        yield _node(ARTICLE, node, {**node.attrs, **article_extra(chosen.store, article.id), **text})
    extras = claim_extras(chosen.store, article.id)
    for claim in chosen.store.claims(article.id):
        if chosen.touches(claim.id):
            node = parts.claim_node(claim, article, chosen.store.claim_text(claim))
            yield _node(CLAIM, node, {**node.attrs, **extras[claim.id]})


def entity_row(store: Store, entity: Entity) -> Row:
    """A person, firm, work … with its other names as a list."""
    node = parts.entity_node(entity)
    attrs = {name: value for name, value in node.attrs.items() if name != "aliases"}
    aliases = {"aliases": list(entity.aliases)} if entity.aliases else {}  # in CSV no list can be empty
    return _node(ENTITY, node, {**attrs, **aliases, **entity_extra(store, entity.id)})


def tie_rows(chosen: Selection, article: Article) -> Iterator[Row]:
    """The relationships that an article is evidence of."""
    return map(_tie, article_edges(chosen.store, article, chosen.keep))


def _node(kind: str, node: Node, props: dict[str, Value]) -> Row:
    label = node.type if kind == ENTITY else ""
    return _row(NodeGroup(kind, label), node.id, "", "", {"name": node.label, **props})


def _tie(edge: Edge) -> Row:
    props: dict[str, Value] = {**edge.attrs}
    return _row(_tie_group(edge), edge.id, edge.source, edge.target, props)


def _tie_group(edge: Edge) -> TieGroup:
    """The edge's type and kinds of ends; what appears in an article with a kind is a mention's entity."""
    if edge.type == "SAID":
        return TieGroup(edge.type, ENTITY, CLAIM)
    if edge.type == "ABOUT":
        return TieGroup(edge.type, CLAIM, ENTITY)
    if edge.type == "APPEARS_IN":
        return TieGroup(edge.type, ENTITY if "kind" in edge.attrs else CLAIM, ARTICLE)
    return TieGroup(edge.type.upper(), ENTITY, ENTITY)


def _row(group: Group, id_: str, source: str, target: str, props: dict[str, Value]) -> Row:
    seen = _encode((group, source, target, props))
    mark = blake2b(seen, digest_size=MARK_BYTES).hexdigest()
    return Row(group=group, id=id_, source=source, target=target, props={**props, MARK: mark})
