"""Training windows: tokens of a sheet with all that the losses ask for, every epoch cut anew."""

import json
import random
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from kg.annotate.labels import NAME_TYPES, mark_within
from kg.annotate.losses import IGNORE
from kg.annotate.tokens import LINE, Places, model_form, token_spans
from kg.annotate.windows import WINDOW, windows
from kg.train.sheet import Sheet, SheetClaim
from kg.train.swap import swapped

TRAIN_OVERLAP = 60  # less than when reading: every claim is seen, few are seen twice
SMALLEST_FIRST = 120  # tokens of the first window, drawn up to a whole window
PLAIN = 0.5  # share of the readings without Markdown's stars
UNBROKEN = 0.2  # and without line breaks: feeds lose them, then a heading runs into the name behind it
SWAPPED = 0.5  # share of the readings with other names


def write_epoch(
    sheets: Sequence[Sheet], path: Path, *, epoch: int, seed: int, pools: Mapping[str, Sequence[str]]
) -> int:
    """Write one JSON line a window and return how many; each epoch cuts, strips and swaps anew."""
    rng = random.Random(seed * 1000 + epoch)  # noqa: S311 - dice, not secrets
    count = 0
    with path.open("w", encoding="utf-8") as out:
        for sheet in sheets:
            for window in reading(sheet, rng, pools):
                out.write(json.dumps(window, ensure_ascii=False) + "\n")
                count += 1
    return count


def reading(sheet: Sheet, rng: random.Random, pools: Mapping[str, Sequence[str]]) -> Iterator[dict[str, Any]]:
    """The windows of one reading of a sheet, as the dice fall."""
    first = rng.randint(SMALLEST_FIRST, WINDOW)
    without = {"*"} if rng.random() < PLAIN else set()
    if rng.random() < UNBROKEN:
        without.add(LINE)
    if rng.random() < SWAPPED:
        sheet = swapped(sheet, pools, rng)
    return sheet_windows(sheet, first=first, without=without)


def sheet_windows(
    sheet: Sheet, *, first: int | None = None, without: Collection[str] = ()
) -> Iterator[dict[str, Any]]:
    """The windows of a sheet; a cue counts in every window that holds it whole.

    ``first`` is the size of the first window, ``without`` the token forms to leave out.
    """
    spans = [s for s in token_spans(sheet.text) if model_form(s.of(sheet.text)) not in without]
    forms = [model_form(span.of(sheet.text)) for span in spans]
    places = Places(spans)
    names = [(*places.tokens(name.start, name.end), name.type) for name in sheet.names]
    cues = [places.tokens(*claim.cue) for claim in sheet.claims]
    roles = [
        [(*places.tokens(start, end), kind) for start, end, kind in claim.roles] for claim in sheet.claims
    ]
    for start, end in windows(forms, overlap=TRAIN_OVERLAP, first=first):
        held = [i for i, name in enumerate(names) if start <= name[0] < name[1] <= end]
        heard = [i for i, cue in enumerate(cues) if start <= cue[0] < cue[1] <= end]
        local = {index: number for number, index in enumerate(held)}
        yield {
            "token": forms[start:end],
            "name_id": _row(end - start, start, _kinds(names), sheet.is_read),
            "cue_id": _row(end - start, start, [(*cue, 0) for cue in cues], sheet.is_read),
            "names": [[names[i][0] - start, names[i][1] - start, names[i][2]] for i in held],
            "cue_spans": [[cues[i][0] - start, cues[i][1] - start] for i in heard],
            "roles": [[[a - start, b - start, kind] for a, b, kind in roles[i] if a < b] for i in heard],
            **_choices([sheet.claims[i] for i in heard], local),
            "ties": [[local[a], local[b], label] for a, b, label in sheet.ties if {a, b} <= local.keys()],
            "unsure": [[local[a], local[b]] for a, b in sheet.unsure if {a, b} <= local.keys()],
        }


def _choices(claims: Sequence[SheetClaim], local: Mapping[int, int]) -> dict[str, Any]:
    """Names that each claim refers to, as indices in the window, and its polarity."""
    return {
        "sources": [[local[i] for i in claim.sources if i in local] for claim in claims],
        "implicit": [[local[i] for i in claim.implicit if i in local] for claim in claims],
        "about": [[local[i] for i in claim.about if i in local] for claim in claims],
        "polarity": [[int(claim.negated), int(claim.hedged)] for claim in claims],
    }


def _kinds(names: Iterable[tuple[int, int, str]]) -> list[tuple[int, int, int]]:
    return [(start, end, NAME_TYPES.index(type_)) for start, end, type_ in names]


def _row(length: int, offset: int, spans: Iterable[tuple[int, int, int]], known: bool) -> list[int]:
    """The labels of a window that begins at ``offset``."""
    if not known:
        return [IGNORE] * length
    row = [0] * length
    for start, end, kind in spans:
        if start < end:
            mark_within(row, start - offset, end - offset, kind)
    return row
