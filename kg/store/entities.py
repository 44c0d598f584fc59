"""Entities: computed from the bearers of names, kept up to date with each article, always equal to a rebuild.

What an article or a judgement touches is resolved anew together with all names that may be one with it,
and nothing else.
"""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

import msgspec

from kg.match.bearers import NAME, PERSON, SEED, Resolution, entity_keys, resolve
from kg.match.known import Known
from kg.match.profile import Bearer
from kg.names import name_key
from kg.records import Entity
from kg.schema import UNNAMED, UNTYPED
from kg.store import articles, bearers, near, told
from kg.store.bearers import FORM, TYPE, commonest_form, commonest_type, on_one_line, own_form
from kg.store.connect import Connection, row
from kg.store.records import counted
from kg.store.referents import UNNAMED as NAMELESS
from kg.store.tables import pack, unpack

ENTITIES = """SELECT e.id, e.type, e.name,
    (SELECT json_group_array(DISTINCT t.value) FROM bearer b JOIN tally t ON t.bearer = b.n AND t.part = 0
     WHERE b.entity = e.n),
    (SELECT group_concat(hex(id)) FROM (SELECT r.id FROM bearer b JOIN referent r ON r.bearer = b.n
     WHERE b.entity = e.n ORDER BY r.id)),
    (SELECT json_group_array(key) FROM alias WHERE entity = e.n)
    FROM entity e"""

FORMS_OF_KEY = """SELECT t.value, sum(t.count) FROM bearer b JOIN tally t ON t.bearer = b.n AND t.part = ?
    WHERE b.entity = ? AND b.key = ? GROUP BY t.value"""

_forms = msgspec.json.Decoder(list[str])


def follow(db: Connection, touched: Iterable[int], known: Known) -> None:
    """Bring all entities up to date after what is counted of these bearers changed."""
    keys = _keys(db, touched)
    around = keys.union(
        *(near.neighbours(db, key, known) for key in keys)
    )  # as they were: a name may be gone
    _drop_empty(db, touched)
    for key in sorted(keys):
        if not key.startswith(NAMELESS):
            near.update(db, key)
    resolve_names(db, around, known)


def resolve_names(db: Connection, keys: Iterable[str], known: Known) -> None:
    """Resolve these names anew, with all that may be one with them."""
    done: set[str] = set()
    holding: dict[str, int] = {}
    left: set[int] = set()
    for key in sorted(keys):
        if key not in done:
            together = near.component(db, [key], known)
            done |= together
            left |= _assign(db, together, known, holding)
    # only now: until its last name is resolved, an entity still holds what goes to another
    for entity in left:
        _drop_unborne(db, entity)
    _refresh_all(db, holding, known)


def resolution(db: Connection, keys: Iterable[str], known: Known) -> Resolution:
    """How these names, and all that may be one with them, are joined, and why."""
    together = near.component(db, keys, known)
    return _resolve(db, together, _bearers(db, together), known)


def due(db: Connection, known: Known) -> dict[str, str]:
    """For each bearer's id the key of the entity that it should be."""
    found: dict[str, str] = {}
    done: set[str] = set()
    for (key,) in db.execute("SELECT DISTINCT key FROM bearer ORDER BY key").fetchall():
        if key not in done:
            together = near.component(db, [key], known)
            done |= together
            here = _bearers(db, together)
            found |= entity_keys(here, _resolve(db, together, here, known).clusters, known)
    return found


def rebuild(db: Connection, known: Known) -> None:
    """Compute all bearers and entities anew from the stored records."""
    for table in (
        "referent",
        "shown",
        "declared",
        "bearer",
        "tally",
        "form",
        "block",
        "near",
        "entity",
        "alias",
    ):
        db.execute(f"DELETE FROM {table}")  # noqa: S608 - only our own names
    db.execute("UPDATE every_mention SET referent = NULL WHERE referent IS NOT NULL")
    for (n,) in db.execute("SELECT n FROM article ORDER BY n").fetchall():
        learn(db, n)
    keys = [key for (key,) in db.execute("SELECT DISTINCT key FROM bearer ORDER BY key").fetchall()]
    for key in keys:
        if not key.startswith(NAMELESS):
            near.update(db, key)
    resolve_names(db, keys, known)


