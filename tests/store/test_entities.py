from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.names import name_key
from kg.records import Article, Entity, Extraction, Mention, MentionKind, referent_id
from kg.seeds import Alias
from kg.store import Store
from tests.factory import art, ext, men
from tests.store.conftest import put

ZHIPU = (
    Alias("company:zhipu", "company", "智谱AI", "智谱"),
    Alias("company:zhipu", "company", "智谱AI", "Zhipu AI"),
)
NAMES = ("张三", "智谱", "智谱AI", "Zhipu AI", "“智谱”AI", "智谱ＡＩ", "青禾", "他", "知情人士")


def named(store: Store, name: str) -> list[Entity]:
    return store.entities_named(name_key(name))


def tell(store: Store, text: str, *names: tuple[str, str | None], record: int = 1) -> Article:
    """An article whose names stand in it one after the other, each with its type."""
    article = art(text, record=record)
    seen: dict[str, int] = {}
    mentions = []
    for name, type_ in names:
        seen[name] = seen.get(name, -1) + 1
        mentions.append(men(article, name, type_, nth=seen[name]))
    put(store, article, Extraction(mentions=tuple(mentions)))
    return article


def test_an_entity_has_the_smallest_referent_for_an_id(store: Store) -> None:
    articles = [tell(store, "张三到京。", ("张三", "person"), record=record) for record in (1, 2, 3)]
    (entity,) = named(store, "张三")
    referents = sorted(referent_id(article.id, "张三") for article in articles)
    assert entity.referents == tuple(referents)
    assert entity.id == referents[0]


def test_the_most_frequent_form_is_the_name(store: Store) -> None:
    tell(
        store,
        "OpenAI、openai 和 OpenAI。",
        ("OpenAI", "company"),
        ("openai", "company"),
        ("OpenAI", "company"),
    )
    (entity,) = named(store, "OPENAI")
    assert (entity.name, entity.aliases) == ("OpenAI", ("openai",))


def test_a_person_goes_by_the_full_name_however_often_the_text_goes_on_with_the_last(store: Store) -> None:
    article = art("肖恩·维斯特来了。维斯特说好，维斯特走了。")
    whole = men(article, "肖恩·维斯特", "person")
    short = [men(article, "维斯特", "person", nth=nth, antecedent=whole) for nth in (1, 2)]
    put(store, article, Extraction(mentions=(whole, *short)))
    assert [(entity.name, entity.aliases) for entity in store.entities()] == [("肖恩·维斯特", ("维斯特",))]


def test_a_name_that_a_line_breaks_stands_on_one(store: Store) -> None:
    tell(store, "青禾\n科技的 Lin\nXiaolan 说，好。", ("青禾\n科技", "company"), ("Lin\nXiaolan", "person"))
    assert {entity.name for entity in store.entities()} == {"青禾科技", "Lin Xiaolan"}


def test_of_equally_frequent_forms_the_longest_is_the_name(store: Store) -> None:
    tell(store, "米拉穆拉蒂即米拉·穆拉蒂。", ("米拉穆拉蒂", "person"), ("米拉·穆拉蒂", "person"))
    assert [entity.name for entity in store.entities()] == ["米拉·穆拉蒂"]


def test_the_most_frequent_type_wins_and_ties_go_by_alphabet(store: Store) -> None:
    tell(store, "青禾、青禾、青禾", ("青禾", "product"), ("青禾", "company"), ("青禾", "company"))
    tell(store, "百灵和百灵", ("百灵", "product"), ("百灵", "media"), record=2)
    assert [(named(store, name)[0].type) for name in ("青禾", "百灵")] == ["company", "media"]


def test_a_name_without_a_type_is_a_thing(store: Store) -> None:
    tell(store, "青禾来了", ("青禾", None))
    assert [entity.type for entity in store.entities()] == ["thing"]


def test_a_pronoun_is_no_form_of_the_name(store: Store) -> None:
    put(store, art(), ext())
    (entity,) = named(store, "张三")
    assert entity.aliases == ()
    assert named(store, "他") == []
    assert [mention.name for mention in store.mentions_of(entity.id)] == ["张三", "他"]


