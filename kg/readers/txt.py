"""Plain text: the whole file is the article, unless its fields show that it is a feed."""

import io
from collections.abc import Iterator

from kg.readers.article import article
from kg.readers.feed import feed, is_feed
from kg.readers.options import ReadOptions
from kg.readers.problem import Problem
from kg.readers.source import Source
from kg.readers.stated import Stated
from kg.readers.whole import whole_text
from kg.records import Article


def txt(stream: io.BufferedReader, source: Source, options: ReadOptions) -> Iterator[Article | Problem]:
    """The one article of a text file; Unreadable when it has none."""
    text = whole_text(stream, options)
    if is_feed(text):
        yield from feed(source, options, text)
    else:
        yield article(source, options, text=text, stated=Stated())