def learn(db: Connection, n: int) -> set[int]:
    """Count what a stored article says, as far as its records count; the bearers touched."""
    (id_,) = db.execute("SELECT id FROM article WHERE n = ?", (n,)).fetchone()
    article = articles.read(db, unpack(id_))
    if article is None:
        return set()
    extraction = counted(db, n)
    return bearers.learn(db, n, article, extraction.mentions, extraction.relations)


def entity_rows(found: Iterable[tuple[Any, ...]], known: Known) -> Iterator[Entity]:
    """The records of ENTITIES's rows."""
    for id_, type_, name, forms, refs, keys in found:
        entity, own = unpack(id_), set(_forms.decode(keys))
        known_forms = (form for form in known.forms.get(entity, ()) if name_key(form) in own)
        aliases = {*_forms.decode(forms), *known_forms} - {name}
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
    query = "SELECT b.entity FROM referent r JOIN bearer b ON b.n = r.bearer WHERE r.id = ?"
    found = found or row(db, query, pack(entity_id))
    return found[0] if found else None


def _keys(db: Connection, touched: Iterable[int]) -> set[str]:
    found = (db.execute("SELECT key FROM bearer WHERE n = ?", (n,)).fetchone() for n in touched)
    return {one[0] for one in found if one}


def _drop_empty(db: Connection, touched: Iterable[int]) -> None:
    """Drop the bearers that no article speaks of any more, and the entities that were theirs alone."""
    for n in touched:
        query = """DELETE FROM bearer WHERE n = ? AND NOT EXISTS (SELECT 1 FROM referent WHERE bearer = ?)
            RETURNING entity"""
        for (entity,) in db.execute(query, (n, n)).fetchall():
            db.execute("DELETE FROM tally WHERE bearer = ?", (n,))
            _drop_unborne(db, entity)


def _drop_unborne(db: Connection, entity: int | None) -> None:
    if db.execute("SELECT 1 FROM bearer WHERE entity = ?", (entity,)).fetchone() is None:
        db.execute("DELETE FROM alias WHERE entity = ?", (entity,))
        db.execute("DELETE FROM entity WHERE n = ?", (entity,))


def _bearers(db: Connection, keys: Iterable[str]) -> list[Bearer]:
    return [bearer for key in sorted(keys) for bearer in bearers.bearers(db, key)]


def _resolve(db: Connection, keys: Iterable[str], found: list[Bearer], known: Known) -> Resolution:
    return resolve(
        found,
        near=near.pairs(db, {bearer.key for bearer in found}, known),
        together=partial(near.together, db),
        known=known,
        told=told.about(db, sorted(keys)),
    )


def _assign(db: Connection, keys: set[str], known: Known, holding: dict[str, int]) -> set[int]:
    """Give the bearers of these names their entities, noted in ``holding`` by key; those that lost some."""
    found = _bearers(db, keys)
    resolved = _resolve(db, keys, found, known)
    left: set[int] = set()
    for id_, key in sorted(entity_keys(found, resolved.clusters, known).items()):
        holding[key] = entity = holding.get(key) or _entity(db, key)
        n, before = db.execute("SELECT n, entity FROM bearer WHERE id = ?", (id_,)).fetchone()
        if before != entity:
            db.execute("UPDATE bearer SET entity = ? WHERE n = ?", (entity, n))
            left.add(before)
    return left - {None}


def _entity(db: Connection, key: str) -> int:
    found = db.execute("SELECT n FROM entity WHERE key = ?", (key,)).fetchone()
    found = found or db.execute("INSERT INTO entity (key) VALUES (?) RETURNING n", (key,)).fetchone()
    return int(found[0])


