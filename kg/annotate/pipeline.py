"""The spaCy pipeline: kg's tokens, and HanLP as the component that fills the Doc's layers."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import spacy
from msgspec.structs import replace
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.annotate.findings import WindowFindings
from kg.annotate.foreign.choice import choose
from kg.annotate.gazetteer import read_names
from kg.annotate.model import load_model, model_hash
from kg.annotate.naming import settled
from kg.annotate.reading import read_article
from kg.annotate.tokens import Places, model_form, token_spans
from kg.annotate.whole_names import whole_names
from kg.annotate.write import write_layers
from kg.records import Article, TextSpan


class Annotator:
    """Makes Docs of articles; holds the model, loaded once, its folder, and the hash of a user's names."""

    def __init__(
        self, nlp: Language, *, folder: Path, model: str, model_hash: str, names_hash: str | None = None
    ) -> None:
        self.nlp = nlp
        self.folder = folder
        self.model = model
        self.model_hash = model_hash
        self.names_hash = names_hash

    def __call__(self, article: Article) -> Doc:
        """The annotated Doc of an article; its text is the article's, character for character."""
        doc = self.nlp.make_doc(article.text)
        doc.user_data["body"] = article.body
        for _, component in self.nlp.pipeline:
            doc = component(doc)
        return doc


def load(model: str | Path | None = None, *, names: Path | None = None) -> Annotator:
    """The annotator with the model that ships, or another; ModelError if it cannot be had or is damaged.

    ``model`` is a folder of ours to take its place, or a HanLP component or spaCy pipeline whose
    names take the place of ours. ``names`` is a user's list, which wins over every model.
    """
    gazetteer = read_names(names) if names else None  # first: its faults are found at once
    folder, foreign = choose(model)
    component = load_model(folder)

    def reader(windows: list[list[str]]) -> list[WindowFindings]:
        return list(component(windows, tasks="news")["news"])

    nlp = spacy.blank("zh")
    nlp.tokenizer = CharacterTokenizer(nlp.vocab)
    if foreign:
        nlp.add_pipe("kg_foreign").other = foreign  # type: ignore[attr-defined]
    if gazetteer:
        nlp.add_pipe("kg_gazetteer").add(gazetteer)  # type: ignore[attr-defined]
    nlp.add_pipe("kg_hanlp").reader = reader  # type: ignore[attr-defined]
    parts = [model_hash(folder), *(part.hash for part in (foreign, gazetteer) if part)]
    return Annotator(
        nlp,
        folder=folder,
        model=f"{folder.name}+{foreign.name}" if foreign else folder.name,
        model_hash="+".join(parts),  # an article is read again when any of them changes
        names_hash=gazetteer.hash if gazetteer else None,
    )


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
        findings = read_article(forms, token_ranges(doc, body), self.reader)
        findings = replace(findings, names=whole_names(forms, findings.names))
        write_layers(doc, settled(doc, findings))
        return doc


@Language.factory("kg_hanlp")
def make_reader(nlp: Language, name: str) -> HanlpReader:
    """The component without a model: ``load`` gives it one."""
    return HanlpReader()


def token_ranges(doc: Doc, body: Iterable[TextSpan]) -> list[tuple[int, int]]:
    """The token ranges of the body's character ranges."""
    places = Places([TextSpan(token.idx, token.idx + len(token)) for token in doc])
    return [places.tokens(span.start, span.end) for span in body]
