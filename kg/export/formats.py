"""The formats by name, those of other packages among them, and how any of them comes to a file.

A package adds a format by an entry point of the group ``kg.formats`` that names a ``Format``:

    [project.entry-points."kg.formats"]
    pajek = "kg_pajek:FORMAT"

It is loaded when it is asked for, so that one that is broken costs nobody else anything.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from kg.errors import ConfigError, KgError, StoreError
from kg.export import csv, ftm, gexf, graphml, jsonl, jsonld, neo4j_csv, node_link, parquet
from kg.export.format import Counts, Elements, Format, Step
from kg.export.whole import whole_file, whole_folder
from kg.graph.elements import Edge, Node
from kg.graph.entities import ARTICLES_AT_HAND
from kg.graph.filters import KEEP_ALL, Filters
from kg.graph.stream import Selection
from kg.store import Store

GROUP = "kg.formats"
BUILT_IN = {
    format_.name: format_
    for format_ in (
        graphml.FORMAT,
        gexf.FORMAT,
        jsonl.FORMAT,
        node_link.FORMAT,
        csv.FORMAT,
        parquet.FORMAT,
        ftm.FORMAT,
        jsonld.FORMAT,
        neo4j_csv.FORMAT,
    )
}
DEFAULTS: Mapping[str, str] = MappingProxyType({})

Element = TypeVar("Element", Node, Edge)


class Written(Struct, frozen=True, kw_only=True):
    """What an export put into its file, and how many claims ``since`` left out for want of a date."""

    nodes: int
    edges: int
    undated: int


class _Stream(Iterable[Element]):
    """A stream that starts anew with each loop over it, and knows how many the last one passed."""

    def __init__(self, of: Callable[[], Iterator[Element]], step: Step | None) -> None:
        self.passed = 0
        self._of: Callable[[], Iterator[Element]] = of
        self._step = step

    def __iter__(self) -> Iterator[Element]:
        self.passed = 0
        for element in self._of():
            self.passed += 1
            if self._step:
                self._step(element)
            yield element


def summaries() -> dict[str, str]:
    """What each format is, by its name, kg's own first; those of other packages are not loaded for it."""
    own = {name: " ".join((format_.summary, *_settable(format_))) for name, format_ in BUILT_IN.items()}
    return own | {name: f"From the package {_package(point)}" for name, point in _plug_ins().items()}


def _settable(format_: Format) -> Iterator[str]:
    """What --set takes, the default first: (texts=no|yes: with the whole text of each article)."""
    for option in format_.options:
        yield f"({option.name}={'|'.join(option.choices)}: {option.help})"


def find(name: str) -> Format:
    """The format of that name; ConfigError if there is none, or its package does not give one."""
    if name in BUILT_IN:
        return BUILT_IN[name]
    plug_ins = _plug_ins()
    if name not in plug_ins:
        raise ConfigError(f"There is no format {name!r}; known: {', '.join((*BUILT_IN, *plug_ins))}.")
    return _load(plug_ins[name])


def export(
    store: Store,
    name: str,
    path: Path,
    filters: Filters = KEEP_ALL,
    *,
    options: Mapping[str, str] = DEFAULTS,
    step: Step | None = None,
) -> Written:
    """The graph in a file or folder that appears only when whole; ConfigError for a wrong name or option.

    ``step`` is called with each node and edge that goes into it, as often as the format reads it.
    """
    format_ = find(name)
    settings = format_.settings(options)
    with store.snapshot(), Selection(store, filters) as chosen:
        kept_nodes, kept_edges = _Stream(chosen.nodes, step), _Stream(chosen.edges, step)
        elements = Elements(kept_nodes, kept_edges, _texts(store), chosen, step)
        counts = _write(format_, elements, path, settings) or Counts(kept_nodes.passed, kept_edges.passed)
        return Written(nodes=counts.nodes, edges=counts.edges, undated=chosen.undated())


def _write(format_: Format, elements: Elements, path: Path, settings: Mapping[str, str]) -> Counts | None:
    if format_.is_folder:
        with whole_folder(path) as folder:
            return format_.write(elements, folder, **settings)
    with whole_file(path) as stream:
        return format_.write(elements, stream, **settings)


def _texts(store: Store) -> Callable[[str], str]:
    """The text of an article by its id, the last few at hand."""

    @lru_cache(maxsize=ARTICLES_AT_HAND)
    def text(article_id: str) -> str:
        found = store.article(article_id)
        if found is None:
            raise StoreError(f"There is no article {article_id} in {store.path}.")
        return found.text

    return text


def _plug_ins() -> dict[str, EntryPoint]:
    """The formats of other packages by name; of two with one name the first by package."""
    points = sorted(entry_points(group=GROUP), key=lambda point: (point.name, _package(point)), reverse=True)
    return {point.name: point for point in points if point.name not in BUILT_IN}


def _package(point: EntryPoint) -> str:
    return point.dist.name if point.dist else point.module


def _load(point: EntryPoint) -> Format:
    """What the package gives; whatever is wrong with it is a ConfigError, one sentence."""
    what = f"The format {point.name!r} of the package {_package(point)}"
    try:
        found = point.load()
    except Exception as error:  # anything may happen in somebody else's module
        raise ConfigError(f"{what} cannot be loaded: {type(error).__name__}: {error}.") from error
    if not isinstance(found, Format):
        raise ConfigError(f"{what} is no kg.export.Format but {type(found).__name__}.")
    return replace(found, write=_answering(found.write, what))


def _answering(write: Callable[..., Counts | None], what: str) -> Callable[..., Counts | None]:
    """The writer, with its mistakes as ConfigErrors, one sentence each."""

    def answering(elements: Elements, target: object, **settings: str) -> Counts | None:
        try:
            return write(elements, target, **settings)
        except (KgError, OSError):
            raise
        except Exception as error:
            raise ConfigError(f"{what} failed: {type(error).__name__}: {error}.") from error

    return answering
