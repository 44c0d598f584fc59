from kg.records import referent_id
from kg.seeds import Alias
from kg.store.referents import Known, referents
from tests.factory import art, men

ZHIPU = (
    Alias("company:zhipu", "company", "智谱AI", "智谱"),
    Alias("company:zhipu", "company", "智谱AI", "Zhipu AI"),
)
NOBODY = Known(())


def test_one_name_in_one_article_is_one_referent() -> None:
    article = art("张三到了。张三说，好。")
    first, second = men(article, "张三", "person"), men(article, "张三", "person", nth=1)
    found = referents([first, second], NOBODY)
    assert found[first.id] == found[second.id]
    assert found[first.id].id == referent_id(article.id, "张三")


def test_a_pronoun_refers_to_what_its_antecedents_end_in() -> None:
    article = art("张三说，他来，他也走。")
    zhang = men(article, "张三", "person")
    he = men(article, "他", kind="pronoun", antecedent=zhang)
    again = men(article, "他", kind="pronoun", antecedent=he, nth=1)
    found = referents([again, he, zhang], NOBODY)
    assert {ref.id for ref in found.values()} == {referent_id(article.id, "张三")}


def test_equal_names_of_two_articles_are_one_entity() -> None:
    one, other = art("智谱ＡＩ说，好。"), art("智谱AI说，不好。", record=2)
    names = men(one, "智谱ＡＩ", "company"), men(other, "智谱AI", "company")
    found = referents(names, NOBODY)
    assert len({ref.entity for ref in found.values()}) == 1
    assert len({ref.id for ref in found.values()}) == 2


def test_forms_of_a_known_entity_are_one_entity() -> None:
    article = art("智谱发布模型。Zhipu AI 即智谱AI。")
    names = [men(article, name, "company") for name in ("智谱", "Zhipu AI", "智谱AI")]
    assert {ref.entity for ref in referents(names, Known(ZHIPU)).values()} == {"seed:company:zhipu"}


def test_nameless_sources_of_two_articles_stay_two() -> None:
    one, other = art("知情人士称，会谈已经结束。"), art("知情人士称，会谈将要开始。", record=2)
    sources = men(one, "知情人士", kind="unnamed"), men(other, "知情人士", kind="unnamed")
    assert len({ref.entity for ref in referents(sources, NOBODY).values()}) == 2


def test_a_nameless_source_is_no_entity_of_the_same_name() -> None:
    article = art("该公司称，“该公司”是片名。")
    nominal, name = men(article, "该公司", kind="nominal"), men(article, "该公司", "work", nth=1)
    assert len({ref.entity for ref in referents([nominal, name], NOBODY).values()}) == 2


def test_a_title_has_no_referent() -> None:
    article = art("首席执行官李四说，好。")
    title, name = men(article, "首席执行官", "position"), men(article, "李四", "person")
    assert set(referents([title, name], NOBODY)) == {name.id}


def test_known_entities_differ_by_any_cell() -> None:
    assert Known(ZHIPU).fingerprint != Known(ZHIPU[:1]).fingerprint
