"""Mentions, claims and relations in the store: replaced an article at a time, read in any order asked for."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from kg.records import Claim, Extraction, Mention, Relation, TextSpan
from kg.store.connect import Connection, rows
from kg.store.search import grams
from kg.store.standing import RecordKind
from kg.store.tables import pack, unpack

LINKS = ("about", "about_implicit", "via")  # a claim's lists of mentions; link.role is the place in here

# as they count; with EVERY_ as they were read, rejected ones too
_MENTIONS = """SELECT m.id, a.id, m.start, m.end, m.name, m.type, m.kind, p.id, m.origin, m.confidence
    FROM {first} CROSS JOIN article a ON a.n = m.article LEFT JOIN {mention} p ON p.n = m.antecedent"""
# CROSS JOIN keeps SQLite from starting at the articles, which would be a scan
_CLAIMS = """SELECT c.id, a.id, c.mode, s.id, c.speaker_by, c.cue_start, c.cue_end, c.content,
    c.negated, c.hedged, c.said_on, c.origin, c.confidence,
    (SELECT group_concat(l.role || CASE typeof(m.id) WHEN 'blob' THEN lower(hex(m.id)) ELSE m.id END)
     FROM (SELECT role, mention FROM link WHERE claim = c.n ORDER BY role, place) l
     CROSS JOIN {mention} m ON m.n = l.mention)
    FROM {claim} c CROSS JOIN article a ON a.n = c.article LEFT JOIN {mention} s ON s.n = c.speaker"""
_RELATIONS = """SELECT r.id, a.id, r.type, s.id, o.id, r.start, r.end, c.id, r.title, r.amount, r.date,
    r.status, r.origin, r.confidence
    FROM {relation} r CROSS JOIN article a ON a.n = r.article
    CROSS JOIN {mention} s ON s.n = r.subject CROSS JOIN {mention} o ON o.n = r.object
    LEFT JOIN {claim} c ON c.n = r.claim"""
KINDS: tuple[RecordKind, ...] = ("mention", "claim", "relation")
_COUNTED = {kind: kind for kind in KINDS}
_EVERY = {kind: f"every_{kind}" for kind in KINDS}
MENTIONS = _MENTIONS.format(first="{first}", **_COUNTED)
CLAIMS, RELATIONS = (query.format(**_COUNTED) for query in (_CLAIMS, _RELATIONS))
EVERY_MENTION, EVERY_CLAIM, EVERY_RELATION = (
    f"{query.format(first='every_mention m', **_EVERY)} WHERE {alias}.article = ? ORDER BY {alias}.n"
    for query, alias in ((_MENTIONS, "m"), (_CLAIMS, "c"), (_RELATIONS, "r"))
)

_content = msgspec.json.Decoder(list[tuple[int, int, str]])


def erase(db: Connection, article: int) -> None:
    """Take away all records of an article, and what the index of words holds of them."""
    contents = db.execute("SELECT n, content FROM every_claim WHERE article = ?", (article,)).fetchall()
    db.executemany(
        "INSERT INTO words (words, rowid, grams) VALUES ('delete', ?, ?)",
        ((n, grams(content_texts(content))) for n, content in contents),
    )
    db.executemany("DELETE FROM link WHERE claim = ?", ((n,) for n, _ in contents))
    for kind in KINDS:
        db.execute(f"DELETE FROM every_{kind} WHERE article = ?", (article,))  # noqa: S608 - only our own names


def write(db: Connection, article: int, text: str, extraction: Extraction) -> None:
    """Add all records of an article, in their order."""
    mentions = {record.id: _insert_mention(db, article, record) for record in extraction.mentions}
    db.executemany(
        "UPDATE every_mention SET antecedent = ? WHERE n = ?",
        ((mentions[m.antecedent], mentions[m.id]) for m in extraction.mentions if m.antecedent),
    )
    claims = {record.id: _insert_claim(db, article, text, record, mentions) for record in extraction.claims}
    for record in extraction.relations:
        _insert_relation(db, article, text, record, mentions, claims)


def every(db: Connection, article: int) -> Extraction:
    """All records of an article as they were read, whatever was judged since."""
    return Extraction(
        mentions=tuple(mention_rows(rows(db, EVERY_MENTION, article))),
        claims=tuple(claim_rows(rows(db, EVERY_CLAIM, article))),
        relations=tuple(relation_rows(rows(db, EVERY_RELATION, article))),
    )


def counted(db: Connection, article: int) -> Extraction:
    """The mentions and relations of an article that count, in their order; its claims are left out."""
    mentions = rows(db, MENTIONS.format(first="mention m") + " WHERE m.article = ? ORDER BY m.n", article)
    relations = rows(db, RELATIONS + " WHERE r.article = ? ORDER BY r.n", article)
    return Extraction(mentions=tuple(mention_rows(mentions)), relations=tuple(relation_rows(relations)))


def content_texts(stored: str) -> list[str]:
    """The exact texts in a stored content, in order."""
    return [text for _, _, text in _content.decode(stored)]


def mention_rows(found: Iterable[tuple[Any, ...]]) -> Iterator[Mention]:
    """The records of MENTIONS's rows."""
    for id_, article, start, end, name, type_, kind, antecedent, origin, confidence in found:
        yield Mention(
            id=unpack(id_),
            article=unpack(article),
            span=TextSpan(start, end),
            name=name,
            type=type_,
            kind=kind,
            antecedent=_maybe(antecedent),
            origin=origin,
            confidence=confidence,
        )


