"""The training loop: HanLP's MultiTaskLearning with checkpoints that a killed run resumes from."""

import json
import logging
import random
import time
from collections.abc import Callable, Mapping
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

Batch = tuple[str, dict[str, Any]]
Material = Callable[[int], Mapping[str, Path]]  # the files of an epoch, one a task


class NewsTrainer(MultiTaskLearning):  # type: ignore[misc]
    """Trains a fixed number of epochs, each on its own files; after each one all is on disk."""

    def __init__(self, material: Material | None = None, start: Path | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.material, self.start = material, start

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
        if self.start is not None:
            logger.info(f"{warm_start(self.model, self.start)} weights taken from {self.start.name}")
        done = self._resume(folder / "state.pt", optimizer[0])
        loss = 0.0
        for epoch in range(done + 1, epochs + 1):
            seed_all(self.config.seed + epoch)
            batches = self._batches(epoch, logger)
            began = time.monotonic()
            losses = self._epoch(batches, epoch, criterion, optimizer[0], logger)
            seconds = round(time.monotonic() - began)
            self.save_weights(save_dir)
            self.save_weights(save_dir, f"epoch-{epoch}.pt")
            self._save_state(folder / "state.pt", optimizer[0], epoch)
            row = {"epoch": epoch, "seconds": seconds, "loss": losses}
            with (folder / "log.jsonl").open("a", encoding="utf-8") as log:
                log.write(json.dumps(row) + "\n")
            loss = losses["news"]
        return loss

    def _batches(self, epoch: int, logger: logging.Logger) -> list[Batch]:
        """All batches of an epoch, the tasks mixed at random."""
        for name, path in (self.material(epoch) if self.material else {}).items():
            self.tasks[name].trn = str(path)
        loaders = self.build_dataloader("trn", 0, shuffle=True, logger=logger).dataloaders
        batches = [(name, batch) for name, loader in loaders.items() for batch in loader]
        random.shuffle(batches)
        return batches

    def _epoch(
        self, batches: list[Batch], epoch: int, criterion: Any, optimizer: Any, logger: logging.Logger
    ) -> dict[str, float]:
        """One pass; returns the mean loss of each task."""
        self.model.train()
        total: dict[str, float] = {}
        count: dict[str, int] = {}
        tokens, began = 0, time.monotonic()
        for number, (task, batch) in enumerate(batches, 1):
            progress = (epoch - 1 + number / len(batches)) / self.config.epochs
            set_rate(optimizer, progress, warmup=self.config.warmup_steps)
            output, _ = self.feed_batch(batch, task)
            loss = self.compute_loss(batch, output[task]["output"], criterion[task], self.tasks[task])
            loss.backward()
            torch.nn.utils.clip_grad_norm_(self.model.parameters(), self.config.grad_norm)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            total[task] = total.get(task, 0.0) + loss.item()
            count[task] = count.get(task, 0) + 1
            tokens += int(batch["token_length"].sum())
            if number % LOG_EVERY == 0:
                means = ", ".join(f"{name} {total[name] / count[name]:.3f}" for name in sorted(total))
                pace = tokens / (time.monotonic() - began)
                logger.info(f"epoch {epoch}, step {number}/{len(batches)}: {means}; {pace:.0f} tokens/s")
        return {name: round(total[name] / count[name], 4) for name in sorted(total)}

    def _resume(self, path: Path, optimizer: Any) -> int:
        """Load the last finished epoch's state; 0 when there is none."""
        if not path.exists():
            return 0
        state = torch.load(path, map_location="cpu", weights_only=True)
        self.model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        return int(state["epoch"])

    def _save_state(self, path: Path, optimizer: Any, epoch: int) -> None:
        state = {
            "model": self.model.state_dict(),
            "optimizer": optimizer.state_dict(),
            "epoch": epoch,
        }
        part = path.with_suffix(".part")
        torch.save(state, part)
        part.replace(path)


def set_rate(optimizer: Any, progress: float, *, warmup: float) -> None:
    """Learning rates at this part of the run: up during ``warmup``, then down to zero, both linear."""
    factor = min(progress / warmup, (1 - progress) / (1 - warmup))
    for group in optimizer.param_groups:
        group["lr"] = group["initial_lr"] * max(factor, 0.0)


def warm_start(model: torch.nn.Module, folder: Path) -> int:
    """Take over every weight of a packed model that has its place here; returns how many."""
    known = model.state_dict()
    saved = torch.load(folder / "model.pt", map_location="cpu", weights_only=True)
    fitting = {
        name: value.float()
        for name, value in saved.items()
        if name in known and known[name].shape == value.shape
    }
    model.load_state_dict(fitting, strict=False)
    return len(fitting)


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
