"""From the options of a command to what the readers take, and problems told as they come."""

from collections.abc import Callable, Iterable, Iterator

from kg.errors import ConfigError
from kg.readers import Problem, ReadOptions, read
from kg.readers.options import MAX_CHARS
from kg.records import Article

FIELDS = ("text", "title", "date", "outlet", "url", "id")
STDIN = "-"


def read_options(
    *,
    outlet: str | None = None,
    published: str | None = None,
    encoding: str | None = None,
    limit: int | None = None,
    max_chars: int | None = None,
    root: str | None = None,
    column: Iterable[str] | None = None,
) -> ReadOptions:
    """What the readers take; a value that cannot be meant is a ConfigError."""
    return ReadOptions(
        outlet=outlet,
        published=published,
        encoding=encoding,
        limit=limit,
        max_chars=MAX_CHARS if max_chars is None else max_chars,
        root=root,
        **columns(column or ()),
    )


def columns(given: Iterable[str]) -> dict[str, str]:
    """The ``*_column`` options of text=正文 and the like; ConfigError for an unknown field."""
    found = {}
    for pair in given:
        field, _, name = pair.partition("=")
        if field not in FIELDS or not name:
            raise ConfigError(f"--column wants FIELD=NAME with a field of {', '.join(FIELDS)}, not {pair!r}.")
        found[f"{field}_column"] = name
    return found


def told(items: Iterable[Article | Problem], tell: Callable[[str], None]) -> Iterator[Article | Problem]:
    """The same items; each problem is told when it comes, since a long run may be stopped."""
    for item in items:
        if isinstance(item, Problem):
            tell(str(item))
        yield item


def counted(paths: Iterable[str], options: ReadOptions) -> int | None:
    """How many articles there will be, by reading them once without the model; None for standard input."""
    given = list(paths)
    if STDIN in given:
        return None
    return sum(isinstance(item, Article) for item in read(given, options=options))
