"""The graph for Python users and notebooks: ``with kg.open("kg.db") as graph: graph.said("Sora")``."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, Unpack, overload

from kg.errors import ReadError
from kg.export import Written
from kg.export import export as export_graph
from kg.export.format import Step
from kg.export.formats import DEFAULTS
from kg.export.whole import whole_file
from kg.graph.filters import FilterOptions, filters
from kg.graph.networkx import to_networkx
from kg.graph.stream import undated as count_undated
from kg.query.changes import Change
from kg.query.diff import diff
from kg.query.said import SaidResult
from kg.query.said import said as ask_said
from kg.query.show import ShowResult
from kg.query.show import show as ask_show
from kg.readers import ReadOptions, read
from kg.records import PERSON, Article
from kg.resolve import ledger, names
from kg.resolve.doubts import Question, doubts, question
from kg.resolve.exchange import Imported, export_judgements, import_judgements
from kg.resolve.review import Key, Reviewed, Round, review
from kg.resolve.why import Why
from kg.resolve.why import why as ask_why
from kg.store import Store
from kg.store.asked import Asked
from kg.store.verify import verify as verify_store

if TYPE_CHECKING:
    import networkx as nx

    from kg.export.neo4j.load import Loaded
    from kg.run.build import BuildSummary, Progress


AS_IT_STANDS = ReadOptions()


class Questions:
    """What a database and a loaded server answer alike; the filters are those of the command line."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked

    def said(
        self,
        topic: str,
        *,
        by: str | None = None,
        context: int | None = None,
        **options: Unpack[FilterOptions],
    ) -> SaidResult:
        """Who said what about a topic, newest first; no rows if nobody did."""
        return ask_said(self._asked, topic, by=by, context=context, filters=filters(**options))

    def show(self, ref: str, *, context: int = 0, **options: Unpack[FilterOptions]) -> ShowResult:
        """An entity by name, or a record or article by id; QueryError if there is none."""
        return ask_show(self._asked, ref, context=context, filters=filters(**options))


