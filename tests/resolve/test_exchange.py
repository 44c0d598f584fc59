"""The ledger as CSV: out of one database and into another, read alike or otherwise."""

import csv
from io import StringIO

import pytest

from kg.errors import ReadError
from kg.records import Extraction
from kg.resolve.exchange import COLUMNS, Imported, export_judgements, import_judgements
from kg.resolve.ledger import accept, entries, reject
from kg.resolve.names import judge, merge, split, undo
from kg.store import Store
from kg.store.verify import verify
from tests.factory import clm
from tests.graph.world import OPINION, build, opinion
from tests.graph.world import put as put_world
from tests.resolve.namesakes import COACH, COACH_2, FIRM, KNOWN, RENAMED, is_one, put


def ledger(store: Store) -> str:
    stream = StringIO(newline="")
    export_judgements(store, stream)
    return stream.getvalue()


def bring(store: Store, text: str) -> Imported:
    return import_judgements(store, StringIO(text, newline=""), source="judgements.csv")


@pytest.fixture
def said(who: Store) -> str:
    merge(who, "青禾科技", "绿苗智能", reason="更名，见“公告”", by="王编辑")
    split(who, "张伟", article="乙报/2.txt", by="李编辑")
    judge(who, "索恩", "阿尔玛·索恩", "unsure")
    return ledger(who)


def test_names_are_written_with_their_articles(said: str) -> None:
    first, second, third = csv.DictReader(StringIO(said))
    assert tuple(first) == COLUMNS
    assert (first["on"], first["verdict"], first["judge"], first["reason"]) == (
        *("names", "same", "王编辑"),
        "更名，见“公告”",
    )
    assert (first["left_name"], first["left_article"], first["right_name"]) == ("青禾科技", "", "绿苗智能")
    assert (second["verdict"], second["left_article"]) == ("different", COACH_2[0].id)
    assert third["verdict"] == "unsure"


def test_a_fresh_database_becomes_the_same_graph(said: str) -> None:
    with Store.open(":memory:", known=KNOWN) as fresh:
        put(fresh, RENAMED, COACH_2)
        assert bring(fresh, said) == Imported(new=3, known=0, waiting=1)
        put(fresh, COACH, FIRM)
        assert is_one(fresh, FIRM, RENAMED)
        assert not is_one(fresh, COACH, COACH_2)
        assert ledger(fresh) == said
        assert list(verify(fresh)) == []


def test_a_second_time_nothing_is_new(who: Store, said: str) -> None:
    before = list(who.entities())
    assert bring(who, said) == Imported(new=0, known=3, waiting=0)
    assert (ledger(who), list(who.entities())) == (said, before)


def test_a_judgement_made_twice_is_two(who: Store) -> None:
    merge(who, "青禾科技", "绿苗智能")
    once = ledger(who)
    undo(who, "青禾科技", "绿苗智能")
    merge(who, "青禾科技", "绿苗智能")
    with Store.open(":memory:", known=()) as fresh:
        put(fresh, FIRM, RENAMED)
        bring(fresh, once)
        assert bring(fresh, ledger(who)) == Imported(new=2, known=1, waiting=0)
        assert is_one(fresh, FIRM, RENAMED)


@pytest.fixture
def marked(store: Store) -> str:
    (claim,) = store.claims(OPINION.id)
    reject(store, claim.id, reason="记者的话", by="王编辑")
    accept(store, store.relations(OPINION.id)[0].id)
    return ledger(store)


def test_judgements_on_records_hold_in_a_fresh_database(store: Store, marked: str) -> None:
    for is_read_first in (True, False):
        with Store.open(":memory:", known=()) as fresh:
            if is_read_first:
                build(fresh)
            found = bring(fresh, marked)
            assert found == Imported(new=2, known=0, waiting=0 if is_read_first else 2)
            if not is_read_first:
                build(fresh)
            assert fresh.claims(OPINION.id) == []
            assert [tie.confidence for tie in fresh.relations(OPINION.id)] == [1.0]
            assert entries(fresh) == entries(store)
            assert ledger(fresh) == marked


