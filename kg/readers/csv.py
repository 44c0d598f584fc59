"""CSV: one article a row, streamed; the columns by option, else by the names that are usual."""

import io
from collections.abc import Iterator

from kg.readers.article import article
from kg.readers.options import ReadOptions
from kg.readers.problem import Problem, Unreadable
from kg.readers.rows import Row, rows
from kg.readers.source import Source
from kg.readers.stated import NAMES, Fields, Names
from kg.readers.unique import Unique
from kg.readers.whole import EMPTY
from kg.records import Article


def csv(stream: io.BufferedReader, source: Source, options: ReadOptions) -> Iterator[Article | Problem]:
    """The article of every row, counted without the header as ``record``; Unreadable without texts."""
    found = rows(stream, encoding=options.encoding)
    header = next(found, None)
    if header is None:
        raise Unreadable(EMPTY)
    names = _names(header, options)
    unique = Unique()
    record = 0
    for record, row in enumerate(found, 1):
        try:
            fields = _fields(header, row)
            text = fields.take(names.text)
            if text is None:
                raise Unreadable("has no text")
            stated = fields.stated(names, given=fields.take(names.id))
            made = article(source, options, text=text, stated=stated, record=record)
            unique.claim(stated.given, row.line)
            yield made
        except Unreadable as error:
            yield error.at(source.name, row.line)
    if record == 0:
        yield Problem(source.name, None, "has a header but no row")


def _names(header: Row, options: ReadOptions) -> Names:
    """The names of the columns, each the one that an option gives or else the usual ones."""
    if header.problem:
        raise header.problem
    columns = f"among its columns {', '.join(header.values)}"
    own = {
        "text": options.text_column,
        "title": options.title_column,
        "url": options.url_column,
        "outlet": options.outlet_column,
        "published": options.date_column,
        "id": options.id_column,
    }
    for name in own.values():
        if name is not None and name not in header.values:
            raise Unreadable(f"has no '{name}' {columns}", header.line)
    names = Names(**{field: (name,) for field, name in own.items() if name is not None})
    if not Fields(dict.fromkeys(header.values, "text")).take(names.text):
        raise Unreadable(f"has no '{NAMES.text[0]}' {columns}; name it with --text-column", header.line)
    return names


def _fields(header: Row, row: Row) -> Fields:
    if row.problem:
        raise row.problem
    if len(row.values) != len(header.values):
        raise Unreadable(f"has {len(row.values)} values for {len(header.values)} columns")
    return Fields(dict(zip(header.values, row.values, strict=True)))
