"""Entities: computed from the mentions, kept up to date with each article, always equal to a rebuild.

How often each entity is written how and typed how is kept as tallies, so that an article costs what
it holds itself, however often its entities stand elsewhere.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from kg.names import name_key
from kg.records import Entity, Mention
from kg.schema import POSITION, UNNAMED, UNTYPED
from kg.store import referents
from kg.store.connect import Connection, row, rows
from kg.store.records import MENTIONS, mention_rows
from kg.store.referents import SEED, Known
from kg.store.tables import pack, unpack

FORM, TYPE = 0, 1  # tally.part

# Pronouns and descriptions that stand for a name are no forms of it; only names have a vote on the type.
TALLIES = f"""INSERT INTO tally (entity, part, value, count)
    SELECT r.entity, {FORM}, m.name, :sign * count(*)
    FROM mention m JOIN referent r ON r.n = m.referent
    WHERE m.article = :article
        AND (m.kind = 'name' OR NOT EXISTS (SELECT 1 FROM mention p WHERE p.n = m.antecedent))
    GROUP BY r.entity, m.name
    UNION ALL
    SELECT r.entity, {TYPE}, m.type, :sign * count(*)
    FROM mention m JOIN referent r ON r.n = m.referent
    WHERE m.article = :article AND m.kind = 'name' AND m.type IS NOT NULL AND m.type <> '{POSITION}'
    GROUP BY r.entity, m.type
    ON CONFLICT (entity, part, value) DO UPDATE SET count = count + excluded.count"""  # noqa: S608

ENTITIES = """SELECT e.id, e.type, e.name,
    (SELECT json_group_array(value) FROM tally WHERE entity = e.n AND part = 0),
    (SELECT group_concat(hex(id)) FROM (SELECT id FROM referent WHERE entity = e.n ORDER BY id))
    FROM entity e"""

_forms = msgspec.json.Decoder(list[str])


def forget(db: Connection, article: int) -> set[int]:
    """Take the article's mentions out of the tallies and drop its referents; the entities touched."""
    touched = {found[0] for found in db.execute("SELECT entity FROM referent WHERE article = ?", (article,))}
    db.execute(TALLIES, {"sign": -1, "article": article})
    db.executemany("DELETE FROM tally WHERE entity = ? AND count = 0", ((entity,) for entity in touched))
    query = "UPDATE every_mention SET referent = NULL WHERE article = ? AND referent IS NOT NULL"
    db.execute(query, (article,))
    db.execute("DELETE FROM referent WHERE article = ?", (article,))
    return touched


def learn(db: Connection, article: int, mentions: Iterable[Mention], known: Known) -> set[int]:
    """Give the article's stored mentions their referents and tally them; the entities touched."""
    found = referents.referents(mentions, known)
    entities = {key: _entity_key(db, key) for key in dict.fromkeys(ref.entity for ref in found.values())}
    keys = {}
    for ref in dict.fromkeys(found.values()):
        query = "INSERT INTO referent (id, article, entity) VALUES (?, ?, ?)"
        keys[ref.id] = db.execute(query, (pack(ref.id), article, entities[ref.entity])).lastrowid
    db.executemany(
        "UPDATE every_mention SET referent = ? WHERE id = ?",
        ((keys[ref.id], pack(mention)) for mention, ref in found.items()),
    )
    db.execute(TALLIES, {"sign": 1, "article": article})
    return set(entities.values())


def refresh(db: Connection, touched: Iterable[int], known: Known) -> None:
    """Bring the touched entities' ids, types, names and aliases up to date; drop those without a referent."""
    for entity in sorted(touched):
        query = "SELECT id FROM referent WHERE entity = ? ORDER BY id LIMIT 1"
        smallest = db.execute(query, (entity,)).fetchone()
        if smallest is None:
            db.execute("DELETE FROM alias WHERE entity = ?", (entity,))
            db.execute("DELETE FROM tally WHERE entity = ?", (entity,))
            db.execute("DELETE FROM entity WHERE n = ?", (entity,))
        else:
            _refresh(db, entity, smallest[0], known)


