"""kg evaluate: gold against what is found."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options as opt
from kg.cli.progress import Bar
from kg.cli.terminal import json_lines, plural, say

if TYPE_CHECKING:
    from kg.evaluate.rows import GoldRow, PredictedRow


def evaluate_cli(
    gold: Annotated[Path, typer.Argument(help="Annotated articles, JSON lines.")],
    texts: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Folder of ID.txt for gold without texts.", show_default=False),
    ] = None,
    pred: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Score these instead of annotating.", show_default=False),
    ] = None,
    iou: Annotated[
        float | None, typer.Option(min=0.0, max=1.0, help="Overlap that makes a match; by default 0.8.")
    ] = None,
    format_: opt.Shape = "table",
    model: opt.Model = None,
) -> None:
    """Score what is found in the gold texts: claims, speakers, names, relations."""
    from kg.evaluate.files import read_gold, read_predictions, read_texts, without_text
    from kg.evaluate.report import lines
    from kg.evaluate.scorer import IOU, score

    right = read_gold(gold)
    at_hand = read_texts(texts, right) if texts else {}
    missing = without_text(right, at_hand)
    if missing:
        say(f"No text for {plural(len(missing), 'article')} ({missing[0]} …): raw offsets are compared.")
    found = read_predictions(pred) if pred else predicted(right, at_hand, model=model)
    scores = score(right, found, at_hand, IOU if iou is None else iou)
    if format_ == "json":
        print(json_lines(scores))
    else:
        print("\n".join(lines(scores)))


def predicted(
    gold: "Mapping[str, GoldRow]", texts: Mapping[str, str], *, model: Path | None
) -> "dict[str, PredictedRow]":
    """What the model finds in the gold texts."""
    from kg.annotate.pipeline import load
    from kg.run.gold import predict

    bar = Bar()
    bar.say_if_shown("Loading the model …")
    annotator = load(model)
    with bar.running(lambda: len(gold)):
        return predict(gold, texts, annotator, progress=bar.step)
