"""The ledger as other rooms see it: who judged what, and a new judgement that counts at once."""

from collections.abc import Iterable
from datetime import UTC, datetime

import msgspec

from kg.errors import StoreError
from kg.match.known import Known
from kg.records import Judgement, Verdict
from kg.store import articles, bearers, entities, judgements, records, told
from kg.store.connect import Connection, row, transaction
from kg.store.standing import Judged, Thread, described, thread_of, with_neighbours
from kg.store.tables import pack, unpack
from kg.store.told import EVERYWHERE, JudgedName

SURE = 1.0  # the score of a judgement that somebody made


Brought = tuple[Judgement, Judged | tuple[JudgedName, JudgedName]]  # with the record, or the names, it is on


class Ledger:
    """Judgements on records, kept for good: a later one may outweigh an earlier one, none is taken out."""

    def __init__(self, db: Connection, known: Known) -> None:
        self._db, self._known = db, known

    def judge(
        self, record_id: str, verdict: Verdict, *, reason: str, judge: str, decided_at: str | None = None
    ) -> Judgement:
        """Write a judgement on a record, and let the store follow it; StoreError if there never was one.

        ``decided_at`` is a time in ISO, now by default. A record that is gone can be judged if it was before.
        """
        with transaction(self._db):
            about = self._describe(record_id)
            if about is None:
                raise StoreError(f"There is no record {record_id} in {self._db.path}.")
            heads = judgements.threads_in(self._db, about.article)
            own = (id_ for id_, thread in heads.items() if record_id in thread.records)
            judgement = Judgement(
                seq=0,
                left=next(own, record_id),
                right=record_id,
                verdict=verdict,
                score=SURE,
                reason=reason,
                judge=judge,
                decided_at=decided_at or datetime.now(UTC).isoformat(timespec="seconds"),
            )
            seq = judgements.add(self._db, judgement, about)
            self._follow(about.article)
        return msgspec.structs.replace(judgement, seq=seq)

    def bring(self, made: Iterable[Brought]) -> None:
        """Append judgements made elsewhere, on records and on names, in their order; all of them or none.

        A verdict on a record that is not here is carried over to one that says the same.
        """
        keys, changed = set[str](), set[str]()
        with transaction(self._db):
            for judgement, about in made:
                if isinstance(about, Judged):
                    judgements.bring(self._db, judgement, about)
                    changed.add(about.article)
                else:
                    told.add(self._db, judgement, *about)
                    keys |= {name.key for name in about}
                    changed |= {name.article for name in about} - {EVERYWHERE}
            touched = set[int]().union(*map(self._replay, sorted(changed)))
            entities.follow(self._db, touched, self._known)
            entities.resolve_names(self._db, keys, self._known)

    def thread(self, record_id: str) -> Thread | None:
        """The judgements on what the record says, or None if nobody judged it."""
        about = judgements.judged_as(self._db, record_id)
        found = judgements.threads_in(self._db, about.article) if about else {}
        return thread_of(found.values(), record_id)

    def judgements(self) -> list[Judgement]:
        """All judgements, oldest first."""
        return list(judgements.all_judgements(self._db))

    def judged(self) -> dict[str, Judged]:
        """What each judged record says, by its id, whether or not it is still there."""
        return {record.id: record for record in judgements.all_judged(self._db)}

    def gone(self) -> set[str]:
        """The ids of the judged records that are in no article any more."""
        return judgements.gone_records(self._db)

    def find(self, prefix: str) -> list[tuple[str, str]]:
        """Kind and id of every record whose id starts so, rejected ones and judged ones that are gone too."""
        return judgements.find(self._db, prefix)

    def counts(self) -> dict[str, int]:
        """How many records are accepted, how many rejected, and of how many judged things none is left."""
        return judgements.counts(self._db)

    def _describe(self, record_id: str) -> Judged | None:
        """What the record says now, else what it said when it was judged; None if there never was one."""
        before = judgements.judged_as(self._db, record_id)
        for kind in records.KINDS:
            query = f"SELECT a.id FROM every_{kind} r JOIN article a ON a.n = r.article WHERE r.id = ?"  # noqa: S608
            found = row(self._db, query, pack(record_id))
            article = articles.read(self._db, unpack(found[0])) if found else None
            if article:
                n = articles.key_of(self._db, article.id)
                here = described(article, records.every(self._db, n or 0))
                return with_neighbours(here[record_id], here.values(), before=before)
        return before

    def _replay(self, article_id: str) -> set[int]:
        """Let the ledger hold for the article as it stands; the bearers touched, none if it is not there."""
        article, n = articles.read(self._db, article_id), articles.key_of(self._db, article_id)
        if article is None or n is None:
            return set()
        touched = bearers.forget(self._db, n)
        judgements.replay(self._db, n, article, records.every(self._db, n))
        return touched | entities.learn(self._db, n)

    def _follow(self, article_id: str) -> None:
        """Bring the standing of the article's records, and the entities they name, up to date."""
        n = articles.key_of(self._db, article_id)
        if n is None:
            return
        touched = bearers.forget(self._db, n)
        judgements.settle(self._db, n, judgements.threads_in(self._db, article_id).values())
        entities.follow(self._db, touched | entities.learn(self._db, n), self._known)
