"""The parts of the training loop."""

import random
from pathlib import Path

import numpy as np
import pytest
import torch

from kg.train.trainer import seed_all, set_rate, warm_start


@pytest.mark.parametrize(
    ("progress", "factor"), [(0.0, 0.0), (0.05, 0.5), (0.1, 1.0), (0.55, 0.5), (1.0, 0.0), (1.1, 0.0)]
)
def test_rates_go_up_and_then_down_to_zero(progress: float, factor: float) -> None:
    optimizer = torch.optim.SGD(torch.nn.Linear(2, 2).parameters(), lr=1.0)
    optimizer.param_groups[0]["initial_lr"] = 4.0
    set_rate(optimizer, progress, warmup=0.1)
    assert optimizer.param_groups[0]["lr"] == pytest.approx(4.0 * factor)


def model(labels: int, **more: torch.nn.Module) -> torch.nn.ModuleDict:
    return torch.nn.ModuleDict({"encoder": torch.nn.Linear(3, 4), "head": torch.nn.Linear(4, labels), **more})


def packed(state: dict[str, torch.Tensor], folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    torch.save({name: value.half() for name, value in state.items()}, folder / "model.pt")
    return folder


def test_a_warm_start_takes_what_fits_and_leaves_the_rest(tmp_path: Path) -> None:
    old, new = model(5, gone=torch.nn.Linear(2, 2)), model(7, fresh=torch.nn.Linear(2, 2))
    before = {name: value.clone() for name, value in new.state_dict().items()}
    assert warm_start(new, packed(old.state_dict(), tmp_path)) == 2
    after = new.state_dict()
    for name in ("encoder.weight", "encoder.bias"):
        assert torch.equal(after[name], old.state_dict()[name].half().float())
    for name in ("head.weight", "head.bias", "fresh.weight"):
        assert torch.equal(after[name], before[name])
    assert all(value.dtype == torch.float32 for value in after.values())


def test_a_seed_settles_every_draw() -> None:
    def draws() -> tuple[float, float, float]:
        return random.random(), float(np.random.rand()), float(torch.rand(()))  # noqa: S311

    seed_all(7)
    first = draws()
    assert draws() != first
    seed_all(7)
    assert draws() == first
