"""JSON lines: one article a line, streamed; a broken line costs only itself."""

import io
import json
from collections.abc import Iterator

from kg.readers.article import article
from kg.readers.lines import Line, lines
from kg.readers.options import ReadOptions
from kg.readers.problem import Problem, Unreadable
from kg.readers.source import Source
from kg.readers.stated import NAMES, Fields
from kg.readers.unique import Unique
from kg.readers.whole import EMPTY
from kg.records import Article


def jsonl(stream: io.BufferedReader, source: Source, options: ReadOptions) -> Iterator[Article | Problem]:
    """The article of every line, its number as ``record``; blank lines are passed over."""
    unique = Unique()
    is_blank = True
    for line in lines(stream, encoding=options.encoding):
        if line.problem or line.text.strip():
            is_blank = False
            try:
                yield _article(line, source, options, unique)
            except Unreadable as error:
                yield error.at(source.name, line.number)
    if is_blank:
        raise Unreadable(EMPTY)


def _article(line: Line, source: Source, options: ReadOptions, unique: Unique) -> Article:
    fields = Fields(_object(line))
    text = fields.take(NAMES.text)
    if text is None:
        raise Unreadable(f"has no text in a field named {', '.join(NAMES.text[:2])} or {NAMES.text[2]}")
    given = fields.take(NAMES.id)
    made = article(source, options, text=text, stated=fields.stated(given=given), record=line.number)
    unique.claim(given, line.number)
    return made


def _object(line: Line) -> dict[str, object]:
    """The object of the line without texts that are no strings: a list would have to be joined."""
    if line.problem:
        raise Unreadable(line.problem)
    try:
        value = json.loads(line.text, strict=False)  # a raw tab inside a string is plain enough
    except (ValueError, RecursionError) as error:
        reason = error.msg if isinstance(error, json.JSONDecodeError) else "a value is too large or too deep"
        raise Unreadable(f"is no valid JSON ({reason})") from None
    if not isinstance(value, dict):
        raise Unreadable("is no JSON object")
    return {name: part for name, part in value.items() if isinstance(part, str) or name not in NAMES.text}
