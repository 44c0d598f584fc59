"""Which names are resolved together, whatever order they came in."""

from kg.match.known import Known
from kg.records import Extraction
from kg.seeds import Alias
from kg.store import Store, near
from tests.factory import art, men
from tests.store.conftest import put

NOBODY = Known(())


def tell(store: Store, text: str, *names: str, record: int = 1) -> None:
    article = art(text, record=record)
    mentions = tuple(men(article, name, "company", nth=text.count(name) - 1) for name in names)
    put(store, article, Extraction(mentions=mentions))


def test_a_firms_full_and_short_name_are_neighbours(store: Store) -> None:
    tell(store, "北京青禾科技有限公司即青禾科技", "北京青禾科技有限公司", "青禾科技")
    assert near.neighbours(store._db, "青禾科技", NOBODY) == {"北京青禾科技有限公司"}


def test_a_form_that_is_gone_is_nobodys_neighbour(store: Store) -> None:
    tell(store, "北京青禾科技有限公司关门", "北京青禾科技有限公司")
    tell(store, "青禾科技关门", "青禾科技", record=2)
    store.retract(art(record=1).id)
    assert near.neighbours(store._db, "青禾科技", NOBODY) == set()


def test_names_that_a_text_declares_one_are_neighbours(store: Store) -> None:
    tell(store, "海川第一机床厂（以下简称“白杨”）关门", "海川第一机床厂", "白杨")
    assert near.neighbours(store._db, "白杨", NOBODY) == {"海川第一机床厂"}


def test_names_of_one_known_entity_are_neighbours(store: Store) -> None:
    known = Known((Alias("company:zhipu", "company", "智谱AI", "智谱"),))
    assert near.neighbours(store._db, "智谱", known) == {"智谱ai"}


def test_articles_that_hold_both_names_are_counted_up_to_enough(store: Store) -> None:
    for record in range(1, near.ENOUGH + 3):
        tell(store, "麦田和稻香", "麦田", "稻香", record=record)
    tell(store, "麦田和白杨", "麦田", "白杨", record=99)
    assert near.together(store._db, "麦田", "稻香") == near.ENOUGH
    assert near.together(store._db, "稻香", "白杨") == 0


def test_a_name_by_which_an_article_calls_the_other_counts_as_beside_it(store: Store) -> None:
    article = art("肖恩·维斯特来了。维斯特说好，维斯特走了。")
    whole = men(article, "肖恩·维斯特", "person")
    short = [men(article, "维斯特", "person", nth=nth, antecedent=whole) for nth in (1, 2)]
    put(store, article, Extraction(mentions=(whole, *short)))
    tell(store, "维斯特又来了", "维斯特", record=2)
    assert near.together(store._db, "维斯特", "肖恩维斯特") == 2
