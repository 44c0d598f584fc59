from kg.match.bearers import NAME, Resolution, Told, entity_keys, resolve
from kg.match.known import Known
from kg.match.profile import Bearer, Profile
from kg.names import name_key
from kg.seeds import Alias

NOBODY = Known(())
ZHIPU = Known((Alias("company:zhipu", "company", "智谱AI", "智谱"),))


def brr(
    name: str,
    type_: str | None = "company",
    *,
    titles: tuple[str, ...] = (),
    mentions: int = 3,
    pinned: str = "",
) -> Bearer:
    """A bearer of a name; ``pinned`` is the referent that somebody judged."""
    key = name_key(name)
    return Bearer(
        id=f"ref:{pinned}" if pinned else "|".join((key, str(type_), *titles)),
        key=key,
        profile=Profile(name=name, type=type_, titles=frozenset(titles)),
        mentions=mentions,
        is_pinned=bool(pinned),
    )


def found(
    *bearers: Bearer, known: Known = NOBODY, told: tuple[Told, ...] = (), declared: int = 0
) -> tuple[Resolution, dict[str, str]]:
    """All names are near each other; the entity's key for each bearer's id beside the resolution."""
    keys = sorted({bearer.key for bearer in bearers})
    near = {(left, right): declared for left in keys for right in keys if left < right}
    resolved = resolve(bearers, near=near, together=lambda _left, _right: 0, known=known, told=told)
    return resolved, entity_keys(bearers, resolved.clusters, known)


def count(*bearers: Bearer, **options: object) -> int:
    return len(set(found(*bearers, **options)[1].values()))  # type: ignore[arg-type]


def test_bearers_of_one_name_are_one() -> None:
    assert count(brr("青禾"), brr("青禾", "product"), brr("青禾", None)) == 1


def test_a_lawyer_and_a_coach_of_one_name_are_two() -> None:
    assert count(brr("张伟", "person", titles=("律师",)), brr("张伟", "person", titles=("足球教练",))) == 2


def test_a_namesake_without_an_office_is_the_one_most_spoken_of() -> None:
    lawyer = brr("张伟", "person", titles=("律师",), mentions=9)
    coach = brr("张伟", "person", titles=("足球教练",))
    plain = brr("张伟", "person", mentions=5)
    _, entities = found(lawyer, coach, plain)
    assert entities[plain.id] == entities[lawyer.id] != entities[coach.id]


def test_a_person_and_a_place_of_one_name_are_two() -> None:
    assert count(brr("华盛顿", "person"), brr("华盛顿", "place")) == 2


def test_a_stray_reading_makes_no_namesake() -> None:
    assert count(brr("艾德普", "person", mentions=1), brr("艾德普", mentions=20)) == 1


def test_a_known_name_is_its_entity() -> None:
    _, entities = found(brr("智谱"), brr("智谱AI"), known=ZHIPU)
    assert set(entities.values()) == {"seed:company:zhipu"}


def test_a_person_of_a_known_firms_name_is_somebody_else() -> None:
    _, entities = found(brr("智谱", "person"), known=ZHIPU)
    assert set(entities.values()) == {"智谱|person"}


def test_near_names_of_one_firm_are_joined_with_a_reason() -> None:
    resolved, entities = found(brr("北京青禾科技有限公司"), brr("青禾科技"), declared=1)
    assert len(set(entities.values())) == 1
    assert all(join.reason for join in resolved.clusters.joined)


def test_what_a_person_says_holds_for_the_name_wherever_it_stands() -> None:
    told = Told(NAME + "青禾", NAME + "麦田", "same", "Wang judged so")
    assert count(brr("青禾"), brr("麦田"), told=(told,)) == 1


def test_a_judged_referent_leaves_its_name() -> None:
    told = Told("ref:1", NAME + "张三", "different", "Wang judged so")
    assert count(brr("张三", "person"), brr("张三", "person", pinned="1"), told=(told,)) == 2


def test_what_was_seen_and_left_open_is_no_doubt_any_more() -> None:
    pair = brr("青禾"), brr("青禾科技")
    doubts = found(*pair)[0].doubts
    told = Told(NAME + "青禾", NAME + "青禾科技", "unsure", "Wang judged so")
    assert found(*pair, told=(told,))[0].doubts == []
    assert [(doubt.left, doubt.right) for doubt in doubts] in ([], [(pair[0].id, pair[1].id)])


def test_the_order_of_bearers_does_not_matter() -> None:
    bearers = [
        brr("张伟", "person", titles=("律师",)),
        brr("张伟", "person", titles=("足球教练",)),
        brr("张伟", "person", titles=("教授",)),
        brr("张伟", "person"),
    ]
    assert found(*bearers)[1] == found(*reversed(bearers))[1]


def test_a_stray_reading_keeps_its_name_from_nothing() -> None:
    stray, person = brr("林晓岚", mentions=1), brr("林晓岚", "person", mentions=20)
    titled = brr("林晓岚教授", "person")
    _, entities = found(stray, person, titled)
    assert entities[person.id] == entities[titled.id] == entities[stray.id]
