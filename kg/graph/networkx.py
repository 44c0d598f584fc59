"""The stream as a networkx graph, for those who want it whole in memory."""

from typing import TYPE_CHECKING

from kg.graph.filters import KEEP_ALL, Filters
from kg.graph.stream import Selection
from kg.store import Store

if TYPE_CHECKING:
    import networkx as nx


def to_networkx(store: Store, filters: Filters = KEEP_ALL) -> "nx.MultiDiGraph[str]":
    """A MultiDiGraph whose keys are edge ids; every node and edge has ``label`` and ``type``."""
    import networkx as nx  # a quarter of a second that `kg said` need not spend

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    with store.snapshot(), Selection(store, filters) as chosen:
        for node in chosen.nodes():
            graph.add_node(node.id, label=node.label, type=node.type, **node.attrs)
        for edge in chosen.edges():
            kind = {"label": edge.type, "type": edge.type}
            graph.add_edge(edge.source, edge.target, key=edge.id, **kind, **edge.attrs)
    return graph
