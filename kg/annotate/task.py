"""The task that reads names, cues, speakers, contents and ties inside HanLP's MultiTaskLearning.

Its import path is written into every saved model: do not move it.
"""

from collections.abc import Callable
from typing import Any, ClassVar

from hanlp.common.dataset import TransformableDataset
from hanlp.components.mtl.tasks import Task
from hanlp.metrics.f1 import F1
from hanlp_common.util import merge_locals_kwargs
from torch import Tensor, nn

from kg.annotate.batches import Batches
from kg.annotate.decode import Prediction, found, predict
from kg.annotate.findings import WindowFindings
from kg.annotate.heads import Counters, NewsHeads
from kg.annotate.losses import IGNORE, News, news_loss
from kg.annotate.tokens import is_line_end, is_sentence_end

OPENS, CLOSES = "「『", "」』"


def counters(sample: dict[str, Any]) -> dict[str, Any]:
    """Add to every token the running number of its sentence and paragraph, and whether it is quoted."""
    sentence = paragraph = 0
    sentences, paragraphs = [], []
    for form in sample["token"]:
        sentences.append(sentence)
        paragraphs.append(paragraph)
        sentence += is_sentence_end(form)
        paragraph += is_line_end(form)
    sample["sentence_id"], sample["paragraph_id"] = sentences, paragraphs
    sample["quoted_id"] = quoted(sample["token"])
    return sample


def quoted(forms: list[str]) -> list[int]:
    """1 for every token inside quotation marks, nested ones too; a window may begin or end inside them."""
    row = [0] * len(forms)
    depth = _open_before(forms)
    for index, form in enumerate(forms):
        depth += form in OPENS
        row[index] = int(depth > 0)
        depth -= form in CLOSES and depth > 0
    return row


def _open_before(forms: list[str]) -> int:
    """How many quotation marks close that no one of the window opened."""
    depth = lowest = 0
    for form in forms:
        depth += (form in OPENS) - (form in CLOSES)
        lowest = min(lowest, depth)
    return -lowest


class NewsReading(Batches, Task):  # type: ignore[misc]
    """Names, reporting cues, for each cue its speaker, content and source, and the ties of names."""

    pads: ClassVar[dict[str, int]] = {"name_id": IGNORE, "cue_id": IGNORE}

    def __init__(
        self,
        trn: str | None = None,
        dev: str | None = None,
        sampler_builder: Any = None,
        lr: float = 1e-3,
        hidden: int = 256,
        rank: int = 48,
        dropout: float = 0.2,
        content_cost: float = 3.5,
        **kwargs: Any,
    ) -> None:
        super().__init__(**merge_locals_kwargs(locals(), kwargs))
        self.hidden, self.rank, self.dropout = hidden, rank, dropout
        self.content_cost = content_cost

    def dataset(self, data: Any, *, transform: Any, cache: bool) -> TransformableDataset:
        found = super().dataset(data, transform=transform, cache=cache)
        found.append_transform(counters)
        return found

    def build_model(self, encoder_size: int, training: bool = True, **kwargs: Any) -> nn.Module:
        return NewsHeads(encoder_size, hidden=self.hidden, rank=self.rank, dropout=self.dropout)

    def feed_batch(
        self, h: Tensor, batch: dict[str, Any], mask: Tensor, decoder: NewsHeads
    ) -> dict[str, Any]:
        """While training the losses need the heads; else they run when the output is decoded."""
        return {"h": h, "heads": decoder}

    def build_criterion(self, **kwargs: Any) -> Callable[..., Tensor]:
        return nn.functional.cross_entropy

    def compute_loss(self, batch: dict[str, Any], output: dict[str, Any], criterion: Any) -> Tensor:
        return news_loss(output["h"], output["heads"], News.of(batch), token_counters(batch))

    def decode_output(
        self, output: dict[str, Any], mask: Tensor, batch: dict[str, Any], decoder: NewsHeads, **kwargs: Any
    ) -> Prediction:
        return predict(output["h"], mask, token_counters(batch), decoder, content_cost=self.content_cost)

    def build_metric(self, **kwargs: Any) -> F1:
        return F1()

    def update_metrics(
        self, batch: dict[str, Any], output: dict[str, Any], prediction: Prediction, metric: F1
    ) -> None:
        """Counts cues alone: the claims are scored on whole articles, outside HanLP."""
        for number, gold in enumerate(batch["cue_spans"]):
            cues = {(cue.start, cue.end) for cue in prediction.cues[number]}
            metric(cues, {tuple(span) for span in gold})

    def input_is_flat(self, data: Any) -> bool:
        return bool(data) and isinstance(data[0], str)

    def prediction_to_result(self, prediction: Prediction, batch: dict[str, Any]) -> list[WindowFindings]:
        return found(prediction)

    def predict(self, *args: Any, **kwargs: Any) -> Any:
        raise TypeError("predict with the whole model, not with one of its tasks")


def token_counters(batch: dict[str, Any]) -> Counters:
    """The running numbers of a batch."""
    return Counters(batch["sentence_id"], batch["paragraph_id"], batch["quoted_id"])
