"""networkx node-link JSON, streamed; ``nx.node_link_graph(json.load(file), edges="edges")`` reads it."""

from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from kg.export.format import Elements, Format
from kg.graph.elements import Edge, Node, Scalar


def write(elements: Elements, stream: BinaryIO) -> None:
    """One JSON object, a node or edge a line."""
    stream.write(b'{"directed": true, "multigraph": true, "graph": {},\n"nodes": [')
    _write_items((_node(node) for node in elements.nodes), stream)
    stream.write(b'],\n"edges": [')
    _write_items((_edge(edge) for edge in elements.edges), stream)
    stream.write(b"]}\n")


def _write_items(items: Iterator[dict[str, Scalar]], stream: BinaryIO) -> None:
    encoder = msgspec.json.Encoder()
    separator = b"\n"
    for item in items:
        stream.write(separator + encoder.encode(item))
        separator = b",\n"


def _node(node: Node) -> dict[str, Scalar]:
    return {"id": node.id, "label": node.label, "type": node.type, **node.attrs}


def _edge(edge: Edge) -> dict[str, Scalar]:
    ends = {"source": edge.source, "target": edge.target, "key": edge.id}
    return {**ends, "label": edge.type, "type": edge.type, **edge.attrs}


FORMAT = Format(name="node-link", summary="networkx's node-link JSON: for networkx and D3", write=write)
