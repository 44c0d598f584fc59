"""The graph article by article: its node, its claims and its edges together, which the stream has apart.

Both streams go through the articles in one order, by id, so that a section is put together as they
pass by and memory holds one article. Entities come before; their names are remembered on disk.
"""

from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import dropwhile, groupby, takewhile
from operator import itemgetter

from msgspec import Struct

from kg.export.format import Elements
from kg.export.known import End, Known
from kg.graph.elements import Edge, Node
from kg.mappings import type_of


class Section(Struct, frozen=True):
    """One article's part of the graph; ``node`` is None where a filter left out the article itself."""

    article: str
    node: Node | None
    claims: tuple[Node, ...]
    edges: tuple[Edge, ...]
    ends: dict[str, End]
    known: Known

    def end(self, id_: str) -> End:
        """What is told of a node that one of the edges ties: the article, a claim, an entity."""
        return self.ends.get(id_) or self.known.end(id_)

    def about(self) -> dict[str, list[Edge]]:
        """For each claim the edges that say what it is about, in the order of the claim."""
        found: dict[str, list[Edge]] = {claim.id: [] for claim in self.claims}
        for edge in self.edges:
            if edge.type == "ABOUT" and edge.source in found:
                found[edge.source].append(edge)
        return found


def entities(elements: Elements, known: Known) -> Iterator[Node]:
    """The entities; go through all of them before the sections."""
    return known.noting(takewhile(_is_entity, elements.nodes))


def sections(elements: Elements, known: Known) -> Iterator[Section]:
    """The articles with their claims and edges, by id."""
    records = ((_article(node), node) for node in dropwhile(_is_entity, elements.nodes))
    edges = ((str(edge.attrs["article"]), edge) for edge in elements.edges)
    by_article: Iterator[tuple[str, Node | Edge]] = merge(records, edges, key=itemgetter(0))
    for article, group in groupby(by_article, key=itemgetter(0)):
        yield _section(article, [element for _, element in group], known)


def _section(article: str, group: Iterable[Node | Edge], known: Known) -> Section:
    nodes = [element for element in group if isinstance(element, Node)]
    return Section(
        article,
        next((node for node in nodes if _is_article(node)), None),
        tuple(node for node in nodes if not _is_article(node)),
        tuple(element for element in group if isinstance(element, Edge)),
        {node.id: End(node.type, node.label) for node in nodes},
        known,
    )


def _is_entity(node: Node) -> bool:
    return type_of(node.type) not in ("article", "claim")


def _is_article(node: Node) -> bool:
    return type_of(node.type) == "article"


def _article(node: Node) -> str:
    return node.id if _is_article(node) else str(node.attrs["article"])
