"""HanLP's tagger for the names of one public set.

An auxiliary task, as PairReading is. Its import path is written into every saved model: do not move it.
"""

import logging
from typing import Any

from hanlp.common.dataset import TransformableDataset
from hanlp.components.mtl.tasks.ner.tag_ner import TaggingNamedEntityRecognition

from kg.annotate.batches import Batches


class NameTagging(Batches, TaggingNamedEntityRecognition):  # type: ignore[misc]
    """A linear layer over the encoder for one label scheme; files have a token and its tag a line."""

    def dataset(self, data: Any, *, transform: Any, cache: bool) -> TransformableDataset:
        found = self.build_dataset(data, cache=cache, transform=transform)
        found.append_transform(self.vocabs)
        return found

    def learn_labels(self, dataset: TransformableDataset, logger: logging.Logger | None) -> None:
        if self.vocabs.mutable:
            self.build_vocabs(dataset, logger)
