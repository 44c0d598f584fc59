"""Records for tests in three letters: article, mention, claim, relation, with ids as in earnest."""

from hashlib import sha256

from kg.records import (
    Article,
    Claim,
    Extraction,
    Mention,
    MentionKind,
    Mode,
    Relation,
    Status,
    TextSpan,
    article_id,
    claim_id,
    mention_id,
    relation_id,
)
from kg.text import fingerprint

TEXT = (
    "张三表示，青禾科技的“禾苗”大模型还不成熟。他还说，明年会更好。"
    "青禾科技首席执行官李四回应称，产品已经可用。"
)


def art(text: str = TEXT, *, source: str = "甲报/0413.txt", record: int = 1, **fields: object) -> Article:
    """An article from its text; ``fields`` are further fields of the record (url, outlet, published …)."""
    url = fields.get("url")
    values = {
        "id": article_id(url=str(url) if url else None, given=None, path=source, record=record),
        "source": source,
        "record": record,
        "text": text,
        "body": (TextSpan(0, len(text)),) if text else (),
        "text_sha256": sha256(text.encode()).hexdigest(),
        "fingerprint": fingerprint(text),
        "title": "青禾科技发布大模型",
        "outlet": "甲报",
        "published": "2024-04-13",
    }
    return Article(**{**values, **fields})  # type: ignore[arg-type]


def spn(article: Article, words: str, *, nth: int = 0) -> TextSpan:
    """Where the words stand in the article; ``nth`` counts further occurrences from 0."""
    start = -1
    for _ in range(nth + 1):
        start = article.text.index(words, start + 1)
    return TextSpan(start, start + len(words))


def men(
    article: Article,
    words: str,
    type_: str | None = None,
    *,
    nth: int = 0,
    kind: MentionKind = "name",
    antecedent: Mention | None = None,
    confidence: float = 0.9,
) -> Mention:
    """A mention of the words where they stand in the article."""
    span = spn(article, words, nth=nth)
    return Mention(
        id=mention_id(article.id, span, type_, kind),
        article=article.id,
        span=span,
        name=words,
        type=type_,
        kind=kind,
        antecedent=antecedent.id if antecedent else None,
        origin="test",
        confidence=confidence,
    )


def clm(
    article: Article,
    speaker: Mention | None,
    cue: str | None,
    *contents: str,
    mode: Mode = "indirect",
    about: tuple[Mention, ...] = (),
    about_implicit: tuple[Mention, ...] = (),
    via: tuple[Mention, ...] = (),
    negated: bool = False,
    hedged: bool = False,
    said_on: str | None = None,
    confidence: float = 0.8,
) -> Claim:
    """A claim: the cue and each piece of the content where they first stand in the article."""
    cue_span = spn(article, cue) if cue else None
    content = tuple(spn(article, words) for words in contents)
    return Claim(
        id=claim_id(article.id, cue_span, content),
        article=article.id,
        mode=mode,
        speaker=speaker.id if speaker else None,
        speaker_by="test",
        cue=cue_span,
        content=content,
        about=tuple(mention.id for mention in about),
        about_implicit=tuple(mention.id for mention in about_implicit),
        via=tuple(mention.id for mention in via),
        negated=negated,
        hedged=hedged,
        said_on=said_on,
        origin="test",
        confidence=confidence,
    )


def rel(
    article: Article,
    type_: str,
    subject: Mention,
    object_: Mention,
    evidence: str,
    *,
    claim: Claim | None = None,
    title: str | None = None,
    status: Status = "stated",
    date: str | None = None,
    amount: str | None = None,
    confidence: float = 0.7,
) -> Relation:
    """A relation between two mentions, with the words that state it."""
    return Relation(
        id=relation_id(article.id, type_, subject.id, object_.id),
        article=article.id,
        type=type_,
        subject=subject.id,
        object=object_.id,
        evidence=spn(article, evidence),
        claim=claim.id if claim else None,
        title=title,
        status=status,
        date=date,
        amount=amount,
        origin="test",
        confidence=confidence,
    )


def ext(article: Article | None = None) -> Extraction:
    """What the text of ``TEXT`` gives: three claims, with a pronoun and a role, and one relation."""
    article = article or art()
    zhang, firm = men(article, "张三", "person"), men(article, "青禾科技", "company")
    product = men(article, "禾苗", "product")
    he = men(article, "他", kind="pronoun", antecedent=zhang)
    again, chief = men(article, "青禾科技", "company", nth=1), men(article, "首席执行官", "position")
    li = men(article, "李四", "person")
    first = clm(article, zhang, "表示", "青禾科技的“禾苗”大模型还不成熟", about=(firm, product), negated=True)
    second = clm(article, he, "说", "明年会更好", about_implicit=(product,), hedged=True)
    third = clm(article, li, "回应称", "产品已经可用", about_implicit=(product,))
    role = rel(article, "role_of", li, again, "青禾科技首席执行官李四", title="首席执行官")
    return Extraction(
        mentions=(zhang, firm, product, he, again, chief, li),
        claims=(first, second, third),
        relations=(role,),
    )
