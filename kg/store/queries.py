"""Questions that follow indexes: by entity, by words, by id.

Answers are ordered by article id, then in reading order.
"""

from collections.abc import Iterable, Iterator

import msgspec

from kg.match.known import Known
from kg.records import Claim, Entity, Mention, Relation
from kg.store import search
from kg.store.articles import id_range
from kg.store.connect import Connection, row, rows
from kg.store.entities import ENTITIES, entity_rows, key_of
from kg.store.records import (
    CLAIMS,
    KINDS,
    MENTIONS,
    RELATIONS,
    claim_rows,
    content_texts,
    mention_rows,
    relation_rows,
)
from kg.store.tables import pack, unpack

# the mentions of the entities whose rows are listed, as JSON, in the one value
OF_ENTITIES = """SELECT m.n FROM json_each(?) e CROSS JOIN bearer b ON b.entity = e.value
    CROSS JOIN referent r ON r.bearer = b.n CROSS JOIN mention m ON m.referent = r.n"""
ABOUT = f"SELECT claim FROM link WHERE role < 2 AND mention IN ({OF_ENTITIES})"  # noqa: S608
NEWEST = f"""SELECT c.n FROM claim c CROSS JOIN article a ON a.n = c.article WHERE c.n IN ({ABOUT})
    ORDER BY coalesce(nullif(c.said_on, ''), a.published, '') DESC, a.source,
        (SELECT min(value ->> 0) FROM json_each(c.content)), c.id LIMIT ?"""  # noqa: S608
RECORD_KINDS = ("article", *KINDS)


def claims_about(db: Connection, entity_ids: Iterable[str]) -> Iterator[Claim]:
    """The claims about any of the entities, whether named in the content or only meant; each once."""
    where = f"c.n IN ({ABOUT})"
    return claim_rows(rows(db, f"{CLAIMS} WHERE {where} ORDER BY a.id, c.n", _keys(db, entity_ids)))


def newest_about(db: Connection, entity_ids: Iterable[str], limit: int) -> tuple[list[Claim], int]:
    """The newest of ``claims_about``, undated ones last, and how many there are in all.

    Of one day they come by the source, the place and the id, as the rows of answers do.
    """
    keys = _keys(db, entity_ids)
    found = [n for (n,) in rows(db, NEWEST, keys, limit)]
    where = "c.n IN (SELECT value FROM json_each(?))"
    listed = msgspec.json.encode(found).decode()
    claims = list(claim_rows(rows(db, f"{CLAIMS} WHERE {where} ORDER BY c.n", listed)))
    by_key = dict(zip(sorted(found), claims, strict=True))
    (count,) = next(rows(db, f"SELECT count(*) FROM claim WHERE n IN ({ABOUT})", keys))  # noqa: S608
    return [by_key[n] for n in found], count


def claims_by(db: Connection, entity_ids: Iterable[str]) -> Iterator[Claim]:
    """The claims whose speaker is any of the entities."""
    where = f"c.n IN (SELECT n FROM claim WHERE speaker IN ({OF_ENTITIES}))"  # noqa: S608
    return claim_rows(rows(db, f"{CLAIMS} WHERE {where} ORDER BY a.id, c.n", _keys(db, entity_ids)))


def claims_with_words(db: Connection, words: str) -> Iterator[Claim]:
    """The claims that have the words in one piece of their content, case and width aside; none for blanks."""
    if not words.strip():
        return
    expression = search.expression(words)
    where = "WHERE c.n IN (SELECT rowid FROM words WHERE words MATCH ?)" if expression else ""
    found = rows(db, f"{CLAIMS} {where} ORDER BY a.id, c.n", *([expression] if expression else []))
    yield from claim_rows(r for r in found if search.holds(content_texts(r[7]), words))


def relations_of(db: Connection, entity_ids: Iterable[str]) -> Iterator[Relation]:
    """The relations whose subject or object is any of the entities; each once."""
    where = f"""r.n IN (SELECT n FROM relation WHERE subject IN ({OF_ENTITIES})
        UNION SELECT n FROM relation WHERE object IN ({OF_ENTITIES}))"""  # noqa: S608
    keys = _keys(db, entity_ids)
    return relation_rows(rows(db, f"{RELATIONS} WHERE {where} ORDER BY a.id, r.n", keys, keys))


def mentions_of(db: Connection, entity_id: str) -> Iterator[Mention]:
    """All mentions of the entity, with the pronouns and descriptions that stand for it."""
    first = f"({OF_ENTITIES}) of CROSS JOIN mention m ON m.n = of.n"
    query = MENTIONS.format(first=first) + " ORDER BY a.id, m.n"
    return mention_rows(rows(db, query, _keys(db, [entity_id])))


