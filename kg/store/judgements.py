"""The ledger in the store: judgements only added, each record's standing kept as they say."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from kg.records import Article, Extraction, Judgement
from kg.store.articles import id_range
from kg.store.connect import Connection, row, rows
from kg.store.records import KINDS
from kg.store.standing import Judged, Thread, carried, described, threads, verdicts, with_neighbours
from kg.store.tables import ACCEPTED, GONE_WITH, REJECTED, pack, unpack

STANDINGS = {"same": ACCEPTED, "different": REJECTED}  # unsure: the verdict was taken back
COLUMNS = "j.seq, j.left, j.right, j.verdict, j.score, j.reason, j.judge, j.decided_at"

_judged = msgspec.json.Decoder(Judged)


def add(db: Connection, judgement: Judgement, about: Judged) -> int:
    """Write a judgement at the end of the ledger, and what the record it is about says; its number."""
    db.execute(
        "INSERT OR REPLACE INTO judged (id, article, about) VALUES (?, ?, ?)",
        (pack(about.id), pack(about.article), msgspec.json.encode(about).decode()),
    )
    added = db.execute(
        """INSERT INTO judgement (left, right, verdict, score, reason, judge, decided_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)""",
        (
            pack(judgement.left),
            pack(judgement.right),
            judgement.verdict,
            judgement.score,
            judgement.reason,
            judgement.judge,
            judgement.decided_at,
        ),
    )
    return added.lastrowid or 0


def bring(db: Connection, judgement: Judgement, about: Judged) -> int:
    """Write a judgement made elsewhere at the end of the ledger; its number.

    It joins the thread of what it is on, if there is one here; of a record that was judged here too, what it
    said here is kept.
    """
    here = threads_in(db, about.article)
    ids_ = {judgement.left, judgement.right}
    head = next((head for head, thread in here.items() if ids_ & thread.records), judgement.left)
    if before := judged_as(db, about.id):
        about = msgspec.structs.replace(before, beside=tuple(sorted({*before.beside, *about.beside})))
    return add(db, msgspec.structs.replace(judgement, left=head), about)


def all_judgements(db: Connection) -> Iterator[Judgement]:
    """All judgements on records, oldest first."""
    query = f"SELECT {COLUMNS} FROM judgement j JOIN judged d ON d.id = j.right ORDER BY j.seq"  # noqa: S608
    return judgement_rows(rows(db, query))


def all_judged(db: Connection) -> Iterator[Judged]:
    """Every record that was ever judged, as it was, by id."""
    return (_judged.decode(about) for (about,) in rows(db, "SELECT about FROM judged ORDER BY id"))


def judged_as(db: Connection, record_id: str) -> Judged | None:
    """What a record said when it was judged, or None if nobody judged it."""
    found = row(db, "SELECT about FROM judged WHERE id = ?", pack(record_id))
    return _judged.decode(found[0]) if found else None


def threads_in(db: Connection, article_id: str) -> dict[str, Thread]:
    """What the judgements on the article's records come to, by the record first judged."""
    query = f"""SELECT {COLUMNS} FROM judged d CROSS JOIN judgement j ON j.right = d.id
        WHERE d.article = ? ORDER BY j.seq"""  # noqa: S608 - only our own names
    return threads(judgement_rows(rows(db, query, pack(article_id))))


def replay(db: Connection, n: int, article: Article, extraction: Extraction) -> bool:
    """Let the ledger hold for the records just written; False if it says nothing of the article.

    Verdicts on records that are gone are carried over to records that say the same.
    """
    if not (found := threads_in(db, article.id)):
        return False
    query = "SELECT about FROM judged WHERE article = ? ORDER BY id"
    known = [_judged.decode(about) for (about,) in rows(db, query, pack(article.id))]
    after = described(article, extraction)
    for judgement in carried(found, {record.id: record for record in known}, after):
        record = with_neighbours(after[judgement.right], after.values(), before=None)
        add(db, judgement, record)
    settle(db, n, threads_in(db, article.id).values())
    return True


def settle(db: Connection, article: int, found: Iterable[Thread]) -> None:
    """Give the article's records the standing that the ledger gives them; nothing else has one."""
    due = due_standings(db, article, found)
    for kind in KINDS:
        query = f"UPDATE every_{kind} SET standing = NULL WHERE article = ? AND standing IS NOT NULL"  # noqa: S608
        db.execute(query, (article,))
        query = f"UPDATE every_{kind} SET standing = ? WHERE id = ?"  # noqa: S608 - only our own names
        db.executemany(query, ((standing, pack(id_)) for id_, standing in due.items()))


