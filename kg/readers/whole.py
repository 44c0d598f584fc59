"""The whole of a single-article file as text, read no further than an article may be long."""

import io

from kg.readers.article import too_long
from kg.readers.decode import BINARY, decode, split_mark
from kg.readers.lines import BROKEN_OFF, broken_off
from kg.readers.options import ReadOptions
from kg.readers.problem import Unreadable

MAX_BYTES = 200 * 2**20  # unpacked; a page of some kilobytes can unpack to gigabytes
_CHAR_BYTES = 8  # of one character at the most: 4 in utf-8 and gb18030, 8 in iso-2022-jp with its escapes

EMPTY = "is empty"


def whole_bytes(stream: io.BufferedReader, limit: int = MAX_BYTES) -> bytes:
    """The bytes of the stream, at most ``limit`` + 1; Unreadable when it is empty or damaged."""
    try:
        raw = stream.read(limit + 1)
    except BROKEN_OFF as error:
        raise broken_off(error) from None
    if not raw:
        raise Unreadable(EMPTY)
    return raw


def whole_text(stream: io.BufferedReader, options: ReadOptions) -> str:
    """The decoded text as it stands; Unreadable when it is empty, binary, undecodable or too long."""
    limit = min(MAX_BYTES, _CHAR_BYTES * (options.max_chars + 1))  # + 1: the byte order mark
    raw = whole_bytes(stream, limit)
    if len(raw) <= limit:
        return decode(raw, encoding=options.encoding)
    if b"\0" in raw and split_mark(raw)[1] is None and options.encoding is None:
        raise Unreadable(BINARY)
    raise too_long(options)