def articles_naming(db: Connection, entity_ids: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The id and the fingerprint of each article that names any of the entities, by id."""
    query = """SELECT id, fingerprint FROM article WHERE n IN (
        SELECT r.article FROM json_each(?) e CROSS JOIN bearer b ON b.entity = e.value
        CROSS JOIN referent r ON r.bearer = b.n) ORDER BY id"""
    return ((unpack(id_), fingerprint) for id_, fingerprint in rows(db, query, _keys(db, entity_ids)))


def entities_named(db: Connection, key: str, known: Known) -> list[Entity]:
    """The entities that are written so anywhere, by id; ``key`` comes from ``name_key``."""
    query = ENTITIES + " WHERE e.n IN (SELECT entity FROM alias WHERE key = ?) ORDER BY e.id"  # noqa: S608
    return list(entity_rows(rows(db, query, key), known))


def name_keys(db: Connection, starts: Iterable[str], *, lengths: range | None = None) -> list[str]:
    """The keys of all names that begin with one of these, in order; "" begins every name.

    With ``lengths`` only those of so many characters.
    """
    query = """SELECT a.key FROM json_each(?) s JOIN alias a
        ON a.key >= s.value AND a.key < s.value || char(0x10FFFF)"""
    given: list[str | int] = [msgspec.json.encode(sorted(set(starts))).decode()]
    if lengths is not None:
        query += " WHERE length(a.key) >= ? AND length(a.key) < ?"
        given += [lengths.start, lengths.stop]
    return sorted(dict.fromkeys(key for (key,) in rows(db, query, *given)))  # nearly in order: no set


def count_about(db: Connection, entity_id: str) -> int:
    """How many claims are about the entity: ``claims_about``, counted."""
    query = f"SELECT count(*) FROM claim WHERE n IN ({ABOUT})"  # noqa: S608
    return int(next(rows(db, query, _keys(db, [entity_id])))[0])


def entities_in(db: Connection, article_id: str) -> dict[str, str]:
    """The entity's id for each mention of the article that has one."""
    query = """SELECT m.id, e.id FROM article a CROSS JOIN mention m ON m.article = a.n
        JOIN referent r ON r.n = m.referent
        JOIN bearer b ON b.n = r.bearer JOIN entity e ON e.n = b.entity WHERE a.id = ? ORDER BY m.n"""
    return {unpack(mention): unpack(entity) for mention, entity in rows(db, query, pack(article_id))}


def entity_of(db: Connection, mention_id: str) -> str | None:
    """The id of the mention's entity, or None: titles have none."""
    query = """SELECT e.id FROM mention m JOIN referent r ON r.n = m.referent
        JOIN bearer b ON b.n = r.bearer JOIN entity e ON e.n = b.entity
        WHERE m.id = ?"""
    found = row(db, query, pack(mention_id))
    return unpack(found[0]) if found else None


def resolve_id(db: Connection, prefix: str) -> list[tuple[str, str]]:
    """Every record whose id starts so, with its kind; a referent's id gives the entity that holds it now."""
    found = {("entity", unpack(ids[0])) for ids in rows(db, "SELECT id FROM entity WHERE id = ?", prefix)}
    if ends := id_range(prefix):
        for kind in RECORD_KINDS:
            query = f"SELECT id FROM {kind} WHERE id BETWEEN ? AND ?"  # noqa: S608 - only our own names
            found.update((kind, unpack(ids[0])) for ids in rows(db, query, *ends))
        query = """SELECT e.id FROM referent r JOIN bearer b ON b.n = r.bearer
            JOIN entity e ON e.n = b.entity WHERE r.id BETWEEN ? AND ?"""
        found.update(("entity", unpack(ids[0])) for ids in rows(db, query, *ends))
    return sorted(found)


def counts(db: Connection) -> dict[str, int]:
    """How many there are of everything that counts."""
    found = {"articles": _count(db, "article")}
    for kind in KINDS:  # the view itself would have to be read row by row
        found[f"{kind}s"] = _count(db, f"every_{kind}") - _count(db, f"every_{kind} WHERE standing < 0")
    return found | {"entities": _count(db, "entity")}


def _count(db: Connection, what: str) -> int:
    return int(next(rows(db, f"SELECT count(*) FROM {what}"))[0])  # noqa: S608 - only our own names


def _keys(db: Connection, entity_ids: Iterable[str]) -> str:
    keys = (key_of(db, entity_id) for entity_id in entity_ids)
    return msgspec.json.encode([key for key in keys if key is not None]).decode()
