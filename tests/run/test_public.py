"""Our own names as PER, ORG and LOC."""

import pytest

from kg.annotate.pipeline import load
from kg.run.public import common_names, common_spans

TEXTS = ["青禾科技首席执行官张三表示，产品已经可用。", "", "李四在北京说，大模型还不成熟。"]


def test_names_without_a_common_label_are_left_out() -> None:
    rows = [{"span": (0, 4), "type": "company"}, {"span": (4, 9), "type": "position"}, {"span": (9, 11)}]
    assert common_spans(rows) == [(0, 4, "ORG")]  # type: ignore[arg-type]


@pytest.mark.model
def test_every_text_has_its_names() -> None:
    done: list[str] = []
    first, empty, last = common_names(TEXTS, load(), progress=done.append)
    assert (0, 4, "ORG") in first
    assert (9, 11, "PER") in first
    assert empty == []
    assert (3, 5, "LOC") in last
    assert len(done) == len(TEXTS)
