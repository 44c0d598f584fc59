"""Ties between names that stand beside each other: roles with their titles, and founders."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from kg.extract.book import MentionBook
from kg.extract.found import Name
from kg.records import Article, Claim, Relation, TextSpan, relation_id

EMPLOYERS = ("company", "organisation", "government", "media")
JOINED = re.compile(r"[\s、（）()/·&*]*(?:的|兼任?|和|及|暨|与)?[\s、（）()/·&*]*")  # 董事长兼CEO
GAP = 8  # characters between organisation and title: 智谱AI（北京）CEO
FOUNDER = re.compile("创始|创办|(?i:founder)")
FORMER = re.compile("前|原|时任|曾任")
WORTH = 0.9  # a tie read off the order of names is a little less sure than the names


class Role(Struct, frozen=True):
    """A person with a title at an organisation, as indices of names; ``span`` is the evidence."""

    person: int
    employer: int
    title: TextSpan
    span: TextSpan


def relations(
    article: Article, names: Sequence[Name], claims: Sequence[Claim], book: MentionBook
) -> Iterator[Relation]:
    """role_of, and founder where the title says so; each pair and type once, where it first stands."""
    seen: set[tuple[str, str, str]] = set()
    for role in roles(names, article.text):
        title = role.title.of(article.text)
        types = ["role_of", "founder"] if FOUNDER.search(title) else ["role_of"]
        for type_ in types:
            key = (type_, names[role.person].text, names[role.employer].text)
            if key not in seen:
                seen.add(key)
                yield _relation(article, role, type_, title, names, claims, book)


def _relation(
    article: Article,
    role: Role,
    type_: str,
    title: str,
    names: Sequence[Name],
    claims: Sequence[Claim],
    book: MentionBook,
) -> Relation:
    subject, object_ = book.of_name[role.person], book.of_name[role.employer]
    sure = min(names[role.person].confidence, names[role.employer].confidence) * WORTH
    before = article.text[max(0, names[role.employer].span.start - 2) : names[role.employer].span.start]
    return Relation(
        id=relation_id(article.id, type_, subject.id, object_.id),
        article=article.id,
        type=type_,
        subject=subject.id,
        object=object_.id,
        evidence=role.span,
        claim=_asserted_in(role.span, claims),
        title=title,
        status="former" if FORMER.search(before + title[:2]) and type_ == "role_of" else "stated",
        origin=book.origin,
        confidence=round(sure, 3),
    )


def roles(names: Sequence[Name], text: str) -> Iterator[Role]:
    """Organisation, title and person in a row: 360集团创始人周鸿祎, or 周鸿祎，360集团创始人."""
    for index, name in enumerate(names):
        if name.type not in EMPLOYERS:
            continue
        titles = _titles(names, index, text)
        if not titles:
            continue
        title = TextSpan(names[titles[0]].span.start, names[titles[-1]].span.end)
        person = _person(names, index, titles[-1], text)
        if person is not None:
            ends = [name.span, title, names[person].span]
            span = TextSpan(min(part.start for part in ends), max(part.end for part in ends))
            yield Role(person, index, title, span)


def _titles(names: Sequence[Name], employer: int, text: str) -> list[int]:
    """The positions that follow an organisation, joined by 兼 or 、."""
    found: list[int] = []
    last = names[employer].span.end
    for index in range(employer + 1, len(names)):
        name, between = names[index], text[last : names[index].span.start]
        near = len(between) <= GAP and not re.search("[，。；：！？\n]", between)
        if name.type != "position" or not (JOINED.fullmatch(between) if found else near):
            break
        found.append(index)
        last = name.span.end
    return found


def _person(names: Sequence[Name], employer: int, title: int, text: str) -> int | None:
    """The person behind the title, else the one before the organisation (周鸿祎，360创始人 / 周鸿祎是…)."""
    after = title + 1
    if after < len(names) and names[after].type == "person":
        between = text[names[title].span.end : names[after].span.start]
        if re.fullmatch(r"[\s）)：:*“”]*(?:的)?", between):
            return after
    before = employer - 1
    if before >= 0 and names[before].type == "person":
        between = text[names[before].span.end : names[employer].span.start]
        if re.fullmatch(r"[\s（(，,]*(?:是|为|担任|出任|现任|系|曾任|作为)?[\s*]*", between) and between:
            return before
    return None


def _asserted_in(span: TextSpan, claims: Sequence[Claim]) -> str | None:
    """The innermost claim whose content holds the evidence: then its speaker asserts the tie."""
    holding = [
        claim
        for claim in claims
        if any(part.start <= span.start and span.end <= part.end for part in claim.content)
    ]
    smallest = min(holding, key=lambda claim: sum(p.end - p.start for p in claim.content), default=None)
    return smallest.id if smallest else None
