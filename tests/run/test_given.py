import json
from pathlib import Path

from kg.readers import ReadOptions
from kg.run.given import as_recorded, given


def test_only_options_that_shape_records_are_recorded() -> None:
    options = ReadOptions(outlet="甲报", text_column="正文", limit=3, max_chars=100, root="news")
    assert as_recorded(options) == {"outlet": "甲报", "text_column": "正文"}


def test_model_and_names_are_recorded_with_the_hash_of_the_names() -> None:
    written = given(ReadOptions(outlet="甲报"), model="zh_core_web_sm", names=Path("名.csv"), names_hash="1f")
    assert json.loads(written) == {"model": "zh_core_web_sm", "names": "名.csv 1f", "outlet": "甲报"}
    assert "甲报" in written


def test_nothing_given_is_nothing_recorded() -> None:
    assert given(ReadOptions()) == "{}"
