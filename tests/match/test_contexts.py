import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.match import contexts
from kg.match.compare import compare
from kg.match.profile import NONE, Profile
from kg.match.sides import pair_of
from kg.match.ties import Value


def pair(name: str, type_: str, left: str, right: str) -> tuple[Profile, Profile]:
    return Profile(name, type_, context=left), Profile(name, type_, context=right)


def apart(name: str, type_: str, left: str, right: str) -> Value:
    return contexts.contexts_apart(pair_of(*pair(name, type_, left, right), NONE))


@pytest.mark.parametrize(
    ("name", "type_", "left", "right"),
    [
        ("王磊", "person", "王磊在临江市开出租车。", "海川第二小学的王磊教语文。"),
        ("王磊", "person", "青禾科技首席财务官王磊主持会议。", "海川大学古生物学教授王磊在野外。"),
        ("王磊", "person", "青禾科技创始人王磊认为市场会回暖。", "星图汽车创始人王磊认为市场会回暖。"),
        ("黄磊", "person", "黄磊任海川市副市长。", "黄磊任临江市副市长。"),
        ("李总", "person", "青禾科技的李敏到场，李总先致辞。", "星图汽车的李国强到场，李总坐在后排。"),
        ("青禾", "company", "青禾在海川做地图软件，创始人是周见山。", "青禾在临江开了三十家餐馆。"),
        ("晨报", "media", "晨报在北京出版。", "晨报在上海出版。"),
        ("鼓楼区", "place", "鼓楼区是南京市的一个区。", "鼓楼区在福州市。"),
        ("工作报告", "work", "2023年的工作报告由海川市人大审议。", "2024年的工作报告由海川市人大审议。"),
        ("元宝", "product", "春节包的饺子像元宝。", "元宝是青禾科技的智能助手。"),
    ],
)
def test_sentences_that_speak_of_two(name: str, type_: str, left: str, right: str) -> None:
    assert compare(*pair(name, type_, left, right)).verdict != "same"


@pytest.mark.parametrize(
    ("name", "type_", "left", "right"),
    [
        ("王磊", "person", "王磊是青禾科技的首席财务官。", "青禾科技首席财务官王磊主持了业绩会。"),
        ("王磊", "person", "临江医院的王磊医生坐诊儿科。", "儿科医生王磊在临江医院工作。"),
        ("黄磊", "person", "海川市副市长黄磊出席活动。", "黄磊副市长到海川市郊调研。"),
        ("青禾", "company", "青禾是海川的地图软件厂商。", "海川的地图软件厂商青禾发布新版。"),
        ("鼓楼区", "place", "鼓楼区是南京市的一个区。", "南京市鼓楼区发布公告。"),
        ("北京青禾有限公司", "company", "北京青禾有限公司中标。", "北京青禾有限公司招聘厨师。"),
        ("华为", "company", "华为发布新手机。", "华为的云计算业务增长。"),
    ],
)
def test_sentences_that_may_speak_of_one(name: str, type_: str, left: str, right: str) -> None:
    assert compare(*pair(name, type_, left, right)).verdict == "same"


parts = st.sampled_from(
    ["青禾科技", "海川大学", "在南京", "在美国", "律师", "首席执行官", "周见山", "2023年的", "卖菜", "，"]
)
sentence = st.lists(parts, max_size=5).map("".join)
name = st.sampled_from(["周见山", "周总", "青禾", "青禾科技", "马斯克", "埃隆·马斯克"])
kinds = st.sampled_from([None, "person", "company", "work"])


@given(name, name, kinds, kinds, sentence, sentence)
def test_sentences_may_change_sides(
    one: str, other: str, left: str | None, right: str | None, said: str, told: str
) -> None:
    a, b = Profile(one, left, context=said), Profile(other, right, context=told)
    there, back = compare(a, b), compare(b, a)
    assert (there.verdict, there.score) == (back.verdict, back.score)


def test_one_sentence_alone_says_nothing() -> None:
    assert apart("王磊", "person", "王磊是律师。", "") is None


def test_two_firms_are_sure_and_nothing_shared_is_not() -> None:
    clash = apart("王磊", "person", "王磊在青禾科技。", "王磊在星图汽车。")
    nothing = apart("王磊", "person", "王磊唱歌。", "王磊修车。")
    assert clash is not None
    assert nothing is not None
    assert (clash[0], nothing[0]) == (1.0, contexts.UNSURE)


@pytest.mark.parametrize(
    ("left", "context", "right", "verdict"),
    [
        ("周总", "青禾科技董事长周见山到会，周总看了展台。", "周见山", "same"),
        ("老周", "周见山人称老周。", "周见山", "same"),
        ("周总", "星图汽车总经理周海到会，周总介绍了新车。", "周见山", "unsure"),
        ("周总", "周海和周见山都到了，周总先走。", "周见山", "unsure"),
        ("周总", "", "周见山", "unsure"),
    ],
)
def test_a_surname_whose_sentence_names_it_in_full(left: str, context: str, right: str, verdict: str) -> None:
    assert compare(Profile(left, "person", context=context), Profile(right, "person")).verdict == verdict


@pytest.mark.parametrize(
    ("context", "verdict"),
    [
        ("海川智造2021年更名为青禾重工。", "same"),
        ("海川智造的前身是青禾重工。", "same"),
        ("海川智造由青禾重工改名而来。", "same"),
        ("海川智造收购了青禾重工。", "different"),
    ],
)
def test_a_sentence_that_tells_of_another_name(context: str, verdict: str) -> None:
    left = Profile("海川智造", "company", context=context)
    assert compare(left, Profile("青禾重工", "company")).verdict == verdict


def test_a_place_in_the_sentence_is_that_of_the_whole_name() -> None:
    whole = Profile("海川星图汽车股份有限公司", "company")
    near = Profile("星图", "company", context="海川的车厂星图今天交付新车。")
    far = Profile("星图", "company", context="临江的车厂星图今天交付新车。")
    assert compare(near, whole).verdict == "same"
    assert compare(far, whole).verdict != "same"
