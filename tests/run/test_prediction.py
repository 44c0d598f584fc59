"""Records in the scorer's format."""

from kg.extract.article import extract
from kg.run.prediction import canonical, prediction, stem
from tests.extract.reading import doc
from tests.factory import art

TEXT = "青禾科技董事长林晓岚表示，产量会翻番。她还说，工厂不会搬。"
NAMES = {"青禾科技": "company", "董事长": "position", "林晓岚": "person"}
SAID = [("林晓岚", "表示", "产量会翻番"), ("她", "说", "工厂不会搬")]
TIES = [("林晓岚", "role_of", "青禾科技")]


def test_offsets_and_names() -> None:
    article = art(TEXT, source="甲报/0413.txt")
    row = prediction(article, extract(doc(TEXT, NAMES, SAID, ties=TIES), article))
    first, second = row["claims"]
    assert row["id"] == "0413"
    assert TEXT[slice(*first["speaker"])] == "林晓岚"
    assert [TEXT[slice(*span)] for span in second["content"]] == ["工厂不会搬"]
    assert second["canonical"] == "林晓岚"
    assert {TEXT[slice(*entity["span"])] for entity in row["entities"]} == set(NAMES)
    assert row["relations"][0]["type"] == "role-of"


def test_every_record_says_how_sure_it_is() -> None:
    article = art(TEXT)
    records = extract(doc(TEXT, NAMES, SAID, ties=TIES), article)
    row = prediction(article, records)
    for kind, found in (("claims", records.claims), ("relations", records.relations)):
        assert [it["confidence"] for it in row[kind]] == [it.confidence for it in found]
    assert {entity["confidence"] for entity in row["entities"]} == {0.9}


def test_a_given_id_wins_over_the_file() -> None:
    article = art(TEXT, meta={"id": "news-1"})
    assert prediction(article, extract(doc(TEXT, {}, []), article))["id"] == "news-1"


def test_stems() -> None:
    assert stem(art(source="a/b.c/新闻.jsonl.gz")) == "新闻"


def test_a_line_break_in_a_name_reads_as_a_blank() -> None:
    text = "Carl\nVest说，价格会降。"
    article = art(text)
    records = extract(doc(text, {"Carl\nVest": "person"}, [("Carl\nVest", "说", "价格会降")]), article)
    mentions = {mention.id: mention for mention in records.mentions}
    assert canonical(mentions[records.claims[0].speaker or ""], mentions) == "Carl Vest"