def test_a_judgement_holds_for_a_record_that_says_the_same(marked: str) -> None:
    given = opinion()
    again = clm(OPINION, given.mentions[0], "认为", "还要三年才能成熟")
    with Store.open(":memory:", known=()) as other:
        put_world(other, (OPINION, Extraction(mentions=given.mentions, claims=(again,))))
        bring(other, marked)
        assert other.claims(OPINION.id) == []
        assert "read again" in ledger(other)
        assert list(verify(other)) == []


def test_what_was_judged_here_too_goes_on_as_one(store: Store, marked: str) -> None:
    with Store.open(":memory:", known=()) as other:
        build(other)
        (claim,) = other.claims(OPINION.id)
        accept(other, claim.id, by="李编辑")
        bring(other, marked)
        assert other.claims(OPINION.id) == []
        assert [entry.counts for entry in entries(other)] == [False, True, True]


def change(text: str, **cells: str) -> str:
    """The file with cells of its first row changed."""
    first, *others = csv.DictReader(StringIO(text))
    stream = StringIO(newline="")
    writer = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows([first | cells, *others])
    return stream.getvalue()


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"verdict": "maybe"}, ":2: the verdict is 'maybe', not same, different or unsure"),
        ({"judge": " "}, ":2: there is no judge"),
        ({"judge": "kg"}, ":2: kg judges no names"),
        ({"decided_at": "gestern"}, ":2: decided_at is 'gestern', no time in ISO"),
        ({"score": "2"}, ":2: the score is '2', not 0 to 1"),
        ({"score": "nan"}, ":2: the score is 'nan', not 0 to 1"),
        ({"score": ""}, ":2: the score is '', not 0 to 1"),
        ({"left_name": ""}, ":2: there is no left_name"),
        ({"right_article": "abc"}, ":2: the right_article is 'abc', no article's id"),
        ({"right_name": "青禾 科技"}, ":2: 青禾科技 and 青禾 科技 are one name"),
        ({"on": "claim"}, ":2: about is no judged record"),
    ],
)
def test_a_bad_row_is_one_sentence_and_nothing_is_written(
    who: Store, said: str, cells: dict[str, str], message: str
) -> None:
    with Store.open(":memory:") as fresh, pytest.raises(ReadError, match=f"^judgements.csv{message}"):
        bring(fresh, change(said, **cells))
    assert ledger(who) == said


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"about": "{"}, "about is no judged record"),
        ({"right": "0" * 32}, "about is of the claim .*, not of the claim 0000"),
        ({"on": "mention"}, "about is of the claim .*, not of the mention"),
        ({"left": "0" * 32}, "left is '0000.*', which no row before judges in that article"),
    ],
)
def test_a_bad_row_on_a_record(marked: str, cells: dict[str, str], message: str) -> None:
    with Store.open(":memory:") as fresh:
        with pytest.raises(ReadError, match=f"^judgements.csv:2: {message}"):
            bring(fresh, change(marked, **cells))
        assert entries(fresh) == []


@pytest.mark.parametrize("text", ["", "a,b\n", "verdict,on\n"])
def test_other_columns_are_told(text: str) -> None:
    with (
        Store.open(":memory:") as fresh,
        pytest.raises(ReadError, match=r"^judgements\.csv:1: the columns are to be on,"),
    ):
        bring(fresh, text)


def test_a_short_row_is_told(said: str) -> None:
    with Store.open(":memory:") as fresh, pytest.raises(ReadError, match="csv:5: 2 columns, not 13"):
        bring(fresh, said + "names,same\n")


def test_an_empty_ledger_is_a_heading() -> None:
    with Store.open(":memory:") as store:
        assert ledger(store) == ",".join(COLUMNS) + "\n"
        assert bring(store, ledger(store)) == Imported(new=0, known=0, waiting=0)
