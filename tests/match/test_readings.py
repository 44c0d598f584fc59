import pytest

from kg.match.readings import may_be_one


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("奥特曼", "阿尔特曼"),
        ("张鹏CEO", "张鹏"),
        ("青禾", "青禾科技有限公司"),
        ("GPT-4", "GPT4"),
        ("林晓岚", "Lin Xiaolan"),
    ],
)
def test_what_may_be_one_as_something_may_be_one(left: str, right: str) -> None:
    assert may_be_one(left, right)
    assert may_be_one(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [("马云", "雷军"), ("青禾科技", "星图科技"), ("GPT-4", "GPT-3.5"), ("天科公司", "天聚公司")],
)
def test_what_differs_as_anything_is_not_near(left: str, right: str) -> None:
    assert not may_be_one(left, right)