def due_standings(db: Connection, article: int, found: Iterable[Thread]) -> dict[str, int]:
    """The standing that each of the article's records should have, those without one left out."""
    here = ids(db, article)
    due = {
        record: STANDINGS[verdict]
        for record, verdict in verdicts(found).items()
        if record in here and verdict in STANDINGS
    }
    fallen = {record for record, standing in due.items() if standing == REJECTED}
    for relation, *hangs_on in db.execute(HANGS_ON, (article,)) if fallen else ():
        is_hanging = not fallen.isdisjoint(unpack(id_) for id_ in hangs_on if id_ is not None)
        if is_hanging and unpack(relation) not in fallen:
            due[unpack(relation)] = GONE_WITH
    return due


# a relation is nothing without its ends, and another one without the claim that asserts it
HANGS_ON = """SELECT r.id, c.id, s.id, o.id FROM every_relation r
    JOIN every_mention s ON s.n = r.subject JOIN every_mention o ON o.n = r.object
    LEFT JOIN every_claim c ON c.n = r.claim WHERE r.article = ?"""


def standings(db: Connection, article: int) -> dict[str, int]:
    """The standing of each of the article's records that has one."""
    query = " UNION ALL ".join(
        f"SELECT id, standing FROM every_{kind} WHERE article = :article AND standing IS NOT NULL"  # noqa: S608
        for kind in KINDS
    )
    return {unpack(id_): standing for id_, standing in db.execute(query, {"article": article})}


def ids(db: Connection, article: int) -> set[str]:
    """The ids of all records of the article, those too that do not count."""
    query = " UNION ALL ".join(
        f"SELECT id FROM every_{kind} WHERE article = :article"  # noqa: S608 - only our own names
        for kind in KINDS
    )
    return {unpack(id_) for (id_,) in db.execute(query, {"article": article})}


def find(db: Connection, prefix: str) -> list[tuple[str, str]]:
    """Kind and id of every record whose id starts so, rejected ones and judged ones that are gone too."""
    if not (ends := id_range(prefix)):
        return []
    found: set[tuple[str, str]] = set()
    for kind in KINDS:
        query = f"SELECT id FROM every_{kind} WHERE id BETWEEN ? AND ?"  # noqa: S608 - only our own names
        found.update((kind, unpack(id_)) for (id_,) in rows(db, query, *ends))
    for (about,) in rows(db, "SELECT about FROM judged WHERE id BETWEEN ? AND ?", *ends):
        record = _judged.decode(about)
        found.add((record.kind, record.id))
    return sorted(found)


def counts(db: Connection) -> dict[str, int]:
    """How many records stand by a verdict, fall by one, and of how many judged things no record is left."""
    found = {"accepted": 0, "rejected": 0, "dangling": 0}
    for name, standing in (("accepted", ACCEPTED), ("rejected", REJECTED)):
        for kind in KINDS:
            query = f"SELECT count(*) FROM every_{kind} WHERE standing = ?"  # noqa: S608 - only our own names
            found[name] += next(rows(db, query, standing))[0]
    gone = gone_records(db)
    heads = threads(all_judgements(db)).values()
    found["dangling"] = sum(thread.verdict != "unsure" and thread.records <= gone for thread in heads)
    return found


def gone_records(db: Connection) -> set[str]:
    """The ids of judged records that are in no article any more."""
    missing = " AND ".join(
        f"NOT EXISTS (SELECT 1 FROM every_{kind} r WHERE r.id = d.id)"  # noqa: S608 - only our own names
        for kind in KINDS
    )
    return {unpack(id_) for (id_,) in rows(db, f"SELECT d.id FROM judged d WHERE {missing}")}  # noqa: S608


def judgement_rows(found: Iterable[tuple[Any, ...]]) -> Iterator[Judgement]:
    """The records of COLUMNS's rows."""
    for seq, left, right, verdict, score, reason, judge, decided_at in found:
        yield Judgement(
            seq=seq,
            left=unpack(left),
            right=unpack(right),
            verdict=verdict,
            score=score,
            reason=reason,
            judge=judge,
            decided_at=decided_at,
        )