def _refresh_all(db: Connection, holding: dict[str, int], known: Known) -> None:
    """Bring ids, types, names and aliases up to date; ids that move from one to another move freely."""
    fresh = {entity: _shown(db, key, entity, known) for key, entity in sorted(holding.items())}
    for entity, (id_, _, _) in fresh.items():
        db.execute("UPDATE entity SET id = NULL WHERE n = ? AND id IS NOT ?", (entity, id_))
    for entity, shown in fresh.items():
        query = (
            "UPDATE entity SET id = ?, type = ?, name = ? WHERE n = ? AND (id, type, name) IS NOT (?, ?, ?)"
        )
        db.execute(query, (*shown, entity, *shown))
        _refresh_aliases(db, entity, known.forms.get(str(shown[0]), frozenset()))


def _shown(db: Connection, key: str, entity: int, known: Known) -> tuple[bytes | str, str, str]:
    """Id, type and name of an entity: the known entity's, else what its mentions say."""
    if head := known.heads.get(key.removeprefix(SEED)) if key.startswith(SEED) else None:
        return head.id, head.type, head.name
    query = """SELECT min((SELECT id FROM referent WHERE bearer = b.n ORDER BY id LIMIT 1))
        FROM bearer b WHERE b.entity = ?"""
    (smallest,) = db.execute(query, (entity,)).fetchone()
    type_ = UNNAMED if key.startswith(NAMELESS) else commonest_type(_counts(db, entity, TYPE)) or UNTYPED
    forms = _own_names(db, entity) if type_ == PERSON else _counts(db, entity, FORM)
    return smallest, type_, on_one_line(commonest_form(forms))


def _own_names(db: Connection, entity: int) -> dict[str, int]:
    """How often each of a person's names is meant: 肖恩·维斯特 also where the text goes on with 维斯特."""
    found: dict[str, int] = {}
    for key in db.execute("SELECT DISTINCT key FROM bearer WHERE entity = ?", (entity,)).fetchall():
        counts = dict(db.execute(FORMS_OF_KEY, (FORM, entity, *key)).fetchall())
        found[own_form(counts, key[0])] = sum(counts.values())
    return found


def _counts(db: Connection, entity: int, part: int) -> dict[str, int]:
    query = """SELECT t.value, sum(t.count) FROM bearer b JOIN tally t ON t.bearer = b.n AND t.part = ?
        WHERE b.entity = ? GROUP BY t.value"""
    return dict(db.execute(query, (part, entity)).fetchall())


def _is_free(db: Connection, entity: int, key: str, known_keys: frozenset[str]) -> bool:
    """Whether a known form may stand for the entity: nobody else bears it, and nobody split it off."""
    holders = {holder for (holder,) in db.execute("SELECT entity FROM bearer WHERE key = ?", (key,))}
    if holders:
        return entity in holders
    nodes = {NAME + known for known in known_keys}
    said = (one for one in told.about(db, [key]) if one.verdict == "different")
    return not any({one.left, one.right} <= nodes for one in said)


def _refresh_aliases(db: Connection, entity: int, known_forms: frozenset[str]) -> None:
    known_keys = frozenset(map(name_key, known_forms))
    fresh = {key for key in known_keys if _is_free(db, entity, key, known_keys)}
    fresh |= {name_key(form) for form in _counts(db, entity, FORM)}
    stored = {found[0] for found in db.execute("SELECT key FROM alias WHERE entity = ?", (entity,))}
    gone, new = sorted(stored - fresh), sorted(fresh - stored)
    db.executemany("DELETE FROM alias WHERE key = ? AND entity = ?", ((key, entity) for key in gone))
    db.executemany("INSERT INTO alias (key, entity) VALUES (?, ?)", ((key, entity) for key in new))
