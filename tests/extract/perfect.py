"""What a perfect model would find in a gold article."""

from collections.abc import Iterable
from typing import Any

from spacy.tokens import Doc

from kg.annotate.findings import Choices, CueFound, Findings, NameFound, TieFound
from kg.annotate.labels import TIE_TYPES
from kg.annotate.pipeline import CharacterTokenizer
from kg.annotate.tokens import Places, token_spans
from kg.annotate.write import write_layers
from kg.train.sheet import Sheet, SheetClaim, sheet
from tests.extract.reading import NLP

SURE, UNLIKELY = 0.9, 0.01


def perfect_doc(row: dict[str, Any]) -> Doc:
    """The Doc of a gold article as a perfect model would fill it."""
    doc = CharacterTokenizer(NLP.vocab)(row["text"])
    write_layers(doc, perfect(row))
    return doc


def perfect(row: dict[str, Any]) -> Findings:
    """The gold names, claims and ties of an article as findings."""
    gold = sheet(row)
    places, length = Places(token_spans(gold.text)), len(token_spans(gold.text))
    names = [NameFound(*places.tokens(name.start, name.end), name.type, SURE) for name in gold.names]
    cues = [cue(claim, gold_claim, names, places, length) for claim, gold_claim in _claims(row, gold)]
    ties = [tie(names, *it) for it in gold.ties]
    return Findings(tuple(names), tuple(sorted(cues, key=lambda found: found.start)), tuple(ties))


def _claims(row: dict[str, Any], gold: Sheet) -> Iterable[tuple[dict[str, Any], SheetClaim]]:
    return zip((claim for claim in row["claims"] if claim["cue"]), gold.claims, strict=True)


def cue(
    claim: dict[str, Any], gold: SheetClaim, names: list[NameFound], places: Places, length: int
) -> CueFound:
    def chances(indices: Iterable[int]) -> tuple[float, ...]:
        values = [0.0] * length
        for index in indices:
            for token in range(names[index].start, names[index].end):
                values[token] = SURE
        return tuple(values)

    about = tuple(max(chance, UNLIKELY) for chance in chances(gold.about))
    start, end = places.tokens(*claim["cue"])
    return CueFound(
        start=start,
        end=end,
        confidence=SURE,
        speaker=places.tokens(*claim["speaker"]) if claim["speaker"] else None,
        speaker_confidence=SURE,
        content=tuple(places.tokens(*span) for span in claim["content"]),
        content_confidence=SURE,
        negated=float(gold.negated),
        hedged=float(gold.hedged),
        choices=Choices(chances(gold.sources), chances(gold.implicit), about),
    )


def tie(names: list[NameFound], left: int, right: int, label: int) -> TieFound:
    type_, reverse = divmod(label, 2)
    ends = [(names[index].start, names[index].end) for index in (left, right)]
    return TieFound(ends[0], ends[1], TIE_TYPES[type_], not reverse, SURE)
