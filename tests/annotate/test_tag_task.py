"""The tagger of the public sets in the lengths that the CPU likes."""

import logging
from pathlib import Path
from typing import Any

import torch
from hanlp.common.dataset import SortingSamplerBuilder
from hanlp.common.transform import VocabDict

from kg.annotate.batches import PIECES
from kg.annotate.tag_task import NameTagging


def encoded(sample: dict[str, Any]) -> dict[str, Any]:
    """What the encoder's tokenizer adds: here an id a character."""
    sample["token_input_ids"] = [ord(form) for form in sample["token"]]
    return sample


def test_batches_have_tags_and_round_lengths(tmp_path: Path) -> None:
    path = tmp_path / "trn.tsv"
    rows = [("林", "B-PER"), ("晓", "I-PER"), ("岚", "I-PER"), ("来", "O"), ("了", "O")]
    path.write_text("".join(f"{form}\t{tag}\n" for form, tag in rows) + "\n", encoding="utf-8")
    task = NameTagging(tagging_scheme="BIO", sampler_builder=SortingSamplerBuilder(batch_max_tokens=99))
    task.vocabs = VocabDict()
    loader = task.build_dataloader(
        str(path), transform=[encoded], training=True, device=torch.device("cpu"), logger=logging.getLogger()
    )
    (batch,) = list(loader)
    assert len(batch["token_input_ids"][0]) == PIECES
    assert {"B-PER", "I-PER", "O"} <= set(task.vocabs["tag"].idx_to_token)
