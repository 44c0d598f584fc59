"""A spaCy pipeline as another model for names: its ``doc.ents``.

A pipeline is code that the user installed or wrote: loading one runs what it brings along.
"""

from collections.abc import Sequence
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

import spacy

from kg.annotate.foreign.component import ForeignModel, Labelled
from kg.annotate.model import first_line, folder_hash
from kg.errors import ModelError

# spaCy's own components that never fill doc.ents
NAMELESS = {
    "attribute_ruler", "lemmatizer", "morphologizer", "parser", "senter", "sentencizer", "tagger",
    "textcat", "textcat_multilabel", "tok2vec", "trainable_lemmatizer", "transformer",
}  # fmt: skip


def is_spacy_folder(folder: Path) -> bool:
    """Whether a folder is a saved spaCy pipeline."""
    return (folder / "meta.json").is_file() and (folder / "config.cfg").is_file()


def is_spacy_package(name: str) -> bool:
    """Whether an installed package of that name is a spaCy pipeline (zh_core_web_sm); imports nothing."""
    spec = find_spec(name) if name.isidentifier() else None
    folders = spec.submodule_search_locations if spec else None
    return any((Path(folder) / "meta.json").is_file() for folder in folders or ())


def open_spacy(model: str | Path) -> ForeignModel:
    """The names of a pipeline's folder or package; ModelError if it does not load or names nothing."""
    try:
        nlp = spacy.load(model)
    except Exception as error:  # whatever the code of its components raises
        raise ModelError(f"{model}: spaCy cannot load it ({first_line(error)}).") from None
    if all(nlp.get_pipe_meta(pipe).factory in NAMELESS for pipe in nlp.pipe_names):
        raise ModelError(f"{model}: this spaCy pipeline has no component that finds names.")

    def find(sentences: Sequence[str]) -> list[list[Labelled]]:
        return [
            [Labelled(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents]
            for doc in nlp.pipe(sentences)
        ]

    if isinstance(model, Path):
        return ForeignModel(model.name, folder_hash(model), find)
    release = f"{model} {nlp.meta['version']}"
    return ForeignModel(model, sha256(release.encode()).hexdigest()[:16], find)