def claim_rows(found: Iterable[tuple[Any, ...]]) -> Iterator[Claim]:
    """The records of CLAIMS's rows."""
    for id_, article, mode, speaker, speaker_by, start, end, content, *rest in found:
        negated, hedged, said_on, origin, confidence, links = rest
        yield Claim(
            id=unpack(id_),
            article=unpack(article),
            mode=mode,
            speaker=_maybe(speaker),
            speaker_by=speaker_by,
            cue=None if start is None else TextSpan(start, end),
            content=tuple(TextSpan(first, last) for first, last, _ in _content.decode(content)),
            **_links(links),
            negated=bool(negated),
            hedged=bool(hedged),
            said_on=said_on,
            origin=origin,
            confidence=confidence,
        )


def relation_rows(found: Iterable[tuple[Any, ...]]) -> Iterator[Relation]:
    """The records of RELATIONS's rows."""
    for id_, article, type_, subject, object_, start, end, claim, *rest in found:
        title, amount, date, status, origin, confidence = rest
        yield Relation(
            id=unpack(id_),
            article=unpack(article),
            type=type_,
            subject=unpack(subject),
            object=unpack(object_),
            evidence=TextSpan(start, end),
            claim=_maybe(claim),
            title=title,
            amount=amount,
            date=date,
            status=status,
            origin=origin,
            confidence=confidence,
        )


def _insert(db: Connection, table: str, **values: object) -> int:
    marks = ", ".join("?" * len(values))
    query = f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})"  # noqa: S608 - only our own names
    return db.execute(query, tuple(values.values())).lastrowid or 0


def _insert_mention(db: Connection, article: int, mention: Mention) -> int:
    return _insert(
        db,
        "every_mention",
        id=pack(mention.id),
        article=article,
        start=mention.span.start,
        end=mention.span.end,
        name=mention.name,
        type=mention.type,
        kind=mention.kind,
        origin=mention.origin,
        confidence=mention.confidence,
    )


def _insert_claim(db: Connection, article: int, text: str, claim: Claim, mentions: dict[str, int]) -> int:
    exact = [span.of(text) for span in claim.content]
    content = [(span.start, span.end, part) for span, part in zip(claim.content, exact, strict=True)]
    n = _insert(
        db,
        "every_claim",
        id=pack(claim.id),
        article=article,
        mode=claim.mode,
        speaker=mentions[claim.speaker] if claim.speaker else None,
        speaker_by=claim.speaker_by,
        cue_start=claim.cue.start if claim.cue else None,
        cue_end=claim.cue.end if claim.cue else None,
        cue=claim.cue.of(text) if claim.cue else None,
        content=msgspec.json.encode(content).decode(),
        negated=claim.negated,
        hedged=claim.hedged,
        said_on=claim.said_on,
        origin=claim.origin,
        confidence=claim.confidence,
    )
    for role, name in enumerate(LINKS):
        for place, mention in enumerate(getattr(claim, name)):
            _insert(db, "link", claim=n, role=role, place=place, mention=mentions[mention])
    _insert(db, "words", rowid=n, grams=grams(exact))
    return n


def _insert_relation(
    db: Connection,
    article: int,
    text: str,
    relation: Relation,
    mentions: dict[str, int],
    claims: dict[str, int],
) -> None:
    _insert(
        db,
        "every_relation",
        id=pack(relation.id),
        article=article,
        type=relation.type,
        subject=mentions[relation.subject],
        object=mentions[relation.object],
        start=relation.evidence.start,
        end=relation.evidence.end,
        evidence=relation.evidence.of(text),
        claim=claims[relation.claim] if relation.claim else None,
        title=relation.title,
        amount=relation.amount,
        date=relation.date,
        status=relation.status,
        origin=relation.origin,
        confidence=relation.confidence,
    )


def _links(stored: str | None) -> dict[str, tuple[str, ...]]:
    """The lists of mention ids by name: a role's digit stands before each id."""
    marked = stored.split(",") if stored else []
    return {
        name: tuple(item[1:] for item in marked if item[0] == str(role)) for role, name in enumerate(LINKS)
    }


def _maybe(stored: bytes | str | None) -> str | None:
    return None if stored is None else unpack(stored)
