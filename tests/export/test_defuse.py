import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.export.defuse import HOT, defused, restored

RUN = st.sampled_from("=+-@＝＋－＠\t\r\n\0'")
UNSEEN = st.sampled_from([" ", "　", "\ufeff", "\u200b", "\u202e", "\u2066"])


@pytest.mark.parametrize(
    "text",
    [
        '=HYPERLINK("http://example.org","青禾科技")',
        "+1",
        "-3.5%",
        "@SUM(A1:A9)",
        "＝1+1",
        "＋8610",
        "－降三成",
        "＠青禾科技",
        "\t=1+1",
        "\r=1+1",
        "\n好",
        "\0=1+1",
        "  =1+1",
        "　＝1+1",
        "\ufeff=1+1",
        "\u202e=1+1",
        "'; MATCH (n) DETACH DELETE n //",
        "'",
    ],
)
def test_what_a_spreadsheet_may_run_gets_an_apostrophe(text):
    assert defused(text) == "'" + text
    assert restored(defused(text)) == text


@pytest.mark.parametrize(
    "text", ["青禾科技", "", " ", "1-1", "a=b", "]]>", "<script>", "“好”", "2024-04-13", "长" * 10_000]
)
def test_all_else_stays_as_it_is(text):
    assert defused(text) == text
    assert restored(text) == text


@given(st.one_of(st.text(), st.builds("".join, st.lists(st.one_of(RUN, UNSEEN, st.text(max_size=2))))))
def test_defused_then_restored_is_the_text(text):
    assert restored(defused(text)) == text


@given(st.builds("".join, st.lists(st.one_of(RUN, UNSEEN, st.characters()))))
def test_a_defused_cell_begins_with_nothing_that_runs(text):
    cell = defused(text)
    assert cell == text or cell[0] == "'"
    assert not HOT.match(cell) or cell[0] == "'"
    assert cell.lstrip(" 　\ufeff\u200b\u202e\u2066")[:1] not in {*"=+-@＝＋－＠"}


@given(st.text(), st.text())
def test_different_texts_stay_different(left, right):
    assert (defused(left) == defused(right)) is (left == right)
