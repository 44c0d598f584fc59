"""What is compared of an article, a claim and a tie: what is said, not how sure a model was of it."""

from collections.abc import Iterable, Mapping

from kg.query.changes import Facts
from kg.records import Article, Claim, Mention, Relation, TextSpan

SURE = 1.0  # the confidence of what a person accepted, or gave as a list of names

Mentions = Mapping[str, Mention]


def article_facts(article: Article) -> Facts:
    """Where it comes from, and its text as a digest."""
    return {
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published,
        "url": article.url,
        "source": article.source,
        "text_sha256": article.text_sha256,
    }


def claim_facts(claim: Claim, article: Article, mentions: Mentions) -> Facts:
    """Who said what; names as the article has them, since entities are compared by themselves."""
    return {
        "content": " … ".join(span.of(article.text) for span in claim.content),
        "cue": claim.cue.of(article.text) if claim.cue else None,
        "speaker": _name(claim.speaker, mentions),
        "about": _names(claim.about, mentions),
        "about_implicit": _names(claim.about_implicit, mentions),
        "via": _names(claim.via, mentions),
        "mode": claim.mode,
        "said_on": claim.said_on,
        "negated": claim.negated,
        "hedged": claim.hedged,
        "sure": claim.confidence == SURE,
        "place": _place(claim.content),
    }


def tie_facts(tie: Relation, article: Article, mentions: Mentions) -> Facts:
    """What is tied to what, and where the article states it."""
    return {
        "type": tie.type,
        "subject": _name(tie.subject, mentions),
        "object": _name(tie.object, mentions),
        "evidence": tie.evidence.of(article.text),
        "title": tie.title,
        "amount": tie.amount,
        "date": tie.date,
        "status": tie.status,
        "sure": tie.confidence == SURE,
        "place": _place((tie.evidence,)),
    }


def _name(mention: str | None, mentions: Mentions) -> str | None:
    """The name at the end of a mention's antecedents: 张三 for 他."""
    found = mentions.get(mention) if mention else None
    while found and found.antecedent and found.antecedent in mentions:  # one that was rejected is not
        found = mentions[found.antecedent]
    return found.name if found else None


def _names(ids: Iterable[str], mentions: Mentions) -> tuple[str, ...]:
    """The names, each once, in alphabetical order."""
    return tuple(sorted({name for id_ in ids if (name := _name(id_, mentions))}))


def _place(spans: Iterable[TextSpan]) -> str:
    return " ".join(f"{span.start}-{span.end}" for span in spans)
