from kg.resolve.doubts import Context, doubts, question
from kg.resolve.names import judge, merge, undo
from kg.store import Store
from tests.resolve.namesakes import BOAT, CHIEF, CHIEF_2, PILOT, POET, bearing, put

FULL = {"阿尔玛·索恩", "伊沃·贝林", "米娜·卡斯坦"}


def names(store: Store) -> list[set[str]]:
    found = [question(store, pair) for pair in doubts(store)]
    return [{one.left.name, one.right.name} for one in found]


def test_what_the_program_is_not_sure_of_is_asked_the_weightiest_first(who: Store) -> None:
    assert names(who) == [{"伊沃·贝林", "贝林"}, {"米娜·卡斯坦", "卡斯坦"}, {"阿尔玛·索恩", "索恩"}]
    changes = [pair.change for pair in doubts(who)]
    assert changes == [2, 1, 1]  # 贝林 was read once, and says one thing


def test_a_question_shows_both_sides(who: Store) -> None:
    found = question(who, doubts(who)[0])
    assert 0 < found.score < 1
    assert found.reasons
    sides = {side.name: side for side in (found.left, found.right)}
    short = sides["贝林"]
    assert (short.id, short.type, short.mentions, short.claims) == (bearing(who, CHIEF_2), "person", 1, 1)
    assert short.context is not None
    assert short.context.marked() == "⟦贝林⟧说，产品已经可用。"
    assert (short.context.outlet, short.context.published) == ("丙报", "2024-04-13")


def test_titles_and_firms_are_shown(who: Store) -> None:
    put(who, BOAT)
    shown = [question(who, pair) for pair in doubts(who)]
    (side,) = (side for it in shown for side in (it.left, it.right) if side.name == "米娜·卡斯坦")
    assert (side.titles, side.firms) == (("船长",), ("海川航运",))


def test_what_was_judged_is_not_asked_again(who: Store) -> None:
    merge(who, "贝林", "伊沃·贝林")
    judge(who, "卡斯坦", "米娜·卡斯坦", "different")
    judge(who, "索恩", "阿尔玛·索恩", "unsure")
    assert doubts(who) == []
    put(who, CHIEF, PILOT, POET)
    assert doubts(who) == []


def test_what_was_taken_back_is_asked_again(who: Store) -> None:
    before = doubts(who)
    for verdict in ("same", "different", "unsure"):
        judge(who, "贝林", "伊沃·贝林", verdict)
        assert len(doubts(who)) == 2
        undo(who, "贝林", "伊沃·贝林")
        assert doubts(who) == before


def test_a_verdict_on_other_names_of_the_two_counts(who: Store) -> None:
    merge(who, "贝林", "绿苗智能")
    judge(who, "绿苗智能", "伊沃·贝林", "unsure")
    assert {"贝林", "伊沃·贝林"} not in names(who)


def test_nothing_is_doubtful_in_an_empty_store() -> None:
    with Store.open(":memory:") as store:
        assert doubts(store) == []


def test_the_name_is_marked_where_it_stands() -> None:
    values = dict.fromkeys(("article", "source", "title", "outlet", "published"), "")
    assert Context(sentence="张伟见张伟。", start=3, end=5, **values).marked() == "张伟见⟦张伟⟧。"
