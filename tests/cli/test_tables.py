import pytest
from rich.cells import cell_len
from rich.console import Console, RenderableType

from kg.cli.tables import lines, said_table, table
from kg.query.said import said
from kg.records import Extraction
from kg.store import Store
from tests.factory import art, clm, men
from tests.graph.world import put


def drawn(part: RenderableType, width: int) -> list[str]:
    console = Console(width=width, color_system=None, highlight=False)
    with console.capture() as captured:
        console.print(part)
    return [line.rstrip() for line in captured.get().splitlines()]


@pytest.fixture
def rows(tmp_path):
    """One claim with everything long: outlet, speaker, content, path."""
    text = "青禾科技董事会主席欧阳春晓表示，" + "这款模型的训练用了三年时间，" * 9 + "成本很高。"
    article = art(
        text, source="新闻/2024年/四月/海川日报网络版_0413_青禾科技.txt", outlet="海川日报网络版编辑部"
    )
    speaker, firm = men(article, "欧阳春晓", "person"), men(article, "青禾科技", "company")
    claim = clm(article, speaker, "表示", text[text.index("这款") : -1], about=(firm,))
    with Store.open(tmp_path / "kg.db") as store:
        put(store, (article, Extraction(mentions=(firm, speaker), claims=(claim,))))
        yield said(store, "青禾科技").rows


@pytest.mark.parametrize("width", [30, 60, 80, 120, 200])
def test_whole_texts_at_every_width(rows, width) -> None:
    found = drawn(said_table(rows, width=width), width)
    joined = "".join(found).replace(" ", "")
    assert all(cell_len(line) <= width for line in found)
    assert joined.count("…") == 0
    assert sum(line.count("训练") for line in found) + "\n".join(found).count("训\n") >= 1
    for character in set(rows[0].content + rows[0].source + rows[0].outlet):
        assert joined.count(character) >= (rows[0].content + rows[0].source + rows[0].outlet).count(character)


def test_columns_are_aligned_under_wide_characters(rows) -> None:
    found = drawn(said_table(rows, width=120), 120)
    column = cell_len(found[0][: found[0].index("What was said")])
    first = next(line for line in found if "这款" in line)
    assert cell_len(first[: first.index("这款")]) == column


def test_a_narrow_terminal_gets_one_cell_a_line(rows) -> None:
    found = drawn(said_table(rows, width=40), 40)
    assert found[0] == "2024-04-13 p"
    assert "欧阳春晓" in found


def test_square_brackets_are_text() -> None:
    part = table(("A", "B"), [(lines(("[bold]", "")), lines(("[/x]", "")))], width=60, widest="B")
    assert drawn(part, 60)[2].split() == ["[bold]", "[/x]"]
