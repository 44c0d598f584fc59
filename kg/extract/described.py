"""Whom a description means that does not point back: 报道 is the paper's, 法官 whoever holds the office."""

import re

from kg.extract.antecedents import NEAR, NO_PERSON, Heard
from kg.extract.full_names import PEOPLE
from kg.records import Mention, TextSpan

_REPORT = re.compile("(?:该|这篇|上述)?报道")
# offices of which a story has one: 法官 is 法官林晓岚; two lawyers may well stand in one
_OFFICE = re.compile("(?:法官|裁判官|审判长|检察官|[市镇县州省村区]长|总统|首相|总理)$")
# whom one article cites again and again, each time others: 一名知情人士 … 知情人士
_ANYBODY = re.compile(
    "知情人士|消息人士|法院|[书稿]$"
    "|^(?:网友|网民|专家|业内人士|观众|用户|消费者|市民|投资者|学者|分析人士|分析师|家长)$"
)
SHORTEST = 2  # characters of a description that says who it is: 客服


def described(phrase: str, span: TextSpan, text: str, heard: Heard) -> Mention | None:
    """Who stands behind a description: a paper, a person, or whoever was described before; else None."""
    if _REPORT.fullmatch(phrase):
        return _paper(span, heard)
    return _holder(phrase, text, heard) or _told_more_fully(phrase, heard)


def _paper(span: TextSpan, heard: Heard) -> Mention | None:
    """The medium that spoke last; None if another one is named since."""
    last = next((mention for mention in reversed(heard.earlier) if mention.type == "media"), None)
    if last is None or span.start - last.span.end > NEAR:
        return None
    since = {
        name.text
        for name in heard.names
        if name.type == "media" and last.span.end <= name.span.start < span.start
    }
    return last if since <= {last.name} else None


def _holder(phrase: str, text: str, heard: Heard) -> Mention | None:
    """The one person of the article before whose name the office stands."""
    if not _OFFICE.search(phrase):
        return None
    holders = {
        holder.name: holder
        for index, name in enumerate(heard.names)
        if name.type in PEOPLE and text.endswith(phrase, 0, name.span.start)
        for holder in (heard.bearer(index),)
    }
    return next(iter(holders.values())) if len(holders) == 1 else None


def _told_more_fully(phrase: str, heard: Heard) -> Mention | None:
    """Who spoke last, if that was a description that ends in this one: 青禾客服 … 客服."""
    if len(phrase) < SHORTEST or not heard.earlier or NO_PERSON.search(phrase) or _ANYBODY.search(phrase):
        return None
    last = heard.earlier[-1]
    is_same = last.kind == "unnamed" and last.name.endswith(phrase) and last.name != phrase
    return last if is_same else None
