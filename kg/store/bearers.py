"""Bearers of names in the store: what the articles say of each is counted, article by article.

The counts are all that resolving asks for, so that an article costs what it holds itself, however often
its names stand elsewhere.
"""

import re
from collections.abc import Iterable, Iterator

from kg.match.declared import declared
from kg.match.profile import Bearer, Profile
from kg.names import name_key
from kg.records import Article, Mention, Relation
from kg.schema import POSITION
from kg.store import told
from kg.store.connect import Connection
from kg.store.referents import ALONE, PINNED, Referent, bearer_id, referents
from kg.store.tables import pack

_BREAK = re.compile(r"\s*[\r\n]\s*")
_CHINESE_BREAK = re.compile(rf"(?<=[^\x00-\x7f]){_BREAK.pattern}(?=[^\x00-\x7f])")

FORM, TYPE, TITLE, TIE = range(4)  # tally.part

# Pronouns and descriptions that stand for a name are no forms of it; only names have a vote on the type.
TALLIES = f"""INSERT INTO tally (bearer, part, value, count)
    SELECT r.bearer, {FORM}, m.name, :sign * count(*)
    FROM mention m JOIN referent r ON r.n = m.referent
    WHERE m.article = :article
        AND (m.kind = 'name' OR NOT EXISTS (SELECT 1 FROM mention p WHERE p.n = m.antecedent))
    GROUP BY r.bearer, m.name
    UNION ALL
    SELECT r.bearer, {TYPE}, m.type, :sign * count(*)
    FROM mention m JOIN referent r ON r.n = m.referent
    WHERE m.article = :article AND m.kind = 'name' AND m.type IS NOT NULL AND m.type <> '{POSITION}'
    GROUP BY r.bearer, m.type
    UNION ALL
    SELECT r.bearer, s.part, s.value, :sign * count(*)
    FROM shown s JOIN referent r ON r.n = s.referent WHERE r.article = :article
    GROUP BY r.bearer, s.part, s.value
    ON CONFLICT (bearer, part, value) DO UPDATE SET count = count + excluded.count"""  # noqa: S608


def forget(db: Connection, article: int) -> set[int]:
    """Take out what the article says of its names' bearers; the bearers touched."""
    touched = {n for (n,) in db.execute("SELECT bearer FROM referent WHERE article = ?", (article,))}
    db.execute(TALLIES, {"sign": -1, "article": article})
    db.executemany("DELETE FROM tally WHERE bearer = ? AND count = 0", ((n,) for n in touched))
    query = "UPDATE every_mention SET referent = NULL WHERE article = ? AND referent IS NOT NULL"
    db.execute(query, (article,))
    query = "DELETE FROM shown WHERE referent IN (SELECT n FROM referent WHERE article = ?)"
    db.execute(query, (article,))
    db.execute("DELETE FROM referent WHERE article = ?", (article,))
    db.execute("DELETE FROM declared WHERE article = ?", (article,))
    return touched


def learn(
    db: Connection, n: int, article: Article, mentions: Iterable[Mention], relations: Iterable[Relation]
) -> set[int]:
    """Give the stored mentions their referents and count what the article says; the bearers touched."""
    here = list(mentions)
    found = referents(here, relations)
    keys, touched = {}, set()
    pinned = told.pinned(db, article.id)
    for ref in dict.fromkeys(found.values()):
        bearer = _bearer(db, ref, pinned)
        touched.add(bearer)
        query = "INSERT INTO referent (id, article, bearer) VALUES (?, ?, ?)"
        keys[ref.id] = db.execute(query, (pack(ref.id), n, bearer)).lastrowid
        shown = [(keys[ref.id], TITLE, one) for one in ref.titles] + [
            (keys[ref.id], TIE, one) for one in ref.ties
        ]
        db.executemany("INSERT INTO shown (referent, part, value) VALUES (?, ?, ?)", sorted(shown))
    db.executemany(
        "UPDATE every_mention SET referent = ? WHERE id = ?",
        ((keys[ref.id], pack(mention)) for mention, ref in found.items()),
    )
    db.execute(TALLIES, {"sign": 1, "article": n})
    _declare(db, n, article.text, here, found)
    return touched


def bearers(db: Connection, key: str) -> Iterator[Bearer]:
    """All bearers of a name."""
    query = "SELECT n, id FROM bearer WHERE key = ? ORDER BY id"
    for n, id_ in db.execute(query, (key,)).fetchall():
        parts: tuple[dict[str, int], ...] = ({}, {}, {}, {})
        for part, value, count in db.execute("SELECT part, value, count FROM tally WHERE bearer = ?", (n,)):
            parts[part][value] = count
        yield Bearer(
            id=id_,
            key=key,
            profile=Profile(
                name=own_form(parts[FORM], key),
                type=commonest_type(parts[TYPE]),
                titles=frozenset(parts[TITLE]),
                firms=frozenset(parts[TIE]),
            ),
            mentions=sum(parts[FORM].values()),
            is_pinned=id_.startswith(PINNED),
            is_alone=id_.startswith(ALONE),
        )


def commonest_form(counts: dict[str, int]) -> str:
    """The form that most mentions have, of equals the longest."""
    return min(counts, key=lambda form: (-counts[form], -len(form), form))


def own_form(counts: dict[str, int], key: str) -> str:
    """The commonest form of the name itself: 约翰·史密斯, however often he is 史密斯 later in the article."""
    return commonest_form({form: count for form, count in counts.items() if name_key(form) == key} or counts)


def commonest_type(counts: dict[str, int]) -> str | None:
    """The type that most mentions have, of equals the first by alphabet; None if none has one."""
    return min(counts, key=lambda type_: (-counts[type_], type_), default=None)


def on_one_line(form: str) -> str:
    """A name without the line breaks of its article: 青禾⏎科技 is 青禾科技, Lin⏎Xiaolan has a blank."""
    return _BREAK.sub(" ", _CHINESE_BREAK.sub("", form))


def _bearer(db: Connection, referent: Referent, pinned: frozenset[str]) -> int:
    id_ = bearer_id(referent, pinned)
    found = db.execute("SELECT n FROM bearer WHERE id = ?", (id_,)).fetchone()
    query = "INSERT INTO bearer (id, key) VALUES (?, ?) RETURNING n"
    found = found or db.execute(query, (id_, referent.key or id_)).fetchone()
    return int(found[0])


def _declare(db: Connection, n: int, text: str, mentions: list[Mention], found: dict[str, Referent]) -> None:
    """Note which names the text itself declares one."""
    for left, right in declared(text, mentions):
        if left.id in found and right.id in found:
            pair = sorted((found[left.id].key, found[right.id].key))
            if pair[0] != pair[1]:
                query = "INSERT OR IGNORE INTO declared (article, low, high) VALUES (?, ?, ?)"
                db.execute(query, (n, *pair))
