"""What a format is, and what its writer is given to read."""

from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct

from kg.errors import ConfigError
from kg.graph.elements import Edge, Node
from kg.graph.stream import Selection

Step = Callable[[object], None]  # called with each node and edge, or its row


class Elements(Struct, frozen=True):
    """The graph to write: ``nodes`` and ``edges`` may be gone through as often as a format needs.

    All of it is one state of the store, and in an order that never changes. ``text`` gives the whole
    text of an article by its id, for formats that quote what stands round a span. ``chosen`` is the same
    graph for a format that reads records: it calls ``step`` with each element itself.
    """

    nodes: Iterable[Node]
    edges: Iterable[Edge]
    text: Callable[[str], str]
    chosen: Selection | None = None
    step: Step | None = None


class Counts(Struct, frozen=True):
    """How many nodes and edges a file holds, where a writer joins or leaves out some."""

    nodes: int
    edges: int


class Option(Struct, frozen=True, kw_only=True):
    """A setting of a format, passed to its writer by name; its values are words."""

    name: str
    help: str
    choices: tuple[str, ...]  # the first is the default


class Format(Struct, frozen=True, kw_only=True):
    """One way to write the graph: a thin writer and what has to be known of it.

    ``write(elements, stream, **options)`` puts the graph into a stream of bytes; with ``is_folder`` it
    is ``write(elements, folder, **options)``, with the path of an empty folder. Either appears under its
    name only when whole. What is returned are the numbers written, None for "all of the elements".
    ``summary`` is a line for --help: what the file is, and what opens it. ``note`` is told when it is
    written, if something is left to do; ``{path}`` in it becomes its place.
    """

    name: str
    summary: str
    write: Callable[..., Counts | None]
    is_folder: bool = False
    note: str = ""
    options: tuple[Option, ...] = ()

    def settings(self, given: Mapping[str, str]) -> dict[str, str]:
        """A value for each option; ConfigError for an option or value that the format does not have."""
        known = {option.name: option for option in self.options}
        for name, value in given.items():
            if name not in known:
                raise ConfigError(f"{self.name} has no option {name!r}.")
            if value not in known[name].choices:
                choices = ", ".join(known[name].choices)
                raise ConfigError(f"{self.name} takes as {name} {choices}, not {value!r}.")
        return {name: given.get(name, option.choices[0]) for name, option in known.items()}
