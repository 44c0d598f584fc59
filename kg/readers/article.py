"""The Article record from what a format found: checks, id, hash, fingerprint, defaults."""

from hashlib import sha256

from kg.readers.dates import iso_date
from kg.readers.decode import scrub
from kg.readers.options import ReadOptions
from kg.readers.problem import Unreadable
from kg.readers.source import STDIN, Source
from kg.readers.stated import Stated
from kg.records import Article, TextSpan, article_id
from kg.text import fingerprint

NO_TEXT = "holds no text"


def article(
    source: Source,
    options: ReadOptions,
    *,
    text: str,
    stated: Stated,
    body: tuple[TextSpan, ...] | None = None,
    record: int = 1,
) -> Article:
    """The article, all of the text as its body unless told; Unreadable when it is blank or too long."""
    text = scrub(text)
    body = (TextSpan(0, len(text)),) if body is None and text else body
    if not body or not any(span.of(text).strip() for span in body):
        raise Unreadable(NO_TEXT)
    if len(text) > options.max_chars:
        raise too_long(options)
    digest = sha256(text.encode()).hexdigest()
    published, meta = _dated(stated)
    return Article(
        id=_id(source, stated, record, digest),
        source=source.name,
        record=record,
        text=text,
        body=body,
        text_sha256=digest,
        fingerprint=fingerprint("".join(span.of(text) for span in body)),
        title=_clean(stated.title),
        url=_clean(stated.url),
        outlet=_clean(stated.outlet) or options.outlet,
        published=published or (iso_date(options.published) if options.published else None),
        meta=meta,
    )


def too_long(options: ReadOptions) -> Unreadable:
    """What to raise for a text that the model must never see."""
    return Unreadable(f"has more than {options.max_chars:,} characters (--max-chars)")


def _id(source: Source, stated: Stated, record: int, digest: str) -> str:
    """By url, given id or path; for standard input by the text, as two texts piped in are two articles."""
    path = f"{STDIN}:{digest}" if source.path is None else source.key
    return article_id(url=_clean(stated.url), given=_clean(stated.given), path=path, record=record)


def _dated(stated: Stated) -> tuple[str | None, dict[str, str]]:
    """The ISO date and the meta, which keeps a date that could not be understood and an id that was given."""
    meta = {scrub(name): scrub(value) for name, value in stated.meta.items()}
    published = iso_date(stated.published) if stated.published else None
    if stated.published and published is None:
        meta["published"] = scrub(stated.published)
    if stated.given:
        meta["id"] = scrub(stated.given)
    return published, meta


def _clean(value: str | None) -> str | None:
    return scrub(value) if value else None
