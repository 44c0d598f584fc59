"""Elements without a store, for tests of one writer."""

import io
from collections.abc import Callable, Mapping
from types import MappingProxyType

from kg.export.format import Elements
from kg.graph.elements import Edge, Node

NO_TEXTS: Mapping[str, str] = MappingProxyType({})


def elements(*given: Node | Edge, texts: Mapping[str, str] = NO_TEXTS) -> Elements:
    """The nodes and edges given, each kind in its order, and the texts of their articles by id."""
    nodes = [one for one in given if isinstance(one, Node)]
    edges = [one for one in given if isinstance(one, Edge)]
    return Elements(nodes, edges, texts.__getitem__)


def written(write: Callable[..., object], *given: Node | Edge, **options: str) -> bytes:
    """What a writer makes of the nodes and edges."""
    stream = io.BytesIO()
    write(elements(*given), stream, **options)
    return stream.getvalue()
