"""kg evaluate: gold against what is found."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import msgspec
import typer

from kg.cli import options as opt
from kg.cli.progress import Bar
from kg.cli.suite import show_suite
from kg.cli.terminal import json_lines, plural, say

if TYPE_CHECKING:
    from kg.evaluate.rows import GoldRow, PredictedRow

Intervals = Annotated[
    bool, typer.Option("--intervals", help="Figures with 95 % intervals, also by mode and by type.")
]
Resolve = Annotated[
    bool, typer.Option("--resolve", help="B-cubed of the speakers' names instead: is one speaker one name?")
]
Suite = Annotated[
    Literal["public"] | None,
    typer.Option(help="Score public sets instead, beside published figures.", show_default=False),
]
Data = Annotated[
    Path | None,
    typer.Option(metavar="FOLDER", help="Where the public sets of --suite lie.", show_default=False),
]


def evaluate_cli(
    gold: Annotated[
        Path | None, typer.Argument(help="Annotated articles, JSON lines.", show_default=False)
    ] = None,
    texts: opt.Texts = None,
    pred: opt.Pred = None,
    iou: opt.Iou = None,
    format_: opt.Shape = "table",
    model: opt.Model = None,
    names: opt.Names = None,
    min_confidence: opt.MinConfidence = 0.0,
    intervals: Intervals = False,
    resolve: Resolve = False,
    suite: Suite = None,
    data: Data = None,
) -> None:
    """Score what is found in the gold texts: claims, speakers, names, relations."""
    if suite and data and not (gold or resolve):
        show_suite(data, model=model, format_=format_)
    elif gold and not (suite or data):
        score_gold(
            gold,
            texts,
            pred,
            iou=iou,
            format_=format_,
            model=model,
            names=names,
            min_confidence=min_confidence,
            intervals=intervals,
            resolve=resolve,
        )
    else:
        raise typer.BadParameter("give either GOLD, or --suite public with --data FOLDER")


def score_gold(
    gold: Path,
    texts: Path | None,
    pred: Path | None,
    *,
    iou: float | None,
    format_: str,
    model: str | None,
    names: Path | None,
    min_confidence: float,
    intervals: bool,
    resolve: bool,
) -> None:
    """Print the scores of an annotated file."""
    from kg.evaluate.confident import confident
    from kg.evaluate.files import read_gold, read_predictions, read_texts, without_text
    from kg.evaluate.scorer import IOU

    right = read_gold(gold)
    at_hand = read_texts(texts, right) if texts else {}
    missing = without_text(right, at_hand)
    if missing:
        say(f"No text for {plural(len(missing), 'article')} ({missing[0]} …): raw offsets are compared.")
    rows = read_predictions(pred) if pred else predicted(right, at_hand, model=model, names=names)
    found = {key: confident(row, min_confidence) for key, row in rows.items()}
    show = show_intervals if intervals else show_scores
    show(right, found, at_hand, iou=IOU if iou is None else iou, resolve=resolve, format_=format_)


def show_scores(
    gold: "Mapping[str, GoldRow]",
    found: "Mapping[str, PredictedRow]",
    texts: Mapping[str, str],
    *,
    iou: float,
    resolve: bool,
    format_: str,
) -> None:
    """Print the measures of the scorer, or B-cubed."""
    from kg.evaluate import bcubed
    from kg.evaluate.report import lines
    from kg.evaluate.scorer import score

    if resolve:
        grouped = bcubed.bcubed(gold, found, texts, iou)
        put(grouped, bcubed.lines(grouped), format_)
    else:
        scores = score(gold, found, texts, iou)
        put(scores, lines(scores), format_)


def show_intervals(
    gold: "Mapping[str, GoldRow]",
    found: "Mapping[str, PredictedRow]",
    texts: Mapping[str, str],
    *,
    iou: float,
    resolve: bool,
    format_: str,
) -> None:
    """Print the figures with their intervals; JSON holds those too that count nothing."""
    from kg.evaluate import bcubed, bootstrap

    measure = bcubed.intervals if resolve else bootstrap.intervals
    write = bcubed.interval_lines if resolve else bootstrap.lines
    figures = measure(gold, found, texts, iou)
    told = {"articles": len(gold), "intervals": msgspec.to_builtins(figures)}
    put(told, write(figures, articles=len(gold)), format_)


def put(found: object, shown: Iterable[str], format_: str) -> None:
    """Print the figures as JSON, or their lines."""
    print(json_lines(found) if format_ == "json" else "\n".join(shown))


def predicted(
    gold: "Mapping[str, GoldRow]", texts: Mapping[str, str], *, model: str | None, names: Path | None
) -> "dict[str, PredictedRow]":
    """What the model finds in the gold texts."""
    from kg.annotate.pipeline import load
    from kg.run.gold import predict

    bar = Bar()
    bar.say_if_shown("Loading the model …")
    annotator = load(model, names=names)
    with bar.running(lambda: len(gold)):
        return predict(gold, texts, annotator, progress=bar.step)
