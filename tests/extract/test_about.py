"""Whom a claim is about: names in its content, and what it leaves unsaid."""

from kg.extract.article import extract
from tests.extract.reading import doc
from tests.factory import art

NAMES = {"林晓岚": "person", "青禾科技": "company", "星云": "product", "董事长": "position"}


def about(text: str, content: str, *, implicit: str = "", unlike: str = "") -> tuple[list[str], list[str]]:
    said = [("林晓岚", "说", content)]
    records = extract(doc(text, NAMES, said, implicit=implicit, unlike=unlike), art(text))
    names = {mention.id: mention.name for mention in records.mentions}
    claim = records.claims[0]
    return [names[id_] for id_ in claim.about], [names[id_] for id_ in claim.about_implicit]


def test_each_name_once_and_no_position() -> None:
    text = "林晓岚说，青禾科技换了董事长，青禾科技很好。"
    assert about(text, "青禾科技换了董事长，青禾科技很好") == (["青禾科技"], [])


def test_a_name_in_passing_is_left_out() -> None:
    text = "林晓岚说，星云在青禾科技隔壁亮相。"
    assert about(text, "星云在青禾科技隔壁亮相", unlike="青禾科技") == (["星云"], [])


def test_an_elliptical_answer_is_about_what_was_asked() -> None:
    text = "记者问起星云。林晓岚说，它很惊艳。"
    assert about(text, "它很惊艳", implicit="星云") == ([], ["星云"])


def test_what_the_content_names_is_not_implicit() -> None:
    text = "记者问起星云。林晓岚说，星云很惊艳。"
    assert about(text, "星云很惊艳", implicit="星云") == (["星云"], [])
