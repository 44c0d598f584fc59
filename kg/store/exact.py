"""What is known of records without reading them whole: exact words, what a claim asserts, counts."""

from collections.abc import Iterator
from typing import NamedTuple

from kg.errors import StoreError
from kg.records import Claim, Relation
from kg.store.connect import Connection, row, rows
from kg.store.entities import key_of
from kg.store.queries import OF_ENTITIES
from kg.store.records import content_texts
from kg.store.tables import pack, unpack

PIECE = " … "  # between the pieces of a content that is split round its cue


class Words(NamedTuple):
    """A claim's words as the article has them; no speaker, or no cue, is None."""

    content: str
    cue: str | None
    speaker: str | None


class Saying(NamedTuple):
    """A claim's words, the entities that passed it on, and the types of the ties that it asserts."""

    claim: str
    pieces: tuple[str, ...]
    cue: str | None
    speaker: str | None
    via: tuple[str, ...]
    asserts: tuple[str, ...]


class Exact:
    """Words and counts of one database."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def claim(self, claim: Claim) -> Words:
        """A stored claim's words, the pieces of its content joined by " … "; StoreError if it is gone."""
        query = """SELECT c.content, c.cue, s.name FROM claim c LEFT JOIN mention s ON s.n = c.speaker
            WHERE c.id = ?"""
        found = row(self._db, query, pack(claim.id))
        if found is None:
            raise StoreError(f"There is no claim {claim.id} in {self._db.path}.")
        return Words(PIECE.join(content_texts(found[0])), found[1], found[2])

    def spoken_by(self, entity_id: str) -> Iterator[tuple[str, str]]:
        """The words of each claim of an entity, with the fingerprint of its article."""
        query = f"""SELECT c.content, a.fingerprint FROM claim c JOIN article a ON a.n = c.article
            WHERE c.n IN (SELECT n FROM claim WHERE speaker IN ({OF_ENTITIES}))"""  # noqa: S608
        n = key_of(self._db, entity_id)
        for content, fingerprint in rows(self._db, query, f"[{n}]" if n else "[]"):
            yield PIECE.join(content_texts(content)), fingerprint

    def evidence(self, relation: Relation) -> str:
        """The words that state a tie; StoreError if it is gone."""
        found = row(self._db, "SELECT evidence FROM relation WHERE id = ?", pack(relation.id))
        if found is None:
            raise StoreError(f"There is no relation {relation.id} in {self._db.path}.")
        return str(found[0])

    def asserts(self, claim: Claim) -> tuple[str, ...]:
        """The types of the ties that a claim asserts, in alphabetical order; none if it asserts none."""
        query = """SELECT DISTINCT r.type FROM relation r JOIN claim c ON c.n = r.claim
            WHERE r.article = (SELECT n FROM article WHERE id = ?) AND c.id = ? ORDER BY r.type"""
        return tuple(type_ for (type_,) in rows(self._db, query, pack(claim.article), pack(claim.id)))

    def count_mentions(self, article_id: str) -> int:
        """How many mentions of an article count, with those that stand for no entity."""
        query = "SELECT count(*) FROM mention WHERE article = (SELECT n FROM article WHERE id = ?)"
        return int(next(rows(self._db, query, pack(article_id)))[0])

    def text(self, article_id: str) -> str:
        """The whole text of an article; StoreError if it is gone."""
        found = row(self._db, "SELECT text FROM article WHERE id = ?", pack(article_id))
        if found is None:
            raise StoreError(f"There is no article {article_id} in {self._db.path}.")
        return str(found[0])

    def sayings(self, article_id: str) -> Iterator[Saying]:
        """What every claim of an article says, in reading order; none if it is not there."""
        for id_, content, cue, speaker, via, asserts in rows(self._db, SAYINGS, pack(article_id)):
            yield Saying(
                claim=unpack(id_),
                pieces=tuple(content_texts(content)),
                cue=cue,
                speaker=speaker,
                via=tuple(dict.fromkeys(_ids(via))),
                asserts=tuple(sorted(set(asserts.split(",")))) if asserts else (),
            )


# role 2: via, as in records.LINKS; an id with a colon is a known entity's, the others are digests
SAYINGS = """SELECT c.id, c.content, c.cue, s.name,
    (SELECT group_concat(id, char(10)) FROM (
        SELECT CASE typeof(e.id) WHEN 'blob' THEN lower(hex(e.id)) ELSE e.id END AS id
        FROM link l CROSS JOIN mention m ON m.n = l.mention CROSS JOIN referent r ON r.n = m.referent
        CROSS JOIN bearer b ON b.n = r.bearer CROSS JOIN entity e ON e.n = b.entity
        WHERE l.claim = c.n AND l.role = 2 ORDER BY l.place)),
    (SELECT group_concat(t.type) FROM relation t WHERE t.article = a.n AND t.claim = c.n)
    FROM article a CROSS JOIN claim c ON c.article = a.n LEFT JOIN mention s ON s.n = c.speaker
    WHERE a.id = ? ORDER BY c.n"""


def _ids(joined: str | None) -> list[str]:
    return joined.split("\n") if joined else []
