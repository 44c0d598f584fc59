"""Verdicts by keys: written at once, taken back, and never asked for twice."""

from collections.abc import Iterator, Sequence

import pytest

from kg.resolve.doubts import Question, doubts
from kg.resolve.names import NameDecision, judge, merge
from kg.resolve.review import LAST, Key, Reviewed, Round, review
from kg.store import Store
from tests.resolve.namesakes import CHIEF, CHIEF_2, PILOT, PILOT_2, POET, POET_2, is_one


class Reviewer:
    """Presses the given keys, and keeps what was shown and told."""

    def __init__(self, store: Store, *keys: Key) -> None:
        self.shown: list[str] = []
        self.told: list[str] = []
        pressed: Iterator[Key] = iter(keys)

        def show(question: Question, place: str) -> None:
            self.shown.append(max((question.left.name, question.right.name), key=len))

        def tell(words: str, decision: NameDecision | None) -> None:
            self.told.append(words)

        turn = Round(store, doubts(store), by="王编辑")
        self.result = review(turn, key=lambda: next(pressed), show=show, tell=tell)


def test_each_key_does_what_it_says(who: Store) -> None:
    found = Reviewer(who, "same", "different", "unsure", "next")
    assert found.shown == ["伊沃·贝林", "米娜·卡斯坦", "阿尔玛·索恩"]
    assert found.told == ["Same", "Different", "Unsure", LAST]
    assert found.result == Reviewed(same=1, different=1, unsure=1, left=0)
    assert is_one(who, CHIEF, CHIEF_2)
    assert not is_one(who, PILOT, PILOT_2)
    assert not is_one(who, POET, POET_2)
    assert [(one.verdict, one.judge) for one in who.names.judgements()] == [
        ("same", "王编辑"),
        ("different", "王编辑"),
        ("unsure", "王编辑"),
    ]


def test_it_stops_and_goes_on_where_it_was(who: Store) -> None:
    assert Reviewer(who, "same", "stop").result == Reviewed(same=1, left=2)
    assert is_one(who, CHIEF, CHIEF_2)
    again = Reviewer(who, "next", "next")
    assert (again.shown, again.result) == (["米娜·卡斯坦", "阿尔玛·索恩"], Reviewed(left=2))


@pytest.mark.parametrize("verdict", ["same", "different", "unsure"])
def test_the_last_verdict_is_taken_back_and_asked_again(who: Store, verdict: Key) -> None:
    before = list(who.entities())
    found = Reviewer(who, verdict, "undo", "stop")
    assert found.shown == ["伊沃·贝林", "米娜·卡斯坦", "伊沃·贝林"]
    assert found.result == Reviewed(left=3)
    assert list(who.entities()) == before
    assert Reviewer(who, "stop").shown == ["伊沃·贝林"]


def test_verdicts_are_taken_back_one_by_one(who: Store) -> None:
    found = Reviewer(who, "same", "next", "different", "undo", "undo", "undo", "stop")
    assert found.told[-1] == "There is no verdict to take back."
    assert found.result == Reviewed(left=3)


def test_what_another_verdict_settled_is_passed_over(who: Store) -> None:
    merge(who, "伊沃·贝林", "阿尔玛·索恩")
    turn = Round(who, doubts(who))
    merge(who, "米娜·卡斯坦", "卡斯坦")
    shown = []
    while (question := turn.question()) is not None:
        shown.append(question)
        turn.skip()
    assert all({"卡斯坦", "米娜·卡斯坦"} != {one.left.name, one.right.name} for one in shown)
    assert len(shown) == len(turn_pairs(shown))


def turn_pairs(shown: Sequence[Question]) -> set[frozenset[str]]:
    return {frozenset((one.left.id, one.right.id)) for one in shown}


def test_what_somebody_else_forbids_meanwhile_is_told_and_the_next_is_asked(who: Store) -> None:
    merge(who, "贝林", "绿苗智能")
    turn, told, pressed = Round(who, doubts(who)), list[str](), iter(("same", "stop"))

    def key() -> Key:
        if not told:
            judge(who, "绿苗智能", "伊沃·贝林", "different", by="李编辑")
        return next(pressed)  # type: ignore[return-value]

    result = review(turn, key=key, show=lambda *_: None, tell=lambda words, _: told.append(words))
    assert "cannot be one: 李编辑 judged 绿苗智能 and 伊沃·贝林 different" in told[0]
    assert result == Reviewed(left=2)
