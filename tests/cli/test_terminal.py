import pytest

from kg.cli.terminal import PIPED_WIDTH, json_lines, page, plural, put, visible


def test_a_pipe_has_a_fixed_width_and_no_colours() -> None:
    console = page()
    assert console.width == PIPED_WIDTH
    assert console.color_system is None


def test_no_blanks_at_line_ends(capsys: pytest.CaptureFixture[str]) -> None:
    put(page(), "张三   \n李四 ")
    assert capsys.readouterr().out == "张三\n李四\n"


def test_square_brackets_are_no_markup(capsys: pytest.CaptureFixture[str]) -> None:
    put(page(), "［图］[bold]")
    assert "［图］" in capsys.readouterr().out


def test_escape_sequences_of_an_article_are_harmless() -> None:
    assert visible("张三\x1b[2J说\n好\t") == "张三\ufffd[2J说\n好\t"


@pytest.mark.parametrize(
    ("number", "word", "words"),
    [
        (1, "claim", "1 claim"),
        (2, "claim", "2 claims"),
        (0, "entity", "0 entities"),
        (1, "entity", "1 entity"),
    ],
)
def test_plural(number: int, word: str, words: str) -> None:
    assert plural(number, word) == words


def test_json_keeps_chinese() -> None:
    assert json_lines({"名": ["张三"]}) == '{\n  "名": [\n    "张三"\n  ]\n}'
