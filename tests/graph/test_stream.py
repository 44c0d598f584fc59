import tracemalloc

import pytest

from kg.graph.filters import filters
from kg.graph.stream import edges, nodes, undated
from kg.records import Extraction
from kg.store import Store
from tests.factory import art, clm, men
from tests.graph.world import LEAK, OPINION, REPORT, REPRINT, put


def ties(store, **options):
    """Each edge as (type, name of source, name of target), articles by their source."""
    names = {node.id: node.attrs.get("source", node.label) for node in nodes(store)}
    return [(edge.type, names[edge.source], names[edge.target]) for edge in edges(store, filters(**options))]


def labels(store, **options):
    return {node.label for node in nodes(store, filters(**options))}


def test_nodes_have_the_labels_of_the_schema(store):
    found = {(node.type, node.label) for node in nodes(store)}
    assert found >= {
        ("Person", "张三"),
        ("Company", "青禾科技"),
        ("Product", "禾苗"),
        ("UnnamedSource", "知情人士"),
        ("Claim", "禾苗还要三年才能成熟"),
        ("Article", "冷静看禾苗"),
        ("Article", "传闻.txt"),
    }


def test_titles_are_no_nodes(store):
    assert "首席执行官" not in labels(store)


def test_one_mention_one_edge_to_its_article(store):
    found = [tie for tie in ties(store) if tie[0] == "APPEARS_IN" and tie[2] == REPORT.source]
    assert found.count(("APPEARS_IN", "青禾科技", REPORT.source)) == 2
    assert found.count(("APPEARS_IN", "张三", REPORT.source)) == 2  # the second time as 他


def test_speaker_claim_and_topic_are_tied(store):
    found = ties(store)
    assert ("SAID", "王五", "禾苗还要三年才能成熟") in found
    assert ("ABOUT", "禾苗还要三年才能成熟", "禾苗") in found
    assert ("APPEARS_IN", "禾苗还要三年才能成熟", OPINION.source) in found
    assert ("founder", "王五", "青禾科技") in found


def test_a_pronoun_speaks_for_its_name(store):
    assert ("SAID", "张三", "明年会更好") in ties(store)


def test_every_edge_shows_its_evidence(store):
    texts = {article.id: article.text for article in store.articles()}
    found = list(edges(store))
    assert len(found) > 30
    for edge in found:
        attrs = edge.attrs
        assert texts[attrs["article"]][attrs["start"] : attrs["end"]] == attrs["exact"] != ""


def test_what_is_meant_but_not_named_is_marked(store):
    found = [(edge.attrs["exact"], edge.attrs["implicit"]) for edge in edges(store) if edge.type == "ABOUT"]
    assert ("青禾科技", False) in found
    assert ("禾苗", True) in found


def test_a_content_in_pieces_has_an_edge_for_each(tmp_path):
    article = art("“走吧，”张三说，“天晚了。”")
    zhang = men(article, "张三", "person")
    claim = clm(article, zhang, "说", "走吧，", "天晚了。", mode="direct")
    with Store.open(tmp_path / "pieces.db") as store:
        put(store, (article, Extraction(mentions=(zhang,), claims=(claim,))))
        found = [edge.attrs["exact"] for edge in edges(store) if edge.source == claim.id]
        assert found == ["走吧，", "天晚了。"]
        assert [node.label for node in nodes(store) if node.type == "Claim"] == ["走吧， … 天晚了。"]


def test_a_turn_without_a_cue_shows_its_label(tmp_path):
    article = art("张三：我们先做客户。")
    zhang = men(article, "张三", "person")
    claim = clm(article, zhang, None, "我们先做客户。", mode="turn")
    with Store.open(tmp_path / "turn.db") as store:
        put(store, (article, Extraction(mentions=(zhang,), claims=(claim,))))
        (said,) = (edge for edge in edges(store) if edge.type == "SAID")
        assert said.attrs["exact"] == "张三"
        assert "cue" not in said.attrs


def test_dates_say_where_they_come_from(store):
    found = {
        edge.attrs["exact"]: (edge.attrs.get("date"), edge.attrs["date_is_published"])
        for edge in edges(store)
        if edge.type == "SAID" and edge.attrs["article"] != REPRINT.id
    }
    assert found == {
        "表示": ("2024-04-13", True),
        "说": ("2024-04-13", True),
        "回应称": ("2024-04-13", True),
        "认为": ("2024-05-02", False),
        "称": (None, False),
    }


def test_attributes_are_scalars_and_none_is_called_id(store):
    for element in (*nodes(store), *edges(store)):
        assert {type(value) for value in element.attrs.values()} <= {str, int, float, bool}
        assert not {"id", "label", "type", "key", "target"} & set(element.attrs)


