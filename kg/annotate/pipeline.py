"""The spaCy pipeline: kg's tokens, and HanLP as the component that fills the Doc's layers."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup
from spacy.vocab import Vocab

from kg.annotate.findings import Findings, WindowFindings
from kg.annotate.layers import CONTENTS, CUES, NAMES, SOURCES, SPEAKERS
from kg.annotate.model import load_model, model_hash
from kg.annotate.reading import read_article
from kg.annotate.tokens import Places, model_form, token_spans
from kg.records import Article, TextSpan
from kg.resources import model_dir

SOURCE_CHANCE = 0.2  # names less likely than this to be the source's own are not worth a span


class Annotator:
    """Makes Docs of articles; holds the model, which is loaded once."""

    def __init__(self, nlp: Language, *, model: str, model_hash: str) -> None:
        self.nlp = nlp
        self.model = model
        self.model_hash = model_hash

    def __call__(self, article: Article) -> Doc:
        """The annotated Doc of an article; its text is the article's, character for character."""
        doc = self.nlp.make_doc(article.text)
        doc.user_data["body"] = article.body
        for _, component in self.nlp.pipeline:
            doc = component(doc)
        return doc


def load(model: Path | None = None) -> Annotator:
    """The annotator of a model folder, by default of the one that ships; ModelError if it is damaged."""
    folder = model or model_dir()
    component = load_model(folder)

    def reader(windows: list[list[str]]) -> list[WindowFindings]:
        return list(component(windows)["news"])

    nlp = spacy.blank("zh")
    nlp.tokenizer = CharacterTokenizer(nlp.vocab)
    nlp.add_pipe("kg_hanlp").reader = reader  # type: ignore[attr-defined]
    return Annotator(nlp, model=folder.name, model_hash=model_hash(folder))


class CharacterTokenizer:
    """One token a character, runs of Latin letters and of digits whole; blanks are tokens too."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        words = [span.of(text) for span in token_spans(text)]
        return Doc(self.vocab, words=words, spaces=[False] * len(words))


class HanlpReader:
    """The component: reads the body of a Doc and writes the layers."""

    def __init__(self, reader: Callable[[list[list[str]]], list[WindowFindings]] | None = None) -> None:
        self.reader = reader

    def __call__(self, doc: Doc) -> Doc:
        if self.reader is None:
            raise ValueError("the component kg_hanlp has no model")
        forms = [model_form(token.text) for token in doc]
        body: Sequence[TextSpan] = doc.user_data.get("body") or [TextSpan(0, len(doc.text))]
        write_layers(doc, read_article(forms, token_ranges(doc, body), self.reader))
        return doc


@Language.factory("kg_hanlp")
def make_reader(nlp: Language, name: str) -> HanlpReader:
    """The component without a model: ``load`` gives it one."""
    return HanlpReader()


def token_ranges(doc: Doc, body: Iterable[TextSpan]) -> list[tuple[int, int]]:
    """The token ranges of the body's character ranges."""
    places = Places([TextSpan(token.idx, token.idx + len(token)) for token in doc])
    return [places.tokens(span.start, span.end) for span in body]


def write_layers(doc: Doc, findings: Findings) -> None:
    """Put what was found into the Doc's span groups."""
    names = [Span(doc, name.start, name.end, label=name.type) for name in findings.names]
    _group(doc, NAMES, names, [name.confidence for name in findings.names])
    cues = findings.cues
    _group(doc, CUES, [Span(doc, cue.start, cue.end) for cue in cues], [cue.confidence for cue in cues])
    speakers = [(i, cue.speaker, cue.speaker_confidence) for i, cue in enumerate(cues) if cue.speaker]
    _linked(doc, SPEAKERS, speakers)
    contents = [(i, span, cue.content_confidence) for i, cue in enumerate(cues) for span in cue.content]
    _linked(doc, CONTENTS, contents)
    sources = [
        (i, (name.start, name.end), chance)
        for i, cue in enumerate(cues)
        for name in findings.names
        if (chance := cue.source_chance(name.start, name.end)) >= SOURCE_CHANCE
    ]
    _linked(doc, SOURCES, sources)


def _linked(doc: Doc, layer: str, rows: Sequence[tuple[int, tuple[int, int], float]]) -> None:
    spans = [Span(doc, start, end) for _, (start, end), _ in rows]
    group = _group(doc, layer, spans, [chance for _, _, chance in rows])
    group.attrs["cue"] = [cue for cue, _, _ in rows]


def _group(doc: Doc, layer: str, spans: list[Span], confidence: list[float]) -> SpanGroup:
    attrs: dict[str, Any] = {"confidence": [round(value, 3) for value in confidence]}
    group = SpanGroup(doc, name=layer, spans=spans, attrs=attrs)
    doc.spans[layer] = group
    return group
