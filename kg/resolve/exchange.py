"""The ledger as CSV: written out and brought into another database, so that it holds there too.

A row on names holds the two names and their articles (none: wherever the name stands); a row on a record
holds what the record said, as JSON, so that it is known again where the article was read otherwise.
"""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TextIO, get_args

import msgspec
from msgspec import Struct

from kg.errors import ReadError
from kg.records import MACHINE, Judgement, Verdict
from kg.store import Store
from kg.store.ledger import Brought
from kg.store.standing import Judged
from kg.store.tables import is_digest
from kg.store.told import EVERYWHERE, JudgedName, judged_name

COLUMNS = (
    *("on", "verdict", "judge", "decided_at", "reason", "score"),
    *("left", "left_article", "left_name", "right", "right_article", "right_name", "about"),
)
NAMES = "names"  # in the column "on"; else the kind of record
LONGEST_FIELD = 1 << 24  # characters of one cell: the words of a claim may be those of a whole article

_judged = msgspec.json.Decoder(Judged)


class Imported(Struct, frozen=True, kw_only=True):
    """How many judgements were new, how many known, and how many new ones wait for an article to come."""

    new: int
    known: int
    waiting: int


def export_judgements(store: Store, stream: TextIO) -> int:
    """Write all judgements with a heading, oldest first; how many there are."""
    with store.snapshot():
        found = [*store.ledger.judgements(), *store.names.judgements()]
        records, names = store.ledger.judged(), store.names.judged()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in sorted(found, key=lambda one: one.seq):
        kind = records[one.right].kind if one.right in records else NAMES
        writer.writerow((kind, *_said(one), *_on(one, records, names)))
    return len(found)


def import_judgements(store: Store, stream: TextIO, *, source: str) -> Imported:
    """Append what is not there yet, in its order; ReadError, and nothing written, if a row is none."""
    there = store.ledger.judged()
    rows = list(read(stream, source=source, judged={id_: record.article for id_, record in there.items()}))
    judged = store.names.judged()
    here: list[Brought] = [(one, there[one.right]) for one in store.ledger.judgements()]
    here += [(one, (judged[one.left], judged[one.right])) for one in store.names.judgements()]
    known = Counter(map(_identity, here))
    new: list[Brought] = []
    for row in rows:
        identity = _identity(row)
        if known[identity]:
            known[identity] -= 1
        else:
            new.append(row)
    store.ledger.bring(new)
    waiting = sum(any(store.article(id_) is None for id_ in _articles(row)) for row in new)
    return Imported(new=len(new), known=len(rows) - len(new), waiting=waiting)


def read(stream: TextIO, *, source: str, judged: dict[str, str]) -> Iterator[Brought]:
    """The judgements of a file; ``judged`` are the articles of the records judged before, by id."""
    csv.field_size_limit(LONGEST_FIELD)
    rows = csv.reader(stream)
    try:
        heading = tuple(next(rows, ()))
        if heading != COLUMNS:
            raise ReadError(f"{source}:1: the columns are to be {','.join(COLUMNS)}.")
        before = dict(judged)
        for cells in rows:
            where = f"{source}:{rows.line_num}"
            if len(cells) != len(COLUMNS):
                raise ReadError(f"{where}: {len(cells)} columns, not {len(COLUMNS)}.")
            yield _row(dict(zip(COLUMNS, cells, strict=True)), where, before)
    except (csv.Error, UnicodeDecodeError) as error:
        raise ReadError(f"{source}:{rows.line_num + 1}: {error}.") from None


def _said(judgement: Judgement) -> tuple[object, ...]:
    """The verdict, who gave it and when."""
    return (judgement.verdict, judgement.judge, judgement.decided_at, judgement.reason, judgement.score)


def _on(judgement: Judgement, records: dict[str, Judged], names: dict[str, JudgedName]) -> tuple[object, ...]:
    """What it is on."""
    if (about := records.get(judgement.right)) is not None:
        json = msgspec.json.encode(about).decode()
        return (judgement.left, "", "", judgement.right, about.article, "", json)
    left, right = names[judgement.left], names[judgement.right]
    return (left.id, left.article, left.name, right.id, right.article, right.name, "")


def _row(row: dict[str, str], where: str, before: dict[str, str]) -> Brought:
    """A judgement and what it is on; the records judged are added to those judged before."""
    verdict = row["verdict"]
    if verdict not in get_args(Verdict):
        raise ReadError(f"{where}: the verdict is {verdict!r}, not same, different or unsure.")
    if not row["judge"].strip():
        raise ReadError(f"{where}: there is no judge.")
    _check_time(row["decided_at"], where)
    about = _names(row, where) if row["on"] == NAMES else _record(row, where, before)
    left, right = (about.id, about.id) if isinstance(about, Judged) else (about[0].id, about[1].id)
    judgement = Judgement(
        seq=0,
        left=row["left"] if isinstance(about, Judged) else left,
        right=right,
        verdict=verdict,  # type: ignore[arg-type]
        score=_score(row["score"], where),
        reason=row["reason"],
        judge=row["judge"],
        decided_at=row["decided_at"],
    )
    return judgement, about


def _names(row: dict[str, str], where: str) -> tuple[JudgedName, JudgedName]:
    if row["judge"].strip().lower() == MACHINE:
        raise ReadError(f"{where}: {MACHINE} judges no names; it needs the name of who does.")
    for side in ("left", "right"):
        article = row[f"{side}_article"]
        if not row[f"{side}_name"].strip():
            raise ReadError(f"{where}: there is no {side}_name.")
        if article != EVERYWHERE and not is_digest(article):
            raise ReadError(f"{where}: the {side}_article is {article!r}, no article's id.")
    left, right = (judged_name(row[f"{side}_name"], row[f"{side}_article"]) for side in ("left", "right"))
    if left.id == right.id:
        raise ReadError(f"{where}: {left.name} and {right.name} are one name.")
    return left, right


def _record(row: dict[str, str], where: str, before: dict[str, str]) -> Judged:
    try:
        about = _judged.decode(row["about"])
    except msgspec.DecodeError as error:
        raise ReadError(f"{where}: about is no judged record: {error}.") from None
    if (about.kind, about.id) != (row["on"], row["right"]) or not is_digest(about.id):
        raise ReadError(
            f"{where}: about is of the {about.kind} {about.id}, not of the {row['on']} {row['right']}."
        )
    if not is_digest(about.article):
        raise ReadError(f"{where}: the article is {about.article!r}, no article's id.")
    before.setdefault(about.id, about.article)
    if before.get(row["left"]) != about.article:
        raise ReadError(f"{where}: left is {row['left']!r}, which no row before judges in that article.")
    return about


def _check_time(text: str, where: str) -> None:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        raise ReadError(f"{where}: decided_at is {text!r}, no time in ISO.") from None


def _score(text: str, where: str) -> float:
    try:
        score = float(text)
    except ValueError:
        score = -1.0
    if not 0.0 <= score <= 1.0:
        raise ReadError(f"{where}: the score is {text!r}, not 0 to 1.")
    return score


def _identity(row: Brought) -> tuple[object, ...]:
    """What is equal in two rows that are one judgement: a record's thread may have another head elsewhere."""
    judgement, about = row
    sides = (about.id,) if isinstance(about, Judged) else tuple(sorted(name.id for name in about))
    return (sides, judgement.verdict, judgement.judge, judgement.decided_at)


def _articles(row: Brought) -> Iterable[str]:
    """The articles that it is about."""
    about = row[1]
    found = (about.article,) if isinstance(about, Judged) else (name.article for name in about)
    return (id_ for id_ in found if id_ != EVERYWHERE)
