"""Names that stand near each other: written forms, the blocks they share, and the names to resolve together.

Which names are near depends on the names alone, in whatever order they came, so that resolving what an
article touches gives what resolving everything gives.
"""

import json
from collections.abc import Iterable

from kg.match.blocking import sought
from kg.match.known import Known
from kg.match.readings import Form, are_near, form_blocks
from kg.names import name_key
from kg.store import told
from kg.store.bearers import FORM
from kg.store.connect import Connection
from kg.store.referents import UNNAMED

ENOUGH = 3  # articles that hold both names: more say nothing new


def update(db: Connection, key: str) -> None:
    """Bring the written forms of a name, their blocks and the pairs they make up to date."""
    query = (
        "SELECT DISTINCT t.value FROM bearer b JOIN tally t ON t.bearer = b.n AND t.part = ? WHERE b.key = ?"
    )
    fresh = {form for (form,) in db.execute(query, (FORM, key))}
    stored = dict(db.execute("SELECT text, n FROM form WHERE key = ?", (key,)).fetchall())
    for form in sorted(stored.keys() - fresh):
        _drop(db, stored[form])
    for form in sorted(fresh - stored.keys()):
        _add(db, form, key)


def component(db: Connection, keys: Iterable[str], known: Known) -> set[str]:
    """The names that have to be resolved together with these."""
    found: set[str] = set()
    waiting = set(keys)
    while waiting:
        key = waiting.pop()
        found.add(key)
        waiting |= neighbours(db, key, known) - found
    return found


def neighbours(db: Connection, key: str, known: Known) -> set[str]:
    """The other names that may be one with this: near, declared one, judged, or known as one."""
    if key.startswith(UNNAMED):
        return set()
    found = set(known.keys[known.owners[key]]) if key in known.owners else set()
    found |= {other for (other,) in db.execute(NEIGHBOURS, {"key": key})}
    return (found | told.beside(db, key)) - {key}


NEIGHBOURS = """
    SELECT o.key FROM form f JOIN near p ON p.low = f.n JOIN form o ON o.n = p.high WHERE f.key = :key
    UNION SELECT o.key FROM form f JOIN near p ON p.high = f.n JOIN form o ON o.n = p.low WHERE f.key = :key
    UNION SELECT high FROM declared WHERE low = :key UNION SELECT low FROM declared WHERE high = :key"""


def pairs(db: Connection, keys: Iterable[str], known: Known) -> dict[tuple[str, str], int]:
    """The pairs of these names that are to be compared, with how often articles declare the two one."""
    near = ((key, other) for key in sorted(keys) for other in neighbours(db, key, known) if key < other)
    return {pair: _declared(db, *pair) for pair in near}


def together(db: Connection, left: str, right: str) -> int:
    """How many articles hold both names, or how often one is called by the other; counting stops at ENOUGH.

    Behind 埃隆·马斯克 an article's 马斯克 is he, and no name beside his.
    """
    both = db.execute(TOGETHER, {"low": left, "high": right, "enough": ENOUGH}).fetchone()[0]
    return min(ENOUGH, int(both) + _called(db, left, right) + _called(db, right, left))


def _called(db: Connection, whole: str, short: str) -> int:
    """How many mentions of the one name are written as the other."""
    forms = (text for (text,) in db.execute("SELECT text FROM form WHERE key = ?", (short,)).fetchall())
    own = [(whole, FORM, text) for text in forms if name_key(text) == short]
    return sum(int(db.execute(CALLED, one).fetchone()[0]) for one in own)


def _declared(db: Connection, low: str, high: str) -> int:
    query = "SELECT count(*) FROM declared WHERE low = ? AND high = ?"
    return int(db.execute(query, (low, high)).fetchone()[0])


TOGETHER = """SELECT count(*) FROM (SELECT DISTINCT r.article FROM bearer b JOIN referent r ON r.bearer = b.n
    WHERE b.key = :low AND EXISTS (SELECT 1 FROM referent s JOIN bearer c ON c.n = s.bearer
        WHERE s.article = r.article AND c.key = :high) LIMIT :enough)"""

CALLED = """SELECT coalesce(sum(t.count), 0) FROM bearer b
    JOIN tally t ON t.bearer = b.n WHERE b.key = ? AND t.part = ? AND t.value = ?"""


def _drop(db: Connection, form: int) -> None:
    db.execute("DELETE FROM near WHERE low = :n OR high = :n", {"n": form})
    db.execute("DELETE FROM block WHERE form = ?", (form,))
    db.execute("DELETE FROM form WHERE n = ?", (form,))


def _add(db: Connection, form: str, key: str) -> None:
    """Keep a form with its blocks, and pair it with those of other names that it may be one with."""
    n = db.execute("INSERT INTO form (text, key) VALUES (?, ?)", (form, key)).lastrowid or 0
    one = Form(form, key)
    found = sorted(form_blocks(one))
    db.executemany("INSERT INTO block (value, form) VALUES (?, ?)", ((block, n) for block in found))
    wanted = json.dumps(sorted(sought(found)), ensure_ascii=False)
    for other, *found in db.execute(SHARING, {"blocks": wanted, "key": key}).fetchall():
        if are_near(one, Form(*found)):
            low, high = sorted((n, other))
            db.execute("INSERT INTO near (low, high) VALUES (?, ?)", (low, high))


SHARING = """SELECT DISTINCT o.n, o.text, o.key
    FROM json_each(:blocks) s JOIN block b ON b.value = s.value JOIN form o ON o.n = b.form
    WHERE o.key <> :key"""
