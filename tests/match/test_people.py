import pytest

from kg.match import people
from kg.match.features import Feature
from kg.match.profile import Evidence
from tests.match.asked import value


@pytest.mark.parametrize(
    ("feature", "left", "right", "strength"),
    [
        (people.same_person_name, "林晓岚CEO", "林晓岚", 1.0),
        (people.titled_surname, "周总", "周见山", 1.0),
        (people.surname_differs, "马云", "雷军", 1.0),
        (people.surname_differs, "张总", "李总", 1.0),
        (people.given_differs, "马云", "马化腾", 1.0),
        (people.given_differs, "林晓岚", "林晓兰", 0.15),
        (people.given_alone, "晓岚", "林晓岚", 1.0),
        (people.last_name_alone, "穆勒", "彼得·穆勒", 0.7),
        (people.last_name_alone, "施瓦岑贝格", "彼得·施瓦岑贝格", 1.0),
        (people.first_name_alone, "彼得", "彼得·穆勒", 1.0),
        (people.junior_added, "特朗普", "小特朗普", 1.0),
        (people.junior_added, "布什", "老布什", 1.0),
        (people.junior_added, "林晓岚", "小林", None),
        (people.initial_and_last_name, "C罗", "克里斯蒂亚诺·罗纳尔多", 1.0),
        (people.initial_and_last_name, "C罗", "罗伯特·罗纳尔多", None),
        (people.no_part_shared, "特朗普", "彼得·穆勒", 1.0),
        (people.first_names_differ, "埃隆·马斯克", "金博尔·马斯克", 1.0),
        (people.last_names_differ, "萨姆·奥特曼", "萨姆·班克曼", 1.0),
        (people.last_names_differ, "Paul Martin", "Martin Paul", 1.0),
        (people.last_names_differ, "Lin Xiaolan", "Xiaolan Lin", None),
        (people.whole_names_alike, "山姆·奥特曼", "Sam Altman", 1.0),
        (people.whole_names_alike, "约翰·亚当斯", "约翰·昆西·亚当斯", 0.7),
        (people.whole_names_alike, "Lin Xiaolan", "Xiaolan Lin", 1.0),
        (people.sounds_alike, "奥特曼", "阿尔特曼", 0.85),
        (people.sounds_alike, "辛格", "Singh", None),
        (people.sounds_differ, "特朗普", "拜登", 1.0),
        (people.spelled_pinyin, "张一鸣", "Yiming Zhang", 1.0),
        (people.pinyin_differs, "张一鸣", "Jack Zhang", 0.3),
        (people.pinyin_differs, "张一鸣", "Jack Li", 1.0),
        (people.one_character_off, "扎克伯格", "扎克柏格", 1.0),
    ],
)
def test_what_a_feature_says(feature: Feature, left: str, right: str, strength: float | None) -> None:
    assert value(feature, left, right, "person") == (None if strength is None else pytest.approx(strength))


def test_an_initial_may_stand_for_a_first_name() -> None:
    assert value(people.first_names_differ, "J.K.罗琳", "乔安妮·罗琳", "person") is None
    assert value(people.whole_names_alike, "S. Altman", "Sam Altman", "person") == pytest.approx(0.9)


def test_few_sounds_say_little() -> None:
    few = value(people.sounds_alike, "布朗", "布伦", "person")
    assert few is not None
    assert few < 1


def test_another_of_a_known_persons_last_name() -> None:
    assert value(people.not_a_known_name, "马斯克", "金博尔·马斯克", "person") == 1.0
    assert value(people.not_a_known_name, "马斯克", "埃隆·马斯克", "person") is None


def test_only_an_article_makes_them_stand_together() -> None:
    assert value(people.parts_together, "周总", "周见山", "person", Evidence(together=1)) == 1.0
    assert value(people.parts_together, "周总", "周见山", "person") is None
