from pathlib import Path

import pytest

from kg.errors import QueryError
from kg.records import Article, Extraction
from kg.resolve.meant import Suggestion, find, meant, nobody, short_id
from kg.seeds import Alias
from kg.store import Store
from tests.factory import art, men
from tests.graph.world import put
from tests.query import who

KNOWN = (
    Alias("company:haichuan", "company", "海川", "Haichuan"),
    Alias("company:qinghe", "company", "青禾科技", "Qinghe Tech"),
    Alias("company:qinghe", "company", "青禾科技", "青禾"),
)


def named(name: str, type_: str, record: int) -> tuple[Article, Extraction]:
    article = art(f"{name}到场。", source="到场.jsonl", record=record)
    return article, Extraction(mentions=(men(article, name, type_),))


@pytest.fixture
def crowd(tmp_path):
    """青禾科技 known by three names, 海川 known but in no article, Latin names, two of a sound."""
    people = [(name, "person") for name in ("张鹏", "张朋", "周见山")]
    firms = [(name, "company") for name in ("青禾", "Xingtu Motors", "Haichuan Bank")]
    everyone = enumerate((*people, *firms, ("Lanmao Store", "product")), start=1)
    with Store.open(tmp_path / "crowd.db", known=KNOWN) as store:
        put(store, *(named(name, type_, record) for record, (name, type_) in everyone))
        yield store


def suggestion(name: str) -> Suggestion:
    return Suggestion(written=name, id="0" * 32, name=name, type="person")


def names(store: Store, text: str) -> list[str]:
    return [entity.name for entity in find(store, text).entities]


def asked(store: Store, text: str) -> list[str]:
    return list(map(str, find(store, text).suggestions))


@pytest.mark.parametrize(
    "text",
    ["青禾", "「青禾」", "青禾科技", "Qinghe Tech", "qinghe  tech", "ＱＩＮＧＨＥ　ＴＥＣＨ"],
)
def test_any_written_form_means_the_entity(crowd: Store, text: str) -> None:
    assert (names(crowd, text), find(crowd, text).how) == (["青禾科技"], "name")


@pytest.mark.parametrize("text", ["company:qinghe", "qinghe", " QINGHE "])
def test_the_id_of_a_known_entity_with_or_without_its_type(crowd: Store, text: str) -> None:
    assert (names(crowd, text), find(crowd, text).how) == (["青禾科技"], "id")


def test_the_start_of_an_id(crowd: Store) -> None:
    (entity,) = crowd.entities_named("周见山")
    assert find(crowd, entity.id[:8]).entities == (entity,)


@pytest.mark.parametrize("text", ["zhoujianshan", "Jianshan Zhou", "Zhōu Jiànshān", "qingheke ji"])
def test_pinyin_means_the_entity(crowd: Store, text: str) -> None:
    assert find(crowd, text).how == "spelling"
    assert len(names(crowd, text)) == 1


def test_pinyin_of_two_names_means_neither_but_both_may_be_meant(crowd: Store) -> None:
    found = find(crowd, "zhangpeng")
    assert (found.entities, found.how) == ((), None)
    assert asked(crowd, "zhangpeng") == ["张朋 (person)", "张鹏 (person)"]


def test_the_first_word_means_a_firm_if_no_other_begins_so(crowd: Store) -> None:
    assert (names(crowd, "xingtu"), find(crowd, "xingtu").how) == (["Xingtu Motors"], "first_word")
    put(crowd, named("Xingtu Energy", "company", 20))
    assert names(crowd, "xingtu") == []
    assert asked(crowd, "xingtu") == ["Xingtu Energy (company)", "Xingtu Motors (company)"]


def test_the_first_word_of_a_product_may_only_be_meant(crowd: Store) -> None:
    assert (names(crowd, "lanmao"), asked(crowd, "lanmao")) == ([], ["Lanmao Store (product)"])


def test_a_known_name_that_no_article_holds_is_no_short_form_and_no_slip(crowd: Store) -> None:
    found = find(crowd, "Haichuan")
    assert (found.entities, found.suggestions) == ((), ())


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("周见三", "周见山 (person)"),
        ("Qinge Tech", "Qinghe Tech (青禾科技, company)"),
        ("Xingtu Motor", "Xingtu Motors (company)"),
        ("青禾科枝", "青禾科技 (company)"),
    ],
)
def test_a_slip_is_asked_about_and_never_answered(crowd: Store, text: str, suggestion: str) -> None:
    assert (names(crowd, text), asked(crowd, text)) == ([], [suggestion])


@pytest.mark.parametrize("text", ["", " ", "月球车", "zzz", "·"])
def test_what_means_nothing(crowd: Store, text: str) -> None:
    assert find(crowd, text) == find(crowd, "")


def test_a_nameless_source_is_never_asked_about(store: Store) -> None:
    assert find(store, "知情人").suggestions == ()


def test_nobody_is_called_so() -> None:
    one, other, third = (suggestion(name) for name in ("张鹏", "张朋", "章鹏"))
    assert nobody("zp", [one]) == "No one is called zp; did you mean 张鹏 (person)?"
    assert nobody(" zp ", [one, other, one, third]) == (
        "No one is called zp; did you mean 张鹏 (person), 张朋 (person) or 章鹏 (person)?"
    )


def test_of_namesakes_an_id_must_be_taken(tmp_path: Path) -> None:
    with Store.open(tmp_path / "who.db") as crowd:
        who.build(crowd)
        coach, lawyer = crowd.entities_named("张伟")
        words = rf"'张伟' may be any of 2: 张伟 \(person, {coach.id[:8]}\), 张伟 \(person, {lawyer.id[:8]}\)"
        with pytest.raises(QueryError, match=words):
            meant(crowd, "张伟")
        assert meant(crowd, coach.id[:8]) == coach


def test_the_id_of_a_known_entity_is_shown_whole() -> None:
    assert (short_id("organisation:thu"), short_id("0123456789abcdef" * 2)) == (
        "organisation:thu",
        "01234567",
    )


def test_the_one_that_is_meant(crowd: Store) -> None:
    assert meant(crowd, "青禾").id == meant(crowd, "company:qinghe").id == "company:qinghe"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("月球车", r"^No entity is called '月球车'\.$"),
        ("zhoujianshan", r"^No one is called zhoujianshan; did you mean 周见山 \(person\)\?$"),
        ("周见三", r"^No one is called 周见三; did you mean 周见山 \(person\)\?$"),
    ],
)
def test_a_judgement_takes_no_guess(crowd: Store, text: str, words: str) -> None:
    with pytest.raises(QueryError, match=words):
        meant(crowd, text)
