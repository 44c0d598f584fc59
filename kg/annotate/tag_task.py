"""HanLP's tagger for the names of one public set, with lengths that the CPU likes.

An auxiliary task, as PairReading is. Its import path is written into every saved model: do not move it.
"""

import logging
from typing import Any

from hanlp.common.dataset import PadSequenceDataLoader
from hanlp.components.mtl.tasks.ner.tag_ner import TaggingNamedEntityRecognition

from kg.annotate.task import rounded


class NameTagging(TaggingNamedEntityRecognition):  # type: ignore[misc]
    """A linear layer over the encoder for one label scheme; files have a token and its tag a line."""

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
        dataset = self.build_dataset([] if data is None else data, cache=cache, transform=transform)
        dataset.append_transform(self.vocabs)
        dataset.append_transform(rounded)
        dataset.purge_cache()
        if self.vocabs.mutable:
            self.build_vocabs(dataset, logger)
        sampler = self.sampler_builder.build(
            self.compute_lens(data, dataset), shuffle=training, gradient_accumulation=gradient_accumulation
        )
        return PadSequenceDataLoader(batch_sampler=sampler, device=device, dataset=dataset)
