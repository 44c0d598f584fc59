"""Gold articles as training windows: tokens with labels for names, cues, roles and sources."""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from kg.annotate.labels import (
    BEGIN_CONTENT,
    BEGIN_CUE,
    BEGIN_SPEAKER,
    INSIDE_CONTENT,
    INSIDE_CUE,
    INSIDE_SPEAKER,
    OUTSIDE,
    begin_name,
)
from kg.annotate.tokens import LINE, Places, model_form, token_spans
from kg.annotate.windows import windows
from kg.evaluate.compare import norm
from kg.records import TextSpan

IGNORE = -100

Gold = dict[str, Any]


TRAIN_OVERLAP = 60  # less than when reading: every claim is seen, few are seen twice
SHIFT = 200  # the second copy of an article is cut elsewhere


def write_windows(articles: Iterable[Any], path: Path) -> int:
    """Write one JSON line a window, every article cut in two ways, and return how many there are.

    The second copy lacks Markdown's stars, and in every third article the line breaks too: feeds
    often lose them, and then a heading runs into the speaker's name behind it.
    """
    count = 0
    with path.open("w", encoding="utf-8") as out:
        for number, article in enumerate(articles):
            dropped = {"*", LINE} if number % 3 == 0 else {"*"}
            cuts = (article_windows(article), article_windows(article, first=SHIFT, without=dropped))
            for window in chain.from_iterable(cuts):
                out.write(json.dumps(window, ensure_ascii=False) + "\n")
                count += 1
    return count


def article_windows(
    article: Gold, *, first: int | None = None, without: Collection[str] = ()
) -> Iterator[dict[str, Any]]:
    """The windows of one gold article; a cue counts in every window that holds it whole.

    ``first`` is the size of the first window, ``without`` the token forms to leave out.
    """
    spans = [s for s in token_spans(article["text"]) if model_form(s.of(article["text"])) not in without]
    forms = [model_form(span.of(article["text"])) for span in spans]
    places = Places(spans)
    names = [(*places.tokens(*entity["span"]), entity["type"]) for entity in article["entities"]]
    name_row = _name_row(len(forms), names)
    claims = [claim for claim in article["claims"] if claim["cue"]]
    rows = [(places.tokens(*claim["cue"]), _role_row(len(forms), claim, places)) for claim in claims]
    sources = [_source_row(article, claim, names, len(forms), spans) for claim in claims]
    for start, end in windows(forms, overlap=TRAIN_OVERLAP, first=first):
        held = [i for i, (cue, _) in enumerate(rows) if start <= cue[0] and cue[1] <= end]
        cues = [(rows[i][0][0] - start, rows[i][0][1] - start) for i in held]
        yield {
            "token": forms[start:end],
            "name_id": name_row[start:end],
            "cue_id": _cue_row(end - start, cues),
            "cue_spans": cues,
            "roles": [rows[i][1][start:end] for i in held],
            "source": [sources[i][start:end] for i in held],
        }


def _name_row(length: int, names: Iterable[tuple[int, int, str]]) -> list[int]:
    row = [OUTSIDE] * length
    for start, end, type_ in names:
        begin = begin_name(type_)
        _mark(row, start, end, begin, begin + 1)
    return row


def _cue_row(length: int, cues: Iterable[tuple[int, int]]) -> list[int]:
    row = [OUTSIDE] * length
    for start, end in cues:
        _mark(row, start, end, BEGIN_CUE, INSIDE_CUE)
    return row


def _role_row(length: int, claim: Gold, places: Places) -> list[int]:
    row = [OUTSIDE] * length
    for start, end in claim["content"]:
        _mark(row, *places.tokens(start, end), BEGIN_CONTENT, INSIDE_CONTENT)
    if claim["speaker"]:
        _mark(row, *places.tokens(*claim["speaker"]), BEGIN_SPEAKER, INSIDE_SPEAKER)
    return row


def _source_row(
    article: Gold,
    claim: Gold,
    names: Iterable[tuple[int, int, str]],
    length: int,
    spans: Sequence[TextSpan],
) -> list[int]:
    """1 on every mention of the source's full name, 0 on other names, ignored elsewhere."""
    row = [IGNORE] * length
    right = {norm(name) for name in [claim["canonical"], *claim["canonical_alt"]] if name}
    for start, end, _ in names:
        name = article["text"][spans[start].start : spans[end - 1].end]
        row[start:end] = [int(norm(name) in right)] * (end - start)
    return row


def _mark(row: list[int], start: int, end: int, begin: int, inside: int) -> None:
    row[start:end] = [begin] + [inside] * (end - start - 1)
