"""An article's records in the scorer's format: one JSON object an article."""

from collections.abc import Iterable
from typing import Any

from kg.extract.ties.asserted import PASSED_ON, given
from kg.records import Article, Claim, Extraction, Mention, TextSpan


def prediction(article: Article, extraction: Extraction) -> dict[str, Any]:
    """The article's claims, entities and relations; ``id`` is the given id, else the file's stem."""
    mentions = {mention.id: mention for mention in extraction.mentions}
    return {
        "id": article.meta.get("id") or stem(article),
        "claims": [_claim(claim, article, mentions) for claim in extraction.claims],
        "entities": [
            {"span": _pair(mention.span), "type": mention.type, "confidence": mention.confidence}
            for mention in extraction.mentions
            if mention.kind == "name"
        ],
        "relations": [
            {
                "type": "role-of" if relation.type == "role_of" else relation.type,
                "subject": _pair(mentions[relation.subject].span),
                "object": _pair(mentions[relation.object].span),
                "title": relation.title,
                "status": relation.status,
                "confidence": relation.confidence,
            }
            for relation in given(article.text, extraction, asserters=PASSED_ON)
        ],
    }


def canonical(mention: Mention, mentions: dict[str, Mention]) -> str:
    """The name at the end of a mention's antecedents, its line breaks read as blanks."""
    current = mention
    while current.antecedent is not None:
        current = mentions[current.antecedent]
    return " ".join(current.name.split())


def stem(article: Article) -> str:
    """The file name of an article's source without folders and endings."""
    name = article.source.replace("\\", "/").rsplit("/", 1)[-1]
    return name.removesuffix(".gz").rsplit(".", 1)[0]


def _claim(claim: Claim, article: Article, mentions: dict[str, Mention]) -> dict[str, Any]:
    speaker = mentions[claim.speaker] if claim.speaker else None
    return {
        "id": claim.id,
        "speaker": _pair(speaker.span) if speaker else None,
        "canonical": canonical(speaker, mentions) if speaker else "",
        "speaker_by": claim.speaker_by,
        "cue": _pair(claim.cue) if claim.cue else None,
        "content": [_pair(span) for span in claim.content],
        "mode": claim.mode,
        "about": _names((*claim.about, *claim.about_implicit), mentions),
        "about_implicit": _names(claim.about_implicit, mentions),
        "negated": claim.negated,
        "hedged": claim.hedged,
        "via": [mentions[key].name for key in claim.via],
        "confidence": claim.confidence,
    }


def _names(ids: Iterable[str], mentions: dict[str, Mention]) -> list[str]:
    """The names of mentions, each once."""
    return list(dict.fromkeys(mentions[key].name for key in ids))


def _pair(span: TextSpan) -> list[int]:
    return [span.start, span.end]
