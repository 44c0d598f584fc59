"""The files that a training run reads: news windows of every epoch, and a share of the public sets."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from kg.errors import ReadError
from kg.evaluate.rows import GoldRow
from kg.train.auxiliary import tie_sheets, write_pairs, write_tagged
from kg.train.pools import name_lists
from kg.train.samples import write_epoch
from kg.train.sets import TAGGED, finre, has
from kg.train.sheet import sheet
from kg.train.swap import pools

Row = TypeVar("Row")


class Material:
    """Writes each epoch's files into ``out``: all news cut anew, and one part in ``share`` of each set."""

    def __init__(
        self, gold: Iterable[GoldRow], out: Path, *, data: Path | None, settings: dict[str, Any]
    ) -> None:
        self.out, self.share, self.seed = out, settings["share"], settings["seed"]
        self.news = [sheet(dict(row)) for row in gold]
        self.names: list[str] = []
        self.tagged, self.pairs, self.ties = {}, [], []
        lists: dict[str, list[str]] = {}
        if data is not None:
            self.names = [name for name in settings["sets"] if has(data, name)]
            if not self.names:
                raise ReadError(f"{data}: none of the sets {', '.join(settings['sets'])} is here")
            self.tagged = {name: list(TAGGED[name](data, "train")) for name in self.names if name in TAGGED}
            self.pairs = list(finre(data, "train")) if "finre" in self.names else []
            self.ties = list(tie_sheets(data))
            lists = name_lists(self.tagged, data)
        self.pools = pools(self.news, lists)
        self.relations = sorted({pair.relation for pair in self.pairs})

    def whole(self, name: str) -> Path:
        """All of a set, from which its labels are learned; of the news the first epoch."""
        return self._write(name, self.out / f"{name}-whole", epoch=1, step=1)

    def of_epoch(self, epoch: int) -> dict[str, Path]:
        """The files of one epoch, one a task; they replace those of the epoch before."""
        return {
            name: self._write(name, self.out / f"{name}-epoch", epoch=epoch, step=self.share)
            for name in ["news", *self.names]
        }

    def _write(self, name: str, path: Path, *, epoch: int, step: int) -> Path:
        if name == "news":
            ties = part_of(self.ties, epoch, self.share)
            write_epoch([*self.news, *ties], path, epoch=epoch, seed=self.seed, pools=self.pools)
        elif name == "finre":
            write_pairs(part_of(self.pairs, epoch, step), self.relations, path)
        else:
            write_tagged(part_of(self.tagged[name], epoch, step), path)
        return path


def part_of(rows: Sequence[Row], epoch: int, share: int) -> Sequence[Row]:
    """The part of a set that an epoch reads; all of one that is too small to be shared out."""
    return rows[epoch % share :: share] or rows
