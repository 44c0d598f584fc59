import networkx as nx
import pytest

from kg.errors import QueryError
from kg.graph.around import around
from kg.graph.filters import filters
from kg.graph.stream import edges, nodes
from kg.records import Extraction
from kg.store import Store
from tests.factory import art, clm, men, rel
from tests.graph.world import put
from tests.query import who


@pytest.fixture
def chain(tmp_path):
    """青禾科技 – 林晓岚 – 星图汽车 – 周见山, and what 林晓岚 says of a song, which is none of theirs."""
    office = art("青禾科技创始人林晓岚昨天到访江城。", source="1.txt")
    lin, firm = men(office, "林晓岚", "person"), men(office, "青禾科技", "company")
    founder = rel(office, "founder", lin, firm, "青禾科技创始人林晓岚")
    talk = art("林晓岚说，星图汽车走得很稳。她还说，《夜航》很好听。", source="2.txt", published="2024-05-01")
    again, car = men(talk, "林晓岚", "person"), men(talk, "星图汽车", "company")
    song = men(talk, "夜航", "work")
    steady = clm(talk, again, "说", "星图汽车走得很稳", about=(car,))
    tune = clm(talk, again, "还说", "《夜航》很好听", about=(song,))
    chief = art("星图汽车总裁周见山说，明年上市。知情人士称，星图汽车在裁员。", source="3.txt")
    zhou, same = men(chief, "周见山", "person"), men(chief, "星图汽车", "company")
    insider, other = men(chief, "知情人士", kind="unnamed"), men(chief, "星图汽车", "company", nth=1)
    listed = clm(chief, zhou, "说", "明年上市")
    cut = clm(chief, insider, "称", "星图汽车在裁员", about=(other,))
    role = rel(chief, "role_of", zhou, same, "星图汽车总裁周见山", title="总裁")
    with Store.open(tmp_path / "chain.db") as store:
        put(store, (office, Extraction(mentions=(lin, firm), relations=(founder,))))
        put(store, (talk, Extraction(mentions=(again, car, song), claims=(steady, tune))))
        put(
            store,
            (
                chief,
                Extraction(mentions=(zhou, same, insider, other), claims=(listed, cut), relations=(role,)),
            ),
        )
        yield store


def names(store, name, hops=1, **options):
    found = around(store, filters(around=name, hops=hops, **options))
    return {store.entity(id_).name for id_ in found.members}


def labels(store, **options):
    return {node.label for node in nodes(store, filters(**options))}


def test_one_step_leads_along_a_tie_or_through_a_claim(chain):
    assert names(chain, "青禾科技") == {"青禾科技", "林晓岚"}
    assert names(chain, "林晓岚") == {"林晓岚", "青禾科技", "星图汽车", "夜航"}


@pytest.mark.parametrize(("hops", "number"), [(1, 2), (2, 4), (3, 6), (4, 6), (99, 6)])
def test_more_hops_reach_further_until_nobody_is_left(chain, hops, number):
    assert len(names(chain, "青禾科技", hops)) == number


def test_who_says_it_and_whom_it_is_about_are_one_step_apart(store):
    assert names(store, "知情人士") == {"知情人士", "禾苗"}
    assert "知情人士" in names(store, "禾苗")


def test_the_circle_is_what_networkx_finds_in_the_whole_graph(store):
    whole = nx.Graph()
    for edge in edges(store):
        if edge.type != "APPEARS_IN":  # through a claim there are two edges, along a tie one
            half = edge.type in ("SAID", "ABOUT")
            whole.add_edge(edge.source, edge.target, weight=1 if half else 2)
    entities = {entity.id for entity in store.entities()}
    for centre in entities:
        for hops in (1, 2, 3):
            near = nx.single_source_dijkstra_path_length(whole, centre, cutoff=2 * hops)
            assert around(store, filters(around=centre, hops=hops)).members == near.keys() & entities


