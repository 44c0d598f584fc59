"""Figures that others published for the public sets, from published.yaml beside this module."""

from pathlib import Path

import msgspec
import yaml
from msgspec import Struct

TABLE = Path(__file__).with_suffix(".yaml")


class Published(Struct, frozen=True, forbid_unknown_fields=True):
    """A figure with the part of the set it is of, and where it stands; unchecked where quoted from memory."""

    set: str
    part: str
    measure: str
    system: str
    value: float
    source: str
    is_checked: bool = True


def published(name: str) -> tuple[Published, ...]:
    """What was published for a set, in the order of the table; nothing for an unknown set."""
    rows = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    return tuple(row for row in msgspec.convert(rows, list[Published]) if row.set == name)
