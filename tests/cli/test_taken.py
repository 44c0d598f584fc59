from kg.cli.taken import described, taken_notes
from kg.query.taken import Taken


def somebody(name: str = "张伟", id_: str = "0123456789abcdef" * 2, titles: tuple[str, ...] = ()) -> Taken:
    return Taken(id=id_, name=name, type="person", titles=titles, firms=(), claims=1)


def test_a_name_written_just_so_is_not_told() -> None:
    assert list(taken_notes(" 张伟 ", [somebody()])) == []
    assert list(taken_notes("月球车", [])) == []


def test_another_form_is_told() -> None:
    assert list(taken_notes("zhangwei", [somebody()])) == ["zhangwei: 张伟 (person, 01234567)"]


def test_of_many_namesakes_the_first_are_told() -> None:
    notes = list(taken_notes("张伟", [somebody() for _ in range(9)]))
    assert notes == [
        "张伟 may be any of 9; an id tells them apart:",
        *["  张伟 (person, 01234567): 1 claim"] * 5,
        "  … and 4 more",
    ]


def test_the_first_offices_are_told() -> None:
    shown = described(somebody(titles=("主任", "教授", "院长", "院士")))
    assert shown == "张伟 (person, 01234567): 主任, 教授, 院长; 1 claim"
