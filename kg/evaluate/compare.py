"""When two names, spans or claims count as the same; pure functions over rows."""

import re
import unicodedata
from collections.abc import Sequence

from kg.evaluate.rows import ClaimRow, GoldClaimRow, Offsets, Span

# Edge characters that no content span starts or ends with: “好。” and 好 are one content.
TRIM = frozenset("“”‘’「」『』\"'。，、；：,;:…*　 \t\r\n")
# Characters inside a content that do not count: the crawler's line breaks and ** marks.
SKIP = frozenset(" \t\r\n　*")
SPAN_ENDS = 2

_MARKS = re.compile(r"""[\s《》“”‘’「」『』"'·•()\[\]]""")
_ONE_OF = re.compile(r"^(?:有|另有|据)?(?:一位|一名|一个|多位|多名|数位|几位)?")  # 一位知情人士
_POLITE = re.compile(r"(?:先生|女士|方面)$")  # 张三先生, 青禾科技方面


def norm(name: str | None) -> str:
    """The key under which names are compared: 《海川日报》 and 海川日报 are one; None gives ""."""
    text = _MARKS.sub("", unicodedata.normalize("NFKC", name or "").lower())
    return _POLITE.sub("", _ONE_OF.sub("", text))


def norms(names: Sequence[str] | None) -> set[str]:
    """The keys of all `names`; None gives the empty set."""
    return {norm(name) for name in names or ()}


def spans_of(offsets: Offsets | None) -> list[Span]:
    """[start, end] and [[start, end], ...] alike as spans; None gives none, [1] a ValueError."""
    numbers = [it for it in offsets or () if isinstance(it, int)]
    spans = [(start, end) for start, end in (it for it in offsets or () if not isinstance(it, int))]
    if not numbers:
        return spans
    if spans or len(numbers) != SPAN_ENDS:
        raise ValueError(f"{offsets} is neither [start, end] nor a list of such")
    return [(numbers[0], numbers[1])]


def chars(offsets: Offsets | None, text: str | None) -> frozenset[int]:
    """The positions that count of a content; without a text nothing is trimmed or skipped."""
    kept: set[int] = set()
    for start, end in spans_of(offsets):
        if text is None:
            kept.update(range(start, end))
        else:
            kept.update(i for i in trimmed(start, end, text) if text[i] not in SKIP)
    return frozenset(kept)


def trimmed(start: int, end: int, text: str) -> range:
    """The range without edge quotes and punctuation; empty if nothing else is there."""
    end = min(end, len(text))
    while start < end and text[start] in TRIM:
        start += 1
    while end > start and text[end - 1] in TRIM:
        end -= 1
    return range(start, end)


def iou(a: frozenset[int], b: frozenset[int]) -> float:
    """Shared positions over all positions; 0 if either is empty."""
    return len(a & b) / len(a | b) if a and b else 0.0


def touch(a: Span | None, b: Span | None) -> bool:
    """Whether two spans share a character; a missing span touches nothing."""
    return bool(a and b and a[0] < b[1] and b[0] < a[1])


def same_speaker(gold: GoldClaimRow, claim: ClaimRow) -> bool:
    """Whether the predicted speaker is one of the right answers."""
    right = [gold.get("canonical"), *gold.get("canonical_alt", [])]
    return norm(claim.get("canonical")) in {norm(name) for name in right}


def matches(
    gold: Sequence[GoldClaimRow], predicted: Sequence[ClaimRow], text: str | None, *, iou_min: float
) -> dict[int, int]:
    """Gold index -> predicted index, greedy by IoU; ties go to a right speaker, then to order."""
    contents = [chars(claim.get("content"), text) for claim in predicted]
    ranked: list[tuple[float, bool, int, int]] = []
    for i, claim in enumerate(gold):
        readings = [chars(it, text) for it in (claim["content"], *claim.get("alt_content", []))]
        for j, content in enumerate(contents):
            value = max(iou(reading, content) for reading in readings)
            if value >= iou_min:
                ranked.append((-value, not same_speaker(claim, predicted[j]), i, j))
    chosen: dict[int, int] = {}
    used: set[int] = set()
    for _, _, i, j in sorted(ranked):
        if i not in chosen and j not in used:
            chosen[i] = j
            used.add(j)
    return chosen


def exact_matches(gold: Sequence[GoldClaimRow], predicted: Sequence[ClaimRow], text: str | None) -> int:
    """How many gold contents are predicted to the character; each prediction counts once."""
    left = [chars(claim.get("content"), text) for claim in predicted]
    found = 0
    for claim in gold:
        content = chars(claim["content"], text)
        if content and content in left:
            left.remove(content)
            found += 1
    return found
