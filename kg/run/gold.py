"""Annotating the texts of a gold file, as `kg evaluate` does."""

from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import cast

from kg.annotate.pipeline import Annotator
from kg.evaluate.rows import GoldRow, PredictedRow
from kg.records import Article, TextSpan, article_id
from kg.run.build import read_records
from kg.run.prediction import prediction
from kg.text import fingerprint


def predict(
    gold: Mapping[str, GoldRow],
    texts: Mapping[str, str],
    annotator: Annotator,
    *,
    progress: Callable[[str], None] | None = None,
) -> dict[str, PredictedRow]:
    """What kg finds in each gold article's text; an article without a text gives nothing."""
    found: dict[str, PredictedRow] = {}
    for key, row in gold.items():
        text = row.get("text") or texts.get(key)
        if text:
            article = plain_article(key, text)
            found[key] = cast(PredictedRow, prediction(article, read_records(annotator, article)))
        if progress:
            progress(key)
    return found


def plain_article(key: str, text: str) -> Article:
    """An article of nothing but its text, all of it body."""
    return Article(
        id=article_id(url=None, given=key, path="", record=1),
        source=key,
        record=1,
        text=text,
        body=(TextSpan(0, len(text)),),
        text_sha256=sha256(text.encode()).hexdigest(),
        fingerprint=fingerprint(text),
        meta={"id": key},
    )
