"""Cells that no spreadsheet runs: an apostrophe stands before what it would take for a formula."""

import re

GUARD = "'"

# What starts a formula in Excel, LibreOffice or Google Sheets (=HYPERLINK(…), +1, -1, @SUM), the full-width
# forms that a Chinese Excel takes for the same, and what they pass over before it: blanks, signs without
# width. A tab, a line end or NUL at the start shifts the rest into a cell of its own. The guard itself is
# in it so that every guard can be taken away again.
HOT = re.compile("[\t\r\n\0']|[\\s\ufeff\u200b-\u200f\u202a-\u202e\u2060-\u2069]*[=+\\-@＝＋－＠]")


def defused(text: str) -> str:
    """The text, with an apostrophe before it if a spreadsheet may run it or if it begins with one."""
    return GUARD + text if HOT.match(text) else text


def restored(cell: str) -> str:
    """The text that was defused: the cell without its first apostrophe, if it begins with one."""
    return cell.removeprefix(GUARD)
