"""The graph for Python users and notebooks: ``with kg.open("kg.db") as graph: graph.said("Sora")``."""

from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, Unpack

from kg.export import Written
from kg.export import export as export_graph
from kg.graph.filters import FilterOptions, filters
from kg.graph.networkx import to_networkx
from kg.query.said import SaidResult
from kg.query.said import said as ask_said
from kg.query.show import ShowResult
from kg.query.show import show as ask_show
from kg.readers import ReadOptions, read
from kg.records import PERSON, Article
from kg.resolve import ledger
from kg.store import Store
from kg.store.verify import verify as verify_store

if TYPE_CHECKING:
    import networkx as nx


class KnowledgeGraph:
    """An open database and the questions to it; every question takes the filters of the command line."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def said(
        self,
        topic: str,
        *,
        by: str | None = None,
        context: int | None = None,
        **options: Unpack[FilterOptions],
    ) -> SaidResult:
        """Who said what about a topic, newest first; no rows if nobody did."""
        return ask_said(self.store, topic, by=by, context=context, filters=filters(**options))

    def show(self, ref: str, *, context: int = 0, **options: Unpack[FilterOptions]) -> ShowResult:
        """An entity by name, or a record or article by id; QueryError if there is none."""
        return ask_show(self.store, ref, context=context, filters=filters(**options))

    def graph(self, **options: Unpack[FilterOptions]) -> "nx.MultiDiGraph[str]":
        """The whole graph in memory, for networkx."""
        return to_networkx(self.store, filters(**options))

    def export(self, format: str, path: str | Path, **options: Unpack[FilterOptions]) -> Written:
        """The graph in a file (graphml, jsonl, node-link); the file appears only when it is whole."""
        return export_graph(self.store, format, Path(path), filters(**options))

    def accept(self, ref: str, *, reason: str = "", by: str = PERSON) -> ledger.Decision:
        """Let a mention, claim or relation count as sure, by its id or the start of it."""
        return ledger.accept(self.store, ref, reason=reason, by=by)

    def reject(self, ref: str, *, reason: str = "", by: str = PERSON) -> ledger.Decision:
        """Let a mention, claim or relation count no more; ``undo`` takes that back."""
        return ledger.reject(self.store, ref, reason=reason, by=by)

    def undo(self, ref: str, *, reason: str = "", by: str = PERSON) -> ledger.Decision:
        """Take the judgement on a record back; QueryError if there is none."""
        return ledger.undo(self.store, ref, reason=reason, by=by)

    def judgements(self) -> list[ledger.Entry]:
        """The judgements on records, oldest first; none is ever taken out."""
        return ledger.entries(self.store)

    def articles(self) -> Iterator[Article]:
        """Every article, ordered by id."""
        return self.store.articles()

    def counts(self) -> dict[str, int]:
        """How many records of each kind there are."""
        return self.store.counts()

    def verify(self, *, source: bool = False) -> Iterator[str]:
        """What is wrong with the evidence, a sentence each; nothing if every span shows its exact text.

        With ``source`` the files are read again, from the folder they were read from.
        """
        return verify_store(
            self.store, source=source, reader=lambda path: read([path], options=ReadOptions())
        )

    def close(self) -> None:
        """Close the database; a second time does nothing."""
        self.store.close()


def open(path: str | Path = "kg.db") -> KnowledgeGraph:
    """The knowledge graph in a database that ``kg build`` made; StoreError if there is none."""
    return KnowledgeGraph(Store.open(Path(path), must_exist=True))
