from pathlib import Path

import pytest

from kg.cli.reading import columns, counted, read_options, told
from kg.errors import ConfigError
from kg.readers import Problem, ReadOptions
from tests.factory import art


def test_columns_of_a_csv() -> None:
    assert columns(["text=正文", "date=日期"]) == {"text_column": "正文", "date_column": "日期"}


@pytest.mark.parametrize("given", ["正文", "body=正文", "text="])
def test_a_column_of_no_known_field_is_one_sentence(given: str) -> None:
    with pytest.raises(ConfigError, match="FIELD=NAME"):
        columns([given])


def test_without_options_the_readers_own_defaults() -> None:
    assert read_options() == ReadOptions()


def test_problems_are_told_when_they_come() -> None:
    heard: list[str] = []
    items = told(iter([Problem("坏.txt", 3, "is empty"), art()]), heard.append)
    next(items)
    assert heard == ["坏.txt:3: is empty"]
    assert next(items) == art()


def test_articles_are_counted_but_problems_are_not(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "张三说，可以。"}\n{\n{"text": "李四说，不行。"}\n')
    assert counted([str(tmp_path)], ReadOptions()) == 2


def test_standard_input_cannot_be_counted() -> None:
    assert counted(["-"], ReadOptions()) is None
