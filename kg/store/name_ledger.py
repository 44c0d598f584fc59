"""The ledger of names as other rooms see it: who said two names are one, and entities that follow at once."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import NamedTuple

import msgspec

from kg.match.bearers import Resolution
from kg.match.known import Known
from kg.match.profile import Bearer
from kg.records import Judgement, Verdict
from kg.store import articles, bearers, entities, told
from kg.store.bearers import TIE, TITLE
from kg.store.connect import Connection, row, rows, transaction
from kg.store.referents import UNNAMED
from kg.store.tables import pack, unpack
from kg.store.told import EVERYWHERE, JudgedName, judged_name

SURE = 1.0  # the score of a judgement that somebody made

# a tie's value is the key of the other's name: shown is the name that the one entity so called has
SHOWN = f"""SELECT DISTINCT t.part, t.value, CASE t.part WHEN {TIE} THEN
        (SELECT CASE count(*) WHEN 1 THEN min(e.name) END FROM alias a JOIN entity e ON e.n = a.entity
         WHERE a.key = t.value) END
    FROM bearer b JOIN tally t ON t.bearer = b.n AND t.part IN ({TITLE}, {TIE})
    WHERE b.entity = ? AND b.key NOT LIKE '{UNNAMED}%'"""  # noqa: S608 - only our own names


class Shown(NamedTuple):
    """The offices of an entity, and the names of those it is tied to: what tells namesakes apart."""

    titles: tuple[str, ...]
    ties: tuple[str, ...]


class NameLedger:
    """Judgements on pairs of referents, kept for good; of those on one pair the last one holds."""

    def __init__(self, db: Connection, known: Known) -> None:
        self._db, self._known = db, known

    def judge(
        self,
        left: JudgedName,
        right: JudgedName,
        verdict: Verdict,
        *,
        reason: str,
        judge: str,
        decided_at: str | None = None,
    ) -> Judgement:
        """Write a judgement on two referents, and let the entities follow it."""
        judgement = Judgement(
            seq=0,
            left=left.id,
            right=right.id,
            verdict=verdict,
            score=SURE,
            reason=reason,
            judge=judge,
            decided_at=decided_at or datetime.now(UTC).isoformat(timespec="seconds"),
        )
        with transaction(self._db):
            seq = told.add(self._db, judgement, left, right)
            self._follow((left, right))
        return msgspec.structs.replace(judgement, seq=seq)

    def judgements(self) -> list[Judgement]:
        """All judgements on names, oldest first."""
        return list(told.all_judgements(self._db))

    def judged(self) -> dict[str, JudgedName]:
        """The names that were ever judged, by their referents' ids."""
        return {one.id: one for one in told.names(self._db)}

    def referent(self, id_: str) -> JudgedName | None:
        """The referent as a name in its article; None if no article holds it, or it is a nameless source."""
        query = """SELECT a.id,
            (SELECT m.name FROM mention m WHERE m.referent = r.n AND m.kind = 'name' ORDER BY m.n)
            FROM referent r JOIN article a ON a.n = r.article WHERE r.id = ?"""
        found = row(self._db, query, pack(id_))
        return JudgedName(id_, unpack(found[0]), found[1]) if found and found[1] else None

    def resolution(self, keys: Iterable[str]) -> Resolution:
        """How these names, and all that may be one with them, are joined, and why."""
        return entities.resolution(self._db, keys, self._known)

    def bearers(self, key: str) -> list[Bearer]:
        """The bearers of a name."""
        return list(bearers.bearers(self._db, key))

    def bearers_of(self, entity_id: str) -> list[str]:
        """The ids of the bearers that are this entity; none if there is no such entity."""
        query = "SELECT id FROM bearer WHERE entity = ? ORDER BY id"
        return [id_ for (id_,) in rows(self._db, query, entities.key_of(self._db, entity_id))]

    def keys_of(self, entity_id: str) -> list[str]:
        """The keys by which the entity is found, in order; none if there is no such entity."""
        query = "SELECT key FROM alias WHERE entity = ? ORDER BY key"
        return [key for (key,) in rows(self._db, query, entities.key_of(self._db, entity_id))]

    def shown(self, entity_id: str) -> Shown:
        """What articles tell of the entity besides its names; nothing of one without a name, or not there."""
        found = rows(self._db, SHOWN, entities.key_of(self._db, entity_id))
        parts: dict[int, set[str]] = {TITLE: set(), TIE: set()}
        for part, value, name in found:
            parts[part].add(name or value)
        return Shown(tuple(sorted(parts[TITLE])), tuple(sorted(parts[TIE])))

    def entity_of(self, bearer_id: str) -> str | None:
        """The id of the entity that a bearer is, or None."""
        query = "SELECT e.id FROM bearer b JOIN entity e ON e.n = b.entity WHERE b.id = ?"
        found = row(self._db, query, bearer_id)
        return unpack(found[0]) if found else None

    def doubtful_keys(self) -> list[str]:
        """The names that may be one with others, or have several bearers."""
        query = f"""SELECT key FROM bearer WHERE key NOT LIKE '{UNNAMED}%' GROUP BY key HAVING count(*) > 1
            UNION SELECT f.key FROM near JOIN form f ON f.n IN (near.low, near.high)
            UNION SELECT low FROM declared UNION SELECT high FROM declared ORDER BY 1"""  # noqa: S608
        return [key for (key,) in rows(self._db, query)]

    def _follow(self, names: Iterable[JudgedName]) -> None:
        """Let referents that were judged stand alone, or no longer, and resolve their names anew."""
        touched: set[int] = set()
        for name in names:
            n = articles.key_of(self._db, name.article) if name.article != EVERYWHERE else None
            if n is not None:
                touched |= bearers.forget(self._db, n) | entities.learn(self._db, n)
        entities.follow(self._db, touched, self._known)
        entities.resolve_names(self._db, {name.key for name in names}, self._known)


__all__ = ["EVERYWHERE", "JudgedName", "NameLedger", "Shown", "judged_name"]
