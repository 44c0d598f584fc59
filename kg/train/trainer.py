"""The training loop: HanLP's MultiTaskLearning with checkpoints that a killed run resumes from."""

import json
import logging
import random
import time
from pathlib import Path
from typing import Any

import numpy as np
import torch
import transformers
from hanlp.components.mtl.multi_task_learning import MultiTaskLearning


class AdamW(torch.optim.AdamW):
    """What HanLP expects under ``transformers.optimization.AdamW``, which newer versions lack."""

    def __init__(self, params: Any, no_deprecation_warning: Any = None, **kwargs: Any) -> None:
        super().__init__(params, fused=True, **kwargs)


transformers.optimization.AdamW = AdamW  # type: ignore[attr-defined]

LOG_EVERY = 50  # steps


class NewsTrainer(MultiTaskLearning):  # type: ignore[misc]
    """Trains a fixed number of epochs; after each one weights and state are on disk."""

    def execute_training_loop(
        self,
        trn: Any,
        dev: Any,
        epochs: int,
        criterion: Any,
        optimizer: Any,
        metric: Any,
        save_dir: str,
        logger: logging.Logger,
        devices: Any,
        **kwargs: Any,
    ) -> float:
        folder = Path(save_dir)
        use_bfloat16(self.model.encoder)
        done = self._resume(folder / "state.pt", optimizer)
        loss = 0.0
        for epoch in range(done + 1, epochs + 1):
            seed_all(self.config.seed + epoch)
            for loader in trn.dataloaders.values():  # shuffled in place: begin from the same order
                loader.batch_sampler.batch_indices.sort()
            began = time.monotonic()
            loss = self._epoch(trn, criterion, optimizer, logger)
            seconds = round(time.monotonic() - began)
            self.save_weights(save_dir)
            self.save_weights(save_dir, f"epoch-{epoch}.pt")
            self._save_state(folder / "state.pt", optimizer, epoch)
            with (folder / "log.jsonl").open("a", encoding="utf-8") as log:
                log.write(json.dumps({"epoch": epoch, "loss": round(loss, 4), "seconds": seconds}) + "\n")
        return loss

    def _epoch(self, trn: Any, criterion: Any, optimizer: Any, logger: logging.Logger) -> float:
        """One pass; returns the mean loss."""
        self.model.train()
        steps, schedule, _ = optimizer
        total, tokens, began = 0.0, 0, time.monotonic()
        number = 0
        for number, (task, batch) in enumerate(trn, 1):
            output, _ = self.feed_batch(batch, task)
            loss = self.compute_loss(batch, output[task]["output"], criterion[task], self.tasks[task])
            loss.backward()
            torch.nn.utils.clip_grad_norm_(self.model.parameters(), self.config.grad_norm)
            steps.step()
            steps.zero_grad(set_to_none=True)
            schedule.step()
            total += loss.item()
            tokens += int(batch["token_length"].sum())
            if number % LOG_EVERY == 0:
                pace = tokens / (time.monotonic() - began)
                logger.info(f"step {number}/{len(trn)} loss {total / number:.4f}, {pace:.0f} tokens/s")
        return total / max(number, 1)

    def _resume(self, path: Path, optimizer: Any) -> int:
        """Load the last finished epoch's state; 0 when there is none."""
        if not path.exists():
            return 0
        state = torch.load(path, map_location="cpu", weights_only=True)
        self.model.load_state_dict(state["model"])
        optimizer[0].load_state_dict(state["optimizer"])
        optimizer[1].load_state_dict(state["schedule"])
        return int(state["epoch"])

    def _save_state(self, path: Path, optimizer: Any, epoch: int) -> None:
        state = {
            "model": self.model.state_dict(),
            "optimizer": optimizer[0].state_dict(),
            "schedule": optimizer[1].state_dict(),
            "epoch": epoch,
        }
        part = path.with_suffix(".part")
        torch.save(state, part)
        part.replace(path)


def seed_all(seed: int) -> None:
    """Seed every random source, so that epoch N is the same whether resumed or not."""
    random.seed(seed)
    np.random.seed(seed)
    torch.manual_seed(seed)


def has_bfloat16() -> bool:
    """Whether this processor multiplies bf16 in hardware; elsewhere it is slower than fp32."""
    return bool(torch.cpu._is_avx512_bf16_supported() or torch.cpu._is_amx_tile_supported())


def use_bfloat16(encoder: Any) -> None:
    """Run the encoder in bf16 where the processor has it, entering autocast anew at every forward.

    Around the whole loop it would cache the first weights and never learn.
    """
    if not has_bfloat16():
        return
    plain = encoder.transformer.forward

    def forward(*args: Any, **kwargs: Any) -> Any:
        with torch.autocast("cpu", dtype=torch.bfloat16):
            output = plain(*args, **kwargs)
        output.last_hidden_state = output.last_hidden_state.float()
        return output

    encoder.transformer.forward = forward