def test_a_nameless_source_is_an_entity_of_its_own(store: Store) -> None:
    for record in (1, 2):
        article = art("知情人士称，会谈已经结束。", record=record)
        put(store, article, Extraction(mentions=(men(article, "知情人士", kind="unnamed"),)))
    assert [(entity.type, entity.name) for entity in store.entities()] == [("unnamed_source", "知情人士")] * 2


def test_a_known_entity_has_the_seed_row_for_id_name_and_type(path: Path) -> None:
    with Store.open(path, known=ZHIPU) as store:
        tell(store, "“智谱”发布模型", ("智谱", "product"))
        (entity,) = named(store, "Zhipu AI")
        assert (entity.id, entity.type, entity.name) == ("company:zhipu", "company", "智谱AI")
        assert entity.aliases == ("Zhipu AI", "智谱")
        assert store.entity("company:zhipu") == entity


def test_a_known_entity_that_is_nowhere_mentioned_is_not_there(path: Path) -> None:
    with Store.open(path, known=ZHIPU) as store:
        assert store.entity("company:zhipu") is None
        assert named(store, "智谱") == []


def test_the_id_of_any_referent_finds_its_entity(store: Store) -> None:
    articles = [tell(store, "张三到京。", ("张三", "person"), record=record) for record in (1, 2)]
    found = {store.entity(referent_id(article.id, "张三")) for article in articles}
    assert found == {*store.entities()}


def test_retracting_takes_only_what_the_article_alone_supports(store: Store) -> None:
    first = tell(store, "张三和青禾", ("张三", "person"), ("青禾", "company"))
    second = tell(store, "张三到京", ("张三", "person"), record=2)
    assert store.retract(first.id)
    (entity,) = store.entities()
    assert entity.referents == (referent_id(second.id, "张三"),)
    assert named(store, "青禾") == []


def test_other_known_entities_compute_the_entities_anew(path: Path) -> None:
    known = tuple(Alias("company:qinghe", "company", "青禾科技", form) for form in ("青禾", "麦田"))
    with Store.open(path, known=()) as store:
        tell(store, "青禾即麦田", ("青禾", "company"), ("麦田", "company"))
        assert len(list(store.entities())) == 2
    with Store.open(path, known=known) as store:
        assert [entity.id for entity in store.entities()] == ["company:qinghe"]
    with Store.open(path, known=()) as store:
        assert len(list(store.entities())) == 2


KINDS: st.SearchStrategy[MentionKind] = st.sampled_from(("name", "name", "pronoun", "unnamed"))


@st.composite
def extractions(draw: st.DrawFn, record: int) -> tuple[Article, Extraction]:
    names = draw(st.lists(st.sampled_from(NAMES), max_size=5))
    article = art("、".join(names), record=record)
    mentions: list[Mention] = []
    start = 0
    for name in names:
        kind = draw(KINDS)
        type_ = draw(st.sampled_from(("company", "person", "position", None)))
        before = draw(st.sampled_from([None, *mentions]))
        nth = article.text.count(name, 0, start)
        mentions.append(men(article, name, type_, nth=nth, kind=kind, antecedent=before))
        start += len(name) + 1
    return article, Extraction(mentions=tuple(mentions))


steps: st.SearchStrategy[list[tuple[Article, Extraction] | str]] = st.lists(
    st.integers(1, 4).flatmap(lambda record: st.one_of(extractions(record), st.just(art(record=record).id))),
    max_size=10,
)


def view(store: Store) -> object:
    """All that is computed: entities, what finds them, and whose each mention is."""
    found = {name: [entity.id for entity in named(store, name)] for name in NAMES}
    return list(store.entities()), found, [store.entities_in(article.id) for article in store.articles()]


@settings(max_examples=60, deadline=None)
@given(steps)
def test_entities_kept_up_to_date_equal_a_rebuild(steps: list[tuple[Article, Extraction] | str]) -> None:
    with Store.open(":memory:", known=ZHIPU) as store, Store.open(":memory:", known=ZHIPU) as fresh:
        for step in steps:
            if isinstance(step, str):
                store.retract(step)
            else:
                put(store, *step)
        kept = view(store)
        left = {step[0].id: step for step in steps if not isinstance(step, str)}
        for article in reversed(list(store.articles())):
            put(fresh, *left[article.id])
        store.rebuild_entities()
        assert kept == view(store) == view(fresh)
