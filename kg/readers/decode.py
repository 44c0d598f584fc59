"""Bytes to text: byte order mark first, then utf-8, then gb18030 if the result reads as Chinese."""

import codecs
import re

from kg.readers.problem import Unreadable
from kg.text import is_chinese

# utf-32 before utf-16: the mark of utf-32-le begins with that of utf-16-le
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_SAMPLE = 100_000  # characters: enough to tell Chinese from what is not
_SURROGATE = re.compile("[\ud800-\udfff]")

BINARY = "is binary, not text"
NO_ENCODING = "is neither utf-8 nor Chinese text in gb18030; name its encoding with --encoding"


def decode(raw: bytes, *, encoding: str | None = None) -> str:
    """The text of a whole file without its byte order mark; Unreadable when binary or no encoding fits."""
    mark, codec = split_mark(raw)
    if codec is None and encoding is None:
        if b"\0" in raw:
            raise Unreadable(BINARY)
        codec = guess(raw)
        if codec is None:
            raise Unreadable(NO_ENCODING)
    return decode_as(raw[len(mark) :], codec or encoding or "utf-8")


def split_mark(raw: bytes) -> tuple[bytes, str | None]:
    """The byte order mark that ``raw`` begins with and the encoding it stands for; empty and None without."""
    return next(((mark, codec) for mark, codec in _MARKS if raw.startswith(mark)), (b"", None))


def guess(raw: bytes, *, cut: bool = False) -> str | None:
    """utf-8, gb18030 or, if neither fits, None; ``cut`` says that ``raw`` may end inside a character."""
    if _try(raw, "utf-8", cut=cut) is not None:
        return "utf-8"
    text = _try(raw, "gb18030", cut=cut)
    # Latin letters say nothing: they are the markup of a page, and alike in every encoding
    foreign = "".join(char for char in text[:_SAMPLE] if not char.isascii()) if text else ""
    return "gb18030" if is_chinese(foreign) else None


def decode_as(raw: bytes, codec: str) -> str:
    """The text in that encoding, lone surrogates as U+FFFD; Unreadable when it does not fit or holds NULs."""
    text = _try(raw, codec)
    if text is None:
        raise Unreadable(f"is not valid {codec}")
    if "\0" in text:
        raise Unreadable(BINARY)
    return scrub(text)


def scrub(text: str) -> str:
    """The text with each lone surrogate replaced by U+FFFD, one for one; nothing can store them."""
    return _SURROGATE.sub("\ufffd", text)


def _try(raw: bytes, codec: str, *, cut: bool = False) -> str | None:
    errors = "surrogatepass" if codec == "utf-8" else "strict"
    try:
        return codecs.getincrementaldecoder(codec)(errors).decode(raw, final=not cut)
    except UnicodeError:
        return None
