"""Public sets as training files: tagged sentences, pairs of companies, and what they say of our ties."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from kg.annotate.labels import SYMMETRIC
from kg.annotate.tokens import Places, model_form, token_spans
from kg.train.sets import Pair, Tagged, fewfc_events, finre, has
from kg.train.sheet import Sheet, SheetName, tie_label

LONGEST = 300  # tokens of a sentence

# FinRE's relation of the left company to the right one -> our type, and whether left is its subject
FINRE_TIES = {
    "收购": ("acquires", True),
    "拟收购": ("acquires", True),
    "被收购": ("acquires", False),
    "被拟收购": ("acquires", False),
    "入股": ("invests_in", True),
    "注资": ("invests_in", True),
    "持股": ("invests_in", True),
    "增持": ("invests_in", True),
    "买资": ("invests_in", True),
    "被入股": ("invests_in", False),
    "被注资": ("invests_in", False),
    "被持股": ("invests_in", False),
    "被增持": ("invests_in", False),
    "被买资": ("invests_in", False),
    "合作": ("cooperates_with", True),
    "签约": ("cooperates_with", True),
    "合资": ("cooperates_with", True),
    "竞争": ("competes_with", True),
    "拥有": ("subsidiary_of", False),
    "被拥有": ("subsidiary_of", True),
}
NO_TIE = (
    "自己",
    "分析",
    "被分析",
)  # two names of one firm, or an analyst's subject: nothing to learn of ties
FEWFC_TIES = {
    "收购": ("sub-org", "obj-org", "acquires"),
    "投资": ("sub", "obj", "invests_in"),
}


def write_tagged(rows: Iterable[Tagged], path: Path) -> int:
    """Write a token and its BIO tag a line, a blank line behind each sentence; returns how many."""
    count = 0
    with path.open("w", encoding="utf-8") as out:
        for row in rows:
            spans = token_spans(row.text)
            if not 0 < len(spans) <= LONGEST:
                continue
            forms = [model_form(span.of(row.text)) for span in spans]
            for form, tag in zip(forms, bio(row, Places(spans), len(forms)), strict=True):
                out.write(f"{form}\t{tag}\n")
            out.write("\n")
            count += 1
    return count


def bio(row: Tagged, places: Places, length: int) -> list[str]:
    """The BIO tags of a sentence's tokens; a span that meets another inside one token is left out."""
    tags = ["O"] * length
    for start, end, type_ in row.spans:
        first, last = places.tokens(start, end)
        if first < last and tags[first] == "O":
            tags[first:last] = [f"B-{type_}"] + [f"I-{type_}"] * (last - first - 1)
    return tags


def pair_sample(pair: Pair, labels: list[str]) -> dict[str, Any] | None:
    """A sample of PairReading; None where a name is not to be found or the sentence is too long."""
    spans = token_spans(pair.text)
    left, right = _find(pair.text, pair.left), _find(pair.text, pair.right)
    if left is None or right is None or len(spans) > LONGEST:
        return None
    places = Places(spans)
    (a, b), (c, d) = places.tokens(*left), places.tokens(*right)
    forms = [model_form(span.of(pair.text)) for span in spans]
    return {"token": forms, "ends": [a, b - 1, c, d - 1], "relation": labels.index(pair.relation)}


def write_pairs(pairs: Iterable[Pair], labels: list[str], path: Path) -> int:
    """Write one JSON line a pair; returns how many."""
    count = 0
    with path.open("w", encoding="utf-8") as out:
        for pair in pairs:
            if sample := pair_sample(pair, labels):
                out.write(json.dumps(sample, ensure_ascii=False) + "\n")
                count += 1
    return count


def tie_sheets(folder: Path) -> Iterator[Sheet]:
    """Sheets that know nothing but ties between companies, from FinRE and FewFC, if they are there."""
    by_text: dict[str, list[Pair]] = {}
    for pair in finre(folder, "train") if has(folder, "finre") else ():
        by_text.setdefault(pair.text, []).append(pair)
    for text, pairs in by_text.items():
        yield _sheet(text, _finre_ties(text, pairs))
    for text, event, roles in fewfc_events(folder) if has(folder, "fewfc") else ():
        subject, object_, type_ = FEWFC_TIES.get(event, ("", "", ""))
        if subject in roles and object_ in roles:
            yield _sheet(text, [(roles[subject], roles[object_], type_)])


def _finre_ties(text: str, pairs: Iterable[Pair]) -> list[tuple[tuple[int, int], tuple[int, int], str]]:
    """(subject, object, our type or "" for surely none) of the pairs whose names are found."""
    found = []
    for pair in pairs:
        left, right = _find(text, pair.left), _find(text, pair.right)
        if left is None or right is None or pair.relation in NO_TIE:
            continue
        type_, forward = FINRE_TIES.get(pair.relation, ("", True))
        if type_ in SYMMETRIC and left > right:
            continue  # the set has the pair once in each order, which says nothing
        found.append((left, right, type_) if forward else (right, left, type_))
    return found


def _sheet(text: str, ties: list[tuple[tuple[int, int], tuple[int, int], str]]) -> Sheet:
    """A sheet of companies; pairs of which nothing is known are unsure."""
    spans = sorted({span for subject, object_, _ in ties for span in (subject, object_)})
    apart = [span for i, span in enumerate(spans) if all(span[0] >= other[1] for other in spans[:i])]
    places = {span: index for index, span in enumerate(apart)}
    known, labelled = set(), set()
    for subject, object_, type_ in ties:
        if subject in places and object_ in places and subject != object_:
            a, b = places[subject], places[object_]
            known.add((min(a, b), max(a, b)))
            if type_:
                labelled.add((min(a, b), max(a, b), tie_label(type_, left_is_subject=a < b)))
    every = {(a, b) for a in range(len(apart)) for b in range(a + 1, len(apart))}
    names = tuple(SheetName(start, end, "company") for start, end in apart)
    return Sheet(
        text, names, ties=tuple(sorted(labelled)), unsure=tuple(sorted(every - known)), is_read=False
    )


def _find(text: str, name: str) -> tuple[int, int] | None:
    at = text.find(name)
    return (at, at + len(name)) if at >= 0 and name else None
