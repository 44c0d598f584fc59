"""Reading articles into a store: skip what has not changed, replace what has, lose nothing."""

from collections.abc import Callable, Iterable

import msgspec
from msgspec import Struct

from kg.annotate.naming import origins
from kg.annotate.pipeline import Annotator
from kg.extract import EXTRACTOR_VERSION
from kg.extract.article import extract
from kg.extract.calibrate import calibrated, read_calibration
from kg.readers.problem import Problem
from kg.records import Article, Extraction
from kg.store import Store

Progress = Callable[[Article, str], None]


class BuildSummary(Struct):
    """What one build did; ``problems`` are the files and records that could not be read."""

    read: int = 0
    added: int = 0
    replaced: int = 0
    unchanged: int = 0
    mentions: int = 0
    claims: int = 0
    relations: int = 0
    problems: list[Problem] = []


def build(
    store: Store,
    items: Iterable[Article | Problem],
    annotator: Annotator,
    *,
    options: str = "",
    progress: Progress | None = None,
) -> BuildSummary:
    """Put every article into the store, one transaction each; problems are kept for the end."""
    summary = BuildSummary(problems=[])
    run: int | None = None
    for item in items:
        if isinstance(item, Problem):
            summary.problems.append(item)
            continue
        summary.read += 1
        if store.is_current(item, model_hash=annotator.model_hash, extractor=EXTRACTOR_VERSION):
            summary.unchanged += 1
            outcome = "unchanged"
        else:
            if run is None:
                run = store.begin_run(
                    model=annotator.model,
                    model_hash=annotator.model_hash,
                    extractor=EXTRACTOR_VERSION,
                    options=options,
                )
            outcome = _put(store, item, annotator, run, summary)
        if progress:
            progress(item, outcome)
    return summary


def read_records(annotator: Annotator, article: Article) -> Extraction:
    """The records of one article; a mention's origin is who named it, where that was not our model."""
    doc = annotator(article)
    extraction = extract(doc, article, origin=annotator.model)
    named_by = origins(doc)
    mentions = tuple(
        msgspec.structs.replace(mention, origin=named_by[mention.span])
        if mention.kind == "name" and mention.span in named_by
        else mention
        for mention in extraction.mentions
    )
    named = msgspec.structs.replace(extraction, mentions=mentions)
    # last, with the model's own origin: a user's names are sure, whatever the model would make of them
    return calibrated(named, doc, read_calibration(annotator.folder), origin=annotator.model)


def _put(store: Store, article: Article, annotator: Annotator, run: int, summary: BuildSummary) -> str:
    extraction = read_records(annotator, article)
    known = store.article(article.id) is not None
    store.put(article, extraction, run=run)
    summary.added += not known
    summary.replaced += known
    summary.mentions += len(extraction.mentions)
    summary.claims += len(extraction.claims)
    summary.relations += len(extraction.relations)
    return "replaced" if known else "added"
