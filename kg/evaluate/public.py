"""The public sets by their own official measures; spans and answers in, figures out.

Names count when span and label are right (the measure of UNER, Resume and MSRA, and of most who
publish on CLUENER). The scorer of CLUENER's makers, and FinRE's, count otherwise: see below.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from kg.evaluate.tally import Key, Overlap, Ratios

Span = tuple[int, int, str]  # characters [start, end) and label

NO_RELATION = "unknown"  # FinRE's label of two firms that the sentence does not tie

# Our types in the three that MSRA, UNER and LAC know; products, works, positions and events have none.
COMMON = {
    "person": "PER",
    "company": "ORG",
    "organisation": "ORG",
    "government": "ORG",
    "media": "ORG",
    "place": "LOC",
}


class NameScores(Struct, frozen=True):
    """Names right with span and label, by the span alone, and label by label."""

    strict: Ratios
    span: Ratios
    labels: dict[str, Ratios]


class PairAnswer(Struct, frozen=True):
    """What a sentence says of two firms, what was found, and how sure that is (0 to 1)."""

    right: frozenset[str]
    found: str
    chance: float


class PairScores(Struct, frozen=True):
    """Found relations against those that are there, and the area below precision over recall."""

    micro: Ratios
    auc: float


def name_scores(gold: Sequence[Collection[Span]], found: Sequence[Collection[Span]]) -> NameScores:
    """The scores of names, sentence by sentence; a label that nobody used has none."""
    labels = sorted({label for spans in (*gold, *found) for *_, label in spans})
    rows = list(zip(gold, found, strict=True))
    return NameScores(
        strict=_ratios((set(right), set(said)) for right, said in rows),
        span=_ratios((_places(right), _places(said)) for right, said in rows),
        labels={
            label: _ratios((_of(right, label), _of(said, label)) for right, said in rows) for label in labels
        },
    )


def macro_f1(
    texts: Sequence[str], gold: Sequence[Collection[Span]], found: Sequence[Collection[Span]]
) -> float:
    """The mean F1 of gold's labels, as CLUENER's makers count: a sentence's names as written, each once.

    A name that stands twice in a sentence counts once, and its place does not count at all.
    """
    labels = sorted({label for spans in gold for *_, label in spans})
    rows = list(zip(texts, gold, found, strict=True))
    each = [
        _ratios((_written(text, right, label), _written(text, said, label)) for text, right, said in rows)
        for label in labels
    ]
    return sum(ratios["f1"] for ratios in each) / len(each) if each else 0.0


def pair_scores(answers: Iterable[PairAnswer]) -> PairScores:
    """FinRE's scores, as the makers count: the surest first, one right label of several is enough.

    A pair without a relation counts only where one is found in it. The area is that of trapezia
    between the found relations, from the first on.
    """
    rows = list(answers)
    ranked = sorted((row for row in rows if row.found != NO_RELATION), key=lambda row: row.chance)[::-1]
    gold = sum(row.right != {NO_RELATION} for row in rows)
    curve: list[tuple[float, float]] = []
    count = Overlap(gold=gold)
    for row in ranked:
        count.add(tp=int(row.found in row.right), pred=1, gold=0)
        ratios = count.ratios()
        curve.append((ratios["r"], ratios["p"]))
    area = sum((x - left) * (y + height) / 2 for (left, height), (x, y) in pairwise(curve))
    return PairScores(micro=count.ratios(), auc=area)


def in_common(spans: Iterable[Span]) -> Iterator[Span]:
    """Spans of our types with the labels PER, ORG and LOC; others are left out."""
    for start, end, type_ in spans:
        if type_ in COMMON:
            yield start, end, COMMON[type_]


def _ratios(pairs: Iterable[tuple[set[Key], set[Key]]]) -> Ratios:
    """Precision and recall over sentences, each gold and found."""
    count = Overlap()
    for gold, found in pairs:
        count.add_sets(predicted=found, gold=gold)
    return count.ratios()


def _places(spans: Iterable[Span]) -> set[tuple[int, int]]:
    return {(start, end) for start, end, _ in spans}


def _of(spans: Iterable[Span], label: str) -> set[Span]:
    return {span for span in spans if span[2] == label}


def _written(text: str, spans: Iterable[Span], label: str) -> set[str]:
    return {text[start:end] for start, end, name in spans if name == label}
