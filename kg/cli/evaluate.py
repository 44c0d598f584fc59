"""kg evaluate: gold against what is found."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import msgspec
import typer

from kg.cli import options as opt
from kg.cli.progress import Bar
from kg.cli.suite import show_suite
from kg.cli.terminal import json_lines, plural, say

if TYPE_CHECKING:
    from kg.evaluate.bootstrap import Figure
    from kg.evaluate.rows import GoldRow, PredictedRow


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
    intervals: Annotated[
        bool, typer.Option("--intervals", help="Figures with 95 % intervals, also by mode and by type.")
    ] = False,
    suite: Annotated[
        Literal["public"] | None,
        typer.Option(help="Score public sets instead, beside published figures.", show_default=False),
    ] = None,
    data: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Where the public sets of --suite lie.", show_default=False),
    ] = None,
) -> None:
    """Score what is found in the gold texts: claims, speakers, names, relations."""
    if suite and data and not gold:
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
) -> None:
    """Print the scores of an annotated file."""
    from kg.evaluate import bootstrap
    from kg.evaluate.confident import confident
    from kg.evaluate.files import read_gold, read_predictions, read_texts, without_text
    from kg.evaluate.report import lines
    from kg.evaluate.scorer import IOU, score

    right = read_gold(gold)
    at_hand = read_texts(texts, right) if texts else {}
    missing = without_text(right, at_hand)
    if missing:
        say(f"No text for {plural(len(missing), 'article')} ({missing[0]} …): raw offsets are compared.")
    rows = read_predictions(pred) if pred else predicted(right, at_hand, model=model, names=names)
    found = {key: confident(row, min_confidence) for key, row in rows.items()}
    overlap = IOU if iou is None else iou
    if intervals:
        show_intervals(bootstrap.intervals(right, found, at_hand, overlap), len(right), format_)
    elif format_ == "json":
        print(json_lines(score(right, found, at_hand, overlap)))
    else:
        print("\n".join(lines(score(right, found, at_hand, overlap))))


def show_intervals(found: "Mapping[str, Figure]", articles: int, format_: str) -> None:
    """Print the figures with their intervals; JSON holds those too that count nothing."""
    from kg.evaluate.bootstrap import lines

    if format_ == "json":
        print(json_lines({"articles": articles, "intervals": msgspec.to_builtins(found)}))
    else:
        print("\n".join(lines(found, articles=articles)))


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
