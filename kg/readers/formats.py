"""Paths to articles: the format by the name, or for standard input by the first characters."""

import io
import os
from collections.abc import Callable, Iterable, Iterator

from kg.readers.csv import csv
from kg.readers.find import sources
from kg.readers.html import html
from kg.readers.jsonl import jsonl
from kg.readers.lines import BROKEN_OFF, PEEK, broken_off
from kg.readers.md import md
from kg.readers.options import ReadOptions
from kg.readers.problem import Problem, Unreadable
from kg.readers.source import Source, opened
from kg.readers.txt import txt
from kg.records import Article, article_id

Reader = Callable[[io.BufferedReader, Source, ReadOptions], Iterator[Article | Problem]]

FORMATS: dict[str, Reader] = {
    ".txt": txt,
    ".md": md,
    ".markdown": md,
    ".jsonl": jsonl,
    ".ndjson": jsonl,
    ".csv": csv,
    ".html": html,
    ".htm": html,
}
DEFAULTS = ReadOptions()


def read(
    paths: Iterable[str | os.PathLike[str]], *, options: ReadOptions = DEFAULTS
) -> Iterator[Article | Problem]:
    """The articles of all paths in order, and a Problem for each file or record that gives none.

    Paths are files, folders, patterns, or - for standard input. A file that is reached twice is read once.
    Two files with one path below two roots would share an id: the second is a Problem.
    """
    count = 0
    owners: dict[str, str] = {}
    for source in sources(paths, root=options.root):
        if isinstance(source, Problem):
            yield source
            continue
        for item in _items(source, options):
            item = _owned(item, source, owners)
            yield item
            count += isinstance(item, Article)
            if count == options.limit:
                return


def _items(source: Source, options: ReadOptions) -> Iterator[Article | Problem]:
    try:
        with opened(source) as stream:
            reader = FORMATS.get(source.suffix) if source.suffix else _sniffed(stream)
            if reader is None:
                raise Unreadable(f"has a name of no known format ({' '.join(FORMATS)}, each also .gz)")
            yield from reader(stream, source, options)
    except Unreadable as error:
        yield error.at(source.name)
    except BROKEN_OFF as error:
        yield broken_off(error).at(source.name)


def _sniffed(stream: io.BufferedReader) -> Reader:
    """The format of a stream without a name: JSON lines begin with a brace, else a feed or plain text."""
    head = stream.peek(PEEK).lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n")
    return jsonl if head.startswith(b"{") else txt


def _owned(item: Article | Problem, source: Source, owners: dict[str, str]) -> Article | Problem:
    """The item, or a Problem where its id, made of its path, belongs to another file of this run."""
    if isinstance(item, Problem):
        return item
    if item.id != article_id(url=None, given=None, path=source.key, record=item.record):
        return item
    owner = owners.setdefault(source.key, source.name)
    if owner == source.name:
        return item
    reason = f"is '{source.key}' below its folder, as {owner} is; give the folder above both"
    return Problem(source.name, None, reason)
