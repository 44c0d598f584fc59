"""Batches of samples for HanLP's training and reading, with lengths that the CPU likes."""

import json
import logging
from collections.abc import Iterator
from typing import Any, ClassVar

from hanlp.common.dataset import PadSequenceDataLoader, TransformableDataset

PIECES = 16  # every new shape costs the CPU a new kernel: lengths in steps of 16


class WindowDataset(TransformableDataset):  # type: ignore[misc]
    """Windows from a JSON lines file, or as given."""

    def load_file(self, filepath: str) -> Iterator[dict[str, Any]]:
        with open(filepath, encoding="utf-8") as lines:
            for line in lines:
                yield json.loads(line)


class Batches:
    """The loader of a task: what HanLP asks every task for, said once.

    ``pads`` are what fills up the fields that are not padded with 0.
    """

    pads: ClassVar[dict[str, int]] = {}

    def dataset(self, data: Any, *, transform: Any, cache: bool) -> TransformableDataset:
        """The samples of a file, or as given; tasks add what they need to each."""
        return WindowDataset(data, transform=transform, cache=cache)

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
        """HanLP's loader over the rounded samples, sorted by length; empty where there is no data."""
        dataset = self.dataset([] if data is None else data, transform=transform, cache=cache)
        dataset.append_transform(rounded)
        dataset.purge_cache()
        self.learn_labels(dataset, logger)
        task: Any = self
        sampler = task.sampler_builder.build(
            task.compute_lens(data, dataset), shuffle=training, gradient_accumulation=gradient_accumulation
        )
        return PadSequenceDataLoader(batch_sampler=sampler, device=device, dataset=dataset, pad=self.pads)

    def learn_labels(self, dataset: TransformableDataset, logger: logging.Logger | None) -> None:
        """What a task whose labels are not fixed takes from its samples; nothing here."""


def rounded(sample: dict[str, Any]) -> dict[str, Any]:
    """Round the length of the encoder's input up."""
    ids = sample["token_input_ids"]
    sample["token_input_ids"] = list(ids) + [0] * (-len(ids) % PIECES)
    return sample
