"""Web pages: trafilatura finds the article in the page; the text is what it extracts."""

import io
import logging
import re
from collections.abc import Iterator

from kg.readers.article import NO_TEXT, article
from kg.readers.decode import decode
from kg.readers.options import ReadOptions
from kg.readers.problem import Problem, Unreadable
from kg.readers.source import Source
from kg.readers.stated import Stated
from kg.readers.whole import MAX_BYTES, whole_bytes
from kg.records import Article

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([A-Za-z0-9_-]+)", re.IGNORECASE)
_HEAD = 4096  # bytes in which browsers, too, look for a page's own word on its encoding


def html(stream: io.BufferedReader, source: Source, options: ReadOptions) -> Iterator[Article | Problem]:
    """The one article of a page; Unreadable when it is too large or trafilatura finds no text in it."""
    from trafilatura import bare_extraction  # takes half a second to import
    from trafilatura.settings import Document

    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # the reader itself says what is wrong
    raw = whole_bytes(stream)
    if len(raw) > MAX_BYTES:
        raise Unreadable(f"is a page of more than {MAX_BYTES // 2**20} MB")
    page = bare_extraction(_decoded(raw, options), with_metadata=True, include_comments=False)
    if not isinstance(page, Document) or not page.text:
        raise Unreadable(NO_TEXT)
    meta = {"author": page.author} if page.author else {}
    stated = Stated(title=page.title, url=page.url, outlet=page.sitename, published=page.date, meta=meta)
    yield article(source, options, text=page.text, stated=stated)


def _decoded(raw: bytes, options: ReadOptions) -> str:
    """The page as text; the encoding that it names itself is tried where utf-8 and gb18030 do not fit."""
    try:
        return decode(raw, encoding=options.encoding)
    except Unreadable:
        named = _CHARSET.search(raw[:_HEAD])
        if named is None or options.encoding:
            raise
        try:
            return decode(raw, encoding=named[1].decode())
        except LookupError:
            raise Unreadable(f"names an encoding that is not known, {named[1].decode()}") from None
