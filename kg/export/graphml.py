"""GraphML, streamed, in three profiles.

lossless: every node and edge with all its attributes, each with its type;
``nx.read_graphml(path, force_multigraph=True)`` gives the graph of ``to_networkx`` back, save that
characters XML cannot hold have become U+FFFD, one for one. gephi: one edge from a node to another, as
``kg.export.pairs`` joins them. apoc: labels and types where Neo4j's apoc.import.graphml looks for them.
"""

import shutil
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from tempfile import TemporaryFile
from typing import BinaryIO, NamedTuple

from kg.export.format import Counts, Elements, Format, Option
from kg.export.pairs import paired
from kg.export.whole import beside
from kg.export.xml import Keys, Lines
from kg.graph.elements import Edge, Node, Scalar
from kg.schema import schema

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""

DATA = '<data key="{domain}{id}">{value}</data>'

Parts = tuple[tuple[str, ...], Mapping[str, Scalar]]  # what fills the tag, and the attributes behind it


class Tag(NamedTuple):
    """How a node or edge begins: its tag, and the texts that every one has, which fill it in the end."""

    opening: str
    texts: tuple[str, ...]

    def keys(self) -> Keys:
        """The keys, of these texts to begin with."""
        return Keys(*self.texts)

    def lines(self, domain: str, keys: Keys) -> Lines:
        """What writes such elements."""
        data = DATA.format(domain=domain[0], id="{id}", value="{value}")
        texts = "".join(data.format(id=id_, value="%s") for id_ in range(len(self.texts)))
        return Lines(self.opening + texts, data, f"</{domain}>\n", keys)


class Profile(NamedTuple):
    """How nodes and edges are written: what they begin with, and what goes into them."""

    node_tag: Tag
    edge_tag: Tag
    node: Callable[[Node], Parts]
    edge: Callable[[Edge], Parts]


def write(elements: Elements, stream: BinaryIO, *, profile: str = "lossless") -> Counts | None:
    """The graph as one directed GraphML graph; memory does not grow with it."""
    if profile == "gephi":
        with paired(elements) as pairs:
            _write(pairs.nodes(), pairs.edges(), stream, PLAIN)
            return pairs.counts()
    _write(elements.nodes, elements.edges, stream, LABELLED if profile == "apoc" else PLAIN)
    return None


def _write(nodes: Iterable[Node], edges: Iterable[Edge], stream: BinaryIO, profile: Profile) -> None:
    """The keys must stand before the graph but are known only after it: it waits in an unnamed file."""
    of_nodes, of_edges = profile.node_tag.keys(), profile.edge_tag.keys()
    node_line = profile.node_tag.lines("node", of_nodes).line
    edge_line = profile.edge_tag.lines("edge", of_edges).line
    with TemporaryFile(dir=beside(stream)) as body:
        for node in nodes:
            body.write(node_line(*profile.node(node)).encode())
        for edge in edges:
            body.write(edge_line(*profile.edge(edge)).encode())
        body.seek(0)
        keys = _declared("node", of_nodes) + _declared("edge", of_edges)
        stream.write(f'{HEAD}{keys}<graph id="kg" edgedefault="directed">\n'.encode())
        shutil.copyfileobj(body, stream)
    stream.write(b"</graph>\n</graphml>\n")


def _declared(domain: str, keys: Keys) -> str:
    """The keys of nodes or edges, a line each, in the order in which the attributes were met."""
    return "".join(
        f'<key id="{domain[0]}{id_}" for="{domain}" attr.name="{name}" attr.type="{type_}"/>\n'
        for id_, name, type_ in keys.declared()
    )


def _node(node: Node) -> Parts:
    return (node.id, node.label, node.type), node.attrs


def _edge(edge: Edge) -> Parts:
    return (edge.id, edge.source, edge.target, edge.type, edge.type), edge.attrs


def _labelled_node(node: Node) -> Parts:
    labels = f":{node.type}:Entity" if node.type in _entity_labels() else f":{node.type}"
    return (node.id, labels, node.id, node.label), node.attrs


def _labelled_edge(edge: Edge) -> Parts:
    return (edge.id, edge.source, edge.target, edge.type.upper(), edge.id), edge.attrs


@cache
def _entity_labels() -> frozenset[str]:
    return frozenset(kind.node for kind in schema().entities.values() if kind.node)


NODE, EDGE = '<node id="%s"{more}>', '<edge id="%s" source="%s" target="%s"{more}>'
PLAIN = Profile(
    Tag(NODE.format(more=""), ("label", "type")), Tag(EDGE.format(more=""), ("label", "type")), _node, _edge
)
LABELLED = Profile(
    Tag(NODE.format(more=' labels="%s"'), ("id", "name")),
    Tag(EDGE.format(more=' label="%s"'), ("id",)),
    _labelled_node,
    _labelled_edge,
)

FORMAT = Format(
    name="graphml",
    summary="GraphML for networkx, igraph, yEd, Gephi and Neo4j",
    write=write,
    options=(
        Option(
            name="profile",
            help="as it is, one edge from a node to another, labels for apoc.import.graphml",
            choices=("lossless", "gephi", "apoc"),
        ),
    ),
)
