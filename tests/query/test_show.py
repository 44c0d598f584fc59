import pytest

from kg.errors import QueryError
from kg.graph.filters import filters
from kg.graph.stream import edges
from kg.query.show import ArticleView, EntityView, RecordView, show
from kg.records import Extraction
from kg.store import Store
from tests.factory import art
from tests.graph.world import LEAK, OPINION, REPORT, REPRINT, put
from tests.query import who


def one(store, ref, **options):
    (view,) = show(store, ref, **options).views
    return view


def test_an_entity_by_name(store):
    view = one(store, "王五")
    assert isinstance(view, EntityView)
    assert (view.name, view.type, view.types) == ("王五", "person", {"person": 2})
    assert [row.content for row in view.said] == ["禾苗还要三年才能成熟"]
    assert view.said_of == ()
    assert [(row.type, row.subject, row.object, row.date) for row in view.relations] == [
        ("founder", "王五", "青禾科技", "2019")
    ]
    assert [(row.source, row.mentions) for row in view.articles] == [("乙报/0502.txt", 2)]


@pytest.mark.parametrize("ref", ["wangwu", "Wu Wang", "Wáng Wǔ"])
def test_an_entity_by_name_in_pinyin(store, ref):
    result = show(store, ref)
    assert result.views == show(store, "王五").views
    assert result.found_by == "spelling"


def test_a_slip_is_an_error_that_asks(store):
    with pytest.raises(QueryError, match=r"^No one is called 青禾可技; did you mean 青禾科技 \(company\)\?$"):
        show(store, "青禾可技")


def test_namesakes_are_all_shown_and_told_apart(tmp_path):
    with Store.open(tmp_path / "who.db") as crowd:
        who.build(crowd)
        result = show(crowd, "张伟")
        assert [view.id for view in result.views] == [one.id for one in result.taken]
        assert [one.titles for one in result.taken] == [("主教练",), ("律师",)]


def test_of_a_record_nobody_was_taken(store):
    (claim,) = store.claims(OPINION.id)
    result = show(store, claim.id)
    assert (result.found_by, result.taken) == (None, ())


def test_what_is_said_of_an_entity(store):
    view = one(store, "禾苗")
    assert view.said == ()
    assert len(view.said_of) == 8
    assert [row.source for row in view.articles] == [
        OPINION.source,
        REPRINT.source,
        REPORT.source,
        LEAK.source,
    ]


def test_an_entity_by_id(store):
    (entity,) = store.entities_named("王五")
    assert one(store, entity.id) == one(store, "王五")


def test_filters_concern_the_rows_of_an_entity(store):
    view = one(store, "禾苗", filters=filters(since="2024-05"))
    assert [row.speaker for row in view.said_of] == ["王五"]
    assert [row.source for row in view.articles] == [OPINION.source]


def test_a_claim_by_the_start_of_its_id(store):
    (claim,) = store.claims(OPINION.id)
    view = one(store, claim.id[:12])
    assert isinstance(view, RecordView)
    assert (view.kind, view.id, view.entity) == ("claim", claim.id, "王五")
    assert view.passage.marked() == "王五认为，⟦禾苗还要三年才能成熟⟧。"
    assert view.said.content == "禾苗还要三年才能成熟"


def test_a_relation_by_id(store):
    (relation,) = store.relations(OPINION.id)
    view = one(store, relation.id)
    assert (view.kind, view.relation.type, view.relation.evidence) == (
        "relation",
        "founder",
        "青禾科技由王五在2019年创办",
    )
    assert view.passage.marked() == "⟦青禾科技由王五在2019年创办⟧。"


def test_a_mention_by_id(store):
    mention = store.mentions(REPORT.id)[3]
    view = one(store, mention.id)
    assert (view.kind, view.entity, view.said, view.relation) == ("mention", "张三", None, None)
    assert "。⟦他⟧还说" in view.passage.marked()


def test_context_widens_the_paragraph(store):
    (claim,) = store.claims(OPINION.id)
    assert one(store, claim.id, context=1).passage.text == OPINION.text


def test_every_edge_of_the_graph_can_be_shown(store):
    for edge in edges(store):
        view = one(store, edge.id)
        assert isinstance(view, RecordView)
        assert view.article.article == edge.attrs["article"]


@pytest.mark.parametrize("ref", [OPINION.id, OPINION.id[:8], OPINION.source])
def test_an_article_by_id_or_path(store, ref):
    view = one(store, ref)
    assert isinstance(view, ArticleView)
    assert (view.article.title, view.article.mentions) == ("冷静看禾苗", 4)
    assert view.entities == {"王五": 2, "禾苗": 1, "青禾科技": 1}
    assert [row.speaker for row in view.said] == ["王五"]
    assert [row.type for row in view.relations] == ["founder"]


def test_filters_do_not_hide_a_record_that_was_asked_for(store):
    (claim,) = store.claims(LEAK.id)
    assert one(store, claim.id, filters=filters(since="2024")).said.speaker == "知情人士"


def test_an_ambiguous_id_names_what_it_may_be(store):
    for i in range(3):  # ids that begin alike are rare, so several articles of one file do instead
        put(store, (art(f"第{i}条。", source="合集.jsonl", record=i + 1), Extraction()))
    with pytest.raises(QueryError, match=r"'合集.jsonl' may be any of 3: article [0-9a-f]{32}, "):
        show(store, "合集.jsonl")


@pytest.mark.parametrize("ref", ["月球车", "", "ffffff", "0" * 32, "company:nobody"])
def test_what_is_not_there_is_one_sentence(store, ref):
    with pytest.raises(QueryError, match=r"^Nothing is called [^\n]+\.$"):
        show(store, ref)


def test_an_unnamed_source_is_one_for_each_article(store):
    assert [view.type for view in show(store, "知情人士").views] == ["unnamed_source"]


def test_of_a_rejected_record_it_is_said_that_it_is_rejected(store):
    (claim,) = store.claims(OPINION.id)
    store.ledger.judge(claim.id, "different", reason="", judge="编辑")
    for ref in (claim.id, claim.id[:8], f"said:{claim.id}"):
        with pytest.raises(QueryError, match=rf"^The claim {claim.id} is rejected, .+ kg undo .+\.$"):
            show(store, ref)


def test_top_keeps_the_first_rows_of_each_list(store):
    result = show(store, "禾苗", filters=filters(top=2))
    (view,), (whole,) = result.views, show(store, "禾苗").views
    assert view.said_of == whole.said_of[:2]
    assert view.articles == whole.articles[:2]
    assert result.more == 6 + 2


def test_undated_claims_left_out_are_counted_once(store):
    assert show(store, "禾苗", filters=filters(since="2024")).undated == 1
    assert show(store, "传闻.txt", filters=filters(since="2024")).undated == 1
    assert show(store, "禾苗").undated == 0
