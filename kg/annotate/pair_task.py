"""How two companies of a sentence stand to each other, with the labels of a public set (FinRE).

An auxiliary task: it lifts the encoder while training, and shows what the encoder knows on the
set's own test. Its import path is written into every saved model: do not move it.
"""

from collections.abc import Callable, Sequence
from typing import Any

import torch
from hanlp.components.mtl.tasks import Task
from hanlp.metrics.accuracy import CategoricalAccuracy
from hanlp_common.util import merge_locals_kwargs
from torch import Tensor, nn

from kg.annotate.batches import Batches


class PairHead(nn.Module):
    """First and last token of both names, and the strongest signs of the whole sentence."""

    def __init__(self, size: int, labels: int, *, hidden: int = 192, dropout: float = 0.3) -> None:
        super().__init__()
        self.dropout = nn.Dropout(dropout)
        self.ends = nn.Linear(4 * size, hidden)
        self.words = nn.Linear(size, hidden)
        self.mix = nn.Linear(hidden, hidden)
        self.out = nn.Linear(hidden, labels)

    def forward(self, h: Tensor, mask: Tensor, ends: Tensor) -> Tensor:
        """Logits [B, labels] for ends [B, 4]: first and last token of the one and of the other name."""
        h = self.dropout(h)
        row = torch.arange(h.size(0)).unsqueeze(1)
        x = self.ends(h[row, ends].flatten(1))
        words = self.words(h).masked_fill(~mask.unsqueeze(2), -1e4).amax(1)
        x = nn.functional.gelu(x + self.mix(nn.functional.gelu(words)))
        logits: Tensor = self.out(self.dropout(x))
        return logits


class PairReading(Batches, Task):  # type: ignore[misc]
    """One label for a sentence with two marked names."""

    def __init__(
        self,
        labels: Sequence[str] = (),
        trn: str | None = None,
        dev: str | None = None,
        sampler_builder: Any = None,
        lr: float = 1e-3,
        **kwargs: Any,
    ) -> None:
        super().__init__(**merge_locals_kwargs(locals(), kwargs))
        self.labels = list(labels)

    def build_model(self, encoder_size: int, training: bool = True, **kwargs: Any) -> nn.Module:
        return PairHead(encoder_size, len(self.labels))

    def feed_batch(self, h: Tensor, batch: dict[str, Any], mask: Tensor, decoder: PairHead) -> Tensor:
        logits: Tensor = decoder(h, mask, torch.tensor(batch["ends"], dtype=torch.long))
        return logits

    def build_criterion(self, **kwargs: Any) -> Callable[..., Tensor]:
        return nn.functional.cross_entropy

    def compute_loss(self, batch: dict[str, Any], output: Tensor, criterion: Any) -> Tensor:
        loss: Tensor = criterion(output, torch.tensor(batch["relation"], dtype=torch.long))
        return loss

    def decode_output(
        self, output: Tensor, mask: Tensor, batch: dict[str, Any], decoder: PairHead, **kwargs: Any
    ) -> list[int]:
        best: list[int] = output.argmax(-1).tolist()
        return best

    def build_metric(self, **kwargs: Any) -> CategoricalAccuracy:
        return CategoricalAccuracy()

    def update_metrics(
        self, batch: dict[str, Any], output: Tensor, prediction: list[int], metric: CategoricalAccuracy
    ) -> None:
        metric(output, torch.tensor(batch["relation"], dtype=torch.long))

    def input_is_flat(self, data: Any) -> bool:
        return isinstance(data, dict)

    def prediction_to_result(self, prediction: list[int], batch: dict[str, Any]) -> list[str]:
        return [self.labels[index] for index in prediction]

    def predict(self, *args: Any, **kwargs: Any) -> Any:
        raise TypeError("predict with the whole model, not with one of its tasks")
