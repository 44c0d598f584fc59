"""What people said of names: judgements on pairs of referents, and which of them hold.

A referent without an article is the name wherever it stands. Of judgements on one pair the last holds;
unsure takes an earlier one back. Judgements of the machine are never written: they follow from the
articles, and the entity table holds what they come to.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from msgspec import Struct

from kg.match.bearers import NAME, Told
from kg.names import name_key
from kg.records import Judgement, referent_id
from kg.store.connect import Connection, rows
from kg.store.judgements import COLUMNS, judgement_rows
from kg.store.referents import PINNED
from kg.store.tables import pack, unpack

EVERYWHERE = ""  # the article of a name wherever it stands


class JudgedName(Struct, frozen=True):
    """A referent that somebody judged: a name in one article, or wherever it stands."""

    id: str
    article: str
    name: str

    @property
    def key(self) -> str:
        """The name's key."""
        return name_key(self.name)

    @property
    def node(self) -> str:
        """What stands for it when names are joined."""
        return PINNED + self.id if self.article else NAME + self.key


def judged_name(name: str, article: str = EVERYWHERE) -> JudgedName:
    """The name in one article, or wherever it stands."""
    return JudgedName(referent_id(article, name_key(name)), article, name)


PAIRS = """SELECT j.seq, j.verdict, j.reason, j.judge, l.id, l.article, l.name, r.id, r.article, r.name
    FROM judgement j JOIN judged_name l ON l.id = j.left JOIN judged_name r ON r.id = j.right"""


def add(db: Connection, judgement: Judgement, left: JudgedName, right: JudgedName) -> int:
    """Write a judgement on two referents at the end of the ledger; its number."""
    for one in (left, right):
        query = "INSERT OR IGNORE INTO judged_name (id, article, key, name) VALUES (?, ?, ?, ?)"
        db.execute(query, (pack(one.id), pack(one.article), one.key, one.name))
    added = db.execute(
        """INSERT INTO judgement (left, right, verdict, score, reason, judge, decided_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)""",
        (
            pack(left.id),
            pack(right.id),
            judgement.verdict,
            judgement.score,
            judgement.reason,
            judgement.judge,
            judgement.decided_at,
        ),
    )
    return added.lastrowid or 0


def all_judgements(db: Connection) -> Iterator[Judgement]:
    """All judgements on names, oldest first."""
    query = f"""SELECT {COLUMNS} FROM judgement j JOIN judged_name l ON l.id = j.left
        JOIN judged_name r ON r.id = j.right ORDER BY j.seq"""  # noqa: S608 - only our own names
    return judgement_rows(rows(db, query))


def names(db: Connection) -> Iterator[JudgedName]:
    """Every name that was ever judged, by id."""
    return _names(rows(db, "SELECT id, article, name FROM judged_name ORDER BY id"))


def pinned(db: Connection, article: str) -> frozenset[str]:
    """The referents of an article about which a judgement holds."""
    found = rows(db, "SELECT id, key FROM judged_name WHERE article = ?", pack(article))
    return frozenset(
        unpack(id_)
        for id_, key in found
        if any(one.verdict != "unsure" and PINNED + unpack(id_) in one[:2] for one in about(db, [key]))
    )


def about(db: Connection, keys: Iterable[str]) -> list[Told]:
    """The judgements that hold about names with these keys, in the order they were made.

    Unsure after anything takes that back, as if nobody had judged the two; else it leaves them open.
    """
    lines: dict[int, Sequence[Any]] = {}
    for key in keys:
        for side in ("l", "r"):
            lines |= {seq: rest for seq, *rest in rows(db, f"{PAIRS} WHERE {side}.key = ?", key)}
    found: dict[frozenset[str], Told] = {}
    for seq in sorted(lines):
        verdict, reason, judge, *sides = lines[seq]
        left, right = (one.node for one in _names((tuple(sides[:3]), tuple(sides[3:]))))
        before = found.pop(frozenset((left, right)), None)
        if before is None or verdict != "unsure":
            words = f"{judge} judged so: {reason}" if reason else f"{judge} judged so"
            found[frozenset((left, right))] = Told(left, right, verdict, words)
    return list(found.values())


def beside(db: Connection, key: str) -> set[str]:
    """The keys of the names that were ever judged together with this one."""
    query = """SELECT o.key FROM judged_name n JOIN judgement j ON j.left = n.id
            JOIN judged_name o ON o.id = j.right WHERE n.key = :key
        UNION SELECT o.key FROM judged_name n JOIN judgement j ON j.right = n.id
            JOIN judged_name o ON o.id = j.left WHERE n.key = :key"""
    return {other for (other,) in db.execute(query, {"key": key})} - {key}


def _names(found: Iterable[tuple[bytes, bytes, str]]) -> Iterator[JudgedName]:
    return (JudgedName(unpack(id_), unpack(article), name) for id_, article, name in found)