def test_steps_are_those_that_pass_the_filters(chain):
    assert names(chain, "林晓岚", relation="founder") == {"林晓岚", "青禾科技"}
    assert names(chain, "林晓岚", since="2024-05") == {"林晓岚", "星图汽车", "夜航"}
    assert names(chain, "林晓岚", 9, until="2024-04-30") == {"林晓岚", "青禾科技"}
    assert names(chain, "林晓岚", min_confidence=0.75) == {"林晓岚", "星图汽车", "夜航"}
    assert names(chain, "林晓岚", relation="said") == {"林晓岚"}  # a claim without topics leads nowhere


def test_a_type_is_asked_at_the_end_not_on_the_way(chain):
    assert names(chain, "青禾科技", 2, type="company") == {"青禾科技", "林晓岚", "星图汽车", "夜航"}
    assert labels(chain, around="青禾科技", hops=3, type=["company", "person"]) >= {"周见山", "星图汽车"}
    assert "夜航" not in labels(chain, around="青禾科技", hops=3, type=["company", "person"])


def test_of_the_rim_only_what_concerns_the_circle_is_in_the_graph(chain):
    """林晓岚 is on the rim of 青禾科技's circle: what she says of a song does not belong there."""
    assert labels(chain, around="青禾科技") == {"青禾科技", "林晓岚", "青禾科技发布大模型"}
    found = [edge.type for edge in edges(chain, filters(around="青禾科技"))]
    assert sorted(found) == ["APPEARS_IN", "APPEARS_IN", "founder"]
    assert "《夜航》很好听" in labels(chain, around="林晓岚")


def test_what_the_centre_says_of_nobody_is_in_the_graph(chain):
    assert "明年上市" in labels(chain, around="周见山")
    assert "明年上市" not in labels(chain, around="星图汽车")  # nothing says that it means the firm


def test_filtered_nodes_come_in_the_order_of_the_whole(store):
    kept = filters(around="青禾科技")
    found = [node.id for node in nodes(store, kept)]
    ends = {end for edge in edges(store, kept) for end in (edge.source, edge.target)}
    assert set(found) == ends
    assert found == [node.id for node in nodes(store) if node.id in ends]


def test_seed_entities_come_first_in_a_circle_too(tmp_path):
    with Store.open(tmp_path / "who.db") as crowd:
        who.build(crowd)
        found = [node.id for node in nodes(crowd, filters(around="林晓岚"))]
        assert ":" in found[0]
        assert found == [node.id for node in nodes(crowd) if node.id in set(found)]


def test_only_articles_that_name_somebody_in_the_circle_are_read(chain, monkeypatch):
    read = []
    article = chain.article
    monkeypatch.setattr(chain, "article", lambda id_: read.append(id_) or article(id_))
    monkeypatch.setattr(chain, "articles", None)  # all of them
    assert list(edges(chain, filters(around="青禾科技")))
    assert len(set(read)) == 2


@pytest.mark.parametrize("name", ["青禾科技", " “青禾科技” ", "qinghe keji"])
def test_the_centre_may_be_written_in_any_way(chain, name):
    assert names(chain, name) == {"青禾科技", "林晓岚"}


def test_a_name_that_nobody_bears_is_one_sentence(chain):
    with pytest.raises(QueryError, match=r"^No entity is called '月球车'\.$"):
        list(edges(chain, filters(around="月球车")))
    with pytest.raises(QueryError, match=r"^No one is called 青禾可技; did you mean 青禾科技 \(company\)\?$"):
        list(edges(chain, filters(around="青禾可技")))


def test_a_name_that_several_bear_is_one_sentence(tmp_path):
    with Store.open(tmp_path / "who.db") as crowd:
        who.build(crowd)
        with pytest.raises(QueryError, match=r"^'张伟' may be any of 2: .+; take an id\.$"):
            list(nodes(crowd, filters(around="张伟")))
