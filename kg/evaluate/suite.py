"""What `kg evaluate --suite public` measured, and its report."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from kg.evaluate.public import NameScores, PairScores
from kg.evaluate.published import Published
from kg.evaluate.tally import Ratios

TITLES = {
    "cluener": "CLUENER",
    "uner": "UNER GSDSimp",
    "resume": "Resume NER",
    "msra": "MSRA, a slice of its training file",
    "finre": "FinRE",
}


class HeadScore(Struct, frozen=True):
    """A set by the head that was trained on it: names, or relations of pairs."""

    set: str
    part: str
    rows: int
    names: NameScores | None = None
    macro_f1: float | None = None
    pairs: PairScores | None = None
    published: tuple[Published, ...] = ()


class CommonScore(Struct, frozen=True):
    """A set by our own names, as PER, ORG and LOC."""

    set: str
    part: str
    rows: int
    names: NameScores


class Suite(Struct, frozen=True):
    """All that was measured; sets whose data or head is not there are ``missing``."""

    heads: tuple[HeadScore, ...]
    common: tuple[CommonScore, ...]
    missing: tuple[str, ...] = ()


def lines(suite: Suite) -> Iterator[str]:
    """The report line by line."""
    yield "Each set by its own head and its official measure"
    for head in suite.heads:
        yield f"\n{title(head.set, head.part)}: {head.rows:,} {'pairs' if head.pairs else 'sentences'}"
        yield from _head(head)
        yield from map(_published, head.published)
    if suite.common:
        yield "\nOur own names as PER, ORG and LOC (company, organisation, government, media: ORG)"
    for common in suite.common:
        yield f"\n{title(common.set, common.part)}: {common.rows:,} sentences"
        yield from name_lines(common.names)


def title(name: str, part: str) -> str:
    """A set's name with the part that is scored: CLUENER dev."""
    return f"{TITLES[name]} {part}" if name != "msra" else TITLES[name]


def name_lines(scores: NameScores) -> Iterator[str]:
    """Strict, by span alone, and label by label."""
    yield figures("micro F1", scores.strict)
    yield figures("span alone", scores.span)
    yield from (figures(f"  {label}", ratios) for label, ratios in scores.labels.items())


def figures(name: str, ratios: Ratios) -> str:
    """One measure with its counts."""
    return (
        f"  {name:<22} F1 {ratios['f1']:.4f}  P {ratios['p']:.4f}  R {ratios['r']:.4f}"
        f"   (tp {ratios['tp']}, predicted {ratios['pred']}, gold {ratios['gold']})"
    )


def names_of(sets: Iterable[str]) -> str:
    """Sets for a sentence: CLUENER, FinRE."""
    return ", ".join(TITLES[name] for name in sets)


def _head(head: HeadScore) -> Iterator[str]:
    if head.names:
        yield from name_lines(head.names)
    if head.macro_f1 is not None:
        yield f"  {'macro F1':<22} F1 {head.macro_f1:.4f}   (mean of labels; a name once a sentence)"
    if head.pairs:
        yield figures("micro F1", head.pairs.micro)
        yield f"  {'area below P over R':<22}    {head.pairs.auc:.4f}"


def _published(row: Published) -> str:
    doubt = "" if row.is_checked else "; from memory"
    return f"  published: {row.measure} {row.value:.4f} on {row.part}, {row.system} ({row.source}{doubt})"
