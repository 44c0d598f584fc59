"""The task that reads names, cues, speakers and contents inside HanLP's MultiTaskLearning.

Its import path is written into every saved model: do not move it.
"""

import json
import logging
from collections.abc import Callable, Iterator
from typing import Any

import torch
from hanlp.common.dataset import PadSequenceDataLoader, TransformableDataset
from hanlp.components.mtl.tasks import Task
from hanlp.metrics.f1 import F1
from hanlp_common.util import merge_locals_kwargs
from torch import Tensor, nn

from kg.annotate.decode import Prediction, found, predict
from kg.annotate.findings import WindowFindings
from kg.annotate.heads import NewsHeads, Rows
from kg.annotate.labels import ROLE_LABELS
from kg.annotate.tokens import is_line_end, is_sentence_end

IGNORE = -100
PIECES = 16  # every new shape costs the CPU a new kernel: lengths in steps of 16


class NewsDataset(TransformableDataset):  # type: ignore[misc]
    """Windows from a JSON lines file, or as given."""

    def load_file(self, filepath: str) -> Iterator[dict[str, Any]]:
        with open(filepath, encoding="utf-8") as lines:
            for line in lines:
                yield json.loads(line)


def counters(sample: dict[str, Any]) -> dict[str, Any]:
    """Add the running number of sentence and paragraph of every token, and round the length up."""
    sentence = paragraph = 0
    sentences, paragraphs = [], []
    for form in sample["token"]:
        sentences.append(sentence)
        paragraphs.append(paragraph)
        sentence += is_sentence_end(form)
        paragraph += is_line_end(form)
    sample["sentence_id"], sample["paragraph_id"] = sentences, paragraphs
    ids = sample["token_input_ids"]
    sample["token_input_ids"] = list(ids) + [0] * (-len(ids) % PIECES)
    return sample


class NewsReading(Task):  # type: ignore[misc]
    """Names, reporting cues, and for each cue its speaker, its content and its source's name."""

    def __init__(
        self,
        trn: str | None = None,
        dev: str | None = None,
        sampler_builder: Any = None,
        lr: float = 1e-3,
        hidden: int = 256,
        rank: int = 48,
        dropout: float = 0.2,
        content_cost: float = 2.0,
        source_weight: float = 0.5,
        **kwargs: Any,
    ) -> None:
        super().__init__(**merge_locals_kwargs(locals(), kwargs))
        self.hidden, self.rank, self.dropout = hidden, rank, dropout
        self.content_cost, self.source_weight = content_cost, source_weight

    def build_dataloader(
        self,
        data: Any,
        transform: Any = None,
        training: bool = False,
        device: Any = None,
        logger: logging.Logger | None = None,
        cache: bool = False,
        gradient_accumulation: int = 1,
        **kwargs: Any,
    ) -> PadSequenceDataLoader:
        dataset = NewsDataset([] if data is None else data, transform=transform, cache=cache)
        dataset.append_transform(counters)
        dataset.purge_cache()
        lengths = self.compute_lens(data, dataset)
        sampler = self.sampler_builder.build(
            lengths, shuffle=training, gradient_accumulation=gradient_accumulation
        )
        pads = {"name_id": IGNORE, "cue_id": IGNORE}
        return PadSequenceDataLoader(batch_sampler=sampler, device=device, dataset=dataset, pad=pads)

    def build_model(self, encoder_size: int, training: bool = True, **kwargs: Any) -> nn.Module:
        return NewsHeads(encoder_size, hidden=self.hidden, rank=self.rank, dropout=self.dropout)

    def feed_batch(
        self, h: Tensor, batch: dict[str, Any], mask: Tensor, decoder: NewsHeads
    ) -> dict[str, Any]:
        names, cues = decoder.tag(h)
        output: dict[str, Any] = {"names": names, "cues": cues, "h": h}
        if decoder.training:
            rows = gold_rows(batch)
            output["roles"] = decoder.roles(h, rows, batch["sentence_id"], batch["paragraph_id"])
        return output

    def build_criterion(self, **kwargs: Any) -> Callable[..., Tensor]:
        return nn.functional.cross_entropy

    def compute_loss(self, batch: dict[str, Any], output: dict[str, Any], criterion: Any) -> Tensor:
        """Mean over names plus mean over cues, and while training the mean over the gold cues' rows."""
        names, cues = output["names"].flatten(0, 1), output["cues"].flatten(0, 1)
        loss: Tensor = criterion(names, batch["name_id"].flatten(), ignore_index=IGNORE)
        loss = loss + criterion(cues, batch["cue_id"].flatten(), ignore_index=IGNORE)
        if "roles" in output and output["roles"].size(0):
            length = output["roles"].size(1)
            gold = _padded(batch["roles"], length)
            loss = loss + criterion(
                output["roles"][..., :ROLE_LABELS].flatten(0, 1), gold.flatten(), ignore_index=IGNORE
            )
            loss = loss + self.source_weight * _source_loss(
                output["roles"][..., ROLE_LABELS], _padded(batch["source"], length)
            )
        return loss

    def decode_output(
        self, output: dict[str, Any], mask: Tensor, batch: dict[str, Any], decoder: NewsHeads, **kwargs: Any
    ) -> Prediction:
        def roles(rows: Rows) -> Tensor:
            return decoder.roles(output["h"], rows, batch["sentence_id"], batch["paragraph_id"])

        return predict(output["names"], output["cues"], mask, roles, content_cost=self.content_cost)

    def build_metric(self, **kwargs: Any) -> F1:
        return F1()

    def update_metrics(
        self, batch: dict[str, Any], output: dict[str, Any], prediction: Prediction, metric: F1
    ) -> None:
        """Counts cues alone: the claims are scored on whole articles, outside HanLP."""
        for number, gold in enumerate(batch["cue_spans"]):
            cues = {(start, end) for start, end, _ in prediction.cues[number]}
            metric(cues, {tuple(span) for span in gold})

    def input_is_flat(self, data: Any) -> bool:
        return bool(data) and isinstance(data[0], str)

    def prediction_to_result(self, prediction: Prediction, batch: dict[str, Any]) -> list[WindowFindings]:
        return found(prediction, batch["token_length"].tolist())

    def predict(self, *args: Any, **kwargs: Any) -> Any:
        raise TypeError("predict with the whole model, not with one of its tasks")


def gold_rows(batch: dict[str, Any]) -> Rows:
    """The gold cues of a batch, window by window."""
    spans = [(window, *span) for window, cues in enumerate(batch["cue_spans"]) for span in cues]
    columns = torch.tensor(spans, dtype=torch.long).reshape(-1, 3)
    return Rows(columns[:, 0], columns[:, 1], columns[:, 2] - 1)


def _padded(rows: list[list[list[int]]], length: int) -> Tensor:
    """The label rows of all windows below each other, [R, length]."""
    flat = [row for window in rows for row in window]
    out = torch.full((len(flat), length), IGNORE, dtype=torch.long)
    for number, row in enumerate(flat):
        out[number, : len(row)] = torch.tensor(row)
    return out


def _source_loss(logits: Tensor, gold: Tensor) -> Tensor:
    """Binary loss over the tokens of names; zero when no name stands in the batch."""
    keep = gold != IGNORE
    if not bool(keep.any()):
        return logits.sum() * 0.0
    return nn.functional.binary_cross_entropy_with_logits(logits[keep], gold[keep].float())
