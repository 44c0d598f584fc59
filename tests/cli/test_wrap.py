import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from kg.cli.wrap import wrap


@given(st.text(alphabet="张三说，“Sora 360\n》。:/-"), st.integers(2, 30))
def test_nothing_is_lost_and_no_line_is_too_long(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cell_len(line) <= width for line in lines)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("模型还不成熟", 8, ["模型还不", "成熟"]),
        ("青禾说OpenAI很快", 8, ["青禾说", "OpenAI很", "快"]),  # a Latin word stays whole
        ("他说，好的。", 10, ["他说，好", "的。"]),  # no line begins with 。
        ("我用“禾苗”写", 6, ["我用", "“禾苗”", "写"]),  # and none ends with “
        ("一\n\n二", 10, ["一", "", "二"]),
        ("", 10, [""]),
        ("abcdefgh", 5, ["abcde", "fgh"]),
        ("articles/0413_qinghe.txt:31-40", 22, ["articles/", "0413_qinghe.txt:31-40"]),
        ("0413_qinghe.txt:31-40", 18, ["0413_qinghe.txt", ":31-40"]),
    ],
)
def test_where_lines_break(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines
