"""Names that break careless writers, from a store through every format and back by its readers.

What a format forbids is replaced one for one, and all else is identical.
"""

import re

import pytest

from kg.export import export
from kg.export.formats import BUILT_IN
from kg.graph.stream import nodes
from kg.records import Extraction
from kg.store import Store
from tests.export.hostile_names import NAMES
from tests.export.readers import READERS, Said
from tests.factory import art, clm, men
from tests.graph.world import put

# rdflib's reader warns of itself
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # all but XML 1.0's production 2
FORBIDDEN = {
    "graphml": XML,
    "gexf": XML,
    "csv": re.compile("\0"),
    "ftm": re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]"),  # which followthemoney deletes
}
NOTHING = re.compile("(?!)")
MORE = ("\x01\x1b[31m红", "\ufffe\uffff\U0001ffff", "‮\u2066\u200b", "&amp;", "甲 | 乙", "\u2028\x85\x0c")


@pytest.fixture(scope="module")
def wild(tmp_path_factory):
    """A store in which a person of each name says their name about themselves."""
    with Store.open(tmp_path_factory.mktemp("wild") / "kg.db") as store:
        for record, name in enumerate((*NAMES, *MORE), start=1):
            article = art(f"{name}说，{name}来了。", source="怪.jsonl", record=record, title=name)
            who = men(article, name, "person")
            claim = clm(article, who, "说", f"{name}来了", about=(who,))
            put(store, (article, Extraction(mentions=(who,), claims=(claim,))))
        yield store


def test_every_format_has_a_reader_here():
    assert READERS.keys() == BUILT_IN.keys()


def test_the_store_itself_changes_nothing(wild):
    assert {node.attrs["content"] for node in nodes(wild) if node.type == "Claim"} == {
        f"{name}来了" for name in (*NAMES, *MORE)
    }


@pytest.mark.parametrize("name", BUILT_IN)
def test_hostile_names_come_back(name, wild, tmp_path):
    export(wild, name, tmp_path / "图")
    assert READERS[name](tmp_path / "图") == expected(wild, FORBIDDEN.get(name, NOTHING))


def test_hostile_names_come_back_from_graphml_for_gephi(wild, tmp_path):
    export(wild, "graphml", tmp_path / "图", options={"profile": "gephi"})
    assert READERS["graphml"](tmp_path / "图") == expected(wild, XML)


def expected(store, forbidden):
    """What the stream holds, with what is forbidden replaced one for one."""
    people = [node.label for node in nodes(store) if node.type == "Person"]
    contents = [str(node.attrs["content"]) for node in nodes(store) if node.type == "Claim"]
    return Said(*({forbidden.sub("\ufffd", text) for text in texts} for texts in (people, contents)))
