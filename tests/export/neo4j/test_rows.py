from kg.export.neo4j.model import ENTITY, MARK
from kg.export.neo4j.rows import PROPERTIES, Row, graph_nodes, graph_ties
from kg.graph.filters import filters
from kg.graph.stream import Selection
from kg.store import Store
from tests.graph.world import put
from tests.query import who
from tests.resolve import namesakes


def rows(store: Store, *, texts: bool = False) -> tuple[list[Row], list[Row]]:
    with Selection(store) as chosen:
        return list(graph_nodes(chosen, texts=texts)), list(graph_ties(chosen))


def test_every_property_is_known_so_that_it_can_be_taken_off_again(store: Store) -> None:
    put(store, *namesakes.ALL)  # offices and firms
    who.build(store)  # aliases
    nodes, ties = rows(store, texts=True)
    for row in (*nodes, *ties):
        assert set(row.props) <= {*PROPERTIES[row.of], MARK}
    seen = {(row.of, name) for row in nodes for name in row.props}
    assert {(ENTITY, "titles"), (ENTITY, "aliases"), ("Article", "text"), ("Claim", "cue")} <= seen


def test_aliases_are_a_list(store: Store) -> None:
    who.build(store)
    nodes, _ = rows(store)
    aliases = {row.props["name"]: row.props.get("aliases") for row in nodes if row.of == ENTITY}
    assert "Nvidia" in aliases["英伟达"]
    assert isinstance(aliases["英伟达"], list)
    assert aliases["林晓岚"] is None


def test_the_ends_of_an_edge_have_their_kinds(store: Store) -> None:
    nodes, ties = rows(store)
    kinds = {row.id: row.of for row in nodes}
    for row in ties:
        assert (kinds[row.source], kinds[row.target]) == row.group[1:]


def test_the_mark_is_that_of_the_row_and_changes_with_it(store: Store) -> None:
    before, ties = rows(store)
    assert rows(store) == (before, ties)
    assert len({row.mark for row in before}) == len(before)
    with_texts, _ = rows(store, texts=True)
    changed = {row.of for row, other in zip(before, with_texts, strict=True) if row.mark != other.mark}
    assert changed == {"Article"}


def test_filters_leave_no_relationship_without_its_ends(store: Store) -> None:
    with Selection(store, filters(relation="said")) as chosen:
        ids = {row.id for row in graph_nodes(chosen)}
        ties = list(graph_ties(chosen))
    assert ties
    assert all({row.source, row.target} <= ids for row in ties)


def test_each_article_is_told_once(store: Store) -> None:
    told: list[None] = []
    with Selection(store) as chosen:
        list(graph_nodes(chosen, on_article=lambda: told.append(None)))
    assert len(told) == store.counts()["articles"]
