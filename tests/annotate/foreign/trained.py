"""Small HanLP components for tests, each trained in a second on one sentence until it knows it by heart."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from hanlp.common.dataset import SortingSamplerBuilder
from hanlp.components.mtl.multi_task_learning import MultiTaskLearning
from hanlp.components.mtl.tasks.ner.tag_ner import TaggingNamedEntityRecognition
from hanlp.components.mtl.tasks.tok.tag_tok import TaggingTokenization
from hanlp.components.ner.transformer_ner import TransformerNamedEntityRecognizer
from hanlp.layers.embeddings.contextual_word_embedding import ContextualWordEmbedding

import kg.train.trainer  # noqa: F401 - brings along an optimizer that HanLP asks transformers for
from kg.train.tiny import tiny_encoder

WORDS = ["林晓岚", "在", "青禾镇", "表示", "，", "十月", "开工", "。"]
SENTENCE = "".join(WORDS)
PERSON, PLACE = ["B-PER", "I-PER", "I-PER"], ["B-LOC", "I-LOC", "I-LOC"]


def columns(path: Path, tokens: Sequence[str], tags: Sequence[str]) -> str:
    """One sentence many times over, in HanLP's two columns."""
    sentence = "\n".join(f"{token}\t{tag}" for token, tag in zip(tokens, tags, strict=True))
    path.write_text(f"{sentence}\n\n" * 20, encoding="utf-8")
    return str(path)


def tagger(folder: Path) -> Path:
    """A recogniser of entities on single characters."""
    encoder = tiny_encoder([SENTENCE], folder / "tiny")
    data = columns(folder / "names.tsv", SENTENCE, [*PERSON, "O", *PLACE, *"OOO", "B-DATE", "I-DATE", *"OOO"])
    TransformerNamedEntityRecognizer().fit(
        data,
        data,
        str(folder / "tagger"),
        str(encoder),
        average_subwords=True,
        word_dropout=0,
        lr=5e-3,
        batch_size=10,
        epochs=6,
        seed=1,
        devices=-1,
    )
    return folder / "tagger"


def multi_task(folder: Path) -> Path:
    """A multi-task model that cuts words and names some of them."""
    encoder = tiny_encoder([SENTENCE], folder / "tiny")
    (folder / "words.txt").write_text((" ".join(WORDS) + "\n") * 20, encoding="utf-8")
    names = columns(folder / "names.tsv", WORDS, ["S-PER", "O", "S-LOC", "O", "O", "S-DATE", "O", "O"])
    cut = str(folder / "words.txt")
    builder = SortingSamplerBuilder(batch_size=10)
    tasks: Mapping[str, Any] = {
        "tok": TaggingTokenization(trn=cut, dev=cut, sampler_builder=builder, lr=5e-3),
        "ner/demo": TaggingNamedEntityRecognition(
            trn=names, dev=names, sampler_builder=builder, lr=5e-3, dependencies="tok"
        ),
    }
    MultiTaskLearning().fit(
        ContextualWordEmbedding("token", str(encoder), average_subwords=True, max_sequence_length=512),
        tasks,
        str(folder / "multi"),
        12,
        encoder_lr=5e-3,
        lr=5e-3,
        eval_trn=False,
        seed=1,
        devices=-1,
    )
    return folder / "multi"
