"""The formats by name, and how any of them comes to a file."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, TypeVar

from msgspec import Struct

from kg.errors import ConfigError
from kg.export import graphml, jsonl, node_link
from kg.export.whole import whole_file
from kg.graph.elements import Edge, Node
from kg.graph.filters import KEEP_ALL, Filters
from kg.graph.stream import edges, nodes, undated
from kg.store import Store

Element = TypeVar("Element", Node, Edge)
Write = Callable[[Iterable[Node], Iterable[Edge], BinaryIO], None]
Writer = Callable[[Store, Path, Filters], "Written"]


class Written(Struct, frozen=True, kw_only=True):
    """What an export put into its file, and how many claims ``since`` left out for want of a date."""

    nodes: int
    edges: int
    undated: int


class _Counted(Iterable[Element]):
    """A stream that knows how many of it have passed."""

    def __init__(self, elements: Iterable[Element]) -> None:
        self.passed = 0
        self._elements: Iterable[Element] = elements

    def __iter__(self) -> Iterator[Element]:
        for element in self._elements:
            self.passed += 1
            yield element


def writer(write: Write) -> Writer:
    """How a format that writes to a stream comes to a file: of one state of the store, and whole."""

    def to_file(store: Store, path: Path, filters: Filters = KEEP_ALL) -> Written:
        kept_nodes, kept_edges = _Counted(nodes(store, filters)), _Counted(edges(store, filters))
        with store.snapshot(), whole_file(path) as stream:
            write(kept_nodes, kept_edges, stream)
            left_out = undated(store, filters)
        return Written(nodes=kept_nodes.passed, edges=kept_edges.passed, undated=left_out)

    return to_file


FORMATS: dict[str, Writer] = {
    "graphml": writer(graphml.write),
    "jsonl": writer(jsonl.write),
    "node-link": writer(node_link.write),
}


def export(store: Store, format_: str, path: Path, filters: Filters = KEEP_ALL) -> Written:
    """The graph in a file that appears only when whole; an unknown format is a ConfigError."""
    to_file = FORMATS.get(format_)
    if to_file is None:
        raise ConfigError(f"There is no format {format_!r}; known: {', '.join(FORMATS)}.")
    return to_file(store, path, filters)
