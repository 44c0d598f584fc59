"""The records: small, frozen, and with ids that are hashes of what identifies them.

Same input, same ids: nothing is random, and neither floats nor model names are hashed, so that
a better model replaces a record only where it says something else. Every offset counts code
points in ``Article.text`` and every span is half-open.
"""

from hashlib import blake2b
from typing import Literal

from msgspec import Struct

MentionKind = Literal["name", "nominal", "pronoun", "unnamed"]
Mode = Literal["direct", "indirect", "mixed", "turn"]
Status = Literal["stated", "former", "planned", "rumoured", "denied"]
Verdict = Literal["same", "different", "unsure"]

PERSON = "person"  # the judge, where somebody judges and gives no name
MACHINE = "kg"  # the judge that everybody outranks

DIGEST_BYTES = 16  # ids are 128 bits: 32 hex digits outside, 16-byte blobs in the store


def digest(*parts: object) -> str:
    """The id of what ``parts`` identify, as 32 hex digits; order counts, floats are refused."""
    if any(isinstance(part, float) for part in parts):
        raise TypeError("floats never identify a record")
    text = "\x1f".join(str(part) for part in parts)
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=DIGEST_BYTES).hexdigest()


class TextSpan(Struct, frozen=True, order=True, array_like=True):
    """Half-open range of code points in one article's text, never empty."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"empty or negative span {self.start}:{self.end}")

    def of(self, text: str) -> str:
        """The characters of the span in ``text``."""
        return text[self.start : self.end]


class Article(Struct, frozen=True, kw_only=True):
    """One news item as it was read; ``text`` is never altered, ``body`` is what may be annotated.

    ``id`` hashes the url, else a given id, else the path below the root that was read, with the
    record number: an edited article keeps its id. ``source`` is the path or url, ``record`` the
    number inside the file (1 for single-article files). ``published`` is an ISO date, as precise
    as the source states it (2024, 2024-04, 2024-04-13), or None. ``fingerprint`` is a 64-bit
    simhash as 16 hex digits. ``meta`` holds further fields of the source as strings.
    """

    id: str
    source: str
    record: int
    text: str
    body: tuple[TextSpan, ...]
    text_sha256: str
    fingerprint: str
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    meta: dict[str, str] = {}


class Mention(Struct, frozen=True, kw_only=True):
    """One occurrence of a name, or of a word that stands for one (他, 该公司, 知情人士)."""

    id: str
    article: str
    span: TextSpan
    name: str
    type: str | None
    kind: MentionKind
    antecedent: str | None = None
    origin: str
    confidence: float


class Claim(Struct, frozen=True, kw_only=True):
    """A speaker, a cue and a content: ``speaker``, ``about`` and ``via`` are mention ids."""

    id: str
    article: str
    mode: Mode
    speaker: str | None
    speaker_by: str
    cue: TextSpan | None
    content: tuple[TextSpan, ...]
    about: tuple[str, ...] = ()
    about_implicit: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    negated: bool = False
    hedged: bool = False
    said_on: str | None = None
    origin: str
    confidence: float


class Relation(Struct, frozen=True, kw_only=True):
    """A typed tie between two mentions; inside a ``claim`` its speaker asserts it, else the outlet."""

    id: str
    article: str
    type: str
    subject: str
    object: str
    evidence: TextSpan
    claim: str | None = None
    title: str | None = None
    amount: str | None = None
    date: str | None = None
    status: Status = "stated"
    origin: str
    confidence: float


class Judgement(Struct, frozen=True, kw_only=True):
    """A verdict on a pair of referents (or on one record); the ledger only ever grows."""

    seq: int
    left: str
    right: str
    verdict: Verdict
    score: float
    reason: str
    judge: str
    decided_at: str


class Entity(Struct, frozen=True, kw_only=True):
    """A computed view: all referents taken for one person, firm or thing."""

    id: str
    type: str
    name: str
    aliases: tuple[str, ...]
    referents: tuple[str, ...]


class Extraction(Struct, frozen=True, kw_only=True):
    """All records that one article gave, in reading order: what the store keeps in one transaction."""

    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    relations: tuple[Relation, ...] = ()


def article_id(*, url: str | None, given: str | None, path: str, record: int) -> str:
    """The id of an article: from its url, else its given id, else path and record number."""
    if url:
        return digest("article", "url", url)
    if given:
        return digest("article", "given", given)
    return digest("article", "path", path, record)


def mention_id(article: str, span: TextSpan, type_: str | None, kind: MentionKind) -> str:
    """The id of a mention: one a span, type and kind in an article."""
    return digest("mention", article, span.start, span.end, type_ or "", kind)


def claim_id(article: str, cue: TextSpan | None, content: tuple[TextSpan, ...]) -> str:
    """The id of a claim: its cue and its content."""
    cue_key = f"{cue.start}-{cue.end}" if cue else ""
    return digest("claim", article, cue_key, *(f"{span.start}-{span.end}" for span in content))


def relation_id(article: str, type_: str, subject: str, object_: str) -> str:
    """The id of a relation: its type and the two mentions it ties."""
    return digest("relation", article, type_, subject, object_)


def referent_id(article: str, name_key: str) -> str:
    """The id of a referent: all mentions of one normalised name in one article."""
    return digest("referent", article, name_key)
