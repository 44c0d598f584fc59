"""Rows of answers as tables: columns wrapped for Chinese, whole texts, nothing cut off."""

from collections.abc import Iterable, Iterator, Sequence

from rich import box
from rich.cells import cell_len
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from kg.cli.terminal import visible
from kg.cli.wrap import wrap
from kg.query.rows import ArticleRow, RelationRow, SaidRow

GAP = 2  # columns between two columns
SHOWN_ID = 8  # hex digits: enough to tell a thousand claims apart with kg show
NARROWEST = 24  # twelve Chinese characters: where the widest column would have less, there are no columns
PUBLISHED = " p"  # beside a date that is only the day of publication
# what a column other than the widest may take: 2024-04-13 p · 21世纪经济报道 · 奥特曼 (他) · file:start-end
CAPS = {"Date": 12, "Outlet": 14, "Speaker": 18, "Place": 30, "Relation": 26, "Articles": 40}

Row = Sequence[Text]


def table(
    headings: Sequence[str], rows: Iterable[Row], *, width: int, widest: str, is_spaced: bool = True
) -> RenderableType:
    """A table of the given width; the ``widest`` column takes what the others leave.

    ``is_spaced`` puts a blank line between rows, for cells of several lines.
    """
    body = list(rows)
    widths = [
        min(CAPS.get(heading, width), max(cell_len(line) for line in _lines(heading, body, number)))
        for number, heading in enumerate(headings)
    ]
    place = list(headings).index(widest)
    left = width - sum(widths) + widths[place] - GAP * (len(headings) - 1)
    if left < NARROWEST:
        return stacked(body, width=width)
    widths[place] = left
    # one column of each gap is the box's own
    found = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, GAP - 1, 0, 0))
    found.leading = int(is_spaced)
    for heading, columns in zip(headings, widths, strict=True):
        found.add_column(heading, width=columns)
    for row in body:
        found.add_row(*(wrapped(cell, columns) for cell, columns in zip(row, widths, strict=True)))
    return found


def stacked(rows: Iterable[Row], *, width: int) -> Text:
    """The cells one below the other, for narrow terminals."""
    blocks = (Text("\n").join(wrapped(cell, width) for cell in row if cell.plain) for row in rows)
    return Text("\n\n").join(blocks)


def _lines(heading: str, rows: Sequence[Row], number: int) -> Iterator[str]:
    yield heading
    for row in rows:
        yield from row[number].plain.splitlines()


def wrapped(cell: Text, width: int) -> Text:
    """The cell broken into lines; the style of its last line is kept apart (mode, marks)."""
    lines = [
        Text(line, style=part.style)
        for part in cell.split("\n", allow_blank=True)
        for line in wrap(part.plain, width)
    ]
    return Text("\n").join(lines)


def said_table(rows: Iterable[SaidRow], *, width: int) -> RenderableType:
    """Claims: date, outlet, speaker, what was said, place."""
    headings = ("Date", "Outlet", "Speaker", "What was said", "Place")
    return table(headings, map(said_cells, rows), width=width, widest="What was said")


def said_cells(row: SaidRow) -> Row:
    """The five cells of a claim."""
    return (
        plain(when(row)),
        plain(row.outlet or "–"),
        plain(speaker(row), "bold"),
        lines((row.passage.marked() if row.passage else row.content, ""), (marks(row), "dim")),
        plain(place(row), "cyan"),
    )


def when(row: SaidRow) -> str:
    """The date, marked if only that of publication."""
    return f"{row.date or '–'}{PUBLISHED if row.date_is_published else ''}"


def speaker(row: SaidRow) -> str:
    """The canonical name, and how the text has it if otherwise: 张鹏 (他)."""
    name, written = row.speaker, row.speaker_as_written
    return name or written or "–" if name == written or not (name and written) else f"{name} ({written})"


def marks(row: SaidRow) -> str:
    """How it was said and found, and the start of its id for kg show: direct · 表示 · hedged · 55f61f44."""
    found = (
        row.mode,
        row.cue,
        "negated" if row.negated else None,
        "hedged" if row.hedged else None,
        f"meaning {', '.join(row.about_implicit)}" if row.about_implicit else None,
        f"via {', '.join(row.via)}" if row.via else None,
        "found by its words" if row.matched_by == "words" else None,
        row.claim[:SHOWN_ID],
    )
    return " · ".join(mark for mark in found if mark)


def place(row: SaidRow | RelationRow) -> str:
    """file:start-end."""
    return f"{row.source}:{row.start}-{row.end}"


def relation_table(rows: Iterable[RelationRow], *, width: int) -> RenderableType:
    """Ties: subject, relation, object, evidence, place."""
    headings = ("Date", "Relation", "Evidence", "Place")
    cells = (
        (
            plain(row.date or row.published or "–"),
            lines((f"{row.subject} {row.type} {row.object}", "bold"), (tie_marks(row), "dim")),
            plain(row.evidence),
            plain(place(row), "cyan"),
        )
        for row in rows
    )
    return table(headings, cells, width=width, widest="Evidence")


def tie_marks(row: RelationRow) -> str:
    """What more is known of a tie: 首席执行官 · former."""
    found = (row.title, row.amount, row.status if row.status != "stated" else None)
    return " · ".join(mark for mark in found if mark)


def article_table(rows: Iterable[ArticleRow], *, width: int) -> RenderableType:
    """Articles: date, outlet, title, file, and how often the entity stands there."""
    headings = ("Date", "Outlet", "Title", "Articles", "Times")
    cells = (
        (
            plain(row.published or "–"),
            plain(row.outlet or "–"),
            plain(row.title or "–"),
            plain(row.source, "cyan"),
            plain(str(row.mentions)),
        )
        for row in rows
    )
    return table(headings, cells, width=width, widest="Title", is_spaced=False)


def plain(text: str, style: str = "") -> Text:
    """A cell of one style, harmless to a terminal."""
    return lines((text, style))


def lines(*parts: tuple[str, str]) -> Text:
    """A cell of several lines, each part (text, style) on its own; empty parts have none."""
    texts = [Text(line, style=style) for text, style in parts if text for line in visible(text).splitlines()]
    return Text("\n").join(texts)
