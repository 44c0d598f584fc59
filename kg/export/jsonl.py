"""JSON lines: first the nodes, then the edges, one a line, as records ({"element": "node", "id": …})."""

from collections.abc import Iterable
from typing import BinaryIO

import msgspec

from kg.graph.elements import Edge, Node


def write(nodes: Iterable[Node], edges: Iterable[Edge], stream: BinaryIO) -> None:
    """One line a record; ``msgspec.json.decode(line, type=Node | Edge)`` gives it back."""
    encoder = msgspec.json.Encoder()
    for elements in (nodes, edges):
        for element in elements:
            stream.write(encoder.encode(element) + b"\n")