class KnowledgeGraph(Questions):
    """An open database, the questions to it, and what may be done with it."""

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.store = store

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def graph(self, **options: Unpack[FilterOptions]) -> "nx.MultiDiGraph[str]":
        """The whole graph in memory, for networkx."""
        return to_networkx(self.store, filters(**options))

    def export(
        self,
        format: str,
        path: str | Path,
        *,
        options: Mapping[str, str] = DEFAULTS,
        step: Step | None = None,
        **filter_options: Unpack[FilterOptions],
    ) -> Written:
        """The graph in a file or folder (graphml, gexf, csv …) that appears only when it is whole.

        ``options`` are the format's own (``{"profile": "gephi"}``); ``step`` is called with each element.
        """
        kept = filters(**filter_options)
        return export_graph(self.store, format, Path(path), kept, options=options, step=step)

    def load(
        self,
        uri: str,
        *,
        user: str | None = None,
        password: str | None = None,
        database: str | None = None,
        texts: bool = False,
        on_article: Callable[[], None] = lambda: None,
        on_wait: Callable[[str], None] = lambda reason: None,
        **options: Unpack[FilterOptions],
    ) -> "Loaded":
        """Make a Neo4j server hold exactly this graph, and tell what that took; ServerError if it refuses.

        ``texts`` adds the articles' texts. ``on_article`` is called twice an article, ``on_wait`` with the
        reason before something is tried again.
        """
        from kg.export.neo4j.load import load  # the driver takes a third of a second

        return load(
            self.store,
            uri,
            user=user,
            password=password,
            database=database,
            filters=filters(**options),
            texts=texts,
            on_article=on_article,
            on_wait=on_wait,
        )

    def diff(
        self,
        newer: "KnowledgeGraph",
        *,
        step: Callable[[], None] | None = None,
        **options: Unpack[FilterOptions],
    ) -> Iterator[Change]:
        """What is new, gone or changed in a newer graph: entities, then articles, claims and ties, by id."""
        return diff(self.store, newer.store, filters(**options), step=step)

    def undated(self, **options: Unpack[FilterOptions]) -> int:
        """How many claims ``since`` leaves out only because nothing tells their day."""
        return count_undated(self.store, filters(**options))

    def accept(self, ref: str, *, reason: str = "", by: str = PERSON) -> ledger.Decision:
        """Let a mention, claim or relation count as sure, by its id or the start of it."""
        return ledger.accept(self.store, ref, reason=reason, by=by)

    def reject(self, ref: str, *, reason: str = "", by: str = PERSON) -> ledger.Decision:
        """Let a mention, claim or relation count no more; ``undo`` takes that back."""
        return ledger.reject(self.store, ref, reason=reason, by=by)

    @overload
    def undo(self, ref: str, *, reason: str = "", by: str = PERSON) -> ledger.Decision: ...

    @overload
    def undo(self, ref: str, other: str, *, reason: str = "", by: str = PERSON) -> names.NameDecision: ...

    def undo(
        self, ref: str, other: str | None = None, *, reason: str = "", by: str = PERSON
    ) -> ledger.Decision | names.NameDecision:
        """Take back the judgement on a record, or what was judged of two names; QueryError if nothing was."""
        if other is None:
            return ledger.undo(self.store, ref, reason=reason, by=by)
        return names.undo(self.store, ref, other, reason=reason, by=by)

    def merge(self, left: str, right: str, *, reason: str = "", by: str = PERSON) -> names.NameDecision:
        """Make two names one entity; QueryError if somebody's judgement prevents that."""
        return names.merge(self.store, left, right, reason=reason, by=by)

    def split(
        self, name: str, *, article: str | None = None, reason: str = "", by: str = PERSON
    ) -> names.NameDecision:
        """Take a name, or one article's use of it, out of its entity; QueryError if it is all there is."""
        return names.split(self.store, name, article=article, reason=reason, by=by)

    def why(self, left: str, right: str) -> Why:
        """What makes two names one entity, or two."""
        return ask_why(self.store, left, right)

    def doubts(self, *, limit: int | None = None) -> list[Question]:
        """The pairs of names that may be one and that nobody has judged, the weightiest first."""
        return [question(self.store, pair) for pair in doubts(self.store)[:limit]]

    def review(
        self,
        *,
        key: Callable[[], Key],
        show: Callable[[Question, str], None],
        tell: Callable[[str, names.NameDecision | None], None],
        by: str = PERSON,
        limit: int | None = None,
    ) -> Reviewed:
        """Ask about each of ``doubts``: ``show`` it, take the ``key``, ``tell`` what came of it."""
        return review(Round(self.store, doubts(self.store)[:limit], by=by), key=key, show=show, tell=tell)

    def judgements(self) -> list[ledger.Entry]:
        """The judgements on records and on names, oldest first; none is ever taken out."""
        return ledger.entries(self.store)

    def export_judgements(self, path: str | Path) -> int:
        """The judgements in a CSV file; how many there are."""
        written = StringIO(newline="")
        count = export_judgements(self.store, written)
        with whole_file(Path(path)) as stream:
            stream.write(written.getvalue().encode())
        return count

    def import_judgements(self, path: str | Path) -> Imported:
        """Append the judgements of a CSV file; ReadError, and nothing is written, if a row is none."""
        try:
            with Path(path).open(encoding="utf-8-sig", newline="") as stream:
                return import_judgements(self.store, stream, source=str(path))
        except OSError as error:
            raise ReadError(f"{path}: {error.strerror}.") from None

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


def build(
    paths: str | Path | Iterable[str | Path],
    path: str | Path = "kg.db",
    *,
    options: ReadOptions = AS_IT_STANDS,
    model: str | None = None,
    names: str | Path | None = None,
    progress: "Progress | None" = None,
) -> "BuildSummary":
    """Read news files into a database, as ``kg build`` does; what could not be read is in the summary.

    ``progress`` is called with each article and what became of it: added, replaced or unchanged.
    """
    from kg.annotate.pipeline import load  # torch and spaCy: seconds that no question need spend
    from kg.run.build import build as build_here
    from kg.run.given import given

    own = Path(names) if names else None
    annotator = load(model, names=own)
    recorded = given(options, model=model, names=own, names_hash=annotator.names_hash)
    items = read([paths] if isinstance(paths, str | Path) else paths, options=options)
    with Store.open(path) as store:
        return build_here(store, items, annotator, options=recorded, progress=progress)


@contextmanager
def connect(
    uri: str, *, user: str | None = None, password: str | None = None, database: str | None = None
) -> Iterator[Questions]:
    """The questions to a Neo4j server that ``load`` filled; ServerError if it refuses, or holds no graph."""
    from kg.export.neo4j.server import connected  # the driver, as in load
    from kg.query.cypher import Server

    with connected(uri, user=user, password=password, database=database) as server:
        yield Questions(Server.loaded(server.read))
