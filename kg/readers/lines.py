"""A stream as decoded lines, in constant memory; a line that cannot be read costs only itself."""

import codecs
import gzip
import io
import re
import zlib
from collections.abc import Iterator

from msgspec import Struct

from kg.readers.decode import BINARY, NO_ENCODING, decode_as, guess, scrub, split_mark
from kg.readers.problem import Unreadable

MAX_LINE = 32 * 2**20  # bytes: a record of 200,000 characters, each written \uXXXX, has 1.2 million
PEEK = 2**16  # bytes that the encoding is guessed from
TOO_LONG = f"the line is longer than {MAX_LINE // 2**20} MB"

_PIECE = re.compile(r"[^\n]*\n|[^\n]+")

BROKEN_OFF = (OSError, EOFError, zlib.error)  # what reading a file or gzip data may raise


class Line(Struct, frozen=True):
    """One line with its line break; ``problem`` says why ``text`` is not what the file means."""

    number: int
    text: str
    problem: str | None = None


def lines(stream: io.BufferedReader, *, encoding: str | None) -> Iterator[Line]:
    """Every line of the stream, numbered from 1; Unreadable, with the line, when the stream breaks off."""
    try:
        mark, codec = split_mark(stream.peek(PEEK)[:4])
        stream.read(len(mark))
        codec = codec or encoding or _codec(stream.peek(PEEK))
    except BROKEN_OFF as error:
        raise broken_off(error) from None
    if "\n".encode(codec) != b"\n":
        yield from _wide_lines(stream, codec)
        return
    for number, raw in enumerate(_raw_lines(stream), 1):
        yield _decoded(number, raw, codec)


def _codec(sample: bytes) -> str:
    """The encoding of a stream from its beginning, where a few lines may be broken."""
    if b"\0" in sample:
        raise Unreadable(BINARY)
    if codec := guess(sample, cut=True):
        return codec
    parts = sample.splitlines()
    if 2 * sum(guess(part, cut=True) == "utf-8" for part in parts) < len(parts):
        raise Unreadable(NO_ENCODING)
    return "utf-8"


def _raw_lines(stream: io.BufferedReader) -> Iterator[bytes]:
    """Lines as bytes: in utf-8 and gb18030 a line feed is never a part of another character."""
    number = 1
    try:
        while raw := stream.readline(MAX_LINE + 1):
            yield raw
            number += 1
            while len(raw) > MAX_LINE and not raw.endswith(b"\n"):
                raw = stream.readline(MAX_LINE + 1)  # the rest of a line that is too long
    except BROKEN_OFF as error:
        raise broken_off(error, number) from None


def _decoded(number: int, raw: bytes, codec: str) -> Line:
    if len(raw) > MAX_LINE:
        return Line(number, "", TOO_LONG)
    try:
        return Line(number, decode_as(raw, codec))
    except Unreadable as error:
        return Line(number, raw.decode(codec, "replace"), f"the line {error}")


def _wide_lines(stream: io.BufferedReader, codec: str) -> Iterator[Line]:
    """Lines of an encoding whose line feed is no single byte (utf-16): the first error ends the stream."""
    number = 1
    pieces: list[str] = []  # of a line that goes on in the next part
    try:
        for piece in _wide_pieces(stream, codec):
            pieces.append(piece)
            if piece.endswith("\n"):
                yield _checked(number, "".join(pieces))
                number += 1
                pieces = []
            elif sum(map(len, pieces)) > MAX_LINE:
                raise Unreadable(TOO_LONG, number)
    except UnicodeError:
        raise Unreadable(f"is not valid {codec} from here on", number) from None
    except BROKEN_OFF as error:
        raise broken_off(error, number) from None
    if pieces:
        yield _checked(number, "".join(pieces))


def _wide_pieces(stream: io.BufferedReader, codec: str) -> Iterator[str]:
    """The text cut after each line feed and wherever a read ends."""
    decoder = codecs.getincrementaldecoder(codec)()
    raw = b"-"
    while raw:
        raw = stream.read(PEEK)
        yield from _PIECE.findall(decoder.decode(raw, final=not raw))


def _checked(number: int, text: str) -> Line:
    return Line(number, scrub(text), f"the line {BINARY}" if "\0" in text else None)


def broken_off(error: Exception, line: int | None = None) -> Unreadable:
    """What to raise for a stream that breaks off: damaged gzip data, or the reason of the system."""
    if isinstance(error, EOFError | zlib.error | gzip.BadGzipFile):
        return Unreadable("is damaged gzip data", line)
    reason = error.strerror if isinstance(error, OSError) else None
    return Unreadable(f"cannot be read: {reason or error}", line)
