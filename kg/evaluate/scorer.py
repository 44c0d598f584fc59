"""Scores "who said what about whom" predictions against gold, as micro averages.

content exact    content spans equal after trimming (main reading, not the alternative)
content overlap  1-to-1 matching, character IoU >= threshold (main or alternative reading)
speaker|matched  canonical speaker right among overlap matches
full claim       content overlap and speaker right
about|matched    about names within overlap matches; end-to-end: over all claims
entity strict / span, relation: only articles with "entities_annotated": true

With a text, edge quotes, 。，：…, blanks and ** are trimmed off contents before comparing, and
relations are compared by the strings of their arguments; without a text raw offsets are compared.
A prediction for an article that is not in gold is ignored; a missing article counts as empty.
"""

from collections.abc import Mapping, Sequence

from kg.evaluate.compare import exact_matches, matches, norm, norms, same_speaker, touch
from kg.evaluate.rows import (
    ClaimRow,
    EntityRow,
    GoldClaimRow,
    GoldRow,
    PredictedRow,
    RelationRow,
    Span,
)
from kg.evaluate.tally import ModeCount, Scores, Tally

IOU = 0.8  # 价格可能会涨 against 价格可能会上涨: 6 of 7 characters shared still match

RelationKey = tuple[str, str | Span, str | Span]

# Other tools' names of our types; role_of is how the project itself writes role-of.
TYPES = {
    "per": "person",
    "people": "person",
    "org": "organisation",
    "organization": "organisation",
    "corp": "company",
    "gov": "government",
    "loc": "place",
    "location": "place",
    "gpe": "place",
    "title": "position",
    "book": "work",
    "role_of": "role-of",
}


def score(
    gold: Mapping[str, GoldRow],
    pred: Mapping[str, PredictedRow],
    texts: Mapping[str, str] | None = None,
    iou: float = IOU,
) -> Scores:
    """All measures of `pred` over the gold articles; `texts` serves gold without its text."""
    tally = Tally()
    for article, row in gold.items():
        answer: PredictedRow = pred.get(article, {"id": article})
        count_article(tally, row, answer, text_of(article, row, texts), iou=iou)
    return results(tally, articles=len(gold))


def text_of(article: str, row: GoldRow, texts: Mapping[str, str] | None) -> str | None:
    """The text of a gold article: its own, else the one of its id; None if there is neither."""
    text = row.get("text")
    return (texts or {}).get(article) if text is None else text


def count_article(
    tally: Tally, row: GoldRow, answer: PredictedRow, text: str | None, *, iou: float = IOU
) -> None:
    """Add one article; its names and relations only if gold has them."""
    count_claims(tally, row.get("claims", []), answer.get("claims") or [], text, iou_min=iou)
    if row.get("entities_annotated"):
        count_entities(tally, row["entities"], answer.get("entities") or [])
        tally.relation.add_sets(
            predicted={relation_key(it, text) for it in answer.get("relations") or []},
            gold={relation_key(it, text) for it in row.get("relations", [])},
        )


def count_claims(
    tally: Tally,
    gold: Sequence[GoldClaimRow],
    predicted: Sequence[ClaimRow],
    text: str | None,
    *,
    iou_min: float,
) -> None:
    """Add the claims of one article."""
    chosen = matches(gold, predicted, text, iou_min=iou_min)
    right = {i for i, j in chosen.items() if same_speaker(gold[i], predicted[j])}
    sizes = {"pred": len(predicted), "gold": len(gold)}
    tally.exact.add(tp=exact_matches(gold, predicted, text), **sizes)
    tally.overlap.add(tp=len(chosen), **sizes)
    tally.full.add(tp=len(right), **sizes)
    tally.speaker += len(right)
    for i, j in chosen.items():
        count_match(tally, gold[i], predicted[j])
    tally.about.add(
        tp=0,
        pred=sum(len(norms(claim.get("about"))) for claim in predicted),
        gold=sum(len(norms(claim.get("about"))) for claim in gold),
    )
    for i, claim in enumerate(gold):
        mode = tally.modes.setdefault(claim["mode"], ModeCount())
        mode.gold += 1
        mode.found += i in chosen
        mode.full += i in right


def count_match(tally: Tally, gold: GoldClaimRow, claim: ClaimRow) -> None:
    """Add what a matched pair of claims agrees on."""
    speakers = gold.get("speaker"), claim.get("speaker")
    tally.cue += touch(gold.get("cue"), claim.get("cue"))
    tally.speaker_span += touch(*speakers) or not any(speakers)
    tally.mode += gold.get("mode") == claim.get("mode")
    right, answered = norms(gold.get("about")), norms(claim.get("about"))
    tally.about_matched.add_sets(predicted=answered, gold=right)
    tally.about.tp += len(right & answered)
    for overlap, is_so, says_so in (
        (tally.negated, bool(gold.get("negated")), bool(claim.get("negated"))),
        (tally.hedged, bool(gold.get("hedged")), bool(claim.get("hedged"))),
    ):
        overlap.add(tp=is_so and says_so, pred=says_so, gold=is_so)


def count_entities(tally: Tally, gold: Sequence[EntityRow], predicted: Sequence[EntityRow]) -> None:
    """Add the mentions of one article, with and without their types."""
    right = {entity_key(it) for it in gold}
    answered = {entity_key(it) for it in predicted}
    tally.entity_strict.add_sets(predicted=answered, gold=right)
    tally.entity_span.add_sets(predicted={key[:2] for key in answered}, gold={key[:2] for key in right})


def entity_key(entity: EntityRow) -> tuple[int, int, str]:
    """Start, end and type of a mention."""
    return entity["span"][0], entity["span"][1], type_name(entity.get("type"))


def type_name(name: str | None) -> str:
    """The type as the gold files write it; None gives ""."""
    lower = (name or "").lower()
    return TYPES.get(lower, lower)


def relation_key(relation: RelationRow, text: str | None) -> RelationKey:
    """Type and both arguments; the arguments by their words if the text is there."""
    return (
        type_name(relation["type"]),
        argument(relation.get("subject"), relation.get("subject_text"), text),
        argument(relation.get("object"), relation.get("object_text"), text),
    )


def argument(span: Span | None, words: str | None, text: str | None) -> str | Span:
    """An argument by its words in the text, else by its offsets, else by the words given."""
    if text is not None and span:
        return norm(text[span[0] : span[1]])
    return (span[0], span[1]) if span else norm(words)


def results(tally: Tally, *, articles: int) -> Scores:
    """The measures in the order of the report."""
    return {
        "articles": articles,
        "content exact": tally.exact.ratios(),
        "content overlap": tally.overlap.ratios(),
        "full claim": tally.full.ratios(),
        "about|matched": tally.about_matched.ratios(),
        "about end-to-end": tally.about.ratios(),
        "negated|matched": tally.negated.ratios(),
        "hedged|matched": tally.hedged.ratios(),
        "entity strict": tally.entity_strict.ratios(),
        "entity span": tally.entity_span.ratios(),
        "relation": tally.relation.ratios(),
        "speaker|matched": tally.share(tally.speaker),
        "speaker span|matched": tally.share(tally.speaker_span),
        "cue|matched": tally.share(tally.cue),
        "mode|matched": tally.share(tally.mode),
        "by mode": {mode: count.ratios() for mode, count in sorted(tally.modes.items())},
    }
