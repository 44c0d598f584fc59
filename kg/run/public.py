"""The names that the whole pipeline finds in texts, with the labels that public sets know."""

from collections.abc import Callable, Sequence

from kg.annotate.pipeline import Annotator
from kg.evaluate.public import Span, in_common
from kg.evaluate.rows import EntityRow, GoldRow
from kg.run.gold import predict


def common_names(
    texts: Sequence[str], annotator: Annotator, *, progress: Callable[[str], None] | None = None
) -> list[list[Span]]:
    """Persons, organisations and places of each text as PER, ORG and LOC; each text is an article."""
    articles = {str(number): GoldRow(id=str(number), text=text) for number, text in enumerate(texts)}
    found = predict(articles, {}, annotator, progress=progress)
    rows = (found[key].get("entities") if key in found else None for key in articles)
    return [common_spans(row or []) for row in rows]


def common_spans(entities: Sequence[EntityRow]) -> list[Span]:
    """The names of one article, of gold or found, that have a label in common."""
    return list(in_common((*entity["span"], entity.get("type") or "") for entity in entities))
