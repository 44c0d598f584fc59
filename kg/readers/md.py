"""Markdown: YAML front matter says title, date, outlet and url; the rest of the file is the body."""

import io
import re
from collections.abc import Iterator

import yaml
from msgspec.structs import replace

from kg.readers.article import article
from kg.readers.options import ReadOptions
from kg.readers.problem import Problem, Unreadable
from kg.readers.source import Source
from kg.readers.stated import Fields
from kg.readers.whole import whole_text
from kg.records import Article, TextSpan

_FRONT = re.compile(r"\A---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"^ {0,3}#[ \t]+(\S.*)$", re.MULTILINE)


def md(stream: io.BufferedReader, source: Source, options: ReadOptions) -> Iterator[Article | Problem]:
    """The one article of a Markdown file, headings in its body; Unreadable with broken front matter."""
    text = whole_text(stream, options)
    front = _FRONT.match(text)
    values = _front_matter(front[1]) if front else None
    start = front.end() if front and values is not None else 0
    body = (TextSpan(start, len(text)),) if start < len(text) else ()
    stated = Fields(values or {}).stated()
    if stated.title is None and (heading := _HEADING.search(text, start)):
        stated = replace(stated, title=heading[1].rstrip().rstrip("#").rstrip())
    yield article(source, options, text=text, body=body, stated=stated)


def _front_matter(block: str) -> dict[str, object] | None:
    """The fields as written (no dates or numbers made of them); None when it is no list of fields."""
    try:
        values = yaml.load(block, Loader=yaml.BaseLoader)  # noqa: S506 - this loader makes only strings
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise Unreadable("the front matter is no valid YAML", mark.line + 2 if mark else 1) from None
    except RecursionError:
        raise Unreadable("the front matter is nested too deeply", 1) from None
    if values == "":
        return {}
    return {str(name): value for name, value in values.items()} if isinstance(values, dict) else None