def rebuild(db: Connection, known: Known) -> None:
    """Compute all entities anew from the stored mentions."""
    for table in ("referent", "entity", "tally", "alias"):
        db.execute(f"DELETE FROM {table}")  # noqa: S608 - only our own names
    db.execute("UPDATE every_mention SET referent = NULL WHERE referent IS NOT NULL")
    for (article,) in db.execute("SELECT n FROM article ORDER BY n").fetchall():
        learn(db, article, counted_mentions(db, article), known)
    refresh(db, [found[0] for found in db.execute("SELECT n FROM entity").fetchall()], known)


def entity_rows(found: Iterable[tuple[Any, ...]], known: Known) -> Iterator[Entity]:
    """The records of ENTITIES's rows."""
    for id_, type_, name, forms, refs in found:
        entity = unpack(id_)
        aliases = {*_forms.decode(forms), *known.forms.get(entity, ())} - {name}
        yield Entity(
            id=entity,
            type=type_,
            name=name,
            aliases=tuple(sorted(aliases)),
            referents=tuple(refs.lower().split(",")),
        )


def key_of(db: Connection, entity_id: str) -> int | None:
    """The row of the entity with this id, or of the one that now holds this referent; else None."""
    found = row(db, "SELECT n FROM entity WHERE id = ?", pack(entity_id))
    found = found or row(db, "SELECT entity FROM referent WHERE id = ?", pack(entity_id))
    return found[0] if found else None


def counted_mentions(db: Connection, article: int) -> list[Mention]:
    """The article's mentions that count, in their order."""
    query = MENTIONS.format(first="mention m") + " WHERE m.article = ? ORDER BY m.n"
    return list(mention_rows(rows(db, query, article)))


def _entity_key(db: Connection, key: str) -> int:
    found = db.execute("SELECT n FROM entity WHERE key = ?", (key,)).fetchone()
    found = found or db.execute("INSERT INTO entity (key) VALUES (?) RETURNING n", (key,)).fetchone()
    return int(found[0])


def _refresh(db: Connection, entity: int, smallest: bytes, known: Known) -> None:
    query = "SELECT key, id, type, name FROM entity WHERE n = ?"
    key, *stored = db.execute(query, (entity,)).fetchone()
    head = known.heads[key.removeprefix(SEED)] if key.startswith(SEED) else None
    fresh = [head.id, head.type, head.name] if head else [smallest, _type(db, entity, key), _name(db, entity)]
    if fresh != stored:
        db.execute("UPDATE entity SET id = ?, type = ?, name = ? WHERE n = ?", (*fresh, entity))
    _refresh_aliases(db, entity, known.forms[head.id] if head else frozenset())


def _refresh_aliases(db: Connection, entity: int, known_forms: frozenset[str]) -> None:
    forms = db.execute("SELECT value FROM tally WHERE entity = ? AND part = ?", (entity, FORM))
    fresh = {name_key(form) for form in (*known_forms, *(found[0] for found in forms))}
    stored = {found[0] for found in db.execute("SELECT key FROM alias WHERE entity = ?", (entity,))}
    gone, new = sorted(stored - fresh), sorted(fresh - stored)
    db.executemany("DELETE FROM alias WHERE key = ? AND entity = ?", ((key, entity) for key in gone))
    db.executemany("INSERT INTO alias (key, entity) VALUES (?, ?)", ((key, entity) for key in new))


def _type(db: Connection, entity: int, key: str) -> str:
    if key.startswith(referents.UNNAMED):
        return UNNAMED
    query = "SELECT value FROM tally WHERE entity = ? AND part = ? ORDER BY count DESC, value LIMIT 1"
    found = db.execute(query, (entity, TYPE)).fetchone()
    return found[0] if found else UNTYPED


def _name(db: Connection, entity: int) -> str:
    query = """SELECT value FROM tally WHERE entity = ? AND part = ?
               ORDER BY count DESC, length(value) DESC, value LIMIT 1"""
    return str(db.execute(query, (entity, FORM)).fetchone()[0])
