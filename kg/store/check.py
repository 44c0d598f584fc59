"""What an extraction must hold to be stored: its records fit the article and each other."""

from collections.abc import Iterable, Iterator

from kg.errors import StoreError
from kg.records import Article, Claim, Extraction, Mention, Relation, TextSpan

Record = Mention | Claim | Relation


def check(article: Article, extraction: Extraction) -> None:
    """Nothing if all fits; else StoreError names the article and the first fault."""
    for fault in _faults(article, extraction):
        raise StoreError(f"{article.source}, article {article.id}: {fault}.")


def _faults(article: Article, extraction: Extraction) -> Iterator[str]:
    mentions = {mention.id: mention for mention in extraction.mentions}
    claims = {claim.id for claim in extraction.claims}
    yield from _repeated(extraction)
    records: tuple[Record, ...] = (*extraction.mentions, *extraction.claims, *extraction.relations)
    for record in records:
        if record.article != article.id:
            yield f"record {record.id} belongs to article {record.article}"
        for span in _spans(record):
            if span.end > len(article.text):
                yield f"record {record.id} ends at {span.end}, the text at {len(article.text)}"
        for other in _references(record):
            if other not in mentions:
                yield f"record {record.id} refers to mention {other}, which is not there"
    for mention in extraction.mentions:
        if mention.name != mention.span.of(article.text):
            read = mention.span.of(article.text)
            yield f"mention {mention.id} is written {mention.name}, its span reads {read}"
    for relation in extraction.relations:
        if relation.claim is not None and relation.claim not in claims:
            yield f"relation {relation.id} refers to claim {relation.claim}, which is not there"
    yield from _circles(mentions)


def _repeated(extraction: Extraction) -> Iterator[str]:
    for records in (extraction.mentions, extraction.claims, extraction.relations):
        seen: set[str] = set()
        for record in records:
            if record.id in seen:
                yield f"record {record.id} stands there twice"
            seen.add(record.id)


def _spans(record: Record) -> Iterable[TextSpan]:
    if isinstance(record, Mention):
        return (record.span,)
    if isinstance(record, Relation):
        return (record.evidence,)
    return (*record.content, *([record.cue] if record.cue else []))


def _references(record: Record) -> Iterable[str]:
    if isinstance(record, Mention):
        return (record.antecedent,) if record.antecedent else ()
    if isinstance(record, Relation):
        return (record.subject, record.object)
    return (*([record.speaker] if record.speaker else []), *record.about, *record.about_implicit, *record.via)


def _circles(mentions: dict[str, Mention]) -> Iterator[str]:
    """A fault for each mention that only stands for itself; all antecedents are known to be there."""
    ends: set[str] = set()  # mentions whose chain is known to end, so that long chains are walked once
    for start in mentions:
        chain: dict[str, None] = {}
        at: str | None = start
        while at is not None and at not in ends and at not in chain:
            chain[at] = None
            at = mentions[at].antecedent
        if at is not None and at not in ends:
            yield f"mention {start} stands for itself"
        ends.update(chain)
