"""Line breaks for Chinese mixed with Latin, by columns: a Chinese character takes two."""

import re
from collections.abc import Iterator

from rich.cells import cell_len, chop_cells

OPENING = "“‘（《〈【「『［"
CLOSING = "”’）》〉】」』］，。、；：！？…,.;!?%"
# What stays together: a run of Latin letters and digits (up to a slash, so that paths break well, and
# without the offsets at its end), or one character, with the punctuation that may not be parted from
# it (“Sora，).
RUN = r"(?:(?!:\d+-\d+$)[!-.0-~\u00a1-\u024f])+/?"
UNIT = re.compile(rf"[{OPENING}]*(?::\d+-\d+$|{RUN}|\S)[{CLOSING}]*|\s+")


def wrap(text: str, width: int) -> list[str]:
    """Lines of at most ``width`` columns (2 or more); a Latin word is cut only if longer than a line."""
    return [line for paragraph in text.splitlines() for line in _lines(paragraph, width)] or [""]


def _lines(paragraph: str, width: int) -> Iterator[str]:
    line, used = "", 0
    for unit in UNIT.findall(paragraph):
        columns = cell_len(unit)
        if used + columns <= width:
            line, used = line + unit, used + columns
            continue
        if line.strip():
            yield line.rstrip()
        *full, line = chop_cells(unit.strip(), width) or [""]
        yield from full
        used = cell_len(line)
    yield line.rstrip()
