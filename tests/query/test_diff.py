import tracemalloc

import msgspec
import pytest

from kg.graph.filters import filters
from kg.query.changes import ArticleChange, Change, ClaimChange, EntityChange, TieChange
from kg.query.diff import diff
from kg.records import Extraction
from kg.resolve import ledger, names
from kg.store import Store
from tests.factory import TEXT, art, clm, ext, men
from tests.graph.world import LEAK, OPINION, REPORT, put
from tests.query.versions import versions


def told(old, new, **options):
    """Each change as (sign, kind, what)."""
    return [(change.change, *_what(change)) for change in diff(old, new, filters(**options))]


def _what(change):
    match change:
        case EntityChange(name=name):
            return "entity", name
        case ArticleChange(article=article):
            return "article", article.source
        case ClaimChange(claim=claim):
            return "claim", claim.content
        case TieChange(tie=tie):
            return "tie", f"{tie.subject} {tie.type} {tie.object}"


def add(store):
    article = art("林晓岚说，禾苗很好用。", source="丁报/0505.txt", outlet="丁报")
    lin, product = men(article, "林晓岚", "person"), men(article, "禾苗", "product")
    claim = clm(article, lin, "说", "禾苗很好用", about=(product,))
    put(store, (article, Extraction(mentions=(lin, product), claims=(claim,))))


def test_the_same_say_the_same(tmp_path):
    with versions(tmp_path) as (old, new):
        assert told(old, new) == told(old, old) == []
        assert told(old, new, since="2024", top=2) == []


def test_an_article_added(tmp_path):
    with versions(tmp_path, add) as (old, new):
        assert told(old, new) == [
            ("new", "entity", "林晓岚"),
            ("new", "article", "丁报/0505.txt"),
            ("new", "claim", "禾苗很好用"),
        ]


def test_an_article_retracted(tmp_path):
    with versions(tmp_path, lambda store: store.retract(OPINION.id)) as (old, new):
        *entities, article, claim, tie = told(old, new)
        assert set(entities) == {
            ("gone", "entity", "王五"),
            ("changed", "entity", "禾苗"),  # their ids came from that article
            ("changed", "entity", "青禾科技"),
        }
        assert article == ("gone", "article", OPINION.source)
        assert claim == ("gone", "claim", "禾苗还要三年才能成熟")
        assert tie == ("gone", "tie", "王五 founder 青禾科技")


def test_what_is_new_one_way_is_gone_the_other(tmp_path):
    with versions(tmp_path, add) as (old, new):
        there, back = told(old, new), told(new, old)
        assert [what for _, *what in there] == [what for _, *what in back]
        assert {change for change, *_ in back} == {"gone"}


def test_an_article_edited_keeps_what_it_still_says(tmp_path):
    edited = msgspec.structs.replace(art("本报讯：" + TEXT), id=REPORT.id)
    with versions(tmp_path, lambda store: put(store, (edited, ext(edited)))) as (old, new):
        found = list(diff(old, new))
        assert [change.change for change in found] == ["changed"] * 5
        assert [field.name for field in found[0].fields] == ["text_sha256"]
        (place,) = found[1].fields
        assert (place.name, place.before, place.after) == ("place", "5-21", "9-25")
        assert found[1].claim.start == 9


def test_a_claim_rejected_and_one_accepted(tmp_path):
    def judge(store):
        ledger.reject(store, store.claims(OPINION.id)[0].id)
        ledger.accept(store, store.claims(LEAK.id)[0].id)

    with versions(tmp_path, judge) as (old, new):
        assert told(old, new) == [
            ("gone", "claim", "禾苗还要三年才能成熟"),
            ("changed", "claim", "“禾苗”将在年底前停售"),
        ]
        (field,) = list(diff(old, new))[1].fields
        assert (field.name, field.before, field.after) == ("sure", False, True)


def test_a_merge_changes_no_claim(tmp_path):
    with versions(tmp_path, lambda store: names.merge(store, "王五", "李四")) as (old, new):
        assert {kind for _, kind, _ in told(old, new)} == {"entity"}


def test_only_what_passes_the_filters_counts(tmp_path):
    with versions(tmp_path, add) as (old, new):
        there = told(old, new, outlet="丁报")
        assert set(there) == {("new", "entity", "禾苗"), *told(old, new)}  # before, that outlet named nobody
        assert told(old, new, outlet="乙报") == []
        assert told(old, new, relation="founder") == []


def test_a_claim_that_has_become_sure_enough_is_new(tmp_path):
    with versions(tmp_path) as (old, new):
        ledger.accept(new, new.claims(LEAK.id)[0].id)
        assert ("new", "claim", "“禾苗”将在年底前停售") in told(old, new, min_confidence=0.5)
        assert ("changed", "claim", "“禾苗”将在年底前停售") in told(old, new)


def test_each_article_is_told_as_done(tmp_path):
    steps = []
    with versions(tmp_path, add) as (old, new):
        assert list(diff(old, new, step=lambda: steps.append(1)))
    assert len(steps) == 5


def test_a_change_tells_what_it_is(tmp_path):
    with versions(tmp_path, add) as (old, new):
        for change in diff(new, old):
            assert msgspec.json.decode(msgspec.json.encode(change), type=Change) == change


@pytest.mark.slow
def test_memory_does_not_grow_with_the_number_of_articles(tmp_path):
    peak(tmp_path, 5)  # the first time loads what stays
    (few, small), (many, large) = peak(tmp_path, 10), peak(tmp_path, 100)
    assert many == 10 * few
    assert large < 2 * small


def peak(folder, number):
    """How many changes so many articles are, and the most bytes in use while they pass by."""
    with Store.open(folder / f"{number}.db") as full, Store.open(folder / "none.db") as empty:
        for i in range(number):
            article = art(f"张三说，第{i}批样机会准时交付。" * 20, source=f"{i}.txt")
            zhang = men(article, "张三", "person")
            claim = clm(article, zhang, "说", f"第{i}批样机会准时交付")
            put(full, (article, Extraction(mentions=(zhang,), claims=(claim,))))
        tracemalloc.start()
        count = sum(1 for change in diff(empty, full) if not isinstance(change, EntityChange))
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return count, most