def test_edge_ids_are_unique_and_never_read_as_numbers(store):
    ids = [edge.id for edge in edges(store)]
    assert len(ids) == len(set(ids))
    assert all(":" in id_ for id_ in ids)


def test_the_order_is_always_the_same(store, tmp_path):
    with Store.open(tmp_path / "again.db") as again:
        for source in (REPRINT, LEAK, OPINION, REPORT):
            extraction = Extraction(
                mentions=tuple(store.mentions(source.id)),
                claims=tuple(store.claims(source.id)),
                relations=tuple(store.relations(source.id)),
            )
            put(again, (source, extraction))
        assert list(nodes(again)) == list(nodes(store))
        assert list(edges(again)) == list(edges(store))


@pytest.mark.parametrize(
    "options",
    [
        {"since": "2024-05"},
        {"until": "2024-04-13"},
        {"type": "person"},
        {"type": ["person", "company"]},
        {"relation": "founder"},
        {"relation": "said"},
        {"outlet": "乙报"},
        {"mode": "direct"},
        {"min_confidence": 0.85},
        {"min_support": 2},
        {"type": "place"},
        {"around": "王五"},
        {"top": 2},
    ],
)
def test_filtered_nodes_are_those_that_edges_touch(store, options):
    kept = filters(**options)
    ends = {end for edge in edges(store, kept) for end in (edge.source, edge.target)}
    found = [node.id for node in nodes(store, kept)]
    assert set(found) == ends
    assert found == [node.id for node in nodes(store) if node.id in ends]
    assert len(found) < len(list(nodes(store)))


def test_since_takes_what_was_said_since(store):
    assert {tie for tie in ties(store, since="2024-05") if tie[0] == "SAID"} == {
        ("SAID", "王五", "禾苗还要三年才能成熟")
    }


def test_until_looks_at_the_day_it_was_said_on(store):
    assert ("SAID", "王五", "禾苗还要三年才能成熟") in ties(store, until="2024-05-02")
    assert ("founder", "王五", "青禾科技") not in ties(store, until="2024-05-02")  # published on the 3rd


def test_type_wants_both_ends(store):
    assert ("founder", "王五", "青禾科技") not in ties(store, type="person")
    assert ("founder", "王五", "青禾科技") in ties(store, type=["person", "company"])


def test_type_looks_at_the_speaker_of_a_claim(store):
    assert {tie[1] for tie in ties(store, type="unnamed_source") if tie[0] == "SAID"} == {"知情人士"}


def test_relation_keeps_one_kind_of_edge(store):
    assert ties(store, relation="founder") == [("founder", "王五", "青禾科技")]
    assert labels(store, relation="founder") == {"王五", "青禾科技"}


def test_outlet_keeps_its_articles(store):
    assert {edge.attrs["article"] for edge in edges(store, filters(outlet="乙报"))} == {OPINION.id}


def test_mode_concerns_claims_alone(store):
    found = ties(store, mode="direct")
    assert [tie[1] for tie in found if tie[0] == "SAID"] == ["知情人士"]
    assert ("founder", "王五", "青禾科技") in found


def test_min_confidence(store):
    assert {tie[0] for tie in ties(store, min_confidence=0.75)} == {"SAID", "ABOUT", "APPEARS_IN"}
    assert "知情人士" not in {tie[1] for tie in ties(store, min_confidence=0.75) if tie[0] == "SAID"}


def test_a_reprint_is_no_second_support(store):
    found = ties(store, min_support=2)
    assert {tie[1] for tie in found if tie[0] == "APPEARS_IN"} == {"青禾科技", "禾苗"}
    assert not [tie for tie in found if tie[0] in ("SAID", "founder", "role_of")]


def test_undated_claims_left_out_by_since_are_counted(store):
    assert undated(store, filters(since="2024")) == 1
    assert undated(store, filters(since="2024", mode="indirect")) == 0
    assert undated(store, filters(until="2024")) == 0


def test_memory_does_not_grow_with_the_number_of_articles(tmp_path):
    peak(tmp_path, 10)  # the first time loads what stays
    (few, small), (many, large) = peak(tmp_path, 20), peak(tmp_path, 200)
    assert (few, many) == (60, 600)
    assert large < 2 * small  # kept edges would make it twenty times as much


def peak(folder, number):
    """How many edges so many articles have, and the most bytes in use while they pass by."""
    with Store.open(folder / f"{number}.db") as store:
        for i in range(number):
            article = art(f"张三说，第{i}批样机会准时交付。" * 20, source=f"{i}.txt")
            zhang = men(article, "张三", "person")
            claim = clm(article, zhang, "说", f"第{i}批样机会准时交付")
            put(store, (article, Extraction(mentions=(zhang,), claims=(claim,))))
        tracemalloc.start()
        count = sum(1 for _ in edges(store))
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return count, most
