from kg.records import referent_id
from kg.store.referents import bearer_id, referents
from tests.factory import art, men, rel


def test_one_name_in_one_article_is_one_referent() -> None:
    article = art("张三到了。张三说，好。")
    first, second = men(article, "张三", "person"), men(article, "张三", "person", nth=1)
    found = referents([first, second])
    assert found[first.id] == found[second.id]
    assert found[first.id].id == referent_id(article.id, "张三")


def test_a_pronoun_refers_to_what_its_antecedents_end_in() -> None:
    article = art("张三说，他来，他也走。")
    zhang = men(article, "张三", "person")
    he = men(article, "他", kind="pronoun", antecedent=zhang)
    again = men(article, "他", kind="pronoun", antecedent=he, nth=1)
    found = referents([again, he, zhang])
    assert {ref.id for ref in found.values()} == {referent_id(article.id, "张三")}


def test_equal_names_of_two_articles_are_one_entity() -> None:
    one, other = art("智谱ＡＩ说，好。"), art("智谱AI说，不好。", record=2)
    names = men(one, "智谱ＡＩ", "company"), men(other, "智谱AI", "company")
    found = referents(names)
    assert len({bearer_id(ref, ()) for ref in found.values()}) == 1
    assert len({ref.id for ref in found.values()}) == 2


def test_nameless_sources_of_two_articles_stay_two() -> None:
    one, other = art("知情人士称，会谈已经结束。"), art("知情人士称，会谈将要开始。", record=2)
    sources = men(one, "知情人士", kind="unnamed"), men(other, "知情人士", kind="unnamed")
    assert len({bearer_id(ref, ()) for ref in referents(sources).values()}) == 2


def test_a_nameless_source_is_no_entity_of_the_same_name() -> None:
    article = art("该公司称，“该公司”是片名。")
    nominal, name = men(article, "该公司", kind="nominal"), men(article, "该公司", "work", nth=1)
    assert len({bearer_id(ref, ()) for ref in referents([nominal, name]).values()}) == 2


def test_a_title_has_no_referent() -> None:
    article = art("首席执行官李四说，好。")
    title, name = men(article, "首席执行官", "position"), men(article, "李四", "person")
    assert set(referents([title, name])) == {name.id}


def test_an_office_tells_a_bearer_from_one_without() -> None:
    article = art("律师张伟说，好。张伟是海川律所合伙人。")
    zhang, firm = men(article, "张伟", "person"), men(article, "海川律所", "company")
    tie = rel(article, "role_of", zhang, firm, "张伟是海川律所合伙人", title="律师")
    plain, shown = referents([zhang, firm])[zhang.id], referents([zhang, firm], [tie])[zhang.id]
    assert (shown.titles, shown.ties) == (frozenset({"律师"}), frozenset({"海川律所"}))
    assert bearer_id(plain, ()) != bearer_id(shown, ())


def test_a_judged_referent_is_a_bearer_of_its_own() -> None:
    article = art("张三到了。")
    (found,) = referents([men(article, "张三", "person")]).values()
    assert bearer_id(found, {found.id}) == f"ref:{found.id}"


def test_the_type_is_what_most_of_the_names_have() -> None:
    article = art("青禾、青禾、青禾")
    types = ("product", "company", "company")
    mentions = [men(article, "青禾", type_, nth=nth) for nth, type_ in enumerate(types)]
    assert {ref.type for ref in referents(mentions).values()} == {"company"}


def test_a_surname_alone_is_somebody_else_in_each_article() -> None:
    one, other = art("李总到会。"), art("李总离会。", record=2)
    names = men(one, "李总", "person"), men(other, "李总", "person")
    assert len({bearer_id(ref, ()) for ref in referents(names).values()}) == 2
