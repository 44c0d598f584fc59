from kg.evaluate.confident import confident
from kg.evaluate.rows import PredictedRow

ROW = PredictedRow(
    id="甲报-1",
    claims=[{"canonical": "张三", "confidence": 0.9}, {"canonical": "李四", "confidence": 0.5}],
    entities=[{"span": (0, 2), "type": "person", "confidence": 0.49}, {"span": (3, 5), "type": "company"}],
    relations=[{"type": "founder", "confidence": 0.7}],
)


def test_what_is_not_sure_enough_is_left_out() -> None:
    kept = confident(ROW, 0.5)
    assert [claim["canonical"] for claim in kept["claims"] or ()] == ["张三", "李四"]
    assert confident(ROW, 0.8)["relations"] == []
    assert kept["relations"] == ROW["relations"]


def test_what_does_not_say_how_sure_it_is_stays() -> None:
    assert confident(ROW, 1.0)["entities"] == [{"span": (3, 5), "type": "company"}]


def test_by_default_everything_stays() -> None:
    assert confident(ROW, 0.0) == ROW


def test_a_row_without_records_has_none() -> None:
    assert confident(PredictedRow(id="甲报-2", claims=None), 0.5)["claims"] == []
