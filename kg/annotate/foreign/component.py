"""Another model's names, ``--model``: its labels in our types, on our tokens, sentence by sentence."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from kg.annotate.naming import FOREIGN, body_of, write_names
from kg.annotate.schemes import type_of
from kg.records import TextSpan
from kg.text import sentences, trimmed

COMPONENT = "kg_foreign"
LONGEST = 500  # characters handed to another model as one sentence: encoders hold 512, and memory is bounded


class Labelled(NamedTuple):
    """A name in characters of its sentence, with the label of its own scheme."""

    start: int
    end: int
    label: str


Finder = Callable[[Sequence[str]], Sequence[Sequence[Labelled]]]


class ForeignModel(Struct, frozen=True):
    """Another model for names: what it is called, the hash that says which it is, and how to ask it."""

    name: str
    hash: str
    find: Finder


class ForeignReader:
    """The component: asks another model for the names of the body; labels that are none of our types go."""

    def __init__(self) -> None:
        self.other: ForeignModel | None = None

    def __call__(self, doc: Doc) -> Doc:
        if self.other is None:
            raise ValueError(f"the component {COMPONENT} has no model")
        text = doc.text
        places = list(pieces(text, body_of(doc)))
        found = self.other.find([place.of(text) for place in places]) if places else []
        spans = [
            span
            for place, names in zip(places, found, strict=True)
            for name in names
            if (span := _span(doc, text, place, name))
        ]
        write_names(doc, FOREIGN, filter_spans(spans), origin=self.other.name)
        return doc


@Language.factory(COMPONENT)
def make_reader(nlp: Language, name: str) -> ForeignReader:
    """The component without a model: ``other`` is set later."""
    return ForeignReader()


def pieces(text: str, bodies: Sequence[TextSpan]) -> Iterator[TextSpan]:
    """The sentences of the body, cut where one is longer than any model should be given."""
    for body in bodies:
        for sentence in sentences(text, body):
            for start in range(sentence.start, sentence.end, LONGEST):
                yield TextSpan(start, min(start + LONGEST, sentence.end))


def _span(doc: Doc, text: str, place: TextSpan, name: Labelled) -> Span | None:
    """The name on our tokens, a run of Latin letters whole; None for blanks and labels without a type."""
    type_ = type_of(name.label)
    inner = trimmed(text, place.start + name.start, min(place.start + name.end, place.end))
    if type_ is None or inner is None:
        return None
    return doc.char_span(inner.start, inner.end, label=type_, alignment_mode="expand")
