from types import ModuleType
from typing import Any

import pytest

from kg.evaluate.report import lines
from kg.evaluate.scorer import score

CLAIM = {"mode": "turn", "content": [[3, 9]], "canonical": "李四", "about": ["星图S9"]}
GOLD: Any = {"x": {"id": "x", "text": "李四：星图S9很好。", "claims": [CLAIM]}}


def test_measures_stand_in_columns() -> None:
    shown = list(lines(score(GOLD, GOLD)))
    assert shown[0] == "articles 1"
    assert shown[1] == ("content exact      P 1.000  R 1.000  F1 1.000   (tp 1, predicted 1, gold 1)")
    assert shown[-1] == "  mode turn      gold   1  found 1.000  found+speaker 1.000"


def test_a_mode_without_claims_has_no_line() -> None:
    assert not [line for line in lines(score({}, {})) if "mode " in line and "gold" in line]


@pytest.mark.shared
def test_lines_equal_the_reference(reference: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    reference.show(reference.score(GOLD, {}))
    assert capsys.readouterr().out.splitlines() == list(lines(score(GOLD, {})))
