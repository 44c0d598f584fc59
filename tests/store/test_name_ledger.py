"""Judgements on names: what people say of two names, and entities that follow it at once."""

from kg.names import name_key
from kg.records import Article, Extraction, referent_id
from kg.store import Store
from kg.store.told import JudgedName, judged_name
from kg.store.verify import verify
from tests.factory import art, men, rel
from tests.store.conftest import put


def tell(store: Store, text: str, *names: tuple[str, str], record: int = 1) -> Article:
    article = art(text, record=record)
    mentions = tuple(men(article, name, type_) for name, type_ in names)
    put(store, article, Extraction(mentions=mentions))
    return article


def lawyer(store: Store, title: str, firm: str, *, record: int) -> Article:
    """An article in which 张伟 holds an office."""
    article = art(f"{firm}{title}张伟到会。", record=record)
    zhang, where = men(article, "张伟", "person"), men(article, firm, "organisation")
    tie = rel(article, "role_of", zhang, where, f"{firm}{title}张伟", title=title)
    put(store, article, Extraction(mentions=(zhang, where), relations=(tie,)))
    return article


def ids(store: Store, name: str) -> list[str]:
    return [entity.id for entity in store.entities_named(name_key(name))]


def say(store: Store, left: JudgedName, right: JudgedName, verdict: str) -> None:
    store.names.judge(left, right, verdict, reason="", judge="Wang")  # type: ignore[arg-type]


def test_two_names_are_one_at_once_and_in_later_articles(store: Store) -> None:
    tell(store, "麦田和稻香", ("麦田", "company"), ("稻香", "company"))
    say(store, judged_name("麦田"), judged_name("稻香"), "same")
    assert len(list(store.entities())) == 1
    tell(store, "稻香关门", ("稻香", "company"), record=2)
    (entity,) = store.entities()
    assert len(entity.referents) == 3
    assert list(verify(store)) == []


def test_a_later_judgement_takes_it_back(store: Store) -> None:
    tell(store, "麦田和稻香", ("麦田", "company"), ("稻香", "company"))
    for verdict in ("same", "unsure"):
        say(store, judged_name("麦田"), judged_name("稻香"), verdict)
    assert len(list(store.entities())) == 2


def test_one_articles_use_of_a_name_is_somebody_else(store: Store) -> None:
    articles = [tell(store, "张三到京。", ("张三", "person"), record=record) for record in (1, 2, 3)]
    say(store, judged_name("张三", articles[0].id), judged_name("张三"), "different")
    assert len(ids(store, "张三")) == 2
    alone = store.entity(referent_id(articles[0].id, "张三"))
    assert alone
    assert len(alone.referents) == 1
    assert list(verify(store)) == []


def test_judgements_hold_when_the_article_comes_back(store: Store) -> None:
    articles = [tell(store, "张三到京。", ("张三", "person"), record=record) for record in (1, 2)]
    say(store, judged_name("张三", articles[0].id), judged_name("张三"), "different")
    store.retract(articles[0].id)
    assert len(ids(store, "张三")) == 1
    tell(store, "张三到京。", ("张三", "person"), record=1)
    assert len(ids(store, "张三")) == 2


def test_namesakes_with_clashing_offices_are_two(store: Store) -> None:
    lawyer(store, "律师", "海川律所", record=1)
    lawyer(store, "足球教练", "星图队", record=2)
    assert len(ids(store, "张伟")) == 2


def test_a_person_may_join_what_offices_keep_apart(store: Store) -> None:
    first = lawyer(store, "律师", "海川律所", record=1)
    second = lawyer(store, "足球教练", "星图队", record=2)
    say(store, judged_name("张伟", first.id), judged_name("张伟", second.id), "same")
    assert len(ids(store, "张伟")) == 1
    assert list(verify(store)) == []


def test_the_ledger_lists_names_with_their_articles(store: Store) -> None:
    article = tell(store, "张三到京。", ("张三", "person"))
    say(store, judged_name("张三", article.id), judged_name("张三"), "different")
    (judgement,) = store.names.judgements()
    judged = store.names.judged()
    assert [judged[side].article for side in (judgement.left, judgement.right)] == [article.id, ""]
    assert store.names.referent(judgement.left) == judged_name("张三", article.id)


def test_names_are_resolved_again_with_their_reasons(store: Store) -> None:
    tell(store, "麦田和稻香", ("麦田", "company"), ("稻香", "company"))
    say(store, judged_name("麦田"), judged_name("稻香"), "same")
    clusters = store.names.resolution(["麦田"]).clusters
    assert clusters.find("name:麦田") == clusters.find("name:稻香")
    assert "Wang judged so" in [join.reason for join in clusters.joined]


def test_what_tells_namesakes_apart(store: Store) -> None:
    lawyer(store, "律师", "恒信律师事务所", record=1)
    lawyer(store, "主教练", "海川足球队", record=2)
    shown = sorted(store.names.shown(id_) for id_ in ids(store, "张伟"))
    assert shown == [(("主教练",), ("海川足球队",)), (("律师",), ("恒信律师事务所",))]
    assert store.names.shown("person:nobody") == ((), ())


def test_the_keys_of_an_entity(store: Store) -> None:
    tell(store, "“青禾”科技，也就是青禾科技。", ("“青禾”科技", "company"), ("青禾科技", "company"))
    (one,) = ids(store, "青禾科技")
    assert store.names.keys_of(one) == ["青禾科技"]
    assert store.names.keys_of("person:nobody") == []
