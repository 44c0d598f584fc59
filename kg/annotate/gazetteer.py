"""A user's list of names, ``--names``: read from CSV, found by spaCy's PhraseMatcher on the folded tokens."""

import csv
import io
import unicodedata
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from msgspec import Struct
from spacy.attrs import NORM  # type: ignore[import-not-found]
from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.util import filter_spans

from kg.annotate.naming import GIVEN, body_of, write_names
from kg.annotate.schemes import known_type, known_words
from kg.errors import ConfigError
from kg.text import fold

COMPONENT = "kg_gazetteer"
ORIGIN = "names"  # what a mention's origin says
COLUMNS = ("name", "type")
# Letters that have case, and digits: they make words, and Sora is not to be found in Soras. Chinese
# characters (category Lo) do not: 张三 stands in 据张三说.
_WORD = ("Lu", "Ll", "Lt", "Nd")


class Entry(Struct, frozen=True):
    """One name of the list with its type, and the line that says so."""

    name: str
    type: str
    line: int


class Gazetteer(Struct, frozen=True):
    """A user's list; ``hash`` says which, as 16 hex digits of its content."""

    entries: tuple[Entry, ...]
    hash: str


def read_names(path: Path) -> Gazetteer:
    """The list of a CSV file with the columns name and type; ConfigError says file and line of a fault."""
    try:
        raw = path.read_bytes()
        text = raw.decode("utf-8-sig")
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror}).") from None
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise ConfigError(f"{path}:{line}: not UTF-8; save the list as CSV in UTF-8.") from None
    found: dict[str, Entry] = {}
    for entry in _entries(path, text):
        first = found.setdefault(fold(entry.name), entry)
        if first.type != entry.type:
            both = f"{entry.type} here and {first.type} in line {first.line}"
            raise ConfigError(f"{path}:{entry.line}: {entry.name} is {both}.")
    return Gazetteer(tuple(found.values()), sha256(raw).hexdigest()[:16])


def _entries(path: Path, text: str) -> Iterator[Entry]:
    """The rows below the header; further columns and blank lines do not count."""
    rows = _rows(path, text)
    _, header = next(rows, (1, []))
    columns = [cell.strip().casefold() for cell in header]
    if not set(COLUMNS) <= set(columns):
        raise ConfigError(f"{path}:1: the header is not {','.join(COLUMNS)}.")
    name, type_ = (columns.index(column) for column in COLUMNS)
    for line, cells in rows:
        if any(cell.strip() for cell in cells):
            cells += [""] * (len(columns) - len(cells))
            yield _entry(f"{path}:{line}", cells[name].strip(), cells[type_].strip(), line)


def _entry(place: str, name: str, word: str, line: int) -> Entry:
    if not any(char.isalnum() for char in name):
        raise ConfigError(f"{place}: the name is empty, or has no letter or digit ({name or 'nothing'}).")
    type_ = known_type(word)
    if type_ is None:
        raise ConfigError(f"{place}: the type of {name} is {word or 'empty'}, not one of {known_words()}.")
    return Entry(name, type_, line)


def _rows(path: Path, text: str) -> Iterator[tuple[int, list[str]]]:
    """All rows, each with the line on which it begins."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise ConfigError(f"{path}:{line}: no valid CSV ({error}).") from None
        if cells is None:
            return
        yield line, cells


class GazetteerFinder:
    """The component: finds the names of a list in the body, the longest where two overlap."""

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp
        # the form in which names are compared: full width, case and quotes folded, one for one
        nlp.vocab.lex_attr_getters[NORM] = fold  # type: ignore[attr-defined]
        for lexeme in nlp.vocab:
            lexeme.norm_ = fold(lexeme.text)
        self.matcher = PhraseMatcher(nlp.vocab, attr="NORM")

    def add(self, gazetteer: Gazetteer) -> None:
        """Look for these names too."""
        for entry in gazetteer.entries:
            self.matcher.add(entry.type, [self.nlp.make_doc(entry.name)])

    def __call__(self, doc: Doc) -> Doc:
        text, bodies = doc.text, body_of(doc)
        spans = [
            span
            for span in self.matcher(doc, as_spans=True)
            if is_whole(text, span.start_char, span.end_char)
            and any(body.start <= span.start_char and span.end_char <= body.end for body in bodies)
        ]
        write_names(doc, GIVEN, filter_spans(spans), origin=ORIGIN)
        return doc


@Language.factory(COMPONENT)
def make_finder(nlp: Language, name: str) -> GazetteerFinder:
    """The component without names: ``add`` gives it some."""
    return GazetteerFinder(nlp)


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether neither edge of a name cuts a run of Latin letters and digits."""
    return not (_is_inside_word(text, start) or _is_inside_word(text, end))


def _is_inside_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and all(unicodedata.category(char) in _WORD for char in text[at - 1 : at + 1])
