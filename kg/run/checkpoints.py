"""A training run's checkpoints scored one after the other, for the run's log."""

import json
import re
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from kg.annotate.pipeline import load
from kg.evaluate.floors import MEASURES, measure
from kg.evaluate.rows import GoldRow
from kg.evaluate.scorer import score
from kg.run.gold import predict
from kg.train.pack import pack
from kg.train.run import ENCODER, RUN

LOG = "scores.jsonl"
_EPOCH = re.compile(r"epoch-(\d+)\.pt")


def score_checkpoints(out: Path, gold: Mapping[str, GoldRow]) -> Iterator[dict[str, float]]:
    """The scores of each epoch's weights on annotated articles, written to the run's log as they come."""
    run = out / RUN
    epochs = sorted(int(match[1]) for path in run.iterdir() if (match := _EPOCH.fullmatch(path.name)))
    with (run / LOG).open("w", encoding="utf-8") as log:
        for epoch in epochs:
            row = {"epoch": epoch, **_scores(run, out / ENCODER, f"epoch-{epoch}.pt", gold)}
            log.write(json.dumps(row) + "\n")
            yield row


def _scores(run: Path, encoder: Path, weights: str, gold: Mapping[str, GoldRow]) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        model = pack(run, encoder=encoder, out=Path(folder), weights=weights)
        scores = score(gold, predict(gold, {}, load(model)))
    found = {name: measure(scores, name) for name in MEASURES}
    return {name: round(value, 4) for name, value in found.items() if value is not None}
