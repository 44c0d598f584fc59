"""Ties between names: what the annotator found, with title, status, amount, date and who asserts it."""

import re
from collections.abc import Iterator, Sequence

from kg.extract.book import MentionBook
from kg.extract.found import Name, Tie
from kg.extract.ties.amount import amount
from kg.extract.ties.asserted import holder
from kg.extract.ties.date import date
from kg.extract.ties.evidence import between, evidence, hull
from kg.extract.ties.status import status
from kg.extract.ties.title import title
from kg.names import name_key
from kg.records import Article, Claim, Relation, TextSpan, relation_id
from kg.schema import schema

TIE_CHANCE = 0.35  # best F1 of a sweep over the select articles
OFFICES = ("role_of", "founder")  # ties that have a title
_ROW = re.compile(r"[\s、和与及以]*")  # what joins the names of a row
NEAR = 40  # characters: 周见山是星图汽车的创始人，也是首席执行官


def relations(
    article: Article,
    ties: Sequence[Tie],
    names: Sequence[Name],
    claims: Sequence[Claim],
    book: MentionBook,
) -> Iterator[Relation]:
    """Each pair of names once for a type, where the annotator is surest of it, in reading order.

    An office stands with who holds it: 周见山和青禾科技首席执行官林晓岚 says nothing of him and 青禾科技.
    """
    text = article.text
    found = [(tie, _office(text, tie, names)) for tie in _surest(ties, names)]
    held = {office: names[tie.subject] for tie, office in found if office and _abuts(tie, office, names)}
    for tie, office in found:
        who = held.get(office) if office else None
        if who is None or _is_among(text, names[tie.subject], who):
            yield _relation(article, tie, office, names, claims, book)


def _surest(ties: Sequence[Tie], names: Sequence[Name]) -> list[Tie]:
    """The ties that are sure enough and that may be; of one pair and type the surest, the first of equals."""
    best: dict[tuple[str, frozenset[str]], Tie] = {}
    for tie in ties:
        pair = frozenset((name_key(names[tie.subject].text), name_key(names[tie.object].text)))
        types = names[tie.subject].type, names[tie.object].type
        if tie.confidence < TIE_CHANCE or len(pair) == 1 or not schema().allows(tie.type, *types):
            continue
        known = best.get((tie.type, pair))
        if known is None or tie.confidence > known.confidence:
            best[tie.type, pair] = tie
    return sorted(best.values(), key=lambda tie: (_place(tie, names), tie.type))


def _place(tie: Tie, names: Sequence[Name]) -> TextSpan:
    return hull(names[tie.subject].span, names[tie.object].span)


def _office(text: str, tie: Tie, names: Sequence[Name]) -> TextSpan | None:
    """The title of a tie that has one."""
    if tie.type not in OFFICES:
        return None
    ends = names[tie.subject].span, names[tie.object].span
    return title(text, *ends, names, founder=tie.type == "founder")


def _abuts(tie: Tie, office: TextSpan, names: Sequence[Name]) -> bool:
    """Whether organisation, office and person stand in one word: 青禾科技首席执行官林晓岚."""
    return names[tie.object].span.end == office.start and office.end == names[tie.subject].span.start


def _is_among(text: str, person: Name, holder: Name) -> bool:
    """Whether a person is the holder of an office, or named in one row with them: 创始人周见山、林晓岚."""
    if person.text == holder.text:
        return True
    start, end = between(person.span, holder.span)
    return _ROW.fullmatch(text, start, end) is not None


def _relation(
    article: Article,
    tie: Tie,
    office: TextSpan | None,
    names: Sequence[Name],
    claims: Sequence[Claim],
    book: MentionBook,
) -> Relation:
    text, subject, object_ = article.text, names[tie.subject].span, names[tie.object].span
    near = office is not None and _is_near(office, subject, object_)
    proof = evidence(text, subject, object_, *([office] if office and near else []))
    held = holder(claims, subject, object_)
    how = status(text, subject, object_, proof, tie.type, title=office)
    paid = amount(text, subject, object_, tie.type)
    mentions = book.of_name[tie.subject], book.of_name[tie.object]
    return Relation(
        id=relation_id(article.id, tie.type, mentions[0].id, mentions[1].id),
        article=article.id,
        type=tie.type,
        subject=mentions[0].id,
        object=mentions[1].id,
        evidence=proof,
        claim=held.id if held else None,
        title=office.of(text) if office else None,
        amount=paid.of(text) if paid else None,
        date=date(text, subject, object_, tie.type, published=article.published, ahead=how == "planned"),
        status=how,
        origin=book.origin,
        confidence=round(tie.confidence, 3),
    )


def _is_near(office: TextSpan, subject: TextSpan, object_: TextSpan) -> bool:
    """Whether a title stands in or beside the pair, so that the evidence may hold it too."""
    pair = hull(subject, object_)
    return office.start <= pair.end + NEAR and pair.start <= office.end + NEAR
